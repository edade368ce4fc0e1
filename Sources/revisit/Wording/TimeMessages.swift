import Core

extension TimeFault {
  func complaint(at place: String) -> Complaint {
    switch self {
    case .noSuchDay(let text, let month, let days):
      Complaint(
        place, Bilingual("没有 \(text) 这一天", "there is no \(text)"),
        right: days == 0
          ? Bilingual("没有 \(month) 月", "there is no month \(month)")
          : Bilingual("该月只有 \(days) 天", "that month has \(days) days"))
    case .yearOutside(let year):
      Complaint(
        place, Bilingual("年份 \(year) 超出范围", "the year \(year) is out of range"),
        right: Bilingual("可用 1900 到 2199 年", "years from 1900 to 2199"))
    case .dayOutside(let text):
      Complaint(
        place, Bilingual("“\(text)”超出日历", "\"\(text)\" is outside the calendar"),
        right: Bilingual("可用 1900 到 2199 年", "years from 1900 to 2199"))
    case .ambiguousDay(let text):
      Complaint(
        place, Bilingual("“\(text)”分不清年月日", "\"\(text)\" may mean several days"),
        right: Bilingual("写成 2026-11-05", "write 2026-11-05"))
    case .unreadableMoment(let text):
      Complaint(
        place, Bilingual("“\(text)”不是时间", "\"\(text)\" is not a moment"),
        right: Bilingual(
          "写成 2026-11-05 或“2026-11-05 09:00”", "write 2026-11-05 or \"2026-11-05 09:00\""))
    case .unreadableTime(let text):
      Complaint(
        place, Bilingual("“\(text)”不是钟点", "\"\(text)\" is not a time of day"),
        right: Bilingual("写成 09:30，到 24:00 为止", "write 09:30, up to 24:00"))
    case .unreadableHours(let text):
      Complaint(
        place, Bilingual("“\(text)”不是时段", "\"\(text)\" is not a stretch of hours"),
        right: Bilingual("写成 19:00-20:00 或 19-20", "write 19:00-20:00 or 19-20"))
    case .future(let text, let now):
      Complaint(
        place, Bilingual("\(text) 还没到", "\(text) is still to come"),
        right: Bilingual("现在是 \(now)", "now is \(now)"))
    case .past(let text, let earliest):
      Complaint(
        place, Bilingual("\(text) 太早", "\(text) is too early"),
        right: Bilingual("不早于 \(earliest)", "not before \(earliest)"))
    case .unreadableMonth(let text):
      Complaint(
        place, Bilingual("“\(text)”不是月份", "\"\(text)\" is not a month"),
        right: Bilingual("写成 2026-10、本月 或 下月", "write 2026-10"))
    case .unreadablePeriod(let text):
      Complaint(
        place, Bilingual("“\(text)”不是时段", "\"\(text)\" is not a stretch of days"),
        right: Bilingual(
          "写成 2026-W45、2026-11、2026Q4 或 2026", "write 2026-W45, 2026-11, 2026Q4 or 2026"))
    case .unreadableWeek(let text):
      Complaint(
        place, Bilingual("“\(text)”不是一周", "\"\(text)\" is not a week"),
        right: Bilingual(
          "写成 2026-W45，最多 W52 或 W53，或那一周的一天",
          "write 2026-W45, up to W52 or W53, or a day of the week"))
    case .longSpan(let days, let most):
      Complaint(
        place, Bilingual("共 \(days) 天，太长", "\(counted(days, "day")) are too many"),
        right: Bilingual("最多 \(most) 天", "at most \(most)"))
    case .unreadableDay(let text):
      Complaint(
        place, Bilingual("“\(text)”不是日期", "\"\(text)\" is not a day"),
        right: Bilingual(
          "写成 2026-11-05、11-05、今天、昨天、下周三 或 +3天",
          "write 2026-11-05, 11-05, today, yesterday, 下周三 or +3d"))
    }
  }
}
