import Core
import Values

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

extension Cadence {
  static let help: [PolicyHelp] = [
    .rule(
      ["every"], "反复：3d 2w 1m 季度 半年 1y 半月 month_ends half_month_ends",
      "again and again: 3d 2w 1m 1y, month_ends, half_month_ends", ["after: 来访", "every: 7d"],
      ["2026-11-02 来访", "2026-11-05 电话 接通"], on: "2026-11-12", owed: ["r-1 2026-11-12"]),
    .rule(
      ["anchor"], "last_done 从上次做成算起（默认）；schedule 固定的日子",
      "last_done counts from the last contact (default); schedule is a fixed grid",
      ["after: 来访", "every: 7d", "anchor: schedule"], ["2026-11-05 来访", "2026-11-14 电话 接通"],
      on: "2026-11-19", owed: ["r-1 2026-11-19"]),
    .rule(
      ["starts", "ends"], "从 D+starts 数起，D+ends 之后不再有；按年份减疏就写几条",
      "counts from D+starts, none after D+ends",
      ["after: 竣工", "every: 6m", "starts: 1y", "ends: 2y"],
      ["2026-11-02 竣工"], on: "2028-05-02", owed: ["r-1 2028-05-02"]),
    .rule(
      ["weekdays", "weeks", "min_gap_days"],
      "星期几；weeks: odd 单周 even 双周 或每几周；min_gap_days: 14 免得第 53、1 周连着",
      "weekdays of odd, even or every n-th week; min_gap_days: 14 skips week 1 after a week 53",
      [
        "after: 签约", "every: {weekdays: [周四], weeks: odd, min_gap_days: 14}", "anchor: schedule",
        "expires: true",
      ],
      ["2026-11-02 签约"], on: "2026-12-31", owed: ["r-1 2026-12-31"]),
    .rule(
      ["half_month"], "calendar 是 15 日和月末，starts 是 1 日和 15 日；“半月”是滚动的 15 天",
      "calendar: the 15th and the month's end; starts: the 1st and the 15th",
      ["after: 签约", "every: {half_month: calendar}"], ["2027-02-15 签约"], on: "2027-02-28",
      owed: ["r-1 2027-02-28"]),
    .rule(
      ["month_ends"], "月末；[3, 6, 9, 12] 只在这些月", "the month's end; of those months only",
      ["after: 签约", "every: {month_ends: [3, 6, 9, 12]}"], ["2026-11-02 签约"], on: "2026-12-31",
      owed: ["r-1 2026-12-31"]),
    .rule(
      ["month_days", "months"], "每月那一天，months 只在这些月", "that day of the month",
      ["after: 签约", "every: {month_days: 10, months: [1, 7]}"], ["2026-11-02 签约"],
      on: "2027-01-10", owed: ["r-1 2027-01-10"]),
    .rule(
      ["years", "leap_day"], "每几年；leap_day: feb28 mar1 skip 说平年的二月二十九怎么办",
      "every n years; leap_day says what 29 February becomes",
      ["after: 签约", "every: {years: 1, leap_day: mar1}", "anchor: schedule"], ["2028-02-29 签约"],
      on: "2029-03-01", owed: ["r-1 2029-03-01"]),
  ]
}

extension Cadence {
  package var text: String { value.text }

  var value: FileValue {
    switch self {
    case .days(let n): .text(n % 7 == 0 ? "\(n / 7)w" : "\(n)d")
    case .months(let n): .text("\(n)m")
    case .years(let n, .feb28): .text("\(n)y")
    case .years(let n, let leapDay):
      .map([KeyValue("years", "\(n)"), KeyValue("leap_day", "\(leapDay)")])
    case .weekdays(let days, let weeks): .map(Cadence.keyValues(days, weeks: "\(weeks)"))
    case .isoWeeks(let odd, let days, let gap):
      .map(
        Cadence.keyValues(days, weeks: odd ? "odd" : "even")
          + (gap > 0 ? [KeyValue("min_gap_days", "\(gap)")] : []))
    case .monthDays(let months, 31): .map([KeyValue("month_ends", .list(months.names))])
    case .monthDays(let months, let day):
      .map(
        [KeyValue("month_days", "\(day)")]
          + (months != .all ? [KeyValue("months", .list(months.names))] : []))
    case .monthEnds(let n):
      n == 1 ? .text("month_ends") : .map([KeyValue("month_ends", "\(n)")])
    case .halfMonths: .text("half_months")
    case .halfMonthEnds: .text("half_month_ends")
    }
  }

  private static func keyValues(_ days: TermSet<Weekday>, weeks: String) -> [KeyValue] {
    [KeyValue("weekdays", .list(days.names)), KeyValue("weeks", weeks)]
  }
}

extension MonthSet {
  fileprivate var names: [String] { numbers.map(String.init) }
}

extension Reader {
  mutating func every(_ fields: Fields<ScheduleKey>, of item: Item) -> Schedule? {
    let trigger = trigger(fields, of: item)
    let series = fields[.every].flatMap { cadence($0, key: "every") }
    let start = fields[.anchor].flatMap { anchor($0) } ?? .lastDone
    let stretch = Stretch(
      starts: fields[.starts].flatMap { offset($0, key: "starts", from: 0) } ?? .zero,
      ends: fields[.ends].flatMap { offset($0, key: "ends", from: 1) })
    guard let trigger, let series else { return nil }
    return .every(series, trigger, start, stretch)
  }

  private mutating func anchor(_ tree: Tree) -> CadenceAnchor? {
    word(tree, key: "anchor", among: ["last_done": .lastDone, "schedule": .schedule])
  }

  mutating func cadence(_ tree: Tree, key: String) -> Cadence? {
    if let entries = tree.entries { return calendarCadence(entries, at: tree.place) }
    guard let text = text(tree, key: key) else { return nil }
    let read = value(of: key, at: tree.place) { () throws(ValueFault) in try Interval.read(text) }
    guard let read else { return nil }
    if read == nil { report(.value(.interval(text)), at: tree.place) }
    return read
  }

  private mutating func calendarCadence(_ entries: [Entry], at place: Place) -> Cadence? {
    let fields: Fields<CadenceKey> = fields(entries)
    if let days = fields[.weekdays] { return weekdays(days, fields) }
    if let half = fields[.halfMonth] { return halfMonth(half) }
    if let ends = fields[.monthEnds] {
      if case .list = ends.content { return months(ends, key: "month_ends", day: 31) }
      return number(ends, key: "month_ends", in: Interval.months).map { .monthEnds($0) }
    }
    if let days = fields[.monthDays] {
      guard let day = monthDay(days) else { return nil }
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
    report(word: text, key: key, among: words.map(\.key), at: tree.place)
    return nil
  }
}
