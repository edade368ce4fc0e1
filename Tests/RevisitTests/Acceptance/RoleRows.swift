import Testing

/// Rules that name a role (由谁做): on the list of that role, not on the consultant's.
@Suite("Work of other roles")
struct RoleRows {
  /// The complaint is filed on Monday 11-02 and handled on 11-03: gcs-3.1 by 客服.
  private func complaint(_ office: Office) throws {
    try office.enter("--source 客资", on: "2026-11-02")
    try office.at("2026-11-02", "case add 王芳 投诉 --about 噪声")
    try office.at("2026-11-03", "case step K00001 处理")
  }

  private func office(_ staff: [String]) throws -> Office {
    let office = try Office.open()
    try office.at(
      "2026-11-01", "policy adopt cs-work-system --set callback_every=3m --from 2026-11-01")
    for member in staff { try office.at("2026-11-01", "staff add \(member)") }
    return office
  }

  @Test("by 客服: on the list of customer service, and not on the consultant's") func service() throws
  {
    let office = try office(["赵敏 --role 客服"])
    try complaint(office)
    #expect(try office.due("2026-11-03", "--consultant 李明").items.isEmpty)
    let reply = "cws-4.3b due 2026-11-03..2026-11-04"
    for list in ["--role 客服", "--consultant 赵敏", "--user 赵敏"] {
      #expect(try office.due("2026-11-03", list).reasons() == [reply], "\(list)")
    }
    #expect(try office.due("2026-11-03").reasons() == [reply], "the whole office's has everything")
    #expect(try office.due("2026-11-03", "--role 经理").items.isEmpty)
    let page = try office.at("2026-11-03", "due --user 赵敏").out
    #expect(page.contains("客服 赵敏") && page.contains("13800000001"))
    #expect(try office.at("2026-11-03", "due").out.contains("由客服做"))
    let both = try office.attempt("2026-11-03", "due --role 客服 --consultant 李明")
    #expect(both.code == 64 && both.err.contains("--role"))
    try office.at("2026-11-04", "log 王芳 --by 电话 \(recorded) --note 满意 --user 赵敏")
    #expect(try office.due("2026-11-04", "--role 客服").items.isEmpty)
  }

  @Test("Nobody has the role: the managers see it, the consultants do not") func nobody() throws {
    let office = try office([])
    try complaint(office)
    #expect(try office.due("2026-11-03", "--consultant 李明").items.isEmpty)
    #expect(try office.due("2026-11-03", "--role 经理").rules() == ["cws-4.3b"])
    #expect(try office.due("2026-11-03", "--consultant 王经理").rules() == ["cws-4.3b"])
    #expect(try office.due("2026-11-03", "--user 王经理").rules() == ["cws-4.3b"])
    try office.at("2026-11-03", "staff add 赵敏 --role 客服")
    #expect(try office.due("2026-11-03", "--role 经理").items.isEmpty)
  }

  @Test("by 销售经理: an urgent complaint is the manager's, its callback service's and the manager's")
  func manager() throws {
    let office = try Office.open()
    try office.at(
      "2026-11-01",
      "policy adopt group-cs --set complaint_opens=1 --set complaint_due=3 --from 2026-11-01")
    try office.at("2026-11-01", "staff add 赵敏 --role 客服")
    try office.enter("--source 客资", on: "2026-11-02")
    try office.at("2026-11-02", "case add 王芳 投诉 --urgency 紧急")
    #expect(try office.due("2026-11-02", "--role 经理").rules() == ["gcs-3.2a"])
    #expect(try office.due("2026-11-02", "--role 客服").items.isEmpty)
    try office.at("2026-11-02", "case step K00001 处理 --user 王经理")
    #expect(try office.due("2026-11-03", "--role 经理").rules() == ["gcs-3.2b"])
    #expect(try office.due("2026-11-03", "--role 客服").rules() == ["gcs-3.1"])
    #expect(try office.due("2026-11-03", "--consultant 李明").items.isEmpty)
  }

  @Test("The report has a row for the role; the consultant's rate is without it") func report()
    throws
  {
    let office = try office(["赵敏 --role 客服"])
    try complaint(office)
    let week = try office.week("2026-W45", asOf: "2026-11-08")
    let rows = week.consultants.map { "\($0.consultant ?? ""): \($0.text)" }
    #expect(rows == ["李明: due 0", "周敏: due 0", "客服: due 2: on time 1, missed 1"])
    #expect(week.total.text == "due 2: on time 1, missed 1")
    let page = try office.at("2026-11-08", "report --week 2026-W45").out
    #expect(page.split(separator: "\n").contains { $0.contains("2026-11-04") && $0.contains("客服") })
  }

  @Test("A case that was given is charged to whoever it was given to, as the lists have it")
  func reportOfGiven() throws {
    let office = try office(["赵敏 --role 客服", "何欢 --role 客服"])
    try office.enter("--source 客资", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-03", "2026-11-04"] {
      try office.at(day, "case add 王芳 投诉 --about 噪声")
    }
    try office.at("2026-11-02", "case step K00001 派单 --to 何欢")
    try office.at("2026-11-02", "case step K00001 升级 --to 李明")
    try office.at("2026-11-03", "case step K00002 升级 --to 周敏")
    try office.at("2026-11-07", "case step K00003 派单 --to 何欢")
    for asOf in ["2026-11-08", "2026-11-15"] {
      let week = try office.week("2026-W45", asOf: asOf)
      let rows = week.consultants.map { "\($0.consultant ?? ""): \($0.text)" }
      #expect(
        rows == ["李明: due 0", "周敏: due 0", "何欢: due 1: missed 1", "客服: due 2: missed 2"],
        "once in all; the third was given when it was late already")
      #expect(week.misses.map(\.consultant) == ["何欢", "客服", "客服"])
      try office.at("2026-11-14", "case step K00002 派单 --to 赵敏")
    }
    let page = try office.at("2026-11-08", "report --week 2026-W45").out
    #expect(page.split(separator: "\n").contains { $0.contains("漏 ") && $0.contains("何欢") })
  }

  @Test("why says who does it") func why() throws {
    let office = try office(["赵敏 --role 客服"])
    try complaint(office)
    let why = try office.why("2026-11-03", rule: "cws-4.3b")
    #expect(why.contains("客服，不在顾问的名单上（revisit due --role 客服）"))
    let english = try office.at("2026-11-03", "why 王芳 --rule cws-4.3b --lang en").out
    #expect(english.contains("service, not on the consultant's list"))
  }

  @Test("The morning's files agree: service has a page, the manager's has what is nobody's")
  func daily() throws {
    let office = try office([])
    try complaint(office)
    try office.at("2026-11-03", "daily --out \(office.folder)")
    #expect(office.read("2026-11-03-李明.txt")?.contains("王芳") == false)
    #expect(office.read("2026-11-03-经理.txt")?.contains("投诉答复") == true)
    #expect(office.read("2026-11-03-经理.html")?.contains("王芳") == true)
    let overview = try office.at("2026-11-03", "daily --dry-run").out
    #expect(overview.contains("投诉答复"))
    try office.at("2026-11-03", "staff add 赵敏 --role 客服")
    let folder = office.folder
    try office.at("2026-11-04", "daily --out \(folder)")
    #expect(office.read("2026-11-04-赵敏.txt")?.contains("王芳") == true)
    // Of the manager's it is told that the complaint waits, and nothing asks for a call.
    #expect(office.read("2026-11-04-经理.txt")?.contains("今天（1）") == false)
  }

  @Test("Edge: who is charged with the case sees it, whatever role the rule names") func charged()
    throws
  {
    let office = try office(["赵敏 --role 客服"])
    try office.enter("--source 客资", on: "2026-11-02")
    try office.at("2026-11-02", "case add 王芳 投诉 --about 噪声")
    #expect(try office.due("2026-11-02", "--consultant 李明").items.isEmpty)
    try office.at("2026-11-02", "case step K00001 派单 --to 李明")
    #expect(try office.due("2026-11-02", "--consultant 李明").rules() == ["cws-4.3a"])
    #expect(try office.due("2026-11-02", "--role 客服").rules() == ["cws-4.3a"])
  }

  @Test("Edge: a member of the role who has customers of their own has both on one list")
  func ownCustomers() throws {
    let office = try office(["赵敏 --role 客服"])
    try complaint(office)
    try office.enter(
      "--source 客资", on: "2026-11-02", as: "李娜", phone: 2, consultant: "赵敏")
    try office.at("2026-11-02", "log 李娜 --by 电话 \(recorded) --note 约 --next 11-03")
    #expect(try office.due("2026-11-03", "--user 赵敏").names.sorted() == ["李娜", "王芳"])
    #expect(try office.due("2026-11-03", "--role 客服").names == ["王芳"])
  }

  /// 2,010 signings on 11-02, 11-03 and 11-04; those of 11-04 are called last.
  @Test("Edge: of a role's work a file has the 1000 most urgent, and says how many more there are")
  func longList() throws {
    let office = try office(["赵敏 --role 客服"])
    try office.write(
      """
      policy: many
      rules:
        - id: m-1
          says: 签约后客服回访
          by: 客服
          after: 签约
          due: 1
          channel: 电话
      """, to: "many.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("many.yaml")) --from 2026-11-01")
    let rows = (0..<2_010).map { index in
      let day = index % 201 == 0 ? 4 : 2 + index % 2
      return "客户\(index),1370000\(1_000 + index),来访,2026-11-02,李明,2026-11-0\(day)"
    }
    try office.write(
      (["姓名,手机号,来源渠道,首次日期,置业顾问,签约日期"] + rows).joined(separator: "\n") + "\n",
      to: "many.csv")
    try office.at("2026-11-05", "import \(office.path("many.csv"))")
    try office.at("2026-11-05", "daily --out \(office.folder)")
    let more = "这是最急的 1000 位，另有 1010 位：revisit due --role 客服"
    let page = try #require(office.read("2026-11-05-赵敏.txt"))
    #expect(page.contains("逾期 1000") && page.contains(more))
    #expect(office.read("2026-11-05-赵敏.html")?.contains(more) == true)
    let lines = office.read("2026-11-05-赵敏.csv")?.split(whereSeparator: \.isNewline) ?? []
    #expect(lines.count == 1_001)
    #expect(!lines.contains { $0.contains("2026-11-05") || $0.contains("2026-11-04") })
    #expect(try office.due("2026-11-05", "--role 客服").items.count == 2_010)
    // The page of the whole office is cut likewise; what another program reads is whole.
    let whole = try office.at("2026-11-05", "due").out
    #expect(whole.contains("这是最急的 1000 位，另有 1010 位：revisit due --format csv"))
    #expect(try office.due("2026-11-05", "").items.count == 2_010)
    #expect(try !office.at("2026-11-05", "due --all").out.contains("另有 1010 位"))
  }
}
