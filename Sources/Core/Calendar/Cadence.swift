/// A regular series of days counted from an anchor day.
///
/// | case | slots after the anchor | the series holds the anchor |
/// |---|---|---|
/// | `days(n)` | every n days | always |
/// | `months(n)` | every n months on the anchor's day of the month, clamped to the month's end, without drift | always |
/// | `years(n, leapDay)` | every n years; 29 February as `leapDay` says | always |
/// | `weekdays(days, weeks: n)` | those weekdays in every n-th ISO week, the anchor's week first | on those weekdays |
/// | `isoWeeks(odd, days, minGap)` | those weekdays in odd (or even) ISO weeks; weeks 53 and 1 are both odd, and with a `minGap` of 14 days the second of them is left out | on those weekdays of such a week |
/// | `monthEnds(n)` | the last day of every n-th month, the anchor's month first | on a month's last day |
/// | `monthDays(months, day)` | that day of those months, or the month's last where it lacks it | on such a day |
/// | `halfMonths` | the 1st and the 15th | on the 1st and the 15th |
/// | `halfMonthEnds` | the 15th and the month's last day | on those |
///
/// A series whose n is below 1, or that names no weekday, is empty. n weeks are `days(7 * n)`.
package enum Cadence: Hashable, Sendable {
  case days(Int)
  case months(Int)
  case years(Int, leapDay: LeapDay)
  case weekdays(TermSet<Weekday>, weeks: Int)
  case isoWeeks(odd: Bool, TermSet<Weekday>, minGap: Int = 0)
  case monthEnds(Int)
  case monthDays(MonthSet, day: Int)
  case halfMonths
  case halfMonthEnds
}

/// What becomes of 29 February in a year that has none: born 1992-02-29, in 2027 it is
/// 2027-02-28 (`feb28`), 2027-03-01 (`mar1`), or nothing before 2028-02-29 (`skip`).
package enum LeapDay: String, Hashable, Sendable {
  case feb28, mar1, skip
}

// MARK: - Slots

extension Cadence {
  /// The `k`-th day (k ≥ 1) of the series strictly after `anchor`; nil past the calendar's end,
  /// and for k below 1.
  package func slot(_ k: Int, after anchor: Day) -> Day? {
    // Slots lie a day or more apart, so a greater k is past the end and no product overflows.
    guard 1...Day.count ~= k, let n = interval else { return nil }
    switch self {
    case .days: return anchor.adding(k * n)
    case .months: return anchor.adding(months: k * n)
    case .years(_, let leapDay): return anchor.anniversary(k, everyYears: n, leapDay)
    case .weekdays(let days, _): return anchor.weekdaySlot(k, days, everyWeeks: n)
    case .isoWeeks(let odd, let days, let minGap):
      return anchor.isoWeekSlot(k, days, odd: odd, minGap: minGap)
    case .monthEnds: return anchor.monthEndSlot(k, everyMonths: n)
    case .monthDays(let months, let day): return anchor.monthDaySlot(k, months.numbers, day: day)
    case .halfMonths: return anchor.halfMonthSlot(k)
    case .halfMonthEnds: return anchor.halfMonthEndSlot(k)
    }
  }

  /// Whether the series counted from `anchor` holds the anchor itself.
  package func holds(anchor: Day) -> Bool {
    guard interval != nil else { return false }
    switch self {
    case .days, .months, .years: return true
    case .weekdays(let days, _): return days.contains(anchor.weekday)
    case .isoWeeks(let odd, let days, _):
      return anchor.isoWeek.isOdd == odd && days.contains(anchor.weekday)
    case .monthEnds: return anchor == anchor.endOfMonth
    case .monthDays(let months, let day):
      return months.contains(anchor.civil.month) && anchor == anchor.day(day, inMonths: 0)
    case .halfMonths: return [1, 15].contains(anchor.civil.day)
    case .halfMonthEnds: return anchor.civil.day == 15 || anchor == anchor.endOfMonth
    }
  }

  /// The series from `anchor` on, the anchor included where the series holds it, to the end of
  /// the calendar.
  package func occurrences(from anchor: Day) -> some Sequence<Day> {
    let shift = holds(anchor: anchor) ? 0 : 1
    return sequence(state: 0) { index -> Day? in
      defer { index += 1 }
      let k = index + shift
      return k == 0 ? anchor : slot(k, after: anchor)
    }
  }

  /// A place in the series (0: the anchor) whose day is not after `day`, and not many places before
  /// the last such.
  package func place(near day: Day, after anchor: Day) -> Int {
    var (k, here) = (0, anchor)
    while let step = fewestSlots(in: day - here) {
      // Fewer are as soon gone through.
      guard step > 2, let next = slot(k + step, after: anchor) else { break }
      (k, here) = (k + step, next)
    }
    return k
  }

  /// How many slots so many days behind a slot, or behind the anchor, hold at least.
  private func fewestSlots(in days: Int) -> Int? {
    interval.map { n in
      switch self {
      case .days: days / n
      case .months, .monthEnds: days / (31 * n)
      // 1896 and 1904, 2096 and 2104 are neighbouring leap years.
      case .years(_, let leapDay): days / ((leapDay == .skip ? 8 : 1) * 366 * n)
      case .weekdays: days / (7 * n)
      // A turn takes 14 days, and 7 more where a year has 53 weeks: one in five years at most.
      case .isoWeeks(_, let weekdays, _): (days - 7 * (days / 1826 + 2)) / 14 * weekdays.count
      case .monthDays: days / 366
      case .halfMonths, .halfMonthEnds: days / 17
      }
    }
  }

  /// The n of the case, 1 where it has none; cut at the length of the calendar, beyond which
  /// every n means the same. Nil for a series that is empty.
  private var interval: Int? {
    let n =
      switch self {
      case .days(let n), .months(let n), .years(let n, _), .monthEnds(let n): n
      case .weekdays(let days, let weeks): days.isEmpty ? 0 : weeks
      case .isoWeeks(_, let days, _): days.isEmpty ? 0 : 1
      case .monthDays(let months, _): months.isEmpty ? 0 : 1
      case .halfMonths, .halfMonthEnds: 1
      }
    return n < 1 ? nil : min(n, Day.count)
  }
}

// MARK: - The arithmetic of each case

extension Day {
  /// Days in the calendar.
  fileprivate static var count: Int { last - first + 1 }

  fileprivate func anniversary(_ k: Int, everyYears n: Int, _ leapDay: LeapDay) -> Day? {
    let (year, month, day) = civil
    guard (month, day) == (2, 29), leapDay == .skip else {
      return Day(year: year + k * n, month: month, day: day, leapDay: leapDay)
    }
    var left = k
    for leapYear in stride(from: year + n, through: Day.last.year, by: n)
    where Day.isLeap(leapYear) {
      left -= 1
      if left == 0 { return Day(year: leapYear, month: 2, day: 29) }
    }
    return nil
  }

  /// As `init(year:month:day:)`, with 29 February as `leapDay` says in a year that lacks it.
  package init?(year: Int, month: Int, day: Int, leapDay: LeapDay) {
    guard (month, day) == (2, 29), !Day.isLeap(year) else {
      self.init(year: year, month: month, day: day)
      return
    }
    switch leapDay {
    case .feb28: self.init(year: year, month: 2, day: 28)
    case .mar1: self.init(year: year, month: 3, day: 1)
    case .skip: return nil
    }
  }

  fileprivate func weekdaySlot(_ k: Int, _ days: TermSet<Weekday>, everyWeeks n: Int) -> Day? {
    let passed = days.count(through: weekday)
    let (turn, rest) = (passed + k - 1).quotientAndRemainder(dividingBy: days.count)
    return monday.adding(turn * n * 7 + days[rest].number - 1)
  }

  /// With a `minGap` above a week, week 1 is left out where the year before had a week 53.
  fileprivate func isoWeekSlot(_ k: Int, _ days: TermSet<Weekday>, odd: Bool, minGap: Int) -> Day? {
    func lacksFirst(_ year: Int) -> Bool { odd && minGap > 7 && ISOWeek.count(in: year - 1) == 53 }
    let week = isoWeek
    let fullWeeks = odd ? week.number / 2 : (week.number - 1) / 2
    let today = week.isOdd == odd ? days.count(through: weekday) : 0
    // The index of the slot among those of the anchor's ISO year, then of the years after it.
    var (index, year) = (fullWeeks * days.count + today + k - 1, week.year)
    if lacksFirst(year) { index -= min(fullWeeks * days.count + today, days.count) }
    // Days from the anchor's Monday to that of the year's week 1.
    var start = 7 * (1 - week.number)
    while year <= Day.last.year + 1 {
      let left = lacksFirst(year) ? 1 : 0
      let weeks = ISOWeek.count(in: year)
      let slots = ((weeks + (odd ? 1 : 0)) / 2 - left) * days.count
      if index < slots {
        let (turn, place) = index.quotientAndRemainder(dividingBy: days.count)
        let number = (turn + left) * 2 + (odd ? 1 : 2)
        return week.monday.adding(start + 7 * (number - 1) + days[place].number - 1)
      }
      (index, year, start) = (index - slots, year + 1, start + 7 * weeks)
    }
    return nil
  }

  /// The `day` (or the last before it) of the month `months` after this one's.
  fileprivate func day(_ day: Int, inMonths months: Int) -> Day? {
    startOfMonth.adding(months: months).map { $0 + (min(day, $0.endOfMonth - $0 + 1) - 1) }
  }

  fileprivate func monthDaySlot(_ k: Int, _ months: [Int], day: Int) -> Day? {
    let month = civil.month
    let hasPassed = self.day(day, inMonths: 0).map { $0 <= self } ?? true
    let passed = months.count { $0 < month || $0 == month && hasPassed }
    let (years, index) = (passed + k - 1).quotientAndRemainder(dividingBy: months.count)
    return self.day(day, inMonths: years * 12 + months[index] - month)
  }

  fileprivate func monthEndSlot(_ k: Int, everyMonths n: Int) -> Day? {
    let turn = self == endOfMonth ? k : k - 1
    return startOfMonth.adding(months: turn * n)?.endOfMonth
  }

  fileprivate func halfMonthSlot(_ k: Int) -> Day? {
    let index = (civil.day < 15 ? 0 : 1) + k
    let month = startOfMonth.adding(months: index / 2)
    return index % 2 == 0 ? month : month?.adding(14)
  }

  fileprivate func halfMonthEndSlot(_ k: Int) -> Day? {
    let index = self == endOfMonth ? k + 1 : civil.day < 15 ? k - 1 : k
    let month = startOfMonth.adding(months: index / 2)
    return index % 2 == 0 ? month?.adding(14) : month?.endOfMonth
  }
}
