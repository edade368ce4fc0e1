import FoundationEssentials
import Testing

/// Attempts and dead numbers (rule 7), through the program.
@Suite("Attempts and numbers")
struct AttemptRows {
  /// A visitor of 2027-03-01, a Monday, to be called within two days.
  private func office(_ terms: String = "") throws -> Office {
    let office = try Office(asOf: "2027-03-01")
    try office.write(
      """
      policy: tries
      \(terms)
      rules:
        - {id: t-1, says: 两日内回访, after: 来访, due: 2, channel: 电话}

      """, to: "tries.yaml")
    try office.at("2027-03-01", "init --policy \(office.path("tries.yaml")) --from 2027-03-01")
    try office.at("2027-03-01", "staff add 沈立")
    try office.enter(
      "--source 来访 --phone 13900000002", on: "2027-03-01 09:00", as: "罗兰", consultant: "沈立")
    return office
  }

  @Test(
    "Words of the field name outcomes and channels",
    arguments: [
      ("打电话", "通了", "reached"), ("电话", "没接", "no answer"), ("电话", "不接", "no answer"),
      ("电话", "忙线", "busy"), ("电话", "占线", "busy"), ("电话", "关机", "switched off"),
      ("电话", "挂了", "hung up"), ("电话", "挂断", "hung up"), ("当面", "不要", "refused"),
      ("短信", "发了", "sent"), ("信", "发了", "sent"), ("短信", "停机", "suspended"),
      ("电话", "打错", "wrong number"), ("家访", "没人接", "no answer"),
    ])
  func words(_ channel: String, _ outcome: String, _ told: String) throws {
    let office = try office()
    try office.at(
      "2027-03-02", "log 罗兰 --by \(channel) --outcome \(outcome) --note 试一试 --time 10:00")
    let first = try #require(office.show("2027-03-02", "罗兰").records.first)
    #expect(first.what.hasSuffix(told))
  }

  @Test("改天 needs the day, as 改期 does; a busy line is met by a call alone")
  func misfits() throws {
    let office = try office()
    let when = try office.attempt("2027-03-02", "log 罗兰 --by 电话 --outcome 改天")
    #expect(when.code == 64 && when.err.contains("--next"))
    try office.at("2027-03-02", "log 罗兰 --by 电话 --outcome 改天 --next 03-05")
    for line in ["微信 --outcome 占线", "当面 --outcome 空号", "短信 --outcome 关机"] {
      let refused = try office.attempt("2027-03-02", "log 罗兰 --by \(line)")
      #expect(refused.code == 64 && refused.err.contains("不会有结果"), "\(line)")
    }
  }

  @Test("What was tried in vain stays owed and is counted; a dead number is no attempt")
  func counted() throws {
    let office = try office()
    for (minute, outcome) in ["无人接", "占线", "关机", "挂断", "空号", "停机"].enumerated() {
      try office.at(
        "2027-03-02 10:1\(minute)", "log 罗兰 --by 电话 --outcome \(outcome) --time 10:1\(minute)")
    }
    let item = try #require(office.due("2027-03-02").item("罗兰"))
    #expect(item.attempts == 4 && item.reasons.map(\.rule) == ["t-1"])
    #expect(try office.show("2027-03-02", "罗兰").unanswered == 4)
  }

  @Test(
    "As many attempts on as many days as the policy asks excuse the miss; it is owed all the same")
  func excused() throws {
    let office = try office("attempts: {times: 3, days: 2}")
    try office.enter("--source 来访", on: "2027-03-01", as: "乔木", phone: 3, consultant: "沈立")
    for time in ["10:00", "11:00", "15:00"] {
      for name in ["罗兰", "乔木"] {
        // 乔木 was tried as often, but on one day.
        let day = name == "罗兰" && time == "15:00" ? "2027-03-03" : "2027-03-02"
        try office.at(day, "log \(name) --by 电话 --outcome 没接 --time \(time) --on \(day)")
      }
    }
    #expect(try office.total("2027-W09", asOf: "2027-03-03") == "due 2: open 2")
    #expect(try office.total("2027-W09", asOf: "2027-03-04") == "due 1: missed 1, skipped 1")
    let due = try office.due("2027-03-04")
    #expect(due.item("罗兰")?.status == "overdue" && due.item("乔木")?.status == "overdue")
    let page = try office.at("2027-03-04", "due", wide: true).out
    #expect(page.contains("已试 3 次未成，不算漏") && page.contains("已试 3 次未成\n"))
    #expect(try office.week("2027-W09", asOf: "2027-03-04").misses.map(\.name) == ["乔木"])
    // Whoever is reached at last is not late.
    for name in ["罗兰", "乔木"] { try office.at("2027-03-05", "log \(name) --by 电话 --note 来过") }
    #expect(try office.total("2027-W09", asOf: "2027-03-05") == "due 1: late 1, skipped 1")
    #expect(try office.why("2027-03-05", "罗兰").contains("试过 3 次，2027-03-05 做成"))
  }

  @Test("An agreed day is excused alike; without a word in the policy nothing is")
  func agreedDay() throws {
    for (terms, week) in [("attempts: {times: 1}", "due 0: skipped 1"), ("", "due 1: missed 1")] {
      let office = try office(terms)
      try office.at("2027-03-01 18:00", "log 罗兰 --by 电话 --note 聊过 --next 2027-03-10")
      try office.at("2027-03-10", "log 罗兰 --by 电话 --outcome 占线")
      #expect(try office.total("2027-W10", asOf: "2027-03-12") == week)
    }
  }

  @Test("A policy that says how often must say so in whole numbers")
  func key() throws {
    let office = try office()
    for (value, place) in [("{days: 2}", "times"), ("{times: 0}", "times"), ("3", "attempts")] {
      try office.write(
        "attempts: \(value)\nrules:\n  - {id: a-1, after: 来访, due: 1}\n", to: "bad.yaml")
      let refused = try office.attempt("2027-03-02", "policy check \(office.path("bad.yaml"))")
      #expect(refused.code == 78 && refused.err.contains(place), "\(value)")
    }
  }
}
