import Core

// Rule 14: "an ungraded one is on the list from the first day with 定级, settled by the grade alone".

extension Rule {
  /// The built-in duty, as a window of its own.
  private static func grading(_ due: Int) -> Rule {
    var rule = Rule(
      id: "grade", schedule: .once(.event([.callIn, .visit]), opens: 0, due: Offset(days: due)))
    rule.settledBy = .event([])
    return rule
  }

  var isGrading: Bool { id == "grade" }

  fileprivate static func grading(of policy: Policy) -> Rule? {
    policy.classify.map { grading($0.value) }
  }
}

extension Oracle {
  /// Reading: for who called or visited before the policy reigned, the first day is the first of its
  /// reign.
  func gradings(_ policy: Policy, from: Day) -> [Answer] {
    guard let rule = Rule.grading(of: policy), let due = policy.classify?.value else { return [] }
    return firstCalls.compactMap { start in
      if isGraded(start.day < from ? Moment(from) : start.origin) { return nil }
      let opens = max(start.day, from)
      return walk(
        WindowDuty(
          rule: rule, policy: policy, key: start.key, start: start, anchor: start.day,
          opens: opens, due: Moment(opening(opens + due)))
      ).answer
    }
  }

  /// The first call or visit of all, and the first after each loss or cancellation.
  private var firstCalls: [Start] {
    var starts: [Start] = []
    var isKnown = false
    for fact in changes {
      guard case .event(let kind) = fact.body else { continue }
      if fact.closes { isKnown = false }
      guard kind == .callIn || kind == .visit, !isKnown else { continue }
      isKnown = true
      starts.append(Start(day: fact.day, moment: fact.moment, kind: kind, origin: fact.moment))
    }
    return starts
  }

  /// Reading: a grade without an hour takes effect at 00:00 of its day, so whoever calls or visits on
  /// it is graded; one given at a later hour of that day is given to somebody without.
  private func isGraded(_ moment: Moment) -> Bool {
    var grade: Grade?
    for fact in facts {
      guard case .grade(let given) = fact.body, fact.day <= moment.day else { continue }
      if fact.day == moment.day, let hour = fact.time {
        guard let first = moment.time, hour <= first else { continue }
      }
      grade = given
    }
    return grade != nil
  }

  /// Whether any rule for a customer of that standing waits for the grade.
  func dependsOnGrade(_ standing: Standing, _ policy: Policy) -> Bool {
    policy.rules.contains { rule in
      rule.audience.grades.elements.contains { grade in
        var graded = standing
        graded.grade = grade
        return graded.belongs(to: rule.audience, source: source)
          && !isSuppressed(rule, policy, graded)
      }
    }
  }
}
