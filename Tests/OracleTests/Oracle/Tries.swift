import Core

// "Attempts are recorded and counted and leave the obligation open; a policy may say how many attempts
// on how many days excuse a miss."

extension Oracle {
  /// Whether a miss or a late call is excused. Reading: what counts are the attempts while it could be
  /// done: from its opening until it was done, until the next slot came, until it was void; of what
  /// expires until its due day.
  func isExcused(_ answer: Answer, _ status: String, expires: Bool, _ policy: Policy?) -> Bool {
    guard let limit = policy?.attempts,
      ["late", "missed", "overdue"].contains(where: status.hasPrefix)
    else { return false }
    var last = answer.triedUntil ?? .last
    if case .done(_, let day, _) = answer.end { last = min(last, day) }
    if expires { last = min(last, answer.due.day) }
    let from =
      answer.openingDay == answer.anchor.day ? answer.anchor : Moment(answer.openingDay)
    let days = facts.filter { fact in
      isAttempt(fact) && from.day <= fact.day && fact.day <= last
        && !fact.moment.isSurelyBefore(from)
    }.map(\.day)
    return days.count >= limit.times && Set(days).count >= limit.days
  }

  private func isAttempt(_ fact: Fact) -> Bool {
    guard case .contact(let contact) = fact.body else { return false }
    return [.noAnswer, .busy, .switchedOff, .hungUp].contains(contact.outcome)
  }
}

extension Answer {
  /// Nobody is tried for it after that day.
  mutating func isTried(until day: Day) { triedUntil = min(triedUntil ?? day, day) }
}
