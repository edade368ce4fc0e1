import Core

/// What spreadsheets and programs write beside a date: a time, a day of the week, a time zone, a serial
/// number's fraction.
enum SpreadsheetDate {
  /// The date alone, and by how many days it differs in the office's time zone.
  static func taken(from text: String) -> (date: Substring, shift: Int) {
    if let point = text.firstIndex(of: "."), text[..<point].utf8.count == 5,
      isDigits(text[..<point]), isDigits(text[text.index(after: point)...])
    {
      return (text[..<point], 0)
    }
    let body = withoutWeekday(Substring(withoutGaps(text)))
    guard let gap = body.firstIndex(where: { $0 == " " || $0 == "T" }) else { return (body, 0) }
    let (time, zone) = withoutZone(body[gap...].dropFirst())
    guard let minute = minute(time) else { return (body, 0) }
    guard let zone else { return (body[..<gap], 0) }
    let inOffice = minute - zone + officeOffset
    return (body[..<gap], inOffice < 0 ? -1 : inOffice >= 1440 ? 1 : 0)
  }

  /// China's time is this many minutes ahead of UTC.
  private static let officeOffset = 480

  /// `2026 年 10 月 30 日` without the gaps beside 年, 月 and 日.
  private static func withoutGaps(_ text: String) -> String {
    guard text.contains("年"), text.contains(" ") else { return text }
    var plain = ""
    for character in text {
      if "年月日号".contains(character) {
        while plain.last == " " { plain.removeLast() }
      } else if character == " ", let last = plain.last, "年月".contains(last) {
        continue
      }
      plain.append(character)
    }
    return plain
  }

  /// Without 星期五, 周五 or (周五) behind the date, whatever time stands behind that.
  private static func withoutWeekday(_ text: Substring) -> Substring {
    guard let sign = text.firstIndex(where: { weekdaySigns.contains($0) }) else { return text }
    var rest = text[sign...]
    for mark in ["(", "星期", "周", "礼拜"] where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count)
    }
    guard let day = rest.popFirst(), "一二三四五六日天".contains(day) else { return text }
    if rest.first == ")" { rest.removeFirst() }
    let head = text[..<sign].last == " " ? text[..<sign].dropLast() : text[..<sign]
    return rest.isEmpty || rest.first == " " ? Substring(head + rest) : text
  }

  private static let weekdaySigns: Set<Character> = ["星", "周", "礼", "("]

  /// Minutes by which the time is ahead of UTC, where it says so: `+08:00`, `+0800`, `Z`.
  private static func withoutZone(_ text: Substring) -> (time: Substring, zone: Int?) {
    if text.hasSuffix("Z") { return (text.dropLast(), 0) }
    guard let sign = text.lastIndex(where: { "+-".contains($0) }) else { return (text, nil) }
    let digits = text[sign...].dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, isDigits(digits), let value = Int(digits), value <= 1400 else {
      return (text, nil)
    }
    let minutes = value / 100 * 60 + value % 100
    return (text[..<sign], text[sign] == "-" ? -minutes : minutes)
  }

  /// The minute of the day; nil where the text is no time.
  private static func minute(_ text: Substring) -> Int? {
    var rest = text.drop { $0 == " " }
    var isAfternoon = false
    for (word, after) in [("上午", false), ("下午", true)] where rest.hasPrefix(word) {
      rest = rest.dropFirst(2).drop { $0 == " " }
      isAfternoon = after
    }
    for (word, after) in [(" AM", false), (" PM", true)] where rest.uppercased().hasSuffix(word) {
      rest = rest.dropLast(3)
      isAfternoon = after
    }
    let fields = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= fields.count, let time = TimeOfDay("\(fields[0]):\(fields[1])") else {
      return nil
    }
    if fields.count == 3 {
      let seconds = fields[2].split(separator: ".").first ?? ""
      guard seconds.utf8.count == 2, let value = Int(seconds), 0...60 ~= value else { return nil }
    }
    let minute = Int(time.minute)
    return minute + (isAfternoon && minute < 720 ? 720 : 0)
  }
}
