// Nobody is dropped in silence: whether anything is planned for a customer, and why not.

/// Why nothing is planned for a customer (无安排).
package enum PlanGap: UInt8, ClosedTerm {
  case noGrade = 1, noBeginning, noConsultant, noRule

  package var word: Word {
    switch self {
    case .noGrade: Word("no_grade", "没定级")
    case .noBeginning: Word("no_beginning", "没有来电来访")
    case .noConsultant: Word("no_consultant", "没有顾问")
    case .noRule: Word("no_rule", "制度没有适用的规则")
    }
  }
}

/// What lies ahead for the customers of a pass. Of each customer it says whether there is a plan:
/// something open or coming within a year that is about the customer, such as a promise, a case's
/// duty, or a rule for the customer's class. What everybody gets, as a greeting to all, is none, and
/// neither is what stands on nobody's list.
package struct Outlook: Sendable {
  /// The pass whose findings it looks at.
  package let pass: EnginePass
  /// The last day that is looked at.
  private let last: Day
  /// Rules for some customers with a day of the calendar that is to come, and the buildings that the
  /// day concerns; nil: everybody's.
  private let occasions: [(rule: ReadyRule, buildings: [Building?])]
  private let birthdays: [(rule: ReadyRule, owners: TermSet<BirthdayOwner>)]
  /// Of the policy that reigns, those that a grade decides about.
  private let graded: [ReadyRule]

  /// So far ahead a plan may lie.
  private static let year = 365

  /// What every customer of the pass shares is computed once.
  package init(_ pass: EnginePass) {
    self.pass = pass
    let engine = pass.engine
    let last = pass.now.day + Outlook.year
    let first = min(pass.days.upperBound + 1, last)
    var occasions: [(rule: ReadyRule, buildings: [Building?])] = []
    var birthdays: [(rule: ReadyRule, owners: TermSet<BirthdayOwner>)] = []
    for index in engine.reigns.indices {
      guard let reign = engine.days(ofReign: index), reign.overlaps(first...last) else { continue }
      for rule in engine.ready[index] where rule.isPersonal {
        if case .occasion(.birthdays(let owners), _, _) = rule.rule.schedule {
          birthdays.append((rule, owners))
        }
        let coming = (engine.occasions(of: rule, in: first...last) ?? []).filter {
          $0.span.opens >= first && $0.span.opens <= last && reign.contains($0.span.opens)
        }
        if !coming.isEmpty { occasions.append((rule, coming.map(\.building))) }
      }
    }
    self.last = last
    self.occasions = occasions
    self.birthdays = birthdays
    let current = engine.reigns.lastIndex { $0.from <= pass.now.day }
    graded = (current.map { engine.ready[$0] } ?? []).filter {
      $0.isPersonal && $0.isGraded
    }
  }

  /// Why nothing is planned for the customer; empty where there is a plan, and for whoever is lost or
  /// wants to hear nothing.
  package func gaps(_ findings: Findings, _ given: CasesGiven = [:]) -> TermSet<PlanGap> {
    let state = findings.state
    if state.isStopped { return [] }
    let plan = plan(findings, state, given)
    if plan == .ofRoles || plan == .own && state.owner != nil { return [] }
    var gaps: TermSet<PlanGap> = state.owner == nil ? [.noConsultant] : []
    if plan == .none { gaps.insert(reason(state)) }
    return gaps
  }

  /// How much is planned, and by whom.
  private enum Plan {
    case none
    /// The customer's own consultant's.
    case own
    /// A role's, or a member's who was given a case.
    case ofRoles

    mutating func add(_ doer: Role?) {
      if doer != nil { self = .ofRoles } else if self == .none { self = .own }
    }
  }

  private func plan(_ findings: Findings, _ state: Snapshot, _ given: CasesGiven) -> Plan {
    let engine = pass.engine
    var plan = Plan.none
    for obligation in findings.obligations where obligation.isAhead(in: pass.now.day...last) {
      guard engine.ready(obligation.rule).isPersonal else { continue }
      if let number = obligation.key.caseNumber, given[number] != nil { return .ofRoles }
      plan.add(obligation.doer)
    }
    if let day = findings.coming.ofRoles, day <= last { return .ofRoles }
    if let day = findings.coming.own, day <= last { plan.add(nil) }
    // Whoever has a consultant needs no more than one plan.
    if plan == .ofRoles || plan == .own && state.owner != nil { return plan }
    for (rule, buildings) in occasions where rule.applies(to: state) {
      if buildings.contains(where: { engine.homes.concerns(findings.history.customer, $0) }) {
        plan.add(rule.doer)
      }
    }
    for (rule, owners) in birthdays where rule.applies(to: state) {
      if findings.dossier?.hasBirthday(of: owners) == true { plan.add(rule.doer) }
    }
    return plan
  }

  private func reason(_ state: Snapshot) -> PlanGap {
    if state.events.isEmpty || state.isWaiting { return .noBeginning }
    let isUngraded = state.grade == nil && graded.contains { $0.opensWithGrade(state) }
    return isUngraded ? .noGrade : .noRule
  }
}

extension Findings {
  /// What is known of the customer as of the pass's moment.
  package var state: Snapshot {
    timeline.spans.last?.state ?? Snapshot(source: history.source)
  }
}

extension Dossier {
  fileprivate func hasBirthday(of owners: TermSet<BirthdayOwner>) -> Bool {
    birthdays.contains { owners.contains($0.fact.owner) && $0.fact.birthday != nil }
  }
}

extension Obligation {
  /// Whether it is open, waits for one of those days, or opens by the last of them.
  fileprivate func isAhead(in days: ClosedRange<Day>) -> Bool {
    switch status {
    case .due, .overdue: true
    case .upcoming: opens.day <= days.upperBound
    case .held(_, let until): days.contains(until.day)
    case .done, .missed, .skipped, .void: false
    }
  }
}
