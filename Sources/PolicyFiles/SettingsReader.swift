import Core

enum WindowKey: String, CaseIterable, Hashable, Sendable {
  case clause, hours
}

enum CapKey: String, CaseIterable, Hashable, Sendable {
  case clause, times
}

enum AversionKey: String, CaseIterable, Hashable, Sendable {
  case clause, factor
}

enum SegmentKey: String, CaseIterable, Hashable, Sendable {
  case id, article, says, audience, suppresses
}

enum ClauseKey: String, CaseIterable, Hashable, Sendable {
  case id, article, says
}

extension Reader {
  mutating func read(_ settings: Fields<FileKey>, into policy: inout Policy) {
    if let windows = settings[.callWindows] { read(windows: windows, into: &policy) }
    if let cap = settings[.weeklyCap] { policy.weeklyCap = weeklyCap(cap) }
    if let aversion = settings[.aversion] {
      policy.aversionFactor = aversionFactor(aversion) ?? policy.aversionFactor
    }
    if let record = settings[.record] { policy.record = terms(record, key: "record") }
  }

  private mutating func read(windows tree: Tree, into policy: inout Policy) {
    guard let entries = map(tree, key: "call_windows") else { return }
    let fields: Fields<WindowKey> = fields(entries)
    policy.callWindowClause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    guard let list = fields[.hours] else {
      return report(.key(.missing("hours", of: "call_windows")), at: tree.place)
    }
    policy.callWindows = texts(list, key: "hours").compactMap { hours($0.text, at: $0.place) }
  }

  /// A cap without `times` names the clause that an office's own number would stand on.
  private mutating func weeklyCap(_ tree: Tree) -> Limit? {
    guard let entries = map(tree, key: "weekly_cap") else { return nil }
    let fields: Fields<CapKey> = fields(entries)
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    return fields[.times].flatMap { number($0, key: "times", in: 1...50) }
      .map { Limit(value: $0, clause: clause) }
  }

  private mutating func aversionFactor(_ tree: Tree) -> Limit? {
    guard let entries = map(tree, key: "aversion") else { return nil }
    let fields: Fields<AversionKey> = fields(entries)
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    guard let factor = fields[.factor] else {
      report(.key(.missing("factor", of: "aversion")), at: tree.place)
      return nil
    }
    return number(factor, key: "factor", in: 1...10).map { Limit(value: $0, clause: clause) }
  }

  // MARK: Segments and clauses

  mutating func segment(_ item: Item) -> Segment? {
    let fields: Fields<SegmentKey> = fields(item.entries)
    guard let reference = fields[.audience] else {
      report(.key(.missing("audience", of: item.id)), at: item.place)
      return nil
    }
    return Segment(
      id: item.id, article: fields[.article].flatMap { text($0, key: "article") } ?? "",
      says: fields[.says].flatMap { text($0, key: "says") } ?? "",
      audience: audience(reference: reference),
      suppresses: fields[.suppresses].map { suppressed($0) } ?? [])
  }

  /// Rules that `off` took away need no suppressing.
  private mutating func suppressed(_ tree: Tree) -> [Int] {
    texts(tree, key: "suppresses").compactMap { id in
      document.off[id.text] != nil ? nil : reference(id.text, at: id.place)
    }
  }

  mutating func clause(_ item: Item) -> Clause? {
    let fields: Fields<ClauseKey> = fields(item.entries)
    guard let says = fields[.says] else {
      report(.key(.missing("says", of: item.id)), at: item.place)
      return nil
    }
    return Clause(
      id: item.id, article: fields[.article].flatMap { text($0, key: "article") } ?? "",
      says: text(says, key: "says") ?? "")
  }
}
