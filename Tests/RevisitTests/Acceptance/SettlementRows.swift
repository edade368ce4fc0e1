import Testing

/// What settles what: each sentence of the rule, through the program.
@Suite("What settles what")
struct SettlementRows {
  /// An office under `qnc` whose texts can be sent.
  private func office(_ policies: String = "qnc", from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(from: from)
    if policies != "qnc" { try office.at(from, "policy adopt \(policies) --from \(from)") }
    try office.at(from, "office set project 阳光花园")
    try office.at(from, "office set reserve_phone 0571-88889999")
    return office
  }

  /// Drafts, hands out and reports as sent the texts of that day.
  @discardableResult
  private func send(_ office: Office, on day: String, _ draft: String = "") throws -> String {
    try office.at(day + " 08:00", "message draft \(draft)")
    try office.at(day + " 08:00", "message approve --all")
    let file = office.path("\(day).jsonl")
    try office.at(day + " 08:01", "message batch --out \(file)")
    return try office.at(day + " 20:30", "message sent --file \(file)").out
  }

  @Test("a festival text settles the greeting alone: not the payment, not the agreed day")
  func festivalText() throws {
    let office = try office()
    try office.enter("--source 来访 --sex 女", on: "2026-12-20")
    try office.at("2026-12-26", "event 王芳 签约 --pay-by 2027-01-01")
    try office.at("2026-12-27", "log 王芳 --by 电话 --note 元旦来取合同 --next 2027-01-01")
    let told = try send(office, on: "2027-01-01")
    #expect(told.contains("已结：节日问候") && !told.contains("付款") && !told.contains("约定"))
    #expect(try Set(office.due("2027-01-01 21:00").rules()).isSuperset(of: ["agreed", "payment"]))
    #expect(try office.due("2027-01-02").reason("payment")?.status == "overdue")
    #expect(try office.due("2027-01-02").reason("agreed")?.status == "overdue")
  }

  @Test("a birthday text after a complaint leaves the complaint's reply owed") func birthdayText()
    throws
  {
    let office = try office("qnc wenxin", from: "2027-03-01")
    try office.enter("--source 来访 --sex 男 --birthday 1988-03-17", on: "2027-03-02")
    try office.at("2027-03-03", "event 王芳 认购")
    try office.at("2027-03-16", "case add 王芳 投诉 --about 停车")
    let told = try send(office, on: "2027-03-17", "--rule wx-1.1")
    #expect(told.contains("生日短信 ") && !told.contains("次日答复"))
    #expect(
      try office.asks("2027-03-17 21:00", "wx-5.2", "wx-5.3") == [
        "wx-5.2 overdue 2027-03-16..2027-03-16", "wx-5.3 due 2027-03-17..2027-03-17",
      ])
  }

  @Test("a text resets no cadence and is not the last contact; one written by hand is both")
  func noCadence() throws {
    let office = try office()
    try office.enter("--source 来访 --sex 女 --grade A --tag VIP", on: "2026-12-18")
    try office.call(on: "2026-12-20")
    let cadence = try office.due("2027-01-10").reasons()
    try send(office, on: "2026-12-25")
    #expect(try office.due("2027-01-10").reasons() == cadence)
    let list = try office.at("2026-12-26", "brief 王芳").out
    #expect(list.contains("2026-12-20") && !list.contains("圣诞到了"))
    try office.at("2026-12-26 10:00", "log 王芳 --by 微信 --outcome 已发送 --note 新年快乐")
    #expect(try office.at("2026-12-26", "brief 王芳").out.contains("新年快乐"))
  }

  @Test("a text of a series settles the slot that is open; the series goes on as it was")
  func series() throws {
    let office = try office("qnc wenxin")
    try office.enter("--source 来访 --sex 女", on: "2026-11-02")
    try office.at("2026-11-03", "event 王芳 认购")
    let told = try send(office, on: "2026-11-05", "--rule wx-1.3a --set obtained=外立面完成")
    #expect(told.contains("已结：进度短信"))
    #expect(try office.due("2026-11-19").reason("wx-1.3a")?.due == "2026-11-19 20:00")
  }
}
