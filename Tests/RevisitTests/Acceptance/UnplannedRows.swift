import FoundationEssentials
import Testing

/// Rule 13: nobody is dropped in silence.
@Suite("Nobody is dropped in silence")
struct UnplannedRows {
  private struct Found: Decodable {
    let customers: [Customer]

    struct Customer: Decodable {
      let name: String
      let `class`: String
      let consultant: String?
      let reasons: [String]
    }
  }

  private func unplanned(_ office: Office, _ asOf: String, _ options: String = "") throws
    -> [String: [String]]
  {
    let answer = try office.at(asOf, "find --unplanned --format json \(options)")
    let found = try JSONDecoder().decode(Found.self, from: Data(answer.out.utf8))
    return Dictionary(uniqueKeysWithValues: found.customers.map { ($0.name, $0.reasons) })
  }

  /// One customer for each reason, and three who have a plan, as of 2027-05-12.
  private func office() throws -> Office {
    let office = try Office.open(from: "2027-05-01")
    try office.enter("--source 来电 --grade C", on: "2027-05-10", as: "何苗")
    try office.call("何苗", on: "2027-05-10")
    try office.enter("--source 客资", on: "2027-05-10", as: "许诺", phone: 2)
    try office.at(
      "2027-05-10", "add 马超 --phone 13800000003 --source 来访 --grade B")
    try office.enter("--source 来访 --tag VIP", on: "2027-05-10", as: "陈刚", phone: 4)
    try office.at("2027-05-11", "edit 陈刚 --untag VIP")
    try office.enter("--source 来访 --grade D", on: "2027-05-10", as: "林晓", phone: 5)
    try office.enter("--source 来访", on: "2027-05-12", as: "孙倩", phone: 6, consultant: "周敏")
    try office.enter("--source 来访 --tag 领导介绍", on: "2027-05-10", as: "贵人", phone: 7)
    return office
  }

  @Test("Each stands in the list with the reason; who has a plan does not")
  func reasons() throws {
    let office = try office()
    #expect(
      try unplanned(office, "2027-05-12") == [
        "何苗": ["no_rule"], "许诺": ["no_beginning"], "马超": ["no_consultant"],
        "陈刚": ["no_grade"],
      ])
    #expect(
      try unplanned(office, "2027-05-12", "--user 李明") == [
        "何苗": ["no_rule"], "许诺": ["no_beginning"], "陈刚": ["no_grade"],
      ])
    #expect(try unplanned(office, "2027-05-12", "--user 周敏").isEmpty)
    let none = try office.at("2027-05-12", "find --unplanned --user 周敏").out
    #expect(none.contains("每位客户都有安排"))
    let page = try office.at("2027-05-12", "find --unplanned").out
    #expect(page.contains("没有来电来访") && page.contains("没定级"))
    #expect(try unplanned(office, "2027-05-12", "--class 来电").keys.sorted() == ["何苗"])
  }

  @Test("A promise, a case and a new fact are plans; a loss and 免打扰 are none of this")
  func plans() throws {
    let office = try office()
    try office.at("2027-05-12", "log 何苗 --by 电话 --note 改天 --next 2027-09-30")
    try office.at("2027-05-12", "event 许诺 来电")
    try office.at("2027-05-12", "edit 马超 --consultant 周敏")
    #expect(try unplanned(office, "2027-05-12") == ["陈刚": ["no_grade"]])
    try office.at("2027-05-12", "edit 陈刚 --lost")
    #expect(try unplanned(office, "2027-05-12").isEmpty)
    #expect(try unplanned(office, "2027-10-02").isEmpty, "the promise is overdue and listed")
    try office.call("何苗", on: "2027-10-02")
    #expect(try unplanned(office, "2027-10-03").keys.sorted() == ["何苗"])
    try office.at("2027-10-03", "edit 何苗 --do-not-contact")
    #expect(try unplanned(office, "2027-10-03").isEmpty)
  }

  @Test("due counts one's own in its last line, and says where to look")
  func counted() throws {
    let office = try office()
    let own = try office.at("2027-05-12", "due --consultant 李明").out
    #expect(own.contains("无安排 3（revisit find --unplanned 列出）"))
    #expect(try office.at("2027-05-12", "due").out.contains("无安排 4"))
    #expect(try !office.at("2027-05-12", "due --consultant 周敏").out.contains("无安排"))
    try office.at("2027-05-12", "edit 林晓 --do-not-contact")
    let both = try office.at("2027-05-12", "due --consultant 李明").out
    #expect(both.contains("未列出 1 位：免打扰 1（--all 显示）；无安排 3"))
    let json = try office.at("2027-05-12", "due --format json").out
    #expect(
      json.contains(
        "\"unplanned\":{\"total\":4,\"no_grade\":1,\"no_beginning\":1,\"no_consultant\":1,\"no_rule\":1"
      ))
    #expect(try office.at("2027-05-12", "doctor").out.contains("无安排 4"))
    let english = try office.at("2027-05-12", "due --lang en").out
    #expect(english.contains("without a plan 4 (revisit find --unplanned lists them)"))
  }

  @Test("daily names them: each consultant's own, and all of them on the manager's page")
  func daily() throws {
    let office = try office()
    try office.at("2027-05-12", "daily --out \(office.folder)")
    func page(_ name: String) -> String { office.read("2027-05-12-\(name)") ?? "" }
    #expect(page("李明.txt").contains("无安排 3：C000001 何苗（制度没有适用的规则）、C000002 许诺"))
    #expect(!page("周敏.txt").contains("无安排"))
    for form in ["txt", "csv", "html"] {
      let page = page("经理.\(form)")
      #expect(["何苗", "许诺", "马超", "陈刚"].allSatisfy(page.contains), "\(form)")
      #expect(!page.contains("孙倩"), "\(form)")
    }
    let manager = page("经理.txt")
    #expect(manager.contains("无安排（4）"))
    #expect(manager.contains("未分配     1     0"), "overdue since 05-10, and on nobody's list")
    let dry = try office.at("2027-05-12", "daily --dry-run").out
    #expect(dry == manager)
  }

  @Test("add and import say at once who will be on no list, and what helps")
  func atOnce() throws {
    let office = try office()
    let added = try office.at("2027-05-12", "add 钱朵 --phone 13800000008 --source 客资").out
    #expect(added.contains("注意：无安排，不会出现在谁的名单上：没有来电来访、没有顾问"))
    #expect(added.contains("revisit edit 客户 --consultant 姓名"))
    let fine = try office.at(
      "2027-05-12", "add 赵敢 --phone 13800000009 --source 来访 --grade A --consultant 李明"
    ).out
    #expect(!fine.contains("无安排"))
    try office.write(
      """
      姓名,电话,来源,首次来访日期,级别,置业顾问
      吴一,13900000001,来访,2027-05-11,B,李明
      吴二,13900000002,来访,2027-05-11,B,
      吴三,13900000003,客资,,,李明
      吴四,13900000004,客资,,,

      """, to: "book.csv")
    let told = try office.at("2027-05-12", "import \(office.path("book.csv"))").out
    #expect(told.contains("无安排、不在谁名单上的 3 位"))
    #expect(told.contains("没有顾问的 2 位") && told.contains("没有来电来访的 2 位"))
    #expect(try unplanned(office, "2027-05-12")["吴四"] == ["no_beginning", "no_consultant"])
  }

  @Test("Classes: every list shows them, find asks by them")
  func classes() throws {
    let office = try office()
    try office.at("2027-05-12", "event 林晓 认购")
    func names(_ kind: String) throws -> [String] {
      let answer = try office.at("2027-05-12", "find --class \"\(kind)\" --format json")
      let found = try JSONDecoder().decode(Found.self, from: Data(answer.out.utf8))
      return found.customers.map(\.name)
    }
    #expect(try names("来访B") == ["马超"] && names("B") == ["马超"])
    #expect(try names("来访") == ["马超", "陈刚", "孙倩", "贵人"])
    #expect(try names("来访 未定级") == ["陈刚", "孙倩", "贵人"])
    #expect(try names("认购") == ["林晓"] && names("来电C") == ["何苗"])
    #expect(try names("来访，领导介绍") == ["贵人"] && names("visit_B") == ["马超"])
    #expect(try names("签约").isEmpty)
    let unknown = try office.attempt("2027-05-12", "find --class 来仿A")
    #expect(unknown.code == 64 && unknown.err.contains("--class"))
    #expect(try office.attempt("2027-05-12", "find").code == 64)
    let due = try office.at("2027-05-12", "due").out
    for (name, kind) in [("马超", "来访B"), ("林晓", "认购")] {
      #expect(due.split(separator: "\n").contains { $0.contains(name) && $0.contains(kind) })
    }
    #expect(try office.at("2027-05-12", "due --format json").out.contains("\"class\":\"visit_B\""))
  }
}
