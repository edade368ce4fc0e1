package import Core
import SQLite

/// Whose histories are read.
package enum Scope: Hashable, Sendable {
  case office
  /// A part of the office, by customers' numbers.
  case customers(ClosedRange<CustomerID>)
  /// The customers of one consultant on that day.
  case book(StaffID)
  /// Who is in nobody's book: customers without a consultant, and those that `book` leaves out as
  /// lost. With the books of all staff it makes up the office.
  case outsideBooks
}

extension Store {
  /// Everything the engine knows of one customer: what has happened by `asOf`, or all of it.
  package func history(of customer: CustomerID, asOf: Moment? = nil) throws -> History? {
    try reading { connection in
      let reader = try FactReader(connection)
      let source = try connection.first(
        "SELECT source FROM customer WHERE id = ?", .integer(customer)
      ) { Source(stored: $0.int(0)) }
      guard let source else { return nil }
      let facts = try connection.rows(
        """
        SELECT id, day, minute, kind, value, flag, channel, outcome, to_day, to_minute
        FROM fact WHERE customer = ? AND day <= ? AND voided_by IS NULL ORDER BY day, id
        """, .integer(customer), .int((asOf?.day ?? .last).number), read: reader.fact)
      return History(
        customer: customer, source: source,
        facts: facts.compactMap { $0 }.filter { $0.isVisible(at: asOf) })
    }
  }

  /// Gives the histories of a scope in the order of customers' numbers, one at a time.
  ///
  /// Customers entered after `asOf` and merged ones are left out; of the rest everything that has
  /// happened by then is given. A book holds who is the consultant's at `asOf`; customers who were
  /// lost for good by then may be missing from it, unless `lost` asks for them.
  ///
  /// - Parameter activeSince: customers who were lost for good before that day may be missing.
  package func forEachHistory(
    in scope: Scope, asOf: Moment? = nil, lost: Bool = false, activeSince: Day? = nil,
    _ body: (History) throws -> Void
  ) throws {
    try snapshot {
      let cachesHold = try cachesHold(at: asOf)
      let activeSince = cachesHold ? activeSince : nil
      switch scope {
      case .office:
        try stream(try prepareOffice(.min ... .max, activeSince, asOf), asOf, body)
      case .customers(let numbers):
        try stream(try prepareOffice(numbers, activeSince, asOf), asOf, body)
      case .book(let staff):
        let statement =
          cachesHold && !lost
          ? try prepareBook(staff, asOf) : try prepareOffice(.min ... .max, activeSince, asOf)
        try stream(statement, asOf) { history in
          if CustomerState(history.facts).owner == staff { try body(history) }
        }
      case .outsideBooks:
        guard !cachesHold else { return try stream(try prepareRest(activeSince, asOf), asOf, body) }
        try stream(try prepareOffice(.min ... .max, nil, asOf), asOf) { history in
          if CustomerState(history.facts).owner == nil { try body(history) }
        }
      }
    }
  }

  /// The lowest and the highest number of a customer.
  package func customerRange() throws -> ClosedRange<CustomerID>? {
    try reading {
      try $0.first("SELECT min(id), max(id) FROM customer WHERE id IS NOT NULL") { row in
        row.isNull(0) ? nil : row.int64(0)...max(row.int64(0), row.int64(1))
      } ?? nil
    }
  }

  /// The numbers of a consultant's customers at `asOf`.
  package func book(of staff: StaffID, asOf: Moment? = nil) throws -> [CustomerID] {
    var customers: [CustomerID] = []
    try forEachHistory(in: .book(staff), asOf: asOf) { customers.append($0.customer) }
    return customers
  }

  /// Whether no change of owner and no loss lies after `asOf`.
  private func cachesHold(at asOf: Moment?) throws -> Bool {
    guard let asOf else { return true }
    let through = try connection.first("SELECT through FROM state") { $0.int(0) } ?? 0
    return through <= Int(asOf.day.number) * 1440 + Int(asOf.time?.minute ?? 1439)
  }

  // The left join fixes the order of the loops, customers outside, so that an un-analysed database
  // needs no sort and a customer without facts appears too.

  private func prepareOffice(
    _ numbers: ClosedRange<CustomerID>, _ activeSince: Day?, _ asOf: Moment?
  ) throws -> Statement {
    let statement = try connection.prepare(
      """
      SELECT c.id, c.source, f.id, f.day, f.minute, f.kind, f.value, f.flag, f.channel, f.outcome,
        f.to_day, f.to_minute
      FROM customer c
      LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1 AND f.voided_by IS NULL
      WHERE c.id BETWEEN ?3 AND ?4 AND c.voided_by IS NULL AND c.merged_into IS NULL
        AND c.since_day <= ?1 AND (?2 IS NULL OR c.live = 1
          OR EXISTS (SELECT 1 FROM fact x WHERE x.customer = c.id AND x.day >= ?2))
      ORDER BY c.id, f.day, f.id
      """)
    try statement.bind(1, Int64((asOf?.day ?? .last).number))
    try statement.bind(2, activeSince.map { Int64($0.number) })
    try statement.bind(3, numbers.lowerBound)
    try statement.bind(4, numbers.upperBound)
    return statement
  }

  private func prepareRest(_ activeSince: Day?, _ asOf: Moment?) throws -> Statement {
    let statement = try connection.prepare(
      """
      SELECT c.id, c.source, f.id, f.day, f.minute, f.kind, f.value, f.flag, f.channel, f.outcome,
        f.to_day, f.to_minute
      FROM customer c NOT INDEXED
      LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1 AND f.voided_by IS NULL
      WHERE (c.live = 0 OR c.owner IS NULL) AND c.voided_by IS NULL AND c.merged_into IS NULL
        AND c.since_day <= ?1 AND (?2 IS NULL OR c.live = 1
          OR EXISTS (SELECT 1 FROM fact x WHERE x.customer = c.id AND x.day >= ?2))
      ORDER BY c.id, f.day, f.id
      """)
    try statement.bind(1, Int64((asOf?.day ?? .last).number))
    try statement.bind(2, activeSince.map { Int64($0.number) })
    return statement
  }

  private func prepareBook(_ staff: StaffID, _ asOf: Moment?) throws -> Statement {
    let statement = try connection.prepare(
      """
      SELECT c.id, c.source, f.id, f.day, f.minute, f.kind, f.value, f.flag, f.channel, f.outcome,
        f.to_day, f.to_minute
      FROM customer c
      LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1 AND f.voided_by IS NULL
      WHERE c.owner = ?2 AND c.live = 1 AND c.since_day <= ?1
      ORDER BY c.id, f.day, f.id
      """)
    try statement.bind(1, Int64((asOf?.day ?? .last).number))
    try statement.bind(2, staff)
    return statement
  }

  private func stream(
    _ statement: Statement, _ asOf: Moment?, _ body: (History) throws -> Void
  ) throws {
    let reader = try FactReader(connection, offset: 2)
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
      if !row.isNull(2), let fact = reader.fact(row), fact.isVisible(at: asOf) {
        facts.append(fact)
      }
    }
    try finish()
  }
}

extension Fact {
  /// Whether it has happened by `now`: on an earlier day, or on that day and not surely later.
  func isVisible(at now: Moment?) -> Bool { now.map { !$0.isSurelyBefore(moment) } ?? true }
}
