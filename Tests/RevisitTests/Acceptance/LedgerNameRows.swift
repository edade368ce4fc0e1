import Testing

/// Names as they come in: how they are spaced and composed, and who is meant by them.
@Suite struct LedgerNameRows {
  private func imported(_ rows: String, _ more: String...) throws -> (Office, Office.Answer) {
    let office = try Office.open()
    try office.write("姓名,手机号,来源,日期,置业顾问\n" + rows, to: "a.csv")
    return (office, try office.run(["import", office.path("a.csv")] + more))
  }

  @Test(arguments: ["王　芳", "王 芳", " 王\u{A0}芳 ", "王\u{3000}\u{3000}芳"])
  func spacesBetweenChineseCharactersAreTakenOff(_ written: String) throws {
    let (office, answer) = try imported(
      "\(written),13800000001,来访,2026-11-03,李明\n王芳,13800000002,来访,2026-11-03,李明\n")
    #expect(answer.code == 0)
    #expect(answer.out.contains("去掉了多余的空白（1 处，第 2 行）"))
    // Both are named, so that no call is recorded for the wrong one.
    let log = try office.run("log", "王芳", "--by", "电话", "--note", "看三室")
    #expect(log.code == 65)
    #expect(log.err.contains("C000001 王芳") && log.err.contains("C000002 王芳"))
  }

  @Test func lettersAreFoundWhateverTheirCaseAndAccents() throws {
    let (office, answer) = try imported(
      "ANNE LEE,13800000001,来访,2026-11-03,李明\nJose\u{301},13800000002,来访,2026-11-03,李明\n"
        + "阿卜杜拉•买买提,13800000003,来访,2026-11-03,李明\nO’Brien,13800000004,来访,2026-11-03,李明\n")
    #expect(answer.code == 0, "\(answer.err)")
    for (text, number) in [
      ("anne", "C000001"), ("Anne Lee", "C000001"), ("annelee", "C000001"),
      ("Jos\u{E9}", "C000002"), ("阿卜杜拉·买买提", "C000003"), ("阿卜杜拉买买提", "C000003"),
      ("O'Brien", "C000004"), ("买提", "C000003"),
    ] {
      #expect(try office.run("find", text).lines.last?.contains(number) == true, "\(text)")
    }
    #expect(try office.run("log", "anne lee", "--by", "电话", "--note", "x").code == 0)
  }

  @Test(arguments: ["晓芳", "oyxf", "ouyang", "ouyangxiaofang"])
  func aGivenNameAndPinyinAreFound(_ text: String) throws {
    let (office, _) = try imported("欧阳晓芳,13800000001,来访,2026-11-03,李明\n")
    #expect(try office.run("find", text).lines.last?.contains("C000001") == true)
    #expect(try office.run("find", "oyf").lines == ["没有符合“oyf”的客户"])
  }

  @Test(arguments: ["李　明", "李 明", "李明 "])
  func aConsultantIsTheOneOfThatName(_ written: String) throws {
    let (office, answer) = try imported("甲一,13800000001,来访,2026-11-03,\(written)\n")
    #expect(answer.code == 0)
    #expect(try office.run("show", "甲一").out.contains("顾问 李明"))
    #expect(try office.run("staff").lines.count == 4)
  }

  @Test(arguments: ["李名", "李明（离职）", "李明(离职)", "李明/周敏", "李明、周敏", "李明经理"])
  func aNameNearAKnownOneIsAsked(_ written: String) throws {
    let (office, answer) = try imported("甲一,13800000001,来访,2026-11-03,\(written)\n")
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix(
        "revisit: \(office.path("a.csv")):2: 置业顾问：“\(written)”不在员工名册里；是否“李明”？"
          + "改正，或加 --new-staff 登记为新员工\n"))
    #expect(try office.run("staff").lines.count == 4)
    let again = try office.must("import", office.path("a.csv"), "--new-staff")
    #expect(again.lines.contains { $0.hasPrefix("新登记的置业顾问：") })
  }

  @Test func anotherNameIsAnotherPerson() throws {
    let (_, answer) = try imported(
      "甲一,13800000001,来访,2026-11-03,孙丽\n甲二,13800000002,来访,2026-11-03,孙莉\n")
    #expect(answer.code == 0)
    #expect(answer.lines.contains("新登记的置业顾问：孙丽 孙莉"))
  }

  @Test func theStaffHasNobodyTwice() throws {
    let office = try Office.open()
    try office.must("staff", "add", "Anne")
    #expect(try office.run("staff", "add", "anne").code == 65)
    #expect(try office.run("staff", "add", "李　明").code == 65)
    try office.must(
      "add", "甲一", "--phone", "13800000001", "--source", "来访", "--consultant", "ANNE")
  }

  @Test(
    arguments: [
      ("张先生", "男", "张先生您好"), ("王女士", "女", "王女士您好"), ("李总", "男", "李总您好"),
      ("赵阿姨", "女", "赵阿姨您好"), ("陈老师", "女", "陈老师您好"), ("孙强", "男", "孙强先生您好"),
    ])
  func aTitleInTheNameTakesNoSecondOne(_ name: String, _ sex: String, _ text: String) throws {
    let policy = """
      title: 试
      templates:
        - {id: hello, kind: message, says: 来访, text: "{name}{title}您好, 感谢来访。"}
      rules:
        - {id: r-1, says: 致谢, after: 来访, due: 0, channel: 短信, message: hello}

      """
    let office = try Office.open()
    try office.write(policy, to: "p.yaml")
    try office.must("policy", "adopt", office.path("p.yaml"), "--from", "2026-11-05")
    try office.enter("--source 来访 --sex \(sex)", on: "2026-11-05", as: name)
    #expect(try office.run("message", "draft").out.contains("  \(text), 感谢来访"))
  }

  @Test func damagedNamesAreRefusedAndSuspiciousOnesRemarked() throws {
    let (office, answer) = try imported("王\u{FFFD},13800000001,来访,2026-11-03,李明\n")
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix(
        "revisit: \(office.path("a.csv")):2: 姓名：有损坏的字；从原来的文件重新导出，或改正\n"))
    let (_, second) = try imported("鐜嬭姵,13800000001,来访,2026-11-03,李明\n")
    #expect(
      second.lines.contains(
        "  姓名：“鐜嬭姵”像是编码读错的字（王芳？）；从原来的文件另存为 CSV UTF-8 再导入（1 处，第 2 行）"))
  }

  @Test func textOfAnotherEncodingIsRemarked() throws {
    let office = try Office.open()
    // The header 姓名,手機 as Big5.
    let header: [UInt8] = [0xA9, 0x6D, 0xA6, 0x57, 0x2C, 0xA4, 0xE2, 0xBE, 0xF7, 0x0A]
    try office.write(header + Array("Wang,13800000001\n".utf8), to: "h.csv")
    let unread = try office.run("import", office.path("h.csv"))
    #expect(unread.code == 65 && unread.err.contains("--encoding big5"), "\(unread.err)")
    // 王雅萍 as Big5, read as GB18030.
    let bytes: [UInt8] = Array("name,phone\n".utf8) + [0xB4, 0xBF, 0xA7, 0xDA, 0xAC, 0xB1]
    try office.write(bytes + Array(",13800000001\n".utf8), to: "a.csv")
    let refused = try office.run("import", office.path("a.csv"))
    #expect(refused.code == 65 && refused.err.contains("像是编码读错的字"))
    let answer = try office.must("import", office.path("a.csv"), "--encoding", "gb18030")
    #expect(answer.out.contains("导入 1") && !answer.out.contains("编码读错"), "it was said to be so")
    // What an office in the mainland writes is left alone.
    try office.write(
      Array("name,phone\n".utf8) + [0xCD, 0xF5, 0xB7, 0xBC] + Array(",13800000002\n".utf8),
      to: "b.csv")
    #expect(!(try office.must("import", office.path("b.csv")).out.contains("编码读错")))
  }
}
