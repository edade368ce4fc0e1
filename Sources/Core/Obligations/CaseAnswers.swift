// A case that no rule of the policy asks about is answered all the same.

extension Rule {
  /// The built-in rule of a case that no rule asks about: an answer, by whoever the case was given to, else
  /// by customer service. A promise takes its place, for then the promised reply is owed.
  package static let answering: Rule = {
    var rule = Rule(
      id: "case", says: "事项没有条款管的，也要答复",
      schedule: .once(.step(CaseFilter(.opened)), opens: 0, due: 0), priority: 85)
    rule.by = .service
    rule.orBy = .step([.replied, .handled])
    rule.untilSteps = [.promised]
    return rule
  }()
}

extension ReadyRule {
  /// Whether nothing comes of it without a case or a payment's day.
  var needsSteps: Bool {
    switch duty {
    case .answers, .payment, .paymentAgain: return true
    case .grades, nil: break
    }
    if case .step = rule.schedule.trigger { return true }
    return false
  }

  /// Whether cases start it when they are entered.
  var asksAboutNewCases: Bool {
    if case .step(let filter)? = rule.schedule.trigger { filter.step == .opened } else { false }
  }

  /// Whether it asks something about that case of a customer in that state.
  fileprivate func asks(about step: CaseStep, _ state: Snapshot) -> Bool {
    guard case .step(let filter)? = rule.schedule.trigger else { return false }
    return filter.holds(step) && applies(to: state)
  }
}

extension Dossier {
  /// Once for each case that none of `rules` asked about when it was entered.
  ///
  /// - Parameter days: how soon it is answered.
  func runAnswers(
    _ ready: ReadyRule, within days: (urgent: Int, other: Int),
    unlessAskedBy rules: [ReadyRule], _ outcomes: inout Outcomes
  ) {
    for anchor in anchors(CaseFilter(.opened)) {
      guard let step = steps.first(where: { $0.fact == anchor.fact })?.step,
        let state = timeline.state(on: anchor.day),
        !rules.contains(where: { $0.asks(about: step, state) })
      else { continue }
      let due = step.urgency == .urgent ? days.urgent : days.other
      runOnce(ready, [anchor], due: Offset(days: due), excluded: [], &outcomes) { anchor, _ in
        anchor.day
      }
    }
  }
}
