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
      text: "SELECT source FROM customer WHERE id = ? AND \(exists("customer"))", .integer(customer)
    ) { $0.source(0) }
    guard let source else { return nil }
    let facts = try connection.rows(
      text: """
        SELECT f.customer, \(FactReader.columns) FROM fact f
        WHERE f.customer = ? AND f.day <= ? AND \(stands("f")) ORDER BY f.day, f.id
        """, .integer(customer), .int(view.last.number), read: reader.fact)
    return History(
      customer: customer, source: source, facts: facts.compactMap { $0 }.filter(view.shows))
  }

  /// Every fact that stands, whenever it was, in the order of facts.
  func allFacts(of customer: CustomerID) throws -> [Fact] {
    try history(
      of: customer, HistoryView(nil, activeSince: nil), FactReader(connection, offset: 1)
    )?.facts ?? []
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
    var first = numbers.lowerBound
    var facts: [Fact] = []
    try pass { isOver in
      let customers = try customerRows(first...numbers.upperBound, view)
      var rows = try FactRows(self, from: first)
      defer {
        customers.reset()
        rows.reset()
      }
      while let customer = try customers.step() {
        let number = customer.int64(0)
        if let since = view.activeSince, customer.int(2) != 1,
          horizon?.hasChanged(number) != true
        {
          if try isActive(number, since), let history = try history(of: number, view, reader) {
            try body(history)
          }
        } else {
          facts.removeAll(keepingCapacity: true)
          try rows.go(to: number)
          while let row = rows.row(of: number) {
            if let fact = reader.fact(row), view.shows(fact) { facts.append(fact) }
            try rows.next()
          }
          try body(History(customer: number, source: customer.source(1), facts: facts))
        }
        if number == numbers.upperBound { return true }
        first = number + 1
        if isOver() { return false }
      }
      return true
    }
  }

  /// Whether the customer has a fact of that day or a later one.
  private func isActive(_ customer: CustomerID, _ since: Day) throws -> Bool {
    let statement = try connection.statement(
      "SELECT 1 FROM fact WHERE customer = ? AND day >= ? AND voided_by IS NULL")
    defer { statement.reset() }
    try statement.bind(1, customer)
    try statement.bind(2, Int64(since.number))
    return try statement.step() != nil
  }

  private func customerRows(
    _ numbers: ClosedRange<CustomerID>, _ view: HistoryView
  ) throws -> Statement {
    let statement = try connection.statement(
      text: """
        SELECT c.id, c.source, c.live FROM customer c
        WHERE c.id BETWEEN ? AND ? AND \(stands("c")) AND \(known("c.merged_by")) IS NULL
          AND \(sinceAsKnown) <= ?
        ORDER BY c.id
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
  /// The customer at whose fact it stands; nobody behind the last.
  private var customer: CustomerID

  /// Without an end, and to the last day: SQLite would compare every row. Whoever steps knows when to
  /// stop, and facts to come are rare.
  init(_ store: Store, from first: CustomerID) throws {
    statement = try store.connection.statement(
      text: """
        SELECT f.customer, \(FactReader.columns) FROM fact f
        WHERE f.customer >= ? AND \(store.stands("f")) ORDER BY f.customer, f.day, f.id
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
  /// While nobody writes, by one statement; where a later operation has written, customer by customer.
  func stream(
    _ scope: CachedScope, _ view: HistoryView, _ body: (History) throws -> Void
  ) throws {
    let reader = try FactReader(connection, offset: 2)
    var last = CustomerID.min
    try pass { isOver in
      guard horizon?.isCurrent != false else {
        return try readOneByOne(scope, view, after: &last, isOver, body)
      }
      let statement = try rows(of: scope, view, after: last)
      defer { statement.reset() }
      var current: (customer: CustomerID, source: Source?)?
      var facts: [Fact] = []
      func finish() throws {
        guard let current else { return }
        try body(History(customer: current.customer, source: current.source, facts: facts))
        facts.removeAll(keepingCapacity: true)
        last = current.customer
      }
      while let row = try statement.step() {
        let customer = row.int64(0)
        if current?.customer != customer {
          try finish()
          if current != nil, isOver() { return false }
          current = (customer, row.source(1))
        }
        if !row.isNull(2), let fact = reader.fact(row), view.shows(fact) { facts.append(fact) }
      }
      try finish()
      return true
    }
  }

  /// The left join fixes the order of the loops, customers outside, so that an un-analysed database
  /// needs no sort and a customer without facts appears too.
  private func rows(
    of scope: CachedScope, _ view: HistoryView, after last: CustomerID
  ) throws -> Statement {
    let statement = try connection.statement(
      text: """
        SELECT c.id, c.source, \(FactReader.columns) FROM customer c
        LEFT JOIN fact f ON f.customer = c.id AND f.day <= ?1 AND f.voided_by IS NULL
        WHERE \(scope.condition) AND c.since_day <= ?1 AND c.id > ?3
        ORDER BY c.id, f.day, f.id
        """)
    try statement.bind(1, Int64(view.last.number))
    try statement.bind(2, scope.argument(view))
    try statement.bind(3, last)
    return statement
  }

  private func readOneByOne(
    _ scope: CachedScope, _ view: HistoryView, after last: inout CustomerID, _ isOver: () -> Bool,
    _ body: (History) throws -> Void
  ) throws -> Bool {
    let reader = try FactReader(connection, offset: 1)
    for customer in try numbers(of: scope, view, after: last) {
      if let history = try history(of: customer, view, reader) { try body(history) }
      last = customer
      if isOver() { return false }
    }
    return true
  }

  /// By the caches, and of the customers that have changed by their facts.
  private func numbers(
    of scope: CachedScope, _ view: HistoryView, after last: CustomerID
  ) throws -> [CustomerID] {
    let unchanged = try connection.rows(
      text: """
        SELECT c.id FROM customer c
        WHERE \(scope.condition) AND c.since_day <= ?1 AND c.id > ?3 AND \(exists("c"))
        """, .int(view.last.number), .int(scope.argument(view)), .integer(last)
    ) { $0.int64(0) }.filter { horizon?.hasChanged($0) != true }
    let changed = try Set((horizon?.changed ?? []).joined()).filter { customer in
      guard customer > last else { return false }
      let isThere = try connection.first(
        text: """
          SELECT 1 FROM customer c WHERE c.id = ?2 AND \(stands("c"))
            AND \(known("c.merged_by")) IS NULL AND \(sinceAsKnown) <= ?1
          """, .int(view.last.number), .integer(customer)
      ) { _ in true }
      return try isThere == true && scope.holds(allFacts(of: customer))
    }
    return (unchanged + changed).sorted()
  }
}

extension Row {
  /// By its number. Asked of every customer of an office: much faster than as a term in general.
  fileprivate func source(_ column: Int) -> Source? {
    UInt8(exactly: int(column)).flatMap(Source.init(rawValue:))
  }
}
