package import Core
import SQLite

extension Transaction {
  /// Adds a fact about a customer.
  ///
  /// - Parameters:
  ///   - staff: who did it, where known.
  ///   - note: what was said; for a skip, the reason.
  ///   - promise: what was promised for the contact's next day.
  @discardableResult
  package func append(
    to customer: CustomerID, on day: Day, at time: TimeOfDay? = nil, _ body: Fact.Body,
    staff: StaffID? = nil, note: String? = nil, promise: String? = nil
  ) throws -> FactID {
    try requireOpen(customer)
    let id = try insert(to: customer, on: day, at: time, body, staff, note, promise)
    noteState(day, time, body, customer)
    return id
  }

  /// As `append`, for a customer that is known to exist and whose caches the caller keeps.
  func insert(
    to customer: CustomerID, on day: Day, at time: TimeOfDay?, _ body: Fact.Body,
    _ staff: StaffID?, _ note: String?, _ promise: String?, copyOf: FactID? = nil
  ) throws -> FactID {
    if case .owner(let owner) = body { try requireStaff(owner) }
    if let staff { try requireStaff(staff) }
    let id = nextFact
    nextFact &+= 1
    touch(customer)
    let statement = try connection.statement(
      """
      INSERT INTO fact (customer, day, id, minute, kind, value, flag, channel, outcome, to_day,
        to_minute, staff, copy_of, op) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let form = try FactForm(body, word: word)
    try statement.bind(1, customer)
    try statement.bind(2, Int64(day.number))
    try statement.bind(3, id)
    try statement.bind(4, time.map { Int64($0.minute) })
    try statement.bind(form, from: 5)
    try statement.bind(12, staff)
    try statement.bind(13, copyOf)
    try statement.bind(14, op)
    try statement.run()
    try addText(note, 1, to: id)
    try addText(promise, 2, to: id)
    return id
  }

  private func addText(_ text: String?, _ kind: Int64, to fact: FactID) throws {
    guard let text, !text.isEmpty else { return }
    try connection.run(
      "INSERT INTO note (fact, kind, text) VALUES (?, ?, ?)",
      .integer(fact), .integer(kind), .text(text))
  }

  /// Remembers what the fact does to the caches. An earlier present sees another owner, or a
  /// customer not yet lost; a customer who starts again is only shown too early.
  func noteState(_ day: Day, _ time: TimeOfDay?, _ body: Fact.Body, _ customer: CustomerID) {
    switch CustomerState.bearing(of: body) {
    case .none: break
    case .starts:
      if !isNew(customer) { stale.insert(customer) }
    case .ends:
      stale.insert(customer)
      let minute = Int(day.number) * 1440 + Int(time?.minute ?? 0)
      stateThrough = max(stateThrough ?? minute, minute)
    }
  }

  /// The number of a text, given to it at its first use.
  func word(_ text: String) throws -> Int64 {
    if let known = words[text] { return known }
    try connection.run("INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING", .text(text))
    let id =
      try connection.first("SELECT id FROM word WHERE text = ?", .text(text)) { $0.int64(0) } ?? 0
    words[text] = id
    return id
  }

  /// Takes back one fact of an earlier operation, with the reason why.
  package func void(_ fact: FactID, reason: String) throws {
    guard let place = try store.place(of: fact) else { throw StoreError.noSuchFact(fact) }
    if let earlier = place.voidedBy { throw StoreError.alreadyVoided(fact, by: earlier) }
    try requireOpen(place.customer)
    try connection.run(
      "UPDATE fact SET voided_by = ? WHERE customer = ? AND day = ? AND id = ?",
      .integer(op), .integer(place.customer), .int(place.day.number), .integer(fact))
    try connection.run("UPDATE op SET reason = ? WHERE id = ?", .text(reason), .integer(op))
    touch(place.customer)
    stale.insert(place.customer)
  }
}

extension Statement {
  /// Binds kind, value, flag, channel, outcome, to_day, to_minute.
  func bind(_ form: FactForm, from index: Int) throws(SQLiteError) {
    try bind(index, form.kind.rawValue)
    try bind(index + 1, form.value)
    try bind(index + 2, form.flag)
    try bind(index + 3, form.channel)
    try bind(index + 4, form.outcome)
    try bind(index + 5, form.toDay)
    try bind(index + 6, form.toMinute)
  }
}
