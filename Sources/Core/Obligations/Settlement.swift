// What settles a rule: a contact, or what else it asks for.

extension Dossier {
  /// Whether a contact settles that occurrence of a rule: a conversation by its channel, its outcome
  /// and its speaker, what follows a case only if it was about that case; a text from the outbox if it
  /// is about it.
  ///
  /// - Parameter doer: whose the occurrence is; nil: as the rule says.
  func settles(
    _ action: Action, _ ready: ReadyRule, _ key: AnchorKey, since anchor: Anchor,
    by doer: Doer? = nil
  ) -> Bool {
    guard ready.admits(action, self) else { return false }
    return action.contact?.text.map { isAbout($0, ready, key, since: anchor.fact) }
      ?? isDone(action, ready, anchor, doer)
  }

  /// Whether it is a conversation from which what counts from the anchor is counted anew.
  func counts(_ action: Action, _ ready: ReadyRule, since anchor: Anchor) -> Bool {
    action.contact?.isConversation == true && ready.admits(action, self)
      && isDone(action, ready, anchor, nil)
  }

  private func isDone(
    _ action: Action, _ ready: ReadyRule, _ anchor: Anchor, _ doer: Doer?
  ) -> Bool {
    guard anchor.isMatter(of: action) else { return false }
    // Most conversations are about nothing that was given to anybody.
    if anchor.caseNumber == nil, doer == nil { return action.voices.contains(ready.voice) }
    return isDoer(
      action.contact?.speaker, action.voices, at: action.moment, ready, anchor.caseNumber, doer)
  }

  /// Whether the speaker does it: a holder of the role, or whoever the case was given or escalated to.
  /// Of a case that was given away nobody else is among them; a manager's part is nobody's but a
  /// manager's, unless it was escalated.
  func isDoer(
    _ speaker: StaffID?, _ voices: TermSet<Role>, at moment: Moment, _ ready: ReadyRule,
    _ caseNumber: Int32?, _ doer: Doer?
  ) -> Bool {
    let voice = doer.map { engine.staffing.voice(of: $0.role) } ?? ready.voice
    guard let caseNumber, let handlers = handlers(of: caseNumber, at: moment)
    else { return voices.contains(voice) }
    let role = doer?.role ?? ready.doer
    let charged = role == .manager ? handlers.escalated : handlers.all
    if let speaker = speaker ?? timeline.state(on: moment.day)?.owner, charged.contains(speaker) {
      return true
    }
    let isTaken = role != .manager && handlers.given != nil
    return !isTaken && voices.contains(voice)
  }

  /// The members charged with a case at that moment; nil: nobody was ever charged with any.
  private func handlers(of number: Int32, at moment: Moment) -> CaseHandlers? {
    guard steps.contains(where: { $0.step.step.givesAway && $0.step.caseNumber == number })
    else { return nil }
    return CaseHandlers(
      steps.compactMap { step, day, _ in
        guard step.caseNumber == number, step.step.givesAway, !moment.isSurelyBefore(day),
          let member = step.member, !engine.staffing.hasLeft(member, before: moment.day)
        else { return nil }
        return .init(on: day.day, member, isEscalation: step.step == .escalated)
      })
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
    let done = settlement(ready.rule.settledBy, ready, window)
    for action in actions where action.day >= window.opens.day {
      if let done, done.comes(before: action) { break }
      if let end = window.end, action.day >= end { break }
      if let leaves = window.leaves, action.day > leaves.day { break }
      let isLate = isLate(window, at: action.moment)
      if ready.rule.expires && isLate { break }
      if action.day == window.anchor.day, action.moment.isSurelyBefore(window.anchor.moment) {
        continue
      }
      if action.skips(ready), !window.isForContactOnly { return .skipped(action) }
      if case .postponement(let later) = action.body, !ready.rule.expires, !isLate {
        window.postpone(to: later, by: action.fact)
      }
    }
    guard let done else { return .open }
    let isLate = isLate(window, at: done.moment)
    return isLate && ready.rule.expires ? .open : .done(done, onTime: !isLate)
  }

  /// The first event that settles the rule: since its anchor, or, of a slot and where a day ahead is the
  /// anchor, since it opened.
  private func settlement(
    _ settlement: Settlement, _ ready: ReadyRule, _ window: Window
  ) -> Action? {
    let isSince = !ready.isCadence && window.anchor.day <= window.opens.day
    let first = isSince ? window.anchor.moment : window.opens
    func counts(_ moment: Moment) -> Bool {
      moment.day >= first.day && !moment.isSurelyBefore(first)
        && window.end.map { moment.day < $0 } ?? true
        && window.leaves.map { moment.day <= $0.day } ?? true
    }
    return candidate(settlement, ready, window.anchor) { moment, _ in counts(moment) }
  }

  /// The first event or step that settles the rule beside a contact, though it came before the rule opened;
  /// nil: none has. What was promised anew is not answered by what stands before it.
  func answer(_ ready: ReadyRule, _ window: Window) -> Action? {
    guard let other = ready.rule.orBy else { return nil }
    let anchor = window.anchor
    let promise = anchor.fact.flatMap { fact in
      ready.ref == .reply ? Action(fact: fact, moment: anchor.moment, body: .event) : nil
    }
    return candidate(other, ready, anchor) { moment, fact in
      guard !moment.isSurelyBefore(anchor.moment), moment.day >= anchor.day else { return false }
      // A grid that begins anew with what settled a slot is not settled by the same again.
      if ready.isCadence, moment.day == anchor.day { return false }
      let step = Action(fact: fact, moment: moment, body: .event)
      let isAfter = promise.map { $0.comes(before: step) } ?? true
      let isBefore = window.end.map { moment.day < $0 } ?? true
      return isAfter && isBefore && (window.leaves.map { moment.day <= $0.day } ?? true)
    }
  }

  /// Whether that day holds what settles the rule.
  func holdsSettlement(
    _ ready: ReadyRule, _ key: AnchorKey, _ anchor: Anchor, on day: Day
  ) -> Bool {
    if ready.rule.settledBy == .contact {
      if actions.contains(where: { $0.day == day && settles($0, ready, key, since: anchor) }) {
        return true
      }
    }
    return candidate(ready.rule.orBy ?? ready.rule.settledBy, ready, anchor) { moment, _ in
      moment.day == day
    } != nil
  }

  /// The first event or step of the anchor's case that settles the rule.
  private func candidate(
    _ settlement: Settlement, _ ready: ReadyRule, _ anchor: Anchor,
    where counts: (Moment, FactID) -> Bool
  ) -> Action? {
    if ready.isGrading { return grading(where: counts) }
    switch settlement {
    case .contact: return nil
    case .event(let kinds):
      return events.first { kinds.contains($0.kind) && counts($0.moment, $0.fact) }
        .map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    case .step(let wanted):
      return steps.first { entry in
        let isOfCase = anchor.caseNumber.map { $0 == entry.step.caseNumber } ?? true
        return wanted.contains(entry.step.step) && isOfCase
          && counts(entry.moment, entry.fact)
          && isManagers(entry.step, ready, entry.moment.day)
      }.map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    }
  }
}

extension Dossier {
  /// Whether a step may settle the rule: a manager's part is done by a step that a manager took, or by
  /// which the case came to a manager.
  private func isManagers(_ step: CaseStep, _ ready: ReadyRule, _ day: Day) -> Bool {
    guard ready.voice == .manager, ready.rule.doer == .manager else { return true }
    return engine.staffing.voices(of: step.member, owner: timeline.state(on: day)?.owner)
      .contains(.manager)
  }
}

extension Anchor {
  /// Whether a conversation may settle what counts from it: of a case only one about that case.
  fileprivate func isMatter(of action: Action) -> Bool {
    guard let caseNumber else { return true }
    return action.about == caseNumber
  }
}

extension [(step: CaseStep, moment: Moment, fact: FactID)] {
  /// The case that a conversation is about: the one that was named; else the only one that is not closed
  /// by then, or, where all are, the one that was closed last; nil: none, or nobody knows which.
  func matter(of action: Action) -> Int32? {
    guard let contact = action.contact else { return nil }
    if let about = contact.about { return about.number }
    var open: Set<Int32> = []
    var closed: Int32?
    for (step, moment, _) in self
    where step.caseNumber != CaseStep.payment && !action.moment.isSurelyBefore(moment) {
      if step.step == .closed {
        open.remove(step.caseNumber)
        closed = step.caseNumber
      } else {
        open.insert(step.caseNumber)
      }
    }
    return open.count > 1 ? nil : open.first ?? closed
  }
}

extension AnchorKey {
  /// Whether it is one occasion, whatever rules ask something for it.
  fileprivate var isForAllRules: Bool {
    switch self {
    case .festival, .companyHoliday, .birthday, .milestone, .runUp: true
    case .event, .slot, .ofCase, .promise: false
    }
  }
}
