// Months, half months and years of the civil calendar.

extension Day {
  /// The corresponding day `months` later (earlier if negative), or the month's last day where
  /// the month lacks it (Civil Code art. 202); nil outside the calendar.
  ///
  /// Always count from the anchor: 31 January + 1 is 28 February, 31 January + 2 is 31 March.
  package func adding(months: Int) -> Day? {
    let (year, month, day) = civil
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 0 else { return nil }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(year: newYear, month: newMonth, day: min(day, Day.days(in: newMonth, of: newYear)))
  }

  /// The first day of its month.
  package var startOfMonth: Day { self - (civil.day - 1) }

  /// The last day of its month.
  package var endOfMonth: Day {
    let (year, month, day) = civil
    return self + (Day.days(in: month, of: year) - day)
  }

  /// The calendar half month (半月) that holds this day: to the 15th, or from the 16th.
  package var halfMonth: ClosedRange<Day> {
    let middle = startOfMonth + 14
    return self <= middle ? startOfMonth...middle : middle + 1...endOfMonth
  }

  /// The calendar quarter (季度) that holds this day.
  package var quarter: ClosedRange<Day> {
    let before = (civil.month - 1) % 3
    let first = startOfMonth.adding(months: -before) ?? startOfMonth
    return first...(startOfMonth.adding(months: 2 - before) ?? startOfMonth).endOfMonth
  }
}
