/// A look at one customer after another: what is owed as of a moment, over a stretch of days.
///
/// What every customer shares is computed once: make one pass for a whole office. From what it
/// finds of a customer both the list of `now` and a report of days within the stretch are read:
///
///     let pass = EnginePass(engine, at: now, days: week)  // a week that holds today
///     let findings = pass.findings(of: history)
///     report.add(findings)
///     let entry = ListDecision(for: .office).entry(findings)
///
/// A class, so that findings refer to it without copying it.
package final class EnginePass: Sendable {
  /// The engine whose rules are asked.
  package let engine: Engine
  /// The moment as of which everything is computed.
  package let now: Moment
  /// The days about which is asked.
  package let days: ClosedRange<Day>
  private let since: Day
  private let passes: [ReignRules]

  /// What ended and was due before `days` and before today is left out, and so is what waited for
  /// such a day and what opens after them. Of slots that are overdue since then only the first need
  /// be given, with the number of its `followers`.
  package convenience init(_ engine: Engine, at now: Moment, days: ClosedRange<Day>) {
    self.init(engine, at: now, days: days, since: min(days.lowerBound, now.day))
  }

  /// What ended is left out if it was due before `since`, which is not after today. Greetings and
  /// announcements are left out if they ended before `days`.
  init(_ engine: Engine, at now: Moment, days: ClosedRange<Day>, since: Day) {
    self.engine = engine
    self.now = now
    self.days = days
    self.since = since
    passes = engine.passes(over: days)
  }
}

/// What a pass found of one customer.
package struct Findings: Sendable {
  /// The pass that found it.
  package let pass: EnginePass
  /// The customer's facts, later ones included.
  package let history: History
  /// The facts that have taken effect.
  let facts: ArraySlice<Fact>
  /// What held when.
  package let timeline: Timeline
  /// Nil where nothing is asked for.
  let dossier: Dossier?
  /// What is owed, in the order of the rules.
  package let obligations: [Obligation]
  /// What opens after the days that the pass asks about.
  let coming: Coming
}

extension Findings {
  /// The consultant whose customer it is on that day; nil: nobody's.
  package func owner(on day: Day) -> StaffID? { timeline.state(on: day)?.owner }
}

extension EnginePass {
  /// What is owed to one customer over the days of the pass.
  package func findings(of history: History) -> Findings {
    let facts = history.facts(at: now)
    var timeline = Timeline(source: history.source, facts: facts)
    engine.traits.lay(over: &timeline, of: history.customer, at: now)
    let dossier =
      isOutOfReach(timeline)
      ? nil : Dossier(facts, timeline, of: history.customer, now: now, engine)
    let (obligations, coming) = dossier.map(obligations) ?? ([], Coming())
    return Findings(
      pass: self, history: history, facts: facts, timeline: timeline, dossier: dossier,
      obligations: obligations, coming: coming)
  }

  /// Whether everything that was owed to the customer had ended before the days asked about.
  private func isOutOfReach(_ timeline: Timeline) -> Bool {
    guard let last = timeline.spans.last else { return true }
    return last.state.isStopped && last.from < since
  }
}

// MARK: - Passes

/// The rules of a reign, each after those it needs, without those that have no occasion.
struct ReignRules: Sendable {
  let reign: ClosedRange<Day>
  let rules: [RuleOccasions]
  private let prefilters: [RulePrefilter]

  init(reign: ClosedRange<Day>, rules: [RuleOccasions]) {
    self.reign = reign
    self.rules = rules
    prefilters = rules.map { RulePrefilter($0.ready) }
  }

  func run(_ dossier: Dossier, _ outcomes: inout Outcomes) {
    for index in prefilters.indices where prefilters[index].admits(dossier) {
      dossier.run(rules[index], &outcomes)
    }
  }
}

/// A rule with the days that come for all customers alike. A class, so that a look at it costs one
/// reference.
final class RuleOccasions: Sendable {
  let ready: ReadyRule
  let occasions: [OccasionDay]

  init(_ ready: ReadyRule, _ occasions: [OccasionDay]) {
    self.ready = ready
    self.occasions = occasions
  }
}

/// A day that comes for all customers alike, as one rule reads it.
struct OccasionDay: Sendable {
  let key: AnchorKey
  let anchor: Day
  let span: Span
  /// Where it stood before a milestone moved, and until when; oldest first.
  var former: [(anchor: Day, span: Span, until: Moment)] = []
  /// The building whose buyers it concerns; nil: it concerns everybody.
  var building: Building?
}

extension EnginePass {
  private func obligations(_ dossier: Dossier) -> ([Obligation], Coming) {
    let bounds = Bounds(
      since: since, reach: dossier.reach(of: since), horizon: days.upperBound,
      dossier.calendar.closures)
    var outcomes = Outcomes(bounds, hasSeveralReigns: passes.count > 1)
    if !dossier.promises.isEmpty {
      outcomes.add(promises: dossier.promises.map { $0.obligation(dossier) })
    }
    if !dossier.steps.isEmpty { outcomes.add(promises: dossier.replies) }
    let first = dossier.reach(of: days.lowerBound)
    let passes =
      first == days.lowerBound ? passes : engine.passes(over: first...days.upperBound)
    // Nothing opens before the first fact.
    for pass in passes where dossier.timeline.spans[0].from <= pass.reign.upperBound {
      outcomes.begin(pass.reign)
      pass.run(dossier, &outcomes)
    }
    let found = outcomes.obligations
    return (engine.isInOrder ? found : found.inOrderOfRules, outcomes.coming)
  }
}

extension [Obligation] {
  /// Promises first, then by reign and rule.
  fileprivate var inOrderOfRules: [Obligation] {
    func place(_ rule: RuleRef) -> (Int, Int) {
      if case .policy(let reign, let rule) = rule { (reign, rule) } else { (-1, 0) }
    }
    return enumerated().sorted { a, b in
      let (first, second) = (place(a.element.rule), place(b.element.rule))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }
}

extension Dossier {
  fileprivate func run(_ rule: RuleOccasions, _ outcomes: inout Outcomes) {
    let ready = rule.ready
    if runOwn(ready, &outcomes) { return }
    switch ready.rule.schedule {
    case .once(let trigger, let opens, let due):
      runOnce(ready, trigger, due, &outcomes) { anchor, _ in
        anchor.day.adding(opens, calendar)
      }
    case .onceAfter(let trigger, let rule, let due):
      runOnce(ready, trigger, due, &outcomes) { anchor, outcomes in
        outcomes.resolution(of: anchor, by: rule).map { $0 + 1 }
      }
    case .every(let cadence, let trigger, let mode, let stretch):
      guard mayCount(trigger, outcomes), let tenure = ready.tenure(for: self) else { return }
      withAnchors(trigger, &outcomes) { anchors, outcomes in
        var roots = anchors
        if trigger.followed != nil, let root = ready.root {
          roots.removeAll()
          collect(root, into: &roots)
        }
        runCadence(
          ready, cadence, anchors, mode, stretch, tenure, roots: roots,
          excluded: outcomes.excluded(ready), &outcomes)
      }
    case .occasion(.birthdays(let owners), let opens, let due):
      guard ready.everApplies(to: self) else { return }
      runBirthdays(ready, owners, (opens, due), &outcomes)
    case .occasion:
      guard ready.everApplies(to: self) else { return }
      for occasion in rule.occasions where homes.concerns(customer, occasion.building) {
        // A customer who was told of a day before it moved has been told: a correction is no duty.
        let told = occasion.former.last {
          wasTold(ready, occasion.key, in: $0.span, before: $0.until)
        }
        let (anchor, span) = told.map { ($0.anchor, $0.span) } ?? (occasion.anchor, occasion.span)
        runOnce(ready, occasion.key, Anchor(anchor), span, [], &outcomes)
      }
    }
  }

  private func wasTold(
    _ ready: ReadyRule, _ key: AnchorKey, in span: Span, before moment: Moment
  ) -> Bool {
    actions.contains { action in
      action.day >= span.opens && action.day <= span.due && action.moment.isSurelyBefore(moment)
        && settles(action, ready, key, since: Anchor(span.due))
    }
  }

  /// A rule that never applies owes nothing; others may count from it all the same.
  private func runOnce(
    _ ready: ReadyRule, _ trigger: Trigger, _ due: Offset, _ outcomes: inout Outcomes,
    opens: (Anchor, Outcomes) -> Day?
  ) {
    guard mayCount(trigger, outcomes), ready.isFollowed || ready.everApplies(to: self)
    else { return }
    withAnchors(trigger, &outcomes) { anchors, outcomes in
      runOnce(
        ready, anchors, due: due, excluded: outcomes.excluded(ready), &outcomes, opens: opens)
    }
  }

  /// Whether there may be anything to count from; for events and steps the prefilter has seen to it.
  private func mayCount(_ trigger: Trigger, _ outcomes: Outcomes) -> Bool {
    switch trigger {
    case .rule: !outcomes.hasNoChain
    case .missed: !outcomes.hasNoMiss
    case .event, .first, .deal, .all, .entry, .step: true
    }
  }

  private func withAnchors(
    _ trigger: Trigger, _ outcomes: inout Outcomes, _ body: ([Anchor], inout Outcomes) -> Void
  ) {
    var anchors = outcomes.takeRoom()
    switch trigger {
    case .rule(let index): outcomes.collect(after: index, into: &anchors)
    case .missed(let index): outcomes.collect(missed: index, into: &anchors)
    case .event, .first, .deal, .all, .entry, .step: collect(trigger, into: &anchors)
    }
    body(anchors, &outcomes)
    outcomes.giveBack(&anchors)
  }
}

extension Outcomes {
  fileprivate func excluded(_ ready: ReadyRule) -> [Day] {
    ready.rule.distinctFrom.map(settlements) ?? []
  }
}
