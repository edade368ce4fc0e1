import Core
import PolicyFiles
import Testing

/// The invariants of the design's §4, on made-up histories under every shipped policy.
@Suite struct EngineInvariants {
  static let seeds: ClosedRange<UInt64> = 1...16

  private func forEachCase(
    _ body: (GeneratedHistory, Policy, Engine) throws -> Void
  ) throws {
    for policy in try Shipped.policies() {
      for seed in Self.seeds {
        let made = GeneratedHistory(seed: seed)
        let reign = Reign(id: 1, policy: policy, from: made.start - 10)
        try body(made, policy, Engine(reigns: [reign], milestones: made.milestones))
      }
    }
  }

  private func obligations(_ engine: Engine, _ history: History, _ day: Day) -> [Obligation] {
    engine.obligations(
      of: history, at: Moment(day), broadcastsFrom: engine.reigns[0].from, horizon: day)
  }

  /// A key with its rule, readable in a failure.
  private func key(_ obligation: Obligation, _ engine: Engine) -> String {
    "\(engine.rule(obligation.rule).id) \(obligation.key)"
  }

  @Test func factsInAnyOrderGiveTheSame() throws {
    try forEachCase { made, policy, engine in
      var random = Seeded(made.seed)
      let shuffled = History(
        customer: 1, source: made.history.source,
        facts: made.history.facts.shuffled(using: &random))
      let day = made.start + 45
      #expect(
        Set(obligations(engine, made.history, day)) == Set(obligations(engine, shuffled, day)),
        "\(policy.name), seed \(made.seed)")
    }
  }

  @Test func aKeyOnceOpenedNeverDisappears() throws {
    try forEachCase { made, policy, engine in
      let last = made.history.facts.map(\.day).max() ?? made.start
      var seen: Set<String> = []
      for offset in 0...25 {
        let open = obligations(engine, made.history, last + offset)
        let keys = Set(open.map { key($0, engine) })
        #expect(
          seen.isSubset(of: keys), "\(policy.name), seed \(made.seed), \(last + offset)")
        seen.formUnion(open.filter { $0.opens.day <= last + offset }.map { key($0, engine) })
      }
    }
  }

  @Test func nothingIsDueBeforeItOpens() throws {
    try forEachCase { made, policy, engine in
      for offset in stride(from: 0, through: 70, by: 7) {
        for obligation in obligations(engine, made.history, made.start + offset) {
          #expect(
            !obligation.due.isBefore(obligation.opens),
            "\(policy.name), seed \(made.seed), \(key(obligation, engine))")
        }
      }
    }
  }

  @Test func noKeyStandsTwice() throws {
    try forEachCase { made, policy, engine in
      let keys = obligations(engine, made.history, made.start + 60).map { key($0, engine) }
      #expect(keys.count == Set(keys).count, "\(policy.name), seed \(made.seed)")
    }
  }

  @Test func whoIsNotToBeContactedIsNeverDue() throws {
    try forEachCase { made, policy, engine in
      let stop = Fact(id: 999, day: made.start + 61, .doNotContact(true))
      let history = History(
        customer: 1, source: made.history.source, facts: made.history.facts + [stop])
      for offset in 61...75 {
        guard case .line = engine.agenda(of: history, at: Moment(made.start + offset)) else {
          continue
        }
        Issue.record("\(policy.name), seed \(made.seed), listed on \(made.start + offset)")
      }
    }
  }

  @Test func theListHoldsEachReasonOnce() throws {
    try forEachCase { made, policy, engine in
      for offset in stride(from: 0, through: 70, by: 5) {
        guard
          case .line(let line) = engine.agenda(
            of: made.history, at: Moment(made.start + offset))
        else { continue }
        let reasons = line.reasons.map { "\(engine.rule($0.rule).id) \($0.key)" }
        #expect(reasons.count == Set(reasons).count, "\(policy.name), seed \(made.seed)")
      }
    }
  }

  @Test func aLaterPolicyChangesNothingThatOpenedBefore() throws {
    let later = try Shipped.policy("yufu")
    try forEachCase { made, policy, engine in
      let change = made.start + 20
      let both = Engine(
        reigns: engine.reigns + [Reign(id: 2, policy: later, from: change)],
        milestones: made.milestones)
      let day = made.start + 50
      let before = { (obligation: Obligation) in obligation.openingDay < change }
      let alone = obligations(engine, made.history, day).filter(before)
      let together = obligations(both, made.history, day).filter {
        if case .policy(reign: 0, _) = $0.rule { true } else { $0.rule == .next && before($0) }
      }
      #expect(Set(alone) == Set(together), "\(policy.name), seed \(made.seed)")
    }
  }

  @Test func aTallyAddsUp() throws {
    try forEachCase { made, policy, engine in
      let day = made.start + 40
      var report = Report(days: made.start...made.start + 60)
      report.add(made.history, engine, at: Moment(day))
      let total = report.total
      #expect(total.due == total.onTime + total.late + total.missed + total.open)
      #expect(0...1 ~= total.rate.value ?? 0, "\(policy.name), seed \(made.seed)")
    }
  }
}
