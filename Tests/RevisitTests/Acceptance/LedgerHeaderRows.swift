import Testing

/// Ledgers as offices keep them: their headers, separators, channels and histories.
@Suite struct LedgerHeaderRows {
  /// Imports a file of that text into a usual office.
  static func ledger(
    _ text: String, _ more: String..., asOf: String = "2026-11-05 09:00"
  ) throws -> (office: Office, answer: Office.Answer) {
    let office = try Office.open(asOf: asOf)
    try office.write(text, to: "a.csv")
    return (office, try office.run(["import", office.path("a.csv")] + more))
  }

  @Test(arguments: ["到访日期", "首次到访日期", "来访时间", "首访日期"])
  func aColumnOfVisitsMakesVisitors(_ header: String) throws {
    let (office, answer) = try Self.ledger(
      "姓名,手机号,\(header),归属顾问,级别\n甲一,13800000001,2026-11-03,李明,A\n")
    #expect(answer.code == 0)
    #expect(try office.run("show", "甲一").out.contains("来源 来访  自 2026-11-03"))
    #expect(try office.run("due", "--consultant", "李明").out.contains("甲一"))
  }

  @Test(arguments: ["归属顾问", "归属", "负责人", "跟进人", "所属顾问", "接待顾问"])
  func aColumnOfConsultantsIsKnownByManyNames(_ header: String) throws {
    let (office, answer) = try Self.ledger(
      "姓名,手机号,来源,日期,\(header)\n甲一,13800000001,来访,2026-11-03,周敏\n")
    #expect(answer.code == 0)
    #expect(try office.run("show", "甲一").out.contains("顾问 周敏"))
  }

  @Test func whoHasNoConsultantIsSaidSoAtOnce() throws {
    let (_, answer) = try Self.ledger(
      "姓名,手机号,来源,日期,置业顾问\n甲一,13800000001,来访,2026-11-03,\n甲二,13800000002,来访,2026-11-03,李明\n")
    #expect(answer.lines.contains("无安排、不在谁名单上的 1 位（revisit find --unplanned 列出）"))
    #expect(answer.lines.contains("  其中没有顾问的 1 位：revisit edit 客户 --consultant 姓名"))
  }

  @Test func anUnknownColumnIsToldInTheTableAndWhatFollowsFromIt() throws {
    let (_, answer) = try Self.ledger("姓名,手机号,级别,线索日期\n甲一,13800000001,A,10月\n")
    #expect(
      answer.lines.contains("  线索日期：“线索日期”未识别的列，不导入；用 --map 列=field 指定（1 处，第 1 行）"))
    #expect(
      answer.lines.contains(
        "  其中没有来电来访的 1 位：revisit event 客户 来访 --on 日期"))
  }

  static let channels = """
    客户姓名,联系电话,置业顾问,获客渠道,到访日期
    甲一,13800000001,李明,自然到访,2026-11-03
    甲二,13800000002,李明,电话,2026-11-03

    """

  @Test func aChannelThatIsNoSourceIsKept() throws {
    let (office, answer) = try Self.ledger(Self.channels)
    #expect(answer.code == 0)
    let show = try office.run("show", "甲一").out
    #expect(show.contains("来源 来访"))
    #expect(show.contains("获客渠道：自然到访"))
  }

  @Test(arguments: ["获客渠道:电话=来电", "获客渠道：电话＝来电"])
  func valuesAreMapped(_ map: String) throws {
    let (office, answer) = try Self.ledger(Self.channels, "--map-value", map)
    #expect(answer.code == 0)
    #expect(try office.run("show", "甲二").out.contains("来源 来电"))
    #expect(try office.run("show", "甲一").out.contains("来源 来访"))
  }

  @Test func aMapOfValuesNamesAColumnOfTheFile() throws {
    let (_, answer) = try Self.ledger(Self.channels, "--map-value", "渠道:电话=来电")
    #expect(answer.code == 64)
    #expect(answer.err.contains("渠道：“渠道”是命令行写的列，文件里没有；是否“获客渠道”？"))
    let (_, wrong) = try Self.ledger(Self.channels, "--map-value", "电话=来电")
    #expect(wrong.code == 64)
    #expect(
      wrong.err == "revisit: --map-value：“电话=来电”不是 列：值=词；例如 --map-value 获客渠道：自然到访=来访\n")
  }

  @Test(arguments: [",", ";", "\t"])
  func titlesStandAboveTheHeader(_ mark: String) throws {
    let rows = [
      ["阳光花园客户台账", "", "", ""], ["制表日期：2026-11-05", "", "", ""],
      ["姓名", "手机号", "来源", "日期"], ["甲一", "13800000001", "来访", "2026-11-03"],
    ]
    let text = rows.map { $0.joined(separator: mark) + "\n" }.joined()
    let (office, answer) = try Self.ledger(text)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines[0].hasSuffix("1 行（编码 UTF-8）：导入 1，不变 0，拒绝 0，空行 0"))
    #expect(try office.run("find", "甲一").lines.count == 2)
  }

  @Test func aProblemBelowTitlesIsToldWithItsLine() throws {
    let (office, answer) = try Self.ledger("台账\n姓名,手机号\n甲一,1380000001\n")
    #expect(answer.err.hasPrefix("revisit: \(office.path("a.csv")):3: 手机号：“1380000001”有 10 位数字"))
  }

  @Test(arguments: ["姓名，手机号，来源\n甲一，13800000001，来访\n", "姓名、手机号、来源\n"])
  func otherSeparatorsAreNamed(_ text: String) throws {
    let (office, answer) = try Self.ledger(text)
    #expect(answer.code == 65)
    #expect(
      answer.err
        == "revisit: \(office.path("a.csv")):1: 表头用“，”“；”“、”或“|”分隔；另存为 CSV UTF-8，列之间用半角逗号\n")
  }

  @Test func severalColumnsHoldPhones() throws {
    let (office, answer) = try Self.ledger(
      "姓名,手机号,备用电话,电话2,来源,日期\n甲一,13800000001,13900000002,13700000003,来访,2026-11-03\n"
        + "甲二,,13900000004,没有,来访,2026-11-03\n")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(
      try office.run("show", "甲一", "--user", "李明").lines[0]
        == "C000001  甲一  13800000001  13900000002  13700000003"
        || office.run("find", "13700000003").out.contains("甲一"))
    #expect(try office.run("show", "甲二").out.contains("电话2：没有"))
  }

  static let history = """
    姓名,手机号,来源,日期,置业顾问,级别,最近跟进时间,跟进记录,下次跟进时间
    甲一,13800000001,来访,2026-10-20,李明,A,2026-10-28,看中三室,2026-11-10
    甲二,13800000002,来访,2026-10-20,李明,A,,嫌远,待定

    """

  @Test func whatWasSaidBeforeIsAFact() throws {
    let (office, answer) = try Self.ledger(Self.history)
    #expect(answer.code == 0, "\(answer.err)")
    let show = try office.run("show", "甲一").out
    #expect(show.contains("2026-10-28  李明  电话 接通，约定 2026-11-10：看中三室"))
    let due = try office.at("2026-11-10 09:00", "due --consultant 李明 --format csv")
    #expect(due.out.contains("甲一"))
    let other = try office.run("show", "甲二").out
    #expect(other.contains("跟进记录：嫌远"))
    #expect(other.contains("下次跟进时间：待定"))
  }

  @Test func remarksAreGroupedWithTheirPlaces() throws {
    let rows = (1...5).map { "客\($0),138-0000-000\($0),来访,2026/11/3\n" }.joined()
    let (_, answer) = try Self.ledger("姓名,手机号,来源,日期\n" + rows)
    #expect(answer.lines[1] == "整理过或值得一看的地方 10 处（--format json 列出）")
    #expect(answer.lines[2] == "  手机号：“138-0000-0001”读作 13800000001（5 处，第 2、3、4 行等）")
    #expect(answer.lines[3] == "  日期：“2026/11/3”读作 2026-11-03（5 处，第 2、3、4 行等）")
  }
}
