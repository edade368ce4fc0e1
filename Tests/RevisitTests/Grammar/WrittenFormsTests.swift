import Testing

/// What people type and paste is read at every door like the plain form of it: full width, 、 and ，,
/// dashes and tildes, the words of an office.
@Suite struct WrittenFormsTests {
  private static func office() throws -> Office {
    let office = try Office.open(asOf: "2026-11-05 17:30")
    try office.must(
      "add", "王芳", "--phone", "13800000001", "--source", "来访", "--consultant", "李明",
      "--building", "3#")
    return office
  }

  private static let edits: [(String, String, String)] = [
    ("--hours", "19：00～20：00", "19:00-20:00"), ("--hours", "１９－２０", "19:00-20:00"),
    ("--hours", "晚上7点~8点", "19:00-20:00"), ("--area", "90～120", "90-120"),
    ("--area", "９０—１２０㎡", "90-120"), ("--budget", "150万～200万", "150-200万"),
    ("--budget", "１，５００，０００", "150万"), ("--birthday", "１９９０．５．１", "1990-05-01"),
    ("--birthday", "农历：八月十五", "农历八月十五"), ("--sex", "Ｆ", "女"), ("--grade", "Ｂ级", "B"),
    ("--building", "３＃", "3#"), ("--phone", "１３９ ００００ ０００２", "13900000002"),
  ]

  @Test(arguments: edits)
  func editReads(_ option: String, _ written: String, _ plain: String) throws {
    let told = try [written, plain].map { try Self.office().must("edit", "王芳", option, $0).out }
    #expect(told[0] == told[1])
  }

  @Test func addReads() throws {
    let office = try Office.open(asOf: "2026-11-05 17:30")
    let answer = try office.must(
      "add", "张三", "--phone", "０５７１－８８８８９９９９", "--source", "ｖｉｓｉｔ", "--consultant", "李明",
      "--tag", "重点，VIP", "--tag", "有抗性", "--on", "１１月５日", "--time", "９：３０")
    #expect(answer.out.contains("2026-11-05（周四）09:30  张三 来访"))
    #expect(answer.out.contains("标签 重点  标签 VIP  标签 有抗性"))
    #expect(try office.must("show", "Ｃ０００００１", "--reveal").out.contains("057188889999"))
  }

  private static let same: [([String], [String])] = [
    (["report", "--week", "２０２６－Ｗ４５"], ["report", "--week", "2026-W45"]),
    (["report", "--week", "上周"], ["report", "--week", "2026-W44"]),
    (["report", "--callback-rate", "2026年11月"], ["report", "--callback-rate", "2026-11"]),
    (["report", "--survey", "２０２６Ｑ４"], ["report", "--survey", "2026Q4"]),
    (["report", "--half", "11月上半月"], ["report", "--half", "2026-11a"]),
    (["report", "--unlogged", "１１月５日"], ["report", "--unlogged", "2026-W45"]),
    (["calendar", "show", "２０２６－１１"], ["calendar", "show", "2026-11"]),
    (["due", "--as-of", "２０２６－１１－０５"], ["due", "--as-of", "2026-11-05"]),
    (["due", "--ahead", "３"], ["due", "--ahead", "3"]),
    (["find", "尾号０００１"], ["find", "尾号0001"]), (["show", "１３８０００００００１"], ["show", "王芳"]),
    (["show", "王芳", "--lang", "ｅｎ"], ["show", "王芳", "--lang", "en"]),
    (["show", "王芳", "--format", "ｊｓｏｎ"], ["show", "王芳", "--format", "json"]),
    (
      ["ledger", "list", "--from", "１１月１日", "--to", "１１月３０日"],
      ["ledger", "list", "--from", "2026-11-01", "--to", "2026-11-30"]
    ),
    (["message", "list", "--on", "１１月５日"], ["message", "list", "--on", "2026-11-05"]),
  ]

  @Test func questionsAreTheSame() throws {
    let office = try Self.office()
    for (written, plain) in Self.same {
      let answers = try [written, plain].map { try office.run($0) }
      #expect(answers[0] == answers[1] && answers[0].code == 0, "\(written) \(answers)")
    }
  }

  @Test func theCalendarReads() throws {
    let office = try Self.office()
    for days in [["周六、周日"], ["周六，周日"], ["星期六", "礼拜日"]] {
      #expect(try office.run(["calendar", "rest"] + days).lines.first == "每周休息：周六 周日")
    }
    #expect(
      try office.must("calendar", "off", "李明", "--on", "１１月１０日", "--to", "１１／１２").out
        .hasPrefix("2026-11-10（周二）至 2026-11-12（周四）"))
  }

  @Test func severalBuildings() throws {
    let office = try Self.office()
    try office.must("add", "张三", "--phone", "13800000002", "--source", "来访", "--building", "５栋")
    for buildings in ["3栋，4栋", "3栋、4栋", "４＃；３＃"] {
      let answer = try office.must(
        "milestone", "add", "开盘", "--on", "１１月２０日", "--building", buildings)
      #expect(answer.out.contains("对象：本楼客户 1 位；别的楼 1 位除外"), "\(answer.out)")
      try office.must("undo")
    }
  }

  @Test func whatIsAgreed() throws {
    let office = try Self.office()
    for next in ["明天上午１０点半", "11月6日　10：30", "明早10点半"] {
      let answer = try office.must(
        "log", "王芳", "--by", "ＰＨＯＮＥ", "--note", "好", "--next", next)
      #expect(answer.out.contains("约定 2026-11-06 10:30"), "\(answer.out)")
    }
    let vague = try office.run("log", "王芳", "--by", "电话", "--note", "好", "--next", "明天上午")
    #expect(vague.code == 64 && vague.err.contains("“明天上午”没有说几点；写成 上午10点 或 10:00"))
  }

  @Test func filesAndTheirOptions() throws {
    let office = try Self.office()
    try office.write(
      "姓名,电话（主）,来源,日期,级别,标签,面积,预算,楼号\n"
        + "赵一,１３９００００００２１,来访,２０２６－１１－０２,Ａ级,重点、VIP,90～120,150万～200万,３＃\n", to: "a.csv")
    try office.must("import", office.path("a.csv"), "--map", "电话(主)＝ｐｈｏｎｅ")
    let shown = try office.must("show", "赵一", "--format", "json", "--reveal").out
    for part in [
      "\"13900000021\"", "\"tags\":[\"key\",\"vip\"]", "\"building\":\"3#\"", "90", "2000000",
    ] {
      #expect(shown.contains(part), "\(part) \(shown)")
    }
    try office.write(
      """
      policy: 我们
      call_windows: {hours: [１０：００～１１：３０, 下午3点到5点], days: 周一、周二}
      parameters: {early_days: {clause: 一}}
      rules:
        - {id: r1, after: 来电, due: $early_days, channel: 电话，短信, audience: {grade: "Ａ、Ｂ"}}
        - {id: r2, after: 来访、来电, every: {weekdays: 周一、周四, weeks: ２}, priority: １２}

      """, to: "p.yaml")
    try office.must("policy", "check", office.path("p.yaml"), "--set", "ｅａｒｌｙ＿ｄａｙｓ＝３")
  }
}
