import Core
import FoundationEssentials
import Intake
import Testing

/// Files with a year's holidays and make-up workdays.
@Suite struct YearFileTests {
  private static func read(_ text: String) throws -> CalendarYear {
    try YearFile.read(.bytes(Array(text.utf8)))
  }

  /// Line and column of each problem with its words in both languages.
  private static func problems(_ text: String) throws -> [YearFileProblem] {
    do {
      let year = try read(text)
      Issue.record("read as \(year)")
      return []
    } catch let refused as YearFileProblems {
      return refused.problems
    }
  }

  @Test func theEmbeddedYearsAreTheSharedOnes() throws {
    let years = YearFile.embedded()
    #expect(years.map(\.year) == Array(2018...2026))
    #expect(years.map(\.days.count).reduce(0, +) == 314)
    for year in years {
      let lines = try String(
        contentsOfFile: fixture("calendar/statutory-\(year.year).csv"), encoding: .utf8
      ).split(separator: "\n").dropFirst()
      let told = year.days.map { "\($0.day),\($0.kind.name),\($0.name)" }
      #expect(told == lines.map(String.init))
    }
  }

  /// A year may be corrected by importing it: the folder's own files are such files.
  @Test func theFilesOfTheFolderAreRead() throws {
    let folder = fixture("../../rules/calendar")
    for year in YearFile.embedded() {
      let read = try ByteSource.withFile("\(folder)/\(year.year).csv") { try YearFile.read($0) }
      #expect(read == year)
      let text = try String(contentsOfFile: "\(folder)/\(year.year).csv", encoding: .utf8)
      #expect(text.hasPrefix("# 出处：国务院办公厅关于 \(year.year) 年"))
    }
  }

  @Test(arguments: [
    "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-09,workday,元旦\n",
    "# 出处\n# 再一行，带逗号\nname,date,kind\r\n元旦,2027-01-01,holiday\r\n元旦,2027-01-09,workday",
    "\u{FEFF}日期,类别,名称\n2027/1/1,放假,元旦\n\n2027年1月9日,上班,元旦\n\n",
    "日期\t安排\t节日\n20270101\t休\t 元旦\n２０２７-01-09\t班\t元旦\n",
    "Date,KIND,\"name\"\n\"2027-01-09\",\"WORKDAY\",\"元旦\"\n2027-01-01,Holiday,元旦\n",
  ])
  func oneYearInManyForms(text: String) throws {
    let year = try YearFileTests.read(text)
    let days = [
      StatutoryDay(try day("2027-01-01"), .holiday, "元旦"),
      StatutoryDay(try day("2027-01-09"), .makeUpWorkday, "元旦"),
    ]
    #expect(year == CalendarYear(2027, days))
  }

  @Test func aSpreadsheetsEncodingIsFound() throws {
    let head = Array("date,kind,name\n2027-01-01,".utf8)
    // 放假,元旦 in GB18030.
    let bytes = head + [0xB7, 0xC5, 0xBC, 0xD9, 0x2C, 0xD4, 0xAA, 0xB5, 0xA9, 0x0A]
    let year = try YearFile.read(.bytes(bytes))
    let newYear = StatutoryDay(try day("2027-01-01"), .holiday, "元旦")
    #expect(year.days == [newYear])
    #expect(throws: IntakeFailure.badBytes(.utf8, offset: 26, line: 2)) {
      try YearFile.read(.bytes(bytes), encoding: .utf8)
    }
  }

  // MARK: The catalogue

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let says: [String]
    let testDescription: String

    init(_ name: String, _ text: String, _ says: String...) {
      testDescription = name
      self.text = text
      self.says = says
    }
  }

  /// `LINE:COLUMN 中文 | English`, word for word.
  @Test(arguments: cases)
  func saysExactly(_ example: Case) throws {
    let told = try YearFileTests.problems(example.text).map {
      "\($0.line):\($0.column) \($0.message.zh) | \($0.message.en)"
    }
    #expect(told == example.says)
  }

  private static let head = "date,kind,name\n"
  private static let good = "2027-01-01,holiday,元旦\n"

  static let cases: [Case] = [
    Case(
      "a missing column", "date,name\n2027-01-01,元旦\n",
      "1:1 缺少一列：kind/类别；表头写成 date,kind,name | "
        + "a column is missing: kind/类别; write the header as date,kind,name"),
    Case(
      "an unknown column", "date,kind,name,备注\n2027-01-01,holiday,元旦,x\n",
      "1:16 “备注”不是这里的列；表头写成 date,kind,name | "
        + "\"备注\" is no column of this file; write the header as date,kind,name"),
    Case(
      "no header", good,
      "1:1 “2027-01-01”不是这里的列；表头写成 date,kind,name | "
        + "\"2027-01-01\" is no column of this file; write the header as date,kind,name",
      "1:1 缺少一列：date/日期；表头写成 date,kind,name | "
        + "a column is missing: date/日期; write the header as date,kind,name",
      "1:1 缺少一列：kind/类别；表头写成 date,kind,name | "
        + "a column is missing: kind/类别; write the header as date,kind,name",
      "1:1 缺少一列：name/名称；表头写成 date,kind,name | "
        + "a column is missing: name/名称; write the header as date,kind,name",
      "1:12 “holiday”不是这里的列；表头写成 date,kind,name | "
        + "\"holiday\" is no column of this file; write the header as date,kind,name",
      "1:20 “元旦”不是这里的列；表头写成 date,kind,name | "
        + "\"元旦\" is no column of this file; write the header as date,kind,name"),
    Case(
      "a column twice", "date,kind,name,日期\n2027-01-01,holiday,元旦,\n",
      "1:16 “日期”重复了一列；去掉一列 | \"日期\" repeats a column; drop one",
      "2:23 “”不是日期；写成 2026-11-05 | \"\" is not a day; write 2026-11-05"),
    Case(
      "a ragged row", head + good + "2027-01-02,holiday\n",
      "3:1 2 格，表头有 3 格；补齐或去掉多出的逗号 | 2 cells, the header has 3; check the commas"),
    Case(
      "a stray quote", head + good + "2027-01-02,holiday,元\"旦\n",
      "3:1 未加引号的格里有引号；去掉引号 | a quote in an unquoted cell; take it out"),
    Case(
      "no such day", head + good + "2027-02-29,holiday,春节\n27.2.6,holiday,春节\n",
      "3:1 没有 2027-02-29 这一天；该月只有 28 天 | "
        + "there is no 2027-02-29; that month has 28 days",
      "4:1 “27.2.6”分不清年月日；写成 2026-11-05 | "
        + "\"27.2.6\" may mean several days; write 2026-11-05"),
    Case(
      "a day of another year", head + "2026-12-31,holiday,元旦\n" + good + "2027-01-02,holiday,元旦\n",
      "2:1 2026-12-31 不在 2027 年；一个文件只写一年，这一天写进 2026 年的文件再导入 | "
        + "2026-12-31 is not of 2027; a file holds one year: import this day with those of 2026"),
    Case(
      "a day twice", head + good + "2027-01-01,holiday,元旦\n",
      "3:1 2027-01-01 在第 2 行已写过；只留一行 | 2027-01-01 stands on line 2 already; keep one"),
    Case(
      "an unknown kind", head + "2027-01-01,假期,元旦\n",
      "2:12 不认识“假期”；放假写 holiday，调休上班写 workday | "
        + "\"假期\" is not known; write holiday for a day off, workday for one that is worked"),
    Case(
      "a make-up workday on a Monday", head + "2027-01-04,workday,元旦\n",
      "2:1 2027-01-04 不是周六或周日，不会是调休上班；核对日期，或改成 holiday | "
        + "2027-01-04 is neither Saturday nor Sunday, so no make-up workday; check it, "
        + "or write holiday"),
    Case(
      "no name", head + "2027-01-01,holiday,\n",
      "2:20 没有名称；写上节日，如 国庆节 | no name; give the holiday, as 国庆节"),
    Case(
      "an unfit name", head + "2027-01-01,holiday,元\u{1B}旦\n",
      "2:20 “元\\u{1B}旦”太长或有看不见的字符；写 20 字以内的节日名称 | "
        + "\"元\\u{1B}旦\" is too long or has invisible characters; a name has at most 20"),
    Case(
      "a header and no day", "# 只有表头\n" + head,
      "2:1 只有表头，没有一天；逐行写出放假和调休上班的日子 | "
        + "a header and no day; write the days off and the make-up workdays, one a line"),
    Case(
      "several in one row", head + "2027-13-01,休假,\n" + good,
      "2:1 没有 2027-13-01 这一天；没有 13 月 | there is no 2027-13-01; there is no month 13",
      "2:12 不认识“休假”；放假写 holiday，调休上班写 workday | "
        + "\"休假\" is not known; write holiday for a day off, workday for one that is worked",
      "2:15 没有名称；写上节日，如 国庆节 | no name; give the holiday, as 国庆节"),
  ]

  @Test(
    arguments: [
      ("", .empty), ("# 只有说明\n", .empty), ("\n\n", .empty),
      (head + "\"2027-01-01,holiday,元旦\n", .unclosedQuote(line: 2)),
      (head + "2027-01-01,\u{0},元旦\n", .nul(line: 2)),
      ("PK\u{3}\u{4}", .spreadsheet),
    ] as [(String, IntakeFailure)])
  func whatCannotBeReadToItsEnd(text: String, failure: IntakeFailure) {
    #expect(throws: failure) { try YearFileTests.read(text) }
  }

  @Test func aHugeFileIsNoYear() {
    let text = String(repeating: "# 长\n", count: 200_000)
    #expect(throws: IntakeFailure.tooLarge(line: 1)) { try YearFileTests.read(text) }
  }
}
