import Testing

/// Feature rows on what to know and to say in a call, and milestones that slip.
@Suite("Talk tracks and waves")
struct TalkRows {
  @Test("F053 the page before a call: every field, the last three contacts, what to say")
  func f053() throws {
    let office = try Office.open()
    try office.at("2026-11-02", "office set project 阳光花园")
    try office.enter(
      "--source 来访 --grade A --objections 嫌楼层低 --concerns 学区", on: "2026-11-02")
    for (day, note) in [
      ("2026-11-02", "一"), ("2026-11-03", "二"), ("2026-11-10", "三"), ("2026-11-17", "四"),
      ("2026-11-24", "五"),
    ] {
      try office.at(day, "log 王芳 --by 电话 \(recorded) --note 谈\(note)")
    }
    let page = try office.at("2026-12-01", "brief 王芳").out
    for text in [
      "谈五", "谈四", "谈三", "抗性 嫌楼层低", "关注点 学区", "合同编号（未填）", "生日（未填）",
      "每周回访 第二条（一）3", "由头：天气、优惠", "置业顾问李明", "报上自己的姓名",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("谈二"))
  }

  @Test("F053 edge: nothing known is said to be unknown") func f053Empty() throws {
    let office = try Office.open()
    try office.at("2026-11-02", "add 王芳 --phone 13800000001 --source 客资")
    let page = try office.at("2026-11-02", "brief 王芳 --lang en").out
    for text in ["consultant (none)", "contract (empty)", "sex (empty)", "left blank: "] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("F091 opening, busy and closing lines; name and 您") func f091() throws {
    let office = try Office.open(policy: "group-cs")
    try office.at("2026-11-02", "office set company 阳光地产")
    let page = try office.at("2026-11-02", "script complaint --user 周敏").out
    for text in ["开场（gcs-4.2.4）", "阳光地产的客服专员周敏", "gcs-4.2.5", "gcs-4.2.6", "称呼用“您”"] {
      #expect(page.contains(text), "\(text)")
    }
    let unknown = try office.attempt("2026-11-02", "script gcs-opn")
    #expect(unknown.code == 66 && unknown.err.contains("gcs-open"))
  }

  @Test("F091 edge: a policy without lines has the usual ones; a blank is named") func f091Usual()
    throws
  {
    let office = try Office.open()
    let page = try office.at("2026-11-02", "script").out
    #expect(page.contains("您现在方便说几句吗？") && page.contains("没有值，留空：{name}"))
    let blanks = [
      "company=阳光装饰", "minutes=10", "early_days=7", "midterm_days=3", "completion_days=7",
      "min_callbacks=3", "min_in_works=2", "min_after_completion=1", "coverage_percent=100",
    ]
    let filled = blanks.map { "--set \($0)" }.joined(separator: " ")
    try office.at("2026-11-02", "policy adopt home-reno --from 2026-11-02 \(filled)")
    let home = try office.at("2026-11-02", "script").out
    #expect(home.contains("这里是阳光装饰客服") && home.contains("大约 5 到 10 分钟"))
  }

  @Test("F089 edge: a text goes to a mobile; who has landlines alone gets none, and that is said")
  func f089Landline() throws {
    let office = try Office.open(policy: "wenxin")
    try office.at("2026-11-01", "office set project 阳光花园")
    for (name, phones) in [
      ("王芳", "0571-88888888"), ("李娜", "0571-88888887 --phone 13800000002"),
    ] {
      try office.at(
        "2026-11-02", "add \(name) --phone \(phones) --consultant 李明 --source 客资 --sex 女")
      try office.at("2026-11-02", "event \(name) 认购 --on 2026-11-02")
    }
    let drafted = try office.at("2026-11-02 18:00", "message draft --on 2026-11-03 --rule wx-1.2")
    #expect(drafted.err.contains("王芳：没有手机号，没有起草"))
    let lines = try office.batch("2026-11-03 08:00").lines
    #expect(lines.count == 1 && lines[0].contains("13800000002"))
    try office.at(
      "2026-11-03", "add Tom --phone +85291234567 --consultant 李明 --source 客资 --sex 男")
    try office.at("2026-11-03", "event Tom 认购 --on 2026-11-03")
    try office.at("2026-11-03 18:00", "message draft --on 2026-11-04 --rule wx-1.2")
    #expect(try office.batch("2026-11-04 08:00").out.contains("0085291234567"))
  }

  @Test("F033 wave: only those not yet told move; who was told gets a correction") func slip()
    throws
  {
    let office = try Office.open()
    try office.at("2026-11-02", "office set project 阳光花园")
    try office.at("2026-11-02", "office set reserve_phone 0571-88889999")
    for (phone, name) in ["王芳", "李娜"].enumerated() {
      try office.enter("--source 客资 --tag 领导介绍", on: "2026-11-02", as: name, phone: phone + 1)
    }
    try office.at("2026-11-02", "milestone add 开盘 --on 2026-11-28 --building 3#")
    try office.call("王芳", on: "2026-11-25")
    let moved = try office.at("2026-11-26", "milestone move 1 --on 2026-12-05").out
    #expect(moved.contains("已告知 1 位，起草更正 1 条"))
    #expect(moved.contains("王芳") && moved.contains("改到12月5日"))
    let lines = try office.batch("2026-11-26").lines
    #expect(lines.count == 1 && lines[0].contains("13800000001"))
    try office.at("2026-11-26", "message sent 1")
    try office.expect(["2026-11-27": [], "2026-12-02": []])
    try office.expect(
      ["2026-11-27": [], "2026-12-02": ["qnc-2.2.1a due 2026-12-02..2026-12-04"]], of: "李娜")
    #expect(try office.total("2026-W48", asOf: "2026-11-29") == "due 1: on time 1")
    #expect(try office.at("2026-11-26", "milestone").out.contains("2026-12-05"))
  }

  @Test(
    "F033 edge: a second slip corrects the day that they were told of, and none that comes back")
  func slipTwice() throws {
    let office = try Office.open()
    try office.at("2026-11-02", "office set project 阳光花园")
    try office.at("2026-11-02", "office set reserve_phone 0571-88889999")
    try office.enter("--source 客资 --tag 领导介绍", on: "2026-11-02")
    try office.at("2026-11-02", "milestone add 开盘 --on 2026-11-28")
    try office.call(on: "2026-11-25")
    let first = try office.at("2026-11-26 09:00", "milestone move 1 --on 2026-12-05")
    #expect(first.lines[0] == "开盘  2026-11-28（周六） → 2026-12-05（周六）")
    let second = try office.at("2026-11-26 10:00", "milestone move 1 --on 2026-12-09").out
    #expect(second.contains("原来告诉您的是11月28日，现在改到12月9日"))
    let back = try office.at("2026-11-26 11:00", "milestone move 1 --on 2026-11-28").out
    #expect(back.contains("起草更正 0 条"))
    #expect(try office.batch("2026-11-26").out == "")
  }

  @Test(
    "F033 edge: a text let out before a slip told of the day before it, whenever it was to go out")
  func slipAfterText() throws {
    let office = try Office.open()
    try office.at("2026-11-02", "office set project 阳光花园")
    try office.at("2026-11-02", "office set reserve_phone 0571-88889999")
    try office.enter("--source 客资 --tag 领导介绍", on: "2026-11-02")
    try office.at("2026-11-02", "milestone add 开盘 --on 2026-11-28")
    try office.at("2026-11-25 08:00", "message draft --on 2026-11-25")
    #expect(try office.batch("2026-11-25 08:10").lines.count == 1)
    try office.at("2026-11-25 08:20", "milestone move 1 --on 2026-12-05")
    let moved = try office.at("2026-11-25 08:30", "milestone move 1 --on 2026-12-09").out
    #expect(moved.contains("原来告诉您的是11月28日，现在改到12月9日"))
  }

  @Test("F033 edge: the same milestone twice is worth a word; another building's is not")
  func addedTwice() throws {
    let office = try Office.open()
    let add = "milestone add 开盘 --on 2026-11-28"
    #expect(try office.at("2026-11-02", add).err == "")
    #expect(try office.at("2026-11-02", add + " --building 3#").err == "")
    #expect(
      try office.at("2026-11-02", add).err
        == "revisit: 同一天已有 开盘（编号 1），客户会被告知两次；多余的用 revisit undo 撤销\n")
  }

  @Test("F033 edge: a slip is taken back; one that was told of in a text is not") func slipUndone()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 客资 --tag 领导介绍", on: "2026-11-02")
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-28 --until 2026-12-02")
    try office.at("2026-11-03", "milestone move 1 --on 2026-12-05")
    #expect(try office.at("2026-11-03", "milestone").out.contains("2026-12-09"))
    try office.at("2026-11-03", "undo")
    #expect(try office.at("2026-11-03", "milestone").out.contains("2026-12-02"))
    let reversed = try office.attempt(
      "2026-11-03", "milestone add 入伙 --on 2026-11-28 --until 2026-11-20")
    #expect(reversed.code == 64)
    #expect(try office.attempt("2026-11-03", "milestone move 9 --on 2026-12-05").code == 66)
  }

  private static let series = """
    policy: 系列
    rules:
      - {id: s-1, article: 甲, says: 每周发一条近况, after: 来访, every: 7d, channel: 短信, message: news, talk: "近况，需求"}
      - {id: s-2, article: 乙, says: 每周再问一次, after: 来访, every: 7d, channel: 电话, talk: "需求，顾虑"}
    templates:
      - {id: news, clause: s-1, kind: message, says: 近况, text: "{name}{title}您好，近来一切都好吗？"}

    """

  @Test("A series that fell behind is made up for with one text; what comes later has its own")
  func oneTextForASeries() throws {
    let office = try Office(asOf: "2026-11-05")
    try office.write(Self.series, to: "own.yaml")
    try office.at("2026-11-01", "init --policy \(office.path("own.yaml"))")
    try office.at("2026-11-01", "staff add 李明")
    try office.enter("--source 来访", on: "2026-11-02")
    let late = try office.at("2026-11-24", "message draft --on 2026-11-24")
    #expect(late.out.contains("起草 1 条"))
    let again = try office.at("2026-11-24", "message draft --on 2026-11-24")
    #expect(again.out.contains("没有要起草的短信；已有 1 条"))
    try office.at("2026-11-24 11:00", "message sent 1")
    let rest = try office.at("2026-11-25", "message draft --on 2026-11-25")
    #expect(rest.out == "没有要起草的短信\n")
    // The text of 11-24 settled the slot of 11-23 late; it resets no cadence.
    let next = try office.at("2026-11-30", "message draft --on 2026-11-30")
    #expect(next.out.contains("起草 1 条"))
  }

  @Test("Of two reasons each topic is named once") func topicsOnce() throws {
    let office = try Office(asOf: "2026-11-05")
    try office.write(Self.series, to: "own.yaml")
    try office.at("2026-11-01", "init --policy \(office.path("own.yaml"))")
    try office.at("2026-11-01", "staff add 李明")
    try office.enter("--source 来访", on: "2026-11-02")
    let page = try office.at("2026-11-24", "due --brief --consultant 李明").out
    #expect(page.contains("谈：近况，需求，顾虑"))
  }
}
