import SQLite

/// The tables whose rows an operation writes and can take back.
enum Table: CaseIterable {
  case office, policy, staff, milestone, specialDay, customer, phone, profile, fact

  /// Whether its rows belong to a customer, so that only a range of customers is searched.
  var hasCustomer: Bool {
    switch self {
    case .office, .policy, .staff, .milestone, .specialDay: false
    case .customer, .phone, .profile, .fact: true
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
    case .specialDay:
      """
      UPDATE special_day SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
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
    case .fact:
      """
      UPDATE fact SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL
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
    case .specialDay:
      """
      UPDATE special_day SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
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
    case .fact:
      """
      UPDATE fact SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1
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
    case .specialDay:
      """
      SELECT voided_by, 0 FROM special_day WHERE op = ?1 AND voided_by <> ?1 LIMIT 1
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
    case .fact:
      """
      SELECT voided_by, id FROM fact WHERE op = ?1 AND voided_by <> ?1
        AND customer BETWEEN ?2 AND ?3 LIMIT 1
      """
    }
  }
}
