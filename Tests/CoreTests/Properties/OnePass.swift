import Core
import Testing

/// One pass answers what separate computations answer: the list of today, the report of its week,
/// and, within its days, every obligation.
@Suite struct OneSurvey {
  private struct Case {
    let history: History
    let engine: Engine
    let now: Moment
    let name: String
  }

  private static let later = 20

  /// Under one policy, and under two that follow each other.
  private func forEachCase(_ body: (Case) throws -> Void) throws {
    let policies = try Shipped.policies()
    let next = try Shipped.policy("yufu")
    for (index, policy) in policies.enumerated() {
      for seed in EngineInvariants.seeds {
        let made = GeneratedHistory(seed: seed &+ UInt64(index) &* 1000)
        var reigns = [Reign(id: 1, policy: policy, from: made.start - 10)]
        if seed % 3 == 0 {
          reigns.append(Reign(id: 2, policy: next, from: made.start + Self.later))
        }
        let engine = Engine(reigns: reigns, milestones: made.milestones)
        for offset in stride(from: Int(seed % 5), through: 75, by: 5) {
          let time = offset % 2 == 0 ? TimeOfDay(hour: 11, minute: 0) : nil
          let now = Moment(made.start + offset, time)
          let name = "\(policy.name), seed \(made.seed), \(now)"
          try body(Case(history: made.history, engine: engine, now: now, name: name))
        }
      }
    }
  }

  private func week(of day: Day, ahead: Int = 0) -> ClosedRange<Day> {
    day.isoWeek.monday...max(day.isoWeek.sunday, day + ahead)
  }

  @Test func theListIsTheSame() throws {
    try forEachCase { made in
      for ahead in [0, 3, 10] {
        let days = week(of: made.now.day, ahead: ahead)
        let findings = EnginePass(made.engine, at: made.now, days: days).findings(of: made.history)
        let alone = made.engine.agenda(of: made.history, at: made.now, ahead: ahead)
        #expect(
          Seen(ListDecision(for: .office, ahead: ahead).entry(findings)) == Seen(alone),
          "\(made.name), \(ahead) days ahead")
      }
    }
  }

  @Test func theReportIsTheSame() throws {
    try forEachCase { made in
      let days = made.now.day.isoWeek.monday...made.now.day.isoWeek.sunday
      let wide = (days.lowerBound - 20)...(days.upperBound + 10)
      var (together, apart) = (Report(days: days), Report(days: days))
      together.add(EnginePass(made.engine, at: made.now, days: wide).findings(of: made.history))
      apart.add(made.history, made.engine, at: made.now)
      #expect(together.tallies == apart.tallies, "\(made.name)")
      #expect(
        together.misses.map(\.obligation) == apart.misses.map(\.obligation), "\(made.name)")
    }
  }

  /// Nothing that is asked for is left out to save time, and nothing is made up.
  @Test func itLeavesOutOnlyWhatEndedBefore() throws {
    try forEachCase { made in
      for shift in [-21, -7, 0, 7] {
        let days = week(of: made.now.day + shift)
        let name = "\(made.name), \(days)"
        let findings = EnginePass(made.engine, at: made.now, days: days).findings(of: made.history)
        let found = Set(findings.obligations.map(Alone.init))
        let all = made.engine.obligations(
          of: made.history, at: made.now, broadcastsFrom: days.lowerBound,
          horizon: days.upperBound)
        #expect(found.isSubset(of: all.map(Alone.init)), "\(name)")
        guard !isStopped(made, before: days.lowerBound) else { continue }
        let missing = all.filter {
          !found.contains(Alone($0)) && !isOver($0, before: days.lowerBound)
        }
        let since = min(days.lowerBound, made.now.day)
        let followers = missing.filter { $0.status == .overdue && $0.due.day < since }
        #expect(followers.count == missing.count, "\(name)")
        let told = findings.obligations.filter { $0.followers > 0 }
        #expect(told.allSatisfy { $0.due.day < since && $0.status == .overdue }, "\(name)")
        #expect(
          numbers(told) { $0.followers } == numbers(followers) { _ in 1 }, "\(name)")
      }
    }
  }

  private func numbers(
    _ obligations: [Obligation], _ number: (Obligation) -> Int
  ) -> [RuleRef: Int] {
    obligations.reduce(into: [:]) { $0[$1.rule, default: 0] += number($1) }
  }

  private func isOver(_ obligation: Obligation, before day: Day) -> Bool {
    switch obligation.status {
    case .upcoming, .due, .overdue: false
    case .held(_, let until): until.day < day
    case .done, .missed, .skipped, .void: obligation.due.day < day
    }
  }

  /// Who was out of reach before and still is is not looked at.
  private func isStopped(_ made: Case, before day: Day) -> Bool {
    guard let last = made.history.timeline(at: made.now).spans.last else { return true }
    return last.state.isStopped && last.from < min(day, made.now.day)
  }
}

/// An obligation without those for which it stands.
private struct Alone: Hashable {
  let rule: RuleRef
  let key: AnchorKey
  let window: [Moment]
  let status: Status
  let hiddenUntil: Moment?

  init(_ obligation: Obligation) {
    rule = obligation.rule
    key = obligation.key
    window = [obligation.opens, obligation.due]
    status = obligation.status
    hiddenUntil = obligation.hiddenUntil
  }
}

/// An entry of the list as it can be compared.
private struct Seen: Equatable {
  var hidden: HiddenBecause?
  var reasons: [Reason] = []
  var state: Snapshot?

  init(_ entry: AgendaEntry) {
    switch entry {
    case .nothing: break
    case .line(let line): (reasons, state) = (line.reasons, line.state)
    case .hidden(let why, let line):
      (hidden, reasons, state) = (why, line?.reasons ?? [], line?.state)
    }
  }
}
