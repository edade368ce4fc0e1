import Testing

/// Side matters of a ledger refuse nobody; a wrong code page is told before anybody is imported.
@Suite("Side matters and code pages of a ledger")
struct LedgerSideRows {
  private func ledger(_ office: Office, _ text: String, _ options: String = "") throws
    -> Office.Answer
  {
    try office.write(text, to: "a.csv")
    return try office.attempt("2027-06-10", "import \(office.path("a.csv")) \(options)")
  }

  @Test("A birthday that cannot be read goes into the note") func birthday() throws {
    let office = try Office.open(from: "2027-06-01")
    let told = try ledger(
      office, "姓名,手机号,来源,日期,生日,生日类型\n陈刚,13900000001,来访,2027-06-09,2031-13-45,公历\n")
    #expect(told.code == 0 && told.out.contains("读不成，原样记在备注"))
    let shown = try office.at("2027-06-10", "show 陈刚").out
    #expect(shown.contains("公历 2031-13-45"))
    let typed = try office.attempt("2027-06-10", "edit 陈刚 --birthday 2031-13-45")
    #expect(typed.code == 64, "what import keeps as a note, edit refuses")
  }

  @Test("The second number is another customer's: a note, and the first number counts")
  func secondNumber() throws {
    let office = try Office.open(from: "2027-06-01")
    try office.enter("--source 来访", on: "2027-06-02", as: "何苗", phone: 2)
    let told = try ledger(
      office,
      """
      姓名,手机号,联系电话,来源,日期
      何苗,13900000004,13800000002,来访,2027-06-02
      陈刚,13900000001,13800000002,来访,2027-06-09
      马超,13900000003,13900000001,来访,2027-06-09

      """)
    #expect(told.code == 65 && told.err.contains("a.csv:2:"), "何苗 has news: \(told.err)")
    #expect(!told.err.contains("a.csv:3:") && !told.err.contains("a.csv:4:"))
    let taken = try office.at(
      "2027-06-10", "import \(office.path("a.csv")) --update"
    ).out
    #expect(taken.contains("原样记在备注（2 处"))
    #expect(try office.at("2027-06-10", "show 陈刚 --reveal").out.contains("13800000002"))
    #expect(try office.at("2027-06-10", "find 13800000002").out.contains("何苗"))
    #expect(try office.at("2027-06-10", "find 13900000004").out.contains("何苗"))
    #expect(try office.at("2027-06-10", "show 马超 --reveal").out.contains("第 3 行的号码"))
  }

  @Test("A number that a row wrongly has leaves whose it is in the rows below")
  func wrongNumber() throws {
    let office = try Office.open(from: "2027-06-01")
    try office.enter("--source 来访 --grade B", on: "2027-06-02", as: "何苗", phone: 2)
    let told = try ledger(
      office,
      """
      姓名,手机号,联系电话,来源,日期,级别
      陈刚,13900000001,13800000002,来访,2027-06-09,A
      何苗,13900000004,13800000002,来访,2027-06-02,A
      """)
    #expect(told.code == 65 && told.err.contains("a.csv:3: 手机号：“13800000002”是客户 C000001 何苗"))
    let taken = try office.at("2027-06-10", "import \(office.path("a.csv")) --update")
    #expect(taken.out.contains("导入 1") && taken.err.isEmpty, "\(taken)")
    let found = try office.at("2027-06-10", "find 何苗 --reveal").out
    #expect(found.contains("C000001  何苗  13800000002") && !found.contains("C000003"), "\(found)")
    #expect(try office.at("2027-06-10", "find 13900000004").out.contains("C000001  何苗"))
  }

  @Test("Names that are improbable as GB18030 refuse the row; --encoding says what it is")
  func codePages() throws {
    let office = try Office.open(from: "2027-06-01")
    // 陳志強 in the code page of Taiwan.
    let head = Array("name,phone\n".utf8)
    try office.write(
      head + [0xB3, 0xAF, 0xA7, 0xD3, 0xB1, 0x6A] + Array(",13900000001\n".utf8), to: "tw.csv")
    let path = office.path("tw.csv")
    let refused = try office.attempt("2027-06-10", "import \(path)")
    #expect(refused.code == 65 && refused.err.contains("--encoding big5"), "\(refused)")
    #expect(try office.at("2027-06-10", "import \(path) --encoding big5").out.contains("Big5"))
    #expect(try office.at("2027-06-10", "find 13900000001").out.contains("陳志強"))
    let other = try office.attempt("2027-06-10", "import \(path) --encoding latin1")
    #expect(other.code == 64 && other.err.contains("Big5"))
  }
}
