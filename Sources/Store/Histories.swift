package import Core
import SQLite

/// The customers whose histories are read.
package enum Scope: Hashable, Sendable {
  case office
  /// A part of the office, by customers' numbers.
  case customers(ClosedRange<CustomerID>)
  /// The customers of one consultant on that day.
  case book(StaffID)
  /// Those who are in nobody's book: customers without a consultant, and those that `book` leaves out as
  /// lost. With the books of all staff it makes up the office.
  case outsideBooks
}

extension Store {
  /// Everything the engine knows of one customer: what has happened by `asOf`, or all of it.
  package func history(of customer: CustomerID, asOf: Moment? = nil) throws -> History? {
    try reading {
      try history(of: customer, HistoryView(asOf, activeSince: nil), FactReader($0, offset: 1))
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
    try pinned {
      let cachesHold = try cachesHold(at: asOf)
      let view = HistoryView(asOf, activeSince: cachesHold ? activeSince : nil)
      /// The customers who are that consultant's by the facts.
      func only(_ owner: StaffID?, _ history: History) throws {
        if CustomerState(history.facts).owner == owner { try body(history) }
      }
      switch scope {
      case .office: try scan(.min ... .max, view, body)
      case .customers(let numbers): try scan(numbers, view, body)
      case .book(let staff) where cachesHold && !lost:
        let scope: CachedScope = try holds(staff) ? .bookAndHeld(staff) : .book(staff)
        try stream(scope, view) { try only(staff, $0) }
      case .book(let staff): try scan(.min ... .max, view) { try only(staff, $0) }
      case .outsideBooks where cachesHold: try stream(.rest, view, body)
      case .outsideBooks: try scan(.min ... .max, view) { try only(nil, $0) }
      }
    }
  }

  /// Whether the consultant ever had customers for a time.
  private func holds(_ staff: StaffID) throws -> Bool {
    try connection.first("SELECT 1 FROM holder WHERE staff = ? LIMIT 1", .integer(staff)) { _ in
      true
    } ?? false
  }

  /// The lowest and the highest number of a customer.
  package func customerRange() throws -> ClosedRange<CustomerID>? {
    try reading {
      // Each alone is one look at an end of the table; together they would be a pass over it.
      try $0.first("SELECT (SELECT min(id) FROM customer), (SELECT max(id) FROM customer)") { row in
        let last = min(row.int64(1), horizon?.lastCustomer ?? .max)
        return row.isNull(0) || row.int64(0) > last ? nil : row.int64(0)...last
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
    let through =
      try horizon?.through
      ?? connection.first("SELECT through_day, through_minute FROM state") {
        Moment(day: $0.int(0), minute: $0.int(1))
      }
    guard let through else { return false }
    if through.day != asOf.day { return through.day < asOf.day }
    return asOf.time.map { through.time ?? .midnight <= $0 } ?? true
  }
}

extension Fact {
  /// Whether it has happened by `now`: on an earlier day, or on that day and not surely later.
  func isVisible(at now: Moment?) -> Bool { now.map { !$0.isSurelyBefore(moment) } ?? true }
}
