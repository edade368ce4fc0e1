import Testing

/// `import` through the binary. What each cell means is tested with the reader of the files.
@Suite struct ImportCommandTests {
  static let sound = #"""
    姓名,手机号,来源渠道,首次日期,级别,置业顾问,认购日期,交房日期,标签,备注
    王芳,13800000001,来访,2026-11-02,A,李明,2026-11-04,2027-06-30,重点,"爱问, ""学区"""
    赵强,138 0000 0002,来电,2026/11/3,B,孙丽,,,,=1+1

    """#

  static let mixed = """
    姓名,手机号,来源渠道,首次日期,级别
    王芳,13800000001,来访,2026-11-02,A
    赵强,1380000002,来电,2026-11-03,B
    钱七,13800000003,来访,2026-13-04,B
    孙八,13800000001,来访,2026-11-04,C

    """

  @Test func aSoundFileBecomesCustomers() throws {
    let office = try Office.open()
    try office.write(Self.sound, to: "台账.csv")
    let answer = try office.run("import", office.path("台账.csv"))
    #expect(answer.code == 0)
    #expect(
      answer.out == """
        \(office.path("台账.csv"))：2 行（编码 UTF-8）：导入 2，不变 0，拒绝 0，空行 0
        整理过或值得一看的地方 3 处（--format json 列出）
          手机号：“138 0000 0002”读作 13800000002（1 处，第 3 行）
          备注：“=1+1”像公式，按文字保存（1 处，第 3 行）
          首次日期：“2026/11/3”读作 2026-11-03（1 处，第 3 行）
        新客户到 11-12 要联系（人次）：今天 2（逾期 2），明天 1
          孙丽：今天 1（逾期 1），明天 1
          李明：今天 1（逾期 1）
        新登记的置业顾问：孙丽
        撤销：revisit undo

        """)
    let show = try office.run("show", "王芳").out
    #expect(show.contains("阶段 已认购（2026-11-04）  级别 A  标签 重点"))
    #expect(show.contains("顾问 李明"))
    #expect(show.contains("爱问, \"学区\""))
    // The delivery is agreed for a day to come: it is not told before, and told then.
    #expect(show.contains("→ 交房 -"))
    #expect(try office.run("show", "王芳", "--as-of", "2027-07-01").out.contains("阶段 已交房"))
  }

  @Test func repeatingChangesNothing() throws {
    let office = try Office.open()
    try office.write(Self.sound, to: "a.csv")
    try office.must("import", office.path("a.csv"))
    try office.must("edit", "王芳", "--grade", "C", "--do-not-contact", "--note", "换了备注")
    let before = try office.run("doctor").out
    let again = try office.must("import", office.path("a.csv"))
    #expect(again.lines[0].hasSuffix("导入 0，不变 2，拒绝 0，空行 0"))
    #expect(again.lines.last == "没有改动")
    #expect(try office.run("doctor").out == before)
    #expect(try office.run("show", "王芳").out.contains("级别 C  标签 重点  免打扰"))
  }

  @Test func oneWrongRowKeepsTheWholeFileOut() throws {
    let office = try Office.open()
    try office.write(Self.mixed, to: "a.csv")
    let file = office.path("a.csv")
    let answer = try office.run("import", file)
    #expect(answer.code == 65)
    #expect(answer.out == "")
    #expect(
      answer.err == """
        revisit: \(file):3: 手机号：“1380000002”有 10 位数字；手机应为 11 位，如 13800000001
        revisit: \(file):4: 首次日期：没有 2026-13-04 这一天；没有 13 月
        revisit: \(file):5: 手机号：“13800000001”与第 2 行的号码相同；合并两行或改号码
        revisit: \(file)：4 行中 3 行有错，全部未写入（编码 UTF-8）；改后再导，或加 --skip-bad 只导入正确的行

        """)
    #expect(try office.run("find", "王").lines == ["没有符合“王”的客户"])
  }

  @Test func problemsAsJSON() throws {
    let office = try Office.open()
    try office.write(Self.mixed, to: "a.csv")
    let answer = try office.run("import", office.path("a.csv"), "--format", "json")
    #expect(answer.code == 65)
    #expect(
      answer.out.hasPrefix(
        #"{"version":1,"rows":4,"imported":0,"refused":3,"unchanged":0,"warnings":0,"problems":["#
          + #"{"line":3,"column":"手机号","code":"phone_invalid","value":"1380000002"},"#
          + #"{"line":4,"column":"首次日期","code":"date_invalid","value":"2026-13-04"},"#
          + #"{"line":5,"column":"手机号","code":"phone_repeated","value":"13800000001"}],"#))
  }

  @Test func theSoundRowsOnRequest() throws {
    let office = try Office.open()
    try office.write(Self.mixed, to: "a.csv")
    let answer = try office.run("import", office.path("a.csv"), "--skip-bad")
    #expect(answer.code == 0)
    #expect(answer.lines[0].hasSuffix("导入 1，不变 0，拒绝 3，空行 0"))
    let rejects = try #require(office.read("a.refused.csv"))
    #expect(rejects.hasPrefix("\u{FEFF}姓名,手机号,来源渠道,首次日期,级别,导入问题\r\n赵强,1380000002,"))
    let again = try office.run("import", office.path("a.csv"), "--skip-bad")
    #expect(again.code == 73)
    // Corrected, the reject file is imported like any other.
    try office.write(
      "姓名,手机号,来源渠道,首次日期,级别,导入问题\n赵强,13800000002,来电,2026-11-03,B,手机号\n", to: "b.csv")
    #expect(try office.must("import", office.path("b.csv")).lines[0].contains("导入 1，"))
  }

  @Test func aDryRunWritesNothing() throws {
    let office = try Office.open()
    try office.write(Self.sound, to: "a.csv")
    let answer = try office.must("import", office.path("a.csv"), "--dry-run")
    #expect(answer.lines.last == "只是检查，没有写入")
    #expect(try office.run("find", "王芳").lines == ["没有符合“王芳”的客户"])
    #expect(try office.run("staff").lines.count == 4)
  }

  @Test func aPhoneOfAnotherCustomerIsRefused() throws {
    let office = try Office.withWang()
    try office.write("姓名,手机号,来源渠道,首次日期\n王方,13800000001,来访,2026-11-02\n", to: "a.csv")
    let answer = try office.run("import", office.path("a.csv"))
    #expect(answer.code == 65)
    #expect(answer.err.contains(":2: 手机号：“13800000001”"))
    #expect(answer.err.contains("C000001 王芳"))
  }

  @Test func undoTakesTheWholeImportBack() throws {
    let office = try Office.open()
    try office.write(Self.sound, to: "a.csv")
    try office.must("import", office.path("a.csv"))
    #expect(try office.must("undo").lines[0] == "已撤销：import 2026-11-05 09:00")
    #expect(try office.run("find", "王芳").lines == ["没有符合“王芳”的客户"])
    #expect(try office.must("import", office.path("a.csv")).lines[0].contains("导入 2，"))
  }

  @Test(
    arguments: [
      (["import", "无.csv"], 66, "无.csv：没有这个文件"),
      (["import", "/tmp"], 66, "/tmp：不是普通文件；给出 CSV 文件"),
      (["import", "/dev/null"], 66, "/dev/null：不是普通文件；给出 CSV 文件"),
      (["import", "a.csv", "--reject", "b.csv"], 64, "--reject：还需要 --skip-bad"),
      (["import", "a.csv", "--map", "联系人"], 64, "--map：“联系人”不是 列=字段；例如 --map 联系人=name"),
      (["import", "a.csv", "--format", "csv"], 64, "--format：不认识“csv”；可写 table json"),
    ] as [([String], Int32, String)])
  func refuses(_ arguments: [String], _ code: Int32, _ err: String) throws {
    let answer = try Office.open().run(arguments)
    #expect(answer.code == code)
    #expect(answer.err == "revisit: \(err)\n")
  }
}
