/// What putting off to a day would do (延期).
package struct Postponement: Sendable {
  /// What opens and is due on that day instead.
  package let moved: [Obligation]
  /// What is overdue, and stays so.
  package let late: [Obligation]
}

extension Engine {
  /// What a postponement to `to`, made at `moment`, would do to what is owed to the customer.
  package func postponement(
    of history: History, at moment: Moment, to day: Moment
  ) -> Postponement {
    let fact = Fact(id: .max, day: moment.day, time: moment.time, .postponement(to: day))
    let later = History(
      customer: history.customer, source: history.source, facts: history.facts + [fact])
    let known = foresee(history, at: moment)
    let dues = Dictionary(known.map { (key($0), $0.due) }, uniquingKeysWith: { first, _ in first })
    return Postponement(
      moved: foresee(later, at: moment).filter { obligation in
        obligation.due == day && dues[key(obligation)].map { $0 != day } ?? false
      },
      late: known.filter(\.status.isOverdue))
  }
}
