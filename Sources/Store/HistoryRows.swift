import Core
import SQLite

/// What a pass shows of the customers it reads.
struct HistoryView {
  let now: Moment?
  let activeSince: Day?

  init(_ now: Moment?, activeSince: Day?) {
    self.now = now
    self.activeSince = activeSince
  }

  /// The last day whose facts are read.
  var last: Day { now?.day ?? .last }

  /// Only on the last day the hour matters.
  func shows(_ fact: Fact) -> Bool {
    fact.day < last || fact.day == last && fact.isVisible(at: now)
  }
}

// MARK: - One customer

extension Store {
  func history(
    of customer: CustomerID, _ view: HistoryView, _ reader: FactReader
  ) throws -> History? {
    let source = try connection.first(
      "SELECT source FROM customer WHERE id = ?", .integer(customer)
    ) { $0.source(0) }
    guard let source else { return nil }
    let facts = try connection.rows(
      "SELECT customer, id, day, what FROM fact WHERE customer = ? AND day <= ? ORDER BY day, id",
      .integer(customer), .int(view.last.number), read: reader.standing)
    return History(
      customer: customer, source: source, facts: facts.compactMap { $0 }.filter(view.shows))
  }
}

// MARK: - A part of the office by number

extension Store {
  /// Two statements side by side, both in the order of numbers. Only of the living every fact is
  /// stepped over: a search past the others costs less.
  func scan(
    _ numbers: ClosedRange<CustomerID>, _ view: HistoryView, _ body: (History) throws -> Void
  ) throws {
    let reader = try FactReader(connection, offset: 1)
    let customers = try customerRows(numbers, view)
    var rows = try FactRows(connection, from: numbers.lowerBound)
    defer {
      customers.reset()
      rows.reset()
    }
    var facts: [Fact] = []
    while let customer = try customers.step() {
      let number = customer.int64(0)
      if let since = view.activeSince, customer.int(2) != 1 {
        if try isActive(number, since), let history = try history(of: number, view, reader) {
          try body(history)
        }
        continue
      }
      facts.removeAll(keepingCapacity: true)
      try rows.go(to: number)
      while let row = rows.row(of: number) {
        if let fact = reader.standing(row), view.shows(fact) { facts.append(fact) }
        try rows.next()
      }
      try body(History(customer: number, source: customer.source(1), facts: facts))
    }
  }

  /// Whether the customer has a fact of that day or a later one.
  private func isActive(_ customer: CustomerID, _ since: Day) throws -> Bool {
    let statement = try connection.statement(
      "SELECT 1 FROM fact WHERE customer = ? AND day >= ? AND what >> 16 & 1 = 0")
    defer { statement.reset() }
    try statement.bind(1, customer)
    try statement.bind(2, Int64(since.number))
    return try statement.step() != nil
  }

  private func customerRows(
    _ numbers: ClosedRange<CustomerID>, _ view: HistoryView
  ) throws -> Statement {
    let statement = try connection.statement(
      """
      SELECT id, source, live FROM customer
      WHERE id BETWEEN ? AND ? AND voided_by IS NULL AND merged_into IS NULL AND since_day <= ?
      ORDER BY id
      """)
    try statement.bind(1, numbers.lowerBound)
    try statement.bind(2, numbers.upperBound)
    try statement.bind(3, Int64(view.last.number))
    return statement
  }

}

/// The facts of the office in the order of customers, days and numbers.
private struct FactRows {
  private let statement: Statement
  private var row: Row?
  /// Whose fact it stands at; no customer's behind the last.
  private var customer: CustomerID

  /// Without an end, and to the last day: SQLite would compare every row. Whoever steps knows when to
  /// stop, and facts to come are rare.
  init(_ connection: Connection, from first: CustomerID) throws {
    statement = try connection.statement(
      """
      SELECT customer, id, day, what FROM fact WHERE customer >= ? ORDER BY customer, day, id
      """)
    customer = first
    try search(first)
  }

  private mutating func search(_ customer: CustomerID) throws {
    statement.reset()
    try statement.bind(1, customer)
    try next()
  }

  /// Forward to the facts of that customer, or of the next who has any.
  mutating func go(to customer: CustomerID) throws {
    if self.customer < customer { try search(customer) }
  }

  mutating func next() throws {
    row = try statement.step()
    customer = row?.int64(0) ?? .max
  }

  /// Nil where it stands at another's.
  func row(of customer: CustomerID) -> Row? { customer == self.customer ? row : nil }

  func reset() { statement.reset() }
}

// MARK: - Customers here and there

extension Store {
  // The left join fixes the order of the loops, customers outside, so that an un-analysed database
  // needs no sort and a customer without facts appears too.

  func bookRows(_ staff: StaffID, _ view: HistoryView) throws -> Statement {
    let statement = try connection.statement(
      """
      SELECT c.id, c.source, f.id, f.day, f.what FROM customer c
      LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1
      WHERE c.owner = ?2 AND c.live = 1 AND c.since_day <= ?1
      ORDER BY c.id, f.day, f.id
      """)
    try statement.bind(1, Int64(view.last.number))
    try statement.bind(2, staff)
    return statement
  }

  func restRows(_ view: HistoryView) throws -> Statement {
    let statement = try connection.statement(
      """
      SELECT c.id, c.source, f.id, f.day, f.what FROM customer c NOT INDEXED
      LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1
      WHERE (c.live = 0 OR c.owner IS NULL) AND c.voided_by IS NULL AND c.merged_into IS NULL
        AND c.since_day <= ?1 AND (?2 IS NULL OR c.live = 1
          OR EXISTS (SELECT 1 FROM fact x WHERE x.customer = c.id AND x.day >= ?2))
      ORDER BY c.id, f.day, f.id
      """)
    try statement.bind(1, Int64(view.last.number))
    try statement.bind(2, view.activeSince.map { Int64($0.number) })
    return statement
  }

  func stream(
    _ statement: Statement, _ view: HistoryView, _ body: (History) throws -> Void
  ) throws {
    let reader = try FactReader(connection, offset: 2)
    defer { statement.reset() }
    var current: (customer: CustomerID, source: Source?)?
    var facts: [Fact] = []
    func finish() throws {
      guard let current else { return }
      try body(History(customer: current.customer, source: current.source, facts: facts))
      facts.removeAll(keepingCapacity: true)
    }
    while let row = try statement.step() {
      let customer = row.int64(0)
      if current?.customer != customer {
        try finish()
        current = (customer, row.source(1))
      }
      if let fact = reader.standing(row), view.shows(fact) { facts.append(fact) }
    }
    try finish()
  }
}

extension Row {
  /// By its number. Asked of every customer of an office: much faster than as a term in general.
  fileprivate func source(_ column: Int) -> Source? {
    UInt8(exactly: int(column)).flatMap(Source.init(rawValue:))
  }
}
