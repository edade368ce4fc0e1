import Glibc
import Testing

/// What the program refuses, word for word: nothing is changed, one line says why.
@Suite struct RefusalTests {
  struct Case: Sendable {
    let arguments: [String]
    let code: Int32
    let err: String

    init(_ arguments: [String], _ code: Int32, _ err: String) {
      self.arguments = arguments
      self.code = code
      self.err = err
    }
  }

  /// One office does for all of them, as none may change it.
  @Test(arguments: [commandLine, conflicts, days, customers, contacts])
  func refuses(_ cases: [Case]) throws {
    let office = try Office.withWang()
    let before = try office.run("doctor").out
    for refused in cases {
      let answer = try office.run(refused.arguments)
      let name = Comment(rawValue: refused.arguments.joined(separator: " "))
      #expect(answer.code == refused.code, name)
      #expect(answer.err == "revisit: " + refused.err + "\n", name)
      #expect(answer.out == "", name)
    }
    #expect(try office.run("doctor").out == before)
  }

  @Test(
    "Help names the whole command, however it is asked for",
    arguments: [
      (["due", "--help"], "due"), (["log", "-h"], "log"), (["help", "due"], "due"),
      (["init", "--help"], "init"), (["policy", "check", "--help"], "policy check"),
    ])
  func helps(_ arguments: [String], _ command: String) throws {
    let answer = try Office.withWang().run(arguments)
    #expect(answer.code == 0 && answer.err == "")
    #expect(answer.out.contains("USAGE: revisit \(command) "))
  }

  static let commandLine: [Case] = [
    Case(["shwo"], 64, "shwo：没有这个命令；是否“show”？"),
    Case(["staff", "ad"], 64, "ad：revisit staff 后面没有这个命令；是否“add”？"),
    Case(
      ["policy", "xyz"], 64,
      "xyz：revisit policy 后面没有这个命令；"
        + "可写 list show check diff adopt plan rehearse test coverage help explain"),
    Case(["--user", "李明", "show"], 64, "--user：前面缺少命令；选项写在命令之后：revisit 命令 --user"),
    Case(["show", "王芳", "--revael"], 64, "--revael：没有这个选项；是否“--reveal”？"),
    Case(["show"], 64, "<客户>：没有给出；例如 revisit show 王芳"),
    Case(["log"], 64, "<客户>：没有给出；例如 revisit log 王芳 嫌楼层低 @下周三 :送按揭方案 +重点"),
    Case(["log", "王芳"], 64, "--note：回访记录要写内容（制度 qnc）；在客户后面写上谈的内容，或加 --note"),
    Case(["show", "王芳", "李明"], 64, "多出的参数：李明；含空格的值要加引号"),
    Case(["show", "王芳", "--reveal=1"], 64, "--reveal：这个选项不带值；只写 --reveal"),
    Case(["log", "王芳", "--by"], 64, "--by：后面缺少值；写成 --by 值"),
    Case(["show", "王芳", "--lang", "fr"], 64, "--lang：不认识“fr”；可写 zh en"),
    Case(["show", "王芳", "--format", "jsn"], 64, "--format：不认识“jsn”；是否“json”？"),
    Case(["show", "王芳", "--db", ""], 64, "--db：值不能为空"),
    Case(
      ["show", "王芳", "--db", "/nowhere/x.db"], 66, "/nowhere/x.db：没有数据库；先运行 revisit init"),
    Case(
      ["show", "王芳", "--db", "/dev/null"], 65, "/dev/null：不是 revisit 的数据库；检查 --db 或 REVISIT_DB"),
    Case(["show", "王芳", "--user", "李名"], 64, "--user：没有员工“李名”；是否“李明”？"),
    Case(["staff", "add", "李明"], 65, "李明：已有这位员工"),
    Case(["edit", "王芳"], 64, "没有说要改什么；例如 --grade B"),
    Case(
      ["edit", "王芳", "--averse", "--not-averse"], 64, "--averse：不能与 --not-averse 同时使用；只留一个"),
  ]

  /// Options of which only one can hold: both are named.
  static let conflicts: [Case] = [
    (["edit", "王芳", "--do-not-contact", "--contact"], "--do-not-contact", "--contact"),
    (["report", "--loans", "--survey"], "--survey", "--loans"),
    (["report", "--week", "--unlogged"], "--week", "--unlogged"),
    (["report", "--half", "--callback-rate"], "--callback-rate", "--half"),
    (["report", "--loans", "2026-11"], "--loans", "2026-11"),
    (["due", "--role", "客服", "--consultant", "李明"], "--role", "--consultant"),
    (["due", "--before-holiday", "--ahead", "3"], "--before-holiday", "--ahead"),
    (["daily", "--dry-run", "--out", "/nowhere"], "--dry-run", "--out"),
    (["why", "王芳", "--rule", "qnc-1.1", "--as-test"], "--rule", "--as-test"),
    (["message", "list", "--all", "--on", "今天"], "--all", "--on"),
    (["message", "approve", "1", "--all"], "--all", "1"),
    (["message", "sent", "1", "--file", "x"], "1", "--file"),
    (
      ["import", "x.csv", "--dry-run", "--skip-bad", "--reject", "y.csv"], "--reject", "--dry-run"
    ),
  ].map { (line: [String], first: String, second: String) in
    Case(line, 64, "\(first)：不能与 \(second) 同时使用；只留一个")
  }

  static let days: [Case] = [
    Case(
      ["report", "2026-W99"], 64,
      "时段：“2026-W99”不是一周；写成 2026-W45，最多 W52 或 W53，或那一周的一天"),
    Case(
      ["report", "--week", "2026-W54"], 64,
      "--week：“2026-W54”不是一周；写成 2026-W45，最多 W52 或 W53，或那一周的一天"),
    Case(
      ["event", "王芳", "来访", "--on", "2026-02-29"], 64,
      "--on：没有 2026-02-29 这一天；该月只有 28 天"),
    Case(
      ["event", "王芳", "来访", "--on", "10000-01-01"], 64, "--on：年份 10000 超出范围；可用 1900 到 2199 年"),
    Case(
      ["event", "王芳", "来访", "--on", "03/04/25"], 64, "--on：“03/04/25”分不清年月日；写成 2026-11-05"),
    Case(
      ["event", "王芳", "来访", "--on", "改天"], 64,
      "--on：“改天”不是日期；写成 2026-11-05、11-05、今天、昨天、下周三 或 +3天"),
    Case(
      ["event", "王芳", "来访", "--on", "明天"], 64, "--on：2026-11-06 还没到；现在是 2026-11-05 09:00"),
    Case(
      ["event", "王芳", "来访", "--time", "09:01"], 64,
      "--time：2026-11-05 09:01 还没到；现在是 2026-11-05 09:00"),
    Case(
      ["event", "王芳", "来访", "--time", "25:00"], 64, "--time：“25:00”不是钟点；写成 09:30，到 24:00 为止"),
    Case(
      ["show", "王芳", "--as-of", "昨天 9"], 64, "--as-of：“9”不是钟点；写成 09:30，到 24:00 为止"),
    Case(
      ["edit", "王芳", "--hours", "20-19"], 64, "--hours：“20-19”的结束不晚于开始；过夜的分成两段"),
    Case(
      ["postpone", "王芳", "--to", "昨天"], 64, "--to：2026-11-04 太早；不早于 2026-11-05 09:00"),
    Case(
      ["event", "王芳", "来访", "--on", "-99999999天"], 64, "--on：“-99999999天”超出日历；可用 1900 到 2199 年"
    ),
  ]

  static let customers: [Case] = [
    Case(["show", "王方"], 66, "王方：没有这位客户；是否“王芳”？"),
    Case(["show", "C000099"], 66, "C000099：没有这位客户；查找用 revisit find"),
    Case(["find", "--stage", "已签"], 64, "--stage：不认识“已签”；是否“已签约”？"),
    Case(["event", "王芳", "付款"], 64, "事件：不认识“付款”；可写 全款到账 中期款 放款"),
    Case(["event", "王芳", "认构"], 64, "事件：不认识“认构”；是否“认购”？"),
    Case(
      ["add", "张三", "--phone", "1380000000", "--source", "来访"], 64,
      "--phone：“1380000000”有 10 位数字；手机应为 11 位，如 13800000001"),
    Case(
      ["add", "张三", "--phone", "1.38E+10", "--source", "来访"], 64,
      "--phone：“1.38E+10”被表格软件丢了位数；把该列设为文本后重新录入"),
    Case(
      ["add", "张三", "--phone", "13800000005,13800000006", "--source", "来访"], 64,
      "--phone：“13800000005,13800000006”像是两个号码；分开写，每个号码一个 --phone"),
    Case(
      ["add", "张三", "--phone", "13800000001", "--source", "来访"], 65,
      "--phone：138****0001 已登记在 C000001 王芳；同一人就直接用该客户"),
    Case(
      ["edit", "王芳", "--phone", "138 0000 0001"], 65,
      "--phone：138****0001 已登记在 C000001 王芳；同一人就直接用该客户"),
    Case(["add", " 　", "--phone", "13800000005", "--source", "来访"], 64, "姓名：姓名是空的"),
    Case(
      ["add", "张\u{202E}三", "--phone", "13800000005", "--source", "来访"], 64,
      "姓名：含有看不见的字符 U+202E；去掉后再试"),
    Case(
      ["add", "张\u{1B}[31m", "--phone", "13800000005", "--source", "来访"], 64,
      "姓名：含有看不见的字符 U+001B；去掉后再试"),
    Case(
      ["add", "张三", "--phone", "13800000005", "--source", "来访", "--birthday", "2023-02-29"], 64,
      "--birthday：没有 2023-02-29 这一天；该月只有 28 天"),
    Case(
      ["add", "张三", "--phone", "13800000005", "--source", "来访", "--birthday", "2027-01-01"], 64,
      "--birthday：2027-01-01 还没到；现在是 2026-11-05"),
    Case(
      ["add", "张三", "--phone", "13800000005", "--source", "来访", "--consultant", "周民"], 66,
      "--consultant：没有员工“周民”；是否“周敏”？"),
    Case(["void", "99", "--reason", "x"], 66, "99：没有这条记录；编号见 revisit show 客户"),
    Case(["void", "-1", "--reason", "x"], 64, "<记录>：没有给出；例如 revisit void 2 --reason 记错人"),
    Case(["merge", "王芳", "--into", "C000001"], 65, "--into：C000001 不能并入自己"),
  ]

  static let contacts: [Case] = [
    Case(["log", "王芳", "--by", "电话"], 64, "--note：回访记录要写内容（制度 qnc）；在客户后面写上谈的内容，或加 --note"),
    Case(["log", "王芳", "--by", "电活", "--note", "x"], 64, "--by：不认识“电活”；是否“电话”？"),
    Case(
      ["log", "王芳", "--by", "电话", "--outcome", "已发送"], 64,
      "--outcome：电话不会有结果“已发送”；用 --by 说明方式"),
    Case(
      ["log", "王芳", "--by", "电话", "--outcome", "改期"], 64, "--outcome 改期：还需要 --next"),
    Case(
      ["log", "王芳", "--by", "电话", "--note", "x", "--promise", "送资料"], 64,
      "--promise：还需要 --next"),
    Case(
      ["log", "王芳", "--by", "电话", "--note", "x", "--next", "昨天"], 64,
      "--next：2026-11-04 太早；不早于 2026-11-05 09:00"),
    Case(
      ["skip", "王芳", "qnc-2.1.3", "--reason", "出差"], 66,
      "qnc-2.1.3：现行制度没有这条规则；是否“qnc-2.1.3a”？"),
    Case(
      ["skip", "王芳", "qnc-2.1.3a"], 64,
      "--reason：没有给出；例如 revisit skip 陈晨 qnc-2.1.4 --reason 客户出差"),
    Case(["skip", "王芳", "qnc-2.1.3a", "--reason", " "], 64, "--reason：值不能为空"),
  ]

  @Test func severalCustomersAreListed() throws {
    let office = try Office.withWang()
    try office.must(
      "add", "王芳", "--phone", "13900000001", "--source", "来电", "--consultant", "周敏")
    for name in ["王芳", "王", "尾号0001"] {
      let answer = try office.run("log", name, "--by", "短信")
      #expect(answer.code == 65)
      #expect(
        answer.err == "revisit: \(name)：有多位客户；请写编号："
          + "C000001 王芳 138****0001、C000002 王芳 139****0001\n")
    }
    #expect(try office.run("log", "3800000001", "--by", "短信").code == 0)
    #expect(try office.run("log", "C2", "--by", "短信").code == 0)
    #expect(try office.run("log", "+86 139-0000-0001", "--by", "短信").code == 0)
  }

  @Test func mandatoryRulesAreNotSkipped() throws {
    let office = try Office.withWang()
    let answer = try office.run("skip", "王芳", "qnc-2.1.1", "--reason", "忙")
    #expect(answer.code == 64)
    #expect(answer.err.hasPrefix("revisit: qnc-2.1.1："))
    #expect(answer.err.hasSuffix("不能免做；推后用 revisit postpone\n"))
  }

  @Test func englishOnRequest() throws {
    let office = try Office.withWang()
    let asked = try office.run("shwo", "--lang", "en")
    #expect(asked.err == "revisit: shwo: no such command; did you mean \"show\"?\n")
    let inherited = try office.run("undo", environment: ["LANG": "en_US.UTF-8"])
    #expect(inherited.lines[0] == "taken back: add 2026-11-05 09:00 C000001 王芳")
  }

  @Test func readersThatLeaveAndFullDisks() throws {
    let office = try Office.withWang()
    let full = try office.run("find", "王", output: "/dev/full")
    #expect(full.code == 74)
    #expect(full.err == "revisit: stdout：写不出结果（No space left on device）\n")
  }

  @Test func aDatabaseOpenToAllIsRefused() throws {
    let office = try Office.withWang()
    chmod(office.path("office.db"), 0o644)
    let answer = try office.run("find", "王")
    #expect(answer.code == 77)
    #expect(answer.err.contains("其他用户也能读取；运行 chmod 600 "))
  }

  @Test func aFolderIsMadeOnlyInTheUsualPlace() throws {
    let office = try Office()
    let missing = office.path("x/y.db")
    let answer = try office.run("init", "--db", missing)
    #expect(answer.code == 73)
    #expect(answer.err == "revisit: \(missing)：上级文件夹不存在；先建立文件夹\n")
    #expect(answer.out == "")
  }
}
