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

  /// Whether somebody with a fact of that day who is not live is to be given all the same.
  func isActive(_ day: Int64) -> Bool { activeSince.map { day >= Int64($0.number) } ?? true }
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
  /// Two statements side by side, both in the order of numbers: stepping over the facts of a
  /// customer who is left out costs less than searching for everybody's.
  func scan(
    _ numbers: ClosedRange<CustomerID>, _ view: HistoryView, _ body: (History) throws -> Void
  ) throws {
    let reader = try FactReader(connection, offset: 1)
    let customers = try customerRows(numbers, view)
    let rows = try factRows(from: numbers.lowerBound)
    defer {
      customers.reset()
      rows.reset()
    }
    var row = try rows.step()
    var owner = row?.int64(0)
    func next() throws {
      row = try rows.step()
      owner = row?.int64(0)
    }
    var facts: [Fact] = []
    while let customer = try customers.step() {
      let number = customer.int64(0)
      while let other = owner, other < number { try next() }
      guard customer.int(2) == 1 || view.activeSince == nil else {
        // Of who is lost the newest fact tells whether they are wanted; seldom are they.
        var isWanted = false
        while let own = row, owner == number {
          isWanted = isWanted || view.isActive(own.int64(2)) && !reader.isVoided(own)
          try next()
        }
        if isWanted, let history = try history(of: number, view, reader) { try body(history) }
        continue
      }
      facts.removeAll(keepingCapacity: true)
      while let own = row, owner == number {
        if let fact = reader.standing(own), view.shows(fact) { facts.append(fact) }
        try next()
      }
      try body(History(customer: number, source: customer.source(1), facts: facts))
    }
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

  /// Without an end, and to the last day: SQLite would compare every row. Whoever steps knows when to
  /// stop, and facts to come are rare.
  private func factRows(from first: CustomerID) throws -> Statement {
    let statement = try connection.statement(
      """
      SELECT customer, id, day, what FROM fact WHERE customer >= ? ORDER BY customer, day, id
      """)
    try statement.bind(1, first)
    return statement
  }
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
  /// By its number: the generic reading of terms costs a tenth of a customer.
  fileprivate func source(_ column: Int) -> Source? {
    UInt8(exactly: int(column)).flatMap(Source.init(rawValue:))
  }
}
