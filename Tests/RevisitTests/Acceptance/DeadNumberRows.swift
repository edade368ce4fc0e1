import FoundationEssentials
import Testing

/// Numbers under which nobody can be reached (rule 7), through the program.
@Suite("Dead numbers")
struct DeadNumberRows {
  private func office(_ policy: String = "qnc") throws -> Office {
    let office = try Office.open(policy: policy, from: "2027-05-01")
    try office.at("2027-05-01", "office set project 江南里")
    return office
  }

  private struct List: Decodable {
    let items: [Item]
    let out_of_reach: [Line]

    struct Item: Decodable {
      let name: String
      let phone: String?
      let dead_phones: [String]
    }

    struct Line: Decodable {
      let name: String
      let numbers: [String]
      let reasons: [String]
    }
  }

  private func list(_ office: Office, _ asOf: String, _ options: String = "") throws -> List {
    let answer = try office.at(asOf, "due --format json \(options)")
    return try JSONDecoder().decode(List.self, from: Data(answer.out.utf8))
  }

  @Test("The next number is asked for; the last that dies puts the customer on a list of their own")
  func next() throws {
    let office = try office()
    try office.enter("--source 来访 --grade A --phone 13700000009", on: "2027-05-10", as: "纪云")
    let first = try office.at("2027-05-11", "log 纪云 --by 电话 --outcome 空号 --user 李明").out
    #expect(first.contains("号码 13800000001 已标为无效；以后打 13700000009"))
    let one = try list(office, "2027-05-11", "--consultant 李明")
    #expect(one.items.map(\.phone) == ["13700000009"])
    #expect(one.items.map(\.dead_phones) == [["13800000001"]] && one.out_of_reach.isEmpty)
    let shown = try office.at("2027-05-11", "show 纪云 --reveal").out
    #expect(shown.contains("13800000001（空号 05-11）  13700000009"))

    let second = try office.at("2027-05-12", "log 纪云 --by 电话 --outcome 停机").out
    #expect(second.contains("没有别的号码了，列入“号码无效”"))
    let none = try list(office, "2027-05-12", "--consultant 李明")
    #expect(none.items.map(\.phone) == [nil] && none.out_of_reach.map(\.name) == ["纪云"])
    #expect(none.out_of_reach[0].reasons == ["空号", "停机"])
    #expect(try list(office, "2027-05-12", "--consultant 周敏").out_of_reach.isEmpty)
    // As of a day before it nothing was known.
    #expect(try list(office, "2027-05-11").out_of_reach.isEmpty)

    let page = try office.at("2027-05-12", "due --consultant 李明", wide: true).out
    #expect(page.contains("\n号码无效\n") && page.contains("空号 05-11，停机 05-12"))
    let week = try office.at("2027-05-12", "report --week", wide: true).out
    #expect(week.contains("号码无效") && week.contains("纪云") && !week.contains("13700000009"))
    let ledger = try office.at("2027-05-12", "ledger list --kind 号码无效", wide: true).out
    #expect(ledger.contains("138****0001 空号") && !ledger.contains("13800000001"))
  }

  @Test("The number that was called can be named; one that is none of theirs is refused")
  func named() throws {
    let office = try office()
    try office.enter("--source 来访 --grade B --phone 13700000009", on: "2027-05-10", as: "纪云")
    let told = try office.at(
      "2027-05-11", "log 纪云 --by 电话 --outcome 打错 --number 0009 --user 李明")
    #expect(told.out.contains("13700000009 已标为无效；以后打 13800000001"))
    let stray = try office.attempt("2027-05-11", "log 纪云 --by 电话 --outcome 空号 --number 5555")
    #expect(stray.code == 65 && stray.err.contains("--number：C000001 没有电话 5555"))
    let idle = try office.attempt("2027-05-11", "log 纪云 --by 电话 --note 聊 --number 0001")
    #expect(idle.code == 64 && idle.err.contains("--number"))
  }

  @Test("undo, a new number and the old one that works again each take the customer off the list")
  func back() throws {
    let office = try office()
    try office.enter("--source 来访 --grade B", on: "2027-05-10", as: "纪云")
    func isOut(_ day: String) throws -> Bool {
      try !list(office, day).out_of_reach.isEmpty
    }
    try office.at("2027-05-11", "log 纪云 --by 电话 --outcome 空号")
    #expect(try isOut("2027-05-11"))
    try office.at("2027-05-11", "undo")
    #expect(try !isOut("2027-05-11"))
    try office.at("2027-05-12", "log 纪云 --by 电话 --outcome 停机")
    let again = try office.at("2027-05-13", "edit 纪云 --phone 13800000001").out
    #expect(again.contains("电话 138****0001 又能用了"))
    #expect(try !isOut("2027-05-13"))
    try office.at("2027-05-14", "log 纪云 --by 电话 --outcome 错号")
    try office.at("2027-05-15", "edit 纪云 --phone 13700000009")
    #expect(try !isOut("2027-05-15"))
    // Somebody else's customer has the number now: it is alive with them.
    try office.at("2027-05-16", "edit 纪云 --drop-phone 13800000001")
    try office.enter("--source 来访 --grade B", on: "2027-05-16", as: "纪雨")
    #expect(try list(office, "2027-05-17").items.first { $0.name == "纪雨" }?.phone != nil)
    #expect(try office.at("2027-05-17", "doctor").out.contains("没有问题"))
  }

  @Test("No text goes to a dead number, whoever found it out; a merge keeps the mark")
  func texts() throws {
    let office = try office("wenxin")
    for (index, name) in ["方圆", "尹红"].enumerated() {
      try office.enter("--source 客资", on: "2027-05-17", as: name, phone: index + 1)
      try office.at("2027-05-17", "event \(name) 认购 --on 2027-05-17")
    }
    try office.at("2027-05-17 18:00", "edit 方圆 --phone 13700000009")
    try office.at("2027-05-17 18:00", "message draft --on 2027-05-18 --rule wx-1.2")
    try office.batch("2027-05-18 08:00")
    try office.write("13800000001,空号\n13800000002,用户停机\n", to: "failed.csv")
    let told = try office.at(
      "2027-05-18 09:00", "message sent --batch 1 --failed \(office.path("failed.csv"))"
    ).out
    #expect(told.contains("没有发出（空号），仍应发，号码已标为无效"))
    let drafted = try office.at("2027-05-18 09:05", "message draft --rule wx-1.2")
    #expect(drafted.out.contains("方圆") && drafted.err.contains("尹红：没有手机号"))
    let next = try office.batch("2027-05-18 09:06").out
    #expect(next.contains("13700000009") && !next.contains("13800000001"))
    #expect(try list(office, "2027-05-18").out_of_reach.map(\.name) == ["尹红"])
    try office.at("2027-05-18 10:00", "merge 方圆 --into 尹红")
    let merged = try office.at("2027-05-18 10:01", "show 尹红").out
    #expect(merged.contains("138****0001（空号") && merged.contains("138****0002（停机"))
    #expect(try list(office, "2027-05-18").out_of_reach.isEmpty)
  }
}
