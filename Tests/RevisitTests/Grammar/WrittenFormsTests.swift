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

  /// On the Saturday before a year ends.
  @Test(arguments: [
    ("5号", "2027-01-05"), ("月底", "2026-12-31"), ("月末", "2026-12-31"), ("周末", "2026-12-26"),
    ("一周后", "2027-01-02"), ("半个月后", "2027-01-10"), ("下周三", "2026-12-30"), ("下个周三", "2026-12-30"),
    ("下下周一", "2027-01-04"), ("01-05", "2027-01-05"), ("1/5", "2027-01-05"), ("1月5日", "2027-01-05"),
    ("明天下午4点", "2026-12-27 16:00"), ("后天 中午12点", "2026-12-28 12:00"),
    ("31号16点半", "2026-12-31 16:30"), ("周一晚8点半", "2026-12-28 20:30"),
    ("明天凌晨3点", "2026-12-27 03:00"),
  ])
  func aPlanIsTheNearestDay(_ written: String, _ agreed: String) throws {
    let office = try Self.office()
    let answer = try office.at("2026-12-26 09:00", "log 王芳 谈过 @\(written)")
    #expect(answer.out.contains("约定 \(agreed)："), "\(answer.out)")
  }

  @Test func aRecordIsOfTheNearestDay() throws {
    let office = try Self.office()
    for (written, day) in [
      ("1/5", "2027-01-05"), ("12-30", "2026-12-30"), ("30号", "2026-12-30"), ("周五", "2027-01-01"),
    ] {
      let answer = try office.at("2027-01-05 18:00", "log 王芳 谈过 --on \(written)")
      #expect(answer.out.contains("  \(day)（"), "\(answer.out)")
    }
  }

  /// An hour of the night may be one of the afternoon.
  @Test func anHourOfTheNightIsAsked() throws {
    let office = try Self.office()
    for hour in ["3点", "4点半", "3:30"] {
      let refused = try office.attempt("2026-12-26 09:00", "log 王芳 谈过 @周一 \(hour)")
      #expect(refused.code == 64 && refused.err.contains("是凌晨；写成 下午4点半"), "\(refused.err)")
      try office.at("2026-12-26 09:00", "log 王芳 谈过 @周一 \(hour) --yes")
    }
  }

  private static let outcomes: [(String, [String])] = [
    ("接通", ["通了", "已接通"]), ("无人接", ["没接", "不接", "没人接", "没打通", "打不通"]),
    ("占线", ["忙线", "通话中"]), ("关机", ["已关机"]), ("挂断", ["挂了", "拒接"]), ("拒绝", ["不要", "不需要"]),
    ("空号", []), ("停机", ["已停机"]), ("错号", ["打错", "打错了"]),
  ]

  @Test(arguments: outcomes)
  func everyUsualWordOfAnOutcome(_ outcome: String, _ words: [String]) throws {
    let office = try Self.office()
    for word in [outcome] + words {
      let answer = try office.at("2026-12-26 09:00", "log 王芳 \(word) \"说了 几句\"")
      #expect(answer.lines[1].contains("电话 \(outcome)：说了 几句"), "\(word) \(answer.out)")
      try office.at("2026-12-26 09:00", "undo")
    }
  }

  @Test(arguments: [
    ("电话", ["打电话", "去电"]), ("短信", ["发短信"]), ("微信", ["发微信", "企业微信", "ＷeChat"]),
    ("邮件", ["电子邮件", "email"]), ("信函", ["信", "寄信"]), ("上门", ["家访", "登门"]),
    ("面谈", ["当面", "见面"]), ("在线", ["线上"]),
  ])
  func everyUsualWordOfAChannel(_ channel: String, _ words: [String]) throws {
    let office = try Self.office()
    for word in [channel] + words {
      let answer = try office.at("2026-12-26 09:00", "log 王芳 谈过 接通 --by \(word)")
      #expect(answer.lines[1].contains("  \(channel) 接通：谈过"), "\(word) \(answer.out)")
    }
  }

  @Test(arguments: [
    ("help deu", "due"), ("help policy adpt", "adopt"), ("policy shw qnc", "show"),
    ("policy show qcn", "qnc"), ("policy adopt wenxn --from 11-06", "wenxin"), ("case lst", "list"),
    ("message drfat", "draft"), ("cal", "call"), ("log 王芳 好 --nxet 周三", "--next"),
  ])
  func aTypoSuggests(_ line: String, _ meant: String) throws {
    let answer = try Self.office().attempt("2026-11-05 17:30", line)
    #expect(answer.code != 0 && answer.err.contains("；是否“\(meant)”？"), "\(answer.err)")
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
