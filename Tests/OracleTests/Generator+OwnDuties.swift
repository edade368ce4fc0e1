import Core

extension Generator {
  /// Answers that were promised to cases, given before, on and after their day, and newer promises.
  mutating func promisedReplies(_ facts: [Fact]) -> [(Day, TimeOfDay?, Fact.Body)] {
    var steps: [(Day, TimeOfDay?, Fact.Body)] = []
    for fact in facts {
      guard case .step(let opened) = fact.body, opened.step == .opened, random.below(3) == 0 else {
        continue
      }
      func add(_ step: CaseStepKind, _ day: Day, to: Day? = nil, _ time: TimeOfDay?) {
        let body = CaseStep(opened.caseNumber, opened.kind, step, urgency: opened.urgency, to: to)
        steps.append((day, time, .step(body)))
      }
      var day = fact.day + random.pick([0, 0, 1, 2, 5])
      for _ in 0..<random.pick([1, 1, 2]) {
        let time = random.below(2) == 0 ? someTime() : nil
        add(.promised, day, to: day + random.pick([0, 1, 2, 4]), time)
        day = day + random.pick([0, 1, 2, 3, 6])
        let later = random.below(2) == 0 ? someTime() : nil
        if random.below(2) == 0 { add(random.pick([.replied, .replied, .closed]), day, later) }
      }
    }
    return steps
  }

  /// Days by which the customer has to pay, and the payment.
  mutating func payments() -> [(Day, TimeOfDay?, Fact.Body)] {
    var facts: [(Day, TimeOfDay?, Fact.Body)] = []
    var day = start + random.below(length)
    for _ in 0..<random.pick([1, 1, 1, 2]) {
      let time = random.below(2) == 0 ? someTime() : nil
      facts.append((day, time, .step(.payment(by: day + random.pick([0, 1, 3, 8])))))
      day = day + random.pick([0, 1, 3, 9, 20])
    }
    if random.below(2) == 0 {
      facts.append((day, random.below(2) == 0 ? someTime() : nil, .event(.fullPayment)))
    }
    return facts
  }
}
