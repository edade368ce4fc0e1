import Core
import Values

// The keys that say what settles a rule and what is sent for it.

extension Rule {
  static let settling: [KeyDescription<Rule>] = [
    KeyDescription(
      "settled_by", { $1(&$0.settledBy) }, .settlement, stored: 15,
      // A gap between contacts is closed by contacts.
      beside: ScheduleForm.allCases.filter { $0 != .maxGap },
      help: [
        .rule(
          ["settled_by", "event", "step"], "不靠联系，靠一件事或事项的一步来结",
          "settled by an event or a step of the case, not by a contact",
          ["after: {case: 登记, of: [投诉]}", "due: 1", "settled_by: {step: 处理}"],
          ["2026-11-01 签约", "2026-11-02 投诉 登记", "2026-11-02 电话 接通"], on: "2026-11-02",
          owed: ["r-1 2026-11-03"])
      ])
  ]

  static let sending: [KeyDescription<Rule>] = [
    KeyDescription(
      "by", { $1(&$0.by) }, .term(blank: .consultant), stored: 17,
      help: [
        .file(
          ["by", "message", "script", "gift"], "由哪个岗位做；发哪篇短信；用哪篇话术；要送礼品（记进台账才算，短信、电话不算）",
          "who does it; the text it sends; what to say; a gift, settled by its ledger entry alone",
          [
            "rules:",
            "  - {id: r-1, birthday: 本人, channel: 短信, by: 客服, message: birthday}",
            "  - {id: r-2, after: 签约, due: 7, channel: 电话, script: hello}",
            "  - {id: r-3, birthday: 本人, gift: true}", "templates:",
            "  - {id: birthday, kind: message, text: \"{name}{title}，生日快乐！{project}\"}",
            "  - {id: hello, kind: script, text: \"您好，我是{consultant}。\"}",
          ], ["2026-11-02 来访", "2026-11-02 生日 1990-11-20"], on: "2026-11-20",
          owed: ["r-1 2026-11-20", "r-3 2026-11-20"])
      ]),
    KeyDescription("message", { $1(&$0.message) }, .message, stored: 18),
    KeyDescription("script", { $1(&$0.script) }, .template, stored: 19),
    KeyDescription(
      "spread", { $1(&$0.spreads) }, .flag, stored: 23,
      beside: [.festivals, .companyHoliday, .milestones],
      check: { reader, rule, item, _ in reader.checkSpread(rule, item) },
      help: [
        .file(
          ["spread", "capacity"],
          "分批：名单把客户摊到窗口里的工作日，每位顾问每天至多 capacity 个；应做的窗口不变（8 位，11-23 至 11-29：周一至周五每天一两位）",
          "in waves: the list spreads the customers over the working days of the window, at most capacity "
            + "a day for each consultant; what is owed keeps its window",
          [
            "capacity: 30", "rules:",
            "  - {id: r-1, audience: {has: 签约}, milestones: [交房], lead: 7, spread: true}",
          ], ["2026-11-02 签约"], on: "2026-11-25", owed: ["r-1 2026-11-23..2026-11-29"]
        ).with(milestones: ["2026-11-30 交房"])
      ]),
    KeyDescription("gift", { $1(&$0.isWithGift) }, .flag, stored: 20),
    KeyDescription(
      [],
      stored: [
        StoredPart(60, since: 6) { coder, rule in
          coder.code(&rule.channels.first, blank: .phone) { $0.code(&$1) }
        }
      ]),
    KeyDescription(
      "distinct_from", { $1(&$0.distinctFrom) }, .rule, stored: 13,
      help: [
        .file(
          ["distinct_from"], "不能与那一条用同一次联系", "not settled by the contact that settled that rule",
          [
            "rules:", "  - {id: r-1, after: 来访, due: 3}",
            "  - {id: r-2, after: 来访, due: 15, distinct_from: r-1}",
          ], ["2026-11-02 来访", "2026-11-03 电话 接通"], on: "2026-11-03",
          owed: ["r-2 2026-11-02..2026-11-17"])
      ]),
  ]
}

// MARK: - Settlements

enum SettlementKey: String, CaseIterable, Hashable, Sendable {
  case event, step
}

extension ValueForm<Settlement> {
  static var settlement: Self {
    Self(
      read: { reader, tree, _ in reader.settlement(tree) },
      write: { $0.value($1) },
      code: { $0.code(&$1) })
  }
}

extension Reader {
  fileprivate mutating func settlement(_ tree: Tree) -> Settlement? {
    guard let entries = map(tree, key: "settled_by") else { return nil }
    let fields: Fields<SettlementKey> = fields(entries)
    if let event = fields[.event] {
      let kinds: TermSet<EventKind> = terms(event, key: "event")
      return kinds.isEmpty ? nil : .event(kinds)
    }
    guard let step = fields[.step] else {
      report(.key(.missing("event", of: "settled_by")), at: tree.place)
      return nil
    }
    let steps: TermSet<CaseStepKind> = terms(step, key: "step")
    return steps.isEmpty ? nil : .step(steps)
  }
}

extension Settlement: Choice {
  static let blanks: [Settlement] = [.contact, .event([]), .step([])]

  var place: Int {
    switch self {
    case .contact: 0
    case .event: 1
    case .step: 2
    }
  }

  fileprivate func value(_ naming: Naming) -> FileValue? {
    switch self {
    case .contact: nil
    case .event(let kinds): .map([KeyValue("event", .list(kinds.names(naming)))])
    case .step(let steps): .map([KeyValue("step", .list(steps.names))])
    }
  }
}

extension FormCoder {
  fileprivate mutating func code(_ settlement: inout Settlement) {
    choose(&settlement)
    switch settlement {
    case .contact: break
    case .event(var kinds):
      code(&kinds)
      settlement = .event(kinds)
    case .step(var steps):
      code(oneOrMore: &steps)
      settlement = .step(steps)
    }
  }

  /// One by its place, as forms had it when there was no more than one; several as their mask below 0.
  private mutating func code(oneOrMore steps: inout TermSet<CaseStepKind>) {
    let one = steps.elements.first.map { Int($0.rawValue) - 1 } ?? 0
    var number = steps.count == 1 ? one : -Int(steps.mask)
    code(&number)
    guard number < 0 else {
      guard let step = CaseStepKind(stored: number &+ 1) else { return fail() }
      steps = [step]
      return
    }
    steps = TermSet(mask: UInt64(bitPattern: Int64(number == .min ? 0 : -number)))
  }
}

// MARK: - Channels

enum ChannelKey: String, CaseIterable, Hashable, Sendable {
  case allOf = "all_of"
}

extension ValueForm<Channels> {
  static var channels: Self {
    Self(
      read: { reader, tree, _ in reader.channels(tree) }, write: { channels, _ in channels.value },
      code: {
        $0.code(&$1.allowed)
        $0.code(&$1.allOf)
      })
  }
}

extension Channels {
  package var text: String { value.text }

  fileprivate var value: FileValue {
    if allowed.isEmpty { return .text("any") }
    let names = FileValue.list(wantedInOrder(averse: false).map(\.chinese))
    return allOf ? .map([KeyValue("all_of", names)]) : names
  }
}

extension Reader {
  fileprivate mutating func channels(_ tree: Tree) -> Channels {
    if let entries = tree.entries {
      let fields: Fields<ChannelKey> = fields(entries)
      guard let all = fields[.allOf] else {
        report(.key(.missing("all_of", of: "channel")), at: tree.place)
        return Channels()
      }
      return channels(of: all, key: "all_of", allOf: true)
    }
    if tree.text == "any" || tree.text == "不限" { return Channels() }
    return channels(of: tree, key: "channel")
  }

  private mutating func channels(of tree: Tree, key: String, allOf: Bool = false) -> Channels {
    let all: TermSet<Channel> = terms(tree, key: key)
    let text = all.count > 1 ? texts(tree, key: key).first?.text : nil
    let named: [Channel]? = text.flatMap { try? readTerms($0, in: vocabulary) }
    let first = named?.first
    return Channels(all, allOf: allOf, first: first)
  }
}
