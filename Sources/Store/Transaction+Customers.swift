package import Core
import SQLite

extension Transaction {
  /// Enters a customer with all that the profile knows.
  ///
  /// It adds no event: the call-in or visit that brought the customer is a fact of its own. Where
  /// a phone is taken, nothing is entered.
  ///
  /// - Parameters:
  ///   - owner: the consultant from `day` on, which is a fact.
  ///   - facts: what is known from the beginning, done by the owner.
  package func addCustomer(
    _ profile: Profile, source: Source?, since day: Day, owner: StaffID? = nil,
    facts: [(day: Day, body: Fact.Body)] = []
  ) throws -> CustomerID {
    if let owner { try requireStaff(owner) }
    if !isFirstLoad { try requireFree(profile.phones) }
    let statement = try prepared(.customer) { Transaction.customerInsertion }
    try statement.bind(1, source.map { Int64($0.rawValue) })
    try statement.bind(2, Int64(day.number))
    try statement.bind(3, profile.name)
    try statement.bind(4, owner)
    try statement.bind(5, op)
    for (field, index) in zip(EnteredField.all, 6...) {
      if let text = profile.text(of: field) {
        try statement.bind(index, text)
      } else {
        try statement.bindNull(index)
      }
    }
    try statement.run()
    let customer = connection.lastInsertedRow
    added.append(customer)
    touch(customer)
    if let building = profile.building { try insert(.building, building, day, of: customer) }
    var place: Int64 = 0
    for (index, number) in profile.phones.enumerated()
    where !profile.phones[..<index].contains(number) {
      try insertPhone(number, at: place, of: customer)
      place += 1
    }
    try insertFirst(facts, owner, day, to: customer)
    return customer
  }

  private static let customerInsertion = """
    INSERT INTO customer (source, entered_day, since_day, name, owner, live, op,
      \(EnteredField.columns))
    VALUES (?1, ?2, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
    """

  /// The cache holds this owner already, and nobody owned the customer before.
  private func insertFirst(
    _ facts: [(day: Day, body: Fact.Body)], _ owner: StaffID?, _ day: Day, to customer: CustomerID
  ) throws {
    var rows: [FactRow] = []
    rows.reserveCapacity(facts.count + 1)
    if let owner {
      rows.append(try row(.owner(owner), day, nil, nil))
    }
    for fact in facts {
      if case .owner(let owner) = fact.body { try requireStaff(owner) }
      rows.append(try row(fact.body, fact.day, nil, owner))
    }
    for row in rows { try requireOpenMonth(row.day) }
    try insert(rows, to: customer)
    for fact in facts { noteState(fact.day, nil, fact.body, customer) }
  }

  /// Whether this operation added the customer.
  func isNew(_ customer: CustomerID) -> Bool { added.first.map { customer >= $0 } ?? false }

  /// Throws unless the customer exists and takes facts.
  func requireOpen(_ customer: CustomerID) throws {
    if isNew(customer), let last = added.last, customer <= last { return }
    guard let summary = try store.customer(customer) else {
      throw StoreError.noSuchCustomer(customer)
    }
    if let target = summary.mergedInto { throw StoreError.merged(customer, into: target) }
  }

  // MARK: Profile

  /// Sets what differs between the customer's profile and `profile`, phones apart.
  package func setProfile(_ profile: Profile, of customer: CustomerID, on day: Day) throws {
    guard let old = try store.profile(of: customer) else {
      throw StoreError.noSuchCustomer(customer)
    }
    for field in ProfileField.allCases where profile.text(of: field) != old.text(of: field) {
      try setProfile(field, profile.text(of: field), of: customer, on: day)
    }
  }

  /// Sets one field to the text that `Profile.text(of:)` gives for it; nil empties it.
  package func setProfile(
    _ field: ProfileField, _ text: String?, of customer: CustomerID, on day: Day
  ) throws {
    try requireOpen(customer)
    if field == .name {
      try keepEnteredName(of: customer)
      stale.insert(customer)
    }
    try insert(field, text, day, of: customer)
  }

  /// Puts the name with which the customer was entered among the changes, before the first of them.
  private func keepEnteredName(of customer: CustomerID) throws {
    try connection.run(
      """
      INSERT INTO profile (customer, field, day, op, value)
      SELECT id, 1, entered_day, op, name FROM customer WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM profile WHERE customer = ?1 AND field = 1)
      """, .integer(customer))
  }

  private func insert(
    _ field: ProfileField, _ text: String?, _ day: Day, of customer: CustomerID
  ) throws {
    touch(customer)
    let statement = try connection.statement(
      """
      INSERT INTO profile (customer, field, day, op, value) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (customer, field, day, op) DO UPDATE SET value = excluded.value
      """)
    try statement.bind(1, customer)
    try statement.bind(2, Int64(field.rawValue))
    try statement.bind(3, Int64(day.number))
    try statement.bind(4, op)
    if let text { try statement.bind(5, text) } else { try statement.bindNull(5) }
    try statement.run()
  }

  // MARK: Phones

  package func addPhone(_ number: String, to customer: CustomerID) throws {
    try requireOpen(customer)
    try requireFree([number])
    try appendPhone(number, to: customer)
  }

  func appendPhone(_ number: String, to customer: CustomerID) throws {
    let place = try connection.first(
      "SELECT count(*) FROM phone WHERE customer = ?", .integer(customer)
    ) { $0.int64(0) }
    try insertPhone(number, at: place ?? 0, of: customer)
  }

  private func requireFree(_ numbers: [String]) throws {
    for number in numbers {
      guard let other = try store.customer(phone: number) else { continue }
      throw StoreError.phoneTaken(number: number, by: other)
    }
  }

  private func insertPhone(
    _ number: String, at place: Int64, of customer: CustomerID
  ) throws {
    touch(customer)
    let statement = try connection.statement(
      "INSERT INTO phone (customer, place, number, op) VALUES (?, ?, ?, ?)")
    try statement.bind(1, customer)
    try statement.bind(2, place)
    try statement.bind(3, try Transaction.checked(number))
    try statement.bind(4, op)
    try statement.run()
  }

  /// Callers store what `PhoneText` reads: digits, and a dash before an extension.
  private static func checked(_ number: String) throws -> String {
    let isNumber = number.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
    }
    guard isNumber, 1...24 ~= number.utf8.count else {
      throw StoreError.unexpected(code: 0, message: "a phone of other signs than digits", sql: "")
    }
    return number
  }

  /// Takes a number from a customer who has it; otherwise nothing happens.
  package func removePhone(_ number: String, from customer: CustomerID) throws {
    try requireOpen(customer)
    touch(customer)
    try connection.run(
      "UPDATE phone SET voided_by = ? WHERE customer = ? AND number = ? AND voided_by IS NULL",
      .integer(op), .integer(customer), .text(number))
  }

  // MARK: Caches

  /// Computes the caches of a customer from its facts.
  func refreshCaches(of customer: CustomerID) throws {
    let facts = try store.history(of: customer)?.facts ?? []
    let state = CustomerState(facts)
    try connection.run(
      """
      UPDATE customer SET owner = ?2,
        live = voided_by IS NULL AND merged_into IS NULL AND NOT ?3,
        since_day = coalesce((SELECT min(m.since_day, customer.entered_day) FROM customer m
          WHERE m.merged_into = customer.id ORDER BY m.since_day LIMIT 1), entered_day),
        name = coalesce((SELECT p.value FROM profile p
          WHERE p.customer = customer.id AND p.field = 1 AND p.voided_by IS NULL
          ORDER BY p.day DESC, p.op DESC LIMIT 1), name)
      WHERE id = ?1
      """, .integer(customer), .int(state.owner), .int(state.isLost ? 1 : 0))
  }
}
