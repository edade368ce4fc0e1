import Core

/// The keys of `every` where a word does not do.
///
/// | written | means |
/// |---|---|
/// | `{weekdays: [周一, 周四]}`, `weeks: 2` | those days of every second week, the anchor's first |
/// | `{weekdays: 周四, weeks: odd}` | Thursdays of odd ISO weeks (单周) |
/// | `{half_month: calendar}` | the 15th and the month's last day |
/// | `{month_ends: 3}` | the last day of every third month |
/// | `{years: 1, leap_day: mar1}` | yearly; 29 February as 1 March |
enum CadenceKey: String, CaseIterable, Hashable, Sendable {
  case weekdays, weeks
  case halfMonth = "half_month"
  case monthEnds = "month_ends"
  case years
  case leapDay = "leap_day"
}

extension Reader {
  mutating func calendarCadence(_ entries: [Entry], at place: Place) -> Cadence? {
    let fields: Fields<CadenceKey> = fields(entries)
    if let days = fields[.weekdays] { return weekdays(days, weeks: fields[.weeks]) }
    if let half = fields[.halfMonth] { return halfMonth(half) }
    if let ends = fields[.monthEnds] {
      return number(ends, key: "month_ends", in: Interval.months).map { .monthEnds($0) }
    }
    guard let years = fields[.years] else {
      report(.key(.missing("weekdays", of: "every")), at: place)
      return nil
    }
    let february = fields[.leapDay].flatMap { leapDay($0) } ?? .feb28
    return number(years, key: "years", in: Interval.years).map { .years($0, leapDay: february) }
  }

  private mutating func weekdays(_ tree: Tree, weeks: Tree?) -> Cadence? {
    let words = texts(tree, key: "weekdays")
    let days = Set(words.compactMap { weekday($0.text, at: $0.place) })
    guard !days.isEmpty else { return nil }
    guard let weeks else { return .weekdays(days, weeks: 1) }
    switch weeks.text {
    case "odd", "单周": return .isoWeeks(odd: true, days)
    case "even", "双周": return .isoWeeks(odd: false, days)
    default:
      return number(weeks, key: "weeks", in: Interval.weeks).map { .weekdays(days, weeks: $0) }
    }
  }

  private mutating func halfMonth(_ tree: Tree) -> Cadence? {
    word(tree, key: "half_month", among: ["calendar": .halfMonthEnds, "starts": .halfMonths])
  }

  private mutating func leapDay(_ tree: Tree) -> LeapDay? {
    word(tree, key: "leap_day", among: ["feb28": .feb28, "mar1": .mar1, "skip": .skip])
  }

  private mutating func weekday(_ text: String, at place: Place) -> Weekday? {
    let names = "一二三四五六日".map { "周\($0)" }
    let english = Weekday.allCases.map { "\($0)" }
    if let index = names.firstIndex(of: text) ?? english.firstIndex(of: text.lowercased()) {
      return Weekday.allCases[index]
    }
    let meant = likely(text, among: names + english)
    report(
      .value(.unknownTerm(key: "weekdays", text: text, nearest: meant, known: names)),
      at: place)
    return nil
  }

  /// A word of a small closed set that is no vocabulary of the field.
  mutating func word<T>(_ tree: Tree, key: String, among words: KeyValuePairs<String, T>) -> T? {
    guard let text = text(tree, key: key) else { return nil }
    if let match = words.first(where: { $0.key == text }) { return match.value }
    let known = words.map(\.key)
    let meant = likely(text, among: known)
    report(
      .value(.unknownTerm(key: key, text: text, nearest: meant, known: known)), at: tree.place)
    return nil
  }
}
