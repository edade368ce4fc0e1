import Core

/// What is wrong with a birthday.
package enum BirthdayFault: Error, Hashable, Sendable {
  case unreadable(String)
  /// A date that is none, that can be read in several ways or that is still to come.
  case time(TimeFault)
  /// The lunar month has 29 days in that year: 2001年六月三十.
  case lunarDayMissing(String)
  /// That lunar year, or every year of the table, lacks the leap month: 2003年闰四月.
  case lunarLeapMonthMissing(String)
  /// What is said of the calendar and how the birthday is written exclude each other.
  case calendarConflict(String)
}

extension BirthdayFault {
  package func words(at door: Door) -> FaultWords {
    switch self {
    case .time(let fault): fault.words(at: door)
    case .unreadable(let text):
      FaultWords(
        text, "不是生日", "is not a birthday",
        right: Bilingual(
          "写成 1990-05-01、05-01 或 农历八月十五", "write 1990-05-01, 05-01 or 农历八月十五"))
    case .lunarDayMissing(let text):
      FaultWords(
        text, "那个农历月只有 29 天", "is in a lunar month of 29 days",
        right: Bilingual("核对日子", "check the day"))
    case .lunarLeapMonthMissing(let text):
      FaultWords(
        text, "那一年没有这个闰月", "is in a leap month that the lunar year has not",
        right: Bilingual("核对年份，或去掉闰字", "check the year, or leave 闰 out"))
    case .calendarConflict(let text):
      FaultWords(
        text, "与生日类型矛盾", "contradicts the calendar that is given for it",
        right: Bilingual("改成农历，或改写生日", "say 农历, or write the birthday otherwise"))
    }
  }
}
