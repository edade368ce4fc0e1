/// What became of the obligations due in a stretch of days, and what was done in it. Values add
/// up: two tallies of different customers, days or offices make one.
package struct Tally: Hashable, Sendable {
  /// Done by the due moment.
  package var onTime = 0
  /// Done after it.
  package var late = 0
  /// Past due and undone as of the report.
  package var missed = 0
  /// Due in the stretch, not yet past due.
  package var open = 0
  /// Held back by an agreed day, a postponement or the weekly cap.
  package var held = 0
  /// Skipped, or missed of somebody who had been tried often enough.
  package var skipped = 0
  /// Customers whose first fact lies in the stretch.
  package var newCustomers = 0
  /// Visits in the stretch, first and later ones.
  package var visits = 0
  /// Reservations (认购) in the stretch.
  package var reservations = 0
  /// Signings (签约) in the stretch.
  package var signings = 0
  /// Contacts of any outcome, by channel.
  package var contacts: [Channel: Int] = [:]

  package init() {}

  /// Skipped, held and void stand outside.
  package var due: Int { onTime + late + missed + open }

  /// On time among what is past.
  package var rate: Share { Share(of: onTime, among: due - open) }

  package static func += (a: inout Tally, b: Tally) {
    a.onTime += b.onTime
    a.late += b.late
    a.missed += b.missed
    a.open += b.open
    a.held += b.held
    a.skipped += b.skipped
    a.newCustomers += b.newCustomers
    a.visits += b.visits
    a.reservations += b.reservations
    a.signings += b.signings
    a.contacts.merge(b.contacts, uniquingKeysWith: +)
  }
}

/// The week's report (周报): a tally for each member of staff and for each role. An obligation belongs
/// to the day it was due and to whoever had it on a list on that day; one that stood on several lists
/// counts once, see `Findings.charged`.
///
/// The day that falls to a customer in a wave lies within the obligation's own days, its due day among
/// them, and moves none of them: nothing is missed before that day has passed, and the report needs no
/// plan of a wave, which of a past week could not be made again.
package struct Report: Sendable {
  /// What is due on one of these days is counted.
  package let days: ClosedRange<Day>
  private var members: [(member: StaffID?, tally: Tally)] = []
  /// Where each stands among the members, and which was counted last: one customer counts often.
  private var places: [StaffID?: Int] = [:]
  private var last = 0
  /// What roles owed and nobody in particular; it is no part of the members' tallies.
  package private(set) var roles: [Role: Tally] = [:]
  /// The oldest of what was missed or late, by due moment, then by customer; at most as many as the
  /// report was made for.
  package var misses: [Miss] {
    missLimit == .max ? kept.sorted { $0.isBefore($1) } : kept
  }
  /// In order, unless all are kept.
  private var kept: [Miss] = []
  private let missLimit: Int
  /// How many were missed or late in all.
  package private(set) var missCount = 0

  /// Something missed or done late, and whose it was.
  package struct Miss: Sendable {
    /// The customer to whom it was owed.
    package let customer: CustomerID
    /// The holder that it is charged to.
    package let holder: ListHolder
    /// The one that stands for all that asked on that day.
    package let obligation: Obligation
    /// Every rule that asked for it, the obligation's own first.
    package let rules: [RuleRef]
    /// Done after all, and not missed.
    package let isLate: Bool
  }

  /// How many misses are enough for a page; the tallies count all.
  package static let usualMisses = 40

  /// An occasion counts on its first due day, which may lie before the days of the report: a pass for one
  /// looks so many days farther back.
  package static let reach = 14

  /// - Parameter misses: how many of them are kept, from 0; `.max`: all.
  package init(days: ClosedRange<Day>, misses: Int = Report.usualMisses) {
    self.days = days
    missLimit = misses
  }

  /// Of each member of staff; nil: of customers whom no consultant has.
  package var tallies: [StaffID?: Tally] { places.mapValues { members[$0].tally } }

  /// Of all members and roles.
  package var total: Tally {
    (members.map(\.tally) + roles.values).reduce(into: Tally()) { $0 += $1 }
  }

  /// What a pass found of one customer. The report's days must lie within the pass's.
  ///
  /// - Parameter given: whom the customer's cases were given to.
  package mutating func add(_ findings: Findings, _ given: CasesGiven = [:]) {
    let (timeline, facts) = (findings.timeline, findings.facts)
    guard let first = facts.first else { return }
    if days.contains(first.day) { count(timeline, first.day) { $0.newCustomers += 1 } }
    for fact in facts.reversed() {
      if fact.day < days.lowerBound { break }
      if days.contains(fact.day) { count(timeline, fact.day) { $0.count(fact.body) } }
    }
    // A customer who was out of reach before the stretch began and still is owes nothing in it.
    if let last = timeline.spans.last, last.state.isStopped, last.from < days.lowerBound { return }
    for asked in findings.actsOwed where days.contains(asked.due.day) {
      let holder = findings.charged(with: asked.obligation, given)
      count(holder) { $0.count(asked.best) }
      guard asked.best.status.isFailure, !asked.best.isExcused else { continue }
      note(
        Miss(
          customer: findings.history.customer, holder: holder, obligation: asked.obligation,
          rules: asked.rules, isLate: asked.best.status.isSettled))
    }
  }

  private mutating func note(_ miss: Miss) {
    missCount += 1
    keep(miss)
  }

  private mutating func keep(_ miss: Miss) {
    guard missLimit < .max else { return kept.append(miss) }
    if kept.count == missLimit, let last = kept.last, !miss.isBefore(last) { return }
    kept.insert(miss, at: kept.firstIndex(where: miss.isBefore) ?? kept.endIndex)
    if kept.count > missLimit { kept.removeLast() }
  }

  /// Adds the report of the same days on other customers. In whatever parts an office was read,
  /// the sum is the same.
  package static func += (a: inout Report, b: Report) {
    for (member, tally) in b.members { a.members[a.place(of: member)].tally += tally }
    a.roles.merge(b.roles) { one, other in
      var both = one
      both += other
      return both
    }
    a.missCount += b.missCount
    for miss in b.kept { a.keep(miss) }
  }

  private mutating func count(
    _ timeline: Timeline, _ day: Day, _ change: (inout Tally) -> Void
  ) {
    count(.consultant(timeline.state(on: day)?.owner), change)
  }

  private mutating func count(_ holder: ListHolder, _ change: (inout Tally) -> Void) {
    switch holder {
    case .consultant(let owner): last = place(of: owner)
    case .member(let member, _): last = place(of: member)
    case .role(let role): return change(&roles[role, default: Tally()])
    }
    change(&members[last].tally)
  }

  private mutating func place(of member: StaffID?) -> Int {
    if last < members.count, members[last].member == member { return last }
    if let known = places[member] { return known }
    places[member] = members.count
    members.append((member, Tally()))
    return members.count - 1
  }
}

extension Report.Miss {
  /// By due moment, then by customer.
  fileprivate func isBefore(_ other: Report.Miss) -> Bool {
    if obligation.due.isBefore(other.obligation.due) { return true }
    if other.obligation.due.isBefore(obligation.due) { return false }
    return customer < other.customer
  }
}

extension Tally {
  fileprivate mutating func count(_ obligation: Obligation) {
    guard !obligation.isExcused else { return skipped += 1 }
    switch obligation.status {
    case .done(_, _, onTime: true): onTime += 1
    case .done(_, _, onTime: false): late += 1
    case .missed, .overdue: missed += 1
    case .due, .upcoming: open += 1
    case .held: held += 1
    case .skipped: skipped += 1
    case .void: break
    }
  }

  fileprivate mutating func count(_ body: Fact.Body) {
    switch body {
    case .event(.visit): visits += 1
    case .event(.reservation): reservations += 1
    case .event(.signing): signings += 1
    case .contact(let contact): contacts[contact.channel, default: 0] += 1
    case .event, .grade, .tag, .averse, .doNotContact, .hours, .owner, .postponement, .skip,
      .birthday,
      .step:
      break
    }
  }
}
