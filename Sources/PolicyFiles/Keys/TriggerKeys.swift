import Core

// The event from which a rule counts: `after: 来访`, `after: {rule: r-1}` …

enum TriggerKey: String, CaseIterable, Hashable, Sendable {
  case first, rule, missed, all
  case step = "case"
  case of, urgency
}

extension Trigger {
  static let help: [PolicyHelp] = [
    .rule(
      ["after", "first"], "首次来访，以后再来不重新算", "the first visit ever",
      ["after: {first: 来访}", "due: 3"], ["2026-11-02 来访", "2026-11-05 来访"], on: "2026-11-05",
      owed: ["r-1 2026-11-02..2026-11-05"]),
    .file(
      ["after", "rule"], "接在另一条之后：那条按时做完的日子，否则它的到期日",
      "after another rule: the day it was done on time, else its due day",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 0}",
        "  - {id: r-2, after: {rule: r-1}, every: 7d}",
      ], ["2026-11-02 来访", "2026-11-02 电话 接通"], on: "2026-11-09",
      owed: ["r-2 2026-11-09"]),
    .file(
      ["after", "missed"], "那条到期日过了还没做：从次日起；补做了、免做了就不再要求",
      "from the day after that rule's due day, while it is undone; making up for it ends this",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 3}",
        "  - {id: r-2, after: {missed: r-1}, due: 1, by: 销售经理}",
      ], ["2026-11-02 来访"], on: "2026-11-06",
      owed: ["r-1 2026-11-05", "r-2 2026-11-06..2026-11-07"]),
    .rule(
      ["after", "all"], "几件事都发生了才起算，从最后一件那天", "when all of them have happened",
      ["after: {all: [竣工, 全款到账]}", "due: 7"], ["2026-11-02 竣工", "2026-11-06 全款到账"],
      on: "2026-11-06", owed: ["r-1 2026-11-06..2026-11-13"]),
    .rule(
      ["after", "case", "of", "urgency"], "事项的一步：登记、处理、关闭…；of 哪类，urgency 多急，不写不限",
      "a step of a case; of: which kinds, urgency: how urgent",
      ["after: {case: 处理, of: [投诉], urgency: [紧急]}", "opens: 3", "due: 5"],
      ["2026-11-01 签约", "2026-11-02 投诉 登记 紧急", "2026-11-03 投诉 处理 紧急"], on: "2026-11-06",
      owed: ["r-1 2026-11-06..2026-11-08"]),
  ]

  func value(_ naming: Naming) -> FileValue {
    switch self {
    case .event(let kinds): .list(kinds.names(naming))
    case .first(let kind): .map([KeyValue("first", kind.written(naming))])
    case .deal: .text("成交")
    case .rule(let index): .map([KeyValue("rule", naming.rule(index))])
    case .all(let kinds): .map([KeyValue("all", .list(kinds.names(naming)))])
    case .entry: .text("入档")
    case .step(let filter): .map(filter.keyValues)
    case .missed(let index): .map([KeyValue("missed", naming.rule(index))])
    }
  }
}

extension CaseFilter {
  fileprivate var keyValues: [KeyValue] {
    let parts = [("of", kinds.names), ("urgency", urgencies.names)].filter { !$0.1.isEmpty }
    return [KeyValue("case", step.chinese)] + parts.map { KeyValue($0.0, .list($0.1)) }
  }
}

extension Reader {
  mutating func trigger(_ fields: Fields<ScheduleKey>, of item: Item) -> Trigger? {
    guard let tree = fields[.after] else {
      report(.key(.missing("after", of: item.id)), at: item.place)
      return nil
    }
    if let entries = tree.entries { return trigger(entries, at: tree.place) }
    switch tree.text {
    case "deal", "成交": return .deal
    case "entry", "入档": return .entry
    default: break
    }
    let events: TermSet<EventKind> = terms(tree, key: "after")
    return events.isEmpty ? nil : .event(events)
  }

  private mutating func trigger(_ entries: [Entry], at place: Place) -> Trigger? {
    let fields: Fields<TriggerKey> = fields(entries)
    if let rule = fields[.rule] { return reference(rule, key: "rule").map { .rule($0) } }
    if let rule = fields[.missed] { return reference(rule, key: "missed").map { .missed($0) } }
    if let all = fields[.all] {
      let kinds: TermSet<EventKind> = terms(all, key: "all")
      return kinds.isEmpty ? nil : .all(kinds)
    }
    if let step = fields[.step] { return self.step(step, fields) }
    guard let first = fields[.first] else {
      report(.key(.missing("rule", of: "after")), at: place)
      return nil
    }
    return term(first, key: "first").map { .first($0) }
  }

  private mutating func step(_ tree: Tree, _ fields: Fields<TriggerKey>) -> Trigger? {
    guard let step: CaseStepKind = term(tree, key: "case") else { return nil }
    return .step(
      CaseFilter(
        step, of: fields[.of].map { terms($0, key: "of") } ?? [],
        urgencies: fields[.urgency].map { terms($0, key: "urgency") } ?? []))
  }
}

// MARK: - The stored form

extension Trigger: Choice {
  static let blanks: [Trigger] = [
    .event([]), .first(.visit), .deal, .rule(0), .all([]), .entry, .step(CaseFilter(.opened)),
    .missed(0),
  ]

  var place: Int {
    switch self {
    case .event: 0
    case .first: 1
    case .deal: 2
    case .rule: 3
    case .all: 4
    case .entry: 5
    case .step: 6
    case .missed: 7
    }
  }
}

extension FormCoder {
  mutating func code(_ trigger: inout Trigger) {
    choose(&trigger)
    switch trigger {
    case .event(let kinds): trigger = .event(recoded(kinds))
    case .first(var kind):
      code(&kind)
      trigger = .first(kind)
    case .deal, .entry: break
    case .rule(let index): trigger = .rule(recoded(index))
    case .missed(let index): trigger = .missed(recoded(index))
    case .all(let kinds): trigger = .all(recoded(kinds))
    case .step(var filter):
      code(&filter.step)
      code(&filter.kinds)
      code(&filter.urgencies)
      trigger = .step(filter)
    }
  }
}
