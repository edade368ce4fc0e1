import Testing

/// Cells as people fill them: side matters, numbers, dates, birthdays.
@Suite struct LedgerCellRows {
  private func imported(_ text: String) throws -> (Office, Office.Answer) {
    let office = try Office.open()
    try office.write(text, to: "a.csv")
    return (office, try office.run("import", office.path("a.csv")))
  }

  @Test(
    arguments: [
      ("面议", ""), ("100万以内", ""), ("", "120㎡以上"), ("不限", "89/105"), ("500-300万", ""),
    ])
  func sideMattersRefuseNobody(_ budget: String, _ area: String) throws {
    let (office, answer) = try imported(
      "姓名,手机号,来源,日期,预算,意向面积,备注\n甲一,13800000001,来访,2026-11-03,\(budget),\(area),爱安静\n")
    #expect(answer.code == 0, "\(answer.err)")
    let show = try office.run("show", "甲一").out
    #expect(show.contains("爱安静"))
    for (title, text) in [("预算", budget), ("意向面积", area)] where !text.isEmpty {
      #expect(show.contains("\(title)：\(text)"))
      #expect(answer.lines.contains("  \(title)：“\(text)”读不成，原样记在备注（1 处，第 2 行）"))
    }
  }

  @Test(
    arguments: [
      ("+86 400 800 1234", "4008001234"), ("400-800-1234", "4008001234"),
      ("+86 800 820 8820", "8008208820"), ("0400-8001234", "4008001234"),
      ("0086-400 612 3456", "4006123456"),
    ])
  func aServiceNumberIsKeptAsItIsDialled(_ written: String, _ stored: String) throws {
    let (office, answer) = try imported("姓名,手机号,来源,日期\n甲一,\(written),来访,2026-11-03\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("find", "甲一", "--reveal").out.contains("  \(stored)  "))
  }

  @Test(arguments: ["0600-1234567", "0500-1234567", "12800000001"])
  func aNumberThatNobodyCanDialIsRefused(_ written: String) throws {
    #expect(try imported("姓名,手机号,来源,日期\n甲一,\(written),来访,2026-11-03\n").1.code == 65)
  }

  @Test(arguments: ["0571-88881234-802", "0571-88881234转802", "0571-88881234 ext 802"])
  func anExtensionIsKept(_ written: String) throws {
    let (office, answer) = try imported("姓名,手机号,来源,日期\n甲一,\(written),来访,2026-11-03\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("show", "甲一", "--reveal").out.contains("057188881234-802"))
    #expect(try office.run("show", "甲一").out.contains("057****1234-802"))
  }

  @Test func aSwitchboardHasManyCustomers() throws {
    let ledger =
      "姓名,手机号,来源,日期\n甲一,0571-88881234转802,来访,2026-11-03\n乙二,0571-88881234-805,来访,2026-11-03\n"
    let (office, answer) = try imported(ledger + "丙三,0571-88881234,来访,2026-11-03\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("show", "0571-88881234-805").out.contains("乙二"))
    #expect(try office.run("find", "0571-88881234").out.contains("丙三"))
    let several = try office.run("show", "1234")
    #expect(several.code == 65 && several.err.contains("甲一") && several.err.contains("乙二"))
    // The same ledger changes nothing, and a further extension is a further customer.
    try office.write(ledger + "丁四,0571-88881234 ext 9,来访,2026-11-03\n", to: "b.csv")
    let again = try office.must("import", office.path("b.csv"), "--update")
    #expect(again.lines[0].hasSuffix("导入 1，不变 2，拒绝 0，空行 0"))
    // The same extension of somebody else is one number.
    try office.write(
      "姓名,手机号,来源,日期\n戊五,0571-88881234-802,来访,2026-11-03\n", to: "c.csv")
    #expect(try office.run("import", office.path("c.csv")).code == 65)
  }

  @Test func anExtensionIsTypedToo() throws {
    let office = try Office.open()
    try office.must("add", "甲一", "--phone", "0571-88881234转802", "--source", "来访", "--grade", "B")
    try office.must("add", "乙二", "--phone", "0571-88881234-805", "--source", "来访", "--grade", "B")
    #expect(
      try office.run("due", "--user", "李明").code == 0)
    #expect(
      try office.run("show", "0571-88881234-802", "--reveal").out.contains("057188881234-802"))
  }

  @Test(
    arguments: [
      "2026年10月30日 星期五", "2026-10-30 星期五", "2026/10/30 下午 3:20", "2026 年 10 月 30 日",
      "2026-10-30T08:00:00+08:00", "2026-10-29T23:30:00Z", "2026/10/30 15:20", "2026-10-30（周五）",
      "2026/10/30 3:20 PM",
    ])
  func datesAreReadAsSpreadsheetsShowThem(_ written: String) throws {
    let (office, answer) = try imported("姓名,手机号,来源,日期\n甲一,13800000001,来访,\(written)\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("show", "甲一").out.contains("来访  自 2026-10-30"))
  }

  @Test(
    arguments: [
      ("1990年5月1日", "1990-05-01"), ("1990/5/1", "1990-05-01"), ("19900501", "1990-05-01"),
      ("农历1990-08-15", "农历1990年八月十五"), ("農曆八月十五", "农历八月十五"),
      ("农历一九八七年六月初三", "农历1987年六月初三"), ("舊曆二〇〇一年正月初五", "农历2001年正月初五"),
    ])
  func birthdaysAreReadAlikeByAddAndImport(_ written: String, _ birthday: String) throws {
    let (office, answer) = try imported("姓名,手机号,生日\n甲一,13800000001,\(written)\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("show", "甲一").out.contains("生日 \(birthday)"))
    let add = try office.must(
      "add", "甲二", "--phone", "13800000002", "--source", "来访", "--birthday", written)
    #expect(add.out.contains("生日 \(birthday)"))
  }

  @Test(arguments: ["看\u{FFFD}室", "看锟斤拷室"]) func aDamagedNoteIsRemarked(_ note: String) throws {
    let (_, answer) = try imported("姓名,手机号,来源,日期,备注\n甲一,13800000001,来访,2026-11-03,\(note)\n")
    #expect(answer.code == 0)
    #expect(answer.out.contains("  备注：“\(note)”像是编码读错的字"))
  }

  /// Said at the end of a year, a day of January lies ahead.
  @Test(arguments: ["log 王芳 --by 电话 --outcome 改期 --next 01-05", "postpone 王芳 --to 1月5日"])
  func whatLiesAheadMayBeInTheNextYear(_ line: String) throws {
    let office = try Office.open(asOf: "2026-12-28 09:00")
    try office.enter("--source 来访 --grade A", on: "2026-12-27")
    #expect(try office.at("2026-12-28 09:00", line).out.contains("2027-01-05"))
  }
}
