import Testing

/// Every command that says on whose list a customer stands, and when, says the same.
@Suite("One decision about the list")
struct OneDecisionRows {
  private static let repairs = """
    policy: repairs
    rules:
      - id: r-1
        says: 报修登记次日前回电
        after: {case: 登记, of: 报修}
        opens: 0
        due: 1
        channel: 电话
        by: 客服

    """

  /// 何欢 and 许诺 are 客服; 林晓 is 周敏's customer and reports a defect on 2027-03-16.
  private func repairs() throws -> Office {
    let office = try Office.open(from: "2027-03-01")
    try office.write(Self.repairs, to: "repairs.yaml")
    try office.at(
      "2027-03-01", "policy adopt \(office.path("repairs.yaml")) --from 2027-03-01")
    for name in ["何欢", "许诺"] { try office.at("2027-03-01", "staff add \(name) --role 客服") }
    try office.enter("--source 客资", on: "2027-03-15", as: "林晓", phone: 3, consultant: "周敏")
    try office.at("2027-03-16", "case add 林晓 报修 --about 漏水")
    return office
  }

  private func heading(_ office: Office, _ user: String, _ asOf: String = "2027-03-16") throws
    -> String
  {
    try office.at(asOf, "why 林晓 --user \(user)").out
  }

  /// The row of the overview that the dry run and the manager's file both have.
  private func row(_ page: String?, _ name: String) -> String? {
    page?.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map(String.init)
  }

  @Test("A case given to one of a role: nobody else has it, and all are told who has it")
  func given() throws {
    let office = try repairs()
    for user in ["何欢", "许诺"] {
      #expect(try office.due("2027-03-16", "--user \(user)").rules("林晓") == ["r-1"])
    }
    try office.at("2027-03-16", "case step K00001 派单 --to 许诺")
    for user in ["何欢", "周敏", "李明"] {
      #expect(try office.due("2027-03-16", "--user \(user)").items.isEmpty, "\(user)")
      let why = try heading(office, user)
      #expect(why.contains("今天不在你的名单上"), "\(user): \(why)")
      #expect(why.contains("在 许诺 的名单上：应在 2027-03-17"), "\(user): \(why)")
      #expect(why.contains("许诺（派单或升级）"), "\(user): \(why)")
      let brief = try office.at("2027-03-16", "brief 林晓 --user \(user)").out
      #expect(brief.contains("这次为什么打\n  （无）\n在别人的名单上\n  许诺  r-1"), "\(user): \(brief)")
    }
    #expect(try office.due("2027-03-16", "--user 许诺").rules("林晓") == ["r-1"])
    #expect(try heading(office, "许诺").contains("\n应在 2027-03-17"))
    let own = try office.at("2027-03-16", "brief 林晓 --user 许诺").out
    #expect(own.contains("这次为什么打\n  r-1") && !own.contains("在别人的名单上"))
    #expect(try office.due("2027-03-16", "--role 客服").rules("林晓") == ["r-1"])
    let english = try office.at("2027-03-16", "why 林晓 --user 何欢 --lang en").out
    #expect(english.contains("on the list of 许诺: due by 2027-03-17"))
  }

  @Test("The last one given to has it; an escalation adds somebody and takes it from nobody")
  func givenAnew() throws {
    let office = try repairs()
    func listed(_ asOf: String = "2027-03-16") throws -> [String] {
      try ["何欢", "许诺", "周敏", "李明", "王经理"].filter { user in
        try office.due(asOf, "--consultant \(user)").rules("林晓") == ["r-1"]
      }
    }
    #expect(try listed() == ["何欢", "许诺"])
    try office.at("2027-03-16", "case step K00001 升级 --to 李明")
    #expect(try listed() == ["何欢", "许诺", "李明"], "nobody was given it")
    try office.at("2027-03-16", "case step K00001 派单 --to 许诺")
    #expect(try listed() == ["许诺", "李明"])
    try office.at("2027-03-16", "case step K00001 派单 --to 何欢")
    #expect(try listed() == ["何欢", "李明"])
    try office.at("2027-03-16", "case step K00001 升级 --to 王经理")
    #expect(try listed() == ["何欢", "李明", "王经理"])
  }

  @Test("The dry run has a row for everybody who gets a file, as the files have it")
  func dryRun() throws {
    let office = try repairs()
    try office.at("2027-03-16", "case step K00001 升级 --to 李明")
    try office.at("2027-03-16", "case step K00001 升级 --to 王经理")
    let overview = try office.at("2027-03-16 09:00", "daily --dry-run").out
    try office.at("2027-03-16 09:00", "daily --out \(office.folder)")
    let page = try #require(office.read("2027-03-16-经理.txt"))
    for name in ["李明", "何欢", "许诺", "经理"] {
      let wanted = self.row(overview, name)
      let row = try #require(wanted, "\(name): \(overview)")
      #expect(row == self.row(page, name))
      #expect(row.split(separator: " ").dropFirst().map(String.init) == ["0", "0", "1", "0"])
      #expect(office.read("2027-03-16-\(name).txt")?.contains("林晓") == true, "\(name)")
    }
    #expect(row(overview, "周敏")?.hasSuffix("0") == true && overview == page)
  }

  @Test("What is recorded says on whose list the next thing stands") func recorded() throws {
    let office = try repairs()
    let added = try office.at("2027-03-16", "case add 林晓 报修 --about 门锁 --user 周敏").out
    #expect(added.contains("r-1 2027-03-17（客服）"), "\(added)")
    let given = try office.at("2027-03-16", "case step K00002 派单 --to 许诺 --user 周敏").out
    #expect(given.contains("在 许诺 的名单上：2027-03-17"), "\(given)")
    let own = try office.at("2027-03-16", "log 林晓 --by 短信 --note 收到 --user 许诺").out
    #expect(own.contains("下一次：2027-03-17（周三）前，r-1"), "\(own)")
    #expect(!own.contains("的名单上"), "\(own)")
  }

  @Test("What one rule asks about two cases is told once, or with the case in each") func twoCases()
    throws
  {
    let office = try repairs()
    try office.at("2027-03-16", "case add 林晓 报修 --about 门锁")
    let text = try office.at("2027-03-16", "log 林晓 --by 短信 --note 收到 --user 许诺").out
    #expect(text.contains("注意：r-1 K00001、K00002 要求电话，短信不算，仍未结"), "\(text)")
    #expect(text.ranges(of: "仍未结").count == 1)
    let brief = try office.at("2027-03-16", "brief 林晓 --user 许诺").out
    for number in ["K00001", "K00002"] {
      #expect(brief.contains("r-1 \(number) 明天为止：报修登记次日前回电"), "\(brief)")
    }
    let why = try office.at("2027-03-16", "why 林晓 --user 许诺").out
    // What follows a case is settled by a conversation about it: of two nobody knows which is meant.
    #expect(why.contains("没有要结的事项"), "\(why)")
    let log = "log 林晓 --by 电话 --note 修好 --user 许诺"
    let call = try office.at("2027-03-16", log).out
    #expect(call.contains("未结：K00001 的 r-1；谈的是这件事就加 --about K00001"), "\(call)")
    let about = try office.at("2027-03-16", log + " --about K00002").out
    #expect(about.contains("谈的是 K00002") && about.contains("已结：r-1 按时"), "\(about)")
    let last = try office.at("2027-03-16", log).out
    #expect(last.contains("记为谈 K00001") && last.contains("已结：r-1 按时"), "\(last)")
  }

  @Test("A rule that says nothing ends in no colon") func sayingNothing() throws {
    let brief = try wave().at("2027-04-06", "brief 业主1 --user 周敏").out
    let line = brief.split(separator: "\n").first { $0.hasPrefix("  v-1") }
    #expect(line?.hasSuffix("：") == false || brief.contains("今天不列出"), "\(brief)")
    #expect(!brief.split(separator: "\n").contains { $0.hasSuffix("：") }, "\(brief)")
  }

  @Test("daily honours the hour of --as-of, as due does") func hour() throws {
    let office = try repairs()
    try office.at("2027-03-16", "log 林晓 --by 电话 --note 晚点 --next \"2027-03-18 14:00\"")
    for (time, isPast) in [("10:00", false), ("15:30", true)] {
      let asOf = "2027-03-18 \(time)"
      let listed = try office.at(asOf, "due --consultant 周敏").out
      try office.at(asOf, "daily --out \(office.folder)")
      let file = try #require(office.read("2027-03-18-周敏.txt"))
      for page in [listed, file] {
        #expect(page.split(separator: "\n").contains { $0.hasPrefix("*") && $0.contains("林晓") })
        #expect(page.contains("已过 14:00") == isPast, "\(page)")
      }
    }
  }

  /// Ten owners of 周敏's, told by phone of the handover of 2027-04-12, Monday, in the week before.
  private func wave() throws -> Office {
    let office = try Office.open(from: "2027-03-01")
    try office.write(
      """
      policy: waves
      capacity: 4
      rules:
        - {id: v-1, audience: {has: 签约}, milestones: [交房], lead: 7, channel: 电话, spread: true}

      """, to: "waves.yaml")
    try office.at("2027-03-01", "policy adopt \(office.path("waves.yaml")) --from 2027-03-01")
    let rows = (0...9).map { "业主\($0),1390000000\($0),客资,2027-03-02,周敏,2027-03-02" }
    try office.write(
      (["姓名,手机号,来源渠道,首次日期,置业顾问,签约日期"] + rows).joined(separator: "\n") + "\n",
      to: "owners.csv")
    try office.at("2027-03-02", "import \(office.path("owners.csv"))")
    try office.at("2027-03-02", "milestone add 交房 --on 2027-04-12")
    return office
  }

  @Test("Spread over days: due, why, brief and log name the same day") func spread() throws {
    let office = try wave()
    let listed = try Set(office.due("2027-04-06", "--consultant 周敏").names)
    #expect(listed.count == 4)
    var named = ["2027-04-06": listed]
    for number in 0...9 {
      let name = "业主\(number)"
      let why = try office.at("2027-04-06", "why \(name) --user 周敏").out
      let brief = try office.at("2027-04-06", "brief \(name) --user 周敏").out
      #expect(why.contains("今天回访：分批排在") == listed.contains(name), "\(why)")
      #expect(brief.contains("v-1 今天，最迟 04-11") == listed.contains(name), "\(brief)")
      guard !listed.contains(name) else { continue }
      let day = try #require(why.split(separator: "\n").first { $0.contains("今天不列出") })
        .suffix(10)
      #expect(why.contains("现状        暂缓：分批通知，排在以后，到 \(day)"), "\(why)")
      #expect(brief.contains("今天不列出") && brief.contains(day), "\(brief)")
      let told = try office.at("2027-04-06", "log \(name) --by 短信 --note 收到 --user 周敏").out
      #expect(told.contains("下一次：\(day)") && told.contains("分批，最迟 04-11"), "\(told)")
      named[String(day), default: []].insert(name)
    }
    #expect(named.count == 4)
    for (day, names) in named.sorted(by: { $0.key < $1.key }) {
      #expect(try work(office, day) == names, "\(day)")
    }
  }

  /// Calls everybody whom the list of 周敏 has that day: what is left undone would come first on the
  /// next. Returns whom.
  private func work(_ office: Office, _ day: String) throws -> Set<String> {
    let names = try office.due(day, "--consultant 周敏").names
    for name in names { try office.call(name, on: day) }
    return Set(names)
  }

  @Test("Before a wave begins, what is recorded names the day that falls to the customer")
  func beforeTheWave() throws {
    let office = try wave()
    let told = try office.at("2027-04-01", "log 业主7 --by 短信 --note 收到 --user 周敏").out
    let line = try #require(told.split(separator: "\n").first { $0.hasPrefix("下一次") })
    let day = String(line.dropFirst("下一次：".count).prefix(10))
    let listed = try #require(
      ["2027-04-05", "2027-04-06", "2027-04-07", "2027-04-08", "2027-04-09"]
        .first { try work(office, $0).contains("业主7") })
    #expect(day == listed)
  }
}
