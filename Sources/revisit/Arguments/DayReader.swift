import Core

/// Reads days as people write them.
///
/// | written | read, when today is Thursday 2026-11-05 |
/// |---|---|
/// | `2026-11-12` | that day |
/// | `11-12` | that day of this year |
/// | 今天 昨天 前天 明天 后天, `today` `yesterday` `tomorrow` | by the count of days |
/// | 周三, 星期三, 本周三 | Wednesday of this ISO week: 2026-11-04 |
/// | 下周三, 上周三 | of the next and of the last ISO week: 2026-11-11, 2026-10-28 |
/// | `+3天` `-2天` `+1周`, `+3d` `-2d` `+1w` | so many days or weeks from today |
///
/// Full-width digits and signs are read as their ASCII forms. Anything else is a fault: a day is
/// never guessed.
struct DayReader {
  let today: Day

  func day(_ text: String) throws(TimeFault) -> Day {
    let plain = halfWidth(text)
    if let day = Day(iso: plain) { return day }
    if let day = relative(plain) ?? weekday(plain) { return day }
    if let day = try offset(plain) { return day }
    return try written(plain)
  }

  /// A day, with a time of day after a space or without one.
  func moment(_ text: String) throws(TimeFault) -> Moment {
    let words = halfWidth(text).split(separator: " ")
    guard let first = words.first, words.count <= 2 else { throw .unreadableMoment(text) }
    let day = try day(String(first))
    guard words.count == 2 else { return Moment(day) }
    return Moment(day, try readTime(String(words[1])))
  }
}

// MARK: - Words

extension DayReader {
  private func relative(_ text: String) -> Day? {
    switch text.lowercased() {
    case "今天", "今日", "today": today
    case "昨天", "昨日", "yesterday": today.adding(-1)
    case "前天": today.adding(-2)
    case "明天", "明日", "tomorrow": today.adding(1)
    case "后天": today.adding(2)
    default: nil
    }
  }

  private func weekday(_ text: String) -> Day? {
    var rest = text[...]
    var weeks = 0
    if let first = rest.first, let step = DayReader.weeks[first] {
      weeks = step
      rest.removeFirst()
    }
    guard let day = Weekday(rest) else { return nil }
    return today.adding(weeks * 7 + day.number - today.weekday.number)
  }

  private static let weeks: [Character: Int] = ["上": -1, "本": 0, "这": 0, "下": 1]
}

// MARK: - Numbers

extension DayReader {
  private func offset(_ text: String) throws(TimeFault) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-",
      let unit = text.last, let scale = DayReader.units[unit]
    else { return nil }
    let digits = text.dropFirst().dropLast()
    guard isDigits(digits) else { return nil }
    guard let count = Int(digits), count < 1_000_000,
      let day = today.adding((sign == "-" ? -count : count) * scale)
    else { throw .dayOutside(text) }
    return day
  }

  private static let units: [Character: Int] = ["天": 1, "日": 1, "d": 1, "周": 7, "w": 7]

  /// Year, month and day in digits. What has that shape and is no day is refused by name.
  private func written(_ text: String) throws(TimeFault) -> Day {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ isDigits($0) }) else {
      throw isShuffled(text) ? .ambiguousDay(text) : .unreadableDay(text)
    }
    switch parts.map(\.utf8.count) {
    case [1, 1], [1, 2], [2, 1], [2, 2]: return try day(String(today.year), parts[0], parts[1])
    case [4, 2, 2]: return try day(String(parts[0]), parts[1], parts[2])
    case let counts where counts.count == 3 && counts[0] > 4: throw .yearOutside(String(parts[0]))
    case let counts where counts.count == 3 && counts[0] < 4: throw .ambiguousDay(text)
    default: throw .unreadableDay(text)
    }
  }

  private func day(
    _ year: String, _ month: Substring, _ day: Substring
  ) throws(TimeFault) -> Day {
    guard let year = Int(year), let month = Int(month), let number = Int(day) else {
      throw .unreadableDay("\(year)-\(month)-\(day)")
    }
    guard 1900...2199 ~= year else { throw .yearOutside(String(year)) }
    if let day = Day(year: year, month: month, day: number) { return day }
    let days = 1...12 ~= month ? Day.days(in: month, of: year) : 0
    throw .noSuchDay("\(year)-\(pad(month))-\(pad(number))", month: month, days: days)
  }

  /// `03/04/25`: three numbers of which none can be known to be the year.
  private func isShuffled(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
    return parts.count == 3 && parts.allSatisfy { isDigits($0) && $0.utf8.count <= 2 }
  }
}

/// Two digits or more.
private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
