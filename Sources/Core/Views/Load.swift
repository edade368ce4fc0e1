extension Findings {
  /// The days from the pass's moment through `last`, within the pass's days, on which something of
  /// that customer's is due, each once: how much a day will ask of the office. What is overdue is
  /// asked for today; what is held back, on the day until which it is held.
  package func dueDays(through last: Day) -> Set<Day> {
    let today = pass.now.day
    let days = obligations.compactMap { obligation -> Day? in
      switch obligation.status {
      case .upcoming, .due, .overdue:
        max(obligation.due.day, obligation.hiddenUntil?.day ?? today, today)
      case .held(_, let until): until.day > today ? until.day : nil
      case .done, .missed, .skipped, .void: nil
      }
    }
    return Set(days.filter { $0 <= last })
  }
}
