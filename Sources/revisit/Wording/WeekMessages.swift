import Core

/// The words of the week's report.
enum WeekMessages {
  static let missTitle = Bilingual("漏做与迟做", "Missed and late")
  static let noLateEntries = Bilingual("没有隔日补录。", "Nothing was entered late.")

  static let waiting = Bilingual("等答复的事项", "Cases that wait for an answer")

  static func waiting(_ daysOverdue: Int, _ due: Moment, at now: Moment) -> Bilingual {
    if daysOverdue > 0 { return Bilingual("逾期 \(daysOverdue) 天", "\(daysOverdue) d late") }
    let left = due.day - now.day
    return left == 0
      ? Bilingual("今天", "today") : Bilingual("还有 \(left) 天", "\(left) d left")
  }

  static func days(
    _ days: ClosedRange<Day>, _ asOf: Moment, isTraining: Bool
  ) -> Bilingual {
    let (from, to) = (days.lowerBound, days.upperBound)
    let week = from.isoWeek
    let period = Bilingual(
      "回访周报 \(week)  \(from) 至 \(to)  截至 \(asOf)", "Week \(week)  \(from) to \(to)  as of \(asOf)")
    return isTraining ? [period, DueMessages.training].joined(separator: "  ") : period
  }

  /// That reports of weeks that are over will be others.
  static func rewritten(_ weeks: [String]) -> Bilingual {
    Bilingual(
      "已结的周报将随之改变：\(weeks.joined(separator: "、"))",
      "reports of weeks that are over will change: \(weeks.joined(separator: ", "))")
  }

  static func contacts(_ contacts: [Channel: Int]) -> Bilingual {
    let parts = Channel.allCases.compactMap { channel in
      contacts[channel].map {
        Bilingual("\(channel.chinese) \($0)", "\(channel.english) \($0)")
      }
    }
    guard !parts.isEmpty else { return Bilingual("本周没有联系记录", "no contacts recorded") }
    return Bilingual(
      "联系：\(parts.map(\.zh).joined(separator: "，"))",
      "contacts: \(parts.map(\.en).joined(separator: ", "))")
  }

  static func miss(isLate: Bool) -> Bilingual {
    isLate ? Bilingual("迟", "late") : Bilingual("漏", "missed")
  }
}
