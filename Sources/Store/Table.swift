import SQLite

/// The tables whose rows say themselves which operation wrote them and which took them back.
enum Table: String, CaseIterable {
  case office, policy, staff, milestone, ledger
  case staffChange = "staff_change"
  case specialDay = "special_day"
  case message
  case caseLink = "case_link"
  case messageStep = "message_step"
  case milestoneMove = "milestone_move"
  case customer, phone, profile, fact, relative, holder
  case customerCase = "customer_case"
  case closedMonth = "closed_month"

  /// The column with the customer's number, where rows belong to one, so that only a range of
  /// customers is searched.
  private var customer: String? {
    switch self {
    case .office, .policy, .staff, .staffChange, .milestone, .ledger, .specialDay, .caseLink,
      .message, .messageStep, .milestoneMove, .closedMonth:
      nil
    case .customer: "id"
    case .phone, .profile, .fact, .relative, .holder, .customerCase: "customer"
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

  /// The operation that voided something that ?1 wrote (on the customers ?2 to ?3); of a fact, which.
  var voider: String {
    let row = self == .fact ? "id" : "NULL"
    return """
      SELECT voided_by, \(row) FROM \(rawValue) WHERE op = ?1 AND voided_by <> ?1\(range(2)) LIMIT 1
      """
  }
}
