import FoundationEssentials
import Testing

/// `calendar` through the binary.
@Suite struct CalendarCommandTests {
  static let year2027 = """
    # 出处：测试
    date,kind,name
    2027-01-01,holiday,元旦
    2027-02-05,holiday,春节
    2027-02-06,holiday,春节
    2027-02-20,workday,春节

    """

  private struct Days: Decodable {
    let version: Int
    let days: [Item]

    struct Item: Decodable {
      let day: String
      let weekday: Int
      let week: String
      let lunar: String
      let workday: Bool
      let kind: String
      let occasion: String?
      let festivals: [String]
      let milestones: [String]
      let off: [String]
      let load: Int?
      let published: Bool
    }

    subscript(day: String) -> Item? { days.first { $0.day == day } }
  }

  private static func month(_ office: Office, _ arguments: String...) throws -> Days {
    let answer = try office.run(["calendar", "show", "--format", "json"] + arguments)
    return try JSONDecoder().decode(Days.self, from: Data(answer.out.utf8))
  }

  @Test func theMonthAsAGrid() throws {
    let office = try Office.open(asOf: "2026-09-10")
    try office.must("milestone", "add", "封顶", "--on", "2026-10-18", "--title", "3号楼封顶")
    try office.must("milestone", "add", "开盘", "--on", "2026-10-16")
    try office.must("calendar", "add", "团建", "--from", "2026-10-22", "--to", "2026-10-23")
    try office.must("calendar", "off", "李明", "--on", "2026-10-20", "--to", "2026-11-02")
    let answer = try office.must("calendar", "show", "2026-10")
    #expect(
      answer.out == """
        2026 年 10 月  工作日 16 天
              周一      周二      周三      周四      周五      周六      周日
        W40                                  1休       2休       3休       4休
                                            国庆      廿二      廿三      廿四

        W41    5休       6休       7休       8         9        10班      11
              廿五      廿六      廿七      廿八      廿九      九月      初二

        W42   12        13        14        15        16        17        18
              初三      初四      初五      初六      初七      初八      重阳
                                                      开盘                3号楼..

        W43   19        20        21        22假      23假      24        25
              初十      十一      十二      十三      十四      十五      十六
                                            团建      团建

        W44   26        27        28        29        30        31
              十七      十八      十九      二十      廿一      廿二

        10-01 至 10-07  放假 国庆节
        10-10  调休上班 国庆节
        10-22 至 10-23  公司放假 团建
        10-16  开盘
        10-18  封顶 3号楼封顶
        10-20 至 11-02  休假 李明

        """)
    #expect(answer.err == "")
  }

  @Test func itFitsTheTerminal() throws {
    let office = try Office.open()
    try office.must("calendar", "add", "一个很长很长的公司放假名称呀", "--from", "2026-11-09")
    for (columns, limit) in [("80", 80), ("60", 60), ("40", 40)] {
      let answer = try office.must("calendar", environment: ["COLUMNS": columns])
      for line in answer.lines { #expect(width(line) <= limit, "\(line)") }
    }
    let narrow = try office.must("calendar", environment: ["COLUMNS": "60"])
    #expect(narrow.lines[0] == "日期   星期  应回访  类别      节日")
    #expect(narrow.lines[9].hasPrefix("11-09  周一       0  公司放假  十月 一个很长"))
  }

  /// Chinese takes two columns.
  private func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  @Test func theLoadIsWhatComesDue() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02 10:00")
    try office.enter("--source 来访 --grade A", on: "2026-11-05 08:00", as: "赵强", phone: 2)
    try office.enter(
      "--source 来访 --grade A", on: "2026-11-05 08:30", as: "钱七", phone: 3, consultant: "周敏")
    let all = try Self.month(office)
    #expect(all["2026-11-04"]?.load == nil)
    // Today: 王芳 is overdue since 11-02 and due by D+3; the others are called on their first day.
    #expect(all["2026-11-05"]?.load == 3)
    #expect(all["2026-11-06"]?.load == 0)
    #expect(all["2026-11-08"]?.load == 2)
    let own = try Self.month(office, "--consultant", "周敏")
    #expect(own["2026-11-05"]?.load == 1)
    #expect(own["2026-11-08"]?.load == 1)
    try office.must("edit", "王芳", "--do-not-contact")
    #expect(try Self.month(office)["2026-11-05"]?.load == 2)
    #expect(try Self.month(office, "2026-10").days.allSatisfy { $0.load == nil })
    #expect(try Self.month(office, "2026-12")["2026-12-25"]?.load != nil)
    #expect(try Self.month(office, "2027-12")["2027-12-25"]?.load == nil)
    let page = try office.must("calendar").lines.last
    #expect(page?.hasPrefix("日期右边：当天到期的客户数（今天含逾期），共 ") == true)
  }

  @Test func aYearThatIsNotPublishedIsSaidToBe() throws {
    let office = try Office.open()
    let answer = try office.must("calendar", "show", "2027-02")
    let said = "2027 年的放假安排还没有，暂按星期计；公布后 revisit calendar import 文件"
    #expect(answer.lines.contains(said))
    #expect(answer.lines[0] == "2027 年 2 月  工作日 20 天")
    let days = try Self.month(office, "2027-02")
    #expect(days.days.allSatisfy { !$0.published && $0.workday == ($0.weekday <= 5) })
    #expect(days["2027-02-06"]?.festivals == ["spring_festival"])
    #expect(days["2027-02-20"]?.lunar == "正月十五")
  }

  @Test func theNextYearIsImported() throws {
    let office = try Office.open()
    try office.write(Self.year2027, to: "2027.csv")
    let answer = try office.must("calendar", "import", office.path("2027.csv"))
    #expect(answer.out == "2027 年  放假 3 天，调休上班 1 天\n撤销：revisit undo\n")
    let days = try Self.month(office, "2027-02")
    #expect(days["2027-02-05"]?.kind == "holiday")
    #expect(days["2027-02-05"]?.occasion == "春节")
    #expect(days["2027-02-20"]?.kind == "make_up_workday")
    #expect(days["2027-02-20"]?.workday == true)
    #expect(days.days.allSatisfy { $0.published })
    let again = try office.must("calendar", "import", office.path("2027.csv"))
    #expect(again.out == "2027 年与已导入的相同，没有改动\n")
    try office.write(Self.year2027 + "2027-02-08,holiday,春节\n", to: "b.csv")
    #expect(
      try office.must("calendar", "import", office.path("b.csv")).out
        == "2027 年  放假 4 天，调休上班 1 天\n替换了先前导入的，有 1 天不同\n撤销：revisit undo\n")
    #expect(try Self.month(office, "2027-02")["2027-02-08"]?.workday == false)
    try office.must("undo")
    #expect(try Self.month(office, "2027-02")["2027-02-08"]?.workday == true)
    #expect(try office.must("undo").lines[0] == "已撤销：calendar import 2026-11-05 09:00")
    #expect(try Self.month(office, "2027-02").days.allSatisfy { !$0.published })
    #expect(try office.run("doctor").code == 0)
  }

  @Test func aYearThatIsNotWholeIsSaidToBe() throws {
    let office = try Office.open()
    try office.write(Self.year2027, to: "2027.csv")
    let answer = try office.must("calendar", "import", office.path("2027.csv"))
    #expect(
      answer.err
        == "revisit: 2027 年的文件里没有 清明、劳动、端午、中秋、国庆；不是一整年就补齐再导，缺的日子按星期计\n")
    let whole = "元旦 春节 清明节 劳动节 端午节 国庆节、中秋节".split(separator: " ").enumerated()
    let rows = whole.map { "2027-0\($0 + 1)-01,holiday,\($1)\n" }.joined()
    try office.write("date,kind,name\n" + rows, to: "b.csv")
    #expect(try office.must("calendar", "import", office.path("b.csv")).err == "")
  }

  @Test func anEmbeddedYearIsReplaced() throws {
    let office = try Office.open()
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let own = try office.must("calendar", "import", "/\(repository)/rules/calendar/2026.csv")
    #expect(own.out == "2026 年与程序自带的相同，没有改动\n")
    try office.write("date,kind,name\n2026-10-01,holiday,国庆节\n", to: "a.csv")
    #expect(
      try office.must("calendar", "import", office.path("a.csv")).lines[1].hasPrefix(
        "替换了程序自带的，有 "))
    #expect(try Self.month(office, "2026-10")["2026-10-10"]?.workday == false)
    try office.must("undo")
    #expect(try Self.month(office, "2026-10")["2026-10-10"]?.workday == true)
  }

  @Test func aBadFileChangesNothing() throws {
    let office = try Office.open()
    let text = "date,kind,name\n2027-13-01,holiday,元旦\n2027-01-04,workday,元旦\n"
    try office.write(text, to: "a.csv")
    let file = office.path("a.csv")
    let answer = try office.run("calendar", "import", file)
    #expect(answer.code == 65)
    #expect(answer.out == "")
    #expect(
      answer.err == """
        revisit: \(file):2:1: 没有 2027-13-01 这一天；没有 13 月
        revisit: \(file):3:1: 2027-01-04 不是周六或周日，不会是调休上班；核对日期，或改成 holiday

        """)
    #expect(try Self.month(office, "2027-01").days.allSatisfy { !$0.published })
  }

  @Test func companyDaysLeaveAndRestDays() throws {
    let office = try Office.open()
    #expect(
      try office.must("calendar", "add", "春节放假", "--from", "2027-02-05", "--to", "2027-02-12").out
        == "2027-02-05（周五）至 2027-02-12（周五）  公司放假 春节放假\n撤销：revisit undo\n")
    #expect(
      try office.must("calendar", "add", "值班", "--from", "2027-02-08", "--open").out
        == "2027-02-08（周一）  公司上班 值班\n撤销：revisit undo\n")
    #expect(
      try office.must("calendar", "off", "李明", "--on", "下周五", "--reason", "年假").out
        == "2026-11-13（周五）  休假 李明 年假\n撤销：revisit undo\n")
    #expect(
      try office.must("calendar", "rest", "周二", "星期天").out
        == "每周休息：周二 周日\n撤销：revisit undo\n")
    let february = try Self.month(office, "2027-02")
    let kinds = ["2027-02-05", "2027-02-08", "2027-02-13", "2027-02-16"].map {
      february[$0]?.kind ?? ""
    }
    #expect(kinds == ["company_holiday", "company_workday", "workday", "rest_day"])
    #expect(try Self.month(office)["2026-11-13"]?.off == ["李明"])
    #expect(
      try office.must("calendar", "list", "--format", "csv").lines.suffix(3) == [
        "2027-02-05,2027-02-12,company_holiday,春节放假,",
        "2027-02-08,2027-02-08,company_workday,值班,", "2026-11-13,2026-11-13,leave,年假,李明",
      ])
    #expect(
      try office.must("calendar", "rest", "无").lines[0] == "每周七天都上班，法定节假日除外")
    for _ in 0..<4 { try office.must("undo") }
    #expect(try Self.month(office)["2026-11-13"]?.off == [])
    try office.must("undo")
    let before = try Self.month(office, "2027-02")
    #expect(before.days.allSatisfy { $0.kind == ($0.weekday <= 5 ? "workday" : "rest_day") })
  }

  @Test func monthsAsTheyAreWritten() throws {
    let office = try Office.open()
    let cases = [
      ("本月", "2026-11-01"), ("下月", "2026-12-01"), ("上月", "2026-10-01"),
      ("2026-02-14", "2026-02-01"), ("２０２６-02", "2026-02-01"), ("昨天", "2026-11-01"),
    ]
    for (text, first) in cases {
      #expect(try Self.month(office, text).days.first?.day == first, "\(text)")
    }
  }

  @Test func inEnglish() throws {
    let office = try Office.open()
    let answer = try office.must("calendar", "show", "2026-10", "--lang", "en")
    #expect(answer.lines[0] == "2026-10  18 workdays")
    #expect(answer.lines[3].hasSuffix("National  8/22      8/23      8/24"))
    #expect(answer.lines.contains("10-01 to 10-07  holiday 国庆节"))
  }

  @Test(
    arguments: [
      (["calendar", "show", "13月"], 64, "月份：“13月”不是月份；写成 2026-10、本月 或 下月"),
      (["calendar", "show", "2026-13"], 64, "月份：“2026-13”不是月份；写成 2026-10、本月 或 下月"),
      (["calendar", "shwo"], 64, "shwo：revisit calendar 后面没有这个命令；是否“show”？"),
      (["calendar", "show", "--consultant", "李名"], 66, "--consultant：没有员工“李名”；是否“李明”？"),
      (["calendar", "import", "无.csv"], 66, "无.csv：没有这个文件"),
      (["calendar", "import", "/tmp"], 66, "/tmp：不是普通文件；给出 CSV 文件"),
      (
        ["calendar", "import", "a.csv", "--encoding", "big6"], 64,
        "--encoding：不认识“big6”；可写 UTF-8 UTF-8-BOM GB18030 UTF-16LE UTF-16BE Big5"
      ),
      (
        ["calendar", "add", "放假", "--from", "11-20", "--to", "11-19"], 64,
        "--to：2026-11-19 太早；不早于 2026-11-20"
      ),
      (
        ["calendar", "add", "放假", "--from", "2026-11-20", "--to", "2027-11-21"], 64,
        "--to：共 367 天，太长；最多 366 天"
      ),
      (["calendar", "add", " ", "--from", "11-20"], 64, "名称：值不能为空"),
      (["calendar", "add", "放假"], 64, "--from：没有给出；例如 revisit calendar add 公司年会 --from +3天"),
      (["calendar", "off", "李名", "--on", "11-20"], 66, "姓名：没有员工“李名”；是否“李明”？"),
      (["calendar", "rest", "周八"], 64, "休息日：不认识“周八”；可写 周一 周二 周三 周四 周五 周六 周日"),
      (
        ["calendar", "rest", "周一", "周二", "周三", "周四", "周五", "周六", "周日"], 64,
        "休息日：七天都休息就没有工作日；至少留一天上班"
      ),
    ] as [([String], Int32, String)])
  func refuses(_ arguments: [String], _ code: Int32, _ err: String) throws {
    let answer = try Office.open().run(arguments)
    #expect(answer.code == code)
    #expect(answer.err == "revisit: \(err)\n")
  }
}
