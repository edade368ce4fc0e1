extension Engine {
  /// The hours that suit a call for all of these reasons: those that every policy part they come
  /// from allows. Nil where the parts have no hour in common. A promise asks for none.
  package func callHours(of reasons: [Reason]) -> CallHours? {
    var seen: [CallHours] = []
    for ref in reasons.map(\.rule) {
      guard case .policy(let reign, _) = ref else { continue }
      let policy = reigns[reign].policy
      let hours = rule(ref).addOn.map { policy.addOns[$0].callHours } ?? policy.callHours
      if !hours.isAny, !seen.contains(hours) { seen.append(hours) }
    }
    return seen.reduce(CallHours?.some(CallHours())) { $0?.shared(with: $1) }
  }
}

/// What the clock says of the hours that suit a call (约电时间).
package enum CallWindow: Hashable, Sendable {
  /// A day without a clock, or no hours at all.
  case none
  /// A call suits now, until then.
  case within(until: TimeOfDay)
  /// Later today, from then.
  case next(TimeOfDay)
  /// Not today any more, or not on such a day: the next one begins then.
  case over(next: Moment)
  /// Not today, which is a statutory holiday or the company's own.
  case holiday(next: Moment)
}

extension CallHours {
  /// How `now` lies to these hours, looking at most two months ahead. On a holiday no hour suits.
  package func window(at now: Moment, _ calendar: WorkCalendar) -> CallWindow {
    guard !isAny, let time = now.time else { return .none }
    let ranges = ranges.isEmpty ? CallHours.wholeDay : ranges
    if isFor(now.day, calendar) {
      if let range = ranges.first(where: { $0.contains(time) }) { return .within(until: range.to) }
      if let next = ranges.map(\.from).filter({ $0 > time }).min() { return .next(next) }
    }
    let day = (1...62).lazy.map { now.day + $0 }.first { isFor($0, calendar) } ?? now.day + 1
    let next = Moment(day, ranges.map(\.from).min())
    return calendar.isHoliday(now.day) ? .holiday(next: next) : .over(next: next)
  }

  private static let wholeDay = [TimeRange(from: .midnight, to: .endOfDay)].compactMap { $0 }

  private func isFor(_ day: Day, _ calendar: WorkCalendar) -> Bool {
    (weekdays.isEmpty || weekdays.contains(day.weekday)) && !calendar.isHoliday(day)
  }
}
