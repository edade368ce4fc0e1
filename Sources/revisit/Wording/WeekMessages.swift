import Core

/// The words of the week's report.
enum WeekMessages {
  static let missTitle = Bilingual("漏做与迟做", "Missed and late")
  static let noLateEntries = Bilingual("没有隔日补录。", "Nothing was entered late.")

  static func days(_ days: ClosedRange<Day>, _ asOf: Moment) -> Bilingual {
    let (from, to) = (days.lowerBound, days.upperBound)
    let week = from.isoWeek
    return Bilingual(
      "回访周报 \(week)  \(from) 至 \(to)  截至 \(asOf)", "Week \(week)  \(from) to \(to)  as of \(asOf)")
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
