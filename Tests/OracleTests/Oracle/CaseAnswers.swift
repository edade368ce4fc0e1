import Core

// "Where no rule of the policy covers a case, the built-in duties do: answer the promised day; 紧急 the same
// day, otherwise three days."

extension Rule {
  /// "On the list of whom it is given to, else 客服, else the manager." Reading: a promise takes its place.
  fileprivate static let answer: Rule = {
    var rule = Rule(id: "case", schedule: .once(.step(CaseFilter(.opened)), opens: 0, due: 0))
    rule.by = .service
    rule.untilSteps = [.promised]
    return rule
  }()

  fileprivate static func reply(of role: Role?) -> Rule {
    var rule = Rule(id: "reply", schedule: .once(.event([]), opens: 0, due: 0))
    rule.by = role
    return rule
  }
}

extension Oracle {
  func caseAnswers(_ policy: Policy) -> [Answer] {
    starts(.step(CaseFilter(.opened))).compactMap { start in
      guard let step = step(start), !isCovered(step, start, policy) else { return nil }
      let days =
        step.urgency == .urgent ? number("case_urgent", policy, 0) : number("case_due", policy, 3)
      var duty = WindowDuty(
        rule: .answer, policy: policy, key: start.key, start: start, anchor: start.day,
        opens: start.day, due: Moment(opening(start.day + days)))
      duty.answers = [.replied, .handled]
      return walk(duty).answer
    }
  }

  func number(_ name: String, _ policy: Policy, _ usual: Int) -> Int {
    policy.parameters.first { $0.name == name }?.value.flatMap { Int($0) } ?? usual
  }

  private func step(_ start: Start) -> CaseStep? {
    guard case .step(let step)? = facts.first(where: { $0.id == start.fact })?.body else {
      return nil
    }
    return step
  }

  /// Reading: a rule covers a case that starts when a case of that kind and urgency is entered, and is for
  /// a customer such as this one was on that day.
  private func isCovered(_ step: CaseStep, _ start: Start, _ policy: Policy) -> Bool {
    policy.rules.contains { rule in
      guard case .step(let filter)? = rule.schedule.trigger, filter.step == .opened else {
        return false
      }
      return (filter.kinds.isEmpty || filter.kinds.contains(step.kind))
        && (filter.urgencies.isEmpty || filter.urgencies.contains(step.urgency))
        && bar(rule, policy, start.day) == nil
    }
  }

  // MARK: Promised replies

  /// "A promised answer to a case": on its day, by a 回复 even before.
  func replies() -> [Answer] {
    facts.compactMap { fact in
      guard case .step(let step) = fact.body, step.step == .promised, step.caseNumber != 0,
        let to = step.to
      else { return nil }
      return reply(fact, step, to)
    }
  }

  /// Reading: whom the case was given to by the promised day; only then who promised.
  private func given(_ promise: CaseStep, until last: Day) -> StaffID? {
    var given: StaffID?
    for fact in facts where fact.day <= last {
      guard case .step(let step) = fact.body, step.caseNumber == promise.caseNumber,
        step.step == .assigned, let member = step.member
      else { continue }
      given = member
    }
    return given
  }

  private func reply(_ fact: Fact, _ step: CaseStep, _ to: Day) -> Answer? {
    let member = agreed(by: given(step, until: to) ?? step.member, on: fact.day)
    let start = Start(
      day: fact.day, moment: fact.moment, fact: fact.id, origin: fact.moment,
      caseNumber: step.caseNumber)
    var duty = WindowDuty(
      rule: .reply(of: member.flatMap { staff[$0] }), policy: Policy(name: ""), key: start.key,
      start: start, anchor: fact.day, opens: to, due: Moment(to))
    duty.answers = [.replied]
    var answer = Answer(
      rule: "reply", key: start.key, opens: Moment(to), due: Moment(to), news: fact.moment,
      anchor: fact.moment, openingDay: to, member: member, reason: "\(step.caseNumber)")
    answer.grace = grace
    let newer = facts.first { $0.id != fact.id && isNewer($0, than: fact, of: step) }?.day
    // Reading: of several of one day the last is what was promised.
    if newer == fact.day { return nil }
    var made: Set<Channel> = []
    var day = fact.day
    while day <= last && answer.end == nil {
      if day == to, let wish = wishes.last(where: { $0.waits(on: day, for: answer.news) }) {
        answer.grant(wish)
      }
      settle(&answer, duty, day, &made, isOpen: day >= to)
      if answer.end == nil, newer == day || stopsPromises(day) != nil {
        answer.isTried(until: day)
        answer.end = answer.due.day < day ? .missed : .void(nil, day)
      }
      if answer.end == nil { answer.cut(day + 1) }
      day = day + 1
    }
    return answer
  }

  /// In the order of facts.
  private func isNewer(_ fact: Fact, than promise: Fact, of step: CaseStep) -> Bool {
    guard case .step(let other) = fact.body, other.step == .promised,
      other.caseNumber == step.caseNumber
    else { return false }
    return Fact.inOrder(promise, fact)
  }
}
