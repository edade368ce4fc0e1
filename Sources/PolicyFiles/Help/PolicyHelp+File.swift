// The keys of the file itself, and what is no rule.

extension PolicyHelp {
  static let fileKeys: [PolicyHelp] = [
    .file(
      ["policy", "title", "source", "rules"], "制度的短名、全名、出处、规则",
      "the policy's name, its title, where it is from, its rules",
      ["title: 本案回访制度", "source: 营销部 2026-11", "rules:", "  - {id: r-1, after: 来访, due: 0}"],
      ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1 2026-11-02"]),
    .file(
      ["extends", "change", "off"], "在另一份上改：change 改几个键，off 停用",
      "vary another policy: change alters keys, off takes rules away",
      ["extends: qnc", "off: [qnc-2.1.1]", "change:", "  - {id: qnc-2.1.2, due: 2}"],
      ["2026-11-02 来访", "2026-11-02 级别 A"], on: "2026-11-03",
      owed: ["qnc-2.1.2 2026-11-03..2026-11-04"]),
    .file(
      ["includes"], "与另几份一起施行，各守各的时段和上限", "other policies beside it, each with its own terms",
      ["extends: site-fines", "includes: [special-days]"], ["2026-11-02 签约"], on: "2026-11-02",
      owed: ["sd-2.1b 2026-11-02"]),
    .file(
      ["call_windows", "hours", "days", "clause"], "约电时段，只作提示；几份合用取共同的时间",
      "the hours that suit a call; of several policies those they share",
      [
        "call_windows: {clause: 五 3, hours: [\"10:00-11:30\", \"15:30-17:00\"], days: [周一, 周二]}",
        "rules:", "  - {id: r-1, after: 来访, due: 0}",
      ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"]),
    .file(
      ["weekly_cap", "times"], "每周最多联系几次；满了的反复类等到下周一",
      "contacts a week; a cadence over it waits for Monday",
      [
        "weekly_cap: {times: 2}", "rules:", "  - {id: r-1, after: 来访, every: 3d}",
      ],
      ["2026-11-02 来访", "2026-11-02 电话 接通", "2026-11-03 电话 接通"], on: "2026-11-06"),
    .file(
      ["aversion", "factor"], "反感来电的客户：电话改短信，间隔乘几", "averse customers: the interval times that",
      [
        "aversion: {factor: 2}", "rules:", "  - {id: r-1, after: 来访, every: 7d, channel: 电话}",
      ], ["2026-11-05 来访", "2026-11-06 反感"], on: "2026-11-19", owed: ["r-1 2026-11-19"]),
    .file(
      ["record", "openings"], "回访记录必须写的；打电话的由头", "what a record must hold; how to open a call",
      [
        "record: [时间, 内容, 意向]", "openings: [天气, 优惠]", "rules:",
        "  - {id: r-1, after: 来访, due: 0}",
      ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"]),
    .file(
      ["festivals"], "本制度的节日；规则里写 festivals: all",
      "the policy's festivals; a rule says festivals: all",
      ["festivals: [元旦, 中秋]", "rules:", "  - {id: r-1, festivals: all, expires: true}"],
      ["2026-11-02 来访"], on: "2027-01-01", owed: ["r-1 2027-01-01"]),
    .file(
      ["events", "tags"],
      "制度自己的事件和标签：内置词里没有的，在这里声明后到处可用，施行后也用来记录",
      "events and tags of the policy's own; once adopted, records may have them too",
      [
        "events: [装修进场, 认筹]", "tags: [团购]", "rules:",
        "  - {id: r-1, after: 装修进场, due: 3, audience: {tag: 团购, has_not: 认筹}}",
      ], ["2026-11-02 来访", "2026-11-02 标签 团购", "2026-11-10 装修进场"], on: "2026-11-12",
      owed: ["r-1 2026-11-13"]),
    .file(
      ["parameters", "value", "required", "suggested", "ours"],
      "留给本案场填的数：规则里写 $名；required 不填不能施行；suggested 只是建议；ours 是我们定的",
      "numbers left to the office: $name in a rule; required ones must be filled",
      [
        "parameters:", "  days: {clause: 三 2, value: 5, ours: true}", "rules:",
        "  - {id: r-1, after: 签约, due: $days}",
      ], ["2026-11-02 签约"], on: "2026-11-02", owed: ["r-1 2026-11-07"]),
    .file(
      ["segments", "suppresses"], "特殊客户：哪些条款对他们不适用", "customers to whom rules do not apply",
      [
        "segments:", "  - {id: s-1, says: 领导介绍的不打, audience: {tag: 领导介绍}, suppresses: [r-1]}",
        "rules:", "  - {id: r-1, after: 来访, due: 0}",
      ], ["2026-11-02 来访", "2026-11-02 标签 领导介绍"], on: "2026-11-02"),
    .file(
      ["clauses"], "不安排回访的条款，也列出来", "clauses that schedule nothing are listed too",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 0}", "clauses:",
        "  - {id: c-1, article: 五 5, says: 通话礼貌}",
      ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"]),
  ]

  static let otherKeys: [PolicyHelp] = [
    .file(
      ["duties", "who", "any", "workdays", "period", "week", "ledger", "report", "count"],
      "岗位或案场的职责：who 谁（any 一人做即可），every 何时，settled_by 凭据（台账 ledger、上交 report、事件 event，共 count 份），period 从哪天数",
      "what staff or the office owes, and what shows that it was done",
      [
        "duties:",
        "  - {id: d-1, says: 每季度 3 份描摹, who: 置业顾问, every: {month_ends: [3, 6, 9, 12]}, settled_by: {ledger: 客户描摹, count: 3}}",
        "  - {id: d-2, says: 巡查, who: 客服, any: true, every: 1d, workdays: true, at: \"00:00-10:00\", settled_by: {ledger: 巡查}}",
        "  - {id: d-3, says: 约访, who: 置业顾问, every: {weekdays: [周五]}, period: {week: 周六}, settled_by: {event: 来访, count: 1}}",
        "  - {id: d-4, says: 周报, who: 客服, any: true, every: {weekdays: [周日]}, settled_by: {report: 周报}}",
      ]
    ).shown(
      ("2026-11-03 09:00", "due --role 客服", "* d-2 今天 10:00前 0/1 客服：巡查；漏 ×1"),
      ("2026-11-08", "done 周报 --for 小陈", "已结：d-4 按时"),
      ("2026-11-13", "due --consultant 李明", "* d-3 今天 0/1 李明：约访"),
      ("2026-12-31", "due --consultant 李明", "* d-1 今天 0/3 李明：每季度 3 份描摹")),
    .file(
      ["templates", "kind", "text", "needs_approval", "consult"],
      "短信、话术、信函的文字；占位符如 {name}；needs_approval 要审批，consult 征求谁",
      "texts with placeholders; needs_approval: approved before it is sent",
      [
        "templates:",
        "  - {id: t-1, clause: 一 1, kind: message, says: 生日问候, text: \"{name}{title}，生日快乐！\", needs_approval: true, consult: 综合组}",
      ]
    ).shown(("2026-11-20", "message render t-1 王芳", "王芳女士，生日快乐！")),
    .file(
      ["frame", "head", "tail"], "短信的开头和结尾", "how each text begins and ends",
      [
        "frame: {clause: 二, head: [尊敬的贵宾], tail: \"【{project}】{consultant}\"}", "templates:",
        "  - {id: t-1, kind: message, says: 封顶, text: \"主体封顶了。\"}",
      ]
    ).shown(("2026-11-18", "message render t-1 王芳", "尊敬的贵宾，主体封顶了。【阳光花园】李明")),
    .file(
      ["survey", "questions", "scale", "open"], "问卷：打分的题、几分制、问答题、用什么方式",
      "a survey: what is scored, the scale, what is answered in words, by what channel",
      [
        "survey:", "  - {id: q-1, says: 满意度, questions: [服务, 现场, 银行], scale: 5,",
        "     open: [意见和建议], channel: 邮件}",
      ]
    ).shown(
      (
        "2026-11-20", "log 王芳 --by 邮件 --note 停车难 --answers 5,4,5",
        "满意度：服务 5，现场 4，银行 5；平均 4.67"
      )),
  ]
}
