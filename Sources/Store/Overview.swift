package import Core
import SQLite

/// How much there is.
package struct Counts: Hashable, Sendable {
  /// Customers that were not merged, lost ones included.
  package let customers: Int
  package let live: Int
  /// Customers without a consultant.
  package let unowned: Int
  package let facts: Int
  package let ops: Int

  package init(customers: Int, live: Int, unowned: Int, facts: Int, ops: Int) {
    self.customers = customers
    self.live = live
    self.unowned = unowned
    self.facts = facts
    self.ops = ops
  }
}

/// A fact that was recorded on a later day than it happened (补录).
package struct LateEntry: Hashable, Sendable {
  package let customer: CustomerID
  package let fact: Fact
  package let staff: StaffID?
  package let user: String
  package let recorded: Moment
}

extension Store {
  package func counts() throws -> Counts {
    try pinned {
      var (customers, live, unowned, facts) = (0, 0, 0, 0)
      try forEachCustomer { customer in
        customers += 1
        live += customer.isLive ? 1 : 0
        unowned += customer.owner == nil ? 1 : 0
      }
      try forEachPart { part in
        facts +=
          try connection.first(
            text: "SELECT count(*) FROM fact f WHERE f.customer BETWEEN ? AND ? AND \(stands("f"))",
            .integer(part.lowerBound), .integer(part.upperBound)
          ) { $0.int(0) } ?? 0
      }
      let ops =
        try reading {
          try $0.first("SELECT count(*) FROM op WHERE id <= ?", .integer(newestOp)) { $0.int(0) }
        } ?? 0
      return Counts(customers: customers, live: live, unowned: unowned, facts: facts, ops: ops)
    }
  }

  /// Facts of the days `from` to `to` that were recorded on a later day, by customer and day. A
  /// copy made by a merge counts as recorded with its original.
  package func lateEntries(from: Day, to: Day) throws -> [LateEntry] {
    try pinned {
      let reader = try FactReader(connection, offset: LateEntry.columnCount)
      var entries: [LateEntry] = []
      try forEachPart { part in
        entries += try connection.rows(
          text: """
            SELECT f.customer, f.staff, o.user, o.recorded_day, o.recorded_minute,
              \(FactReader.columns)
            FROM fact f \(Store.firstRecording)
            WHERE f.customer BETWEEN ? AND ? AND f.day BETWEEN ? AND ? AND o.recorded_day > f.day
              AND \(stands("f"))
            ORDER BY f.customer, f.day, f.id
            """, .integer(part.lowerBound), .integer(part.upperBound), .int(from.number),
          .int(to.number)
        ) { row in reader.fact(row).map { LateEntry($0, row) } }.compactMap { $0 }
      }
      return entries
    }
  }

  /// Gives the customers of the office in parts by number, so small that one statement over the facts
  /// of each fits a slice.
  private func forEachPart(_ body: (ClosedRange<CustomerID>) throws -> Void) throws {
    guard let all = try customerRange() else { return }
    var first = all.lowerBound
    try pass { isOver in
      while first <= all.upperBound {
        let last = min(all.upperBound, first + 999)
        try body(first...last)
        first = last + 1
        if isOver() { return false }
      }
      return true
    }
  }
}

extension LateEntry {
  /// So many columns stand before those of the fact.
  fileprivate static let columnCount = 5

  fileprivate init(_ fact: Fact, _ row: Row) {
    self.init(
      customer: row.int64(0), fact: fact, staff: row.optionalInt64(1), user: row.text(2),
      recorded: Moment(day: row.int(3), minute: row.optionalInt(4)))
  }
}
