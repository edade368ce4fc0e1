import Core

/// The kinds of schedule, by the key that makes a rule one of them, and the keys that go with it.
///
/// | key | beside it | means |
/// |---|---|---|
/// | `due` | `after`, `opens` or `opens_after` or `around`, `until` | once, from D+opens to D+due |
/// | `every` | `after`, `anchor`, `starts`, `ends`, `until` | again and again after D |
/// | `max_gap` | `until` | never longer than that without a contact |
/// | `festivals` | `opens`, `due` | on the day of each festival |
/// | `company_holiday` | `opens`, `due` | before the company's own holiday |
/// | `milestones` | `lead`, or `opens` and `due` | round a milestone's day |
/// | `birthday` | `opens`, `due` | round a birthday, each year |
/// | `spread` | `festivals`, `company_holiday`, `milestones` | the list spreads the customers over the window |
private enum ScheduleKind: CaseIterable {
  case once, every, maxGap, festivals, companyHoliday, milestones, birthday

  var key: RuleKey {
    switch self {
    case .once: .due
    case .every: .every
    case .maxGap: .maxGap
    case .festivals: .festivals
    case .companyHoliday: .companyHoliday
    case .milestones: .milestones
    case .birthday: .birthday
    }
  }

  var companions: Set<RuleKey> {
    switch self {
    case .once: [.after, .opens, .opensAfter, .around, .until]
    case .every: [.after, .anchor, .starts, .ends, .until]
    case .maxGap: [.until]
    case .birthday: [.opens, .due]
    case .festivals, .companyHoliday: [.opens, .due, .spread]
    case .milestones: [.lead, .opens, .due, .spread]
    }
  }

  /// Whether it is round a day that comes by itself, so that `due` is an offset from that day.
  var isOccasion: Bool {
    switch self {
    case .once, .every, .maxGap: false
    case .festivals, .companyHoliday, .milestones, .birthday: true
    }
  }

  static let allCompanions = ScheduleKind.allCases.reduce(into: Set<RuleKey>()) {
    $0.formUnion($1.companions)
  }
}

extension Reader {
  mutating func schedule(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
    var kinds = ScheduleKind.allCases.filter { fields[$0.key] != nil }
    if kinds.contains(where: \.isOccasion) { kinds.removeAll { $0 == .once } }
    guard let kind = kinds.first else {
      report(.key(.noSchedule(rule: item.id)), at: item.place)
      return nil
    }
    guard kinds.count == 1 else {
      let keys = kinds.map(\.key.rawValue)
      report(.key(.twoSchedules(rule: item.id, keys)), at: item.place)
      return nil
    }
    checkCompanions(of: kind, item)
    guard let tree = fields[kind.key] else { return nil }
    switch kind {
    case .once: return once(fields, of: item)
    case .every: return every(fields, of: item)
    case .maxGap: return cadence(tree, key: "max_gap").map { .every($0, .entry, .lastDone) }
    case .festivals: return festivals(tree, fields)
    case .companyHoliday:
      return occasion(.companyHolidays(terms(tree, key: "company_holiday")), fields, due: -1)
    case .milestones: return milestones(tree, fields)
    case .birthday: return occasion(.birthdays(terms(tree, key: "birthday")), fields)
    }
  }

  private mutating func checkCompanions(of kind: ScheduleKind, _ item: Item) {
    for entry in item.entries {
      guard let key = RuleKey(rawValue: entry.key), ScheduleKind.allCompanions.contains(key),
        key != kind.key, !kind.companions.contains(key)
      else { continue }
      report(.key(.misplaced(entry.key, beside: kind.key.rawValue)), at: entry.place)
    }
  }

  // MARK: Once

  private mutating func once(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
    let trigger = trigger(fields, of: item)
    guard let due = fields[.due].flatMap({ offset($0, key: "due", from: 0) }) else { return nil }
    if let after = fields[.opensAfter] {
      if fields[.opens] != nil {
        report(.key(.misplaced("opens", beside: "opens_after")), at: after.place)
      }
      guard let rule = reference(after, key: "opens_after"), let trigger else { return nil }
      return .onceAfter(trigger, rule: rule, due: due)
    }
    guard let window = window(fields, due: due), let trigger else { return nil }
    return .once(trigger, opens: window.opens, due: window.due)
  }

  /// `around: 3` is three days to both sides of the due day.
  private mutating func window(
    _ fields: Fields<RuleKey>, due: Offset
  ) -> (opens: Offset, due: Offset)? {
    if let around = fields[.around] {
      if let opens = fields[.opens] {
        report(.key(.misplaced("opens", beside: "around")), at: opens.place)
      }
      guard let days = number(around, key: "around", in: 1...366) else { return nil }
      return (due + Offset(days: -days), due + Offset(days: days))
    }
    let opens = fields[.opens].flatMap { offset($0, key: "opens", from: 0) } ?? .zero
    checkOrder(fields, opens: opens, due: due)
    return (opens, due)
  }

  private mutating func checkOrder(_ fields: Fields<RuleKey>, opens: Offset, due: Offset) {
    guard opens.roughDays > due.roughDays, let tree = fields[.opens] else { return }
    report(.value(.opensAfterDue(opens: "\(opens)", due: "\(due)")), at: tree.place)
  }

  /// - Parameter least: the least number of days; none where nil.
  mutating func offset(_ tree: Tree, key: String, from least: Int?) -> Offset? {
    guard let text = text(tree, key: key) else { return nil }
    let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber }
    let offset = OffsetText.read(text)
    if offset == nil, !isNumber {
      report(.value(.offset(key: key, text: text)), at: tree.place)
      return nil
    }
    guard let offset, least.map({ $0 <= offset.roughDays && 0 <= offset.hours }) ?? true else {
      let range = (least ?? -OffsetText.largest)...OffsetText.largest
      report(.value(.outOfRange(key: key, text: text, range)), at: tree.place)
      return nil
    }
    return offset
  }

  // MARK: Occasions

  private mutating func occasion(
    _ occasion: Occasion, _ fields: Fields<RuleKey>, due usual: Offset = 0
  ) -> Schedule? {
    let due = fields[.due].flatMap { offset($0, key: "due", from: nil) } ?? usual
    let opens = fields[.opens].flatMap { offset($0, key: "opens", from: nil) } ?? due
    checkOrder(fields, opens: opens, due: due)
    return .occasion(occasion, opens: opens, due: due)
  }

  /// `all` means the policy's own list, so there must be one.
  private mutating func festivals(_ tree: Tree, _ fields: Fields<RuleKey>) -> Schedule? {
    let days = terms(tree, key: "festivals", all: festivals)
    if days.isEmpty, tree.text == "all" || tree.text == "全部" {
      report(.key(.missing("festivals", of: "policy")), at: tree.place)
    }
    return occasion(.festivals(days), fields)
  }

  private mutating func milestones(_ tree: Tree, _ fields: Fields<RuleKey>) -> Schedule? {
    let kinds = terms(tree, key: "milestones", all: MilestoneKind.nodes)
    guard let tree = fields[.lead] else { return occasion(.milestones(kinds), fields) }
    for key in [RuleKey.opens, .due] {
      guard let other = fields[key] else { continue }
      report(.key(.misplaced(key.rawValue, beside: "lead")), at: other.place)
    }
    return number(tree, key: "lead", in: 0...366).map { .milestone(kinds, lead: $0) }
  }

  // MARK: Cadences

  private mutating func every(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
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
    switch Interval.read(text) {
    case .cadence(let cadence): return cadence
    case .unreadable: report(.value(.interval(text)), at: tree.place)
    case .outOfRange(let range):
      report(.value(.outOfRange(key: key, text: text, range)), at: tree.place)
    }
    return nil
  }
}
