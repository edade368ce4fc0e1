// What a message is sent for, as text. Of one occasion nobody gets two messages, whatever rules and
// policies ask for them: a change of policy must not greet a festival twice. Stored: never change.
//
//   festival:spring_festival:2027       also the greeting before the company's own holiday
//   birthday:0:2026                     the customer's (0) or a relative's
//   milestone:12:before                 the notice before it, on its day, or after it
//   milestone:12:3d                     the notice of the third day before it, of a daily run-up
//   weather:2026-11-23                  all alerts for one day
//   event:3:2026-11-02:1                an event's kind and day, and how long after it; the kind by
//                                       its name where a policy declares it
//   slot:2026-11-19:progress            one of a series, and its text
//   successor:2026-11-20:7              who has the customer from that day on, by number
//   case:4:2026-11-02:1                 a case's number and step, and how long after it

extension Engine {
  /// Nil for a promise: it has no message.
  package func occasion(of obligation: Obligation, in history: History) -> String? {
    occasion(of: rule(obligation.rule), obligation.key) { history.event(obligation.anchorFact) }
  }

  /// - Parameter event: the kind of the event that the rule counts from, where an event it is.
  func occasion(of rule: Rule, _ key: AnchorKey, event: () -> EventKind?) -> String? {
    switch key {
    case .festival(let festival, let year), .companyHoliday(let festival, let year):
      return "festival:\(festival.word(in: vocabulary).name):\(year)"
    case .birthday(let member, let year): return "birthday:\(member):\(year)"
    case .milestone(let id):
      if let alert = milestone(id), alert.kind == .weather { return "weather:\(alert.day)" }
      return "milestone:\(id):\(rule.schedule.phase)"
    case .runUp(let id, let before): return "milestone:\(id):\(before)d"
    case .event(let day):
      let kind = event().map(name) ?? "-"
      return "event:\(kind):\(day):\(rule.schedule.distance)"
    case .slot(let day): return "slot:\(day):\(rule.message.usual)"
    case .ofCase(let number, let day): return "case:\(number):\(day):\(rule.schedule.distance)"
    case .promise: return nil
    }
  }

  private func name(_ kind: EventKind) -> String {
    kind.isDeclared ? kind.word(in: vocabulary).name : "\(kind.rawValue)"
  }

  /// What the occasion says of itself.
  func values(
    of obligation: Obligation, in history: History, promised: Day?
  ) -> [Placeholder: String] {
    switch obligation.key {
    case .festival(let festival, _), .companyHoliday(let festival, _):
      return [.event: festival.word(in: vocabulary).chinese, .date: obligation.anchor.spoken]
    case .birthday: return [.event: "生日", .date: obligation.anchor.spoken]
    case .milestone(let id), .runUp(let id, _): return milestone(id).map(values) ?? [:]
    case .event:
      let event = history.event(obligation.anchorFact)
      var values: [Placeholder: String] = [:]
      values[.event] = event?.word(in: vocabulary).chinese
      values[.date] = promised?.spoken
      return values
    case .ofCase:
      let kind = history.caseKind(obligation.anchorFact)
      return kind.map { [.event: $0.chinese] } ?? [:]
    case .slot, .promise: return [:]
    }
  }

  private func values(of milestone: Milestone) -> [Placeholder: String] {
    let alike =
      milestone.kind == .weather
      ? milestones.filter { $0.kind == .weather && $0.day == milestone.day } : [milestone]
    let names = alike.map { $0.title.isEmpty ? $0.kind.word(in: vocabulary).chinese : $0.title }
    let name = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: "、")
    let isLong = milestone.lastDay > milestone.day
    let date = milestone.day.spoken + (isLong ? "至" + milestone.lastDay.spoken : "")
    return [.event: name, .reason: name, .date: date]
  }
}

extension Schedule {
  /// Before, on or after the day of an occasion.
  var phase: String {
    guard case .occasion(_, _, let due) = self else { return "on" }
    if due == .zero { return "on" }
    return due.roughDays < 0 ? "before" : "after"
  }

  /// How long after its start a once-rule is due.
  fileprivate var distance: String {
    switch self {
    case .once(_, _, let due), .onceAfter(_, _, let due): "\(due)"
    case .every, .occasion: "0"
    }
  }
}

extension History {
  /// The kind of the event with that number.
  fileprivate func event(_ id: FactID?) -> EventKind? {
    for fact in facts where fact.id == id {
      if case .event(let kind) = fact.body { return kind }
    }
    return nil
  }

  /// The kind of the case whose step has that number.
  fileprivate func caseKind(_ id: FactID?) -> CaseKind? {
    for fact in facts where fact.id == id {
      if case .step(let step) = fact.body { return step.kind }
    }
    return nil
  }
}

extension Day {
  /// As a text to a customer says it: 11月28日.
  package var spoken: String { "\(civil.month)月\(civil.day)日" }
}

extension History {
  /// What the consultant who has the customer by the end of that day tells them of; nil: nobody does.
  package func succession(by day: Day) -> String? {
    for fact in facts.reversed() where fact.day <= day {
      if case .owner(let owner) = fact.body { return History.succession(of: owner, from: fact.day) }
    }
    return nil
  }

  /// What a consultant tells the customers of who have come from another on that day.
  package static func succession(of owner: StaffID, from day: Day) -> String {
    "successor:\(day):\(owner)"
  }
}
