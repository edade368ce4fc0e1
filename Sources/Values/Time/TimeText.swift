package import Core

/// Reads a time of day.
///
/// | written | read |
/// |---|---|
/// | `9:05`, `09:05`, `24:00` | as it stands |
/// | `16点`, `16点半`, `16点一刻`, `16点05分`, `16时` | by the clock of 24 hours |
/// | `早上9点`, `上午9点半`, `中午12点`, `下午4点`, `下午4:30`, `晚上8点半`, `晚8点` | by the part of the day |
/// | `晚上12点` | 24:00, the day's end |
///
/// Hours can stand in Chinese: 下午四点. What its part of the day has not (下午0点, 晚上3点) is refused,
/// and so is a part of the day that names no hour.
package func readTime(_ text: String) throws(TimeFault) -> TimeOfDay {
  let plain = halfWidth(text)
  if let time = TimeOfDay(plain) { return time }
  guard plain.utf8.count <= 64 else { throw .unreadableTime(text) }
  if let time = TimeText(plain.filter { $0 != " " })?.time { return time }
  throw DayPart.isAlone(in: plain) ? .noHour(text) : .unreadableTime(text)
}

/// Reads hours of the day: `19:00-20:00`, whole hours `19-20`, 下午4点到下午6点; between the two a hyphen,
/// a dash, a tilde, 至 or 到. The end lies behind the beginning, and in its part of the day where it says
/// none: 晚上7点到8点.
package func readHours(_ text: String) throws(TimeFault) -> TimeRange {
  let plain = halfWidth(text)
  let parts = plain.split(omittingEmptySubsequences: false) { "-–—~～至到".contains($0) }
  guard parts.count == 2, plain.utf8.count <= 64, let from = hour(parts[0]),
    let to = hour(parts[1], after: from, in: DayPart.first(of: parts[0]))
  else { throw .unreadableHours(text) }
  guard from < to, let range = TimeRange(from: from, to: to) else { throw .reversedHours(text) }
  return range
}

/// The end of hours: of the same part of the day as their beginning where its own words say an earlier
/// hour, as in 晚上7点到8点.
private func hour(_ text: Substring, after from: TimeOfDay, in part: DayPart?) -> TimeOfDay? {
  let end = hour(text)
  guard let end, end <= from, let part else { return end }
  guard part.isAfternoon, DayPart.first(of: text) == nil else { return end }
  return TimeOfDay(minute: Int(end.minute) + 12 * 60)
}

/// A time of day, or the number of a whole hour.
private func hour(_ text: Substring) -> TimeOfDay? {
  let text = halfWidth(String(text))
  guard isDigits(text), text.utf8.count <= 2, let hour = Int(text) else {
    return try? readTime(text)
  }
  return TimeOfDay(hour: hour, minute: 0)
}

/// An hour in words.
private struct TimeText {
  private var part: DayPart?
  private var hour: Int
  private var minute: Int

  init?(_ text: String) {
    var rest = text[...]
    part = DayPart.take(from: &rest)
    if part != nil, let time = TimeOfDay(rest) {
      (hour, minute) = (Int(time.minute) / 60, Int(time.minute) % 60)
      return
    }
    guard let mark = rest.firstIndex(where: { $0 == "点" || $0 == "时" }),
      let hour = smallNumber(rest[..<mark]),
      let minute = TimeText.minute(rest[rest.index(after: mark)...])
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
  }

  /// Nil where that part of the day has no such hour.
  var time: TimeOfDay? {
    guard let part else { return TimeOfDay(hour: hour, minute: minute) }
    return part.hour(hour).flatMap { TimeOfDay(hour: $0, minute: minute) }
  }

  private static func minute(_ text: Substring) -> Int? {
    switch text {
    case "", "钟", "整": return 0
    case "半": return 30
    case "一刻": return 15
    case "三刻": return 45
    default:
      let number = smallNumber(text.last == "分" ? text.dropLast() : text)
      return number.flatMap { 0...59 ~= $0 ? $0 : nil }
    }
  }
}

/// A part of the day, in which the clock of twelve hours is read.
private enum DayPart {
  case night, morning, noon, afternoon, evening

  private static let words: [(String, DayPart)] = [
    ("凌晨", .night), ("早上", .morning), ("早晨", .morning), ("上午", .morning), ("中午", .noon),
    ("下午", .afternoon), ("傍晚", .afternoon), ("晚上", .evening), ("早", .morning), ("晚", .evening),
  ]

  static func take(from text: inout Substring) -> DayPart? {
    guard let (word, part) = words.first(where: { text.hasPrefix($0.0) }) else { return nil }
    text.removeFirst(word.count)
    return part
  }

  /// The part of the day that a text begins with.
  static func first(of text: Substring) -> DayPart? {
    var rest = text.drop { $0 == " " }
    return take(from: &rest)
  }

  static func isAlone(in text: String) -> Bool {
    var rest = text[...]
    return take(from: &rest) != nil && rest.isEmpty
  }

  /// Whether its hours can be behind noon.
  var isAfternoon: Bool { self == .noon || self == .afternoon || self == .evening }

  /// The hour of the day, nil where this part has none of that number.
  func hour(_ number: Int) -> Int? {
    switch (self, number) {
    case (.night, 0...5), (.morning, 4...12), (.noon, 11...14): number
    case (.night, 12): 0
    case (.noon, 1...2), (.afternoon, 1...7), (.evening, 5...11): number + 12
    case (.afternoon, 12...19), (.evening, 17...23): number
    case (.evening, 12): 24
    default: nil
    }
  }
}
