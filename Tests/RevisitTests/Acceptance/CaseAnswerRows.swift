import Testing

/// Where no rule of the policy covers a case, the built-in duty does: an answer on the promised day, an
/// urgent one the same day, any other within three days.
@Suite("A case that no rule covers is answered")
struct CaseAnswerRows {
  private func office(
    _ policy: String = "qnc",
    _ staff: [String] = ["李明 --role 置业顾问", "宋雅 --role 客服", "郑总 --role 经理"]
  ) throws -> Office {
    let office = try Office()
    try office.must(["init", "--from", "2028-03-01", "--as-of", "2028-03-01", "--policy", policy])
    for member in staff { try office.at("2028-03-01", "staff add \(member)") }
    try office.enter("--source 来访 --grade C", on: "2028-03-06", as: "姚远")
    try office.at("2028-03-06", "log 姚远 --by 电话 --note 近况 --user 李明")
    return office
  }

  private func asked(_ office: Office, _ day: String, _ options: String = "") throws -> [String] {
    try office.due(day, options).reasons("姚远").filter { $0.hasPrefix("case ") }
  }

  @Test("urgent the same day, else three days; on 客服's list, not on the consultant's")
  func days() throws {
    let office = try office()
    let told = try office.at("2028-03-08", "case add 姚远 投诉 --about 车位 --urgency 紧急").out
    #expect(told.contains("现在应做：答复事项 2028-03-08"), "\(told)")
    try office.at("2028-03-08", "case add 姚远 报修 --about 门锁")
    #expect(
      try asked(office, "2028-03-08", "--consultant 宋雅") == [
        "case due 2028-03-08..2028-03-08", "case due 2028-03-08..2028-03-11",
      ])
    #expect(try asked(office, "2028-03-09", "--consultant 李明").isEmpty)
    #expect(
      try asked(office, "2028-03-09", "--role 客服")
        == ["case overdue 2028-03-08..2028-03-08", "case due 2028-03-08..2028-03-11"])
    let page = try office.at("2028-03-12", "due --consultant 宋雅", wide: true).out
    #expect(page.contains("答复事项") && page.contains("K00001 投诉 车位"), "\(page)")
  }

  @Test("given to somebody it is theirs; without 客服 the manager's, without either the consultant's")
  func whose() throws {
    let given = try office()
    try given.at("2028-03-08", "case add 姚远 投诉")
    try given.at("2028-03-08", "case step K00001 派单 --to 李明")
    #expect(try asked(given, "2028-03-09", "--consultant 李明").count == 1)
    #expect(try asked(given, "2028-03-09", "--consultant 宋雅").isEmpty)
    let managers = try office("qnc", ["李明 --role 置业顾问", "郑总 --role 经理"])
    try managers.at("2028-03-08", "case add 姚远 建议")
    #expect(try asked(managers, "2028-03-09", "--consultant 郑总").count == 1)
    #expect(try asked(managers, "2028-03-09", "--consultant 李明").isEmpty)
    let alone = try office("qnc", ["李明 --role 置业顾问"])
    try alone.at("2028-03-08", "case add 姚远 建议")
    #expect(try asked(alone, "2028-03-09", "--consultant 李明").count == 1)
  }

  @Test("回复, 处理 or a conversation about it settles it, a sales call does not; 关闭 ends it")
  func settled() throws {
    let office = try office()
    for about in ["车位", "门锁", "电梯", "绿化"] {
      try office.at("2028-03-08", "case add 姚远 投诉 --about \(about)")
    }
    let sales = try office.at("2028-03-09", "log 姚远 --by 电话 --note 看房 --user 李明").out
    #expect(!sales.contains("已结：答复事项"), "\(sales)")
    let answered = try office.at("2028-03-09", "case step K00001 回复").out
    #expect(answered.contains("已结：答复事项 按时"), "\(answered)")
    let handled = try office.at("2028-03-12", "case step K00002 处理").out
    #expect(handled.contains("已结：答复事项 迟"), "\(handled)")
    let closed = try office.at("2028-03-10", "case step K00003 关闭").out
    #expect(closed.contains("不再要求：答复事项"), "\(closed)")
    #expect(try asked(office, "2028-03-12", "--consultant 宋雅").count == 1)
    let named = try office.at("2028-03-12", "log 姚远 --by 电话 --note 已回 --user 宋雅").out
    #expect(named.contains("记为谈 K00004") && named.contains("已结：答复事项 迟"), "\(named)")
    #expect(try asked(office, "2028-03-13").isEmpty)
  }

  @Test("a promise takes its place: one duty, on the promised day")
  func promised() throws {
    let office = try office()
    try office.at("2028-03-08", "case add 姚远 投诉 --urgency 紧急")
    let told = try office.at("2028-03-08", "case step K00001 承诺 --to 2028-03-15 --user 宋雅").out
    #expect(told.contains("不再要求：答复事项（事项已承诺）"), "\(told)")
    #expect(try office.due("2028-03-09", "--consultant 宋雅").rules("姚远").isEmpty)
    let due = try office.due("2028-03-15", "--consultant 宋雅")
    #expect(due.reasons("姚远") == ["reply due 2028-03-15..2028-03-15"])
    try office.at("2028-03-15", "case step K00001 回复")
    let week = try office.week("2028-W11", asOf: "2028-03-20")
    #expect(
      week.consultants.contains { "\($0.consultant ?? ""): \($0.text)" == "宋雅: due 1: on time 1" })
  }

  @Test("a rule for that kind of case covers it; the numbers are ours and can be set")
  func covered() throws {
    let wenxin = try office("wenxin")
    try wenxin.at("2028-03-08", "case add 姚远 投诉")
    try wenxin.at("2028-03-08", "case add 姚远 报修")
    let reasons = try wenxin.due("2028-03-09").items.first { $0.name == "姚远" }?.reasons ?? []
    #expect(reasons.filter { $0.rule == "case" }.count == 1)
    let office = try office()
    let adopted = try office.at(
      "2028-03-01", "policy adopt qnc --set case_due=5 --from 2028-03-01 --rewrite-past"
    ).out
    #expect(adopted.contains("case_urgent=0") && !adopted.contains("case_due=5"), "\(adopted)")
    try office.at("2028-03-08", "case add 姚远 投诉")
    #expect(try asked(office, "2028-03-09") == ["case due 2028-03-08..2028-03-13"])
    #expect(try office.at("2028-03-09", "policy show", wide: true).out.contains("$case_due: 5\n"))
    let wrong = try office.attempt(
      "2028-03-09", "policy adopt qnc --set case_due=soon --from 2028-04-01")
    #expect(wrong.code == 78 && wrong.err.contains("case_due"), "\(wrong.err)")
  }

  @Test("the manager's page and the week's report name it, whosever it is") func managersPage()
    throws
  {
    let office = try office()
    try office.at("2028-03-08", "case add 姚远 投诉 --about 车位")
    let report = try office.at("2028-03-14", "report --week 2028-W11", wide: true).out
    #expect(report.contains("等答复的事项") && report.contains("K00001"), "\(report)")
    #expect(report.contains("逾期 3 天") && report.contains("宋雅") == false, "\(report)")
    try office.at("2028-03-14", "case step K00001 派单 --to 宋雅")
    let given = try office.at("2028-03-14", "report --week 2028-W11", wide: true).out
    #expect(given.contains("宋雅"), "\(given)")
    try office.at("2028-03-14", "daily --out \(office.path("out"))")
    let page = text(ofFile: office.path("out/2028-03-14-经理.txt")) ?? ""
    #expect(page.contains("等答复的事项"), "\(page)")
  }
}
