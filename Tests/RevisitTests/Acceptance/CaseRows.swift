import Testing

/// Feature rows on complaints, suggestions, repairs and services.
@Suite("Cases")
struct CaseRows {
  @Test("F074 a complaint is filed under a number, open, with its channel") func f074() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-11-01")
    let told = try office.at("2026-11-02 09:00", "case add 王芳 投诉 --about 房屋质量 --by 电话").out
    #expect(told.contains("K00001  投诉 房屋质量 电话"))
    let item = try #require(try office.cases("2026-11-02").first)
    #expect(item.case == "K00001" && item.kind == "complaint" && item.about == "房屋质量")
    #expect(item.state == "opened" && item.channel == "phone")
    #expect(try office.at("2026-11-02", "case show k1").out.contains("2026-11-02 09:00"))
    #expect(try office.at("2026-11-02", "doctor").out.contains("没有问题"))
  }

  @Test("F074 edge: a case on 29 February, taken back, then numbered on; none of that number")
  func f074Edge() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2028-02-28")
    try office.at("2028-02-29", "case add 王芳 建议 --about 会所")
    try office.at("2028-02-29", "undo")
    #expect(try office.cases("2028-02-29").isEmpty)
    try office.at("2028-02-29", "case add 王芳 投诉")
    #expect(try office.cases("2028-02-29").map(\.case) == ["K00002"])
    let none = try office.attempt("2028-02-29", "case show K00001")
    #expect(none.code == 66 && none.err.contains("K00001"))
    let early = try office.attempt("2028-02-29", "case step K2 处理 --on 2028-02-28")
    #expect(early.code == 64 && early.err.contains("--on"))
    #expect(try office.at("2028-02-29", "doctor").out.contains("没有问题"))
  }

  @Test("F075 the solution the same day, the reply by text the next") func f075() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 投诉 --about 噪声")
    #expect(
      try office.asks("2026-11-02", "wx-5.2", "wx-5.3") == ["wx-5.2 due 2026-11-02..2026-11-02"])
    let told = try office.at("2026-11-02", "case step K00001 方案 --note 加隔音").out
    #expect(told.contains("已结：投诉商定 按时"))
    #expect(
      try office.asks("2026-11-03", "wx-5.2", "wx-5.3") == ["wx-5.3 due 2026-11-03..2026-11-03"])
    let sent = try office.at("2026-11-03", "log 王芳 --by 短信 --user 王经理").out
    #expect(sent.contains("已结：次日答复"))
  }

  @Test("F075 edge: two complaints on the year's last day are two reasons") func f075Edge() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-12-30")
    try office.at("2026-12-31", "case add 王芳 投诉 --about 噪声")
    try office.at("2026-12-31", "case add 王芳 投诉 --about 电梯")
    #expect(try office.asks("2026-12-31", "wx-5.2").count == 2)
    try office.at("2026-12-31", "case step K00002 方案")
    #expect(try office.asks("2026-12-31", "wx-5.2").count == 1)
    #expect(
      try office.asks("2027-01-02", "wx-5.2") == ["wx-5.2 overdue 2026-12-31..2026-12-31"])
  }

  @Test("F076 called back 3 to 5 days after handling; a work order within 3 of closing")
  func f076() throws {
    let office = try Office.under(
      "segment", "workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 投诉")
    try office.at("2026-11-05", "case step K00001 处理")
    #expect(try office.asks("2026-11-07", "seg-4.3").isEmpty)
    #expect(try office.asks("2026-11-08", "seg-4.3") == ["seg-4.3 due 2026-11-08..2026-11-10"])
    #expect(try office.asks("2026-11-11", "seg-4.3") == ["seg-4.3 overdue 2026-11-08..2026-11-10"])
    try office.enter("--source 来访", on: "2026-11-01", as: "赵强", phone: 2)
    try office.at("2026-11-04", "case add 赵强 报修")
    try office.at("2026-11-05", "case step K00002 关闭")
    #expect(
      try office.due("2026-11-05").reasons("赵强").contains(
        "wo-2a due 2026-11-05..2026-11-08"))
    try office.call("赵强", on: "2026-11-08", by: "赵工")
    #expect(try !office.due("2026-11-09").rules("赵强").contains("wo-2a"))
  }

  @Test("F077 a promised reply is due that day and overdue the next") func f077() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C", on: "2026-11-01")
    try office.call(on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 投诉")
    let told = try office.at("2026-11-02", "case step K00001 承诺 --to 2026-11-12").out
    #expect(told.contains("投诉承诺 2026-11-12"))
    #expect(try office.asks("2026-11-11", "reply").isEmpty)
    #expect(try office.asks("2026-11-12", "reply") == ["reply due 2026-11-12..2026-11-12"])
    #expect(try office.asks("2026-11-13", "reply") == ["reply overdue 2026-11-12..2026-11-12"])
    #expect(try office.why("2026-11-13", rule: "reply").contains("答应的回复"))
    let settled = try office.at("2026-11-13", "case step K00001 回复").out
    #expect(settled.contains("已结：答应的回复 迟"))
    #expect(try office.asks("2026-11-13", "reply").isEmpty)
  }

  @Test("F077 edge: kept by a call, kept early, and a newer promise over the year's end")
  func f077Edge() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C", on: "2026-12-01")
    try office.at("2026-12-28", "case add 王芳 投诉")
    try office.at("2026-12-28", "case step K1 承诺 --to 2026-12-30")
    try office.at("2026-12-29", "case step K1 承诺 --to 2027-01-01")
    #expect(try office.asks("2026-12-31", "reply").isEmpty)
    #expect(try office.asks("2027-01-02", "reply") == ["reply overdue 2027-01-01..2027-01-01"])
    try office.call(on: "2027-01-02")
    #expect(try office.asks("2027-01-02", "reply").isEmpty)
    try office.at("2027-01-02", "case step K1 承诺 --to 2027-01-09")
    try office.at("2027-01-05", "case step K1 回复")
    #expect(try office.asks("2027-01-10", "reply").isEmpty)
    let past = try office.attempt("2027-01-05", "case step K1 承诺 --to 2027-01-04")
    #expect(past.code == 64 && past.err.contains("--to"))
    #expect(try office.attempt("2027-01-05", "case step K1 承诺").code == 64)
  }

  @Test("F078 the same matter to several departments has priority") func f078() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 投诉 --about 漏水 --department 客服部")
    try office.at("2026-11-03", "case add 王芳 投诉 --about 停车 --department 客服部")
    let told = try office.at("2026-11-04", "case add 王芳 投诉 --about 漏水 --department 工程部").out
    #expect(told.contains("与 K00001 是同一件事，都作重点"))
    #expect(try office.cases("2026-11-04").filter(\.priority).map(\.case) == ["K00001", "K00003"])
    try office.at("2026-11-04", "case add 王芳 投诉 --about 渗水 --department 物业")
    try office.at("2026-11-04", "case link K00001 K00004")
    #expect(try office.cases("2026-11-04").filter(\.priority).count == 3)
    try office.at("2026-11-04", "undo")
    #expect(try office.cases("2026-11-04").filter(\.priority).count == 2)
  }

  @Test("F078 edge: merged customers keep numbers, steps and links; taken back they part again")
  func f078Merge() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-11-01")
    try office.enter("--source 来访", on: "2026-11-01", as: "王方", phone: 2)
    try office.at("2026-11-02", "case add 王芳 投诉 --about 漏水 --department 客服部")
    try office.at("2026-11-03", "case add 王方 投诉 --about 漏水 --department 工程部")
    try office.at("2026-11-03", "case step K2 承诺 --to 2026-11-12")
    try office.at("2026-11-04", "case link K1 K2")
    try office.at("2026-11-05", "merge 王方 --into 王芳")
    let cases = try office.cases("2026-11-05")
    #expect(cases.map(\.case) == ["K00001", "K00002"] && cases.allSatisfy(\.priority))
    #expect(cases.allSatisfy { $0.customer == "C000001" })
    #expect(try office.asks("2026-11-13", "reply") == ["reply overdue 2026-11-12..2026-11-12"])
    #expect(try office.at("2026-11-05", "doctor").out.contains("没有问题"))
    try office.at("2026-11-05", "undo")
    #expect(try office.cases("2026-11-05").map(\.customer) == ["C000001", "C000002"])
    #expect(try office.at("2026-11-05", "doctor").out.contains("没有问题"))
  }
}
