package import Core

/// Reads days as people write them by hand.
///
/// | written | read, when today is Thursday 2026-11-05 |
/// |---|---|
/// | every date that a file can hold with its year, serial numbers aside (`DateText`) | that day |
/// | `11-12`, `11/12`, `11月12日` | the nearest such day on the side that `lean` says |
/// | 今天 昨天 前天 大前天 明天 后天 大后天, `today` `yesterday` `tomorrow` | by the count of days |
/// | 周五, 星期五 | the nearest Friday on that side, on a Friday the day itself |
/// | 本周三, 下周三, 下个周三, 上周三 | of this, the next, the last ISO week: 2026-11-04, 2026-11-11, 2026-10-28 |
/// | 下下周三 | of the one after the next: 2026-11-18 |
/// | 周末 | the coming Saturday, on Saturday and Sunday the day itself |
/// | 月底, 月末, 下月底 | the month's last day |
/// | `25号` | the nearest 25th on that side, today included |
/// | 下月5号, 本月5号, 上月5号 | of that month |
/// | `+3天` `-2天` `+1周`, `+3d` `-2d` `+1w`, 三天后, 一周后, 半个月后, 两个月后, 三天前 | so far from today |
///
/// Full-width digits and signs are read as their ASCII forms. Anything else is a fault: a day is
/// never guessed.
package struct DayReader: Sendable {
  /// On which side of today a day lies that does not say so itself.
  package enum Lean: Sendable {
    /// Today or later: what is planned.
    case plan
    /// Today or earlier: what has happened.
    case record
    /// The one of this year or week, on whichever side.
    case present
  }

  let today: Day
  let lean: Lean

  package init(today: Day, lean: Lean) {
    self.today = today
    self.lean = lean
  }

  package func day(_ text: String) throws(TimeFault) -> Day {
    let plain = halfWidth(text)
    if let day = Day(iso: plain) { return day }
    guard plain.utf8.count <= 64 else { throw .unreadableDay(plain) }
    if let day = try relative(plain) { return day }
    let date = try DateText(plain, from: .typed)
    guard date.form == .noYear, date.existsInSomeYear else { return try date.civilDay(plain) }
    return try DateText.day(year(of: date), date.month, date.day)
  }

  /// The year in which a date without one lies on the right side of today.
  private func year(of date: DateText) -> Int {
    let (year, month, day) = today.civil
    let order = (date.month, date.day)
    switch lean {
    case .plan: return order < (month, day) ? year + 1 : year
    case .record: return order > (month, day) ? year - 1 : year
    case .present: return year
    }
  }
}

// MARK: - A day and an hour

extension DayReader {
  /// A day, with a time of day behind it or without one: `11-25 16:00`, `明天下午4点`, `明晚8点`.
  package func moment(_ text: String) throws(TimeFault) -> Moment {
    let words = DayReader.inFull(halfWidth(text)).split(separator: " ")
    guard let first = words.first, words.count <= 3 else { throw .unreadableMoment(text) }
    if words.count > 1 {
      let day = try day(String(first))
      do { return Moment(day, try readTime(words.dropFirst().joined())) } catch {
        if case .noHour = error { throw error }
        throw words.count == 2 ? .unreadableTime(String(words[1])) : .unreadableMoment(text)
      }
    }
    do { return Moment(try day(String(first))) } catch {
      guard let moment = try joined(String(first)) else { throw error }
      return moment
    }
  }

  /// A day and an hour without a space between. A number is never cut in two.
  private func joined(_ text: String) throws(TimeFault) -> Moment? {
    guard text.utf8.count <= 64 else { return nil }
    for index in text.indices.dropFirst() where isBorder(text, index) {
      guard let day = try? day(String(text[..<index])) else { continue }
      do { return Moment(day, try readTime(String(text[index...]))) } catch {
        if case .noHour = error { throw .noHour(text) }
      }
    }
    return nil
  }

  /// 明晚8点 as 明天晚上8点.
  private static func inFull(_ text: String) -> String {
    let characters = Array(text.prefix(3))
    guard characters.count >= 2, let day = full(characters[0], of: "今天", "明天", "昨天"),
      let part = full(characters[1], of: "早上", "晚上"),
      characters.count == 2 || characters[2] != "上"
    else { return text }
    return day + " " + part + text.dropFirst(2)
  }

  /// The word that begins so.
  private static func full(_ character: Character, of words: String...) -> String? {
    words.first { $0.first == character }
  }

  private func isBorder(_ text: String, _ index: String.Index) -> Bool {
    !(isDigits(String(text[index])) && isDigits(String(text[text.index(before: index)])))
  }
}
