// Days that were promised in a case.

extension RuleRef {
  /// The rules of the program's own, which stand under every policy.
  package static let own: [RuleRef] = [.next, .reply]

  /// Whether the rule is the program's own and stands in no policy.
  package var isOwn: Bool { RuleRef.own.contains(self) }
}

extension Rule {
  /// The built-in rule of a promised reply: on that day, until the case is answered.
  package static let reply: Rule = {
    var rule = Rule(id: "reply", schedule: .once(.event([]), opens: 0, due: 0), priority: 90)
    rule.orBy = .step([.replied])
    return rule
  }()

  /// The program's own rules, in the order of `RuleRef.own`.
  package static let own: [Rule] = [.next, .reply]
}

extension Dossier {
  /// One obligation for each promised day: open and due on it. An answer settles it even before, a
  /// conversation about the case on or after it; a newer promise about the same case takes its place, and
  /// of one day the last counts.
  var replies: [Obligation] { steps.indices.compactMap(reply) }

  private func reply(_ index: Int) -> Obligation? {
    let (step, made, fact) = steps[index]
    guard step.step == .promised, step.caseNumber != CaseStep.payment, let to = step.to else {
      return nil
    }
    let newer = steps[(index + 1)...].first {
      $0.step.caseNumber == step.caseNumber && $0.step.step == .promised
    }
    if newer?.moment.day == made.day { return nil }
    var anchor = Anchor(made, fact: fact, dossier: self)
    anchor.caseNumber = step.caseNumber
    var window = Window(
      key: .ofCase(step.caseNumber, made.day), anchor: anchor, opens: Moment(to), due: Moment(to),
      doer: promiser(of: step, on: made.day, until: to))
    window.leaves = .earliest(
      timeline.stop(from: made.day),
      newer.map { Ending(day: $0.moment.day, cause: .superseded($0.fact)) })
    let verdict = settle(Engine.reply, &window)
    return window.obligation(Engine.reply, verdict, self)
  }

  /// Whose a promised reply is: the one's to whom the case was given by the promised day, else the
  /// one's who promised it.
  private func promiser(of step: CaseStep, on day: Day, until last: Day) -> Doer? {
    let given = steps.last {
      $0.step.caseNumber == step.caseNumber && $0.step.step == .assigned
        && $0.step.member != nil && $0.moment.day <= last
    }
    return engine.staffing.doer(
      agreedBy: given?.step.member ?? step.member, owner: timeline.state(on: day)?.owner)
  }
}
