import Core

/// Why a customer is on the list, or not: the answer of `revisit why`.
struct WhyPage: Sendable {
  let history: History
  let name: String
  /// By number: `配偶 陈平`.
  let family: [Int32: String]
  /// The customer as the lists of the office have them.
  let lists: CustomerLists
  let now: Moment
  /// Only the rule with that id.
  let only: String?
  let language: Language

  var engine: Engine { lists.engine }

  private func say(_ text: Bilingual) -> String { text[language] }

  var explanations: [Explanation] {
    engine.explanations(of: history, at: now).filter { explanation in
      only.map { engine.rule(explanation.rule).id == $0 } ?? true
    }
  }

  var text: String {
    let all = explanations
    var blocks = [heading(all)]
    blocks += all.filter { only != nil || $0.isAsking }.map(detail)
    if only == nil {
      let waiting = all.filter { !$0.isAsking && $0.isLive }
      if !waiting.isEmpty { blocks.append(coming(waiting)) }
      let closed = all.filter { !$0.isAsking && !$0.isLive && ($0.closed != nil || tells($0)) }
      if !closed.isEmpty { blocks.append(quiet(closed)) }
    }
    blocks.append(consequences)
    return blocks.map { $0.map { visible($0) + "\n" }.joined() }.joined(separator: "\n")
  }

  // MARK: Blocks

  private func heading(_ all: [Explanation]) -> [String] {
    let state = history.timeline(at: now).state(on: now.day)
    let description = state.map { say(WhyMessages.state($0, in: vocabulary)) } ?? ""
    return ["\(number(history.customer)) \(name)  \(description)"] + verdicts.map(say)
  }

  /// What the viewer's list says of the customer, and whose list has what the viewer's has not.
  private var verdicts: [Bilingual] {
    let places = lists.places
    let others = places.others.map { holder, entry in
      WhyMessages.onList(of: lists.name(holder), WhyMessages.verdict(entry, at: now))
    }
    guard let line = places.own.listed else {
      // That nothing is due is said of somebody's list where others have the customer.
      let own = WhyMessages.verdict(places.own, at: now)
      let isIdle = places.own.line == nil && !others.isEmpty
      return [isIdle ? WhyMessages.notOnYours : own] + others
    }
    return [WhyMessages.verdict(places.own, at: now)] + whose(line) + others
  }

  /// On whose lists the line stands, where that is not the customer's own consultant's alone.
  private func whose(_ line: AgendaLine) -> [Bilingual] {
    guard lists.decision.viewer == .office else { return [] }
    let holders = line.reasons.flatMap { lists.holders(of: $0.rule, $0.key) }
      .reduce(into: [ListHolder]()) { if !$0.contains($1) { $0.append($1) } }
    guard holders != [.consultant(line.state.owner)] else { return [] }
    return [WhyMessages.stands(on: lists.names(holders))]
  }

  private func wave(_ reason: Reason) -> [String] {
    guard let waves = lists.waves, let place = lists.place(reason.rule, reason.key) else {
      return []
    }
    let share = waves.shares.first {
      $0.rule == reason.rule && $0.key == reason.key && $0.due == reason.due.day
    }
    return [row(WhyMessages.wave, WaveMessages.place(place, share, at: now))]
  }

  /// One rule in full: what it says, what started it, the arithmetic, what ends it, what comes.
  private func detail(_ explanation: Explanation) -> [String] {
    let rule = engine.rule(explanation.rule)
    var lines = [say(WhyMessages.title(rule))]
    for reason in explanation.reasons.map(lists.asListed) {
      lines += origin(reason.anchorFact, reason.anchor, reason.key, rule)
      lines.append(
        row(WhyMessages.sum, WhyMessages.arithmetic(occurrence(reason, rule), rule)))
      lines.append(row(WhyMessages.status, WhyMessages.status(reason, at: now)))
      lines += wave(reason)
    }
    if explanation.reasons.isEmpty, let last = explanation.last {
      lines += origin(last.anchorFact, last.anchor, last.key, rule)
      lines.append(
        row(WhyMessages.sum, WhyMessages.arithmetic(occurrence(last, rule), rule)))
      lines.append(
        row(WhyMessages.status, WhyMessages.outcome(last, contact(last), in: vocabulary)))
    }
    if let closed = explanation.closed {
      lines.append(row(WhyMessages.status, WhyMessages.closed(closed, in: vocabulary)))
    }
    lines += calendarRemarks(rule, explanation)
    lines.append(
      row(
        WhyMessages.channel,
        rule.isGrading
          ? WhyMessages.grading : WhyMessages.channels(rule.channels, averse: isAverse)))
    lines += doers(rule, explanation).map { row(WhyMessages.by, $0) }
    if !rule.isPromise {
      lines.append(row(WhyMessages.ends, WhyMessages.ends(rule, in: vocabulary)))
    }
    if !explanation.coming.isEmpty {
      lines.append(row(WhyMessages.after, WhyMessages.days(explanation.coming, at: now)))
    }
    return lines
  }

  /// Tells who does it, where that is not the customer's own consultant: the role that the rule
  /// names, or whoever the case was given to.
  private func doers(_ rule: Rule, _ explanation: Explanation) -> [Bilingual] {
    let keys = explanation.reasons.map(\.key) + explanation.coming.map(\.key)
    let holders = keys.flatMap { lists.holders(of: explanation.rule, $0) }
    let given = holders.reduce(into: [ListHolder]()) { given, holder in
      if case .member = holder, !given.contains(holder) { given.append(holder) }
    }
    let isRoles = holders.isEmpty || holders.contains { if case .role = $0 { true } else { false } }
    return (rule.doer.flatMap { isRoles ? [WhyMessages.by($0.word(in: vocabulary))] : nil } ?? [])
      + (given.isEmpty ? [] : [WhyMessages.given(to: lists.names(given))])
  }

  private func coming(_ waiting: [Explanation]) -> [String] {
    [say(WhyMessages.others)]
      + waiting.map { explanation in
        let rule = engine.rule(explanation.rule)
        let held = explanation.reasons.first.map(lists.asListed)
          .map { WhyMessages.status($0, at: now) }
        let days = WhyMessages.days(explanation.coming, at: now)
        return "  " + say(WhyMessages.other(rule, held ?? days))
      }
  }

  /// Rules that ask for nothing: what became of each that asked before, and in one line for each
  /// reason those that never did.
  private func quiet(_ closed: [Explanation]) -> [String] {
    let silent = closed.filter { !tells($0) && !$0.rule.isOwn }
    let reasons = silent.compactMap(\.closed).reduce(into: [VoidReason]()) { reasons, reason in
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let told = closed.compactMap { explanation in
      explanation.last.map { ended($0, explanation) } ?? tooLate(explanation)
    }
    return [say(WhyMessages.notNow)] + told
      + reasons.map { reason in
        let ids = silent.filter { $0.closed == reason }.map { engine.rule($0.rule).id }
        return "  " + say(WhyMessages.closed(reason, of: ids, in: vocabulary))
      }
  }

  private func ended(_ last: Obligation, _ explanation: Explanation) -> String {
    // A void says itself why the rule is closed.
    let closed = last.status.isVoid ? nil : explanation.closed
    let reason = closed.map { WhyMessages.closed($0, in: vocabulary) }
    let outcome = WhyMessages.outcome(last, contact(last), in: vocabulary)
    let text = [outcome, reason].compactMap { $0 }
    return "  " + say(WhyMessages.other(engine.rule(last.rule), WhyMessages.joined(text)))
  }

  /// What follows if the customer is reached today, and if not.
  private var consequences: [String] {
    let call = Fact(
      id: .max, day: now.day, time: now.time,
      .contact(
        Contact(
          channel: .phone, outcome: .reached, about: lists.soleCase?.matter,
          speaker: lists.speaker)))
    let called = History(
      customer: history.customer, source: history.source, facts: history.facts + [call])
    let effect = engine.effect(from: history, to: called, at: now)
    let later = engine.foresee(called, at: now).filter { $0.status == .upcoming }
      .sorted { $0.due.isBefore($1.due) }
    let tomorrow = lists.tomorrow
    return [
      row(WhyMessages.ifReached, WhyMessages.reached(effect, later, engine, lists.cases, at: now)),
      row(WhyMessages.ifNot, WhyMessages.notReached(tomorrow, engine, lists.cases)),
    ]
  }

  // MARK: Parts

  var vocabulary: Vocabulary { engine.vocabulary }

  func row(_ title: Bilingual, _ text: Bilingual) -> String {
    "  " + Width.fit(say(title), 12) + say(text)
  }

  private func origin(
    _ fact: FactID?, _ anchor: Day, _ key: AnchorKey, _ rule: Rule
  ) -> [String] {
    guard let fact = history.facts.first(where: { $0.id == fact }) else { return [] }
    return [row(WhyMessages.cause, WhyMessages.fact(fact, in: vocabulary))]
  }

  func contact(_ obligation: Obligation) -> Fact? {
    guard case .done(let fact, _, _) = obligation.status else { return nil }
    return history.facts.first { $0.id == fact }
  }

  private var isAverse: Bool { history.timeline(at: now).state(on: now.day)?.isAverse ?? false }
}

extension Explanation {
  /// Something is due, overdue or held.
  var isAsking: Bool { !reasons.isEmpty }
}
