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

  /// Whether somebody whose newest fact is of that day, and who is not live, is to be given all the
  /// same.
  func isActive(_ newest: Int64?) -> Bool {
    guard let activeSince else { return true }
    return newest.map { $0 >= Int64(activeSince.number) } ?? false
  }
}

// MARK: - A part of the office by number

extension Store {
  /// Two statements side by side, both in the order of numbers: stepping over the facts of a
  /// customer who is left out costs less than searching for everybody's. Only who is given has the
  /// facts made of the rows.
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
    var standing: [FactRecord] = []
    var facts: [Fact] = []
    while let customer = try customers.step() {
      let number = customer.int64(0)
      while let other = owner, other < number { try next() }
      standing.removeAll(keepingCapacity: true)
      while let own = row, owner == number {
        let record = reader.record(own)
        if !record.isVoided { standing.append(record) }
        try next()
      }
      guard customer.int(2) == 1 || view.isActive(standing.last?.day) else { continue }
      facts.removeAll(keepingCapacity: true)
      for record in standing {
        if let fact = reader.fact(record), view.shows(fact) { facts.append(fact) }
      }
      try body(History(customer: number, source: Source(stored: customer.int(1)), facts: facts))
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
        current = (customer, Source(stored: row.int(1)))
      }
      if let fact = reader.standing(row), view.shows(fact) { facts.append(fact) }
    }
    try finish()
  }
}
