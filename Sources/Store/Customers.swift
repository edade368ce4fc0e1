package import Core
import SQLite

/// A customer in one line.
package struct CustomerSummary: Hashable, Sendable {
  package let id: CustomerID
  package let name: String
  package let source: Source?
  /// When the office first had to do with the customer.
  package let since: Day
  package let owner: StaffID?
  /// Neither merged nor lost.
  package let isLive: Bool
  package let mergedInto: CustomerID?
}

/// A value that a field of a profile had from a day on.
package struct ProfileEntry: Hashable, Sendable {
  package let field: ProfileField
  package let day: Day
  /// Nil: emptied.
  package let text: String?
  package let op: OpID
}

extension Store {
  package func customer(_ id: CustomerID) throws -> CustomerSummary? {
    try reading {
      try $0.first(
        text: "SELECT \(summaryColumns) FROM customer c WHERE c.id = ? AND \(stands("c"))",
        .integer(id)
      ) { try seen(CustomerSummary($0)) }
    }
  }

  /// The customers who have that number, exactly as stored.
  package func customer(phone number: String) throws -> CustomerID? {
    try reading {
      try $0.first(
        text: "SELECT customer FROM phone WHERE tail = ? AND number = ? AND \(stands("phone"))",
        .text(Store.tail(of: number)), .text(number)
      ) { $0.int64(0) }
    }
  }

  /// The last four digits, of a switchboard those before the extension.
  private static func tail(of number: String) -> String {
    String(number.prefix { $0 != "-" }.suffix(4))
  }

  /// Every customer in the order of numbers, lost ones too, without those merged.
  package func forEachCustomer(_ body: (CustomerSummary) throws -> Void) throws {
    try pinned {
      var last = CustomerID.min
      try pass { isOver in
        let statement = try connection.statement(
          text: """
            SELECT \(summaryColumns) FROM customer c
            WHERE c.id > ? AND \(stands("c")) AND \(known("c.merged_by")) IS NULL ORDER BY c.id
            """)
        defer { statement.reset() }
        try statement.bind(1, last)
        while let row = try statement.step() {
          let customer = try seen(CustomerSummary(row))
          last = customer.id
          try body(customer)
          if isOver() { return false }
        }
        return true
      }
    }
  }

  /// The current profile with its phones, in the order in which they were entered.
  package func profile(of customer: CustomerID) throws -> Profile? {
    try reading { _ in
      guard let summary = try self.customer(customer) else { return nil }
      var profile = Profile(name: summary.name, phones: try phones(of: customer))
      for entry in try profileHistory(of: customer) { profile.set(entry.field, entry.text) }
      return profile
    }
  }

  /// A customer's name and phones; no name where there is no such customer.
  package func nameAndPhones(
    of customer: CustomerID
  ) throws -> (name: String, phones: [String]) {
    try reading {
      var name = ""
      let phones = try $0.rows(
        text: """
          SELECT \(nameAsKnown(of: customer)), p.number FROM customer c
          LEFT JOIN phone p ON p.customer = c.id AND \(stands("p"))
          WHERE c.id = ? ORDER BY p.place
          """, .integer(customer)
      ) { row in
        if name.isEmpty { name = row.text(0) }
        return row.text(1)
      }
      return (name, phones.filter { !$0.isEmpty })
    }
  }

  package func phones(of customer: CustomerID) throws -> [String] {
    try reading {
      try $0.rows(
        text: "SELECT number FROM phone WHERE customer = ? AND \(stands("phone")) ORDER BY place",
        .integer(customer)
      ) { $0.text(0) }
    }
  }

  /// What each field has been, by field, then day.
  package func profileHistory(of customer: CustomerID) throws -> [ProfileEntry] {
    try reading { connection in
      let changes = try connection.rows(
        text: """
          SELECT field, day, value, op FROM profile WHERE customer = ? AND \(stands("profile"))
          """, .integer(customer)
      ) { row in
        ProfileEntry(
          field: ProfileField(stored: row.int(0)) ?? .note,
          day: Moment(day: row.int(1), minute: nil).day, text: row.optionalText(2),
          op: row.int64(3))
      }
      let isRenamed = changes.contains { $0.field == .name }
      let entered = try entered(customer).filter { $0.field != .name || !isRenamed }
      return (entered + changes).sorted {
        ($0.field.rawValue, $0.day, $0.op) < ($1.field.rawValue, $1.day, $1.op)
      }
    }
  }

  /// What the customer was entered with. The name is that only as long as it was never changed.
  private func entered(_ customer: CustomerID) throws -> [ProfileEntry] {
    try connection.first(
      text: """
        SELECT entered_day, op, name, \(EnteredField.columns) FROM customer WHERE id = ?
        """, .integer(customer)
    ) { row in
      let fields = [ProfileField.name] + EnteredField.all
      return zip(fields, 2...).compactMap { field, column in
        guard let text = row.optionalText(column) else { return nil }
        return ProfileEntry(
          field: field, day: Moment(day: row.int(0), minute: nil).day, text: text,
          op: row.int64(1))
      }
    } ?? []
  }
}

extension Store {
  /// A customer as the caches tell, corrected where what they tell came after the state that is read.
  func seen(_ cached: CustomerSummary) throws -> CustomerSummary {
    guard horizon?.hasChanged(cached.id) == true else { return cached }
    let facts = try allFacts(of: cached.id)
    let state = CustomerState(today.map { today in facts.filter { $0.day <= today } } ?? facts)
    let found = try connection.first(
      text: """
        SELECT \(nameAsKnown(of: cached.id)), \(sinceAsKnown),
          CASE WHEN \(known("c.merged_by")) IS NOT NULL THEN c.merged_into END
        FROM customer c WHERE c.id = ?
        """, .integer(cached.id)
    ) { (name: $0.text(0), since: $0.int(1), mergedInto: $0.optionalInt64(2)) }
    guard let found else { return cached }
    return CustomerSummary(
      id: cached.id, name: found.name, source: cached.source,
      since: Moment(day: found.since, minute: nil).day, owner: state.owner,
      isLive: found.mergedInto == nil && !state.isLost, mergedInto: found.mergedInto)
  }

  /// What is to be selected for the name of `customer c`.
  private func nameAsKnown(of customer: CustomerID) -> String {
    guard horizon?.hasChanged(customer) == true else { return "c.name" }
    return """
      coalesce((SELECT n.value FROM profile n WHERE n.customer = c.id AND n.field = 1
        AND \(stands("n")) ORDER BY n.day DESC, n.op DESC LIMIT 1), c.name)
      """
  }

  /// The same for the day since which the office knows the customer.
  var sinceAsKnown: String {
    guard let horizon, !horizon.isCurrent else { return "c.since_day" }
    return """
      min(c.entered_day, coalesce((SELECT min(m.since_day) FROM customer m
        WHERE m.merged_into = c.id AND m.merged_by <= \(horizon.op)), c.entered_day))
      """
  }
}

extension Store {
  /// What is to be selected of `customer c`.
  var summaryColumns: String {
    let owner = today.map { today in
      """
      coalesce((SELECT h.staff FROM holder h WHERE h.customer = c.id AND h.until_day >= \(today.number)
        AND \(stands("h")) ORDER BY h.until_day LIMIT 1), c.owner)
      """
    }
    return "c.id, c.name, c.source, c.since_day, \(owner ?? "c.owner"), c.live, c.merged_into"
  }
}

extension CustomerSummary {
  /// Of a row with these columns.
  init(_ row: Row) {
    self.init(
      id: row.int64(0), name: row.text(1), source: Source(stored: row.int(2)),
      since: Moment(day: row.int(3), minute: nil).day, owner: row.optionalInt64(4),
      isLive: row.int(5) == 1, mergedInto: row.optionalInt64(6))
  }
}
