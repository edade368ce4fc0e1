import Core

// The keys of a duty, which staff or the office owes.

enum EvidenceKey: String, CaseIterable, Hashable, Sendable {
  case ledger, report, event, count
}

enum PeriodKey: String, CaseIterable, Hashable, Sendable {
  case week
}

extension Duty {
  static let keys: [KeyDescription<Duty>] = [
    KeyDescription(["id"], stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("article", { $1(&$0.article) }, .text, stored: 1),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 2),
    KeyDescription("name", { $1(&$0.name) }, .shortName(6), stored: 10, since: 9),
    KeyDescription("name_en", { $1(&$0.englishName) }, .shortName(24), stored: 11, since: 9),
    KeyDescription(
      ["who", "any"], help: [help],
      read: { reader, entries, duty in duty.holder = reader.holder(entries) ?? duty.holder },
      write: { $0.holder.keyValues($1) },
      stored: [StoredPart(3) { $0.code(&$1.holder) }]),
    KeyDescription(
      ["every", "workdays", "milestones", "due"],
      read: { reader, entries, duty in
        duty.schedule = reader.dutySchedule(entries) ?? duty.schedule
      },
      write: { $0.schedule.keyValues($1) },
      stored: [StoredPart(4) { $0.code(&$1.schedule) }]),
    KeyDescription("if_day_off", { $1(&$0.dayOff) }, .dayOff, stored: 5),
    KeyDescription(
      ["at"],
      read: { reader, entries, duty in
        let hours = entries["at"].flatMap { reader.hours($0, key: "at") }
        duty.until = hours.flatMap { $0.to == .endOfDay ? nil : $0.to }
      },
      write: { duty, _ in duty.until.map { [KeyValue("at", "00:00-\($0)")] } ?? [] },
      stored: [StoredPart(6) { $0.code(&$1.until) }]),
    KeyDescription(
      ["settled_by"],
      read: { reader, entries, duty in
        guard let tree = entries["settled_by"], let found = reader.evidence(tree) else { return }
        (duty.evidence, duty.count) = found
      },
      write: { duty, naming in
        let count = duty.count > 1 ? [KeyValue("count", "\(duty.count)")] : []
        return [KeyValue("settled_by", .map([duty.evidence.keyValue(naming)] + count))]
      },
      stored: [StoredPart(7) { $0.code(&$1.evidence) }, StoredPart(8) { $0.code(&$1.count) }]),
    KeyDescription(
      ["period"],
      read: { reader, entries, duty in
        duty.weekFrom = entries["period"].flatMap { reader.weekFrom($0) }
      },
      write: { duty, _ in
        duty.weekFrom.map { [KeyValue("period", .map([KeyValue("week", $0.chinese)]))] } ?? []
      },
      stored: [StoredPart(9) { $0.code(&$1.weekFrom) }]),
  ]

  static let form = StoredPart.all(keys)

  private static let help = PolicyHelp.file(
    ["duties", "who", "any", "workdays", "period", "week", "ledger", "report", "count"],
    "岗位或案场的职责：who 谁（any 一人做即可），every 何时，settled_by 凭据（台账 ledger，名字加“核定”的批准了就算，上交 report，事件 event，共 count 份），period 从哪天数",
    "what staff or the office owes, and what shows that it was done",
    [
      "duties:",
      "  - {id: d-1, says: 每季度 3 份描摹, who: 置业顾问, every: {month_ends: [3, 6, 9, 12]}, settled_by: {ledger: 客户描摹, count: 3}}",
      "  - {id: d-2, says: 巡查, who: 客服, any: true, every: 1d, workdays: true, at: \"00:00-10:00\", settled_by: {ledger: 巡查}}",
      "  - {id: d-3, says: 约访, who: 置业顾问, every: {weekdays: [周五]}, period: {week: 周六}, settled_by: {event: 来访, count: 1}}",
      "  - {id: d-4, says: 周报, who: 客服, any: true, every: {weekdays: [周日]}, settled_by: {report: 周报}}",
    ]
  ).shown(
    ("2026-11-03 09:00", "due --role 客服", "* d-2 今天 10:00前 0/1 客服：巡查；漏 ×1"),
    ("2026-11-08", "done 周报 --for 小陈", "已结：d-4 按时"),
    ("2026-11-13", "due --consultant 李明", "* d-3 今天 0/1 李明：约访"),
    ("2026-12-31", "due --consultant 李明", "* d-1 今天 0/3 李明：每季度 3 份描摹"))

  /// What a duty is read into.
  static func blank(_ id: String = "") -> Duty {
    Duty(
      id: id, holder: .office, schedule: .series(.days(1), workdaysOnly: false),
      evidence: .ledger(""))
  }

  package func keyValues(naming: Naming) -> [KeyValue] { Duty.keys.written(self, naming: naming) }
}

// MARK: - Reading

extension Reader {
  mutating func duty(_ item: Item) -> Duty {
    var duty = Duty.blank(item.id)
    read(item.entries, by: Duty.keys, into: &duty)
    if item.entries["every"] == nil, item.entries["milestones"] == nil {
      report(.key(.noSchedule(rule: item.id)), at: item.place)
    }
    require("who", in: item)
    require("settled_by", in: item)
    return duty
  }

  fileprivate mutating func holder(_ entries: [Entry]) -> DutyHolder? {
    guard let who = entries["who"] else { return nil }
    if who.text == "案场" || who.text == "office" { return .office }
    let any = entries["any"].flatMap { flag($0, key: "any") } ?? false
    return term(who, key: "who").map { .role($0, any: any) }
  }

  fileprivate mutating func dutySchedule(_ entries: [Entry]) -> DutySchedule? {
    if let kinds = entries["milestones"] {
      let due = entries["due"].flatMap { offset($0, key: "due", from: nil) } ?? .zero
      return .milestone(terms(kinds, key: "milestones", all: nodes), due: due)
    }
    guard let every = entries["every"] else { return nil }
    let workdays = entries["workdays"].flatMap { flag($0, key: "workdays") } ?? false
    return cadence(every, key: "every").map { .series($0, workdaysOnly: workdays) }
  }

  fileprivate mutating func evidence(_ tree: Tree) -> (Evidence, Int)? {
    guard let entries = map(tree, key: "settled_by") else { return nil }
    let fields: Fields<EvidenceKey> = fields(entries)
    let count = fields[.count].flatMap { number($0, key: "count", in: 1...999) } ?? 1
    if let kind = fields[.ledger].flatMap({ text($0, key: "ledger") }) {
      return (.ledger(kind), count)
    }
    if let name = fields[.report].flatMap({ text($0, key: "report") }) {
      return (.report(name), count)
    }
    if let tree = fields[.event] { return term(tree, key: "event").map { (.event($0), count) } }
    report(.key(.missing("ledger", of: "settled_by")), at: tree.place)
    return nil
  }

  /// `slot`, or `{week: 周六}` for a week that begins on Saturday.
  fileprivate mutating func weekFrom(_ tree: Tree) -> Weekday? {
    if tree.text == "slot" { return nil }
    guard let entries = map(tree, key: "period") else { return nil }
    let fields: Fields<PeriodKey> = fields(entries)
    guard let week = fields[.week] else {
      report(.key(.missing("week", of: "period")), at: tree.place)
      return nil
    }
    return term(week, key: "week")
  }
}

// MARK: - Writing

extension DutyHolder {
  fileprivate func keyValues(_ naming: Naming) -> [KeyValue] {
    switch self {
    case .office: [KeyValue("who", "案场")]
    case .role(let role, any: false): [KeyValue("who", role.written(naming))]
    case .role(let role, any: true):
      [
        KeyValue(
          "who", shown: "\(role.written(naming)), any: true", file: .text(role.written(naming))),
        KeyValue("any", shown: nil, file: .text("true")),
      ]
    }
  }
}

extension DutySchedule {
  fileprivate func keyValues(_ naming: Naming) -> [KeyValue] {
    switch self {
    case .series(let cadence, let workdaysOnly):
      [KeyValue("every", cadence.value)] + (workdaysOnly ? [KeyValue("workdays", "true")] : [])
    case .milestone(let kinds, let due):
      [KeyValue("milestones", .list(kinds.names(naming))), KeyValue("due", "\(due)")]
    }
  }
}

extension Evidence {
  fileprivate func keyValue(_ naming: Naming) -> KeyValue {
    switch self {
    case .ledger(let kind): KeyValue("ledger", kind)
    case .report(let name): KeyValue("report", name)
    case .event(let kind): KeyValue("event", kind.written(naming))
    }
  }
}
