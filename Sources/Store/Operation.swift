package import Core
import SQLite

package typealias OpID = Int64

/// The one who does something: a member of staff, or a name that is none.
package struct User: Hashable, Sendable {
  package var staff: StaffID?
  package var name: String

  package init(_ name: String, staff: StaffID? = nil) {
    self.name = name
    self.staff = staff
  }
}

/// One write: everything it does happens in one transaction, and can be taken back as one.
package struct Operation: Hashable, Sendable {
  /// Its name on the command line: `log`.
  package var command: String
  package var user: User
  /// Chosen by the caller so that a repetition does nothing (`--op`).
  package var token: String?
  /// Tells a repetition from another operation under the same token.
  package var digest: String
  package var recorded: Moment

  package init(
    command: String, user: User, token: String? = nil, digest: String = "", recorded: Moment
  ) {
    self.command = command
    self.user = user
    self.token = token
    self.digest = digest
    self.recorded = recorded
  }
}

/// What a write did.
package struct Receipt: Hashable, Sendable {
  package var op: OpID
  /// Numbers of its facts.
  package var facts: Range<FactID>
  /// The customers that it added.
  package var customers: [CustomerID]
  /// The token was known: nothing was done now, and the rest tells of the first time.
  package var isRepeat: Bool
}

/// An operation as people are told of it.
package struct OpSummary: Hashable, Sendable {
  package var id: OpID
  package var command: String
  package var user: String
  package var recorded: Moment
  package var facts: Range<FactID>
  /// The only customer that it wrote to.
  package var customer: CustomerID?
  package var undoes: OpID?
  package var undoneBy: OpID?
  /// Why, where it voided a fact.
  package var reason: String?
}

extension OpSummary {
  /// Of a row with the columns id, command, user, recorded_day, recorded_minute, first_fact,
  /// facts, first_customer, last_customer, undoes, undone_by, reason.
  init(_ row: Row) {
    let first = row.int64(5)
    // A damaged file may hold any number.
    let (end, overflow) = first.addingReportingOverflow(row.int64(6))
    let customer = row.optionalInt64(7)
    self.init(
      id: row.int64(0), command: row.text(1), user: row.text(2),
      recorded: Moment(day: row.int(3), minute: row.optionalInt(4)),
      facts: first..<(overflow ? first : max(first, end)),
      customer: customer == row.optionalInt64(8) ? customer : nil,
      undoes: row.optionalInt64(9), undoneBy: row.optionalInt64(10), reason: row.optionalText(11))
  }
}

extension Moment {
  /// Of stored numbers, whose range the schema checks.
  init(day: Int, minute: Int?) {
    self.init(Day(number: day) ?? .first, minute.flatMap { TimeOfDay(minute: $0) })
  }
}
