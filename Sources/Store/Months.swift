package import Core
import SQLite

/// A month that is closed (结账): its days take no more records.
package struct ClosedMonth: Hashable, Sendable {
  package let days: ClosedRange<Day>
  /// What the report said when it was closed, in each of its forms; see `report`.
  package let report: String

  package init(days: ClosedRange<Day>, report: String) {
    self.days = days
    self.report = report
  }
}

extension Store {
  /// The months that are closed, in order, without what their reports said.
  package func closedMonths() throws -> [ClosedRange<Day>] {
    try reading {
      try $0.rows(
        text: """
          SELECT first_day, last_day FROM closed_month WHERE \(stands("closed_month"))
          ORDER BY first_day
          """, read: ClosedMonth.days)
    }
  }

  /// The month that begins on that day, where it is closed.
  package func closedMonth(from first: Day) throws -> ClosedMonth? {
    try reading {
      try $0.first(
        text: """
          SELECT first_day, last_day, report FROM closed_month
          WHERE first_day = ? AND \(stands("closed_month"))
          """, .int(first.number)
      ) { ClosedMonth(days: ClosedMonth.days($0), report: $0.text(2)) }
    }
  }
}

extension ClosedMonth {
  fileprivate static func days(_ row: Row) -> ClosedRange<Day> {
    let first = Moment(day: row.int(0), minute: nil).day
    return first...max(first, Moment(day: row.int(1), minute: nil).day)
  }
}

extension Transaction {
  package func close(_ month: ClosedMonth) throws {
    try connection.run(
      "INSERT INTO closed_month (first_day, last_day, report, op) VALUES (?, ?, ?, ?)",
      .int(month.days.lowerBound.number), .int(month.days.upperBound.number),
      .text(month.report), .integer(op))
  }

  /// Lets the month take records again.
  package func open(monthFrom first: Day) throws {
    try connection.run(
      "UPDATE closed_month SET voided_by = ? WHERE first_day = ? AND voided_by IS NULL",
      .integer(op), .int(first.number))
  }

  /// Throws where the day lies in a month that is closed.
  func requireOpenMonth(_ day: Day) throws {
    let months = try closedMonths ?? store.closedMonths()
    closedMonths = months
    if let month = months.first(where: { $0.contains(day) }) {
      throw StoreError.monthClosed(month.lowerBound)
    }
  }

  /// Throws where the operation recorded something of a month that is closed.
  func refuseIfMonthIsClosed(_ target: OpID, _ range: ClosedRange<CustomerID>?) throws {
    let first = range?.lowerBound ?? 0
    let day = try connection.first(
      """
      SELECT min(m.first_day) FROM closed_month m WHERE m.voided_by IS NULL AND m.op <> ?1 AND (
        EXISTS (SELECT 1 FROM fact f WHERE f.customer BETWEEN ?2 AND ?3
          AND f.day BETWEEN m.first_day AND m.last_day AND (f.op = ?1 OR f.voided_by = ?1))
        OR EXISTS (SELECT 1 FROM ledger l WHERE l.day BETWEEN m.first_day AND m.last_day
          AND (l.op = ?1 OR l.voided_by = ?1)))
      """, .integer(target), .integer(first), .integer(range?.upperBound ?? first)
    ) { $0.optionalInt(0) }
    if let day = day ?? nil { throw StoreError.monthClosed(Moment(day: day, minute: nil).day) }
  }
}
