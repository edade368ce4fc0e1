import Core

/// The keys of `every` where a word does not do.
///
/// | written | means |
/// |---|---|
/// | `{weekdays: [周一, 周四]}`, `weeks: 2` | those days of every second week, the anchor's first |
/// | `{weekdays: 周四, weeks: odd}` | Thursdays of odd ISO weeks (单周) |
/// | `{half_month: calendar}` | the 15th and the month's last day |
/// | `{weekdays: 周四, weeks: odd, min_gap_days: 14}` | the same without week 1 after a week 53 |
/// | `{month_ends: 3}` | the last day of every third month |
/// | `{month_ends: [4, 10]}` | the last day of April and October |
/// | `{month_days: 1}`, `months: [1, 7]` | the 1st of each month, or of those months |
/// | `{years: 1, leap_day: mar1}` | yearly; 29 February as 1 March |
enum CadenceKey: String, CaseIterable, Hashable, Sendable {
  case weekdays, weeks
  case halfMonth = "half_month"
  case minGapDays = "min_gap_days"
  case monthEnds = "month_ends"
  case monthDays = "month_days"
  case months
  case years
  case leapDay = "leap_day"
}

extension Reader {
  mutating func calendarCadence(_ entries: [Entry], at place: Place) -> Cadence? {
    let fields: Fields<CadenceKey> = fields(entries)
    if let days = fields[.weekdays] { return weekdays(days, fields) }
    if let half = fields[.halfMonth] { return halfMonth(half) }
    if let ends = fields[.monthEnds] {
      if case .list = ends.content { return months(ends, key: "month_ends", day: 31) }
      return number(ends, key: "month_ends", in: Interval.months).map { .monthEnds($0) }
    }
    if let day = fields[.monthDays].flatMap({ monthDay($0) }) {
      guard let list = fields[.months] else { return .monthDays(.all, day: day) }
      return months(list, key: "months", day: day)
    }
    guard let years = fields[.years] else {
      report(.key(.missing("weekdays", of: "every")), at: place)
      return nil
    }
    let february = fields[.leapDay].flatMap { leapDay($0) } ?? .feb28
    return number(years, key: "years", in: Interval.years).map { .years($0, leapDay: february) }
  }

  /// One day of the month; several are several rules.
  private mutating func monthDay(_ tree: Tree) -> Int? {
    guard case .list(let days) = tree.content, days.count == 1 else {
      return number(tree, key: "month_days", in: 1...31)
    }
    return number(days[0], key: "month_days", in: 1...31)
  }

  private mutating func months(_ tree: Tree, key: String, day: Int) -> Cadence? {
    let months = texts(tree, key: key).compactMap {
      number(Tree(.text($0.text), at: $0.place), key: key, in: 1...12)
    }
    return months.isEmpty ? nil : .monthDays(MonthSet(months), day: day)
  }

  private mutating func weekdays(_ tree: Tree, _ fields: Fields<CadenceKey>) -> Cadence? {
    let days: TermSet<Weekday> = terms(tree, key: "weekdays")
    let gap = fields[.minGapDays].flatMap { number($0, key: "min_gap_days", in: 8...14) }
    guard !days.isEmpty else { return nil }
    guard let weeks = fields[.weeks] else { return .weekdays(days, weeks: 1) }
    switch weeks.text {
    case "odd", "单周":
      if gap == nil { warn(.oddWeeksMeet, at: tree.place) }
      return .isoWeeks(odd: true, days, minGap: gap ?? 0)
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
