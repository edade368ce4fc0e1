import Core

/// The words of the week's report.
enum WeekMessages {
  static let columns = [
    Bilingual("顾问", "consultant"), Bilingual("应回访", "due"), Bilingual("按时", "on time"),
    Bilingual("迟", "late"), Bilingual("漏", "missed"), Bilingual("未到期", "open"),
    Bilingual("暂缓", "held"), Bilingual("免做", "skip"), Bilingual("及时率", "rate"),
    Bilingual("新客", "new"), Bilingual("来访", "visits"), Bilingual("认购", "res."),
    Bilingual("签约", "sign."),
  ]
  static let missColumns = [
    Bilingual("应做日", "due"), Bilingual("结果", "result"), Bilingual("客户", "customer"),
    Bilingual("顾问", "consultant"), Bilingual("条款", "rule"),
  ]
  static let dutyColumns = [
    Bilingual("应做日", "due"), Bilingual("结果", "result"), Bilingual("谁", "who"),
    Bilingual("条款", "duty"),
  ]
  static let problemColumns = [
    Bilingual("发现", "found"), Bilingual("编号", "No."), Bilingual("谁", "who"),
    Bilingual("问题", "problem"),
  ]
  static let total = Bilingual("合计", "total")
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

  static func more(_ count: Int) -> Bilingual {
    Bilingual("另有 \(count) 条", "and \(count) more")
  }
}
