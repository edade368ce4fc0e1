import Testing

/// An agreed day is settled by nothing but itself: a conversation that keeps it, or the visit.
@Suite("An agreed day")
struct AgreedRows {
  private func office(next: String = "2027-04-20") throws -> Office {
    let office = try Office.open(from: "2027-04-01")
    try office.enter("--source 来访 --grade C", on: "2027-04-12", as: "段宇")
    try office.call("段宇", on: "2027-04-12")
    try office.at("2027-04-13", "log 段宇 --by 电话 --note 再谈 --next \"\(next)\"")
    return office
  }

  private func rules(_ office: Office, _ asOf: String) throws -> [String] {
    try office.due(asOf).rules("段宇")
  }

  @Test("kept by voice, face to face or WeChat, reached or refused; by nothing that was only sent")
  func channels() throws {
    for (contact, keeps) in [
      ("--by 电话 --note 好", true), ("--by 电话 --outcome 拒绝 --note 忙", true),
      ("--by 面谈 --note 好", true),
      ("--by 上门 --note 好", true), ("--by 微信 --outcome 接通 --note 好", true), ("--by 微信", false),
      ("--by 短信", false), ("--by 邮件", false), ("--by 电话 --outcome 无人接", false),
    ] {
      let office = try office()
      let told = try office.at("2027-04-20", "log 段宇 \(contact)").out
      #expect(told.contains("已结：与客户的约定 按时") == keeps, "\(contact): \(told)")
      #expect(try rules(office, "2027-04-20").contains("agreed") != keeps, "\(contact)")
      let tellsWhy = told.contains("未结：与客户的约定；要电话、上门、面谈谈过，或微信接通")
      #expect(tellsWhy == (contact == "--by 微信" || contact == "--by 短信" || contact == "--by 邮件"))
    }
  }

  @Test("an averse customer's too: the text that stands for a call keeps no agreed day")
  func averse() throws {
    let office = try office()
    try office.at("2027-04-14", "edit 段宇 --averse")
    try office.at("2027-04-20", "log 段宇 --by 短信")
    #expect(try rules(office, "2027-04-20").contains("agreed"))
    try office.call("段宇", on: "2027-04-20")
    #expect(try !rules(office, "2027-04-20").contains("agreed"))
  }

  @Test("who comes on the day has kept the appointment, an earlier or a later visit has not")
  func visit() throws {
    let kept = try office(next: "2027-04-20 10:00")
    let told = try kept.at("2027-04-20 09:58", "event 段宇 来访 --time 09:58").out
    #expect(told.contains("已结：与客户的约定 按时"), "\(told)")
    #expect(try !rules(kept, "2027-04-20 10:05").contains("agreed"))
    for day in ["2027-04-19", "2027-04-21"] {
      let office = try office(next: "2027-04-20 10:00")
      try office.at(day, "event 段宇 来访 --on \(day)")
      #expect(try rules(office, "2027-04-21").contains("agreed"), "\(day)")
    }
  }

  @Test("the same id in lists, reports and JSON") func names() throws {
    let office = try office()
    let due = try office.at("2027-04-20", "due --format json").out
    #expect(due.contains("\"agreed\"") && !due.contains("\"next\""))
    #expect(try office.why("2027-04-20", "段宇", rule: "agreed").contains("与客户的约定"))
  }
}
