import SQLite

/// The tables whose rows say themselves which operation wrote them and which took them back.
enum Table: String, CaseIterable {
  case office, policy, staff, milestone, ledger
  case specialDay = "special_day"
  case relation, message
  case messageStep = "message_step"
  case milestoneMove = "milestone_move"
  case customer, phone, profile, matter, relative

  /// The column with the customer's number, where rows belong to one, so that only a range of
  /// customers is searched.
  private var customer: String? {
    switch self {
    case .office, .policy, .staff, .milestone, .ledger, .specialDay, .relation, .message,
      .messageStep, .milestoneMove:
      nil
    case .customer: "id"
    case .phone, .profile, .matter, .relative: "customer"
    }
  }

  var hasCustomer: Bool { customer != nil }

  private func range(_ first: Int) -> String {
    customer.map { " AND \($0) BETWEEN ?\(first) AND ?\(first + 1)" } ?? ""
  }

  /// Voids, by ?1, what ?2 wrote (on the customers ?3 to ?4).
  var void: String {
    "UPDATE \(rawValue) SET voided_by = ?1 WHERE op = ?2 AND voided_by IS NULL" + range(3)
  }

  /// Makes live again what ?1 voided of others (on the customers ?2 to ?3).
  var revive: String {
    "UPDATE \(rawValue) SET voided_by = NULL WHERE voided_by = ?1 AND op <> ?1" + range(2)
  }

  /// The operation that voided something that ?1 wrote (on the customers ?2 to ?3).
  var voider: String {
    "SELECT voided_by, 0 FROM \(rawValue) WHERE op = ?1 AND voided_by <> ?1" + range(2) + " LIMIT 1"
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
