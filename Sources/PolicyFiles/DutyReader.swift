import Core

enum DutyKey: String, CaseIterable, Hashable, Sendable {
  case id, article, says, who, any, every, workdays, milestones, due
  case ifDayOff = "if_day_off"
  case at
  case settledBy = "settled_by"
  case period
}

enum EvidenceKey: String, CaseIterable, Hashable, Sendable {
  case ledger, report, event, count
}

enum PeriodKey: String, CaseIterable, Hashable, Sendable {
  case week
}

extension Reader {
  mutating func duty(_ item: Item) -> Duty? {
    let fields: Fields<DutyKey> = fields(item.entries)
    let holder = holder(fields, of: item)
    let schedule = dutySchedule(fields, of: item)
    guard let proof = fields[.settledBy] else {
      report(.key(.missing("settled_by", of: item.id)), at: item.place)
      return nil
    }
    guard let (evidence, count) = evidence(proof), let holder, let schedule else { return nil }
    return Duty(
      id: item.id, article: fields[.article].flatMap { text($0, key: "article") } ?? "",
      says: fields[.says].flatMap { text($0, key: "says") } ?? "", holder: holder,
      schedule: schedule, dayOff: fields[.ifDayOff].flatMap { dayOff($0) } ?? .leave,
      until: fields[.at].flatMap { hours($0, key: "at") }.flatMap {
        $0.to == .endOfDay ? nil : $0.to
      },
      evidence: evidence, count: count, weekFrom: fields[.period].flatMap { weekFrom($0) })
  }

  private mutating func holder(_ fields: Fields<DutyKey>, of item: Item) -> DutyHolder? {
    guard let who = fields[.who] else {
      report(.key(.missing("who", of: item.id)), at: item.place)
      return nil
    }
    if who.text == "案场" || who.text == "office" { return .office }
    let any = fields[.any].flatMap { flag($0, key: "any") } ?? false
    return role(who, key: "who").map { .role($0, any: any) }
  }

  private mutating func dutySchedule(_ fields: Fields<DutyKey>, of item: Item) -> DutySchedule? {
    if let kinds = fields[.milestones] {
      let due = fields[.due].flatMap { offset($0, key: "due", from: nil) } ?? .zero
      return .milestone(terms(kinds, key: "milestones", all: MilestoneKind.nodes), due: due)
    }
    guard let every = fields[.every] else {
      report(.key(.noSchedule(rule: item.id)), at: item.place)
      return nil
    }
    let workdays = fields[.workdays].flatMap { flag($0, key: "workdays") } ?? false
    return cadence(every, key: "every").map { .series($0, workdaysOnly: workdays) }
  }

  private mutating func evidence(_ tree: Tree) -> (Evidence, Int)? {
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
  private mutating func weekFrom(_ tree: Tree) -> Weekday? {
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
