import Core

/// The four kinds of schedule, by the key that makes a rule one of them, and the keys that go
/// with it.
///
/// | key | beside it | means |
/// |---|---|---|
/// | `due` | `after`, `opens` or `opens_after`, `until` | once, from D+opens to D+due |
/// | `every` | `after`, `anchor`, `until` | again and again after D |
/// | `festivals` | | on the day of each festival |
/// | `milestones` | `lead` | on the day of a milestone, or from `lead` days before to its eve |
private enum ScheduleKind: CaseIterable {
  case once, every, festivals, milestones

  var key: RuleKey {
    switch self {
    case .once: .due
    case .every: .every
    case .festivals: .festivals
    case .milestones: .milestones
    }
  }

  var companions: Set<RuleKey> {
    switch self {
    case .once: [.after, .opens, .opensAfter, .until]
    case .every: [.after, .anchor, .until]
    case .festivals: []
    case .milestones: [.lead]
    }
  }

  static let allCompanions = ScheduleKind.allCases.reduce(into: Set<RuleKey>()) {
    $0.formUnion($1.companions)
  }
}

enum TriggerKey: String, CaseIterable, Hashable, Sendable {
  case first, rule
}

extension Reader {
  static let dayOffsets = 0...3660

  mutating func schedule(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
    let kinds = ScheduleKind.allCases.filter { fields[$0.key] != nil }
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
    switch kind {
    case .once: return once(fields, of: item)
    case .every: return every(fields, of: item)
    case .festivals: return fields[.festivals].map { festivals($0) }
    case .milestones:
      let lead = fields[.lead].flatMap { number($0, key: "lead", in: 0...366) } ?? 0
      return fields[.milestones].map {
        .milestone(terms($0, key: "milestones", all: .all), lead: lead)
      }
    }
  }

  /// `all` means the policy's own list, so there must be one.
  private mutating func festivals(_ tree: Tree) -> Schedule {
    let days = terms(tree, key: "festivals", all: festivals)
    if days.isEmpty, tree.text == "all" || tree.text == "全部" {
      report(.key(.missing("festivals", of: "policy")), at: tree.place)
    }
    return .festival(days)
  }

  private mutating func checkCompanions(of kind: ScheduleKind, _ item: Item) {
    for entry in item.entries {
      guard let key = RuleKey(rawValue: entry.key), ScheduleKind.allCompanions.contains(key),
        !kind.companions.contains(key)
      else { continue }
      report(.key(.misplaced(entry.key, beside: kind.key.rawValue)), at: entry.place)
    }
  }

  private mutating func once(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
    let trigger = trigger(fields, of: item)
    let due = fields[.due].flatMap { number($0, key: "due", in: Reader.dayOffsets) }
    let opens = fields[.opens].flatMap { number($0, key: "opens", in: Reader.dayOffsets) } ?? 0
    if let due, opens > due, let tree = fields[.opens] {
      report(.value(.opensAfterDue(opens: opens, due: due)), at: tree.place)
    }
    guard let after = fields[.opensAfter] else {
      guard let trigger, let due else { return nil }
      return .once(trigger, opens: opens, due: due)
    }
    if fields[.opens] != nil {
      report(.key(.misplaced("opens", beside: "opens_after")), at: after.place)
    }
    guard let rule = reference(after, key: "opens_after"), let trigger, let due else { return nil }
    return .onceAfter(trigger, rule: rule, due: due)
  }

  // MARK: Triggers

  private mutating func trigger(_ fields: Fields<RuleKey>, of item: Item) -> Trigger? {
    guard let tree = fields[.after] else {
      report(.key(.missing("after", of: item.id)), at: item.place)
      return nil
    }
    if let entries = tree.entries { return trigger(entries, at: tree.place) }
    if tree.text == "deal" || tree.text == "成交" { return .deal }
    let events: TermSet<EventKind> = terms(tree, key: "after")
    return events.isEmpty ? nil : .event(events)
  }

  private mutating func trigger(_ entries: [Entry], at place: Place) -> Trigger? {
    let fields: Fields<TriggerKey> = fields(entries)
    if let rule = fields[.rule] { return reference(rule, key: "rule").map { .rule($0) } }
    guard let first = fields[.first] else {
      report(.key(.missing("rule", of: "after")), at: place)
      return nil
    }
    guard let word = text(first, key: "first") else { return nil }
    return term(word, key: "first", at: first.place).map { .first($0) }
  }

  // MARK: Cadences

  private mutating func every(_ fields: Fields<RuleKey>, of item: Item) -> Schedule? {
    let trigger = trigger(fields, of: item)
    let series = fields[.every].flatMap { cadence($0) }
    let start = fields[.anchor].flatMap { anchor($0) } ?? .lastDone
    guard let trigger, let series else { return nil }
    return .every(series, trigger, start)
  }

  private mutating func anchor(_ tree: Tree) -> CadenceAnchor? {
    word(tree, key: "anchor", among: ["last_done": .lastDone, "schedule": .schedule])
  }

  private mutating func cadence(_ tree: Tree) -> Cadence? {
    if let entries = tree.entries { return calendarCadence(entries, at: tree.place) }
    guard let text = text(tree, key: "every") else { return nil }
    switch Interval.read(text) {
    case .cadence(let cadence): return cadence
    case .unreadable: report(.value(.interval(text)), at: tree.place)
    case .outOfRange(let range):
      report(.value(.outOfRange(key: "every", text: text, range)), at: tree.place)
    }
    return nil
  }
}
