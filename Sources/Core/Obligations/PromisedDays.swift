// Days that were promised in a case, and the day by which a customer has to pay.

extension CaseStep {
  /// Stands for the customer's payment where a case's number would stand.
  package static let payment: Int32 = 0

  /// The day by which the customer has to pay (付款期限).
  package static func payment(by day: Day) -> CaseStep {
    CaseStep(payment, .service, .promised, to: day)
  }
}

extension RuleRef {
  /// The rules of the program's own, which stand under every policy.
  package static let own: [RuleRef] = [.next, .reply, .payment]

  /// Whether the rule is the program's own and stands in no policy.
  package var isOwn: Bool { RuleRef.own.contains(self) }
}

extension Rule {
  /// The built-in rule of a promised reply: on that day, until the case is answered.
  package static let reply: Rule = {
    var rule = Rule(id: "reply", schedule: .once(.event([]), opens: 0, due: 0), priority: 90)
    rule.untilSteps = [.replied]
    return rule
  }()

  /// The built-in rule of a payment's day: to ask for what was not paid.
  package static let payment = Rule(
    id: "payment", schedule: .once(.event([]), opens: 0, due: 0), until: [.fullPayment],
    priority: 80)

  /// The program's own rules, in the order of `RuleRef.own`.
  package static let own: [Rule] = [.next, .reply, .payment]
}

extension Dossier {
  /// One obligation for each promised day: open and due on it. An answer settles it even before, a
  /// conversation about the case on or after it; a newer promise about the same case takes its place.
  var replies: [Obligation] { steps.indices.compactMap(reply) }

  private func reply(_ index: Int) -> Obligation? {
    let (step, made, fact) = steps[index]
    guard step.step == .promised, let to = step.to else { return nil }
    let isPayment = step.caseNumber == CaseStep.payment
    let ready = isPayment ? Engine.payment : Engine.reply
    let later = steps[(index + 1)...].filter { $0.step.caseNumber == step.caseNumber }
    let newer = later.first { $0.step.step == .promised }
    var anchor = Anchor(made, fact: fact, dossier: self)
    anchor.caseNumber = step.caseNumber
    var window = Window(
      key: .ofCase(step.caseNumber, made.day), anchor: anchor, opens: Moment(to), due: Moment(to),
      doer: isPayment ? nil : promiser(of: step, on: made.day))
    window.leaves = .earliest(
      .earliest(timeline.stop(from: made.day), isPayment ? anchor.closes : nil),
      newer.map { Ending(day: $0.moment.day, cause: .superseded($0.fact)) })
    let answer =
      isPayment
      ? events.first { ready.rule.until.contains($0.kind) && !$0.moment.isSurelyBefore(made) }
        .map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
      : later.first { ready.rule.untilSteps.contains($0.step.step) }
        .map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    let verdict = first(answer, settle(ready, &window), window)
    return window.obligation(ready, verdict, self)
  }

  /// Whose a promised reply is, until the case is given to somebody: the one's who promised it.
  private func promiser(of step: CaseStep, on day: Day) -> Doer? {
    engine.staffing.doer(agreedBy: step.member, owner: timeline.state(on: day)?.owner)
  }

  /// What came first: the answer, or what else became of the promise.
  private func first(_ answer: Action?, _ verdict: Verdict, _ window: Window) -> Verdict {
    guard let answer, window.leaves.map({ answer.day <= $0.day }) ?? true else { return verdict }
    switch verdict {
    case .done(let action, _) where action.moment.isSurelyBefore(answer.moment): return verdict
    case .skipped(let action) where action.moment.isSurelyBefore(answer.moment): return verdict
    case .open, .done, .skipped, .superseded, .held:
      return .done(answer, onTime: !isLate(window, at: answer.moment))
    }
  }
}
