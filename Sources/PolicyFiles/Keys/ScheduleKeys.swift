import Core

/// How a rule says when it asks, by the key that makes it do so.
enum ScheduleForm: String, CaseIterable, Hashable, Sendable {
  /// Once after something, or from then on until it is done.
  case once = "due"
  /// Again and again after something.
  case every
  /// Never longer than that without a contact.
  case maxGap = "max_gap"
  case festivals
  case companyHoliday = "company_holiday"
  case milestones, birthday

  /// Whether it goes by a day that comes of itself, so that `due` is an offset from that day.
  var isOccasion: Bool {
    switch self {
    case .once, .every, .maxGap: false
    case .festivals, .companyHoliday, .milestones, .birthday: true
    }
  }

  static let occasions = allCases.filter(\.isOccasion)
}

/// The keys that make a rule's schedule together.
enum ScheduleKey: String, CaseIterable, Hashable, Sendable {
  case after, opens
  case opensAfter = "opens_after"
  case due, around, every, anchor, starts, ends
  case maxGap = "max_gap"
  case festivals
  case companyHoliday = "company_holiday"
  case milestones, lead
  case everyDay = "every_day"
  case birthday

  /// The forms beside which it may stand; nil: it makes one itself.
  fileprivate var beside: [ScheduleForm]? {
    switch self {
    case .due, .every, .maxGap, .festivals, .companyHoliday, .milestones, .birthday: nil
    case .after: [.once, .every]
    case .opens: ScheduleForm.occasions + [.once]
    case .opensAfter, .around: [.once]
    case .anchor, .starts, .ends: [.every]
    case .lead, .everyDay: [.milestones]
    }
  }

  /// All of them, and what a list tells beside the schedule: the days around the due day (`around`),
  /// and whether each day of a run-up asks for itself (`every_day`), which nobody can make up for.
  static let description = KeyDescription<Rule>(
    allCases.map(\.rawValue), help: Schedule.onceHelp + Schedule.occasionHelp + Cadence.help,
    read: { reader, entries, rule in
      // The schedule is read before the rest: without one there is no rule.
      rule.margin = entries["around"].flatMap(\.text).flatMap { Int($0) } ?? 0
      rule.isDaily = entries["every_day"].flatMap { reader.flag($0, key: "every_day") } ?? false
      if rule.isDaily { rule.expires = true }
    },
    write: { rule, naming in
      rule.schedule.keyValues(around: rule.margin, naming)
        + (rule.isDaily ? [KeyValue("every_day", "true")] : [])
    },
    stored: [
      StoredPart(5) { $0.code(&$1.schedule) }, StoredPart(22) { $0.code(&$1.margin) },
      StoredPart(25, since: 6) { $0.code(&$1.isDaily) },
    ],
    check: { reader, rule, item, context in
      reader.checkDaily(rule, item)
      reader.checkStart(rule, item, context)
      reader.checkStretch(rule, item)
    })
}

extension Reader {
  mutating func schedule(of item: Item) -> Schedule? {
    let fields = Fields<ScheduleKey>(known: item.entries)
    var forms = ScheduleForm.allCases.filter { item.entries[$0.rawValue] != nil }
    if forms.contains(where: \.isOccasion) { forms.removeAll { $0 == .once } }
    guard let form = forms.first, let tree = item.entries[form.rawValue] else {
      report(.key(.noSchedule(rule: item.id)), at: item.place)
      return nil
    }
    guard forms.count == 1 else {
      report(.key(.twoSchedules(rule: item.id, forms.map(\.rawValue))), at: item.place)
      return nil
    }
    checkPlaces(beside: form, item)
    switch form {
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

  /// Tells the keys that mean nothing beside that schedule.
  private mutating func checkPlaces(beside form: ScheduleForm, _ item: Item) {
    for entry in item.entries {
      let places =
        ScheduleKey(rawValue: entry.key)?.beside
        ?? Rule.keys.first { $0.names.contains(entry.key) }?.beside
      guard let places, !places.contains(form) else { continue }
      report(.key(.misplaced(entry.key, beside: form.rawValue)), at: entry.place)
    }
  }
}

extension Schedule {
  /// - Parameter margin: so many days its window lies around the day that a file gives.
  fileprivate func keyValues(around margin: Int, _ naming: Naming) -> [KeyValue] {
    switch self {
    case .once(let trigger, let opens, let due) where margin > 0:
      [
        KeyValue("after", trigger.value(naming)),
        KeyValue("opens", shown: "\(opens)", file: nil),
        KeyValue("due", shown: "\(due)", file: .text("\(due + Offset(days: -margin))")),
        KeyValue("around", "\(margin)"),
      ]
    case .once(let trigger, let opens, let due):
      [
        KeyValue("after", trigger.value(naming)), KeyValue("opens", "\(opens)"),
        KeyValue("due", "\(due)"),
      ]
    case .onceAfter(let trigger, let rule, let due):
      [
        KeyValue("after", trigger.value(naming)), KeyValue("opens_after", naming.rule(rule)),
        KeyValue("due", "\(due)"),
      ]
    case .every(let cadence, .entry, .lastDone, Stretch()): [KeyValue("max_gap", cadence.value)]
    case .every(let cadence, let trigger, let anchor, let stretch):
      [
        KeyValue("after", trigger.value(naming)), KeyValue("every", cadence.value),
        KeyValue("anchor", anchor.rawValue),
      ] + stretch.keyValues
    case .occasion(let occasion, let opens, let due): occasion.keyValues(opens, due, naming)
    }
  }
}

extension Stretch {
  fileprivate var keyValues: [KeyValue] {
    let first = starts == .zero ? [] : [KeyValue("starts", "\(starts)")]
    return first + (ends.map { [KeyValue("ends", "\($0)")] } ?? [])
  }
}

// MARK: - The stored form

extension Schedule: Choice {
  static let blanks: [Schedule] = [
    .once(.deal, opens: 0, due: 0), .onceAfter(.deal, rule: 0, due: 0),
    .every(.days(1), .deal, .schedule), .occasion(.festivals([]), opens: 0, due: 0),
  ]

  var place: Int {
    switch self {
    case .once: 0
    case .onceAfter: 1
    case .every: 2
    case .occasion: 3
    }
  }
}

extension FormCoder {
  fileprivate mutating func code(_ schedule: inout Schedule) {
    choose(&schedule)
    switch schedule {
    case .once(var trigger, var opens, var due):
      code(&trigger)
      code(&opens)
      code(&due)
      schedule = .once(trigger, opens: opens, due: due)
    case .onceAfter(var trigger, var rule, var due):
      code(&trigger)
      code(&rule)
      code(&due)
      schedule = .onceAfter(trigger, rule: rule, due: due)
    case .every(var cadence, var trigger, var anchor, var stretch):
      code(&cadence)
      code(&trigger)
      choose(&anchor, among: [.lastDone, .schedule]) { $0 == .lastDone ? 0 : 1 }
      code(&stretch.starts)
      code(&stretch.ends, blank: .zero) { $0.code(&$1) }
      schedule = .every(cadence, trigger, anchor, stretch)
    case .occasion(var occasion, var opens, var due):
      code(&occasion)
      code(&opens)
      code(&due)
      schedule = .occasion(occasion, opens: opens, due: due)
    }
  }
}
