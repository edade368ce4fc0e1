import Testing

/// The same ledger a week later: what is new of customers whom the office knows.
@Suite struct LedgerNewsRows {
  static let first = """
    姓名,手机号,来源,日期,置业顾问,级别,备注
    甲一,13800000001,来访,2026-10-30,李明,A,
    甲二,13800000002,来访,2026-10-30,李明,A,

    """

  /// An office with the first ledger, and what becomes of the second.
  private func second(_ text: String, _ more: String...) throws -> (Office, Office.Answer) {
    let office = try Office.open()
    try office.write(Self.first, to: "1.csv")
    try office.must("import", office.path("1.csv"), "--as-of", "2026-11-02")
    try office.write(text, to: "2.csv")
    return (office, try office.run(["import", office.path("2.csv")] + more))
  }

  static let news = """
    姓名,手机号,来源,日期,置业顾问,级别,备注,认购日期
    甲一,13800000001,来访,2026-10-30,周敏,B,爱安静,2026-11-04
    甲二,13800000002,来访,2026-10-30,李明,A,,
    甲三,13800000003,来访,2026-11-03,李明,A,,

    """

  @Test func newsAreNamedAndAskedFor() throws {
    let (office, answer) = try second(Self.news)
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix(
        "revisit: \(office.path("2.csv")):2: 手机号：“13800000001”是客户 "
          + "C000001 甲一：认购 2026-11-04、级别 B、置业顾问 周敏、备注，有新情况；加 --update 记下\n"))
  }

  @Test func newsAreRecordedOnRequest() throws {
    let (office, answer) = try second(Self.news, "--update")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines[0].hasSuffix("导入 1，更新 1，不变 1，拒绝 0，空行 0"))
    #expect(
      answer.lines[1] == "  C000001 甲一：认购 2026-11-04、级别 B、置业顾问 周敏、备注")
    let show = try office.run("show", "甲一").out
    #expect(show.contains("阶段 已认购（2026-11-04）  级别 B"))
    #expect(show.contains("顾问 周敏"))
    #expect(show.contains("爱安静"))
    // The grade is of the day on which the file came.
    #expect(show.contains("2026-11-05  周敏  级别 B"))
    // Once more: nothing is new.
    let again = try office.must("import", office.path("2.csv"), "--update")
    #expect(again.lines[0].hasSuffix("导入 0，不变 3，拒绝 0，空行 0"))
    #expect(again.lines.last == "没有改动")
  }

  @Test func anotherConsultantAloneIsNews() throws {
    let (office, answer) = try second(
      "姓名,手机号,来源,日期,置业顾问,级别,备注\n甲二,13800000002,来访,2026-10-30,周敏,A,\n", "--update")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines[0].hasSuffix("导入 0，更新 1，不变 0，拒绝 0，空行 0"))
    #expect(answer.lines[1] == "  C000002 甲二：置业顾问 周敏")
    let show = try office.run("show", "甲二").out
    #expect(show.contains("顾问 周敏"))
    #expect(show.contains("2026-11-05  周敏  置业顾问 周敏"))
    #expect(
      try office.must("import", office.path("2.csv")).lines[0].hasSuffix("导入 0，不变 1，拒绝 0，空行 0"))
  }

  @Test func newsAreTakenBackAsOne() throws {
    let (office, _) = try second(Self.news, "--update")
    try office.must("undo")
    let show = try office.run("show", "甲一").out
    #expect(show.contains("级别 A") && show.contains("顾问 李明") && !show.contains("已认购"))
    #expect(try office.run("find", "甲三").lines == ["没有符合“甲三”的客户"])
  }

  @Test func whatWasChangedSinceIsNotChangedBack() throws {
    let office = try Office.open()
    try office.write(Self.first, to: "1.csv")
    try office.must("import", office.path("1.csv"), "--as-of", "2026-11-02")
    try office.must("edit", "甲一", "--grade", "C")
    try office.write(
      "姓名,手机号,来源,日期,级别,签约日期\n甲一,13800000001,来访,2026-10-30,A,2026-11-04\n", to: "2.csv")
    try office.must("import", office.path("2.csv"), "--update")
    let show = try office.run("show", "甲一").out
    #expect(show.contains("已签约") && show.contains("级别 C"))
  }

  @Test(
    arguments: [
      ("甲一,13800000001,来访,2026-10-29,李明,A,", "来访 2026-10-29", "来访 2026-10-30"),
      ("甲一,13800000001,来电,2026-10-30,李明,A,", "来电", "来访"),
    ])
  func whatContradictsIsRefused(_ row: String, _ said: String, _ known: String) throws {
    let (office, answer) = try second(
      "姓名,手机号,来源,日期,置业顾问,级别,备注\n\(row)\n", "--update")
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix(
        "revisit: \(office.path("2.csv")):2: “\(said)”与已记的 C000001 甲一（\(known)）矛盾；"
          + "改正此行，或用 revisit edit、revisit void 改记录\n"))
  }

  @Test func anotherNameIsAnotherCustomer() throws {
    let (office, answer) = try second(
      "姓名,手机号,来源,日期\n乙一,13800000001,来访,2026-10-30\n", "--update")
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix(
        "revisit: \(office.path("2.csv")):2: 手机号：“13800000001”是客户 C000001 甲一 的号码；改号码或删去此行\n"))
  }

  @Test func aLaterContactAndASecondPhoneAreNews() throws {
    let (office, answer) = try second(
      "姓名,手机号,备用电话,来源,日期,最近跟进时间,跟进记录\n"
        + "甲二,13800000002,13900000009,来访,2026-10-30,2026-11-03,要首付方案\n", "--update")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines[1] == "  C000002 甲二：电话 +139****0009、跟进 2026-11-03")
    #expect(try office.run("show", "13900000009").out.contains("电话 接通：要首付方案"))
  }
}
