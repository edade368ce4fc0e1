/// A call that a policy would ask for, if everything is done on its last day.
package struct PlannedCall: Hashable, Sendable {
  /// The rule that asks for it.
  package let rule: RuleRef
  /// The first moment at which it may be done.
  package let opens: Moment
  /// The last moment at which it is on time; the plan does it on that day.
  package let due: Moment
  /// What is asked for; several where each of them is needed, none where no contact settles it.
  package let channels: [Channel]
}

extension Engine {
  /// What would be asked of the customer from `days`' first day to its last, each of them done on
  /// its due day by the channel asked for. What is overdue on the first day is done there.
  ///
  /// What no contact settles stands there once.
  package func plan(for history: History, over days: ClosedRange<Day>) -> [PlannedCall] {
    var facts = history.facts.filter { $0.day <= days.upperBound }
    var calls: [PlannedCall] = []
    var told: Set<OwedKey> = []
    var next = (facts.map(\.id).max() ?? 0) + 1
    for number in days.lowerBound.number...days.upperBound.number {
      guard let day = Day(number: Int(number)) else { continue }
      let now = History(customer: history.customer, source: history.source, facts: facts)
      for obligation in asked(of: now, on: day) {
        let key = OwedKey(obligation, ready(obligation.rule))
        guard told.insert(key).inserted else { continue }
        let call = planned(obligation, now, on: day)
        calls.append(call)
        for channel in call.channels {
          let isAgreed = obligation.rule == .next
          let contact = Contact(
            channel: channel, outcome: channel.isWritten && !isAgreed ? .sent : .reached,
            about: obligation.key.caseNumber.flatMap(history.matter),
            speaker: obligation.member ?? staffing.someone(of: ready(obligation.rule).voice))
          facts.append(Fact(id: next, day: day, .contact(contact)))
          next += 1
        }
      }
    }
    return calls
  }

  /// What is to be done on that day at the latest.
  private func asked(of history: History, on day: Day) -> [Obligation] {
    obligations(of: history, at: Moment(day), broadcastsFrom: day, horizon: day)
      .filter { $0.isListed(at: Moment(day)) && $0.due.day <= day }
      .sorted { ($0.due.day, $0.opens.day) < ($1.due.day, $1.opens.day) }
  }

  private func planned(_ obligation: Obligation, _ history: History, on day: Day) -> PlannedCall {
    let ready = ready(obligation.rule)
    let averse = history.timeline(at: Moment(day)).state(on: day)?.isAverse ?? false
    let channels = ready.rule.channels
    let asked =
      channels.allOf
      ? channels.wanted(averse: averse).elements : [averse ? ready.asksAverse : ready.asks]
    return PlannedCall(
      rule: obligation.rule, opens: obligation.opens, due: obligation.due,
      channels: ready.rule.settledBy == .contact ? asked : [])
  }
}

extension Channel {
  /// Whether a message goes out by it, rather than somebody being reached.
  package var isWritten: Bool { (strength ?? 1) == 1 }
}
