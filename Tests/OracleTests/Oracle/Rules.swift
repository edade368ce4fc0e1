import Core

extension Oracle {
  /// Every obligation of one policy as if it had always been in force (rule 1).
  func answers(_ policy: Policy) -> [Answer] {
    var courses: [Int: [(start: Start, course: WindowCourse)]] = [:]
    var answers: [Answer] = []
    for index in order(policy) {
      let rule = policy.rules[index]
      switch rule.schedule {
      case .once(let trigger, let opens, let due):
        for start in starts(trigger, courses) {
          let window = window(rule, start, opens: day(start.day, plus: opens), due: due)
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: start.key, start: start,
              anchor: start.day, opens: window.opens, due: window.due,
              otherThan: settlers(rule, courses)))
          courses[index, default: []].append((start, course))
        }
      case .onceAfter(let trigger, let other, let due):
        for start in starts(trigger, courses) {
          guard let opens = opening(after: other, start, courses) else { continue }
          // Reading: never due before it opens, however late the first callback was.
          let window = window(rule, start, opens: opens, due: due)
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: start.key, start: start,
              anchor: start.day, opens: window.opens, due: window.due,
              otherThan: settlers(rule, courses)))
          courses[index, default: []].append((start, course))
        }
      case .every(let cadence, let trigger, let anchor, let stretch):
        var run = CadenceRun(
          oracle: self, rule: rule, policy: policy, cadence: cadence, mode: anchor,
          stretch: stretch, starts: starts(trigger, courses),
          roots: starts(root(trigger, policy)).map(\.day))
        answers += run.answers()
      case .occasion(let occasion, let opens, let due):
        answers += broadcasts(rule, policy, occasion, (opens, due))
      }
      answers += (courses[index] ?? []).compactMap { $0.course.answer }
    }
    return answers + gradings(policy)
  }

  /// What starts the first rule of a chain.
  private func root(_ trigger: Trigger, _ policy: Policy) -> Trigger {
    var root = trigger
    while case .rule(let index) = root, let before = policy.rules[index].schedule.trigger {
      root = before
    }
    return root
  }

  /// Rules after those that they count from.
  private func order(_ policy: Policy) -> [Int] {
    var order: [Int] = []
    while order.count < policy.rules.count {
      let before = order.count
      for index in policy.rules.indices where !order.contains(index) {
        var needs = policy.rules[index].schedule.needs
        if let other = policy.rules[index].distinctFrom { needs.append(other) }
        if needs.allSatisfy(order.contains) { order.append(index) }
      }
      if order.count == before { return order }
    }
    return order
  }

  private func starts(
    _ trigger: Trigger, _ courses: [Int: [(start: Start, course: WindowCourse)]]
  ) -> [Start] {
    guard case .rule(let index) = trigger else { return starts(trigger) }
    return (courses[index] ?? []).compactMap { start, course in
      course.link.map {
        Start(
          day: $0, moment: nil, kind: kind(start, course), origin: start.origin,
          caseNumber: start.caseNumber,
          replaced: start.replaced)
      }
    }
  }

  /// The kind of the event that a following rule counts from: what settled the other one on time, or
  /// what that one counted from.
  private func kind(_ start: Start, _ course: WindowCourse) -> EventKind? {
    guard case .done(let id, _, onTime: true) = course.answer?.end else { return start.kind }
    if case .event(let kind) = facts.first(where: { $0.id == id })?.body { return kind }
    return nil
  }

  /// `distinct_from`: the days on which a contact settled the other rule; "two contacts on one day:
  /// the first settles, the second is recorded".
  private func settlers(
    _ rule: Rule, _ courses: [Int: [(start: Start, course: WindowCourse)]]
  ) -> Set<Day> {
    var settlers: Set<Day> = []
    guard let other = rule.distinctFrom else { return [] }
    for (_, course) in courses[other] ?? [] {
      if case .done(_, let day, _) = course.answer?.end { settlers.insert(day) }
    }
    return settlers
  }

  /// The day after the other rule was done, or after its due day; none where that was void by then
  /// (rule 4).
  private func opening(
    after other: Int, _ start: Start, _ courses: [Int: [(start: Start, course: WindowCourse)]]
  ) -> Day? {
    guard let course = courses[other]?.first(where: { $0.start.key == start.key })?.course
    else { return nil }
    return course.link.map { $0 + 1 }
  }
}
