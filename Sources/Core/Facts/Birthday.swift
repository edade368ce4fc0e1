/// A birthday (生日) as the customer gave it: solar or lunar, with or without the year.
/// Lunar birthdays are stored lunar and turned into a civil day year by year.
package struct Birthday: Hashable, Sendable {
  package let isLunar: Bool
  /// Civil or lunar year of birth, where known.
  package let year: Int?
  package let month: Int
  /// Only for a lunar month.
  package let isLeapMonth: Bool
  package let day: Int

  package init(
    isLunar: Bool, year: Int?, month: Int, isLeapMonth: Bool = false, day: Int
  ) {
    self.isLunar = isLunar
    self.year = year
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }
}
