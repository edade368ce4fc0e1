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

  /// The 1st or the 16th: the calendar half month (半月) that holds this day begins then.
  package var startOfHalfMonth: Day {
    let day = civil.day
    return self - (day <= 15 ? day - 1 : day - 16)
  }

  /// The 15th or the month's last day: the calendar half month that holds this day ends then.
  package var endOfHalfMonth: Day {
    let day = civil.day
    return day <= 15 ? self + (15 - day) : endOfMonth
  }
}
