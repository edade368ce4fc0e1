import Core

/// A date as people and spreadsheets write it, before it is asked whether the day exists.
///
/// | given | read as |
/// |---|---|
/// | `2026-03-05` | exact |
/// | `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, full width, `2026/3/5 12:19:00` | repaired |
/// | `45972`, `45972.5` | a spreadsheet's serial number, days from 1899-12-30, five digits |
/// | `25.7.5` | two-digit year |
/// | `3月5日`, `3/5` | no year |
/// | `12/25/2025` | repaired: only one reading exists |
/// | `03/04/25`, `3/4/2025` | ambiguous |
///
/// Serials below 10000 (before May 1927) are not read, 60 among them: it stands for
/// 1900-02-29, a day that only spreadsheets have.
struct DateText: Equatable {
  enum Form: Equatable { case exact, repaired, twoDigitYear, noYear }

  enum Reading: Equatable {
    case date(DateText)
    case ambiguous
    case unreadable
  }

  /// nil where none was given; of two digits where `form` says so.
  var year: Int?
  var month: Int
  var day: Int
  var form: Form
}

extension DateText {
  /// Reads `text`, in which no blank stands at an edge and nothing is in full width.
  static func read(_ text: String) -> Reading {
    if let exact = exact(text) { return .date(exact) }
    guard let parts = parts(of: withoutTime(text)) else { return .unreadable }
    switch parts.count {
    case 1: return single(parts[0])
    case 2: return noYear(parts)
    case 3: return threeParts(parts)
    default: return .unreadable
    }
  }

  /// A run of digits and what stands behind it.
  private struct Part {
    var value = 0
    var length = 0
    var mark: Character?
  }

  /// `2026-03-05` to the letter, whether or not such a day exists: 1986-02-30 is a lunar day.
  private static func exact(_ text: String) -> DateText? {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    let fields = [bytes[0..<4], bytes[5..<7], bytes[8..<10]]
    guard fields.allSatisfy({ $0.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
    let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int($1 & 0xF) } }
    return DateText(year: numbers[0], month: numbers[1], day: numbers[2], form: .exact)
  }

  private static func parts(of text: Substring) -> [Part]? {
    var parts = [Part()]
    for character in text {
      if character.isASCII, let digit = character.wholeNumberValue {
        if parts[parts.count - 1].mark != nil { parts.append(Part()) }
        parts[parts.count - 1].value = parts[parts.count - 1].value * 10 + digit
        parts[parts.count - 1].length += 1
      } else {
        guard parts[parts.count - 1].mark == nil else { return nil }
        parts[parts.count - 1].mark = character
      }
      guard 1...8 ~= parts[parts.count - 1].length, parts.count <= 3 else { return nil }
    }
    return agrees(parts.map(\.mark)) ? parts : nil
  }

  /// Whether the marks are one and the same separator, or 年月日.
  private static func agrees(_ marks: [Character?]) -> Bool {
    switch marks {
    case ["年", "月", "日"], ["年", "月", "号"], ["年", "月", nil]: true
    case ["月", "日"], ["月", "号"], ["月", nil]: true
    case [nil]: true
    default:
      marks.last == .some(nil) && marks.first.map { "/.-".contains($0 ?? " ") } == true
        && marks.dropLast().allSatisfy { $0 == marks[0] }
    }
  }

  /// Takes off ` 12:19`, `T12:19:00` and a serial's fraction.
  private static func withoutTime(_ text: String) -> Substring {
    if let point = text.firstIndex(of: "."), text[..<point].utf8.count == 5,
      text.utf8.allSatisfy({ $0 == 0x2E || 0x30...0x39 ~= $0 }), text.last != "."
    {
      return text[..<point]
    }
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text[...] }
    return isTime(text[gap...].dropFirst()) ? text[..<gap] : text[...]
  }

  private static func isTime(_ text: Substring) -> Bool {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= fields.count, TimeOfDay("\(fields[0]):\(fields[1])") != nil else { return false }
    guard fields.count == 3 else { return true }
    let seconds = fields[2].split(separator: ".").first ?? ""
    return seconds.utf8.count == 2 && (Int(seconds).map { 0...60 ~= $0 } ?? false)
  }
}

// MARK: - One, two or three numbers

extension DateText {
  private static func single(_ part: Part) -> Reading {
    switch part.length {
    case 8:
      return .date(
        DateText(
          year: part.value / 10_000, month: part.value / 100 % 100, day: part.value % 100,
          form: .repaired))
    case 5:
      guard part.value >= 10_000, let day = Day(number: part.value - 25_569) else {
        return .unreadable
      }
      let (year, month, dayOfMonth) = day.civil
      return .date(DateText(year: year, month: month, day: dayOfMonth, form: .repaired))
    default: return .unreadable
    }
  }

  private static func noYear(_ parts: [Part]) -> Reading {
    guard parts[0].length <= 2, parts[1].length <= 2 else { return .unreadable }
    return .date(
      DateText(year: nil, month: parts[0].value, day: parts[1].value, form: .noYear))
  }

  private static func threeParts(_ parts: [Part]) -> Reading {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    guard second.length <= 2 else { return .unreadable }
    switch (first.length, third.length) {
    case (4, 1...2):
      return .date(
        DateText(year: first.value, month: second.value, day: third.value, form: .repaired))
    case (2, 1...2):
      if first.mark != "年", first.value <= 12, third.length == 2 { return .ambiguous }
      return .date(
        DateText(year: first.value, month: second.value, day: third.value, form: .twoDigitYear))
    case (1...2, 4): return yearLast(first.value, second.value, year: third.value)
    case (1, 2): return .ambiguous
    default: return .unreadable
    }
  }

  /// Month and day in either order: readable where only one order makes a date.
  private static func yearLast(_ first: Int, _ second: Int, year: Int) -> Reading {
    let monthFirst = Day(year: year, month: first, day: second)
    let dayFirst = Day(year: year, month: second, day: first)
    if monthFirst != nil, dayFirst != nil, first != second { return .ambiguous }
    return .date(
      monthFirst != nil
        ? DateText(year: year, month: first, day: second, form: .repaired)
        : DateText(year: year, month: second, day: first, form: .repaired))
  }
}
