/// Why a rule does or does not ask for a call (revisit why).
package struct Explanation: Sendable {
  /// The rule that is explained.
  package let rule: RuleRef
  /// Why the rule does not apply to the customer now; nil where it applies.
  package let closed: VoidReason?
  /// On the list, or held back from it.
  package let reasons: [Reason]
  /// What became of the newest occurrence that ended; nil where none has.
  package let last: Obligation?
  /// The next days on which it will be due if nothing happens; five at most.
  package let coming: [Obligation]

  /// Whether it has anything to say of now or later.
  package var isLive: Bool { !reasons.isEmpty || !coming.isEmpty }
}

extension Engine {
  /// How many days ahead coming days are looked for.
  private static let foresight = 400

  /// A pass at `now` that looks as far ahead as coming days are told of.
  package func foreseeing(at now: Moment) -> EnginePass {
    EnginePass(self, at: now, days: now.day...now.day + Engine.foresight)
  }

  /// One explanation for each rule that reigns or has something open, and for promises.
  package func explanations(of history: History, at now: Moment) -> [Explanation] {
    let timeline = timeline(of: history, at: now)
    guard let state = timeline.state(on: now.day) else { return [] }
    let obligations = foresee(history, at: now)
    let reigning = reigns.lastIndex { $0.from <= now.day }
    let refs = Set(obligations.map(\.rule))
    let current = reigning.map { reign in
      ready[reign].indices.map { RuleRef.policy(reign: reign, rule: $0) }
    }
    let older = refs.subtracting(current ?? []).subtracting(RuleRef.own)
      .filter { ref in obligations.contains { $0.rule == ref && $0.isListed(at: now) } }
    return (RuleRef.own + older + (current ?? [])).compactMap { ref in
      // A payment that is asked for again is told with the payment.
      if case .paymentAgain = ready(ref).duty { return nil }
      let isPayment = ready(ref).isPayment
      let own = obligations.filter { $0.rule == ref || isPayment && ready($0.rule).isPayment }
      return explanation(ref, own, state, now)
    }
  }

  private func explanation(
    _ ref: RuleRef, _ obligations: [Obligation], _ state: Snapshot, _ now: Moment
  ) -> Explanation {
    let ended = obligations.filter(\.status.isEnded)
    return Explanation(
      rule: ref, closed: closed(ref, state),
      reasons: reasons(obligations.filter { $0.status != .upcoming }, state, at: now),
      last: ended.max { $0.due.isBefore($1.due) },
      coming: Array(
        obligations.filter { $0.status == .upcoming }.sorted { $0.due.isBefore($1.due) }
          .prefix(5)))
  }

  /// What holds when, with what audiences ask of profiles.
  private func timeline(of history: History, at now: Moment) -> Timeline {
    var timeline = history.timeline(at: now)
    traits.lay(over: &timeline, of: history.customer, at: now)
    return timeline
  }

  private func closed(_ ref: RuleRef, _ state: Snapshot) -> VoidReason? {
    ready(ref).closed(state)
  }

  /// Every obligation, those of the coming 400 days included.
  package func foresee(_ history: History, at now: Moment) -> [Obligation] {
    obligations(
      of: history, at: now, broadcastsFrom: now.day, horizon: now.day + Engine.foresight)
  }
}

/// What a new fact changed (each write's answer).
package struct Effect: Sendable {
  /// Settled by it.
  package let settled: [Obligation]
  /// Ended by it without a contact.
  package let voided: [Obligation]
  /// Overdue before, and no longer to be made up for: they stay misses.
  package let missed: [Obligation]
  /// Open now and not before.
  package let opened: [Obligation]
}

extension Engine {
  /// What became different between two histories of one customer, as of `now`.
  package func effect(from before: History, to after: History, at now: Moment) -> Effect {
    let known = foresee(before, at: now)
    let old = Dictionary(
      known.map { (key($0), $0.status) }, uniquingKeysWith: { first, _ in first })
    let new = foresee(after, at: now)
    let kept = Set(new.map(key))
    let state = timeline(of: after, at: now).state(on: now.day)
    let gone = known.filter { $0.status.isOpen && !kept.contains(key($0)) }
    let recorded = Set(before.facts.map(\.id))
    let steps = after.facts.compactMap { fact -> CaseStep? in
      if case .step(let step) = fact.body, !recorded.contains(fact.id) { step } else { nil }
    }
    func was(_ obligation: Obligation) -> Status? { old[key(obligation)] }
    return Effect(
      settled: new.filter { $0.status.isSettled && !(was($0)?.isSettled ?? false) },
      voided: new.filter { $0.status.isVoid && isPending($0, was($0)) }
        + gone.compactMap { ended($0, state, steps, on: now.day) },
      missed: new.filter { $0.status == .missed && was($0) == .overdue },
      opened: new.filter { $0.status.isOpen && !(was($0)?.isOpen ?? false) })
  }

  func key(_ obligation: Obligation) -> OwedKey {
    OwedKey(obligation, ready(obligation.rule))
  }

  /// Whether something was open, waiting for its new day, or promised.
  private func isPending(_ obligation: Obligation, _ status: Status?) -> Bool {
    switch status {
    case .due, .overdue, .held: true
    case .upcoming: obligation.rule.isOwn || ready(obligation.rule).isPayment
    case .done, .missed, .skipped, .void, nil: false
    }
  }

  /// Edits count from 00:00: what opened on the day that closed its rule was never owed, and
  /// nothing is left of it; nil if the rule still applies, and none of the steps ended it.
  private func ended(
    _ obligation: Obligation, _ state: Snapshot?, _ steps: [CaseStep], on day: Day
  ) -> Obligation? {
    let rule = rule(obligation.rule)
    let step = steps.first {
      $0.caseNumber == obligation.key.caseNumber
        && ($0.step == .closed || rule.untilSteps.contains($0.step))
    }
    guard
      let reason = state.flatMap({ closed(obligation.rule, $0) })
        ?? step.map({ .step($0.step) })
    else { return nil }
    var obligation = obligation
    obligation.status = .void(reason, on: day)
    return obligation
  }
}
