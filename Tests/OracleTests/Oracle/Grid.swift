import Core

/// The days of a cadence after a day, found by looking at each.
struct Grid {
  let cadence: Cadence
  let base: Day

  init(_ cadence: Cadence, base: Day, last: Day) {
    self.cadence = cadence
    self.base = base
    var day = base + 1
    while day <= last {
      if holds(day) { days.append(day) }
      day = day + 1
    }
  }

  private(set) var days: [Day] = []

  private func holds(_ day: Day) -> Bool {
    let (a, b) = (base.civil, day.civil)
    let months = (b.year - a.year) * 12 + b.month - a.month
    let end = Day.days(in: b.month, of: b.year)
    switch cadence {
    case .days(let n): return (day - base) % n == 0
    case .months(let n): return months > 0 && months % n == 0 && b.day == min(a.day, end)
    case .years(let n, let leapDay):
      guard b.year > a.year, (b.year - a.year) % n == 0 else { return false }
      if (a.month, a.day) == (2, 29), !Day.isLeap(b.year) {
        switch leapDay {
        case .feb28: return (b.month, b.day) == (2, 28)
        case .mar1: return (b.month, b.day) == (3, 1)
        case .skip: return false
        }
      }
      return (a.month, a.day) == (b.month, b.day)
    case .weekdays(let weekdays, let n):
      return weekdays.contains(day.weekday) && (monday(day) - monday(base)) / 7 % n == 0
    case .isoWeeks(let odd, let weekdays, let gap):
      let week = isoWeek(day)
      if (week % 2 == 1) != odd || !weekdays.contains(day.weekday) { return false }
      // Weeks 53 and 1 are both odd; of two that lie closer than the gap the second is left out.
      return !(gap > 7 && week == 1 && isoWeek(day - 7) == 53)
    case .monthEnds(let n): return b.day == end && months % n == 0
    case .monthDays(let list, let wanted):
      return list.contains(b.month) && b.day == min(wanted, end)
    case .halfMonths: return b.day == 1 || b.day == 15
    case .halfMonthEnds: return b.day == 15 || b.day == end
    }
  }

  private func monday(_ day: Day) -> Day {
    var monday = day
    while monday.weekday != .monday { monday = monday - 1 }
    return monday
  }

  /// The week of the year that its Thursday lies in.
  private func isoWeek(_ day: Day) -> Int {
    let thursday = monday(day) + 3
    guard let newYear = Day(year: thursday.year, month: 1, day: 1) else { return 0 }
    return (thursday - newYear) / 7 + 1
  }
}
