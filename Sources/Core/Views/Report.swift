/// What the rows of a report are about.
package enum ReportRow: Hashable, Sendable {
  /// Nil: customers whom no consultant has.
  case member(StaffID?)
  /// What a role owed and nobody in particular.
  case role(Role)
  case source(Source?)
  case grade(Grade?)
  /// The rule with that id; what no rule asked for has none.
  case rule(String)
}

/// By what a report is divided.
package enum ReportDivision: String, CaseIterable, Sendable {
  case consultant, source, grade, rule
}

/// The report of a stretch of days (日报, 周报, 月报): a tally for each member of staff and for each role. An
/// obligation belongs to the day it was due and to whoever had it on a list on that day; one that stood
/// on several lists counts once, see `Findings.charged`.
///
/// The day that falls to a customer in a wave lies within the obligation's own days, its due day among
/// them, and moves none of them: nothing is missed before that day has passed, and the report needs no
/// plan of a wave, which of a past week could not be made again.
package struct Report: Sendable {
  /// What is due on one of these days is counted.
  package let days: ClosedRange<Day>
  /// By what it is divided.
  package let division: ReportDivision
  /// Those alone whose work is counted; nil: everybody's.
  private let members: Set<StaffID>?
  /// In no order.
  package private(set) var rows: [(row: ReportRow, tally: Tally)] = []
  /// Where each stands among the rows, and which was counted last: one customer counts often.
  private var places: [ReportRow: Int] = [:]
  private var last = 0
  /// The figure of which it is told what lies behind it.
  private let explained: ReportFigure?
  /// What lies behind that figure, in no order.
  package private(set) var evidence: [Evidence] = []
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
    /// What came of the attempts that were made in vain while it was owed.
    package let tries: [Outcome]
  }

  /// What changed a figure that is explained.
  package struct Evidence: Sendable {
    /// What it is that was counted.
    package enum Cause: Sendable {
      case obligation(Obligation)
      case fact(Fact)
      /// The customer, from that day on.
      case customer(Day)
    }

    package let customer: CustomerID
    /// Whose it was.
    package let holder: ListHolder
    package let cause: Cause
  }

  /// How many misses are enough for a page; the tallies count all.
  package static let usualMisses = 40

  /// An occasion counts on its first due day, which may lie before the days of the report: a pass for one
  /// looks so many days farther back.
  package static let reach = 14

  /// - Parameters:
  ///   - misses: how many of them are kept, from 0; `.max`: all.
  ///   - members: those alone whose work is counted; nil: everybody's.
  ///   - figure: what lies behind it is told.
  package init(
    days: ClosedRange<Day>, misses: Int = Report.usualMisses,
    by division: ReportDivision = .consultant, of members: Set<StaffID>? = nil,
    explaining figure: ReportFigure? = nil
  ) {
    self.days = days
    missLimit = misses
    self.division = division
    self.members = members
    explained = figure
  }

  /// Of each member of staff; nil: of customers whom no consultant has.
  package var tallies: [StaffID?: Tally] {
    rows.reduce(into: [:]) { if case .member(let member) = $1.row { $0[member] = $1.tally } }
  }

  /// What roles owed and nobody in particular; it is no part of the members' tallies.
  package var roles: [Role: Tally] {
    rows.reduce(into: [:]) { if case .role(let role) = $1.row { $0[role] = $1.tally } }
  }

  package var total: Tally { rows.reduce(into: Tally()) { $0 += $1.tally } }

  package mutating func add(_ history: History, _ engine: Engine, at now: Moment) {
    add(
      EnginePass(engine, at: now, days: days.lowerBound - Report.reach...days.upperBound).findings(
        of: history))
  }

  /// What a pass found of one customer. The report's days must lie within the pass's.
  ///
  /// - Parameter given: whom the customer's cases were given to.
  package mutating func add(_ findings: Findings, _ given: CasesGiven = [:]) {
    let (timeline, facts) = (findings.timeline, findings.facts)
    guard let first = facts.first else { return }
    func owner(on day: Day) -> ListHolder { .consultant(timeline.state(on: day)?.owner) }
    let lastDay = days.upperBound
    if days.contains(first.day) {
      count(owner(on: first.day), findings, .customer(first.day)) {
        $0.countNew(facts, by: lastDay)
      }
    }
    var isInContact = false
    let isByRule = division == .rule
    for fact in facts.reversed() {
      if fact.day < days.lowerBound { break }
      guard days.contains(fact.day) else { continue }
      if case .contact(let contact) = fact.body, contact.outcome.counts, contact.isConversation {
        isInContact = true
      }
      count(owner(on: fact.day), findings, .fact(fact)) { $0.count(fact.body) }
    }
    // A customer who was out of reach before the stretch began and still is owes nothing in it.
    if let last = timeline.spans.last, last.state.isStopped, last.from < days.lowerBound { return }
    var owes: (holder: ListHolder, day: Day)?
    for asked in findings.actsOwed where days.contains(asked.due.day) {
      let holder = findings.charged(with: asked.obligation, given)
      var isDue = false
      count(holder, findings, .obligation(asked.best)) {
        isDue = $0.count(asked.best)
        if isByRule, findings.isVisited(after: asked.best) { $0.visitedAfter += 1 }
      }
      if isDue, owes == nil { owes = (holder, asked.due.day) }
      guard asked.best.status.isFailure, !asked.best.isExcused, isCounted(holder) else { continue }
      note(
        Miss(
          customer: findings.history.customer, holder: holder, obligation: asked.obligation,
          rules: asked.rules, isLate: asked.best.status.isSettled,
          tries: findings.tries(for: asked.best)))
    }
    guard let owes else { return }
    count(owes.holder, findings, .customer(owes.day)) {
      $0.owed += 1
      if isInContact { $0.inContact += 1 }
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
    for (row, tally) in b.rows { a.rows[a.place(of: row)].tally += tally }
    a.evidence += b.evidence
    a.missCount += b.missCount
    for miss in b.kept { a.keep(miss) }
  }

  private func isCounted(_ holder: ListHolder) -> Bool {
    guard let members else { return true }
    return holder.member.map(members.contains) ?? false
  }

  private mutating func count(
    _ holder: ListHolder, _ findings: Findings, _ cause: Evidence.Cause,
    _ change: (inout Tally) -> Void
  ) {
    guard isCounted(holder) else { return }
    let place = place(of: row(holder, findings, cause))
    guard let explained else { return change(&rows[place].tally) }
    var alone = Tally()
    change(&alone)
    rows[place].tally += alone
    guard explained.value(of: alone) != explained.value(of: Tally()) else { return }
    evidence.append(
      Evidence(customer: findings.history.customer, holder: holder, cause: cause))
  }

  private func row(
    _ holder: ListHolder, _ findings: Findings, _ cause: Evidence.Cause
  ) -> ReportRow {
    switch division {
    case .source: return .source(findings.history.source)
    case .grade: return .grade(findings.timeline.state(on: cause.day)?.grade)
    case .rule:
      guard case .obligation(let obligation) = cause else { return .rule("") }
      return .rule(findings.pass.engine.rule(obligation.rule).id)
    case .consultant:
      if case .role(let role) = holder { return .role(role) }
      return .member(holder.member)
    }
  }

  private mutating func place(of row: ReportRow) -> Int {
    if last < rows.count, rows[last].row == row { return last }
    if let known = places[row] {
      last = known
      return known
    }
    last = rows.count
    places[row] = last
    rows.append((row, Tally()))
    return last
  }
}

extension Report.Evidence.Cause {
  /// The day to which it belongs.
  package var day: Day {
    switch self {
    case .obligation(let obligation): obligation.due.day
    case .fact(let fact): fact.day
    case .customer(let day): day
    }
  }
}

extension ListHolder {
  /// The member whose it is; nil: a role's, or nobody's.
  package var member: StaffID? {
    switch self {
    case .consultant(let owner): owner
    case .member(let member, _): member
    case .role: nil
    }
  }
}

extension Findings {
  /// Whether it was done and the customer visited on that day or later.
  fileprivate func isVisited(after obligation: Obligation) -> Bool {
    guard case .done(_, let day, _) = obligation.status, !obligation.isExcused else { return false }
    return facts.contains {
      $0.day >= day && $0.body == .event(.visit) && $0.id != obligation.anchorFact
    }
  }

  /// The attempts that were made while it was owed, before it was done.
  fileprivate func tries(for obligation: Obligation) -> [Outcome] {
    guard obligation.status.isFailure else { return [] }
    let last = if case .done(_, let day, _) = obligation.status { day } else { pass.now.day }
    return facts.compactMap { fact in
      guard fact.day >= obligation.opens.day, fact.day <= last,
        case .contact(let contact) = fact.body, !contact.outcome.counts
      else { return nil }
      return contact.outcome
    }
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
