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
    FileKey(
      .appending,
      KeyDescription(
        ["own_milestones"],
        help: [
          .file(
            ["own_milestones"], "制度自己的节点：和内置的一样用，施行后用 revisit milestone add 登记；milestones: all 也含",
            "milestones of the policy's own; once adopted, revisit milestone add takes them",
            [
              "own_milestones: [样板段开放]", "rules:",
              "  - {id: r-1, milestones: [样板段开放], lead: 2, channel: 短信}",
            ], ["2026-11-02 来访"], on: "2026-11-26", owed: ["r-1 2026-11-26..2026-11-27"]
          ).with(milestones: ["2026-11-28 样板段开放"])
        ],
        write: { words("own_milestones", $0.vocabulary.milestones.names($1)) },
        stored: [
          StoredPart(20, since: 6) { $0.codeWords(of: &$1.vocabulary, MilestoneKind.self) }
        ])),
    FileKey(
      .overlaying,
      KeyDescription(
        ["own_festivals"],
        help: [
          .file(
            ["own_festivals"], "制度自己的节日，每年那天；农历写“农历12-08”，没有那天取月末",
            "festivals of the policy's own, each year on that day, solar or lunar",
            [
              "own_festivals: {店庆: 10-18, 腊八: 农历12-08}", "rules:",
              "  - {id: r-1, festivals: [店庆, 腊八], expires: true}",
            ], ["2026-11-02 来访"], on: "2027-01-15", owed: ["r-1 2027-01-15"])
        ],
        write: { policy, naming in
          let days = policy.festivalDays.map { KeyValue($0.key.written(naming), "\($0.value)") }
          let sorted = days.sorted { $0.key < $1.key }
          return sorted.isEmpty ? [] : [KeyValue("own_festivals", .map(sorted))]
        },
        stored: [
          StoredPart(21, since: 6) { $0.codeWords(of: &$1.vocabulary, Festival.self) },
          StoredPart(22, since: 6) { $0.code(&$1.festivalDays) },
        ])),
    FileKey(
      .appending,
      KeyDescription(
        ["own_roles"],
        help: [
          .file(
            ["own_roles"], "制度自己的岗位：by 和 who 里写，施行后 revisit staff add 姓名 --role 岗位；没有人时归经理",
            "roles of the policy's own, for by and who; once adopted, revisit staff add takes them",
            [
              "own_roles: [渠道专员]", "rules:",
              "  - {id: r-1, after: 来访, due: 1, by: 渠道专员}",
            ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1 2026-11-02..2026-11-03"])
        ],
        write: { words("own_roles", $0.vocabulary.roles.names($1)) },
        stored: [StoredPart(23, since: 6) { $0.codeWords(of: &$1.vocabulary, Role.self) }])),
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
