import Core
import Store

/// The words about numbers that are dead (号码无效).
enum NumberMessages {
  static let title = Bilingual("号码无效", "Dead numbers")

  static let remedy = Bilingual(
    "问到新号码：revisit edit 客户 --phone 号码；号码又通了：写原号码",
    "with a new number: revisit edit CUSTOMER --phone NUMBER; where the old one works again, that")

  /// `空号 11-05`: why, and since when.
  static func why(_ number: DeadNumber, at now: Moment) -> Bilingual {
    let day = DueMessages.shortDay(number.since.day, now)
    return Bilingual("\(number.reason) \(day)", "\(number.reason) \(day)")
  }

  /// Told where one was marked.
  ///
  /// - Parameter next: the number to be called from now on; nil: there is none.
  static func marked(_ number: String, next: String?) -> Bilingual {
    guard let next else {
      return Bilingual(
        "号码 \(number) 已标为无效；没有别的号码了，列入“号码无效”：\(remedy.zh)",
        "number \(number) is marked as dead; there is no other: \(remedy.en)")
    }
    return Bilingual(
      "号码 \(number) 已标为无效；以后打 \(next)",
      "number \(number) is marked as dead; \(next) is called from now on")
  }

  /// Told where somebody has no number that could be marked.
  static let noneToMark = Bilingual("没有可标为无效的号码", "there is no number to mark as dead")

  static func revived(_ number: String) -> Bilingual {
    Bilingual("电话 \(number) 又能用了", "phone \(number) is in use again")
  }
}
