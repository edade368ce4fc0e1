import Core
import PolicyFiles
import Testing

/// What each scheduling clause of the embedded policies asks for: of whom, when, how.
@Suite struct PolicyTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let id: String
    let audience: String
    let when: String
    let channel: String
    let more: String

    init(_ id: String, _ audience: String, _ when: String, _ channel: String, _ more: String = "") {
      self.id = id
      self.audience = audience
      self.when = when
      self.channel = channel
      self.more = more
    }

    var testDescription: String { id }
  }

  @Test(arguments: tables)
  func everyRuleIsAsTheTableSays(_ name: String, _ rows: [Row]) throws {
    let policy = try embedded(name)
    #expect(policy.rules.map(\.id) == rows.map(\.id))
    for (rule, row) in zip(policy.rules, rows) {
      #expect(rule.audience.text(Naming(policy)) == row.audience, "\(row.id)")
      #expect(PolicyTableTests.when(rule, in: policy) == row.when, "\(row.id)")
      #expect(rule.channels.text == row.channel, "\(row.id)")
      #expect(PolicyTableTests.more(rule, in: policy) == row.more, "\(row.id)")
      #expect(rule.mandatory == !rule.schedule.isCadence, "\(row.id)")
    }
  }

  private static func when(_ rule: Rule, in policy: Policy) -> String {
    let id = { policy.rules[$0].id }
    let start = { (trigger: Trigger) in
      switch trigger {
      case .event(let kinds): names(kinds)
      case .first(let kind): "first \(names([kind]))"
      case .deal: "deal"
      case .rule(let index): id(index)
      case .missed, .all, .entry, .step: "?"
      }
    }
    switch rule.schedule {
    case .once(let trigger, let opens, let due): return "\(start(trigger)) +\(opens)..+\(due)"
    case .onceAfter(let trigger, let after, let due):
      return "\(start(trigger)) after \(id(after))..+\(due)"
    case .every(.days(let days), let trigger, .lastDone, Stretch()):
      return "\(start(trigger)) every \(days)"
    case .every: return "?"
    case .occasion(.festivals(let festivals), 0, 0):
      return festivals == PolicyTableTests.seven ? "seven" : "?"
    case .occasion(.milestones(let kinds), let opens, let due):
      let names =
        kinds == MilestoneKind.nodes
        ? "all" : kinds.builtIn.elements.compactMap(\.builtIn?.name).joined(separator: " ")
      let lead = -(opens.plainDays ?? 0)
      guard due == (lead == 0 ? 0 : -1) else { return "?" }
      return lead == 0 ? names : "\(names) -\(lead)"
    case .occasion: return "?"
    }
  }

  private static func names(_ kinds: TermSet<EventKind>) -> String {
    kinds.elements.compactMap { $0.builtIn?.name }.joined(separator: " ")
  }

  private static func more(_ rule: Rule, in policy: Policy) -> String {
    let parts = [
      rule.until.isEmpty ? nil : "until " + names(rule.until),
      rule.hours.map { "at \($0)" }, rule.expires ? "expires" : nil,
      rule.distinctFrom.map { "not " + policy.rules[$0].id },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static let seven: TermSet<Festival> = [
    .newYear, .springFestival, .lantern, .labourDay, .midAutumn, .nationalDay, .christmas,
  ]

  // MARK: The tables

  private static let caller = "stage: 意向, has: 来电, has_not: 来访"
  private static let goodCaller = "grade: A类 B类, stage: 意向, has: 来电, has_not: 来访"
  private static let visitor = "stage: 意向, has: 来访"
  private static let good = "grade: A类 B类, stage: 意向, has: 来访"
  private static let key = "grade: A类 B类, stage: 意向, tag: 重点, has: 来访"
  private static let other = "grade: A类 B类, stage: 意向, not_tag: 重点, has: 来访"
  private static let c = "grade: C类, stage: 意向, has: 来访"
  private static let d = "grade: D类, stage: 意向, has: 来访"
  private static let leader = "stage: 意向, tag: 领导介绍"
  private static let vip = "tag: VIP"
  private static let guest = "tag: VIP, not_tag: 领导介绍"
  private static let buyer = "stage: 已认购 已签约 已交房"
  private static let notice = "launch discount activity show_flat sales_promotion -3"

  static let tables: [(String, [Row])] = [
    ("qnc", qnc(prefix: "qnc", "短信") + article4), ("qnc-blank", qnc(prefix: "qb", "短信 微信")),
    ("yufu", yufu), ("site-fines", siteFines),
  ]

  /// Articles 1 to 3, which `qnc` and `qnc-blank` share but for how a message is sent.
  private static func qnc(prefix: String, _ message: String) -> [Row] {
    let rows = [
      Row("1.1", caller, "call_in +0..+0", "电话"),
      Row("1.2", goodCaller, "call_in +1..+3", "电话", "until visit"),
      Row("1.3", goodCaller, "\(prefix)-1.2 every 7", "电话", "until visit"),
      Row("2.1.1", good, "visit +0..+0", "电话"),
      Row("2.1.2", good, "visit +1..+3", "电话"),
      Row("2.1.3a", key, "\(prefix)-2.1.2 every 3", "电话"),
      Row("2.1.3b", other, "\(prefix)-2.1.2 every 7", "any"),
      Row("2.1.4", c, "visit every 7", "any"),
      Row("2.1.5a", d, "all", message, "expires"),
      Row("2.1.5b", d, "seven", message, "expires"),
      Row("2.2.1a", leader, notice, "电话 \(message)", "expires"),
      Row("2.2.1c", leader, "seven", message, "expires"),
      Row("2.2.2b", vip, "seven", message, "expires"),
      Row("2.2.2a1", guest, "?", "电话"),
      Row("3.1", buyer, "deal +0..+0", "电话"),
      Row("3.2", buyer, "deal every 15", "电话 \(message)", "until delivery"),
      Row("3.3", buyer, "all", "电话 \(message)", "expires"),
      Row("3.4", buyer, "seven", "短信 电话\(message.dropFirst(2))", "expires"),
    ]
    return rows.map { Row("\(prefix)-\($0.id)", $0.audience, $0.when, $0.channel, $0.more) }
  }

  private static let article4 = [
    Row("qnc-4.1a", "all", "seven", "短信", "expires"),
    Row("qnc-4.1b", "tag: 重点", "seven", "电话", "expires"),
    Row("qnc-4.2", "all", "launch show_flat sales_promotion topping_out delivery", "短信", "expires"),
  ]

  private static let yufu = [
    Row("yufu-1.1", caller, "call_in +0..+0", "电话"),
    Row("yufu-1.2", goodCaller, "call_in +1..+3", "电话", "until visit"),
    Row("yufu-1.3", goodCaller, "yufu-1.2 every 7", "电话", "until visit"),
    Row("yufu-2.1.1a", visitor, "visit +0..+0", "短信 微信", "at 13:00-24:00, expires"),
    Row("yufu-2.1.1b", visitor, "visit +1..+1", "电话"),
    Row("yufu-2.1.2", good, "visit +2..+3", "电话"),
    Row("yufu-2.1.3a", key, "yufu-2.1.2 every 3", "电话"),
    Row("yufu-2.1.3b", other, "yufu-2.1.2 every 7", "any"),
    Row("yufu-2.1.4", c, "yufu-2.1.1b every 7", "any"),
    Row("yufu-2.1.5a", buyer, "all", "短信 微信", "expires"),
    Row("yufu-2.1.5b", buyer, "seven", "短信 微信", "expires"),
    Row("yufu-2.2.1a", leader, notice, "all_of: 微信 短信", "expires"),
    Row("yufu-2.2.1c", leader, "seven", "短信", "expires"),
    Row("yufu-2.2.2b", vip, "seven", "all_of: 微信 短信", "expires"),
    Row("yufu-2.2.2a1", guest, "?", "电话"),
    Row("yufu-3.1", buyer, "deal +0..+0", "电话"),
    Row("yufu-3.2", buyer, "deal every 15", "电话 短信 微信", "until delivery"),
    Row("yufu-3.3", buyer, "all", "电话 短信 微信", "expires"),
    Row("yufu-3.4", buyer, "seven", "电话 短信 微信", "expires"),
  ]

  private static let siteFines = [
    Row("sf-1.1b", caller, "call_in +0..+3", "电话"),
    Row("sf-1.4", caller, "sf-1.1b every 15", "电话", "until visit"),
    Row("sf-2.1a", visitor, "all", "短信 电话 微信", "expires"),
    Row("sf-2.1b", visitor, "sf-2.3 every 15", "any"),
    Row("sf-2.2", visitor, "first visit +0..+3", "any"),
    Row("sf-2.3", visitor, "first visit after sf-2.2..+15", "any", "not sf-2.2"),
  ]

  // MARK: Segments and limits

  @Test(arguments: [
    (
      "qnc", "qnc-2.2.1b", "tag: 领导介绍",
      "1.1 1.2 1.3 2.1.1 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b 4.1a 4.1b 4.2"
    ),
    ("qnc", "qnc-2.2.1b2", "stage: 已认购 已签约 已交房, tag: 领导介绍", "2.2.2b"),
    ("yufu", "yufu-2.2.1b2", "stage: 已认购 已签约 已交房, tag: 领导介绍", "2.2.2b"),
    (
      "qnc", "qnc-2.2.2a", "tag: VIP",
      "1.1 1.2 1.3 2.1.1 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b 4.2"
    ),
    (
      "qnc-blank", "qb-2.2.1b", "tag: 领导介绍",
      "1.1 1.2 1.3 2.1.1 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b"
    ),
    (
      "qnc-blank", "qb-2.2.2a", "tag: VIP",
      "1.1 1.2 1.3 2.1.1 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b"
    ),
    (
      "yufu", "yufu-2.2.1b", "tag: 领导介绍",
      "1.1 1.2 1.3 2.1.1a 2.1.1b 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b"
    ),
    (
      "yufu", "yufu-2.2.2a", "tag: VIP",
      "1.1 1.2 1.3 2.1.1a 2.1.1b 2.1.2 2.1.3a 2.1.3b 2.1.4 2.1.5a 2.1.5b"
    ),
  ])
  func aSegmentSuppresses(_ name: String, _ id: String, _ audience: String, _ rules: String) throws
  {
    let policy = try embedded(name)
    let segment = try #require(policy.segments.first { $0.id == id })
    #expect(segment.audience.text(Naming(policy)) == audience)
    let tails = segment.suppresses.map { policy.rules[$0].id.drop { $0 != "-" }.dropFirst() }
    #expect(tails.joined(separator: " ") == rules)
  }

  @Test func limitsOfQnc() throws {
    let policy = try embedded("qnc")
    #expect(policy.callHours.ranges.map(\.description) == ["10:00-11:30", "15:30-17:00"])
    #expect(policy.callHours.clause == "qnc-5.3")
    #expect(policy.weeklyCap == nil)
    #expect(policy.aversionFactor == Limit(value: 2, clause: "qnc-5.2"))
    #expect(policy.record == [.note])
    #expect(policy.openings == ["天气", "优惠", "节日"])
    #expect(policy.segments.count == 3)
  }

  @Test func limitsOfTheOthers() throws {
    for name in ["qnc-blank", "yufu", "site-fines"] {
      let policy = try embedded(name)
      #expect(policy.callHours.ranges.isEmpty && policy.weeklyCap == nil && policy.openings.isEmpty)
      #expect(policy.aversionFactor == Limit(value: 2, clause: ""))
    }
    #expect(try embedded("site-fines").record == [.note, .intention, .time])
    #expect(try embedded("site-fines").segments.isEmpty)
    let own: Set = ["reserve_phone", "consultant"]
    #expect(own.isSubset(of: try embedded("qnc-blank").parameters.map(\.name)))
  }
}
