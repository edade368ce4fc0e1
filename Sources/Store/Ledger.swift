package import Core
import SQLite

package typealias LedgerID = Int64

/// An entry of the ledger (台账): something done that is no contact.
package struct LedgerEntry: Hashable, Sendable {
  package let id: LedgerID
  package let kind: String
  package let moment: Moment
  package let staff: StaffID?
  package let customer: CustomerID?
  package let count: Int
  package let text: String
  /// The entry that closed it: a problem handled, a report approved.
  package let closing: Closing?

  package struct Closing: Hashable, Sendable {
    package let moment: Moment
    package let staff: StaffID?
    package let text: String
  }
}

extension Store {
  /// The entries of those days, by day, time and number; of one kind where it is given, else of all but
  /// those that tell who has seen numbers. What closes another stands with that one, if it has happened
  /// by `asOf`.
  package func ledger(
    _ kind: String? = nil, from: Day, to: Day, asOf: Moment
  ) throws -> [LedgerEntry] {
    // Said only where a kind is asked for, so that its index serves: a list asks for one kind.
    let ofKind = kind == nil ? "AND e.kind <> '\(Store.revealEntry)'" : "AND e.kind = ?1"
    return try reading {
      try $0.rows(
        text: """
          SELECT e.id, e.kind, e.day, e.minute, e.staff, e.customer, e.count, e.text,
            c.day, c.minute, c.staff, c.text
          FROM ledger e LEFT JOIN ledger c ON c.closes = e.id AND \(stands("c"))
          WHERE \(stands("e")) AND e.closes IS NULL \(ofKind)
            AND e.day BETWEEN ?2 AND ?3
          ORDER BY e.day, e.minute, e.id
          """, .string(kind), .int(from.number), .int(to.number)
      ) { LedgerEntry($0, asOf: asOf) }
    }.filter { !asOf.isSurelyBefore($0.moment) }
  }

  /// The kinds of entry that there are.
  package func ledgerKinds() throws -> [String] {
    try reading {
      try $0.rows(
        text: """
          SELECT DISTINCT kind FROM ledger WHERE \(stands("ledger")) AND closes IS NULL ORDER BY kind
          """
      ) { $0.text(0) }
    }.filter { $0 != Store.revealEntry }
  }

  /// The entries of those kinds since that day, as evidence for duties. A kind with 核定 behind it
  /// has the approvals of that kind too.
  package func deeds(_ kinds: [String], since: Day) throws -> [Deed] {
    var wanted: [String] = []
    for kind in kinds where !wanted.contains(kind) { wanted.append(kind) }
    return try reading { connection in
      try wanted.flatMap { kind in
        try connection.rows(
          text: """
            SELECT day, minute, staff, count FROM ledger
            WHERE day >= ?2 AND \(stands("ledger"))
              AND (kind = ?1 AND closes IS NULL OR kind = ?3 AND closes IS NOT NULL)
            ORDER BY day, id
            """, .text(kind), .int(since.number), .string(LedgerEntry.approved(by: kind))
        ) { row in
          Deed(
            .entry(kind), Moment(day: row.int(0), minute: row.optionalInt(1)),
            by: row.optionalInt64(2), count: row.int(3))
        }
      }
    }
  }
}

extension LedgerEntry {
  /// The kind of entry whose approval counts as an entry of this kind: `周报` of `周报核定`.
  package static func approved(by kind: String) -> String? {
    kind.hasSuffix(approval) && kind != approval ? String(kind.dropLast(approval.count)) : nil
  }

  /// What an approval of an entry of that kind counts as.
  package static func approval(of kind: String) -> String { kind + approval }

  private static let approval = "核定"

  fileprivate init(_ row: Row, asOf: Moment) {
    let closed = row.optionalInt(8).map { Moment(day: $0, minute: row.optionalInt(9)) }
    self.init(
      id: row.int64(0), kind: row.text(1),
      moment: Moment(day: row.int(2), minute: row.optionalInt(3)), staff: row.optionalInt64(4),
      customer: row.optionalInt64(5), count: row.int(6), text: row.text(7),
      closing: closed.flatMap { moment in
        asOf.isSurelyBefore(moment)
          ? nil : Closing(moment: moment, staff: row.optionalInt64(10), text: row.text(11))
      })
  }
}

// MARK: - Writing

extension Store {
  /// The operation that showed whole numbers of customers, and the kind of the entry that it leaves for
  /// each of them.
  package static let reveal = "reveal"
  package static let revealEntry = "查看号码"

  /// The users who have seen whole numbers of the customer, newest first.
  package func reveals(of customer: CustomerID) throws -> [(moment: Moment, user: String)] {
    try reading {
      try $0.rows(
        text: """
          SELECT l.day, l.minute, o.user FROM ledger l JOIN op o ON o.id = l.op
          WHERE l.kind = ? AND l.customer = ? AND \(stands("l")) ORDER BY l.id DESC
          """, .text(Store.revealEntry), .integer(customer)
      ) { (Moment(day: $0.int(0), minute: $0.optionalInt(1)), $0.text(2)) }
    }
  }
}

extension Transaction {
  @discardableResult
  package func addEntry(
    _ kind: String, at moment: Moment, staff: StaffID?, customer: CustomerID? = nil,
    count: Int = 1, text: String = ""
  ) throws -> LedgerID {
    if let customer { try requireOpen(customer) }
    return try insertEntry(kind, moment, staff, customer, count, text, closes: nil)
  }

  /// Closes an entry: the problem is handled, the report approved.
  package func closeEntry(
    _ entry: LedgerID, at moment: Moment, staff: StaffID?, text: String = ""
  ) throws {
    let found = try connection.first(
      """
      SELECT kind, closes IS NULL AND NOT EXISTS (
        SELECT 1 FROM ledger c WHERE c.closes = e.id AND c.voided_by IS NULL)
      FROM ledger e WHERE id = ? AND voided_by IS NULL
      """, .integer(entry)
    ) { (kind: $0.text(0), isOpen: $0.int(1) == 1) }
    guard let found else { throw StoreError.noSuchEntry(entry) }
    guard found.isOpen else { throw StoreError.notClosable(entry) }
    _ = try insertEntry(found.kind, moment, staff, nil, 1, text, closes: entry)
  }

  private func insertEntry(
    _ kind: String, _ moment: Moment, _ staff: StaffID?, _ customer: CustomerID?, _ count: Int,
    _ text: String, closes: LedgerID?
  ) throws -> LedgerID {
    if let staff { try requireStaff(staff) }
    try requireOpenMonth(moment.day)
    try connection.run(
      """
      INSERT INTO ledger (kind, day, minute, staff, customer, count, text, closes, op)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .text(kind), .int(moment.day.number), .int(moment.time?.minute), .int(staff),
      .int(customer), .int(count), .text(text), .int(closes), .integer(op))
    return connection.lastInsertedRow
  }
}
