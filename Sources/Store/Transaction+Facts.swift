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
    touch(customer)
    let row = FactRow(
      day: day, what: try FactForm(stored(body), at: time, word: word).bits, staff: staff)
    let id = nextFact
    try insert([row], to: customer)
    try addText(note, .note, to: id)
    try addText(promise, .promise, to: id)
    if let copyOf {
      try connection.run(
        "INSERT INTO copy (fact, original) VALUES (?, ?)", .integer(id), .integer(copyOf))
    }
    return id
  }

  /// Several rows by one statement: entering a customer costs mostly the number of statements.
  func insert(_ rows: [FactRow], to customer: CustomerID) throws {
    var start = 0
    while start < rows.count {
      let count = min(rows.count - start, FactRow.statements.count)
      let statement = try connection.statement(FactRow.statements[count - 1])
      try statement.bind(1, customer)
      try statement.bind(2, nextFact)
      for offset in 0..<count {
        let row = rows[start + offset]
        try statement.bind(3 + offset * 3, Int64(row.day.number))
        try statement.bind(4 + offset * 3, row.what)
        try statement.bind(5 + offset * 3, row.staff)
      }
      try statement.run()
      nextFact &+= Int64(count)
      start += count
    }
  }

  private func addText(_ text: String?, _ kind: TextKind, to fact: FactID) throws {
    guard let text, !text.isEmpty else { return }
    try connection.run(
      "INSERT INTO note (id, text) VALUES (?, ?)", .integer(kind.number(of: fact)), .text(text))
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

  func word(_ rule: ClauseID) throws -> Int64 { try word(rule.text) }

  /// Takes back one fact of an earlier operation, with the reason why.
  package func void(_ fact: FactID, reason: String) throws {
    guard let place = try store.place(of: fact) else { throw StoreError.noSuchFact(fact) }
    if let earlier = place.voidedBy { throw StoreError.alreadyVoided(fact, by: earlier) }
    try requireOpen(place.customer)
    try connection.run(
      "UPDATE fact SET what = what | ? WHERE customer = ? AND day = ? AND id = ?",
      .integer(FactForm.voided), .integer(place.customer), .int(place.day.number), .integer(fact))
    try connection.run(
      "INSERT INTO void (fact, op) VALUES (?, ?)", .integer(fact), .integer(op))
    try connection.run("UPDATE op SET reason = ? WHERE id = ?", .text(reason), .integer(op))
    touch(place.customer)
    stale.insert(place.customer)
  }
}

/// A row of `fact` on its way.
struct FactRow {
  let day: Day
  let what: Int64
  let staff: StaffID?

  /// By how many rows they insert. FAIL, because ABORT would keep a journal of each statement; the
  /// transaction ends with the error in any case.
  static let statements: [StaticString] = [
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5)
    """,
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5), (?1, ?6, ?2 + 1, ?7, ?8)
    """,
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5), (?1, ?6, ?2 + 1, ?7, ?8), (?1, ?9, ?2 + 2, ?10, ?11)
    """,
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5), (?1, ?6, ?2 + 1, ?7, ?8), (?1, ?9, ?2 + 2, ?10, ?11),
      (?1, ?12, ?2 + 3, ?13, ?14)
    """,
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5), (?1, ?6, ?2 + 1, ?7, ?8), (?1, ?9, ?2 + 2, ?10, ?11),
      (?1, ?12, ?2 + 3, ?13, ?14), (?1, ?15, ?2 + 4, ?16, ?17)
    """,
    """
    INSERT OR FAIL INTO fact (customer, day, id, what, staff)
    VALUES (?1, ?3, ?2, ?4, ?5), (?1, ?6, ?2 + 1, ?7, ?8), (?1, ?9, ?2 + 2, ?10, ?11),
      (?1, ?12, ?2 + 3, ?13, ?14), (?1, ?15, ?2 + 4, ?16, ?17), (?1, ?18, ?2 + 5, ?19, ?20)
    """,
  ]
}
