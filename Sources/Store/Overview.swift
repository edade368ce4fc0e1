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
    try reading { connection in
      let counts = try connection.first(
        """
        SELECT count(*), coalesce(sum(live), 0), coalesce(sum(owner IS NULL), 0),
          (SELECT count(*) FROM fact) - (SELECT count(*) FROM void), (SELECT count(*) FROM op)
        FROM customer WHERE voided_by IS NULL AND merged_into IS NULL
        """
      ) { row in
        Counts(
          customers: row.int(0), live: row.int(1), unowned: row.int(2), facts: row.int(3),
          ops: row.int(4))
      }
      return counts ?? Counts(customers: 0, live: 0, unowned: 0, facts: 0, ops: 0)
    }
  }

  /// Facts of the days `from` to `to` that were recorded on a later day, by customer and day. A
  /// copy made by a merge counts as recorded with its original.
  package func lateEntries(from: Day, to: Day) throws -> [LateEntry] {
    try reading { connection in
      let reader = try FactReader(connection)
      return try connection.rows(
        """
        SELECT f.id, f.day, f.what, f.customer, f.staff, o.user, o.recorded_day, o.recorded_minute
        FROM fact f
        LEFT JOIN copy k ON k.fact = f.id
        JOIN op o ON o.id = (SELECT x.id FROM op x
          WHERE x.facts > 0 AND x.first_fact <= coalesce(k.original, f.id)
          ORDER BY x.first_fact DESC LIMIT 1)
        WHERE f.day BETWEEN ? AND ? AND o.recorded_day > f.day
        ORDER BY f.customer, f.day, f.id
        """, .int(from.number), .int(to.number)
      ) { row in reader.standing(row).map { LateEntry($0, row) } }.compactMap { $0 }
    }
  }
}

extension LateEntry {
  init(_ fact: Fact, _ row: Row) {
    self.init(
      customer: row.int64(3), fact: fact, staff: row.optionalInt64(4), user: row.text(5),
      recorded: Moment(day: row.int(6), minute: row.optionalInt(7)))
  }
}
