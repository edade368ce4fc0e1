import Core

/// Days that are told from today.
extension DayReader {
  /// Nil where the text tells no day so.
  func relative(_ text: String) throws(TimeFault) -> Day? {
    if let day = named(text) ?? weekday(text) ?? weekend(text) { return day }
    if let day = try dayOfMonth(text) { return day }
    guard let (count, unit) = distance(text) else { return nil }
    let day =
      switch unit {
      case .day: today.adding(count)
      case .week: today.adding(count * 7)
      case .month: today.adding(months: count)
      }
    guard let day else { throw .dayOutside(text) }
    return day
  }

  private func named(_ text: String) -> Day? {
    switch text.lowercased() {
    case "今天", "今日", "today": today
    case "昨天", "昨日", "yesterday": today.adding(-1)
    case "前天": today.adding(-2)
    case "大前天": today.adding(-3)
    case "明天", "明日", "tomorrow": today.adding(1)
    case "后天": today.adding(2)
    case "大后天": today.adding(3)
    default: nil
    }
  }
}

// MARK: - Weeks

extension DayReader {
  private func weekday(_ text: String) -> Day? {
    let (weeks, rest) = DayReader.weeksAhead(text)
    guard let weekday = Weekday(rest) else { return nil }
    let days = weekday.number - today.weekday.number
    if let weeks { return today.adding(weeks * 7 + days) }
    switch lean {
    case .plan: return today.adding(days < 0 ? days + 7 : days)
    case .record: return today.adding(days > 0 ? days - 7 : days)
    case .present: return today.adding(days)
    }
  }

  private func weekend(_ text: String) -> Day? {
    let (weeks, rest) = DayReader.weeksAhead(text)
    guard rest == "周末" else { return nil }
    let saturday = Weekday.saturday.number - today.weekday.number
    guard let weeks, weeks != 0 else { return today.adding(max(0, saturday)) }
    return today.adding(weeks * 7 + saturday)
  }

  /// How many weeks ahead a word in front says, and what it stands before: 下周三, 下个周三, 下下周三.
  static func weeksAhead(_ text: String) -> (weeks: Int?, rest: Substring) {
    let words = [("下下", 2), ("下", 1), ("上上", -2), ("上", -1), ("本", 0), ("这", 0)]
    guard let (word, weeks) = words.first(where: { text.hasPrefix($0.0) }) else {
      return (nil, text[...])
    }
    let rest = text.dropFirst(word.count)
    return (weeks, rest.first == "个" ? rest.dropFirst() : rest)
  }
}

// MARK: - Months

extension DayReader {
  private func dayOfMonth(_ text: String) throws(TimeFault) -> Day? {
    let (months, rest) = DayReader.monthsAhead(text)
    let ends: [Substring] = months == nil ? ["月底", "月末"] : ["底", "末"]
    if ends.contains(rest) {
      return today.startOfMonth.adding(months: months ?? 0)?.endOfMonth
    }
    guard let last = rest.last, last == "号" || last == "日",
      let number = smallNumber(rest.dropLast())
    else { return nil }
    guard let months else { return try nearest(number, text) }
    guard let first = today.startOfMonth.adding(months: months) else { throw .dayOutside(text) }
    let (year, month, _) = first.civil
    return try DateText.day(year, month, number)
  }

  /// The nearest month that has the day on the right side of today.
  private func nearest(_ number: Int, _ text: String) throws(TimeFault) -> Day {
    guard 1...31 ~= number else { throw .unreadableDay(text) }
    let step = lean == .record ? -1 : 1
    for months in 0...2 {
      guard let first = today.startOfMonth.adding(months: months * step) else { continue }
      let (year, month, _) = first.civil
      guard let day = Day(year: year, month: month, day: number) else { continue }
      if step > 0 ? day >= today : day <= today { return day }
    }
    throw .dayOutside(text)
  }

  /// How many months ahead a word in front says, and what it stands before.
  static func monthsAhead(_ text: String) -> (months: Int?, rest: Substring) {
    let words = [
      ("下个月", 1), ("下月", 1), ("本月", 0), ("这个月", 0), ("这月", 0), ("上个月", -1), ("上月", -1),
    ]
    guard let (word, months) = words.first(where: { text.hasPrefix($0.0) }) else {
      return (nil, text[...])
    }
    return (months, text.dropFirst(word.count))
  }
}

// MARK: - Distances

extension DayReader {
  private enum Unit { case day, week, month }

  /// `+3天`, `-2d`, 三天后, 两周前, 半个月后, which are 15 days. A count of more than six digits is outside every calendar.
  private func distance(_ text: String) -> (count: Int, unit: Unit)? {
    var rest = text[...]
    var sign = 0
    if let first = rest.first, first == "+" || first == "-" {
      sign = first == "-" ? -1 : 1
      rest.removeFirst()
    } else if let last = rest.last, last == "后" || last == "前" {
      sign = last == "前" ? -1 : 1
      rest.removeLast()
      if rest.last == "以" || rest.last == "之" { rest.removeLast() }
    }
    if sign != 0, rest == "半个月" || rest == "半月" { return (sign * 15, .day) }
    guard sign != 0, let (name, unit) = DayReader.units.first(where: { rest.hasSuffix($0.0) })
    else { return nil }
    let digits = rest.dropLast(name.count)
    let isHuge = isDigits(digits) && digits.utf8.count > 6
    return (isHuge ? 999_999 : smallNumber(digits)).map { (sign * $0, unit) }
  }

  private static let units: [(String, Unit)] = [
    ("天", .day), ("日", .day), ("d", .day), ("个星期", .week), ("星期", .week), ("个礼拜", .week),
    ("礼拜", .week), ("周", .week), ("w", .week), ("个月", .month),
  ]
}
