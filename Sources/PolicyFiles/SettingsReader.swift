import Core

enum WindowKey: String, CaseIterable, Hashable, Sendable {
  case clause, hours, days
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
  /// The policy's own name and terms.
  mutating func read(_ settings: Fields<FileKey>, into policy: inout Policy) {
    policy.name = settings[.policy].flatMap { text($0, key: "policy") } ?? policy.name
    policy.title = settings[.title].flatMap { text($0, key: "title") } ?? ""
    policy.source = settings[.source].flatMap { text($0, key: "source") } ?? ""
    policy.callHours = settings[.callWindows].flatMap { callHours($0) } ?? CallHours()
    policy.weeklyCap = settings[.weeklyCap].flatMap { weeklyCap($0) }
    policy.aversionFactor =
      settings[.aversion].flatMap { aversionFactor($0) } ?? policy.aversionFactor
    policy.capacity = settings[.capacity].flatMap { number($0, key: "capacity", in: 1...1000) }
    if let record = settings[.record] { policy.record = terms(record, key: "record") }
  }

  /// The terms that hold for the rules of an add-on.
  mutating func addOn(_ settings: Fields<FileKey>, to policy: inout Policy) {
    var addOn = AddOn(name: settings[.policy].flatMap { text($0, key: "policy") } ?? "")
    addOn.title = settings[.title].flatMap { text($0, key: "title") } ?? ""
    addOn.callHours = settings[.callWindows].flatMap { callHours($0) } ?? CallHours()
    addOn.weeklyCap = settings[.weeklyCap].flatMap { weeklyCap($0) }
    addOn.aversionFactor =
      settings[.aversion].flatMap { aversionFactor($0) } ?? addOn.aversionFactor
    policy.addOns.append(addOn)
    // A consultant has one day for all of them.
    let capacity = settings[.capacity].flatMap { number($0, key: "capacity", in: 1...1000) }
    policy.capacity = [policy.capacity, capacity].compactMap { $0 }.min()
    if let record = settings[.record] { policy.record.formUnion(terms(record, key: "record")) }
  }

  /// What adds up over a policy and its add-ons.
  mutating func read(shared settings: Fields<FileKey>, into policy: inout Policy) {
    policy.openings += settings[.openings].map { texts($0, key: "openings").map(\.text) } ?? []
    if let frame = settings[.frame].flatMap({ frame($0) }) { policy.frames.append(frame) }
  }

  private mutating func callHours(_ tree: Tree) -> CallHours? {
    guard let entries = map(tree, key: "call_windows") else { return nil }
    let fields: Fields<WindowKey> = fields(entries)
    guard let list = fields[.hours] else {
      report(.key(.missing("hours", of: "call_windows")), at: tree.place)
      return nil
    }
    return CallHours(
      ranges: texts(list, key: "hours").compactMap { hours($0.text, at: $0.place) },
      weekdays: fields[.days].map { terms($0, key: "days") } ?? [],
      clause: fields[.clause].flatMap { text($0, key: "clause") } ?? "")
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
