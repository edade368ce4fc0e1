// The words for what is wrong with a policy's own festivals, milestones and roles, and with a run-up.

extension CatalogueTests {
  static let ownCases: [Case] = [
    Case(
      "P102",
      "own_festivals: {店庆: 2026-10-18, 腊八: 13-40}\n",
      #"me.yaml:1:21: 错误 P102：店庆：“2026-10-18”不是每年的一天；写成 10-18 或 农历12-08；详见 revisit policy explain P102"#,
      #"me.yaml:1:37: 错误 P102：腊八：“13-40”不是每年的一天；写成 10-18 或 农历12-08；详见 revisit policy explain P102"#),
    Case(
      "P101",
      "own_festivals: [店庆]\n",
      #"me.yaml:1:16: 错误 P101：“own_festivals”应是键和值，这里是列表；详见 revisit policy explain P101"#),
    Case(
      "P114",
      "own_festivals: {中秋: 10-18}\nown_milestones: [开盘]\nown_roles: [客服, 案场]\n",
      #"me.yaml:1:17: 错误 P114：“中秋”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#,
      #"me.yaml:2:18: 错误 P114：“开盘”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#,
      #"me.yaml:3:13: 错误 P114：“客服”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#,
      #"me.yaml:3:17: 错误 P114：“案场”本来就有；直接用，不必声明，或换一个词；详见 revisit policy explain P114"#),
    Case(
      "P115",
      "own_milestones: [样板段 开放]\n",
      #"me.yaml:1:18: 错误 P115：“样板段 开放”不能作词；最多 16 个字，只用汉字、字母、数字和 _；详见 revisit policy explain P115"#),
    Case(
      "P116",
      "own_roles: [渠道, 渠道]\n",
      #"me.yaml:1:17: 错误 P116：“渠道”第 1 行已声明；只留一个；详见 revisit policy explain P116"#),
    Case(
      "P203",
      rule("milestones: 开盘\nevery_day: true"),
      #"me.yaml:4:16: 错误 P203：every_day 缺“lead”；详见 revisit policy explain P203"#),
    Case(
      "P206",
      rule("festivals: 春节\nevery_day: true"),
      #"me.yaml:4:5: 错误 P206：“every_day”不能与 festivals 同用；请删去；详见 revisit policy explain P206"#),
    Case(
      "P206",
      rule("milestones: 开盘\nlead: 3\nevery_day: true\nspread: true"),
      #"me.yaml:6:13: 错误 P206：“spread”不能与 every_day 同用；请删去；详见 revisit policy explain P206"#),
    Case(
      "P108",
      rule("milestones: 开盘\nlead: 3\nevery_day: 每天"),
      #"me.yaml:5:16: 错误 P108：every_day：“每天”不是 true 或 false；是写 true，否写 false；详见 revisit policy explain P108"#
    ),
  ]
}
