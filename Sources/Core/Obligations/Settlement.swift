// What settles a rule: a contact, or what else it asks for.

extension Dossier {
  /// Whether a contact settles that occurrence of a rule: a conversation by its channel and outcome,
  /// a text from the outbox if it is about it too.
  ///
  /// - Parameter fact: what the occurrence counts from.
  func settles(_ action: Action, _ ready: ReadyRule, _ key: AnchorKey, since fact: FactID?) -> Bool
  {
    guard ready.admits(action, self) else { return false }
    return action.contact?.text.map { isAbout($0, ready, key, since: fact) } ?? true
  }

  /// A festival, a birthday and a milestone are one for all rules; anything else is of those alone
  /// that send a text for it.
  private func isAbout(
    _ text: SentText, _ ready: ReadyRule, _ key: AnchorKey, since fact: FactID?
  ) -> Bool {
    guard key.isForAllRules || !ready.rule.message.names.isEmpty else { return false }
    let occasion = engine.occasion(of: ready.rule, key) {
      events.first { $0.fact == fact }?.kind
    }
    return occasion.map(TextOccasion.init) == text.occasion
  }

  /// As `settle`, for a rule that an event or a step of its case settles: postponements move it,
  /// skips excuse it, contacts are nothing to it.
  func settleOtherwise(_ ready: ReadyRule, _ window: inout Window) -> Verdict {
    let done = settlement(ready, window)
    for action in actions where action.day >= window.opens.day {
      if let done, done.comes(before: action) { break }
      if let leaves = window.leaves, action.day > leaves.day { break }
      let isLate = window.due.hasPassed(at: action.moment)
      if ready.rule.expires && isLate { break }
      if action.day == window.anchor.day, action.moment.isSurelyBefore(window.anchor.moment) {
        continue
      }
      if action.skips(ready), !window.isForContactOnly { return .skipped(action) }
      if case .postponement(let later) = action.body, !ready.rule.expires, !isLate,
        window.due.isBefore(later)
      {
        window.due = later
        window.delay = .postponement(action.fact)
      }
    }
    guard let done else { return .open }
    let isLate = window.due.hasPassed(at: done.moment)
    return isLate && ready.rule.expires ? .open : .done(done, onTime: !isLate)
  }

  /// The first event that settles the rule: since its anchor, or, where a day ahead is the anchor,
  /// since it opened.
  private func settlement(_ ready: ReadyRule, _ window: Window) -> Action? {
    let first = window.anchor.day <= window.opens.day ? window.anchor.moment : window.opens
    func counts(_ moment: Moment) -> Bool {
      moment.day >= first.day && !moment.isSurelyBefore(first)
        && window.end.map { moment.day < $0 } ?? true
        && window.leaves.map { moment.day <= $0.day } ?? true
    }
    return candidate(ready, window.anchor, where: counts)
  }

  /// Whether that day holds what settles the rule.
  func holdsSettlement(
    _ ready: ReadyRule, _ key: AnchorKey, _ anchor: Anchor, on day: Day
  ) -> Bool {
    if ready.rule.settledBy == .contact {
      return actions.contains {
        $0.day == day && settles($0, ready, key, since: anchor.fact)
      }
    }
    return candidate(ready, anchor) { $0.day == day } != nil
  }

  /// The first event or step of the anchor's case that settles the rule.
  private func candidate(
    _ ready: ReadyRule, _ anchor: Anchor, where counts: (Moment) -> Bool
  ) -> Action? {
    if ready.isGrading { return grading(where: counts) }
    switch ready.rule.settledBy {
    case .contact: return nil
    case .event(let kinds):
      return events.first { kinds.contains($0.kind) && counts($0.moment) }
        .map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    case .step(let wanted):
      return steps.first { entry in
        let isOfCase = anchor.caseNumber.map { $0 == entry.step.caseNumber } ?? true
        return entry.step.step == wanted && isOfCase && counts(entry.moment)
      }.map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    }
  }
}

extension AnchorKey {
  /// Whether it is one occasion, whatever rules ask something for it.
  fileprivate var isForAllRules: Bool {
    switch self {
    case .festival, .companyHoliday, .birthday, .milestone: true
    case .event, .slot, .ofCase, .promise: false
    }
  }
}
