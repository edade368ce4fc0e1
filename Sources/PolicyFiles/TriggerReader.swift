import Core

enum TriggerKey: String, CaseIterable, Hashable, Sendable {
  case first, rule, all
  case step = "case"
  case of, urgency
}

extension Reader {
  mutating func trigger(_ fields: Fields<RuleKey>, of item: Item) -> Trigger? {
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
