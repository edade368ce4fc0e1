import Testing

/// Transcripts of the commands that record facts.
@Suite struct WritingTests {
  @Test func initAdoptsAndKeepsOthersOut() throws {
    let office = try Office()
    let first = try office.run("init", "--office", "阳光花园")
    #expect(
      first.out == """
        阳光花园  \(office.path("office.db"))
        制度 qnc 自 2026-11-05（周四）起施行
        我们定的，制度没有写数：aversion_factor=2 qnc-5.2、notice_lead=3 qnc-2.2.1a、\
        vip_days=3 qnc-2.2.2a、case_urgent=0、case_due=3、payment_every=7；\
        改：revisit policy adopt qnc --set 名=值 --from 日期
        下一步：revisit staff add 姓名 --role 经理 --login 登录名
        然后：有台账就 revisit import 客户台账.csv，或 revisit add 姓名 --phone 号码 --source 来访
        每天：revisit due

        """)
    let again = try office.run("init")
    #expect(again.code == 73)
    #expect(
      again.err == "revisit: \(office.path("office.db"))：已经存在，未改动；换一个 --db，或直接使用\n")
  }

  @Test func initOfSeveralSaysHowToSetTheirValues() throws {
    let told = try Office().must("init", "--policy", "roster", "--policy", "site-fines").out
    #expect(told.contains("review_day=周一 ro-3.7") && told.contains("follow_every=15d sf-1.4"))
    #expect(told.contains("改：revisit policy adopt roster site-fines --set 名=值 --from 日期"))
  }

  @Test func aCustomerIsEnteredWithTheirVisit() throws {
    let office = try Office.open()
    let answer = try office.run(
      "add", "王芳", "--phone", "１３８００００００１１", "--source", "来访", "--grade", "A",
      "--consultant", "李明", "--tag", "重点", "--on", "11-02", "--time", "10:00", "--birthday",
      "农历八月十五", "--area", "90-120", "--budget", "1500000-2000000", "--user", "王经理")
    #expect(
      answer.out == """
        2026-11-02（周一）10:00  王芳 来访
        C000001  来访  级别 A  标签 重点  生日 农历八月十五  置业顾问 李明
        现在应做：当日回访 2026-11-02、三日再访 2026-11-05
        先补：当日回访，已逾期 3 天
        撤销：revisit undo

        """)
    let show = try office.run("show", "王芳", "--as-of", "2026-11-05 09:00")
    #expect(
      show.out == """
        C000001  王芳  138****0011
        顾问 李明  来源 来访  自 2026-11-02
        阶段 意向（2026-11-02）  级别 A  标签 重点
        生日 农历八月十五
        意向面积 90-120㎡
        预算 150-200万元
        联系 0 次，其中拒绝 0；未接 0 次

        记录  时间              经办    内容
           2  2026-11-02 10:00  李明    来访 [2026-11-05 补录]
           5  2026-11-02        李明    生日 农历八月十五 [2026-11-05 补录]
           4  2026-11-02        李明    标签 重点 [2026-11-05 补录]
           3  2026-11-02        李明    级别 A [2026-11-05 补录]
           1  2026-11-02        王经理  置业顾问 李明 [2026-11-05 补录]

        """)
  }

  @Test func phonesAreMaskedUnlessTheyMustBeSeen() throws {
    let office = try Office.withWang()
    #expect(try office.run("show", "王芳").lines[0] == "C000001  王芳  138****0001")
    #expect(try office.run("show", "王芳", "--reveal").lines[0] == "C000001  王芳  13800000001")
    #expect(
      try office.run("show", "王芳", "--user", "李明").lines[0] == "C000001  王芳  13800000001")
    #expect(
      try office.run("show", "王芳", "--user", "周敏").lines[0] == "C000001  王芳  138****0001")
    #expect(try office.run("find", "王").out.contains("138****0001"))
    #expect(try !office.run("show", "王芳", "--format", "json").out.contains("13800000001"))
  }

  @Test func aCallIsLoggedAndTakenBack() throws {
    let office = try Office.withWang()
    let log = try office.run(
      "log", "王芳", "--by", "电话", "--note", "嫌楼层低", "--intention", "B", "--next", "下周三",
      "--promise", "送按揭方案", "--time", "08:30")
    #expect(
      log.out.hasPrefix(
        """
        C000001 王芳 138****0001
        记录 4  2026-11-05（周四）08:30  电话 接通，意向 B，约定 2026-11-11：嫌楼层低；答应：送按揭方案

        """))
    #expect(log.lines.last == "撤销：revisit undo")
    let undo = try office.run("undo")
    #expect(undo.lines[0] == "已撤销：log 2026-11-05 09:00 C000001 王芳")
    #expect(
      try office.run("show", "王芳").lines.contains {
        $0.hasPrefix("   4  2026-11-05 08:30  李明  [作废] 电话 接通")
      })
  }

  @Test func aRepeatedOperationDoesNothing() throws {
    let office = try Office.withWang()
    try office.must("log", "王芳", "--by", "短信", "--op", "x1", "--user", "李明")
    let again = try office.must("log", "王芳", "--by", "短信", "--op", "x1", "--user", "李明")
    #expect(again.out == "已经记过，没有重复\n")
    #expect(try office.run("show", "王芳").out.contains("联系 1 次"))
    let other = try office.run("log", "王芳", "--by", "微信", "--op", "x1")
    #expect(other.code == 65)
    #expect(
      other.err == "revisit: --op：“x1”已用于别的内容（李明 2026-11-05 09:00 log）；换一个编号\n")
  }

  @Test func anEditTellsEachChange() throws {
    let office = try Office.withWang()
    let edit = try office.run(
      "edit", "王芳", "--grade", "B", "--tag", "vip", "--averse", "--hours", "19-20", "--layout",
      "三室", "--phone", "0571-88889999", "--consultant", "周敏", "--name", "王小芳")
    #expect(
      edit.out.hasPrefix(
        """
        C000001 王芳 138****0001
        记录 4  2026-11-05（周四）  级别 B
        记录 5  2026-11-05（周四）  标签 VIP
        记录 6  2026-11-05（周四）  反感电话
        记录 7  2026-11-05（周四）  方便时间 19:00-20:00
        记录 8  2026-11-05（周四）  置业顾问 周敏
        电话 +057****9999
        姓名 王芳 → 王小芳
        意向户型 三室

        """))
    #expect(try office.run("find", "王小芳").out.contains("周敏"))
  }

  @Test func skipAndPostponeAreRecorded() throws {
    let office = try Office.withWang()
    try office.must("edit", "王芳", "--grade", "C", "--on", "2026-11-04")
    let early = try office.run("skip", "王芳", "qnc-2.1.4", "--reason", "客户出差")
    #expect(early.code == 65)
    #expect(
      early.err == "revisit: qnc-2.1.4：现在没有可免的；应做日 2026-11-11，到那天再免\n")
    let skip = try office.run(
      "skip", "王芳", "qnc-2.1.4", "--reason", "客户出差", "--as-of", "2026-11-11 09:00")
    #expect(skip.out.contains("记录 5  2026-11-11（周三）09:00  免做 qnc-2.1.4：客户出差\n"))
    #expect(skip.out.contains("下一次：2026-11-18（周三）前，C类每周\n"))
    let postpone = try office.run(
      "postpone", "王芳", "--to", "明天 15:00", "--as-of", "2026-11-18 09:00")
    #expect(postpone.out.contains("延期到 2026-11-19 15:00\n"))
  }

  @Test func aDealOnTheDayOfACancellationNeedsATime() throws {
    let office = try Office.withWang()
    try office.must("event", "王芳", "退房", "--on", "2026-11-04")
    let deal = try office.run("event", "王芳", "认购", "--on", "2026-11-04")
    #expect(deal.code == 0)
    #expect(
      deal.err == "revisit: 同一天有退房或流失，认购按在其前算；若在其后，撤销后两件都写 --time\n")
    try office.must("undo")
    try office.must("undo")
    try office.must("event", "王芳", "退房", "--on", "2026-11-04", "--time", "10:00")
    let later = try office.run("event", "王芳", "认购", "--on", "2026-11-04", "--time", "15:00")
    #expect(later.err == "")
    #expect(later.out.contains("成交道贺"))
  }

  @Test func aMistakeIsVoidedWithAReason() throws {
    let office = try Office.withWang()
    try office.must("event", "王芳", "认购")
    let void = try office.run("void", "记录 4", "--reason", "记错人")
    #expect(void.out.contains("作废 记录 4  2026-11-05（周四）09:00  认购（记错人）\n"))
    #expect(try office.run("show", "王芳").out.contains("[作废：记错人] 认购"))
    #expect(try office.run("show", "王芳").out.contains("阶段 意向"))
  }

  @Test func twoCustomersBecomeOne() throws {
    let office = try Office.withWang()
    try office.must(
      "add", "王小芳", "--phone", "13800000002", "--source", "来电", "--consultant", "周敏")
    let merge = try office.run("merge", "C000002", "--into", "C000001")
    #expect(merge.out.contains("并入：C000002 王小芳 138****0002\n"))
    #expect(try office.run("show", "王芳").lines[0] == "C000001  王芳  138****0001  138****0002")
    let gone = try office.run("show", "C000002")
    #expect(gone.code == 65)
    #expect(gone.err == "revisit: C000002：已并入 C000001；改用 C000001\n")
    try office.must("undo")
    #expect(try office.run("show", "C000002").lines[0] == "C000002  王小芳  138****0002")
  }

  @Test func nothingIsRecordedWhereNothingCanBeTold() throws {
    let office = try Office.withWang()
    let answer = try office.run("log", "王芳", "--by", "短信", output: "/dev/full")
    #expect(answer.code == 74)
    #expect(answer.err == "revisit: stdout：写不出结果（No space left on device）\n")
    #expect(try office.run("show", "王芳").out.contains("联系 0 次"))
  }

  @Test func aCallAgainstTheCustomersWishIsRecordedWithAWarning() throws {
    let office = try Office.withWang()
    try office.must("edit", "王芳", "--do-not-contact", "--on", "11-04")
    let log = try office.must("log", "王芳", "--by", "短信")
    #expect(log.err == "revisit: C000001 王芳 免打扰；已照记\n")
    #expect(log.out.contains("短信 已发送\n"))
  }

  @Test func aClockThatWentBackIsRemarked() throws {
    let office = try Office.open()
    try office.must("staff", "add", "远明", "--as-of", "2199-01-01 08:00")
    let now = try office.must("staff", "add", "孙丽", environment: ["REVISIT_AS_OF": ""])
    #expect(now.err.hasSuffix(" 早于最近的记录 2199-01-01 08:00；检查系统时钟\n"))
    #expect(try office.must("staff", "add", "钱七").err == "")
  }

  @Test func aPhoneIsTakenAwayAndFree() throws {
    let office = try Office.withWang()
    try office.must("edit", "王芳", "--phone", "13800000002")
    let drop = try office.must("edit", "王芳", "--drop-phone", "13800000001")
    #expect(drop.out.contains("电话 -138****0001\n"))
    try office.must("add", "王小芳", "--phone", "13800000001", "--source", "来电")
    #expect(try office.run("show", "13800000001").lines[0] == "C000002  王小芳  138****0001")
  }

  @Test func theOfficeIsSound() throws {
    let office = try Office.withWang()
    #expect(
      try office.run("doctor").out
        == "\(office.path("office.db"))：没有问题；格式 6，客户 1，记录 3，操作 5\n")
  }

  @Test func milestonesAndPoliciesAreListed() throws {
    let office = try Office.open()
    try office.must("milestone", "add", "封顶", "--on", "11-25", "--title", "3号楼封顶")
    #expect(
      try office.run("milestone", "list", "--format", "json").out
        == #"{"version":1,"milestones":[{"milestone":1,"day":"2026-11-25","until":null,"#
        + #""kind":"topping_out","title":"3号楼封顶"}]}"# + "\n")
    try office.must("policy", "adopt", "yufu", "--from", "2026-12-01")
    let list = try office.run("policy", "list", "--format", "csv").lines
    #expect(list[0] == "policy,from,in_force,title")
    #expect(list[1].hasPrefix("qnc,2026-11-01,true,"))
    #expect(list[2].hasPrefix("yufu,2026-12-01,false,"))
  }
}

extension Office {
  /// With 王芳, who visited on 2026-11-04, of grade A, 李明's.
  static func withWang() throws -> Office {
    let office = try Office.open()
    try office.must(
      "add", "王芳", "--phone", "13800000001", "--source", "来访", "--grade", "A", "--consultant",
      "李明", "--on", "2026-11-04", "--time", "10:00")
    return office
  }
}

@Suite struct ComingBackTests {
  /// A cancellation makes a prospect again whose rules wait for a new call or visit; by either.
  @Test func aBuyerWhoCancelledAndCallsIsACallerAgain() throws {
    let office = try Office.withWang()
    try office.must("event", "王芳", "认购", "--on", "2026-11-04", "--time", "11:00")
    try office.must("event", "王芳", "退房", "--on", "2026-11-04", "--time", "12:00")
    try office.must("log", "王芳", "--by", "电话", "--note", "安抚", "--time", "08:30")
    let call = try office.run("event", "王芳", "来电", "--time", "08:50")
    #expect(call.out.contains("现在应做：当日回电 2026-11-05\n"))
    let due = try office.run("due", "--format", "json")
    #expect(due.out.contains(#""rule":"qnc-1.1""#))
  }
}
