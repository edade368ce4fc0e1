import Core
import PolicyFiles
import Testing

/// Rules that are written correctly and can never ask, or never end: the words for each, in both
/// languages, and their neighbours that make sense.
@Suite struct SenseCatalogue {
  struct Case: Sendable {
    let code: String
    let text: String
    let zh: String
    let en: String
  }

  @Test(arguments: sensible)
  func makesSense(_ text: String) { #expect(headlines(text).isEmpty) }

  @Test(arguments: PolicyFile.embeddedNames)
  func shippedPoliciesHaveNoneOfIt(_ name: String) throws {
    let loaded = try #require(
      PolicyFile.load(named: name, Filling(takesSuggestions: true))
    ).get()
    #expect(
      loaded.remarks.allSatisfy { !["P404", "P405", "P406", "P407"].contains($0.code) },
      "\(loaded.remarks)")
  }

  private static func rule(_ keys: String) -> String { CatalogueTests.rule(keys) }

  static let cases: [Case] = [
    Case(
      code: "P118",
      text: "audiences:\n  a: {stage: 意向, has: 签约}\n",
      zh:
        "me.yaml:2:6: 错误 P118：没有客户能符合：stage 意向 与 has、has_not 矛盾，或只剩流失的客户；详见 revisit policy explain P118",
      en:
        "me.yaml:2:6: error P118: no customer can match: has and has_not rule out stage 意向, or leave the lost alone; see revisit policy explain P118"
    ),
    Case(
      code: "P119",
      text: rule("audience: {has_not: 签约}\nafter: 签约\ndue: 3"),
      zh:
        "me.yaml:4:12: 错误 P119：规则 r1 从 签约 起算，而它的对象都没有 签约：永远不会要求；改 after 或 audience；详见 revisit policy explain P119",
      en:
        "me.yaml:4:12: error P119: rule r1 counts from 签约, which nobody of its audience can have: it never asks; change after or audience; see revisit policy explain P119"
    ),
    Case(
      code: "P120",
      text: rule("after: 来访\ndue: 3\nuntil: [来访, 认购]"),
      zh:
        "me.yaml:5:12: 错误 P120：规则 r1 从 来访 起算，又止于 来访：一开始就结束；从 until 去掉；详见 revisit policy explain P120",
      en:
        "me.yaml:5:12: error P120: rule r1 counts from 来访 and ends with it: it ends at once; take it out of until; see revisit policy explain P120"
    ),
    Case(
      code: "P121",
      text: rule("after: 签约\nevery: 6m\nstarts: 1y\nends: 1y"),
      zh:
        "me.yaml:6:11: 错误 P121：规则 r1 在 ends 12m 之前一次也到不了；ends 要不小于 starts 加一个周期；详见 revisit policy explain P121",
      en:
        "me.yaml:6:11: error P121: rule r1 ends after 12m, before its first slot; ends must be at least starts and one interval; see revisit policy explain P121"
    ),
    Case(
      code: "P404",
      text: rule("audience: {tag: VIP, grade: A}\nafter: 来访\ndue: 3")
        + "segments:\n  - {id: s1, audience: {tag: [VIP, 领导介绍]}, suppresses: [r1]}\n",
      zh:
        "me.yaml:7:56: 提醒 P404：规则 r1 的对象全都属于 s1，对他们不适用：永远不会要求；详见 revisit policy explain P404",
      en:
        "me.yaml:7:56: warning P404: everybody that rule r1 is for belongs to s1, which suppresses it: it never asks; see revisit policy explain P404"
    ),
    Case(
      code: "P405",
      text: rule("audience: {has: 认购}\nafter: 来访\ndue: 3\nuntil: 认购"),
      zh:
        "me.yaml:6:12: 提醒 P405：规则 r1 止于 认购，而它的对象都已有 认购；只有起因之后再发生一次才会结束；详见 revisit policy explain P405",
      en:
        "me.yaml:6:12: warning P405: rule r1 ends with 认购, which all of its audience have already; only another one after the start ends it; see revisit policy explain P405"
    ),
    Case(
      code: "P406",
      text: "call_windows: {hours: [10:00-11:30]}\n"
        + rule("after: 来访\ndue: 3\nchannel: 电话\nat: 20:00-21:00"),
      zh:
        "me.yaml:7:9: 提醒 P406：规则 r1 的电话在 20:00-21:00，不在任何约电时段内；改 at 或 call_windows；详见 revisit policy explain P406",
      en:
        "me.yaml:7:9: warning P406: calls of rule r1 are at 20:00-21:00, outside every call window; change at or call_windows; see revisit policy explain P406"
    ),
    Case(
      code: "P407",
      text: rule("milestones: [交房]\nspread: true"),
      zh:
        "me.yaml:4:13: 提醒 P407：规则 r1 只有一天，没有可分批的；加 lead，或 opens 和 due；详见 revisit policy explain P407",
      en:
        "me.yaml:4:13: warning P407: rule r1 has one day, nothing to spread over; add lead, or opens and due; see revisit policy explain P407"
    ),
    Case(
      code: "P126",
      text: rule("after: [流失, 退房]\ndue: 90"),
      zh:
        "me.yaml:3:12: 错误 P126：规则 r1 从 退房 起算，而 退房 之后什么都不再要求：永远不会要求；改 after；详见 revisit policy explain P126",
      en:
        "me.yaml:3:12: error P126: rule r1 counts from 退房, after which nothing is asked any more: it never asks; change after; see revisit policy explain P126"
    ),
    Case(
      code: "P127",
      text: rule("after: 来访\nevery: 7d\naudience: {has: [来访, 流失]}"),
      zh:
        "me.yaml:5:15: 错误 P127：没有客户能符合：流失 之后从头算起，has 里写 流失 谁也不符合；从 has 去掉；详见 revisit policy explain P127",
      en:
        "me.yaml:5:15: error P127: no customer can match: after 流失 everything begins anew, so nobody has it; take it out of has; see revisit policy explain P127"
    ),
  ]

  /// One step from each mistake.
  static let sensible = [
    "audiences:\n  a: {stage: [意向, 已签约], has: 签约}\n",
    "audiences:\n  a: {stage: 已交房, has_not: 交房}\n",
    rule("audience: {has_not: 签约}\nafter: [认购, 签约]\ndue: 3"),
    rule("audience: {has_not: 签约}\nafter: 成交\ndue: 3"),
    rule("after: [来访, 来电]\ndue: 3\nuntil: 来访"),
    rule("after: 签约\nevery: 1y\nends: 1y"), rule("after: [来访, 流失]\ndue: 3"),
    rule("after: 来访\ndue: 3\nuntil: 流失"), rule("max_gap: 30d\nuntil: 签约"),
    rule("after: 来访\nevery: {month_days: 31}"),
    rule("after: 签约\nevery: 30d\nends: 1m"),
    rule("audience: {grade: A}\nafter: 来访\ndue: 3")
      + "segments:\n  - {id: s1, audience: {tag: VIP}, suppresses: [r1]}\n",
    "call_windows: {hours: [10:00-11:30]}\n"
      + rule("after: 来访\ndue: 3\nchannel: 短信\nat: 20:00-21:00"),
  ]
}
