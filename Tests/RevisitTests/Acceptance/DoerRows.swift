import Testing

/// What settles what: a conversation is one of whoever does the duty (由谁做、谁谈的).
@Suite("A conversation settles what its speaker does")
struct DoerRows {
  private func office(
    _ policy: String, _ staff: [String] = [], also: [String] = []
  ) throws -> Office {
    let office = try Office()
    try office.must(
      ["init", "--from", "2026-12-01", "--as-of", "2026-12-01", "--policy", policy] + also)
    let everybody = ["李明 --role 置业顾问", "宋雅 --role 客服", "郑总 --role 经理"]
    for member in staff.isEmpty ? everybody : staff {
      try office.at("2026-12-01", "staff add \(member)")
    }
    return office
  }

  private func speak(
    _ office: Office, _ day: String, _ speaker: String, with name: String = "魏东",
    by channel: String = "电话"
  ) throws -> String {
    try office.at(day, "log \(name) --by \(channel) --note 办好了 \(recorded) --user \(speaker)").out
  }

  @Test("who leaves has said what they said; what was theirs goes back to their role")
  func leaving() throws {
    let office = try office(
      "qnc", ["李明 --role 置业顾问", "宋雅 --role 客服", "何静 --role 客服", "郑总 --role 经理"])
    try office.enter("--source 来访 --grade D", on: "2026-12-07", as: "魏东")
    for matter in ["门锁", "噪声", "渗水"] {
      try office.at("2026-12-07", "case add 魏东 报修 --about \(matter)")
    }
    for number in ["K00002", "K00003"] {
      try office.at("2026-12-07", "case step \(number) 派单 --to 宋雅")
    }
    try office.at("2026-12-07", "case step K00003 承诺 --to 2026-12-11 --user 宋雅")
    try office.at(
      "2026-12-08", "log 魏东 --by 电话 --note 换锁芯 --about K00001 --next 2026-12-10 --user 宋雅")
    func week() throws -> [String] {
      try office.week("2026-W50", asOf: "2026-12-09").consultants.map {
        "\($0.consultant ?? ""): \($0.text)"
      }
    }
    let before = try week()
    try office.at("2026-12-09", "staff leave 宋雅")
    #expect(try week() == before)
    try office.write(try office.at("2026-12-11", "why 魏东 --as-test").out, to: "case.yaml")
    try office.at("2026-12-11", "policy test \(office.path("case.yaml"))")
    #expect(try office.due("2026-12-11", "--consultant 李明").items.isEmpty)
    #expect(
      try office.due("2026-12-11", "--consultant 何静").rules("魏东").sorted()
        == ["agreed", "case", "reply"])
    try office.at("2026-12-11", "daily --out \(office.folder)")
    #expect(office.read("2026-12-11-何静.txt")?.contains("魏东") == true)
    let own = try office.at(
      "2026-12-11", "log 魏东 --by 电话 --note 明天来修 --about K00003 --user 何静"
    ).out
    #expect(own.contains("与客户的约定 迟") && own.contains("答应的回复 按时"), "\(own)")
    let other = try office.at(
      "2026-12-11", "log 魏东 --by 电话 --note 量过了 --user 何静"
    ).out
    #expect(other.contains("记为谈 K00002") && other.contains("答复事项 迟"), "\(other)")
  }

  @Test("a specialist's callback leaves the manager's, and the answer says whose it is")
  func twoParts() throws {
    let office = try office("group-cs")
    try office.enter("--source 客资", on: "2026-12-07", as: "魏东")
    try office.at("2026-12-07", "case add 魏东 投诉 --urgency 紧急")
    let handled = try office.at("2026-12-08", "case step K00001 处理 --user 宋雅").out
    #expect(!handled.contains("已结"), "the specialist's step is not the manager's: \(handled)")
    #expect(try office.due("2026-12-08", "--role 经理").rules("魏东") == ["gcs-3.2a"])
    let told = try office.at("2026-12-08", "case step K00001 升级 --to 郑总 --user 宋雅").out
    #expect(told.contains("已结：重大投诉上报 迟"), "\(told)")

    let called = try speak(office, "2026-12-11 10:30", "宋雅")
    #expect(called.contains("已结：投诉回访 按时"), "\(called)")
    #expect(called.contains("未结：经理回访，归销售经理"), "\(called)")
    #expect(try office.due("2026-12-11").rules("魏东") == ["gcs-3.2b"])
    let consultants = try speak(office, "2026-12-11 11:30", "李明")
    #expect(!consultants.contains("已结"), "\(consultants)")
    let managers = try speak(office, "2026-12-12 10:30", "郑总")
    #expect(managers.contains("已结：经理回访 按时"), "\(managers)")
  }

  @Test("升级 settles what asks that the manager knows; what is left is the consultant's to solve")
  func escalation() throws {
    let office = try office("min-quarter")
    try office.enter("--source 客资", on: "2027-03-01", as: "魏东")
    try office.at("2027-03-01", "case add 魏东 投诉 --about 漏水")
    try office.at("2027-03-01", "case add 魏东 投诉 --about 门窗")
    let told = try office.at("2027-03-01", "case step K00001 升级 --to 郑总").out
    #expect(told.contains("已结：投诉报经理 按时"), "\(told)")
    let handled = try office.at("2027-03-02", "case step K00002 处理 --user 李明").out
    #expect(handled.contains("已结：投诉解决 按时"), "\(handled)")
    #expect(try office.due("2027-03-02", "--role 经理").rules("魏东") == ["mq-1.7a"])
    let own = try office.at("2027-03-02", "case step K00002 方案 --user 郑总").out
    #expect(own.contains("已结：投诉报经理"), "the manager's own word does: \(own)")
  }

  @Test("where nobody holds the role the manager does it, without a manager the consultant")
  func nobody() throws {
    let blanks = ["--set", "callback_every=3m"]
    let stand = [
      (["李明 --role 置业顾问", "郑总 --role 经理"], "郑总", "李明"),
      (["李明 --role 置业顾问", "汪洋 --role 内业"], "李明", "汪洋"),
    ]
    for (staff, doer, other) in stand {
      let office = try office("cs-work-system", staff, also: blanks)
      try office.enter("--source 客资", on: "2026-12-07", as: "魏东")
      try office.at("2026-12-07", "case add 魏东 投诉")
      try office.at("2026-12-08", "case step K00001 处理")
      let list = try office.due("2026-12-08", "--consultant \(doer)")
      #expect(list.rules("魏东") == ["cws-4.3b"])
      #expect(!(try speak(office, "2026-12-08", other).contains("已结")), "\(other)")
      #expect(try speak(office, "2026-12-08", doer).contains("已结：投诉答复"), "\(doer)")
    }
  }

  @Test("a case that was given is settled by whoever it was given or escalated to")
  func given() throws {
    let staff = [
      "李明 --role 置业顾问", "宋雅 --role 客服", "韩雪 --role 客服", "郑总 --role 经理",
    ]
    let office = try office("cs-work-system", staff, also: ["--set", "callback_every=3m"])
    for (index, name) in ["魏东", "魏西", "魏南"].enumerated() {
      try office.enter("--source 客资", on: "2026-12-07", as: name, phone: index)
      try office.at("2026-12-07", "case add \(name) 投诉")
      try office.at("2026-12-07", "case step K0000\(index + 1) 派单 --to 韩雪")
      try office.at("2026-12-08", "case step K0000\(index + 1) 处理")
    }
    try office.at("2026-12-08", "case step K00003 升级 --to 李明")
    for (name, speaker, settles) in [
      ("魏东", "宋雅", false), ("魏东", "韩雪", true), ("魏西", "李明", false), ("魏西", "韩雪", true),
      ("魏南", "宋雅", false), ("魏南", "李明", true),
    ] {
      let told = try speak(office, "2026-12-08", speaker, with: name)
      #expect(told.contains("已结：投诉答复") == settles, "\(name) \(speaker): \(told)")
    }
  }

  @Test("the sales side: any consultant and the manager speak for it, the other roles do not")
  func salesSide() throws {
    let staff = [
      "李明 --role 置业顾问", "宋雅 --role 客服", "郑总 --role 经理", "贺兰 --role 置业顾问",
      "汪洋 --role 内业",
    ]
    let office = try office("qnc", staff)
    for (index, speaker) in ["李明", "贺兰", "郑总", "宋雅", "汪洋"].enumerated() {
      try office.enter("--source 来访 --grade A", on: "2026-12-07", as: "客\(index)", phone: index)
      let told = try speak(office, "2026-12-07", speaker, with: "客\(index)")
      #expect(told.contains("已结：当日回访") == (index < 3), "\(speaker): \(told)")
      #expect(told.contains("未结：当日回访，归李明") == (index >= 3), "\(told)")
    }
  }

  @Test(
    "a day that customer service agreed is theirs: on their list, kept by them, charged to them")
  func agreedByService() throws {
    let staff = [
      "李明 --role 置业顾问", "宋雅 --role 客服", "韩雪 --role 客服", "郑总 --role 经理",
    ]
    let office = try office("qnc", staff)
    try office.enter("--source 来访 --grade C", on: "2026-12-07", as: "魏东")
    _ = try speak(office, "2026-12-07", "李明")
    try office.at("2026-12-08", "log 魏东 --by 电话 \(recorded) --note 报修 --next 2026-12-10 --user 宋雅")
    #expect(try office.due("2026-12-10", "--consultant 李明").items.isEmpty)
    #expect(try office.due("2026-12-10", "--consultant 宋雅").names == ["魏东"])
    #expect(try office.due("2026-12-10", "--consultant 韩雪").items.isEmpty)
    #expect(try office.at("2026-12-10", "why 魏东 --user 李明").out.contains("宋雅"))
    try office.at("2026-12-10", "daily --out \(office.folder)")
    #expect(office.read("2026-12-10-李明.txt")?.contains("魏东") == false)
    #expect(office.read("2026-12-10-宋雅.txt")?.contains("魏东") == true)
    let sales = try speak(office, "2026-12-10", "李明")
    #expect(!sales.contains("已结"), "\(sales)")
    let week = try office.week("2026-W50", asOf: "2026-12-14")
    let rows = week.consultants.map { "\($0.consultant ?? ""): \($0.text)" }
    #expect(rows.contains("宋雅: due 1: missed 1"), "\(rows)")
    #expect(!rows.contains { $0.hasPrefix("李明") && $0.contains("missed") }, "\(rows)")
    let kept = try speak(office, "2026-12-14", "韩雪")
    #expect(kept.contains("已结："), "a colleague of theirs keeps it: \(kept)")
  }
}
