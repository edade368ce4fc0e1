// The day by which a customer has to pay (付款期限), and what comes again until the payment is a fact.

extension CaseStep {
  /// Stands for the customer's payment where a case's number would stand.
  package static let payment: Int32 = 0

  /// The day by which the customer has to pay.
  package static func payment(by day: Day) -> CaseStep {
    CaseStep(payment, .service, .promised, to: day)
  }
}

extension Rule {
  /// The built-in rule of a payment's day. A conversation settles the day's reminder, and so does the payment.
  package static let payment: Rule = {
    var rule = Rule(
      id: "payment", schedule: .once(.event([]), opens: 0, due: 0), priority: 80)
    rule.orBy = .event([.fullPayment])
    return rule
  }()

  /// The same again, every so many days, until the payment is a fact.
  ///
  /// - Parameter index: of the rule of the payment's day.
  static func paymentAgain(after index: Int, every days: Int) -> Rule {
    var rule = payment
    rule.schedule = .every(.days(days), .rule(index), .lastDone)
    rule.until = [.fullPayment]
    return rule
  }
}

extension ReadyRule {
  /// Whether a payment is asked for: on its day, and again.
  var isPayment: Bool {
    switch duty {
    case .payment, .paymentAgain: true
    case .grades, .answers, nil: false
    }
  }
}

extension Dossier {
  /// Once for each day that was named.
  func runPayments(_ ready: ReadyRule, _ outcomes: inout Outcomes) {
    for (anchor, day) in paymentDays {
      let span = Span(opens: day, due: day)
      guard day <= max(outcomes.bounds.horizon, now.day) else {
        foretell(ready, anchor, span, &outcomes)
        continue
      }
      runOnce(ready, .event(anchor.day), anchor, span, [], &outcomes)
    }
  }

  /// From what became of each on.
  func runPaymentsAgain(_ ready: ReadyRule, _ outcomes: inout Outcomes) {
    guard case .every(let cadence, .rule(let first), let mode, let stretch) = ready.rule.schedule,
      let tenure = ready.tenure(for: self)
    else { return }
    var anchors: [Anchor] = []
    outcomes.collect(after: first, into: &anchors)
    runCadence(
      ready, cadence, anchors, mode, stretch, tenure, roots: paymentDays.map(\.anchor),
      excluded: [], &outcomes)
  }

  /// The days by which the customer has to pay, each with when it was named. A newer one takes the place of
  /// those before it; of one day the last counts.
  private var paymentDays: [(anchor: Anchor, day: Day)] {
    var days: [(anchor: Anchor, day: Day)] = []
    for (step, made, fact) in steps
    where step.caseNumber == CaseStep.payment && step.step == .promised {
      guard let day = step.to else { continue }
      if days.last?.anchor.day == made.day { days.removeLast() }
      if let last = days.indices.last {
        days[last].anchor.closes = .earliest(
          days[last].anchor.closes, Ending(day: made.day, cause: .superseded(fact)))
      }
      days.append((Anchor(made, fact: fact, dossier: self), day))
    }
    return days
  }
}
