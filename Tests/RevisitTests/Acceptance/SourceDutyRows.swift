import Testing

/// Duties of the sources that name nobody's birthday and no festival, and are easily forgotten: what
/// the manager, the clerk and 客服 owe, and callbacks that no complaint asks for.
@Suite("What the sources ask of everybody")
struct SourceDutyRows {
  /// An office where each role has somebody.
  static func office(_ policies: String, from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(from: from)
    try office.at(from, "staff add 孙客服 --role 客服")
    try office.at(from, "staff add 刘内业 --role 内业")
    try office.at(from, "policy adopt \(policies) --from \(from)")
    return office
  }

  private static let renovation =
    "home-reno --set early_days=7 --set midterm_days=3 --set completion_days=7 "
    + "--set company=翠湖家装 --set minutes=10"

  // MARK: roster

  @Test("ro-3.3 ro-3.7 ro-f4.2 the manager approves, reviews and hands the book on") func manager()
    throws
  {
    let office = try Self.office("roster")
    let sunday = try office.owed("2026-11-22", of: "王经理")
    #expect(sunday.contains("ro-3.3b manager due 2026-11-22 0/1 x3"))
    try office.at("2026-11-22 16:00", "done 回访排期表 --user 李明")
    let approved = try office.at("2026-11-22 18:00", "ledger approve 1 --user 王经理").lines
    #expect(approved.contains("已结：核定排期 按时"))
    #expect(approved.contains("下一次：2026-11-29（周日）前，核定排期"))
    let monday = try office.owed("2026-11-23", of: "王经理")
    #expect(
      monday == ["ro-3.7 manager due 2026-11-23 0/1 x3", "ro-f4.2 manager due 2026-11-23 0/1 x3"])
    try office.at("2026-11-23 10:00", "done 名录簿审阅 --user 王经理 --note 王芳的抗性写清楚")
    try office.at("2026-11-23 11:00", "done 名录簿上交 --user 王经理")
    #expect(try office.owed("2026-11-23 12:00", of: "王经理").isEmpty)
  }

  @Test("ro-3.3 edge: taken back, the approval is owed again; a problem closed approves nothing")
  func managerEdge() throws {
    let office = try Self.office("roster")
    try office.at("2026-11-22 16:00", "done 回访排期表 --user 李明")
    try office.at("2026-11-22 16:10", "ledger add 巡查问题 --note 灯坏 --user 孙客服")
    try office.at("2026-11-22 16:20", "ledger close 2 --user 王经理")
    let isOwed = { (now: String) in
      try office.owed(now, of: "王经理").contains { $0.hasPrefix("ro-3.3b") }
    }
    #expect(try isOwed("2026-11-22 17:00"))
    try office.at("2026-11-22 18:00", "ledger approve 1 --user 王经理")
    #expect(try !isOwed("2026-11-22 18:30"))
    try office.at("2026-11-22 19:00", "undo --user 王经理")
    #expect(try isOwed("2026-11-22 19:30"))
  }

  @Test("ro-3.2 客服 files the cards and the tracking forms") func filing() throws {
    let office = try Self.office("roster")
    let filing = { (now: String) in
      try office.owed(now, of: "孙客服").filter { $0.hasPrefix("ro-3.2") }
    }
    #expect(
      try filing("2026-12-06")
        == ["ro-3.2a service due 2026-12-06 0/1 x5", "ro-3.2b service due 2026-12-06 0/1 x5"])
    try office.at("2026-12-06 15:00", "done 管理卡存档 --user 孙客服")
    #expect(try filing("2026-12-06 16:00").map { $0.prefix(7) } == ["ro-3.2b"])
  }

  @Test("ro-3.5 a buyer is called on, once a month") func buyers() throws {
    let office = try Self.office("roster")
    try office.enter("--source 来访", on: "2026-11-02")
    try office.at("2026-11-05", "event 王芳 认购")
    #expect(try office.due("2026-11-08").rules() == [])
    #expect(try office.due("2026-12-05").reasons() == ["ro-3.5c due 2026-12-05..2026-12-05"])
    #expect(try office.due("2027-01-05").reasons() == ["ro-3.5c overdue 2026-12-05..2026-12-05 x1"])
  }

  @Test("ro-f2.1 the list says what the customer asked, until it is answered") func enquiries()
    throws
  {
    let office = try Self.office("roster")
    try office.enter("--source 来访", on: "2026-11-02")
    try office.at("2026-11-03", "case add 王芳 咨询 --about 学区")
    let asks = { (now: String) in
      try office.at(now, "due --consultant 李明").out.contains("K00001 咨询 学区")
    }
    #expect(try asks("2026-11-05"))
    try office.at("2026-11-05", "case step K00001 回复 --note 划片未定")
    #expect(try office.due("2026-11-05").rules().contains("ro-3.5a"))
    #expect(try !asks("2026-11-05"))
  }

  // MARK: site-fines

  @Test("sf-1.1a the clerk enters the day's calls; sf-1.6 sf-2.5 the manager checks the records")
  func clerkAndChecks() throws {
    let office = try Self.office("site-fines")
    #expect(try office.owed("2026-11-10", of: "刘内业").first?.hasPrefix("sf-1.1a") == true)
    try office.at("2026-11-10 18:00", "done 来电录入 --user 刘内业 --note 3组")
    #expect(
      try office.owed("2026-11-10 19:00", of: "刘内业").allSatisfy { !$0.contains(" due 2026-11-10") })
    let sunday = try office.owed("2026-11-15", of: "王经理")
    #expect(sunday.map { $0.split(separator: " ")[0] } == ["sf-1.6", "sf-2.5"])
    try office.at("2026-11-15 17:00", "done 来电抽查 --user 王经理 --note 李明1条太短")
    #expect(try office.owed("2026-11-15 18:00", of: "王经理").count == 1)
  }

  @Test("sf-2.1 visitors hear the project's news, and are called on after the second callback")
  func visitors() throws {
    let office = try Self.office("site-fines")
    try office.enter("--source 来访", on: "2026-12-01")
    try office.at("2026-12-02", "log 王芳 --by 电话 \(recorded) --note 近况 --intention B --time 10:00")
    try office.at("2026-12-10", "milestone add 封顶 --on 2026-12-12")
    #expect(try office.due("2026-12-12").rules() == ["sf-2.1a", "sf-2.3"])
    try office.at("2026-12-12", "log 王芳 --by 微信 --note 封顶了 --intention B --time 11:00")
    #expect(try office.due("2026-12-26").rules() == [])
    #expect(try office.due("2026-12-27").reasons() == ["sf-2.1b due 2026-12-27..2026-12-27"])
    try office.at("2026-12-27", "event 王芳 认购")
    #expect(try office.due("2027-01-11").rules() == [])
  }

  // MARK: group-cs, workorder-72h

  @Test("gcs-2 owners and major customers without a complaint; gcs-4.2.3 the questions")
  func groupService() throws {
    let office = try Self.office("qnc group-cs")
    try office.enter("--source 来访 --tag 大客户", on: "2026-11-10")
    try office.enter("--source 来访", on: "2026-11-10", as: "陈刚", phone: 2)
    try office.at("2026-11-10", "event 陈刚 签约")
    let rules = { (day: String, name: String) in
      try office.due(day, "--role 客服").rules(name).filter { $0.hasPrefix("gcs") }
    }
    #expect(try rules("2026-12-10", "王芳") == ["gcs-2b"])
    #expect(try rules("2027-02-09", "陈刚") == [])
    #expect(try rules("2027-02-10", "陈刚") == ["gcs-2a"])
    let questions = try office.owed("2027-05-01", of: "孙客服").filter { $0.hasPrefix("gcs") }
    #expect(questions == ["gcs-4.2.3 service due 2027-05-01 0/1"])
  }

  @Test("wo-3 a problem found in a callback is solved and explained; wo-6 the check of oneself")
  func workOrders() throws {
    let office = try Self.office("workorder-72h --set major_every=1m")
    try office.enter("--source 来访", on: "2026-11-10")
    try office.at("2026-11-20", "case add 王芳 建议 --about 路灯")
    #expect(
      try office.due("2026-11-23", "--role 客服").reasons()
        == ["wo-3a due 2026-11-20..2026-11-23"])
    try office.at("2026-11-23", "case step K00001 处理 --note 已加装 --user 孙客服")
    #expect(
      try office.due("2026-11-24", "--role 客服").reasons()
        == ["wo-3b due 2026-11-23..2026-11-24"])
    #expect(
      try office.owed("2026-11-30", of: "王经理") == ["wo-6 manager due 2026-11-30 0/1"])
  }

  // MARK: home-reno

  @Test("hr-3.1 photos during the works and after them; hr-4.3 what nothing reads is not demanded")
  func photos() throws {
    let office = try Self.office(Self.renovation)
    try office.enter("--source 来访", on: "2026-11-05")
    try office.at("2026-11-10", "event 王芳 开工")
    let photos = { (day: String) in
      try office.due(day, "--role 客服").reasons().filter { $0.hasPrefix("hr-3.1") }
    }
    #expect(try photos("2026-11-20") == ["hr-3.1a due 2026-11-10..2026-11-25"])
    try office.at("2026-11-20", "log 王芳 --by 上门 \(recorded) --note 看了水电 --time 10:00")
    #expect(try photos("2026-11-20").count == 1)
    let taken = try office.at("2026-11-20", "event 王芳 现场照片 --note 水电.jpg").out
    #expect(taken.contains("已结：施工拍照 按时"))
    try office.at("2027-01-05", "event 王芳 竣工")
    #expect(try photos("2027-01-12") == ["hr-3.1b due 2027-01-05..2027-01-12"])
  }

  // MARK: The rest of the systems

  @Test("ch and csc are adopted as far as they rule anything") func wholeSystems() throws {
    let office = try Self.office("ch csc --set routine_every=3m --set major_every=1m")
    try office.enter("--source 来电", on: "2026-11-09")
    try office.at("2026-11-09", "case add 王芳 投诉 --about 噪音")
    #expect(try office.due("2026-11-10").rules() == ["ch-11"])
    try office.at("2026-11-10", "case step K00001 回复 --note 已沟通")
    #expect(try office.due("2026-11-11").rules() == [])
    #expect(try office.due("2027-02-09", "--role 客服").rules() == ["csc-1.2a"])
    #expect(try office.owed("2026-11-15", of: "王经理").map { $0.prefix(5) } == ["ch-12"])
    let blank = try office.attempt("2026-11-16", "policy adopt cs-control --from 2026-11-17")
    #expect(blank.code == 78 && blank.err.contains("routine_every"))
  }
}
