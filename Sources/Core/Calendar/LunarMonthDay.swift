/// A month and day of the lunar calendar (农历) without a year: 八月十五, 闰六月初十, 腊月三十.
package struct LunarMonthDay: Hashable, Sendable {
  /// 1 … 12.
  package let month: Int
  /// Whether the month is the leap month (闰月) behind that number.
  package let isLeapMonth: Bool
  /// 1 … 30. Not every year has the day 30 of a month, or the leap month.
  package let day: Int

  init(unchecked month: Int, isLeapMonth: Bool, _ day: Int) {
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }

  /// Nil unless the month is 1 … 12 and the day 1 … 30.
  package init?(month: Int, isLeapMonth: Bool = false, day: Int) {
    guard 1...12 ~= month, 1...30 ~= day else { return nil }
    self.init(unchecked: month, isLeapMonth: isLeapMonth, day)
  }

  /// Its day in that lunar year. A leap month (闰月) that the year lacks becomes the plain month,
  /// a day 30 that the month lacks its last day; nil outside 1901…2100.
  package func date(inLunarYear number: Int) -> LunarDate? {
    guard let year = LunarYear(number) else { return nil }
    let isLeapMonth = isLeapMonth && year.leapMonth == month
    guard let days = year.days(in: month, isLeapMonth: isLeapMonth) else { return nil }
    return LunarDate(year: number, month: month, isLeapMonth: isLeapMonth, day: min(day, days))
  }
}

// MARK: - Text

extension LunarMonthDay: CustomStringConvertible {
  /// `八月十五`, `闰六月初十`, `冬月廿一`, `腊月三十`.
  package var description: String {
    (isLeapMonth ? "闰" : "") + LunarMonthDay.monthWord(month) + LunarMonthDay.dayWord(day)
  }

  /// Reads the words people write: an optional 农历 or 阴历, an optional 闰, a month (正月, 一月 …
  /// 十二月, 冬月, 腊月, 8月) and a day (初一 … 三十, 廿一, 二十一, 15, with or without 日).
  /// Nil for anything else, a month without a day included.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    for prefix in ["农历", "阴历", "旧历"] where rest.hasPrefix(prefix) {
      rest.removeFirst(prefix.count)
      break
    }
    let isLeapMonth = rest.first == "闰" || rest.first == "閏"
    if isLeapMonth { rest.removeFirst() }
    guard let end = rest.firstIndex(of: "月"), let month = LunarMonthDay.month(rest[..<end]),
      let day = LunarMonthDay.day(rest[rest.index(after: end)...])
    else { return nil }
    self.init(month: month, isLeapMonth: isLeapMonth, day: day)
  }

  private static let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private static func monthWord(_ month: Int) -> String {
    switch month {
    case 1: "正月"
    case 11: "冬月"
    case 12: "腊月"
    default: "\(digits[month - 1])月"
    }
  }

  private static func dayWord(_ day: Int) -> String {
    switch day {
    case ...10: "初\(digits[day - 1])"
    case ...19: "十\(digits[day - 11])"
    case 20: "二十"
    case ...29: "廿\(digits[day - 21])"
    default: "三十"
    }
  }

  private static func month(_ word: Substring) -> Int? {
    switch word {
    case "正": 1
    case "冬": 11
    case "腊", "臘": 12
    default: number(word)
    }
  }

  private static func day(_ word: Substring) -> Int? {
    let word = word.last == "日" || word.last == "号" ? word.dropLast() : word
    guard word.first == "初" else { return number(word) }
    return number(word.dropFirst()).flatMap { $0 <= 10 ? $0 : nil }
  }

  /// 1 … 39: 十一, 二十, 二十一, 廿一, 卅, or one or two ASCII digits.
  private static func number(_ word: Substring) -> Int? {
    if 1...2 ~= word.utf8.count {
      let isDigits = word.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      return isDigits ? Int(word) : nil
    }
    let tens = [("二十", 20), ("三十", 30), ("十", 10), ("廿", 20), ("卅", 30)]
    let ten = tens.first { word.hasPrefix($0.0) }
    let ones = word.dropFirst(ten?.0.count ?? 0)
    if ones.isEmpty { return ten?.1 }
    guard ones.count == 1, let one = ones.first.flatMap(digits.dropLast().firstIndex(of:))
    else { return nil }
    return (ten?.1 ?? 0) + one + 1
  }
}
