import Core

// "A payment: a conversation settles the day's reminder, which comes again every 7 days until the payment
// is a fact."

extension Oracle {
  /// Reading: the day's reminder can be done until it is; the next ones are a series that follows it, and
  /// any later conversation puts the next off by the whole interval. A newer day takes the place of an
  /// older one.
  func payments(_ policy: Policy) -> [Answer] {
    let rule = Rule(id: "payment", schedule: .once(.event([]), opens: 0, due: 0))
    let named = namedDays
    let courses = named.map { start, to in
      var duty = WindowDuty(
        rule: rule, policy: policy, key: start.key, start: start, anchor: start.day, opens: to,
        due: Moment(opening(to)))
      duty.isPaid = true
      return (start, walk(duty))
    }
    let again = Rule(
      id: "payment", schedule: .every(.days(1), .event([]), .lastDone), until: [.fullPayment],
      mandatory: true)
    var run = CadenceRun(
      oracle: self, rule: again, policy: policy,
      cadence: .days(number("payment_every", policy, 7)), mode: .lastDone, stretch: Stretch(),
      starts: courses.compactMap { start, course in
        course.link.map { day in
          Start(day: day, moment: nil, origin: start.origin, replaced: start.replaced)
        }
      }, roots: named.map(\.start.day))
    run.isPaid = true
    let first = courses.compactMap { _, course in
      var answer = course.answer
      answer?.isCadence = true
      return answer
    }
    return first + run.answers()
  }

  private var namedDays: [(start: Start, to: Day)] {
    var named: [(start: Start, to: Day)] = []
    for fact in facts {
      guard case .step(let step) = fact.body, step.caseNumber == 0, step.step == .promised,
        let to = step.to
      else { continue }
      if named.last?.start.day == fact.day { named.removeLast() }
      if !named.isEmpty { named[named.count - 1].start.replaced = fact.day }
      named.append(
        (Start(day: fact.day, moment: fact.moment, fact: fact.id, origin: fact.moment), to))
    }
    return named
  }
}
