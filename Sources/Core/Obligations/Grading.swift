// Grading is a duty (定级): whoever calls or visits without a grade, where rules depend on it, is on the
// list until the grade is a fact.

extension Rule {
  /// The id of the built-in rule by which callers and visitors are graded.
  package static let gradingID = "grade"

  /// The built-in rule: a grade settles it, and nothing else.
  ///
  /// - Parameter due: so many days after the call or visit.
  fileprivate static func grading(article: String, due: Int) -> Rule {
    var rule = Rule(
      id: gradingID, article: article, says: "给客户定级", talk: "定级别",
      schedule: .once(.event([.callIn, .visit]), opens: 0, due: Offset(days: due)), priority: 70)
    rule.settledBy = .event([])
    return rule
  }
}

extension Policy {
  /// The built-in rule by which customers are graded; nil where the policy does not ask for that.
  package var grading: Rule? {
    classify.map { classify in
      let article =
        rules.first { $0.id == classify.clause }?.article
        ?? clauses.first { $0.id == classify.clause }?.article
      return .grading(article: article ?? "", due: classify.value)
    }
  }
}

extension ReadyRule {
  /// Whether it is the built-in rule by which customers are graded.
  var isGrading: Bool { if case .grades = duty { true } else { false } }

  /// Whether a customer's grade decides about it.
  var isGraded: Bool { !rule.audience.grades.isEmpty }

  /// Whether it would apply to a customer of that description if they had one of its grades.
  func opensWithGrade(_ state: Snapshot) -> Bool {
    rule.audience.grades.elements.contains { grade in
      var graded = state
      graded.grade = grade
      return applies(to: graded)
    }
  }
}

extension Dossier {
  /// Once for each time that the customer began as a prospect: from the first call or visit since the
  /// last loss or cancellation, unless the grade was known with it. Who came before the policy reigned
  /// is to be graded from its first day on.
  func runGrading(_ ready: ReadyRule, _ outcomes: inout Outcomes) {
    guard case .once(_, _, let due) = ready.rule.schedule, ready.everApplies(to: self) else {
      return
    }
    let start = outcomes.reign.lowerBound
    var first: Moment?
    for (kind, moment, fact) in events where kind == .callIn || kind == .visit {
      if let first, isSameEpoch(first, moment) { continue }
      first = moment
      if isGraded(at: moment.day < start ? Moment(start) : moment) { continue }
      let opens = max(moment.day, start)
      runOnce(
        ready, .event(moment.day), Anchor(moment, fact: fact, dossier: self),
        Span(opens: opens, due: opens.adding(due, calendar)), [], &outcomes)
    }
  }

  /// A grade without an hour holds for the whole of its day.
  private func isGraded(at moment: Moment) -> Bool {
    let known = grades.last { grade in
      guard grade.moment.day == moment.day else { return grade.moment.day < moment.day }
      guard let given = grade.moment.time else { return true }
      return moment.time.map { given <= $0 } ?? false
    }
    return known?.grade != nil
  }

  /// The first grade that was given then.
  func grading(where counts: (Moment, FactID) -> Bool) -> Action? {
    grades.first { $0.grade != nil && counts($0.moment, $0.fact) }
      .map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
  }
}
