import Testing

@testable import revisit

/// The morning list for the eye, and the day in ten lines.
@Suite("Today on one page")
struct TodayRows {
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-12-02 10:00", as: "秦岚", phone: 1)
    try office.enter("--source 来访 --grade A", on: "2026-12-02 10:00", as: "崔健", phone: 2)
    try office.enter("--source 来访 --grade B", on: "2026-12-09 10:00", as: "毛不易", phone: 3)
    try office.enter("--source 来访 --grade A", on: "2026-12-09 10:00", as: "付笛声", phone: 4)
    try office.enter(
      "--source 来访 --grade A", on: "2026-12-09 10:00", as: "任静", phone: 5, consultant: "周敏")
    for name in ["崔健", "毛不易", "付笛声"] {
      try office.at(
        "2026-12-09 11:00", "log \(name) --by 电话 --note 近况 \(recorded) --user 李明")
    }
    try office.at(
      "2026-12-09 11:30",
      "log 付笛声 --by 电话 --note 再说 \(recorded) --next \"12-10 16:00\" --promise 送按揭方案 --user 李明")
    return office
  }

  @Test("One line a customer, 80 columns wide, with what a call needs") func list() throws {
    let office = try office()
    let page = try office.at("2026-12-10 09:00", "due --user 李明").lines
    let lines = page.filter { $0.contains("1380000000") }
    #expect(lines.count == 3 && page.allSatisfy { Width.of($0) <= 80 })
    #expect(lines[0].hasPrefix("!1 ") && lines[0].contains("秦岚"))
    #expect(lines[0].contains("逾期 1 天") && lines[0].contains("C类每周"))
    #expect(lines.contains { $0.contains("付笛声") && $0.contains("今天 16:00") })
    #expect(page.contains { $0.contains("约定：送按揭方案") })
    #expect(!page.contains { $0.contains("谈：") }, "the talk is told once a customer by `brief`")
    let brief = try office.at("2026-12-10 09:00", "due --brief --user 李明").out
    #expect(brief.contains("谈：") && brief.contains("第二条"))
    #expect(
      try office.at("2026-12-10 09:00", "due --brief --user 李明 --lang en").out.contains("talk: "))
  }

  @Test("Of what is due by the same day grade A stands before C, and a row keeps its number")
  func order() throws {
    let office = try office()
    let listed = try office.due("2026-12-12 09:00", "--user 李明").items
    #expect(listed.map(\.name) == ["秦岚", "付笛声", "毛不易"])
    let rows = try office.at("2026-12-12 09:00", "due --format json --user 李明").out
    for (index, item) in listed.enumerated() {
      #expect(rows.contains("\"row\":\(index + 1),\"customer\":\"\(item.customer)\""))
    }
    let shown = try office.at("2026-12-12 09:00", "show 3 --user 李明").out
    #expect(shown.contains("毛不易"))
  }

  @Test("What is long stands below its row, and nothing is cut on a narrow terminal")
  func narrow() throws {
    let office = try office()
    for columns in [80, 60] {
      let page = try office.run(
        ["due", "--user", "李明", "--as-of", "2026-12-10 09:00"],
        environment: ["COLUMNS": "\(columns)"])
      #expect(page.lines.allSatisfy { Width.of($0) <= columns }, "\(columns)")
      for wanted in ["13800000001", "13800000004", "逾期 1 天", "今天 16:00"] {
        #expect(page.out.contains(wanted), "\(wanted) at \(columns)")
      }
    }
  }

  @Test("`revisit` alone is the day of whoever runs it, in ten lines with the next two commands")
  func alone() throws {
    let office = try office()
    func page(_ user: String, _ lang: String = "zh") throws -> [String] {
      let answer = try office.run(
        environment: [
          "REVISIT_USER": user, "REVISIT_AS_OF": "2026-12-10 09:00", "REVISIT_LANG": lang,
        ])
      #expect(answer.code == 0 && answer.err.isEmpty)
      return answer.lines
    }
    let own = try page("李明")
    #expect(own[0].hasPrefix("2026-12-10（周四）09:00  李明（置业顾问）") && own.count <= 10)
    #expect(own[1] == "要联系 3 位：逾期 1，今天 1，可先做 1")
    #expect(own[2] == "约定 1：16:00 付笛声 送按揭方案")
    #expect(own.contains { $0.hasPrefix("上周及时率") } && own.last?.contains("revisit due") == true)
    let managers = try page("王经理")
    #expect(managers[0].contains("王经理") && managers.contains { $0.hasPrefix("上周落后：") })
    #expect(managers.last?.contains("revisit report --week") == true && managers.count <= 10)
    #expect(try page("李明", "en")[1].contains("3 customers to contact"))
  }

  @Test("Where there is no office yet it says how to begin, and is no error") func begin() throws {
    let office = try Office()
    let answer = try office.run()
    #expect(answer.code == 0 && answer.err.isEmpty)
    #expect(answer.out.contains("revisit demo") && answer.out.contains("revisit init"))
    try office.at("2026-12-10", "init")
    let empty = try office.run()
    #expect(empty.code == 0 && empty.out.contains("revisit import"))
  }
}

/// What lists and reports call a rule.
@Suite("Names of rules")
struct RuleNameRows {
  @Test("Lists, the answer to a record and the week speak by names; evidence by ids") func names()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来电 --grade B", on: "2027-03-02 09:30", as: "蔡琴", phone: 1)
    try office.at("2027-03-02 10:00", "log 蔡琴 --by 电话 --note 约来访 --user 李明")
    let due = try office.at("2027-03-05 09:00", "due --user 李明").out
    #expect(due.contains("三日邀约") && !due.contains("qnc-"))
    #expect(try office.at("2027-03-05 09:00", "due --user 李明 --lang en").out.contains("three-day"))
    #expect(try office.due("2027-03-05", "--user 李明").rules("蔡琴") == ["qnc-1.2"])
    let why = try office.at("2027-03-05", "why 蔡琴 --rule 三日邀约 --user 李明").out
    #expect(why.contains("qnc-1.2  三日邀约  第一条 2"))
    let told = try office.at("2027-03-07 10:00", "log 蔡琴 --by 电话 --note 再约 --user 李明").out
    #expect(told.contains("已结：三日邀约 迟") && told.contains("每周邀约"))
    let week = try office.at("2027-03-08", "report --week 2027-W09").out
    #expect(week.contains("三日邀约 第一条 2"))
    #expect(
      try office.at("2027-03-08", "report --week 2027-W09 --format json").out.contains("qnc-1.2"))
  }

  @Test("A rule without a name is called by its id; a name is at most six characters") func own()
    throws
  {
    let office = try Office.open()
    try office.write(
      "extends: qnc\npolicy: own\nrules:\n  - id: o-1\n    name: 次日短讯\n    says: 次日发短信\n"
        + "    after: 来访\n    due: 1\n    channel: 短信\n  - id: o-2\n    says: 次日另发微信\n"
        + "    after: 来访\n    opens: 1\n    due: 1\n    channel: 微信\n",
      to: "own.yaml")
    try office.at("2027-03-01", "policy adopt \(office.path("own.yaml")) --from 2027-03-01")
    try office.enter("--source 来访 --grade D", on: "2027-03-02 09:30", as: "蔡琴", phone: 1)
    let due = try office.at("2027-03-03 09:00", "due --user 李明").out
    #expect(due.contains("次日短讯") && due.contains("o-2") && !due.contains("o-1"))
    try office.write(
      "policy: long\nrules:\n  - {id: l-1, name: 很长很长的名字, after: 来访, due: 1}\n", to: "long.yaml")
    let refused = try office.attempt("2027-03-03", "policy check \(office.path("long.yaml"))")
    #expect(refused.code == 78 && refused.err.contains("P122"))
  }
}
