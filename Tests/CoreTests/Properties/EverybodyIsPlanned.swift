import Core
import Testing

/// Nobody is dropped in silence: whoever is neither lost nor to be left in peace has something ahead
/// within a year, or the outlook says why not. The outlook looks at one day; here a year is computed.
@Suite struct EverybodyIsPlanned {
  @Test func theOutlookOfADayAgreesWithAYear() throws {
    var counts: [PlanGap: Int] = [:]
    var planned = 0
    var unasked = try Shipped.policy("qnc")
    unasked.classify = nil
    unasked.name = "qnc that asks nobody for a grade"
    for (index, policy) in (try Shipped.policies() + [unasked]).enumerated() {
      for seed in EngineInvariants.seeds {
        let made = GeneratedHistory(seed: seed &+ UInt64(index) &* 1000)
        let owner = Fact(id: 1000, day: made.start, .owner(1))
        let isOwned = seed % 3 != 0
        let isGraded = seed % 5 != 0 && policy.name != unasked.name
        let facts = made.history.facts.filter { fact in
          if case .grade = fact.body { isGraded } else { true }
        }
        let history = History(
          customer: 1, source: made.history.source, facts: facts + (isOwned ? [owner] : []))
        var reigns = [Reign(id: 1, policy: policy, from: made.start - 10)]
        if seed % 4 == 0 {
          reigns.append(Reign(id: 2, policy: try Shipped.policy("yufu"), from: made.start + 40))
        }
        let engine = Engine(reigns: reigns, milestones: made.milestones)
        for offset in stride(from: Int(seed % 5), through: 400, by: 29) {
          let now = Moment(made.start + offset)
          let days = now.day...now.day + (offset % 2) * 6
          let pass = EnginePass(engine, at: now, days: days)
          let gaps = Outlook(pass).gaps(pass.findings(of: history))
          let name = "\(policy.name), seed \(made.seed), \(now)"
          if history.timeline(at: now).state(on: now.day)?.isStopped == true {
            #expect(gaps.isEmpty, "\(name)")
            continue
          }
          let plan = plan(history, engine, at: now)
          #expect(gaps.isEmpty == (plan.ofRoles || plan.own && isOwned), "\(name)")
          #expect(gaps.contains(.noConsultant) == (!gaps.isEmpty && !isOwned), "\(name)")
          #expect(gaps.intersection(reasons).isEmpty == (gaps.isEmpty || plan.own), "\(name)")
          gaps.elements.forEach { counts[$0, default: 0] += 1 }
          planned += gaps.isEmpty ? 1 : 0
        }
      }
    }
    #expect(planned > 100)
    #expect(PlanGap.allCases.allSatisfy { counts[$0, default: 0] > 10 }, "\(counts)")
  }

  private let reasons: TermSet<PlanGap> = [.noGrade, .noBeginning, .noRule]

  /// Whether anything of the customer's own is open or opens within a year, for the consultant and
  /// for a role.
  private func plan(
    _ history: History, _ engine: Engine, at now: Moment
  ) -> (own: Bool, ofRoles: Bool) {
    let last = now.day + 365
    let ahead = engine.obligations(
      of: history, at: now, broadcastsFrom: now.day, horizon: last
    ).filter { obligation in
      let rule = engine.rule(obligation.rule)
      guard rule.audience.isSelective || rule.schedule.trigger != nil else { return false }
      return switch obligation.status {
      case .due, .overdue: true
      case .upcoming: obligation.opens.day <= last
      case .held(_, let until): (now.day...last).contains(until.day)
      case .done, .missed, .skipped, .void: false
      }
    }
    return (ahead.contains { $0.doer == nil }, ahead.contains { $0.doer != nil })
  }
}
