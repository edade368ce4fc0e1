import Core

/// What became of the rules before the one at hand, by their places.
struct Courses {
  var windows: [Int: [(start: Start, course: WindowCourse)]] = [:]
  /// Of cadences, and of days that come by themselves.
  var others: [Int: [Answer]] = [:]

  func answers(_ index: Int) -> [Answer] {
    let ofWindows = (windows[index] ?? []).compactMap { start, course in
      var answer = course.answer
      answer?.start = start
      return answer
    }
    return ofWindows + (others[index] ?? [])
  }
}

extension Oracle {
  /// Every obligation of one policy as if it had always been in force (rule 1); it reigns `from` that
  /// day.
  func answers(_ given: Policy, from: Day) -> [Answer] {
    var policy = given
    // "A gift: by its ledger entry or fact."
    for index in policy.rules.indices
    where policy.rules[index].isWithGift && policy.rules[index].settledBy == .contact {
      policy.rules[index].settledBy = .event([.gift])
    }
    var courses = Courses()
    var answers: [Answer] = []
    for index in order(policy) {
      let rule = policy.rules[index]
      switch rule.schedule {
      case .once(let trigger, let opens, let due):
        for start in starts(trigger, courses, policy) {
          let window = window(rule, start, opens: day(start.day, plus: opens), due: due)
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: start.key, start: start,
              anchor: start.day, opens: window.opens, due: window.due,
              otherThan: settlers(rule, courses)))
          courses.windows[index, default: []].append((start, course))
        }
      case .onceAfter(let trigger, let other, let due):
        for start in starts(trigger, courses, policy) {
          guard let opens = opening(after: other, start, courses) else { continue }
          // Reading: never due before it opens, however late the first callback was.
          let window = window(rule, start, opens: opens, due: due)
          let course = walk(
            WindowDuty(
              rule: rule, policy: policy, key: start.key, start: start,
              anchor: start.day, opens: window.opens, due: window.due,
              otherThan: settlers(rule, courses)))
          courses.windows[index, default: []].append((start, course))
        }
      case .every(let cadence, let trigger, let anchor, let stretch):
        var run = CadenceRun(
          oracle: self, rule: rule, policy: policy, cadence: cadence, mode: anchor,
          stretch: stretch, starts: starts(trigger, courses, policy),
          roots: starts(root(trigger, policy)).map(\.day))
        courses.others[index] = run.answers()
      case .occasion(let occasion, let opens, let due):
        courses.others[index] = broadcasts(rule, policy, occasion, (opens, due))
      }
      answers += courses.answers(index)
    }
    return answers + gradings(policy, from: from) + caseAnswers(policy) + payments(policy)
  }

  /// What starts the first rule of a chain.
  private func root(_ trigger: Trigger, _ policy: Policy) -> Trigger {
    var root = trigger
    while let index = root.followed, let before = policy.rules[index].schedule.trigger {
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
    _ trigger: Trigger, _ courses: Courses, _ policy: Policy
  ) -> [Start] {
    if case .missed(let index) = trigger {
      let rule = policy.rules[index]
      let misses = courses.answers(index).compactMap { answer in
        answer.start.flatMap { miss($0, answer, of: rule) }
      }
      // Reading: of several that one day follows, the one that is made up for last counts.
      func last(_ start: Start) -> (Day, Day) { (start.madeUp ?? .last, start.origin.day) }
      return Dictionary(grouping: misses, by: \.key).values.compactMap { same in
        same.reduce(same.first) { kept, start in
          kept.map { last($0) < last(start) ? start : $0 }
        }
      }.sorted { $0.day < $1.day }
    }
    guard case .rule(let index) = trigger else { return starts(trigger) }
    let starts = (courses.windows[index] ?? []).compactMap { start, course -> Start? in
      // Reading: what waited for a miss that was made up for before it opened starts nothing.
      if course.answer == nil, let madeUp = start.madeUp, madeUp <= course.due.day { return nil }
      return course.link.map {
        Start(
          day: $0, moment: nil, kind: kind(start, course), settled: settled(course),
          origin: start.origin,
          caseNumber: start.caseNumber,
          replaced: start.replaced, madeUp: start.madeUp)
      }
    }
    // Reading: where one contact settled several of it, one follows, that of the newest event.
    return Dictionary(grouping: starts, by: \.key).values.compactMap { same in
      same.max { $0.origin.day < $1.origin.day }
    }.sorted { $0.day < $1.day }
  }

  /// The kind of the event that a following rule counts from: what settled the other one on time, or
  /// what that one counted from.
  private func kind(_ start: Start, _ course: WindowCourse) -> EventKind? {
    guard case .done(let id, _, onTime: true) = course.answer?.end else { return start.kind }
    if case .event(let kind) = facts.first(where: { $0.id == id })?.body { return kind }
    return nil
  }

  private func settled(_ course: WindowCourse) -> Moment? {
    guard case .done(let id, _, onTime: true) = course.answer?.end else { return nil }
    return facts.first { $0.id == id }?.moment
  }

  /// `distinct_from`: the days on which a contact settled the other rule; "two contacts on one day:
  /// the first settles, the second is recorded".
  private func settlers(
    _ rule: Rule, _ courses: Courses
  ) -> Set<Day> {
    var settlers: Set<Day> = []
    guard let other = rule.distinctFrom else { return [] }
    for (_, course) in courses.windows[other] ?? [] {
      if case .done(_, let day, _) = course.answer?.end { settlers.insert(day) }
    }
    return settlers
  }

  /// The day after the other rule was done, or after its due day; none where that was void by then
  /// (rule 4).
  private func opening(
    after other: Int, _ start: Start, _ courses: Courses
  ) -> Day? {
    guard let course = courses.windows[other]?.first(where: { $0.start.key == start.key })?.course
    else { return nil }
    return course.link.map { $0 + 1 }
  }
}
