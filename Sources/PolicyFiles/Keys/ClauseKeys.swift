import Core

// The keys of segments, to whom rules do not apply, and of clauses that ask for nothing.

extension Segment {
  static let keys: [KeyDescription<Segment>] = [
    KeyDescription(["id"], stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("article", { $1(&$0.article) }, .text, stored: 1),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 2),
    KeyDescription("audience", { $1(&$0.audience) }, .audience, stored: 3),
    KeyDescription(
      ["suppresses"],
      help: [
        .file(
          ["segments", "suppresses"], "特殊客户：哪些条款对他们不适用", "customers to whom rules do not apply",
          [
            "segments:",
            "  - {id: s-1, says: 领导介绍的不打, audience: {tag: 领导介绍}, suppresses: [r-1]}",
            "rules:", "  - {id: r-1, after: 来访, due: 0}",
          ], ["2026-11-02 来访", "2026-11-02 标签 领导介绍"], on: "2026-11-02")
      ],
      read: { reader, entries, segment in
        segment.suppresses = entries["suppresses"].map { reader.suppressed($0) } ?? []
      },
      write: { segment, naming in
        segment.suppresses.isEmpty
          ? [] : [KeyValue("suppresses", .list(segment.suppresses.map(naming.rule)))]
      },
      stored: [
        StoredPart(4) { coder, segment in
          coder.code(&segment.suppresses, blank: 0) { $0.code(&$1) }
        }
      ],
      check: { reader, segment, item, context in
        reader.checkSuppressed(by: segment, item, context.policy)
      }),
  ]

  static let form = StoredPart.all(keys)

  static let blank = Segment(id: "", article: "", says: "", audience: Audience(), suppresses: [])

  package func keyValues(naming: Naming) -> [KeyValue] {
    Segment.keys.written(self, naming: naming)
  }
}

extension Clause {
  static let keys: [KeyDescription<Clause>] = [
    KeyDescription(
      ["id"],
      help: [
        .file(
          ["clauses"], "不安排回访的条款，也列出来", "clauses that schedule nothing are listed too",
          [
            "rules:", "  - {id: r-1, after: 来访, due: 0}", "clauses:",
            "  - {id: c-1, article: 五 5, says: 通话礼貌}",
          ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"])
      ],
      stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("article", { $1(&$0.article) }, .text, stored: 1),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 2),
  ]

  static let form = StoredPart.all(keys)

  package func keyValues(naming: Naming) -> [KeyValue] { Clause.keys.written(self, naming: naming) }
}

extension Reader {
  mutating func segment(_ item: Item) -> Segment {
    var segment = Segment.blank
    segment.id = item.id
    read(item.entries, by: Segment.keys, into: &segment)
    require("audience", in: item)
    return segment
  }

  mutating func clause(_ item: Item) -> Clause {
    var clause = Clause(id: item.id, article: "", says: "")
    read(item.entries, by: Clause.keys, into: &clause)
    require("says", in: item)
    return clause
  }

  /// A key without which an item means nothing.
  mutating func require(_ key: String, in item: Item) {
    guard item.entries[key] == nil else { return }
    report(.key(.missing(key, of: item.id)), at: item.place)
  }

  /// Rules that `off` took away need no suppressing.
  fileprivate mutating func suppressed(_ tree: Tree) -> [Int] {
    texts(tree, key: "suppresses").compactMap { id in
      document.off[id.text] != nil ? nil : reference(id.text, at: id.place)
    }
  }
}
