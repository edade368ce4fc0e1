import Testing

/// Feature rows on escalation, work orders, services and response times.
@Suite("Work orders")
struct OrderRows {
  @Test("F079 a major complaint stands on the manager's list, with both names") func f079() throws {
    let office = try Office.under("qnc", "group-cs")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 投诉 --about 漏水 --urgency 紧急")
    try office.at("2026-11-02", "case step K00001 派单 --to 赵工")
    let manager = try office.due("2026-11-02", "--consultant 王经理")
    #expect(manager.names == ["王芳"] && manager.rules() == ["gcs-3.2a"])
    let page = try office.at("2026-11-02", "due --consultant 王经理").out
    #expect(page.contains("K00001 投诉 漏水（赵工）"))
    try office.at("2026-11-03", "case step K00001 升级 --to 王经理")
    try office.at("2026-11-04", "case step K00001 处理")
    // The manager's part is the manager's alone; the specialist's was escalated to him too.
    for (name, rules) in [("王经理", ["gcs-3.1", "gcs-3.2b"]), ("赵工", ["gcs-3.1"])] {
      #expect(try office.due("2026-11-07", "--consultant \(name)").rules() == rules, "\(name)")
    }
    #expect(try office.at("2026-11-07", "due").out.contains("（赵工、王经理）"))
  }

  @Test("F035 seventy-two hours by the clock, over a weekend") func f035() throws {
    let office = try Office.under("workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来电", on: "2026-11-01")
    try office.at("2026-11-06 15:00", "case add 王芳 报修 --about 漏水")
    #expect(
      try office.at("2026-11-06 16:00", "why 王芳 --rule wo-2b").out.contains("2026-11-09 15:00"))
    #expect(
      try !office.at("2026-11-09 15:00", "due --role 客服").out.contains("逾期（1）"))
    #expect(
      try office.at("2026-11-09 15:01", "due --role 客服").out.contains("逾期（1）"))
  }

  @Test("F035 edge: without a time the last day counts whole") func f035Edge() throws {
    let office = try Office.under("workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来电", on: "2026-11-01")
    try office.at("2026-12-31", "case add 王芳 投诉 --on 12-29")
    #expect(try !office.at("2027-01-01 23:59", "due --role 客服").out.contains("逾期（1）"))
    #expect(try office.at("2027-01-02 00:00", "due --role 客服").out.contains("逾期（1）"))
  }

  @Test("F079 edge: assigned anew it leaves the first one's list; who it goes to is needed")
  func f079Edge() throws {
    let office = try Office.under("workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来访", on: "2026-12-30")
    try office.at("2026-12-31 23:59", "case add 王芳 报修")
    try office.at("2026-12-31 23:59", "case step K1 派单 --to 赵工")
    #expect(try office.due("2027-01-01", "--consultant 赵工").rules() == ["wo-2b"])
    try office.at("2027-01-01", "case step K1 派单 --to 王经理")
    #expect(try office.due("2027-01-01", "--consultant 赵工").items.isEmpty)
    #expect(try office.due("2027-01-01", "--consultant 王经理").rules() == ["wo-2b"])
    #expect(try office.attempt("2027-01-01", "case step K1 升级").code == 64)
    #expect(try office.attempt("2027-01-01", "case step K1 处理 --to 赵工").code == 64)
  }

  @Test("F080 a suggestion wants a reply within three days") func f080() throws {
    let office = try Office.under("city-after-sale")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02", "case add 王芳 建议 --about 会所")
    #expect(try office.asks("2026-11-05", "cas-6") == ["cas-6 due 2026-11-02..2026-11-05"])
    #expect(try office.asks("2026-11-06", "cas-6") == ["cas-6 overdue 2026-11-02..2026-11-05"])
    #expect(try office.at("2026-11-06", "case step K1 处理").out.contains("已结：问题解决 迟"))
  }

  @Test("F080 edge: handled on 29 February in time") func f080Edge() throws {
    let office = try Office.under("city-after-sale")
    try office.enter("--source 来访", on: "2028-02-01")
    try office.at("2028-02-26", "case add 王芳 建议")
    #expect(try office.at("2028-02-29", "case step K1 处理").out.contains("问题解决 按时"))
    #expect(try office.due("2028-03-02").rules().contains("cas-6") == false)
  }

  @Test("F081 work orders have a number each, are dispatched, and stand by time") func f081() throws
  {
    let office = try Office.under("qnc")
    try office.at("2026-11-01", "staff add 赵工 --role 客服")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-05 10:00", "case add 王芳 报修 --about 水管 --on 11-04 --time 16:00")
    try office.at("2026-11-05 10:01", "case add 王芳 报修 --about 门锁 --on 11-03")
    try office.at("2026-11-05 10:02", "case add 王芳 报修 --about 窗 --on 11-04 --time 09:00")
    try office.at("2026-11-05 10:03", "case step K00003 派单 --to 赵工")
    let orders = try office.cases("2026-11-05", "--kind 报修")
    #expect(orders.map(\.case) == ["K00002", "K00003", "K00001"])
    #expect(orders.map(\.handlers) == [[], ["赵工"], []])
    try office.at("2026-11-05 11:00", "case step K2 关闭")
    #expect(try office.cases("2026-11-05", "--open").map(\.case) == ["K00003", "K00001"])
    #expect(try office.cases("2026-11-05", "--kind 投诉").isEmpty)
    let shown = try office.at("2026-11-05", "case show K3").out
    #expect(shown.contains("派单") && shown.contains("赵工"))
  }

  @Test("F081 area and skill of whoever is sent are checked, and nobody is refused for them")
  func f081Skills() throws {
    let office = try Office.under("qnc")
    try office.at("2026-11-01", "staff add 赵工 --role 客服 --area 3#,5# --skill 水电")
    try office.enter("--source 来访 --building 7号楼", on: "2026-11-01")
    try office.at("2026-11-05 10:00", "case add 王芳 报修 --about 水管")
    let far = try office.at("2026-11-05 10:01", "case step K1 派单 --to 赵工")
    #expect(far.err.contains("赵工 的区域是 3#,5#，王芳 在 7号楼；已派") && !far.err.contains("技能"))
    try office.at("2026-11-05 10:02", "staff edit 赵工 --area 7栋")
    try office.at("2026-11-05 10:03", "case add 王芳 报修 --about 门锁")
    let odd = try office.at("2026-11-05 10:04", "case step K2 派单 --to 赵工")
    #expect(odd.err.contains("赵工 的技能是 水电，这一件是 门锁；已派") && !odd.err.contains("区域"))
    #expect(try office.at("2026-11-05", "staff list").out.contains("7栋"))
    try office.at("2026-11-05 10:05", "undo")
    #expect(try office.at("2026-11-05", "case show K2").out.contains("派单") == false)
    #expect(try office.attempt("2026-11-05", "staff edit 赵工").code == 64)
  }

  @Test("F081 edge: as of an earlier day the order is not yet there") func f081Edge() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-12-01")
    try office.at("2027-01-01", "case add 王芳 工单")
    #expect(try office.cases("2026-12-31").isEmpty)
    #expect(try office.cases("2027-01-01").map(\.kind) == ["repair"])
  }

  @Test("F083 a service done is called back within three days") func f083() throws {
    let office = try Office.under("city-after-sale")
    try office.enter("--source 来访", on: "2026-10-31")
    try office.at("2026-11-01", "case add 王芳 服务 --about 装修咨询")
    try office.at("2026-11-02", "case step K1 关闭")
    #expect(try office.asks("2026-11-02", "cas-2") == ["cas-2 due 2026-11-02..2026-11-05"])
    try office.call(on: "2026-11-05")
    #expect(try office.asks("2026-11-06", "cas-2").isEmpty)
  }

  @Test("F083 edge: closed on 29 February, overdue in March; undone it was never owed")
  func f083Edge() throws {
    let office = try Office.under("city-after-sale")
    try office.enter("--source 来访", on: "2028-02-01")
    try office.at("2028-02-29", "case add 王芳 服务")
    try office.at("2028-02-29", "case step K1 关闭")
    #expect(try office.asks("2028-03-04", "cas-2") == ["cas-2 overdue 2028-02-29..2028-03-03"])
    try office.at("2028-03-04", "undo")
    #expect(try office.asks("2028-03-04", "cas-2").isEmpty)
  }

  @Test("F084 the plan for major customers: unset it is named; a month, from the last call")
  func f084() throws {
    let bare = try Office(asOf: "2026-11-01")
    let unset = try bare.run(["init", "--policy", "workorder-72h"])
    #expect(unset.code == 78 && unset.err.contains("major_every") && unset.err.contains("wo-5"))
    let office = try Office.under("workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来访 --tag 大客户", on: "2026-10-15")
    try office.call(on: "2026-11-02", by: "赵工")
    #expect(try office.asks("2026-12-01", "wo-5").isEmpty)
    #expect(try office.asks("2026-12-02", "wo-5") == ["wo-5 due 2026-12-02..2026-12-02"])
  }

  @Test("F084 edge: a month from 31 January ends on 28 February") func f084Edge() throws {
    let office = try Office.under("workorder-72h", set: ["major_every=1m"])
    try office.enter("--source 来访 --tag 大客户", on: "2027-01-10")
    try office.call(on: "2027-01-31", by: "赵工")
    #expect(try office.asks("2027-02-28", "wo-5") == ["wo-5 due 2027-02-28..2027-02-28"])
  }

  @Test(
    "F085 the answer comes by urgency",
    arguments: [
      ("紧急", "p1m-3.2ca", "2026-11-02"), ("普通", "p1m-3.2cb", "2026-11-05"),
      ("低", "p1m-3.2cc", "2026-11-09"),
    ])
  func f085(urgency: String, rule: String, due: String) throws {
    let office = try Office.under("purchase-1m")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02 09:00", "case add 王芳 报修 --urgency \(urgency)")
    #expect(try office.asks("2026-11-02", rule) == ["\(rule) due 2026-11-02..\(due)"])
    #expect(
      try office.asks("2026-11-10", rule) == ["\(rule) overdue 2026-11-02..\(due)"])
  }

  @Test("F085 edge: without a word it is normal; an unknown urgency names the words")
  func f085Edge() throws {
    let office = try Office.under("purchase-1m")
    try office.enter("--source 来访", on: "2028-02-01")
    try office.at("2028-02-27", "case add 王芳 投诉")
    #expect(
      try office.asks("2028-02-27", "p1m-3.2cb") == ["p1m-3.2cb due 2028-02-27..2028-03-01"])
    let unknown = try office.attempt("2028-02-27", "case add 王芳 投诉 --urgency 特急")
    #expect(unknown.code == 64 && unknown.err.contains("紧急"))
  }
}
