import Core

/// What is wrong with a day or a time of day.
package enum TimeFault: Error, Hashable, Sendable {
  /// The month has only that many days, or the year no such month (`days` 0).
  case noSuchDay(String, month: Int, days: Int)
  case yearOutside(String)
  case dayOutside(String)
  /// Day, month and year in an order that cannot be known.
  case ambiguousDay(String)
  /// A day without its year, where nothing says which is meant.
  case noYear(String)
  case unreadableDay(String)
  case unreadableMoment(String)
  case unreadableTime(String)
  /// A part of the day, as 上午, which is no hour.
  case noHour(String)
  /// An hour of the night, where one of the afternoon may be meant: 4点半.
  case nightHour(String)
  case unreadableHours(String)
  /// Hours that end before they begin, or at once.
  case reversedHours(String)
  case future(String, now: String)
  case past(String, earliest: String)
  case unreadableMonth(String)
  case unreadablePeriod(String)
  case unreadableWeek(String)
  /// Half years are looked at in April and October.
  case noHalfYear(String)
  /// From one day to another are more days than anybody means.
  case longSpan(Int, most: Int)
}

extension TimeFault {
  /// The table of every sentence: long because the faults are many.
  package func words(at door: Door) -> FaultWords {
    switch self {
    case .noSuchDay(let text, let month, let days):
      FaultWords(
        Bilingual("没有 \(printable(text)) 这一天", "there is no \(printable(text))"),
        right: days == 0
          ? Bilingual("没有 \(month) 月", "there is no month \(month)")
          : Bilingual("该月只有 \(days) 天", "that month has \(days) days"))
    case .yearOutside(let year):
      FaultWords(
        Bilingual("年份 \(printable(year)) 超出范围", "the year \(printable(year)) is out of range"),
        right: Bilingual("可用 1900 到 2199 年", "years from 1900 to 2199"))
    case .dayOutside(let text):
      FaultWords(
        text, "超出日历", "is outside the calendar",
        right: Bilingual("可用 1900 到 2199 年", "years from 1900 to 2199"))
    case .ambiguousDay(let text):
      FaultWords(
        text, "分不清年月日", "may mean several days",
        right: Bilingual("写成 2026-11-05", "write 2026-11-05"))
    case .noYear(let text):
      FaultWords(
        text, "没有年份", "has no year", right: Bilingual("写成 2026-11-05", "write 2026-11-05"))
    case .unreadableDay(let text) where door == .file:
      FaultWords(
        text, "不是日期", "is not a day", right: Bilingual("写成 2026-11-05", "write 2026-11-05"))
    case .unreadableDay(let text):
      FaultWords(
        text, "不是日期", "is not a day",
        right: Bilingual(
          "写成 2026-11-05、11-05、今天、昨天、下周三 或 +3天",
          "write 2026-11-05, 11-05, today, yesterday, 下周三 or +3d"))
    case .unreadableMoment(let text):
      FaultWords(
        text, "不是时间", "is not a moment",
        right: Bilingual(
          "写成 2026-11-05 或“2026-11-05 09:00”", "write 2026-11-05 or \"2026-11-05 09:00\""))
    case .unreadableTime(let text):
      FaultWords(
        text, "不是钟点", "is not a time of day",
        right: Bilingual("写成 09:30，到 24:00 为止", "write 09:30, up to 24:00"))
    case .noHour(let text):
      FaultWords(
        text, "没有说几点", "says no hour",
        right: Bilingual("写成 上午10点 或 10:00", "write 上午10点 or 10:00"))
    case .nightHour(let text):
      FaultWords(
        text, "是凌晨", "is at night",
        right: Bilingual("写成 下午4点半 或 16:30；确是凌晨加 --yes", "write 16:30; if it is meant, add --yes"))
    case .unreadableHours(let text):
      FaultWords(
        text, "不是时段", "is not a stretch of hours",
        right: Bilingual("写成 19:00-20:00 或 19-20", "write 19:00-20:00 or 19-20"))
    case .reversedHours(let text):
      FaultWords(
        text, "的结束不晚于开始", "ends before it begins",
        right: Bilingual("过夜的分成两段", "split what passes midnight"))
    case .future(let text, let now):
      FaultWords(
        Bilingual("\(text) 还没到", "\(text) is still to come"),
        right: Bilingual("现在是 \(now)", "now is \(now)"))
    case .past(let text, let earliest):
      FaultWords(
        Bilingual("\(text) 太早", "\(text) is too early"),
        right: Bilingual("不早于 \(earliest)", "not before \(earliest)"))
    case .unreadableMonth(let text):
      FaultWords(
        text, "不是月份", "is not a month",
        right: Bilingual("写成 2026-10、本月 或 下月", "write 2026-10"))
    case .unreadablePeriod(let text):
      FaultWords(
        text, "不是时段", "is not a stretch of days",
        right: Bilingual(
          "写成 2026-W45、2026-11、2026Q4 或 2026", "write 2026-W45, 2026-11, 2026Q4 or 2026"))
    case .unreadableWeek(let text):
      FaultWords(
        text, "不是一周", "is not a week",
        right: Bilingual(
          "写成 2026-W45，最多 W52 或 W53，或那一周的一天",
          "write 2026-W45, up to W52 or W53, or a day of the week"))
    case .noHalfYear(let month):
      FaultWords(
        Bilingual("\(month) 不做半年分析", "\(month) is no month of a half year's report"),
        right: Bilingual("写四月或十月，如 2026-10", "name April or October, as 2026-10"))
    case .longSpan(let days, let most):
      FaultWords(
        Bilingual("共 \(days) 天，太长", "\(counted(days, "day")) are too many"),
        right: Bilingual("最多 \(most) 天", "at most \(most)"))
    }
  }
}
