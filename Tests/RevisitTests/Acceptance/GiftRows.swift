import Testing

/// A gift is settled by its entry in the ledger, and by nothing else.
@Suite("A gift is settled by being given")
struct GiftRows {
  private func office(_ policy: String) throws -> Office {
    let office = try Office.under(policy, from: "2027-09-01")
    try office.enter("--source 来访", on: "2027-09-02")
    try office.at("2027-09-03", "event 王芳 签约")
    return office
  }

  @Test("neither the call nor the text does; the entry does, and the line says 备礼") func birthday()
    throws
  {
    let office = try office("wenxin")
    try office.at("2027-09-03", "edit 王芳 --birthday 1988-10-12")
    #expect(try office.asks("2027-10-12", "wx-2.3a") == ["wx-2.3a due 2027-10-12..2027-10-12"])
    let page = try office.at("2027-10-12", "due --consultant 李明", wide: true).out
    #expect(page.contains("备礼"), "\(page)")
    try office.call(on: "2027-10-12")
    try office.at("2027-10-12", "log 王芳 --by 短信 --note 生日快乐")
    #expect(try office.asks("2027-10-12", "wx-2.3a").count == 1)
    let given = try office.at("2027-10-12", "ledger add 礼品 --customer 王芳 --note 鲜花").out
    #expect(given.contains("已结：生日礼品 按时"), "\(given)")
    #expect(try office.asks("2027-10-12", "wx-2.3a").isEmpty)
    #expect(try office.at("2027-10-12", "show 王芳").out.contains("礼品"))
    try office.at("2027-10-12", "undo")
    #expect(try office.asks("2027-10-12", "wx-2.3a").count == 1)
    let others = try office.at("2027-10-12", "ledger list --from 2027-10-01").out
    #expect(!others.contains("鲜花"), "\(others)")
  }

  @Test("a gift to somebody else settles nothing; in the report it stands for itself") func report()
    throws
  {
    let office = try office("maint-generic --set contact_every=6m")
    try office.enter("--source 来访", on: "2027-09-02", as: "李娜", phone: 2)
    try office.at("2027-09-15", "ledger add 礼品 --customer 李娜 --note 月饼")
    let asked = try office.due("2027-09-15").rules()
    #expect(asked.contains("mg-4.4b") && asked.contains("mg-4.4c"), "\(asked)")
    let other = try office.due("2027-09-15").rules("李娜")
    #expect(other.contains("mg-4.4b") && !other.contains("mg-4.4c"), "\(other)")
    try office.at("2027-09-15", "log 王芳 --by 微信 --note 中秋快乐")
    try office.at("2027-09-15", "log 李娜 --by 微信 --note 中秋快乐")
    let week = try office.week("2027-W37", asOf: "2027-09-20")
    // Of each the greeting and the gift: three done, one gift missed.
    #expect(week.consultants.first?.text == "due 4: on time 3, missed 1")
  }

  @Test("a department is told of one case, and the other's duty stays") func told() throws {
    let office = try office(
      "home-reno --set early_days=7 --set midterm_days=3 --set completion_days=7 --set company=绿景 --set minutes=10"
    )
    for about in ["水电", "瓷砖"] {
      try office.at("2027-10-11", "case add 王芳 投诉 --about \(about)")
    }
    let told = try office.at("2027-10-11", "case step K00002 告知 --note 工程部").out
    #expect(told.contains("告知：工程部") && told.contains("已结：问题告知 按时"), "\(told)")
    #expect(try office.asks("2027-10-12", "hr-4.2a") == ["hr-4.2a overdue 2027-10-11..2027-10-11"])
    let rest = try office.at("2027-10-12", "case step K00001 已告知").out
    #expect(rest.contains("已结：问题告知 迟"), "\(rest)")
    #expect(try office.asks("2027-10-12", "hr-4.2a").isEmpty)
  }

  @Test("an entry settles the duty of its own name, and the answer says which") func patrols()
    throws
  {
    let office = try office("wenxin")
    try office.at("2027-09-03", "staff add 宋雅 --role 客服")
    try office.at("2027-09-03", "milestone add 开盘 --on 2027-10-20")
    let patrol = try office.at("2027-10-18 09:00", "ledger add 巡查 --for 宋雅 --note 接待流程监管").out
    #expect(patrol.contains("已结：巡八区域 按时") && !patrol.contains("接待督查"), "\(patrol)")
    let watch = try office.at("2027-10-18 09:30", "ledger add 接待监管 --for 宋雅").out
    #expect(watch.contains("已结：接待督查 按时") && !watch.contains("巡八区域"), "\(watch)")
  }

  @Test("a message that was only sent agrees on no day; with an agreed day it was answered")
  func sent() throws {
    let office = try office("qnc")
    for how in ["短信 --outcome 已发送", "微信 --outcome 已发送"] {
      let refused = try office.attempt(
        "2027-10-11", "log 王芳 --by \(how) --note 发图 --next 2027-10-15")
      #expect(refused.code == 64 && refused.err.contains("--next"), "\(refused.err)")
    }
    let agreed = try office.at("2027-10-11", "log 王芳 --by 微信 --note 周五再谈 --next 2027-10-15").out
    #expect(agreed.contains("微信 接通"), "\(agreed)")
    #expect(try office.asks("2027-10-15", "agreed").count == 1)
  }
}
