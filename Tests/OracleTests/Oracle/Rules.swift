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
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: "event \(start.day)", start: start,
              anchor: start.day,
              opens: start.day.adding(opens), due: Moment(start.day.adding(due), rule.lastHour),
              otherThan: settlers(rule, courses)))
          courses[index, default: []].append((start, course))
        }
      case .onceAfter(let trigger, let other, let due):
        for start in starts(trigger, courses) {
          guard let opens = opening(after: other, start, courses) else { continue }
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: "event \(start.day)", start: start,
              anchor: start.day,
              // Reading: never due before it opens, however late the first callback was.
              opens: opens, due: Moment(max(opens, start.day.adding(due)), rule.lastHour),
              otherThan: settlers(rule, courses)))
          courses[index, default: []].append((start, course))
        }
      case .every(let cadence, let trigger, let anchor, _):
        var run = CadenceRun(
          oracle: self, rule: rule, policy: policy, cadence: cadence, mode: anchor,
          starts: starts(trigger, courses))
        answers += run.answers()
      case .occasion(.festivals(let festivals), _, _):
        answers += greetings(rule, policy, festivals)
      case .occasion(.milestones(let kinds), let opens, let due):
        answers += announcements(rule, policy, kinds, (opens, due))
      case .occasion: break
      }
      answers += (courses[index] ?? []).compactMap { $0.course.answer }
    }
    return answers
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
      course.link.map { Start(day: $0, moment: nil, origin: start.origin) }
    }
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

  /// The day after the other rule was done, or after its due day.
  private func opening(
    after other: Int, _ start: Start, _ courses: [Int: [(start: Start, course: WindowCourse)]]
  ) -> Day? {
    guard let course = courses[other]?.first(where: { $0.start.day == start.day })?.course
    else { return nil }
    if case .done(_, let day, onTime: true) = course.answer?.end { return day + 1 }
    return course.due.day + 1
  }

  // MARK: Broadcasts

  private func greetings(
    _ rule: Rule, _ policy: Policy, _ festivals: TermSet<Festival>
  ) -> [Answer] {
    var answers: [Answer] = []
    for year in first.year...last.year {
      for festival in festivals.elements {
        guard let day = festival.day(in: year), first <= day, day <= last else { continue }
        let duty = WindowDuty(
          rule: rule, policy: policy, key: "festival \(festival.name) \(year)", anchor: day,
          opens: day, due: Moment(day, rule.lastHour))
        if var answer = walk(duty).answer {
          answer.mergesWithOthers = false
          answers.append(answer)
        }
      }
    }
    return answers
  }

  private func announcements(
    _ rule: Rule, _ policy: Policy, _ kinds: TermSet<MilestoneKind>,
    _ window: (opens: Offset, due: Offset)
  ) -> [Answer] {
    var answers: [Answer] = []
    for milestone in milestones where kinds.contains(milestone.kind) {
      let duty = WindowDuty(
        rule: rule, policy: policy, key: "milestone \(milestone.id)",
        anchor: milestone.day, opens: milestone.day.adding(window.opens),
        due: Moment(milestone.day.adding(window.due), rule.lastHour))
      if var answer = walk(duty).answer {
        answer.mergesWithOthers = false
        answers.append(answer)
      }
    }
    return answers
  }
}
