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
        """
        SELECT id, name, source, since_day, owner, live, merged_into FROM customer
        WHERE id = ? AND voided_by IS NULL
        """, .integer(id), read: CustomerSummary.init)
    }
  }

  /// Who has that number, exactly as stored.
  package func customer(phone number: String) throws -> CustomerID? {
    try reading {
      guard let form = PhoneForm(number) else { return nil }
      return try $0.first(
        """
        SELECT customer FROM phone
        WHERE number % 10000 * 100000000000000 + number / 10000 = ? AND voided_by IS NULL
        """, .integer(form.tailFirst)
      ) { $0.int64(0) }
    }
  }

  /// Every customer in the order of numbers, lost ones too, without those merged.
  package func forEachCustomer(_ body: (CustomerSummary) throws -> Void) throws {
    try reading { connection in
      let statement = try connection.prepare(
        """
        SELECT id, name, source, since_day, owner, live, merged_into FROM customer
        WHERE voided_by IS NULL AND merged_into IS NULL ORDER BY id
        """)
      while let row = try statement.step() { try body(CustomerSummary(row)) }
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
        """
        SELECT c.name, substr(p.number, 2) FROM customer c
        LEFT JOIN phone p ON p.customer = c.id AND p.voided_by IS NULL
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
        """
        SELECT substr(number, 2) FROM phone WHERE customer = ? AND voided_by IS NULL ORDER BY place
        """, .integer(customer)
      ) { $0.text(0) }
    }
  }

  /// What each field has been, by field, then day.
  package func profileHistory(of customer: CustomerID) throws -> [ProfileEntry] {
    try reading { connection in
      let changes = try connection.rows(
        """
        SELECT field, day, value, op FROM profile WHERE customer = ? AND voided_by IS NULL
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
      "SELECT name, entered, entered_day, op FROM customer WHERE id = ?", .integer(customer)
    ) { row in
      let fields = [(field: ProfileField.name, text: row.text(0))]
      return (fields + EnteredFields.decode(row.text(1))).map { field, text in
        ProfileEntry(
          field: field, day: Moment(day: row.int(2), minute: nil).day, text: text,
          op: row.int64(3))
      }
    } ?? []
  }
}

extension CustomerSummary {
  /// Of a row with the columns id, name, source, since_day, owner, live, merged_into.
  init(_ row: Row) {
    self.init(
      id: row.int64(0), name: row.text(1), source: Source(stored: row.int(2)),
      since: Moment(day: row.int(3), minute: nil).day, owner: row.optionalInt64(4),
      isLive: row.int(5) == 1, mergedInto: row.optionalInt64(6))
  }
}
