import SQLite

/// The tables whose rows say themselves which operation wrote them and which took them back.
enum Table: CaseIterable {
  case office, policy, staff, milestone, customer, phone, profile

  /// Whether its rows belong to a customer, so that only a range of customers is searched.
  var hasCustomer: Bool {
    switch self {
    case .office, .policy, .staff, .milestone: false
    case .customer, .phone, .profile: true
    }
  }

  /// Voids, by ?1, what ?2 wrote (on the customers ?3 to ?4).
  var void: StaticString {
    switch self {
    case .office:
      """
      UPDATE office SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
      """
    case .policy:
      """
      UPDATE policy SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
      """
    case .staff:
      """
      UPDATE staff SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
      """
    case .milestone:
      """
      UPDATE milestone SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
      """
    case .customer:
      """
      UPDATE customer SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
        AND id BETWEEN ?3 AND ?4
      """
    case .phone:
      """
      UPDATE phone SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
        AND customer BETWEEN ?3 AND ?4
      """
    case .profile:
      """
      UPDATE profile SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
        AND customer BETWEEN ?3 AND ?4
      """
    }
  }

  /// Makes live again what ?1 voided of others (on the customers ?2 to ?3).
  var revive: StaticString {
    switch self {
    case .office:
      """
      UPDATE office SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
      """
    case .policy:
      """
      UPDATE policy SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
      """
    case .staff:
      """
      UPDATE staff SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
      """
    case .milestone:
      """
      UPDATE milestone SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
      """
    case .customer:
      """
      UPDATE customer SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
        AND id BETWEEN ?2 AND ?3
      """
    case .phone:
      """
      UPDATE phone SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
        AND customer BETWEEN ?2 AND ?3
      """
    case .profile:
      """
      UPDATE profile SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
        AND customer BETWEEN ?2 AND ?3
      """
    }
  }

  /// The operation that voided something that ?1 wrote (on the customers ?2 to ?3).
  var voider: StaticString {
    switch self {
    case .office:
      """
      SELECT voided_by, 0 FROM office WHERE op = ?1 AND voided_by <> ?1 LIMIT 1
      """
    case .policy:
      """
      SELECT voided_by, 0 FROM policy WHERE op = ?1 AND voided_by <> ?1 LIMIT 1
      """
    case .staff:
      """
      SELECT voided_by, 0 FROM staff WHERE op = ?1 AND voided_by <> ?1 LIMIT 1
      """
    case .milestone:
      """
      SELECT voided_by, 0 FROM milestone WHERE op = ?1 AND voided_by <> ?1 LIMIT 1
      """
    case .customer:
      """
      SELECT voided_by, 0 FROM customer WHERE op = ?1 AND voided_by <> ?1
        AND id BETWEEN ?2 AND ?3 LIMIT 1
      """
    case .phone:
      """
      SELECT voided_by, 0 FROM phone WHERE op = ?1 AND voided_by <> ?1
        AND customer BETWEEN ?2 AND ?3 LIMIT 1
      """
    case .profile:
      """
      SELECT voided_by, 0 FROM profile WHERE op = ?1 AND voided_by <> ?1
        AND customer BETWEEN ?2 AND ?3 LIMIT 1
      """
    }
  }
}

/// The same for facts, whose rows say neither. ?2 and ?3, ?4 and ?5: the numbers of the facts and of
/// the customers of the operation in question.
enum FactVoid {
  /// Voids, by ?1, what the operation wrote.
  static let void: [StaticString] = [
    """
    INSERT INTO void (fact, op) SELECT id, ?1 FROM fact
    WHERE customer BETWEEN ?4 AND ?5 AND id >= ?2 AND id < ?3 AND what >> 16 & 1 = 0
    """,
    """
    UPDATE fact SET what = what | 65536
    WHERE ?1 > 0 AND customer BETWEEN ?4 AND ?5 AND id >= ?2 AND id < ?3
    """,
  ]

  /// Makes live again what ?1, the operation itself, voided of others.
  static let revive: [StaticString] = [
    """
    UPDATE fact SET what = what & ~65536
    WHERE customer BETWEEN ?4 AND ?5 AND (id < ?2 OR id >= ?3)
      AND id IN (SELECT fact FROM void WHERE op = ?1)
    """,
    """
    DELETE FROM void WHERE op = ?1 AND (fact < ?2 OR fact >= ?3) AND ?4 <= ?5
    """,
  ]

  /// The operations other than ?1, the operation itself, that voided something it wrote.
  static let voider: StaticString =
    "SELECT op, fact FROM void WHERE fact >= ?2 AND fact < ?3 AND op <> ?1 AND ?4 <= ?5 LIMIT 1"
}
