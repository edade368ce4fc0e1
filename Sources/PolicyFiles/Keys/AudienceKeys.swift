import Core

// The keys that say whom a rule is for.

extension Audience {
  static let keys: [KeyDescription<Audience>] = [
    KeyDescription(
      "source", { $1(&$0.sources) }, .terms(), stored: 0,
      help: [
        .file(
          ["audiences", "audience", "source", "grade", "stage"],
          "对谁：给一类客户起名，规则里用；一项里写几个是任一",
          "for whom: a named kind of customer; of several values one is enough",
          [
            "audiences:", "  good_caller: {source: 来电, grade: [A, B], stage: 意向}", "rules:",
            "  - {id: r-1, audience: good_caller, after: 来电, due: 3}",
          ], ["2026-11-02 来电", "2026-11-02 级别 B"], on: "2026-11-02", owed: ["r-1 2026-11-05"])
      ]),
    KeyDescription("grade", { $1(&$0.grades) }, .terms(), stored: 1),
    KeyDescription("stage", { $1(&$0.stages) }, .terms(), stored: 2),
    KeyDescription(
      "tag", { $1(&$0.anyTag) }, .terms(), stored: 3,
      help: [
        .rule(
          ["tag", "not_tag"], "有任一标签；没有任何一个", "has one of the tags; has none of them",
          ["audience: {tag: 重点, not_tag: VIP}", "after: 来访", "every: 3d"],
          ["2026-11-02 来访", "2026-11-02 标签 重点"], on: "2026-11-05", owed: ["r-1 2026-11-05"])
      ]),
    KeyDescription("not_tag", { $1(&$0.noTag) }, .terms(), stored: 4),
    KeyDescription(
      "has", { $1(&$0.has) }, .terms(), stored: 5,
      help: [
        .rule(
          ["has", "has_not"], "上次流失或退房以来发生过；没发生过", "happened since the last loss; did not",
          ["audience: {has: 来电, has_not: 来访}", "after: 来电", "due: 3"],
          ["2026-11-02 来电", "2026-11-03 来访"], on: "2026-11-04")
      ]),
    KeyDescription("has_not", { $1(&$0.hasNot) }, .terms(), stored: 6),
    KeyDescription(
      "payment", { $1(&$0.payments) }, .texts, stored: 7, since: 6,
      help: [
        .rule(
          ["payment", "layout", "consultant"], "付款方式、意向户型里有这些字（三居、3室一样）；这些顾问的客户",
          "what was said of the payment or the layout holds one of these; whose customers",
          ["audience: {payment: [按揭, 公积金], layout: 三居, consultant: [李明]}", "after: 来访", "due: 2"],
          ["2026-11-02 来访", "2026-11-02 顾问 李明", "2026-11-02 付款 按揭", "2026-11-03 户型 3室2厅"],
          on: "2026-11-03", owed: ["r-1 2026-11-03..2026-11-04"])
      ]),
    KeyDescription("layout", { $1(&$0.layouts) }, .texts, stored: 8, since: 6),
    KeyDescription("consultant", { $1(&$0.consultants) }, .texts, stored: 9, since: 6),
  ]

  static let form = StoredPart.all(keys)

  /// Its keys with their words; `all` where it asks nothing.
  package func text(_ naming: Naming) -> String {
    let asked = keyValues(naming)
    return asked.isEmpty ? "all" : FileValue.map(asked).text
  }

  fileprivate func keyValues(_ naming: Naming) -> [KeyValue] {
    Audience.keys.written(self, naming: naming)
  }
}

extension Reader {
  /// An audience by its name, or written out.
  mutating func audience(reference tree: Tree) -> Audience {
    guard case .text = tree.content else { return audience(tree) }
    guard let name = text(tree, key: "audience") else { return Audience() }
    if let audience = audiences[name] { return audience }
    let meant = nearest(to: name, among: document.audiences.map(\.key))
    report(.reference(.unknownAudience(name, nearest: meant)), at: tree.place)
    return Audience()
  }

  mutating func audience(_ tree: Tree) -> Audience {
    guard let entries = map(tree, key: "audience") else { return Audience() }
    var audience = Audience()
    read(entries, by: Audience.keys, into: &audience)
    checkHolds(audience, at: tree.place)
    return audience
  }

  private mutating func checkHolds(_ audience: Audience, at place: Place) {
    if let both = audience.has.elements.first(where: audience.hasNot.contains) {
      report(
        .value(.neverHolds(wanted: "has", excluded: "has_not", term: name(both))), at: place)
    }
    if let ended = audience.has.elements.first(where: { $0 == .lost || $0 == .cancellation }) {
      report(.value(.neverHas(name(ended))), at: place)
    }
    if let stages = audience.impossibleStages {
      let names = stages.elements.map(\.chinese).joined(separator: "、")
      report(.value(.neverInStage(names)), at: place)
    }
    let tags = audience.anyTag.elements
    if let tag = tags.first, tags.allSatisfy(audience.noTag.contains) {
      report(
        .value(.neverHolds(wanted: "tag", excluded: "not_tag", term: name(tag))), at: place)
    }
  }
}

extension ValueForm<Audience> {
  /// By its name, or written out.
  static var audience: Self {
    Self(
      read: { reader, tree, _ in reader.audience(reference: tree) },
      write: { .map($0.keyValues($1), shown: $0.text($1)) },
      code: { $0.code(&$1, by: Audience.form) })
  }
}
