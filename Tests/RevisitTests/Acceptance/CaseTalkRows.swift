import Testing

/// What follows a case is settled by the step that the rule names, or by a conversation about it.
@Suite("A conversation about a case")
struct CaseTalkRows {
  private func office(_ policy: String = "qnc") throws -> Office {
    let office = try Office()
    try office.must(
      ["init", "--from", "2027-05-01", "--as-of", "2027-05-01", "--policy", policy])
    for member in ["李明 --role 置业顾问", "宋雅 --role 客服", "郑总 --role 经理"] {
      try office.at("2027-05-01", "staff add \(member)")
    }
    try office.enter("--source 来访 --grade C", on: "2027-05-10", as: "姚远")
    return office
  }

  @Test("a sales call leaves the reply that customer service promised, which is theirs alone")
  func promisedReply() throws {
    let office = try office()
    try office.at("2027-05-11", "case add 姚远 投诉 --about 车位")
    try office.at("2027-05-11", "case step K00001 承诺 --to 2027-05-13 --user 宋雅")
    let consultants = try office.due("2027-05-13", "--consultant 李明").rules("姚远")
    #expect(!consultants.contains("reply"))
    #expect(try office.due("2027-05-13", "--consultant 宋雅").rules("姚远") == ["reply"])
    let sales = try office.at("2027-05-13", "log 姚远 --by 电话 --note 周末看房 --user 李明").out
    #expect(!sales.contains("已结：答应的回复"), "\(sales)")
    #expect(sales.contains("未结：答应的回复，归宋雅"), "\(sales)")
    let week = try office.week("2027-W19", asOf: "2027-05-17")
    let rows = week.consultants.map { "\($0.consultant ?? ""): \($0.text)" }
    #expect(rows.contains("宋雅: due 1: missed 1"), "\(rows)")
    let own = try office.at("2027-05-17", "log 姚远 --by 电话 --note 车位已解决 --user 宋雅").out
    #expect(own.contains("记为谈 K00001") && own.contains("已结：答应的回复 迟"), "\(own)")
  }

  @Test("the promised reply of a case given away is theirs who have it, whoever promised it")
  func givenAway() throws {
    let office = try office()
    try office.at("2027-05-11", "case add 姚远 投诉 --about 停车")
    try office.at("2027-05-11", "case step K00001 派单 --to 宋雅")
    try office.at("2027-05-11", "case step K00001 承诺 --to 2027-05-13")
    #expect(try !office.due("2027-05-13", "--consultant 李明").rules("姚远").contains("reply"))
    #expect(try office.due("2027-05-13", "--consultant 宋雅").rules("姚远") == ["reply"])
    let sales = try office.at("2027-05-13", "log 姚远 --by 电话 --note 来看房 --user 李明").out
    #expect(!sales.contains("记为谈") && !sales.contains("已结：答应的回复"), "\(sales)")
    let own = try office.at("2027-05-13", "log 姚远 --by 电话 --note 车位已定 --user 宋雅").out
    #expect(own.contains("记为谈 K00001") && own.contains("已结：答应的回复 按时"), "\(own)")
  }

  private static let callback = """
    policy: callback
    title: 事项两日内回访
    rules:
      - {id: c-1, says: 登记后两日内回访, after: {case: 登记}, due: 2, channel: 电话}

    """

  @Test("what names no role is the consultant's, but theirs alone to whom the case was given")
  func salesSide() throws {
    let office = try office()
    try office.write(Self.callback, to: "callback.yaml")
    try office.at(
      "2027-05-01", "policy adopt \(office.path("callback.yaml")) --from 2027-05-01 --rewrite-past")
    try office.at("2027-05-11", "case add 姚远 报修 --about 门锁")
    #expect(try office.due("2027-05-11", "--consultant 李明").rules("姚远") == ["c-1"])
    try office.at("2027-05-11", "case step K00001 派单 --to 宋雅")
    let sales = try office.at("2027-05-12", "log 姚远 --by 电话 --note 看房 --user 李明").out
    #expect(!sales.contains("已结") && sales.contains("未结：c-1，归宋雅"), "\(sales)")
    #expect(try office.due("2027-05-12", "--consultant 李明").items.isEmpty)
    #expect(try office.due("2027-05-12", "--consultant 宋雅").rules("姚远") == ["c-1"])
    let own = try office.at("2027-05-12", "log 姚远 --by 电话 --note 换锁芯 --user 宋雅").out
    #expect(own.contains("记为谈 K00001") && own.contains("已结：c-1 按时"), "\(own)")
    try office.at("2027-05-13", "case add 姚远 报修 --about 窗")
    let mine = try office.at("2027-05-13", "log 姚远 --by 电话 --note 窗好了 --user 李明").out
    #expect(mine.contains("记为谈 K00002") && mine.contains("已结：c-1 按时"), "\(mine)")
  }

  @Test(
    "what was handled or closed is not answered: the reply waits for its step or a conversation")
  func steps() throws {
    let office = try office()
    try office.at("2027-05-11", "case add 姚远 投诉")
    try office.at("2027-05-11", "case step K00001 承诺 --to 2027-05-13")
    try office.at("2027-05-12", "case step K00001 处理")
    try office.at("2027-05-12", "case step K00001 关闭")
    #expect(try office.due("2027-05-13").rules("姚远").contains("reply"))
    let told = try office.at("2027-05-13", "case step K00001 回复").out
    #expect(told.contains("已结：答应的回复 按时"), "\(told)")
  }

  @Test("of two cases the one that was named; unnamed, both stay open and the answer says so")
  func about() throws {
    let office = try office("wenxin")
    for matter in ["车位", "电梯"] {
      try office.at("2027-05-11", "case add 姚远 投诉 --about \(matter)")
    }
    let log = "log 姚远 --by 短信 --user 宋雅"
    let unnamed = try office.at("2027-05-12", log).out
    #expect(!unnamed.contains("已结"), "\(unnamed)")
    for number in ["K00001", "K00002"] {
      #expect(
        unnamed.contains("未结：\(number) 的次日答复；谈的是这件事就加 --about \(number)"),
        "\(unnamed)")
    }
    let named = try office.at("2027-05-12", "\(log) --about K00002").out
    #expect(named.contains("谈的是 K00002") && named.contains("已结：次日答复"), "\(named)")
    #expect(named.contains("未结：K00001 的"), "\(named)")
    let last = try office.at("2027-05-12", log).out
    #expect(last.contains("记为谈 K00001") && last.contains("已结：次日答复"), "\(last)")
    #expect(try office.at("2027-05-12", "show 姚远").out.contains("谈投诉"))
    #expect(try office.at("2027-05-12", "doctor").out.contains("没有问题"))
  }

  @Test("a case of somebody else is refused, and so is one that there is not") func refused() throws
  {
    let office = try office()
    try office.enter("--source 来访 --grade C", on: "2027-05-10", as: "卓群", phone: 2)
    try office.at("2027-05-11", "case add 卓群 投诉")
    let log = "log 姚远 --by 电话 --note 好 --about"
    let other = try office.attempt("2027-05-11", "\(log) K00001")
    #expect(other.code == 65 && other.err.contains("K00001 不是 姚远 的事项"))
    #expect(try office.attempt("2027-05-11", "\(log) K00009").code == 66)
  }
}
