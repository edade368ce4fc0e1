import Core
import Testing

/// Rules that `policy check` refuses because they can never ask for anything: on made-up histories
/// none of them is ever due, and their neighbours are.
@Suite struct NeverAsks {
  private static let seeds: ClosedRange<UInt64> = 1...60

  private func audience(_ change: (inout Audience) -> Void) -> Audience {
    var audience = Audience()
    change(&audience)
    return audience
  }

  private func isEverDue(_ rule: Rule) -> Bool {
    NeverAsks.seeds.contains { seed in
      let made = GeneratedHistory(seed: seed)
      let reign = Reign(
        id: 1, policy: Policy(name: "one", rules: [rule]), from: made.start - 10)
      let engine = Engine(reigns: [reign], milestones: made.milestones)
      let seen = engine.obligations(
        of: made.history, at: Moment(made.start + 75), broadcastsFrom: made.start - 10,
        horizon: made.start + 75)
      return seen.contains { obligation in
        // What the program asks of itself is not the rule's.
        guard case .policy(_, rule: 0) = obligation.rule else { return false }
        return switch obligation.status {
        case .due, .overdue, .missed, .held, .upcoming: true
        case .done, .skipped, .void: false
        }
      }
    }
  }

  private func rule(
    _ audience: Audience, _ schedule: Schedule, until: TermSet<EventKind> = []
  ) -> Rule {
    Rule(id: "r", audience: audience, schedule: schedule, until: until)
  }

  @Test func afterWhatTheAudienceExcludes() {
    let without = audience { $0.hasNot = [.visit] }
    #expect(!isEverDue(rule(without, .once(.event([.visit]), opens: 0, due: 3))))
    #expect(!isEverDue(rule(without, .every(.days(7), .event([.visit]), .lastDone))))
    #expect(isEverDue(rule(without, .once(.event([.visit, .callIn]), opens: 0, due: 3))))
  }

  @Test func afterWhatTheStageRulesOut() {
    let prospect = audience { $0.stages = [.prospect] }
    #expect(!isEverDue(rule(prospect, .once(.event([.reservation]), opens: 0, due: 3))))
    #expect(isEverDue(rule(prospect, .once(.event([.visit]), opens: 0, due: 3))))
  }

  @Test func untilItsOwnStart() {
    let all = Audience()
    #expect(!isEverDue(rule(all, .once(.event([.visit]), opens: 0, due: 3), until: [.visit])))
    #expect(
      !isEverDue(rule(all, .every(.days(7), .event([.visit]), .lastDone), until: [.visit])))
    #expect(isEverDue(rule(all, .once(.event([.visit]), opens: 0, due: 3), until: [.signing])))
  }

  @Test func stagesThatTheEventsContradict() {
    let none = audience {
      $0.stages = [.prospect]
      $0.has = [.signing]
    }
    let lost = audience { $0.stages = [.lost] }
    for audience in [none, lost] {
      #expect(!isEverDue(rule(audience, .every(.days(3), .entry, .schedule))))
    }
  }

  @Test func endsBeforeTheFirstSlot() {
    let short = Stretch(starts: 5, ends: 8)
    let visit = Trigger.event([.visit])
    #expect(!isEverDue(rule(Audience(), .every(.days(7), visit, .schedule, short))))
    let long = Stretch(starts: 5, ends: 12)
    #expect(isEverDue(rule(Audience(), .every(.days(7), visit, .schedule, long))))
  }
}
