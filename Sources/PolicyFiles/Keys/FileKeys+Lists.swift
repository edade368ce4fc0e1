import Core

// The keys of what a policy declares, and of its lists of items.

extension Policy {
  static let words: [FileKey] = [
    FileKey(
      .replacing,
      KeyDescription(
        ["festivals"],
        help: [
          .file(
            ["festivals"], "本制度的节日；规则里写 festivals: all",
            "the policy's festivals; a rule says festivals: all",
            ["festivals: [元旦, 中秋]", "rules:", "  - {id: r-1, festivals: all, expires: true}"],
            ["2026-11-02 来访"], on: "2027-01-01", owed: ["r-1 2027-01-01"])
        ])),
    FileKey(
      .appending,
      KeyDescription(
        ["events"],
        help: [
          .file(
            ["events", "tags"],
            "制度自己的事件和标签：内置词里没有的，在这里声明后到处可用，施行后也用来记录",
            "events and tags of the policy's own; once adopted, records may have them too",
            [
              "events: [装修进场, 认筹]", "tags: [团购]", "rules:",
              "  - {id: r-1, after: 装修进场, due: 3, audience: {tag: 团购, has_not: 认筹}}",
            ], ["2026-11-02 来访", "2026-11-02 标签 团购", "2026-11-10 装修进场"],
            on: "2026-11-12", owed: ["r-1 2026-11-13"])
        ],
        write: { words("events", $0.vocabulary.events.names($1)) },
        stored: [StoredPart(13) { $0.codeWords(of: &$1.vocabulary, EventKind.self) }])),
    FileKey(
      .appending,
      KeyDescription(
        ["tags"],
        write: { words("tags", $0.vocabulary.tags.names($1)) },
        stored: [StoredPart(14) { $0.codeWords(of: &$1.vocabulary, Tag.self) }])),
  ]

  private static func words(_ key: String, _ names: [String]) -> [KeyValue] {
    names.isEmpty ? [] : [KeyValue(key, .list(names.sorted()))]
  }

  static let lists: [FileKey] = [
    FileKey(
      .parameters,
      KeyDescription(
        ["parameters"], help: [Parameter.help],
        write: { policy, _ in
          let all = policy.parameters.map { KeyValue($0.name, .map($0.keyValues)) }
          return all.isEmpty ? [] : [KeyValue("parameters", shown: nil, file: .map(all))]
        },
        stored: [
          StoredPart(11) { coder, policy in
            coder.code(&policy.parameters, blank: Parameter.blank) { $0.code(&$1) }
          }
        ])),
    FileKey(.audiences, KeyDescription(["audiences"])),
    list("rules", .rules, { $1(&$0.rules) }, blank: Rule.blank, Rule.form, stored: 3),
    list(
      "segments", .segments, { $1(&$0.segments) }, blank: Segment.blank, Segment.form, stored: 4),
    list(
      "clauses", .clauses, { $1(&$0.clauses) }, blank: Clause(id: "", article: "", says: ""),
      Clause.form,
      stored: 5),
    list("duties", .duties, { $1(&$0.duties) }, blank: Duty.blank(), Duty.form, stored: 15),
    list(
      "templates", .templates, { $1(&$0.templates) }, blank: Template(id: ""), Template.form,
      stored: 16),
    list(
      "survey", .surveys, { $1(&$0.surveys) }, blank: Questionnaire(id: ""), Questionnaire.form,
      stored: 18),
  ]

  private static func list<Item: Sendable>(
    _ name: String, _ list: ItemList, _ items: @escaping Property<Policy, [Item]>,
    blank: Item, _ form: [StoredPart<Item>], stored place: Int
  ) -> FileKey {
    let part = StoredPart<Policy>(place) { coder, policy in
      items(&policy) { coder.code(&$0, blank: blank) { $0.code(&$1, by: form) } }
    }
    return FileKey(.items(list), KeyDescription([name], stored: [part]))
  }
}
