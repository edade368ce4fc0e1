import Core

extension Rule {
  /// The keys of a rule.
  static let keys: [KeyDescription<Rule>] =
    heading + [ScheduleKey.description] + limits + doing + settling + sending

  /// It came with an add-on, which no key says.
  private static let addOnPart = StoredPart<Rule>(21) { coder, rule in
    coder.code(&rule.addOn, blank: 0) { $0.code(&$1) }
  }

  static let form = StoredPart.all(keys, and: [addOnPart])

  private static let heading: [KeyDescription<Rule>] = [
    KeyDescription(
      ["id"],
      help: [
        .rule(
          ["id", "article", "says", "talk"], "编号、原制度的条款、要求什么、谈什么",
          "the id, the source's article, what it asks for, what to talk about",
          ["article: 第一条 2", "says: 三日内再打一个电话", "talk: 近况", "after: 来电", "due: 3"],
          ["2026-11-02 来电"], on: "2026-11-02", owed: ["r-1"])
      ],
      stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("article", { $1(&$0.article) }, .text, stored: 1),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 2),
    KeyDescription("talk", { $1(&$0.talk) }, .text, stored: 3),
    KeyDescription(
      "name", { $1(&$0.name) }, .shortName(6), stored: 61, since: 9,
      help: [
        .rule(
          ["name", "name_en"], "简称，至多 6 个字：名单、报表和记录里这样叫它；英文的在 name_en",
          "what lists and reports call it: at most six characters; in English name_en",
          ["name: 三日再访", "name_en: three-day callback", "after: 来访", "due: 3"],
          ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"])
      ]),
    KeyDescription("name_en", { $1(&$0.englishName) }, .shortName(24), stored: 62, since: 9),
    KeyDescription("audience", { $1(&$0.audience) }, .audience, stored: 4),
  ]

  private static let limits: [KeyDescription<Rule>] = [
    KeyDescription(
      "if_day_off", { $1(&$0.dayOff) }, .dayOff, stored: 14,
      check: { reader, rule, item, _ in reader.checkSwallowed(rule, item) },
      help: [
        .rule(
          ["if_day_off"], "到期日不上班：leave 不动（默认），before 提前，after 顺延",
          "a due day that is not worked: leave, before or after",
          ["birthday: 本人", "opens: -1", "due: -1", "if_day_off: before"],
          ["2026-11-02 来访", "2026-11-02 生日 1990-11-23"], on: "2026-11-20",
          owed: ["r-1 2026-11-20"])
      ]),
    KeyDescription(
      ["until"],
      help: [
        .rule(
          ["until"], "发生后不再要求；起因是事项时写它的一步", "no longer asked for once that happened",
          ["after: 认购", "opens: 4", "due: 4", "until: 签约"],
          ["2026-11-02 认购", "2026-11-05 签约"], on: "2026-11-06")
      ],
      beside: [.once, .every, .maxGap],
      read: { reader, entries, rule in
        guard let tree = entries["until"] else { return }
        if case .step = rule.schedule.trigger {
          rule.untilSteps = reader.terms(tree, key: "until")
        } else {
          rule.until = reader.terms(tree, key: "until")
        }
      },
      write: { rule, naming in
        [rule.untilSteps.names, rule.until.names(naming)].filter { !$0.isEmpty }
          .map { KeyValue("until", .list($0)) }
      },
      stored: [StoredPart(6) { $0.code(&$1.until) }, StoredPart(16) { $0.code(&$1.untilSteps) }],
      check: { reader, rule, item, _ in reader.checkUntil(rule, item) }),
  ]

  private static let doing: [KeyDescription<Rule>] = [
    KeyDescription(
      "channel", { $1(&$0.channels) }, .channels, stored: 7,
      help: [
        .rule(
          ["channel", "all_of"], "方式：一个，几个任一，名单用先写的，all_of 都要，any 不限；强的可代替弱的",
          "by what: one, any of several (lists ask for the first), all_of them, or any; the stronger does too",
          ["after: 来访", "due: 0", "channel: {all_of: [微信, 短信]}"],
          ["2026-11-02 来访", "2026-11-02 微信 已发送"], on: "2026-11-02", owed: ["r-1"])
      ]),
    KeyDescription(
      "at", { $1(&$0.hours) }, .hours, stored: 9,
      check: { $0.checkHours($1, $3.policy, $2) },
      help: [
        .rule(
          ["at"], "一天里的时段", "the hours of the day",
          ["after: 认购", "opens: 1", "due: 1", "at: 10:00-10:30"], ["2026-11-02 认购"],
          on: "2026-11-03 10:15", owed: ["r-1 2026-11-03 10:00..2026-11-03 10:30"])
      ]),
    KeyDescription(
      "expires", { $1(&$0.expires) }, .flag, stored: 10,
      help: [
        .rule(
          ["expires"], "过时算漏，不再补", "ends as missed, is not made up for",
          ["after: 认购", "due: 1", "expires: true"], ["2026-11-02 认购"], on: "2026-11-04")
      ]),
    KeyDescription(
      ["mandatory"],
      help: [
        .rule(
          ["mandatory", "priority"], "不能免做；同样紧时先后（大的在前）",
          "cannot be skipped; which stands first",
          ["after: 来访", "every: 7d", "mandatory: true", "priority: 10"],
          ["2026-11-02 来访", "2026-11-09 免做 r-2"], on: "2026-11-09", owed: ["r-1 2026-11-09"])
      ],
      read: { reader, entries, rule in
        let flag = entries["mandatory"].flatMap { reader.flag($0, key: "mandatory") }
        rule.mandatory = flag ?? rule.mandatory
      },
      write: { rule, _ in
        // A cadence can be skipped and everything else cannot, unless it says so.
        rule.mandatory == rule.schedule.isCadence
          ? [KeyValue("mandatory", "\(rule.mandatory)")] : []
      },
      stored: [StoredPart(11) { $0.code(&$1.mandatory) }]),
    KeyDescription("priority", { $1(&$0.priority) }, .number(-99...99), stored: 12),
    KeyDescription(
      "fine", { $1(&$0.fine) }, .number(0...100_000), stored: 24, since: 5,
      help: [
        .rule(
          ["fine"], "误期或漏做一次罚几元，预演里相加",
          "yuan for each that is late or missed; a rehearsal adds them",
          ["after: {first: 来访}", "due: 3", "fine: 20"],
          ["2026-11-02 来访"], on: "2026-11-06", owed: ["r-1 2026-11-02..2026-11-05"])
      ]),
  ]
}

extension Rule {
  /// What a stored rule is read into.
  static var blank: Rule { Rule(id: "", schedule: .festival([])) }

  /// The rule's keys as a file would have them.
  package func keyValues(naming: Naming) -> [KeyValue] {
    Rule.keys.written(self, naming: naming)
  }
}

extension Reader {
  mutating func rule(_ item: Item) -> Rule? {
    reading = item.id
    let schedule = schedule(of: item)
    var rule = Rule(id: item.id, schedule: schedule ?? .festival([]))
    rule.addOn = addOn
    read(item.entries, by: Rule.keys, into: &rule)
    return schedule == nil ? nil : rule
  }

  /// The index of the rule that is named.
  mutating func reference(_ tree: Tree, key: String) -> Int? {
    text(tree, key: key).flatMap { reference($0, at: tree.place) }
  }

  mutating func reference(_ id: String, at place: Place) -> Int? {
    for document in documents {
      if let index = ruleIndex[document.current(id)] { return index }
    }
    if let off = documents.lazy.compactMap({ $0.off[id] }).first {
      let problem = ReferenceProblem.switchedOff(id, neededBy: reading)
      report(.reference(problem), at: off.file == place.file ? place : off)
    } else {
      let meant = nearest(to: id, among: documents.flatMap(\.rules).map(\.id))
      report(.reference(.unknownRule(id, nearest: meant)), at: place)
    }
    return nil
  }
}
