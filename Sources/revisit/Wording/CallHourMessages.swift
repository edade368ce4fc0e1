import Core

// The hours that suit a call, in words.

extension DueMessages {
  /// `约电时段 周一至周五 10:00-12:00; 现在不在时段内, 下一段 11-23 (周一) 10:00 起`.
  static func windows(_ hours: CallHours, _ window: CallWindow, today: Day) -> Bilingual {
    let ranges = hours.ranges.map(\.description)
    let days = weekdays(hours.weekdays)
    let zh = [days.zh, ranges.joined(separator: "、")].filter { !$0.isEmpty }.joined(separator: " ")
    let en = [days.en, ranges.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: " ")
    let now = now(hours, window, today)
    return [Bilingual("约电时段 \(zh)", "call windows \(en)"), now].filter { !$0.zh.isEmpty }
      .joined(separator: Bilingual("；", "; "))
  }

  /// Whether the present hour suits, and when the next does.
  static func now(_ hours: CallHours, _ window: CallWindow, _ today: Day) -> Bilingual {
    switch window {
    case .none: Bilingual("", "")
    case .within(let until): Bilingual("现在合适，到 \(until)", "suitable now, until \(until)")
    case .next(let time):
      Bilingual("现在不在时段内，下一段 \(time) 起", "not now, next from \(time)")
    case .holiday(let next):
      Bilingual(
        "今天放假，不宜打电话，下一段 \(day(next).zh)\(time(next)) 起",
        "a holiday today, no day for calls, next \(day(next).en) from \(time(next))")
    case .over(let next) where hours.weekdays.isEmpty:
      Bilingual(
        "今天时段已过，当日必做的今晚打，其余\(rest(next, today).zh)\(time(next)) 起",
        "over for today: same-day calls tonight, the rest \(rest(next, today).en) from \(time(next))"
      )
    case .over(let next):
      Bilingual(
        "现在不在时段内，下一段 \(day(next).zh)\(time(next)) 起",
        "not now, next \(day(next).en) from \(time(next))")
    }
  }

  private static func time(_ moment: Moment) -> TimeOfDay { moment.time ?? .midnight }

  /// A holiday may lie between.
  private static func rest(_ next: Moment, _ today: Day) -> Bilingual {
    next.day == today + 1
      ? Bilingual("明天 ", "tomorrow") : Bilingual(" \(day(next).zh)", day(next).en)
  }

  private static func day(_ moment: Moment) -> Bilingual {
    let weekday = moment.day.weekday.bilingual
    let day = moment.day.description.dropFirst(5)
    return Bilingual("\(day)（\(weekday.zh)）", "\(day) (\(weekday.en))")
  }

  /// `周一至周五`, or each day that is meant.
  private static func weekdays(_ days: TermSet<Weekday>) -> Bilingual {
    let inOrder = days.elements
    guard let first = inOrder.first?.bilingual, let last = inOrder.last?.bilingual else {
      return Bilingual("", "")
    }
    let isRun = inOrder.count > 2 && inOrder.count == inOrder.span
    let names = inOrder.map(\.bilingual)
    return isRun
      ? Bilingual("\(first.zh)至\(last.zh)", "\(first.en)-\(last.en)")
      : Bilingual(
        names.map(\.zh).joined(separator: " "), names.map(\.en).joined(separator: " "))
  }

  static let neverTogether = Bilingual(
    "几份制度的约电时段没有共同的时间", "the call windows of the policies never meet")
}

extension [Weekday] {
  /// Days from the first to the last.
  fileprivate var span: Int {
    guard let first, let last else { return 0 }
    return last.number - first.number + 1
  }
}
