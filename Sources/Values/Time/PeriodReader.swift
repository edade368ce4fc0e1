package import Core

/// Reads stretches of days as people write them by hand.
///
/// | written | read, when today is Thursday 2026-11-05 |
/// |---|---|
/// | `2026-W45`, `2026W45`, 2026年第45周, 第45周, 本周, 上周, 下周 | an ISO week |
/// | `2026-11`, `2026/11`, 2026年11月, 11月, 本月, 上月, 下月 | a month |
/// | `2026-11a`, 11月上半月, `2026-11b`, 下半月 | a half month: to the 15th, or from the 16th |
/// | `2026Q4`, `2026-Q4`, 2026年第四季度, 四季度, 本季, 上季, 下季 | a calendar quarter |
/// | `2026`, 2026年, 今年, 去年, 明年 | a year |
///
/// What lacks its year is of this one. Weeks, months and half months are told by any of their days too.
package struct PeriodReader: Sendable {
  private let today: Day

  package init(today: Day) { self.today = today }

  package func week(_ text: String) throws(TimeFault) -> ClosedRange<Day> {
    let plain = PeriodReader.plain(text)
    if let days = week(of: plain) { return days }
    do { return try DayReader(today: today, lean: .record).day(plain).isoWeek.days } catch {
      guard case .unreadableDay = error else { throw error }
      throw .unreadableWeek(text)
    }
  }

  package func month(_ text: String) throws(TimeFault) -> ClosedRange<Day> {
    let plain = PeriodReader.plain(text)
    if let days = month(of: plain) { return days }
    guard let day = try? DayReader(today: today, lean: .present).day(plain) else {
      throw .unreadableMonth(text)
    }
    return day.startOfMonth...day.endOfMonth
  }

  package func halfMonth(_ text: String) throws(TimeFault) -> ClosedRange<Day> {
    let plain = PeriodReader.plain(text)
    if let days = halfMonth(of: plain) { return days }
    return try DayReader(today: today, lean: .record).day(plain).halfMonth
  }

  package func quarter(_ text: String) throws(TimeFault) -> ClosedRange<Day> {
    let plain = PeriodReader.plain(text)
    if let days = quarter(of: plain) { return days }
    guard let day = try? DayReader(today: today, lean: .present).day(plain) else {
      throw .unreadablePeriod(text)
    }
    return day.quarter
  }

  /// A week, a month, a quarter or a year.
  package func period(_ text: String) throws(TimeFault) -> ClosedRange<Day> {
    let plain = PeriodReader.plain(text)
    guard let days = week(of: plain) ?? month(of: plain) ?? quarter(of: plain) ?? year(of: plain)
    else { throw .unreadablePeriod(text) }
    return days
  }

  /// Upper case of half width without spaces; nothing longer than any period.
  private static func plain(_ text: String) -> String {
    let plain = halfWidth(text)
    return plain.utf8.count > 64 ? plain : plain.uppercased().filter { $0 != " " }
  }
}

// MARK: - Each kind, nil where the text names none of it

extension PeriodReader {
  private func week(of text: String) -> ClosedRange<Day>? {
    let (weeks, word) = DayReader.weeksAhead(text)
    if let weeks, ["周", "星期", "礼拜"].contains(word) {
      return today.adding(7 * weeks)?.isoWeek.days
    }
    var rest = text[...]
    let year = takeYear(&rest)
    guard let number = ordinal(rest, "W", ["周"], isBare: year != nil) else { return nil }
    return ISOWeek(year: year ?? today.isoWeek.year, number: number)?.days
  }

  private func month(of text: String) -> ClosedRange<Day>? {
    let (months, word) = DayReader.monthsAhead(text)
    if let months, word.isEmpty {
      let first = today.startOfMonth.adding(months: months)
      return first.map { $0...$0.endOfMonth }
    }
    var rest = text[...]
    let year = takeYear(&rest)
    let isNamed = rest.last == "月"
    guard isNamed || year != nil, let number = smallNumber(isNamed ? rest.dropLast() : rest),
      let first = Day(year: year ?? today.year, month: number, day: 1)
    else { return nil }
    return first...first.endOfMonth
  }

  private func halfMonth(of text: String) -> ClosedRange<Day>? {
    let halves = [("上半月", 1), ("下半月", 16), ("上", 1), ("下", 16), ("A", 1), ("B", 16)]
    guard let (word, first) = halves.first(where: { text.hasSuffix($0.0) }) else { return nil }
    let name = String(text.dropLast(word.count))
    let isOfThisMonth = name.isEmpty && word.count == 3
    let month = isOfThisMonth ? today.startOfMonth...today.endOfMonth : month(of: name)
    return month.map { ($0.lowerBound + (first - 1)).halfMonth }
  }

  private func quarter(of text: String) -> ClosedRange<Day>? {
    let (quarters, word) = DayReader.weeksAhead(text)
    if let quarters, ["季", "季度"].contains(word) {
      return today.adding(months: 3 * quarters)?.quarter
    }
    var rest = text[...]
    let year = takeYear(&rest)
    guard let number = ordinal(rest, "Q", ["季度", "季"], isBare: true), 1...4 ~= number else {
      return nil
    }
    return Day(year: year ?? today.year, month: number * 3, day: 1)?.quarter
  }

  private func year(of text: String) -> ClosedRange<Day>? {
    var rest = text[...]
    let named = ["今年": 0, "去年": -1, "明年": 1][text].map { today.year + $0 }
    guard let year = named ?? takeYear(&rest), named != nil || rest.isEmpty,
      let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    return first...last
  }

  /// Takes `2026年`, `2026-` or `2026` from the front of the text; nil where no year stands there.
  private func takeYear(_ text: inout Substring) -> Int? {
    let digits = text.prefix(4)
    guard digits.utf8.count == 4, isDigits(digits), let year = Int(digits) else { return nil }
    text.removeFirst(4)
    if let mark = text.first, mark == "年" || "-/.".contains(mark) && text.count > 1 {
      text.removeFirst()
    }
    return year
  }

  /// The number of `W45`, 第45周 or, where a bare number may have its word, 45周.
  private func ordinal(
    _ text: Substring, _ letter: Character, _ words: [String], isBare: Bool
  ) -> Int? {
    if text.first == letter {
      return isDigits(text.dropFirst()) ? smallNumber(text.dropFirst()) : nil
    }
    guard let word = words.first(where: { text.hasSuffix($0) }) else { return nil }
    let number = text.dropLast(word.count)
    if number.first == "第" { return smallNumber(number.dropFirst()) }
    return isBare ? smallNumber(number) : nil
  }
}
