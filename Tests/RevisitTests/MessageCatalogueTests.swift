import Core
import Intake
import Testing
import Values

@testable import revisit

/// Every message of the program, in both languages, with its exit code.
@Suite struct MessageCatalogueTests {
  struct Entry: Sendable {
    let failure: Failure
    let code: Int32
    let zh: String
    let en: String

    init(_ failure: Failure, _ code: Int32, _ zh: String, _ en: String) {
      self.failure = failure
      self.code = code
      self.zh = zh
      self.en = en
    }
  }

  @Test(arguments: usage + values + time + lookup + refusals + duties + system)
  func message(_ entry: Entry) {
    #expect(entry.failure.exitCode.rawValue == entry.code)
    #expect(entry.failure.complaints.map { $0.line(in: .zh) } == ["revisit: " + entry.zh])
    #expect(entry.failure.complaints.map { $0.line(in: .en) } == ["revisit: " + entry.en])
  }

  @Test func aClosedPipeIsQuiet() {
    #expect(Failure.system(.closed).complaints.isEmpty)
    #expect(Failure.system(.closed).exitCode == .ok)
  }

  @Test func severalProblemsAreAllTold() {
    let failure = Failure.several([.usage(.noHome), .lookup(.noFact("9"))], code: .data)
    #expect(failure.complaints.count == 2)
    #expect(failure.exitCode == .data)
  }

  @Test func whatWasPastedByMistakeIsCutShort() {
    let line = Failure.value("--on", .time(.unreadableDay(String(repeating: "长", count: 5000))))
      .complaints[0].line(in: .zh)
    #expect(Width.of(line) < 500)
    #expect(line.contains("长…”不是日期；写成 2026-11-05"))
  }

  @Test func oneLineAProblem() {
    let line = Failure.value("--on", .time(.unreadableDay("a\nb\u{1B}[2J"))).complaints[0]
    #expect(line.line(in: .zh).contains("a\\nb\\u{1B}[2J"))
  }
}

extension MessageCatalogueTests {
  static let usage: [Entry] = [
    .init(
      .usage(.unknownCommand("deu", nearest: "due")), 64, "deu：没有这个命令；是否“due”？",
      "deu: no such command; did you mean \"due\"?"),
    .init(
      .usage(.unknownCommand("zz", nearest: nil)), 64, "zz：没有这个命令；全部命令见 revisit --help",
      "zz: no such command; see revisit --help"),
    .init(
      .usage(
        .unknownSubcommand("K1", of: "revisit case", nearest: nil, choices: ["add", "show"])), 64,
      "K1：revisit case 后面没有这个命令；可写 add show",
      "K1: is no command of revisit case; one of add, show"),
    .init(
      .usage(
        .unknownSubcommand("lst", of: "revisit case", nearest: "list", choices: ["add", "list"])),
      64, "lst：revisit case 后面没有这个命令；是否“list”？",
      "lst: is no command of revisit case; did you mean \"list\"?"),
    .init(
      .usage(.unknownOption("--nmae", of: "revisit edit", nearest: "--name")), 64,
      "--nmae：没有这个选项；是否“--name”？", "--nmae: no such option; did you mean \"--name\"?"),
    .init(
      .usage(.unknownOption("--day", of: "revisit report", nearest: nil)), 64,
      "--day：没有这个选项；可用的选项见 revisit report --help",
      "--day: no such option; see revisit report --help for the options"),
    .init(
      .usage(.missing("<客户>", example: "revisit show 王芳")), 64, "<客户>：没有给出；例如 revisit show 王芳",
      "<customer>: is missing; for example revisit show 王芳"),
    .init(
      .usage(.missingValue("--on")), 64, "--on：后面缺少值；写成 --on 值",
      "--on: has no value; write --on VALUE"),
    .init(.usage(.emptyValue("--db")), 64, "--db：值不能为空", "--db: the value must not be empty"),
    .init(
      .usage(.unexpected(["a", "b"])), 64, "多出的参数：a b；含空格的值要加引号",
      "arguments too many: a b; quote a value that has spaces"),
    .init(
      .usage(.notUTF8("\u{FFFD}", place: 2)), 64,
      "\u{FFFD}：第 2 个词不是 UTF-8；把终端设为 UTF-8，或把 LC_ALL 设为终端的编码，如 zh_CN.GB18030",
      "\u{FFFD}: word 2 is not UTF-8; "
        + "set the terminal to UTF-8, or LC_ALL to its encoding, as zh_CN.GB18030"),
    .init(
      .usage(.flagWithValue("--all")), 64, "--all：这个选项不带值；只写 --all",
      "--all: takes no value; write --all alone"),
    .init(
      .usage(.conflict("--averse", "--not-averse")), 64, "--averse：不能与 --not-averse 同时使用；只留一个",
      "--averse: cannot be used with --not-averse; keep one of them"),
    .init(
      .usage(.replayed), 64,
      "--as-of：不是演练案场，当作另一天只能查看（REVISIT_AS_OF 也一样）；"
        + "补记用 --on 和 --time；演练另建：revisit init --training",
      "--as-of: this is no training office: another day is for reading only (REVISIT_AS_OF too); "
        + "enter what was with --on and --time; to train, revisit init --training"),
    .init(
      .usage(.needs("--promise", "--next")), 64, "--promise：还需要 --next",
      "--promise: needs --next as well"),
    .init(
      .usage(.noHome), 64, "HOME：没有设置，找不到数据库的位置；用 --db 文件 指定",
      "HOME: is not set, so the database has no place; name a file with --db"),
  ]

  static let values: [Entry] = [
    .init(
      .value(
        "--grade", .unknownWord("Z", nearest: nil, choices: [.init("A", "A"), .init("B", "B")])),
      64, "--grade：不认识“Z”；可写 A B", "--grade: \"Z\" is not known; one of A, B"),
    .init(
      .value("--ahead", .notANumber("-1", least: 0, most: 366)), 64,
      "--ahead：“-1”不合要求；应为 0 到 366 的整数",
      "--ahead: \"-1\" does not fit; a whole number from 0 to 366"),
    .init(.value("NAME", .name(.blank)), 64, "NAME：姓名是空的", "NAME: the name is blank"),
    .init(
      .value("NAME", .name(.tooLong(limit: 64))), 64, "NAME：太长；最多 64 字",
      "NAME: is too long; at most 64 characters"),
    .init(
      .value("NAME", .name(.hidden("U+202E"))), 64, "NAME：含有看不见的字符 U+202E；去掉后再试",
      "NAME: holds the invisible character U+202E; remove it and try again"),
    .init(
      .value("--phone", .phone("1380000001", .digits(10))), 64,
      "--phone：“1380000001”有 10 位数字；手机应为 11 位，如 13800000001",
      "--phone: \"1380000001\" has 10 digits; a mobile has 11, as 13800000001"),
    .init(
      .value("--phone", .phone("1.38E+10", .spreadsheet)), 64,
      "--phone：“1.38E+10”被表格软件丢了位数；把该列设为文本后重新录入",
      "--phone: \"1.38E+10\" lost digits in a spreadsheet; "
        + "format the column as text and enter it again"),
  ]

  static let time: [Entry] = [
    .init(
      .value("--on", .time(.noSuchDay("2026-02-29", month: 2, days: 28))), 64,
      "--on：没有 2026-02-29 这一天；该月只有 28 天", "--on: there is no 2026-02-29; that month has 28 days"),
    .init(
      .value("--on", .time(.noSuchDay("2026-13-04", month: 13, days: 0))), 64,
      "--on：没有 2026-13-04 这一天；没有 13 月", "--on: there is no 2026-13-04; there is no month 13"),
    .init(
      .value("--on", .time(.yearOutside("10000"))), 64, "--on：年份 10000 超出范围；可用 1900 到 2199 年",
      "--on: the year 10000 is out of range; years from 1900 to 2199"),
    .init(
      .value("--on", .time(.ambiguousDay("03/04/25"))), 64,
      "--on：“03/04/25”分不清年月日；写成 2026-11-05",
      "--on: \"03/04/25\" may mean several days; write 2026-11-05"),
    .init(
      .value("--on", .time(.unreadableDay("大后年"))), 64,
      "--on：“大后年”不是日期；写成 2026-11-05、11-05、今天、昨天、下周三 或 +3天",
      "--on: \"大后年\" is not a day; write 2026-11-05, 11-05, today, yesterday, 下周三 or +3d"),
    .init(
      .value("--time", .time(.unreadableTime("25:00"))), 64,
      "--time：“25:00”不是钟点；写成 09:30，到 24:00 为止",
      "--time: \"25:00\" is not a time of day; write 09:30, up to 24:00"),
    .init(
      .value("--on", .time(.future("2026-11-06", now: "2026-11-05 09:00"))), 64,
      "--on：2026-11-06 还没到；现在是 2026-11-05 09:00",
      "--on: 2026-11-06 is still to come; now is 2026-11-05 09:00"),
    .init(
      .value("--next", .time(.past("2026-11-04", earliest: "2026-11-05"))), 64,
      "--next：2026-11-04 太早；不早于 2026-11-05",
      "--next: 2026-11-04 is too early; not before 2026-11-05"),
    .init(
      .value("月份", .time(.unreadableMonth("13月"))), 64,
      "月份：“13月”不是月份；写成 2026-10、本月 或 下月", "month: \"13月\" is not a month; write 2026-10"),
    .init(
      .value("--to", .time(.longSpan(367, most: 366))), 64, "--to：共 367 天，太长；最多 366 天",
      "--to: 367 days are too many; at most 366"),
    .init(
      .option("休息日", .noWorkday), 64, "休息日：七天都休息就没有工作日；至少留一天上班",
      "weekdays: no day of the week would be worked; leave one"),
    .init(
      .yearFile(path: "a.csv", [YearFileProblem(line: 2, column: 20, .noName)]), 65,
      "a.csv:2:20: 没有名称；写上节日，如 国庆节", "a.csv:2:20: no name; give the holiday, as 国庆节"),
  ]

  static let lookup: [Entry] = [
    .init(
      .lookup(.noCustomer("王方", nearest: "王芳")), 66, "王方：没有这位客户；是否“王芳”？",
      "王方: no such customer; did you mean \"王芳\"?"),
    .init(
      .lookup(.manyCustomers("王芳", candidates: ["C000001 王芳", "C000009 王芳"], more: 3)), 65,
      "王芳：有多位客户；请写编号：C000001 王芳、C000009 王芳 等 5 位",
      "王芳: several customers; give the number: C000001 王芳, C000009 王芳 and 3 more"),
    .init(
      .lookup(.noList("3")), 66, "3：是列表的行号，但还没有列表；先 revisit due 或 revisit find",
      "3: is the row of a list, but there was none yet; first revisit due or revisit find"),
    .init(
      .lookup(.oldList("3", day: "2026-11-04")), 65,
      "3：上次的列表是 2026-11-04 的，行号已过期；再列一次：revisit due",
      "3: the last list was of 2026-11-04; its rows hold no more; list again: revisit due"),
    .init(
      .lookup(.noRow("9", of: 4)), 66, "9：上次的列表只有 4 行；电话尾号写四位；或再列一次：revisit due",
      "9: the last list had 4 rows; a phone's tail has four digits; or list again: revisit due"),
    .init(
      .lookup(.noStaff("李名", place: "--consultant", nearest: "李明")), 66,
      "--consultant：没有员工“李名”；是否“李明”？",
      "--consultant: no member of staff is called \"李名\"; did you mean \"李明\"?"),
    .init(
      .refusal(.noSurvey("wenxin", ["a", "b"])), 64, "--answers：看不出是哪份问卷；加 --survey a 或 b",
      "--answers: it cannot be told which survey is meant; give --survey a or b"),
    .init(
      .refusal(.noSurvey("qnc", [])), 64, "--answers：制度 qnc 没有问卷",
      "--answers: policy qnc has no survey"),
    .init(
      .option("--answers", .answers(2, of: ["服务", "质量", "价格"])), 64,
      "--answers：给了 2 个分数，问卷有 3 题；依次写：服务、质量、价格",
      "--answers: 2 scores for 3 questions; one for each of: 服务, 质量, 价格"),
    .init(
      .value("时段", .time(.unreadablePeriod("2026Q5"))), 64,
      "时段：“2026Q5”不是时段；写成 2026-W45、2026-11、2026Q4 或 2026",
      "period: \"2026Q5\" is not a stretch of days; write 2026-W45, 2026-11, 2026Q4 or 2026"),
    .init(
      .value("--week", .time(.unreadableWeek("2026-W54"))), 64,
      "--week：“2026-W54”不是一周；写成 2026-W45，最多 W52 或 W53，或那一周的一天",
      "--week: \"2026-W54\" is not a week; write 2026-W45, up to W52 or W53, or a day of the week"),
    .init(
      .value("--half-year", .time(.noHalfYear("2026-09"))), 64,
      "--half-year：2026-09 不做半年分析；写四月或十月，如 2026-10",
      "--half-year: 2026-09 is no month of a half year's report; name April or October, as 2026-10"),
    .init(
      .lookup(.noCase("K9")), 66, "K9：没有这个事项；编号见 revisit case list，如 K00001",
      "K9: no such case; see revisit case list, as K00001"),
    .init(
      .refusal(.linkWithItself("K00001")), 65, "另一编号：K00001 就是它自己；写另一个事项的编号",
      "other id: K00001 is the same case; give another case's number"),
    .init(
      .lookup(.noRule("qnc-9", nearest: nil)), 66, "qnc-9：现行制度没有这条规则；规则见 revisit policy show",
      "qnc-9: the policy in force has no such rule; revisit policy show lists them"),
    .init(
      .refusal(.phoneTaken("138****0001", by: "C000001 王芳")), 65,
      "--phone：138****0001 已登记在 C000001 王芳；同一人就直接用该客户",
      "--phone: 138****0001 belongs to C000001 王芳 already; use that customer if it is the same "
        + "person"),
  ]

  static let system: [Entry] = [
    .init(
      .database(path: "x.db", .missing), 66, "x.db：没有数据库；先运行 revisit init",
      "x.db: there is no database; run revisit init first"),
    .init(
      .database(path: "x.db", .exists), 73, "x.db：已经存在，未改动；换一个 --db，或直接使用",
      "x.db: exists already and was left as it is; give another --db, or use this one"),
    .init(
      .database(path: "x.db", .busy), 75, "x.db：别的程序正在写入；稍后再试；本次未改动",
      "x.db: another program is writing; try again later; nothing was changed"),
    .init(
      .database(path: "x.db", .newer(9)), 65,
      "x.db：由更新的版本写成（格式 9）；请升级 revisit",
      "x.db: was written by a newer version (format 9); upgrade revisit"),
    .init(
      .database(path: "x.db", .older(1, ours: 2)), 65,
      "x.db：是旧格式 1，本程序的格式是 2；运行一次 revisit doctor --migrate，"
        + "它先备份到 x.db.schema-1.bak；记录类的命令也会这样做",
      "x.db: has the old format 1; this program has format 2; run revisit doctor --migrate once, "
        + "or any command that records; it first puts a backup at x.db.schema-1.bak"),
    .init(
      .database(path: "x.db", .readable), 77, "x.db：其他用户也能读取；运行 chmod 600 x.db",
      "x.db: other users can read it; run chmod 600 x.db"),
    .init(.file(path: "a.csv", .missing), 66, "a.csv：没有这个文件", "a.csv: no such file"),
    .init(
      .system(.output("No space left on device", recorded: true)), 74,
      "stdout：写不出结果（No space left on device）；改动已经记下",
      "stdout: the answer could not be written (No space left on device); "
        + "the change itself was recorded"),
    .init(
      .system(.clock), 69, "系统时钟不可用；用 --as-of 给出日期",
      "the system's clock cannot be used; give the day with --as-of"),
  ]
}
