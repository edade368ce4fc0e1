extension Engine {
  /// The days from `now` through `last` on which something of that customer's is due, each once: how
  /// much a day will ask of the office. What is overdue is asked for today; what is held back, on the
  /// day until which it is held.
  package func dueDays(of history: History, at now: Moment, through last: Day) -> Set<Day> {
    guard last >= now.day else { return [] }
    let all = obligations(of: history, at: now, broadcastsFrom: now.day, horizon: last)
    let days = all.compactMap { obligation -> Day? in
      switch obligation.status {
      case .upcoming, .due, .overdue:
        max(obligation.due.day, obligation.hiddenUntil?.day ?? now.day, now.day)
      case .held(_, let until): until.day > now.day ? until.day : nil
      case .done, .missed, .skipped, .void: nil
      }
    }
    return Set(days.filter { $0 <= last })
  }
}
