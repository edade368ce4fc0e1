import Core

// When the office is closed (rule 15): in a company holiday, and at no other time.
extension Oracle {
  /// Of several entries the last given says whether the company is closed.
  func isClosed(_ day: Day) -> Bool {
    calendar.company.last { $0.days.contains(day) }?.isHoliday ?? false
  }

  /// "The first open day."
  func opening(_ day: Day) -> Day {
    var day = day
    while isClosed(day) { day = day + 1 }
    return day
  }

  /// The company holidays that begin on one of these days.
  func holidays(beginning days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    var found: [ClosedRange<Day>] = []
    var day = days.lowerBound
    while day <= days.upperBound {
      if isClosed(day), !isClosed(day - 1) { found.append(day...opening(day) - 1) }
      day = day + 1
    }
    return found
  }
}
