package import Core
import SQLite

extension Transaction {
  /// Adds a fact about a customer.
  ///
  /// - Parameters:
  ///   - staff: who did it, where known.
  ///   - note: what was said; for a skip, the reason.
  ///   - promise: what was promised for the contact's next day.
  ///   - details: what the policy wants recorded beside that.
  @discardableResult
  package func append(
    to customer: CustomerID, on day: Day, at time: TimeOfDay? = nil, _ body: Fact.Body,
    staff: StaffID? = nil, note: String? = nil, promise: String? = nil,
    details: [RecordField: String] = [:]
  ) throws -> FactID {
    try requireOpen(customer)
    if case .owner = body { try endHolding(of: customer, from: day) }
    let id = try insert(to: customer, on: day, at: time, body, staff, note, promise)
    try addDetails(details, to: id)
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
    touch(customer)
    if copyOf == nil { try requireOpenMonth(day) }
    let id = nextFact
    try insert([try row(body, day, time, staff)], to: customer)
    try addTexts(note, promise, to: id)
    if let copyOf {
      try connection.run(
        "INSERT INTO copy (fact, original) VALUES (?, ?)", .integer(id), .integer(copyOf))
    }
    return id
  }

  func row(
    _ body: Fact.Body, _ day: Day, _ time: TimeOfDay?, _ staff: StaffID?
  ) throws -> FactRow {
    try requireDeclared(body)
    return FactRow(
      day: day, time: time, staff: staff, columns: try FactColumns(body, word: word))
  }

  func insert(_ rows: [FactRow], to customer: CustomerID) throws {
    let width = rows.allSatisfy { $0.width == .short } ? FactRow.Width.short : .whole
    var start = 0
    while start < rows.count {
      let count = min(rows.count - start, FactRow.most)
      let statement = try insertion(count, width)
      try FactRow.bind(to: statement, customer, op, nextFact)
      for index in 0..<count {
        try rows[start + index].bind(to: statement, at: index, width)
      }
      try statement.run()
      nextFact &+= FactID(count)
      start += count
    }
  }

  private func insertion(_ count: Int, _ width: FactRow.Width) throws -> Statement {
    try prepared(.facts(count, width)) { FactRow.insertion(count, width) }
  }

  /// The statement of that kind, which is put together only once.
  func prepared(_ insertion: Insertion, _ text: () -> String) throws -> Statement {
    if let known = insertions.first(where: { $0.kind == insertion }) { return known.statement }
    let statement = try connection.prepare(text: text())
    insertions.append((insertion, statement))
    return statement
  }

  private func addTexts(_ said: String?, _ promised: String?, to fact: FactID) throws {
    let (said, promised) = (said == "" ? nil : said, promised == "" ? nil : promised)
    guard said != nil || promised != nil else { return }
    try connection.run(
      "INSERT INTO note (fact, said, promised) VALUES (?, ?, ?)", .integer(fact), .string(said),
      .string(promised))
  }

  /// Keeps what was recorded of a contact of this operation beside what was said.
  func addDetails(_ details: [RecordField: String], to fact: FactID) throws {
    for (field, value) in details.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try connection.run(
        "INSERT INTO detail (fact, field, value) VALUES (?, ?, ?)", .integer(fact),
        .int(field.rawValue), .text(value))
    }
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
      let recorded = operation.recorded
      // What is to come stands in `holder` with those who have the customer until then.
      let moment =
        held.contains(customer) && recorded.day < day
        ? Moment(recorded.day, recorded.time ?? .midnight) : Moment(day, time ?? .midnight)
      if let known = stateThrough, !known.isSurelyBefore(moment) { break }
      stateThrough = moment
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

  func word(_ rule: ClauseID) throws -> Int64 { try word(rule.text) }

  /// Takes back one fact of an earlier operation, with the reason why.
  package func void(_ fact: FactID, reason: String) throws {
    guard let place = try store.place(of: fact) else { throw StoreError.noSuchFact(fact) }
    if let earlier = place.voidedBy { throw StoreError.alreadyVoided(fact, by: earlier) }
    try requireOpen(place.customer)
    try requireOpenMonth(place.day)
    if try isOwner(fact, place) { try endHolding(of: place.customer, from: place.day) }
    try connection.run(
      "UPDATE fact SET voided_by = ? WHERE customer = ? AND day = ? AND id = ?",
      .integer(op), .integer(place.customer), .int(place.day.number), .integer(fact))
    try connection.run("UPDATE op SET reason = ? WHERE id = ?", .text(reason), .integer(op))
    touch(place.customer)
    stale.insert(place.customer)
  }

  private func isOwner(_ fact: FactID, _ place: FactPlace) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM fact WHERE customer = ? AND day = ? AND id = ? AND kind = 7",
      .integer(place.customer), .int(place.day.number), .integer(fact)
    ) { _ in true } ?? false
  }
}
