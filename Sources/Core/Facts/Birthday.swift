/// A birthday (生日) as the customer gave it: solar or lunar, with or without the year.
/// Lunar birthdays are stored lunar and turned into a civil day year by year.
package struct Birthday: Hashable, Sendable {
  /// Whether month and day are those of the lunar calendar (农历).
  package let isLunar: Bool
  /// Civil or lunar year of birth, where known.
  package let year: Int?
  /// 1 … 12.
  package let month: Int
  /// Only for a lunar month.
  package let isLeapMonth: Bool
  /// 1 … 31, in the lunar calendar 1 … 30.
  package let day: Int

  /// With a year, the date must be one of that year's. Without, it must be a date of some year:
  /// 29 February and a lunar day 30 are, 30 February is not.
  package init(
    isLunar: Bool, year: Int?, month: Int, isLeapMonth: Bool = false, day: Int
  ) throws(BirthdayProblem) {
    self.isLunar = isLunar
    self.year = year
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
    if let problem = isLunar ? lunarProblem : solarProblem { throw problem }
  }
}

/// Why a date is no birthday.
package enum BirthdayProblem: Error, Hashable, Sendable, CaseIterable {
  /// No year has that month and day, or that civil year has not: 13 月, 1995-02-29.
  case noSuchDate
  /// The lunar month has 29 days in that year: 2001年六月三十.
  case lunarDayMissing
  /// That lunar year, or every year of the table, lacks the leap month: 2003年闰四月.
  case lunarLeapMonthMissing
  /// A civil year outside 1900…2199, or a lunar year outside 1901…2100.
  case outsideTable
}

extension Birthday {
  private var solarProblem: BirthdayProblem? {
    // A leap year stands for an unknown one.
    guard !isLeapMonth, Day(year: 2000, month: month, day: day) != nil else { return .noSuchDate }
    guard let year else { return nil }
    guard Day.first.year...Day.last.year ~= year else { return .outsideTable }
    return Day(year: year, month: month, day: day) == nil ? .noSuchDate : nil
  }

  private var lunarProblem: BirthdayProblem? {
    guard let monthAndDay else { return .noSuchDate }
    guard let year else {
      let exists = !isLeapMonth || LunarYear.all.contains { LunarYear($0)?.leapMonth == month }
      return exists ? nil : .lunarLeapMonthMissing
    }
    guard let nearest = monthAndDay.date(inLunarYear: year) else { return .outsideTable }
    if nearest.isLeapMonth != isLeapMonth { return .lunarLeapMonthMissing }
    return nearest.day == day ? nil : .lunarDayMissing
  }

  /// The lunar month and day; nil for a solar birthday.
  package var monthAndDay: LunarMonthDay? {
    isLunar ? LunarMonthDay(month: month, isLeapMonth: isLeapMonth, day: day) : nil
  }
}

// MARK: - In one number

extension Birthday {
  /// Year (0 where unknown), month, day, lunar, leap month: year * 8192 + month * 512 + day * 8 +
  /// lunar * 2 + leap. So a fact of a birthday takes no more room than another. The stored form of policies has it.
  package var code: Int32 {
    let flags = (isLunar ? 2 : 0) + (isLeapMonth ? 1 : 0)
    return Int32(truncatingIfNeeded: (year ?? 0) * 8192 + month * 512 + day * 8 + flags)
  }

  package init?(code: Int32) {
    let value = Int(code)
    guard value > 0 else { return nil }
    let year = value / 8192
    try? self.init(
      isLunar: value & 2 != 0, year: year == 0 ? nil : year, month: value / 512 & 15,
      isLeapMonth: value & 1 != 0, day: value / 8 & 63)
  }
}

// MARK: - Year by year

extension Birthday {
  /// Its civil day in a year of its own calendar: the civil year of a solar birthday, the lunar
  /// year of a lunar one. 腊月三十 of lunar 2026, which has 29 days there, is 2027-02-05; 闰六月初十
  /// of 2026, which lacks the leap month, is 2026-07-23; 1992-02-29 is 2027-02-28 by `feb28`.
  ///
  /// Nil outside the calendars, and on 29 February by `skip`. Years before the birth count too.
  package func day(ofYear year: Int, leapDay: LeapDay = .feb28) -> Day? {
    guard let monthAndDay else {
      return Day(year: year, month: month, day: day, leapDay: leapDay)
    }
    return monthAndDay.date(inLunarYear: year)?.solar
  }

  /// Its days in a civil year, in order. A lunar birthday near the year's end can have two or
  /// none: 腊月初八 falls on 2022-01-10 and 2022-12-30, and not in 2023.
  package func occurrences(in civilYear: Int, leapDay: LeapDay = .feb28) -> [Day] {
    guard Day.first.year...Day.last.year ~= civilYear else { return [] }
    let years = isLunar ? [civilYear - 1, civilYear] : [civilYear]
    return years.compactMap { day(ofYear: $0, leapDay: leapDay) }.filter { $0.year == civilYear }
  }
}

// MARK: - Text

extension Birthday: CustomStringConvertible {
  /// `1992-02-29`, `3月5日`, `农历八月十五`, `农历1987年闰六月初三`.
  package var description: String {
    if let monthAndDay {
      return "农历" + (year.map { "\($0)年" } ?? "") + "\(monthAndDay)"
    }
    guard let year, let birth = Day(year: year, month: month, day: day) else {
      return "\(month)月\(day)日"
    }
    return "\(birth)"
  }
}
