import Core

/// The engine's answers in the words of the oracle.
enum EngineView {
  static func lines(_ story: Story, now: Moment, horizon: Day) -> [String] {
    let engine = engine(story)
    let obligations = engine.obligations(
      of: History(customer: 1, source: story.source, facts: story.facts), at: now,
      broadcastsFrom: .first, horizon: horizon)
    return obligations.map { line($0, engine, now) }.sorted()
  }

  /// What is due within the week to `now`, as a pass of that week finds it and as a look at
  /// everything does.
  static func week(_ story: Story, now: Moment) -> (pass: [String], everything: [String]) {
    let engine = engine(story)
    let history = History(customer: 1, source: story.source, facts: story.facts)
    let days = now.day - 6...now.day
    let found = EnginePass(engine, at: now, days: days).findings(of: history)
    let all = engine.obligations(of: history, at: now, broadcastsFrom: .first, horizon: now.day)
    // Who was out of reach before the week owes nothing in it.
    let last = found.timeline.spans.last
    let isOut = last.map { $0.state.isStopped && $0.from < days.lowerBound } ?? true
    func lines(_ obligations: [Obligation]) -> [String] {
      obligations.filter { days.contains($0.due.day) }.map { line($0, engine, now) }.sorted()
    }
    return isOut ? ([], []) : (lines(found.obligations), lines(all))
  }

  private static func line(_ obligation: Obligation, _ engine: Engine, _ now: Moment) -> String {
    let open = obligation.status == .due || obligation.status == .overdue
    let hidden = open && !obligation.isListed(at: now) ? " hidden" : ""
    let excused = obligation.isExcused ? " excused" : ""
    return "\(engine.rule(obligation.rule).id) [\(text(obligation.key, engine.vocabulary))] "
      + "\(obligation.opens)..\(obligation.due) \(text(obligation.status))\(hidden)\(excused)"
      + (obligation.member.map { " of \($0)" } ?? "")
  }

  private static func engine(_ story: Story) -> Engine {
    Engine(
      reigns: story.reigns, milestones: story.milestones, calendar: story.calendar,
      traits: Traits(
        asked: story.reigns.flatMap(\.policy.traitAudiences), story.sayings, staff: story.names),
      vocabulary: story.reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) },
      staffing: Staffing(story.staff))
  }

  static func list(_ story: Story, now: Moment) -> [String] {
    let engine = engine(story)
    let history = History(customer: 1, source: story.source, facts: story.facts)
    guard case .line(let line) = engine.agenda(of: history, at: now) else { return [] }
    return line.reasons.compactMap { reason in
      guard reason.isListed else { return nil }
      let standing = reason.status == .due ? "due" : "overdue"
      return "\(engine.rule(reason.rule).id) \(reason.opens)..\(reason.due) \(standing)"
        + " x\(reason.missed)"
    }.sorted()
  }

  private static func text(_ key: AnchorKey, _ words: Vocabulary) -> String {
    switch key {
    case .event(let day): "event \(day)"
    case .slot(let day): "slot \(day)"
    case .milestone(let id): "milestone \(id)"
    case .runUp(let id, let before): "milestone \(id) \(before)"
    case .festival(let festival, let year): "festival \(festival.word(in: words).name) \(year)"
    case .companyHoliday(let festival, let year): "holiday \(festival.word(in: words).name) \(year)"
    case .birthday(let member, let year): "birthday \(member) \(year)"
    case .ofCase(let number, let day): "case \(number) \(day)"
    case .promise(let id): "promise \(id)"
    }
  }

  private static func text(_ status: Status) -> String {
    switch status {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(let by, let on, let onTime): "\(onTime ? "done" : "late") by \(by) on \(on)"
    case .missed: "missed"
    case .skipped(let by): "skipped by \(by)"
    case .held(let hold, let until): "held by \(text(hold)) until \(until)"
    case .void(_, let on): "void on \(on)"
    }
  }

  private static func text(_ hold: Hold) -> String {
    switch hold {
    case .promise(let id): "promise \(id)"
    case .postponement(let id): "postponement \(id)"
    case .cap: "cap"
    case .wave: "wave"
    }
  }
}
