package import Core
import SQLite

/// Statements that a large import runs for each customer.
enum Insertion: Equatable {
  case customer
  /// So many facts at once.
  case facts(Int, FactRow.Width)
}

/// The inside of one write. It lives only during the closure that it is given to.
///
/// Everything it does belongs to one operation. The caches of customers follow when the closure
/// ends, so what it reads about a customer's owner or name in between is as it was before.
package final class Transaction {
  package let op: OpID
  /// What the store reads inside the transaction.
  package let store: Store
  /// Nobody was in the office before, and whoever enters customers keeps their phones apart: none
  /// is looked for, since no index would find it.
  package let isFirstLoad: Bool
  let operation: Operation
  let firstFact: FactID
  var nextFact: FactID
  /// The range in which the customers lie that were written to.
  var touched: ClosedRange<CustomerID>?
  /// The months that are closed, once they have been read.
  var closedMonths: [ClosedRange<Day>]?
  /// Customers whose consultant changes on a day to come, which `holder` has.
  var held: Set<CustomerID> = []
  /// Customers whose caches must be computed anew.
  var stale: Set<CustomerID> = []
  var added: [CustomerID] = []
  /// The newest moment of a fact that moves a cache.
  var stateThrough: Moment?
  /// What inserts rows, as far as it has been needed.
  var insertions: [(kind: Insertion, statement: Statement)] = []
  /// Rows that stand again.
  var revived = 0
  var words: [String: Int64] = [:]
  /// Members of staff that are known to exist.
  var knownStaff: Set<StaffID> = []

  init(op: OpID, operation: Operation, firstFact: FactID, store: Store, isFirstLoad: Bool) {
    self.op = op
    self.operation = operation
    self.firstFact = firstFact
    nextFact = firstFact
    self.store = store
    self.isFirstLoad = isFirstLoad
  }

  var connection: Connection { store.connection }

  func touch(_ customer: CustomerID) {
    guard let range = touched else {
      touched = customer...customer
      return
    }
    touched = min(range.lowerBound, customer)...max(range.upperBound, customer)
  }
}

extension Store {
  /// Carries out an operation in one transaction, or nothing of it where `body` throws.
  ///
  /// A token that is known does nothing again, if the digest is the same, and is an error
  /// (`tokenReused`) if it is not.
  package func write(
    _ operation: Operation, _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    try reading { connection in
      try connection.immediate {
        if let earlier = try receipt(ofRepeated: operation) { return earlier }
        return try apply(operation, body)
      }
    }
  }

  /// Whether an operation of that token has been carried out. Throws `tokenReused` where its digest
  /// is another.
  package func isDone(token: String, digest: String) throws -> Bool {
    try reading { _ in try receipt(ofToken: token, digest) != nil }
  }

  func receipt(ofRepeated operation: Operation) throws -> Receipt? {
    guard let token = operation.token else { return nil }
    return try receipt(ofToken: token, operation.digest)
  }

  private func receipt(ofToken token: String, _ wanted: String) throws -> Receipt? {
    let known = try connection.first(
      "SELECT id, digest FROM op WHERE token = ?", .text(token)
    ) { ($0.int64(0), $0.text(1)) }
    guard let (id, digest) = known, let summary = try op(id) else { return nil }
    guard digest == wanted else { throw StoreError.tokenReused(token, summary) }
    let customers = try connection.rows(
      """
      SELECT c.id FROM op CROSS JOIN customer c ON c.id BETWEEN op.first_customer AND op.last_customer
      WHERE op.id = ? AND c.op = op.id ORDER BY c.id
      """, .integer(id)
    ) { $0.int64(0) }
    return Receipt(op: id, facts: summary.facts, customers: customers, isRepeat: true)
  }

  /// Inside a transaction: the operation first, then what it does, then the caches.
  @discardableResult
  func apply(
    _ operation: Operation, isFirstLoad: Bool = false, _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    members = nil
    defer { members = nil }
    let firstFact =
      try connection.first("SELECT first_fact + facts FROM op ORDER BY id DESC LIMIT 1") {
        $0.int64(0)
      } ?? 1
    try connection.run(
      """
      INSERT INTO op (token, digest, command, user, staff, recorded_day, recorded_minute, first_fact)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, .string(operation.token), .text(operation.digest), .text(operation.command),
      .text(operation.user.name), .int(operation.user.staff),
      .int(operation.recorded.day.number), .int(operation.recorded.time?.minute),
      .integer(firstFact))
    let transaction = Transaction(
      op: connection.lastInsertedRow, operation: operation, firstFact: firstFact, store: self,
      isFirstLoad: isFirstLoad)
    try body(transaction)
    return try transaction.finish()
  }
}

extension Transaction {
  fileprivate func finish() throws -> Receipt {
    for customer in stale.sorted() { try refreshCaches(of: customer) }
    if let stateThrough {
      try connection.run(
        """
        UPDATE state SET through_day = ?1, through_minute = ?2
        WHERE (through_day, through_minute) < (?1, ?2)
        """, .int(stateThrough.day.number), .int(stateThrough.time?.minute ?? 0))
    }
    try connection.run(
      """
      UPDATE op SET facts = ?, first_customer = ?, last_customer = ?, revived = ? WHERE id = ?
      """, .integer(nextFact &- firstFact), .int(touched?.lowerBound), .int(touched?.upperBound),
      .int(revived), .integer(op))
    return Receipt(op: op, facts: firstFact..<nextFact, customers: added, isRepeat: false)
  }
}

// MARK: - The office

extension Transaction {
  package func setOffice(_ key: OfficeKey, _ value: String) throws {
    try setOffice(key: key.rawValue, value)
  }

  func setOffice(key: String, _ value: String) throws {
    try connection.run(
      """
      INSERT INTO office (key, value, op) VALUES (?, ?, ?)
      ON CONFLICT (key, op) DO UPDATE SET value = excluded.value
      """, .text(key), .text(value), .integer(op))
  }

  @discardableResult
  package func addMilestone(
    _ kind: MilestoneKind, on day: Day, until last: Day? = nil, title: String = "",
    building: String = ""
  ) throws -> Int64 {
    try requireDeclared(kind)
    try connection.run(
      "INSERT INTO milestone (kind, day, to_day, title, building, op) VALUES (?, ?, ?, ?, ?, ?)",
      .int(kind.rawValue), .int(day.number), .int(last?.number), .text(title), .text(building),
      .integer(op))
    return connection.lastInsertedRow
  }

  /// Puts a milestone on another day, as announced at the operation's moment.
  package func move(milestone: Int64, to day: Day, until last: Day? = nil) throws {
    try connection.run(
      """
      INSERT INTO milestone_move (milestone, day, to_day, moved_day, moved_minute, op)
      VALUES (?, ?, ?, ?, ?, ?)
      """, .integer(milestone), .int(day.number), .int(last?.number),
      .int(operation.recorded.day.number), .int(operation.recorded.time?.minute), .integer(op))
  }

  /// Lets `policy` reign from a day on; the words that it declares are known here ever after.
  /// `source` is its text as it was checked.
  @discardableResult
  package func adopt(_ policy: Policy, source: String, from day: Day) throws -> Int64 {
    try declare(policy.vocabulary)
    try connection.run(
      "INSERT INTO policy (from_day, name, source, form, op) VALUES (?, ?, ?, ?, ?)",
      .int(day.number), .text(policy.name), .text(source), .blob(store.policyCoding.encode(policy)),
      .integer(op))
    return connection.lastInsertedRow
  }
}
