// The words for values that do not say what their key needs.

extension CatalogueTests {
  static let valueCases: [Case] = [
    Case(
      "P101",
      "- policy\n",
      #"me.yaml:1:1: 错误 P101：“policy”应是键和值，这里是列表；详见 revisit policy explain P101"#),
    Case(
      "P101",
      "openings: {a: b}\nrules: none\nclauses:\n  - text\n",
      #"me.yaml:1:11: 错误 P101：“openings”应是列表，这里是键和值；详见 revisit policy explain P101"#,
      #"me.yaml:2:8: 错误 P101：“rules”应是列表，这里是一个值；详见 revisit policy explain P101"#,
      #"me.yaml:4:5: 错误 P101：“clauses”应是键和值，这里是一个值；详见 revisit policy explain P101"#),
    Case(
      "P102",
      "audiences:\n  a: {grade: E, source: 来店, stage: 意向客户}\n",
      #"me.yaml:2:14: 错误 P102：grade：不认识“E”；可写 A类 B类 C类 D类；详见 revisit policy explain P102"#,
      #"me.yaml:2:25: 错误 P102：source：不认识“来店”；可写 来电 来访；详见 revisit policy explain P102"#,
      #"me.yaml:2:36: 错误 P102：stage：不认识“意向客户”；是否“意向”？"#),
    Case(
      "P102",
      rule("after: 来电啦\ndue: 1"),
      #"me.yaml:3:12: 错误 P102：after：不认识“来电啦”；是否“来电”？"#),
    Case(
      "P102",
      rule("after: 来电\nevery: 7d\nanchor: last"),
      #"me.yaml:5:13: 错误 P102：anchor：不认识“last”；是否“last_done”？"#
    ),
    Case(
      "P103",
      rule("after: 来电\ndue: 3\npriority: 三"),
      #"me.yaml:5:15: 错误 P103：priority：“三”不合要求；应为 -99 到 99 的整数；详见 revisit policy explain P103"#),
    Case(
      "P104",
      rule("after: 来电\nevery: 3周末"),
      #"me.yaml:4:12: 错误 P104：间隔“3周末”无法识别；可写 3d、3w、1m、半月；详见 revisit policy explain P104"#),
    Case(
      "P103",
      rule("after: 来电\nevery: 99999999999999999999d"),
      #"me.yaml:4:12: 错误 P103：every：“99999999999999999999”不合要求；应为 1 到 3660 的整数；详见 revisit policy explain P103"#
    ),
    Case(
      "P103",
      rule("after: 来电\ndue: 99999999999999999999"),
      #"me.yaml:4:10: 错误 P103：due：“99999999999999999999”不合要求；应为 0 到 3660 的整数；详见 revisit policy explain P103"#
    ),
    Case(
      "P103",
      "weekly_cap: {times: 0}\n",
      #"me.yaml:1:21: 错误 P103：times：“0”不合要求；应为 1 到 50 的整数；详见 revisit policy explain P103"#),
    Case(
      "P106",
      "call_windows: {hours: [10~]}\n",
      #"me.yaml:1:24: 错误 P106：hours：“10~”不是时段；写成 19:00-20:00 或 19-20；详见 revisit policy explain P106"#
    ),
    Case(
      "P107",
      "call_windows: {hours: [11:30-10:00]}\n",
      #"me.yaml:1:24: 错误 P107：hours：“11:30-10:00”的结束不晚于开始；过夜的分成两段；详见 revisit policy explain P107"#
    ),
    Case(
      "P108",
      rule("after: 来电\ndue: 1\nexpires: no"),
      #"me.yaml:5:14: 错误 P108：expires：“no”不是 true 或 false；是写 true，否写 false；详见 revisit policy explain P108"#
    ),
    Case(
      "P109",
      rule("after: 来电\ndue: ____"),
      #"me.yaml:4:10: 错误 P109：“due”还空着；请填上，或删去这一行；详见 revisit policy explain P109"#),
    Case(
      "P110",
      rule("after: 来电\nopens: 4\ndue: 3"),
      #"me.yaml:4:12: 错误 P110：opens 4 晚于 due 3；开始日不能在截止日之后；详见 revisit policy explain P110"#),
    Case(
      "P111",
      "audiences:\n  a: {grade: []}\n",
      #"me.yaml:2:14: 错误 P111：grade：空的列表；不限就删去这一行；详见 revisit policy explain P111"#),
    Case(
      "P112",
      "audiences:\n  a: {has: 来访, has_not: [认购, 来访]}\n  b: {tag: 重点, not_tag: 重点}\n",
      #"me.yaml:2:6: 错误 P112：没有客户能符合：has 和 has_not 都有 来访；详见 revisit policy explain P112"#,
      #"me.yaml:3:6: 错误 P112：没有客户能符合：tag 和 not_tag 都有 重点；详见 revisit policy explain P112"#),
    Case(
      "P113",
      rule("after: 来电\ndue: 三天"),
      #"me.yaml:4:10: 错误 P113：due：间距“三天”无法识别；可写 3、-14d、1m、1m-3d、72h；详见 revisit policy explain P113"#
    ),
    Case(
      "P114",
      "events: [装修进场, 到访, deal]\ntags: [重点]\n",
      #"me.yaml:1:16: 错误 P114：“到访”本来就有（来访）；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#,
      #"me.yaml:1:20: 错误 P114：“deal”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#,
      #"me.yaml:2:8: 错误 P114：“重点”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#),
    Case(
      "P115",
      "events: [装修 进场, 一二三四五六七八九十一二三四五六七, 2026]\n",
      #"me.yaml:1:10: 错误 P115：“装修 进场”不能作词；最多 16 个字，只用汉字、字母、数字和 _；详见 revisit policy explain P115"#,
      #"me.yaml:1:17: 错误 P115：“一二三四五六七八九十一二三四五六七”不能作词；最多 16 个字，只用汉字、字母、数字和 _；详见 revisit policy explain P115"#,
      #"me.yaml:1:36: 错误 P115：“2026”不能作词；最多 16 个字，只用汉字、字母、数字和 _；详见 revisit policy explain P115"#
    ),
    Case(
      "P116",
      "tags:\n  - 团购\n  - 教师\n  - 团购\n",
      #"me.yaml:4:5: 错误 P116：“团购”第 2 行已声明；只留一个；详见 revisit policy explain P116"#),
    Case(
      "P117",
      "events:\n" + (1...33).map { "  - 事\($0)\n" }.joined(),
      #"me.yaml:32:5: 错误 P117：events 太多：连同以前施行过的制度，一个案场最多 30 个；用已有的词，或合并几个；详见 revisit policy explain P117"#
    ),
    Case(
      "P122",
      rule("name: 客户生日短信问候\nafter: 来电\ndue: 3"),
      #"me.yaml:3:11: 错误 P122：name：“客户生日短信问候”太长；名单上最多放 6 个字，写短些；详见 revisit policy explain P122"#
    ),
  ]
}
