import Core

/// A date as people and spreadsheets write it, before it is asked whether the day exists.
///
/// | given | read as |
/// |---|---|
/// | `2026-03-05` | exact |
/// | `2026/3/5`, `2026.3.5`, `2026。3。5`, `2026年3月5日`, `20260305` | repaired |
/// | `25.7.5`, `25年7月5日` | two-digit year |
/// | `3月5日`, `3/5`, `3-5` | no year |
/// | `12/25/2025` | repaired: only one reading exists |
/// | `03/04/25`, `3/4/2025` | ambiguous |
/// | `2026/3/5 12:19:00`, `2026年3月5日 星期四`, `2026/3/5 下午 3:20` | repaired, in files alone |
/// | `2026-03-05T08:00:00+08:00`, `2026-03-04T23:00:00Z` | the day of the office, in files alone |
/// | `45972`, `45972.5` | a spreadsheet's serial number: days from 1899-12-30, five digits; in files alone |
///
/// Serials below 10000 (before May 1927) are not read, 60 among them: it stands for
/// 1900-02-29, a day that only spreadsheets have.
struct DateText: Equatable {
  enum Form: Equatable { case exact, repaired, twoDigitYear, noYear }

  /// Nil where none was given; of two digits where `form` says so. A year of many digits is cut
  /// short, and outside every calendar.
  var year: Int?
  var month: Int
  var day: Int
  var form: Form
}

extension DateText {
  /// Reads `text`, which `halfWidth` has been through.
  init(_ text: String, from door: Door) throws(TimeFault) {
    if let exact = DateText.exact(text) {
      self = exact
      return
    }
    let (body, shift) = door == .file ? SpreadsheetDate.taken(from: text) : (text[...], 0)
    guard let parts = DateText.parts(of: body) else { throw .unreadableDay(text) }
    switch parts.count {
    case 1: self = try DateText.single(parts[0], text, door)
    case 2: self = try DateText.pair(parts, text)
    default: self = try DateText.triple(parts, text)
    }
    if shift != 0 { move(by: shift) }
  }

  /// What another time zone makes of the day.
  private mutating func move(by days: Int) {
    guard let year, let day = Day(year: year, month: month, day: day) else { return }
    let (newYear, newMonth, newDay) = (day + days).civil
    self = DateText(year: newYear, month: newMonth, day: newDay, form: form)
  }

  /// Whether some year has such a month and day.
  var existsInSomeYear: Bool { Day(year: 2000, month: month, day: day) != nil }

  /// The day of a date that has its year. Years of two digits are of this century.
  func civilDay(_ text: String) throws(TimeFault) -> Day {
    guard let year else { throw existsInSomeYear ? .noYear(text) : .unreadableDay(text) }
    return try DateText.day(form == .twoDigitYear ? 2000 + year : year, month, day)
  }

  /// That day; throws what is missing to it.
  static func day(_ year: Int, _ month: Int, _ day: Int) throws(TimeFault) -> Day {
    guard Day.first.year...Day.last.year ~= year else { throw .yearOutside(String(year)) }
    if let day = Day(year: year, month: month, day: day) { return day }
    let days = 1...12 ~= month ? Day.days(in: month, of: year) : 0
    throw .noSuchDay("\(year)-\(twoDigits(month))-\(twoDigits(day))", month: month, days: days)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
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
}

// MARK: - Numbers and what stands between them

extension DateText {
  /// A run of digits and what stands behind it.
  private struct Part {
    var digits: Substring
    var mark: Character?

    var length: Int { digits.utf8.count }
    /// Cut short at nine digits, so that it is a number.
    var value: Int { Int(digits.prefix(9)) ?? 0 }
  }

  /// One to three runs of digits with one mark behind each.
  private static func parts(of text: Substring) -> [Part]? {
    guard text.utf8.count <= 64 else { return nil }
    var parts: [Part] = []
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, parts.count < 3 else { return nil }
      rest = rest[digits.endIndex...]
      let mark = rest.popFirst()
      parts.append(Part(digits: digits, mark: mark == "。" ? "." : mark))
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
}

// MARK: - One, two or three numbers

extension DateText {
  private static func single(
    _ part: Part, _ text: String, _ door: Door
  ) throws(TimeFault) -> DateText {
    let value = part.value
    if part.length == 8 {
      return DateText(
        year: value / 10_000, month: value / 100 % 100, day: value % 100, form: .repaired)
    }
    guard door == .file, part.length == 5, value >= 10_000, let day = Day(number: value - 25_569)
    else { throw .unreadableDay(text) }
    let (year, month, dayOfMonth) = day.civil
    return DateText(year: year, month: month, day: dayOfMonth, form: .repaired)
  }

  private static func pair(_ parts: [Part], _ text: String) throws(TimeFault) -> DateText {
    guard parts.allSatisfy({ $0.length <= 2 }) else { throw .unreadableDay(text) }
    return DateText(year: nil, month: parts[0].value, day: parts[1].value, form: .noYear)
  }

  private static func triple(_ parts: [Part], _ text: String) throws(TimeFault) -> DateText {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    guard second.length <= 2 else { throw .unreadableDay(text) }
    switch (first.length, third.length) {
    case (4..., 1...2):
      guard first.length == 4 else { throw .yearOutside(String(first.digits)) }
      return DateText(year: first.value, month: second.value, day: third.value, form: .repaired)
    case (2, 1...2):
      if first.mark != "年", first.value <= 12, third.length == 2 { throw .ambiguousDay(text) }
      return DateText(
        year: first.value, month: second.value, day: third.value, form: .twoDigitYear)
    case (1...2, 4): return try yearLast(first.value, second.value, year: third.value, text)
    case (1...3, 1...2): throw .ambiguousDay(text)
    default: throw .unreadableDay(text)
    }
  }

  /// Month and day in either order: readable where only one order makes a date.
  private static func yearLast(
    _ first: Int, _ second: Int, year: Int, _ text: String
  ) throws(TimeFault) -> DateText {
    let monthFirst = Day(year: year, month: first, day: second)
    let dayFirst = Day(year: year, month: second, day: first)
    if monthFirst != nil, dayFirst != nil, first != second { throw .ambiguousDay(text) }
    let (month, day) = monthFirst == nil ? (second, first) : (first, second)
    return DateText(year: year, month: month, day: day, form: .repaired)
  }
}
