/// A figure of a report, by the key that programs read. Each is defined here, once: the columns of
/// every report show it, and what lies behind it is whatever changes it.
package enum ReportFigure: String, CaseIterable, Sendable {
  case due
  case onTime = "on_time"
  case late, missed, open, held, skipped, rate, owed
  case inContact = "in_contact"
  case coverage, promises
  case promisesKept = "promises_kept"
  case contacts, calls
  case reachRate = "reach_rate"
  case newCustomers = "new_customers"
  case newVisited = "new_visited"
  case newReserved = "new_reserved"
  case newSigned = "new_signed"
  case visits, reservations, signings
  case casesOpened = "cases_opened"
  case casesClosed = "cases_closed"
  /// Done, on time or late.
  case done
  /// Of a rule: done, and the customer visited afterwards.
  case visitedAfter = "visited_after"

  /// What it says.
  package enum Value: Hashable, Sendable {
    case number(Int)
    case share(Share)
  }

  /// What it is of that tally.
  package func value(of tally: Tally) -> Value {
    switch self {
    case .due: .number(tally.due)
    case .onTime: .number(tally.onTime)
    case .late: .number(tally.late)
    case .missed: .number(tally.missed)
    case .open: .number(tally.open)
    case .held: .number(tally.held)
    case .skipped: .number(tally.skipped)
    case .rate: .share(tally.rate)
    case .owed: .number(tally.owed)
    case .inContact: .number(tally.inContact)
    case .coverage: .share(Share(of: tally.inContact, among: tally.owed))
    case .promises: .number(tally.promises)
    case .promisesKept: .number(tally.promisesKept)
    case .contacts: .number(tally.contacts.total)
    case .calls: .number(tally.calls)
    case .reachRate: .share(Share(of: tally.answered, among: tally.calls))
    case .newCustomers: .number(tally.newCustomers)
    case .newVisited: .number(tally.newVisited)
    case .newReserved: .number(tally.newReserved)
    case .newSigned: .number(tally.newSigned)
    case .visits: .number(tally.visits)
    case .reservations: .number(tally.reservations)
    case .signings: .number(tally.signings)
    case .casesOpened: .number(tally.casesOpened)
    case .casesClosed: .number(tally.casesClosed)
    case .done: .number(tally.onTime + tally.late)
    case .visitedAfter: .number(tally.visitedAfter)
    }
  }
}
