// Whom a rule is for, and how it is done.

extension PolicyHelp {
  static let audienceKeys: [PolicyHelp] = [
    .file(
      ["audiences", "audience", "source", "grade", "stage"], "对谁：给一类客户起名，规则里用；一项里写几个是任一",
      "for whom: a named kind of customer; of several values one is enough",
      [
        "audiences:", "  good_caller: {source: 来电, grade: [A, B], stage: 意向}", "rules:",
        "  - {id: r-1, audience: good_caller, after: 来电, due: 3}",
      ], ["2026-11-02 来电", "2026-11-02 级别 B"], on: "2026-11-02", owed: ["r-1 2026-11-05"]),
    .rule(
      ["tag", "not_tag"], "有任一标签；没有任何一个", "has one of the tags; has none of them",
      ["audience: {tag: 重点, not_tag: VIP}", "after: 来访", "every: 3d"],
      ["2026-11-02 来访", "2026-11-02 标签 重点"], on: "2026-11-05", owed: ["r-1 2026-11-05"]),
    .rule(
      ["has", "has_not"], "上次流失或退房以来发生过；没发生过", "happened since the last loss; did not",
      ["audience: {has: 来电, has_not: 来访}", "after: 来电", "due: 3"],
      ["2026-11-02 来电", "2026-11-03 来访"], on: "2026-11-04"),
  ]

  static let ruleKeys: [PolicyHelp] = [
    .rule(
      ["id", "article", "says", "talk"], "编号、原制度的条款、要求什么、谈什么",
      "the id, the source's article, what it asks for, what to talk about",
      ["article: 第一条 2", "says: 三日内再打一个电话", "talk: 近况", "after: 来电", "due: 3"],
      ["2026-11-02 来电"], on: "2026-11-02", owed: ["r-1"]),
    .rule(
      ["if_day_off"], "到期日不上班：leave 不动（默认），before 提前，after 顺延",
      "a due day that is not worked: leave, before or after",
      ["birthday: 本人", "opens: -1", "due: -1", "if_day_off: before"],
      ["2026-11-02 来访", "2026-11-02 生日 1990-11-23"], on: "2026-11-20", owed: ["r-1 2026-11-20"]),
    .rule(
      ["channel", "all_of"], "方式：一个，几个任一，all_of 都要，any 不限；强的可代替弱的",
      "by what: one, any of several, all_of them, or any; the stronger does for the weaker",
      ["after: 来访", "due: 0", "channel: {all_of: [微信, 短信]}"],
      ["2026-11-02 来访", "2026-11-02 微信 已发送"], on: "2026-11-02", owed: ["r-1"]),
    .rule(
      ["at"], "一天里的时段", "the hours of the day",
      ["after: 认购", "opens: 1", "due: 1", "at: 10:00-10:30"], ["2026-11-02 认购"],
      on: "2026-11-03 10:15", owed: ["r-1 2026-11-03 10:00..2026-11-03 10:30"]),
    .rule(
      ["expires"], "过时算漏，不再补", "ends as missed, is not made up for",
      ["after: 认购", "due: 1", "expires: true"], ["2026-11-02 认购"], on: "2026-11-04"),
    .rule(
      ["mandatory", "priority"], "不能免做；同样紧时先后（大的在前）", "cannot be skipped; which stands first",
      ["after: 来访", "every: 7d", "mandatory: true", "priority: 10"],
      ["2026-11-02 来访", "2026-11-09 免做 r-2"], on: "2026-11-09", owed: ["r-1 2026-11-09"]),
    .rule(
      ["fine"], "误期或漏做一次罚几元，预演里相加", "yuan for each that is late or missed; a rehearsal adds them",
      ["after: {first: 来访}", "due: 3", "fine: 20"],
      ["2026-11-02 来访"], on: "2026-11-06", owed: ["r-1 2026-11-02..2026-11-05"]),
    .file(
      ["distinct_from"], "不能与那一条用同一次联系", "not settled by the contact that settled that rule",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 3}",
        "  - {id: r-2, after: 来访, due: 15, distinct_from: r-1}",
      ], ["2026-11-02 来访", "2026-11-03 电话 接通"], on: "2026-11-03",
      owed: ["r-2 2026-11-02..2026-11-17"]),
    .rule(
      ["settled_by", "event", "step"], "不靠联系，靠一件事或事项的一步来结",
      "settled by an event or a step of the case, not by a contact",
      ["after: {case: 登记, of: [投诉]}", "due: 1", "settled_by: {step: 处理}"],
      ["2026-11-01 签约", "2026-11-02 投诉 登记", "2026-11-02 电话 接通"], on: "2026-11-02",
      owed: ["r-1 2026-11-03"]),
    .file(
      ["by", "message", "script", "gift"], "由哪个岗位做；发哪篇短信；用哪篇话术；是否带礼品",
      "who does it; the text it sends; what to say; whether a gift goes with it",
      [
        "rules:", "  - {id: r-1, birthday: 本人, channel: 短信, by: 客服, message: birthday, gift: true}",
        "  - {id: r-2, after: 签约, due: 7, channel: 电话, script: hello}", "templates:",
        "  - {id: birthday, kind: message, text: \"{name}{title}, 生日快乐! {project}\"}",
        "  - {id: hello, kind: script, text: \"您好, 我是{consultant}。\"}",
      ], ["2026-11-02 来访", "2026-11-02 生日 1990-11-20"], on: "2026-11-20", owed: ["r-1 2026-11-20"]),
  ]
}
