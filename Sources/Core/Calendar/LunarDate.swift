/// A day of the Chinese lunar calendar (农历), 1901–2100. One that exists is a day of its year.
package struct LunarDate: Hashable, Sendable {
  /// The lunar year: it begins on 春节, so 腊月 mostly lies in the civil year after it.
  package let year: Int
  /// 1 … 12.
  package let month: Int
  /// Whether the month is the leap month (闰月) behind that number.
  package let isLeapMonth: Bool
  /// 1 … 30.
  package let day: Int
  /// The civil day, 1901-02-19 … 2101-01-28.
  package let solar: Day

  /// Nil if the year lacks that leap month, the month has no day 30, or the year is not in the
  /// table.
  package init?(year: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
    guard let lunarYear = LunarYear(year),
      let position = lunarYear.position(of: month, isLeapMonth: isLeapMonth),
      1...lunarYear.days(at: position) ~= day
    else { return nil }
    self.solar = lunarYear.firstDay + (lunarYear.daysBefore(position) + day - 1)
    self.year = year
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }

  /// The lunar date of a civil day; nil before 1901-02-19 and after 2101-01-28.
  package init?(_ civil: Day) {
    let civilYear = civil.year
    guard
      let year = [civilYear, civilYear - 1].lazy.compactMap(LunarYear.init)
        .first(where: { $0.firstDay <= civil })
    else { return nil }
    let offset = civil - year.firstDay
    // Months have 29 or 30 days, so the quotient is the month or the one before it.
    let guess = offset / 30
    let position = offset < year.daysBefore(guess + 1) ? guess : guess + 1
    guard position < year.monthCount else { return nil }
    (self.month, self.isLeapMonth) = year.month(at: position)
    self.year = year.number
    self.day = offset - year.daysBefore(position) + 1
    self.solar = civil
  }
}

extension LunarDate: Comparable {
  package static func < (a: LunarDate, b: LunarDate) -> Bool { a.solar < b.solar }
}

extension LunarDate: CustomStringConvertible {
  /// `2025年闰六月初十`.
  package var description: String { "\(year)年\(monthAndDay)" }

  /// The date without its year, as birthdays are known by.
  package var monthAndDay: LunarMonthDay {
    LunarMonthDay(unchecked: month, isLeapMonth: isLeapMonth, day)
  }
}
