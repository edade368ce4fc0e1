// The words for files that cannot be read, for keys, for names that lead nowhere, and for remarks.

extension CatalogueTests {
  static let fileCases: [Case] = [
    Case(
      "P001",
      "policy: a\ntitle: a: b\n",
      #"me.yaml:2:9: 错误 P001：这里不能再有冒号；文字里有冒号加空格时请加引号；详见 revisit policy explain P001"#),
    Case(
      "P001",
      "policy: @a\n",
      #"me.yaml:1:9: 错误 P001：这里不能以这个字符开头；缩进用空格不用制表符，@ ` % 开头的文字加引号；详见 revisit policy explain P001"#
    ),
    Case(
      "P001",
      "rules: [\n",
      #"me.yaml:2:1: 错误 P001：不是合格的 YAML（did not find expected node content）；请查缩进、引号和括号；详见 revisit policy explain P001"#
    ),
    Case(
      "P001",
      "",
      #"me.yaml:1:1: 错误 P001：文件是空的；详见 revisit policy explain P001"#),
    Case(
      "P002",
      "policy: a\n" + String(repeating: "# x\n", count: 70_000),
      #"me.yaml:1:1: 错误 P002：文件超过 256 KiB；制度文件应是手写的短文件；详见 revisit policy explain P002"#),
    Case(
      "P003",
      "policy: " + String(repeating: "[", count: 5000),
      #"me.yaml:1:10: 错误 P003：层次太深；制度最多用到五层；详见 revisit policy explain P003"#),
    Case(
      "P004",
      "audiences:\n  a: &a {grade: A}\n  b: *a\n",
      #"me.yaml:2:6: 错误 P004：不支持 YAML 的锚点（& 与 *）；请写全，或用 audiences 起名字；详见 revisit policy explain P004"#
    ),
    Case(
      "P005",
      "extends: qncc\n",
      #"me.yaml:1:10: 错误 P005：找不到 extends 所指的制度“qncc”；是否“qnc”？"#),
    Case(
      "P006",
      "extends: me.yaml\n",
      #"me.yaml:1:10: 错误 P006：extends 绕回了自己：me.yaml → me.yaml；详见 revisit policy explain P006"#),
    Case(
      "P001",
      "rules:\n  - id: a\n    due: 1\n  - id: b\n\tdue: 1\n",
      #"me.yaml:5:1: 错误 P001：这里有制表符；缩进要用空格；详见 revisit policy explain P001"#),
  ]

  static let keyCases: [Case] = [
    Case(
      "P201",
      "polcy: a\n",
      #"me.yaml:1:1: 错误 P201：不认识的键“polcy”；是否“policy”？"#),
    Case(
      "P201",
      rule("after: 来电\ndue: 1\nchanel: 电话"),
      #"me.yaml:5:5: 错误 P201：不认识的键“chanel”；是否“channel”？"#),
    Case(
      "P202",
      "title: a\nsource: b\ntitle: c\n",
      #"me.yaml:3:1: 错误 P202：键“title”重复，第 1 行已有；只留一个；详见 revisit policy explain P202"#),
    Case(
      "P202",
      rule("after: 来电\ndue: 1\ndue: 2\nat: 10:00-11:00\ndue: 3"),
      #"me.yaml:5:5: 错误 P202：键“due”重复，第 4 行已有；只留一个；详见 revisit policy explain P202"#,
      #"me.yaml:7:5: 错误 P202：键“due”重复，第 4 行已有；只留一个；详见 revisit policy explain P202"#),
    Case(
      "P203",
      "rules:\n  - says: x\n",
      #"me.yaml:2:5: 错误 P203：rules 缺“id”；详见 revisit policy explain P203"#),
    Case(
      "P203",
      rule("due: 1"),
      #"me.yaml:2:9: 错误 P203：r1 缺“after”；详见 revisit policy explain P203"#),
    Case(
      "P203",
      rule("festivals: all"),
      #"me.yaml:3:16: 错误 P203：policy 缺“festivals”；详见 revisit policy explain P203"#),
    Case(
      "P204",
      rule("says: 打电话"),
      #"me.yaml:2:9: 错误 P204：规则 r1 没说何时；应有 due、every、festivals 或 milestones；详见 revisit policy explain P204"#
    ),
    Case(
      "P205",
      rule("festivals: 春节\nmilestones: 开盘"),
      #"me.yaml:2:9: 错误 P205：规则 r1 有几种时间：festivals、milestones；只留一种，或分成两条；详见 revisit policy explain P205"#
    ),
    Case(
      "P206",
      rule("festivals: 春节\nlead: 3"),
      #"me.yaml:4:5: 错误 P206：“lead”不能与 festivals 同用；请删去；详见 revisit policy explain P206"#),
    Case(
      "P207",
      "off: [a]\n",
      #"me.yaml:1:1: 错误 P207：“off”要先写 extends；详见 revisit policy explain P207"#),
    Case(
      "P207",
      rule("like: x"),
      #"me.yaml:3:11: 错误 P207：“like”要先写 extends；详见 revisit policy explain P207"#),
    Case(
      "P208",
      "rules:\n  - {id: a, festivals: 春节}\n  - {id: a, festivals: 中秋}\n",
      #"me.yaml:3:10: 错误 P208：编号 a 已在第 2 行用过；换一个编号；详见 revisit policy explain P208"#),
    Case(
      "P209",
      """
      duties:
        - {id: d-1, who: 客服, every: 1d, settled_by: {ledger: 巡查}}
        - {id: d-2, who: 客服, every: 1w, settled_by: {ledger: 巡查}}

      """,
      #"me.yaml:3:56: 错误 P209：台账“巡查”已用来结 d-1，记一条看不出结的是哪项；换一个名称；详见 revisit policy explain P209"#
    ),
    Case(
      "P208",
      "extends: qnc\nrules:\n  - {id: qnc-1.1, festivals: 春节}\n",
      #"me.yaml:3:10: 错误 P208：编号 qnc-1.1 是所扩展制度的；要改它写在 change 里，要取代它换个编号并写 like: qnc-1.1；详见 revisit policy explain P208"#
    ),
  ]

  static let nameCases: [Case] = [
    Case(
      "P301",
      rule("after: {rule: r2}\ndue: 1"),
      #"me.yaml:3:19: 错误 P301：没有规则“r2”；是否“r1”？"#),
    Case(
      "P302",
      "rules:\n  - {id: a, after: {rule: c}, due: 1}\n  - {id: b, after: {rule: a}, due: 1}\n"
        + "  - {id: c, after: {rule: b}, due: 1}\n",
      #"me.yaml:2:10: 错误 P302：规则互相等待：a → c → b → a；详见 revisit policy explain P302"#),
    Case(
      "P303",
      "audiences:\n  caller: {grade: A}\n" + rule("festivals: 春节\naudience: caler"),
      #"me.yaml:6:15: 错误 P303：audiences 里没有“caler”；是否“caller”？"#),
    Case(
      "P304",
      "extends: qnc\noff: [qnc-1.2]\n",
      #"me.yaml:2:7: 错误 P304：qnc-1.2 已被 off 停用，而 qnc-1.3 还要用它；一并停用或改写 qnc-1.3；详见 revisit policy explain P304"#
    ),
    Case(
      "P305",
      "extends: qnc\noff: [qnc-1.9]\nchange:\n  - {id: qnc-9, due: 1}\n",
      #"me.yaml:2:7: 错误 P305：所扩展的制度里没有“qnc-1.9”；是否“qnc-1.1”？"#,
      #"me.yaml:4:10: 错误 P305：所扩展的制度里没有“qnc-9”；是否“qnc-6”？"#),
    Case(
      "P306",
      "extends: qnc\nrules:\n  - {id: a, like: qnc-1.1}\n  - {id: b, like: qnc-1.1}\n",
      #"me.yaml:4:19: 错误 P306：qnc-1.1 已由 a 取代；详见 revisit policy explain P306"#),
    Case(
      "P307",
      rule("after: 来电\ndue: $days"),
      #"me.yaml:4:10: 错误 P307：parameters 里没有“days”；详见 revisit policy explain P307"#),
    Case(
      "P308",
      "parameters:\n  days: {clause: hr-1.1}\n" + rule("after: 来电\ndue: $days"),
      #"me.yaml:2:3: 错误 P308：hr-1.1：参数 days 还没填；在 parameters 里给它 value，或加 --set days=…；详见 revisit policy explain P308"#
    ),
    Case(
      "P308",
      "parameters:\n  days: {clause: hr-1.1, suggested: 7}\n" + rule("after: 来电\ndue: $days"),
      #"me.yaml:2:3: 错误 P308：hr-1.1：参数 days 还没填；在 parameters 里给它 value，或加 --set days=…（建议 7，非原文）；详见 revisit policy explain P308"#
    ),
    Case(
      "P309",
      "templates:\n  - {id: hello, text: 您好}\n" + rule("after: 来电\ndue: 0\nmessage: helo"),
      #"me.yaml:7:14: 错误 P309：templates 里没有“helo”；是否“hello”？"#),
    Case(
      "P309",
      "templates:\n  - {id: hello, text: 您好}\n"
        + rule("milestones: 开盘\nmessage: {开盘: helo}"),
      #"me.yaml:6:19: 错误 P309：templates 里没有“helo”；是否“hello”？"#),
    Case(
      "P310",
      "templates:\n  - {id: hello, text: \"{nam}您好\"}\n" + rule("after: 来电\ndue: 0"),
      #"me.yaml:2:23: 错误 P310：没有占位符 {nam}；是否“name”？"#),
    Case(
      "P401",
      rule("after: 认购\nevery: {weekdays: 周四, weeks: odd}"),
      #"me.yaml:4:23: 提醒 P401：ISO 年有 53 周时，第 53 周和次年第 1 周都是单周，会连着两周；不要第二次就加 min_gap_days: 14；详见 revisit policy explain P401"#
    ),
    Case(
      "P402",
      "includes: [group-cs]\ncall_windows: {hours: [13:00-14:00]}\n",
      #"me.yaml:2:15: 提醒 P402：me、group-cs 的约电时段没有共同的时间；合用时请改一处的 call_windows；详见 revisit policy explain P402"#
    ),
    Case(
      "P403",
      rule("after: 来电\ndue: 0\nif_day_off: before"),
      #"me.yaml:5:17: 提醒 P403：规则 r1 当天到期又写 if_day_off: before；休息日发生的事没有更早的一天，仍在当天到期；详见 revisit policy explain P403"#
    ),
    Case(
      "P410",
      "parameters:\n  survey_questions: {clause: c-1, value: 1}\n"
        + "survey:\n  - {id: s1, questions: [甲, 乙]}\n",
      #"me.yaml:4:10: 提醒 P410：问卷 s1 有 2 题；c-1 要求最多 1 题；详见 revisit policy explain P410"#),
  ]
}
