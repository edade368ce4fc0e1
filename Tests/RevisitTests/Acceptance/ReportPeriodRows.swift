import Foundation
import Testing

@Suite("Reports of any period, beside the one before, and what lies behind each figure")
struct ReportPeriodRows {
  /// 陈放 and 苏岩 are consultants, 郝经理 the manager; three callers and two visitors of the second week.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-03-31 09:00")
    try office.at("2027-03-01", "init --policy qnc --from 2027-03-01 --office 云栖")
    for name in ["陈放", "苏岩"] { try office.at("2027-03-01", "staff add \(name)") }
    try office.at("2027-03-01", "staff add 郝经理 --role 经理")
    let people = [
      ("甲一", "来电", "A", "陈放"), ("乙二", "来电", "B", "陈放"), ("丙三", "来电", "C", "苏岩"),
      ("丁四", "来访", "A", "陈放"), ("戊五", "来访", "C", "苏岩"),
    ]
    for (index, (name, source, grade, owner)) in people.enumerated() {
      try office.at(
        "2027-03-08 10:00",
        "add \(name) --phone 1381111000\(index + 1) --source \(source) --grade \(grade) "
          + "--consultant \(owner)")
    }
    return office
  }

  private func json(_ office: Office, _ asOf: String, _ line: String) throws -> [String: Value] {
    let text = Data(try office.at(asOf, line + " --format json").out.utf8)
    let value = try JSONDecoder().decode(Value.self, from: text)
    return if case .object(let all) = value { all } else { [:] }
  }

  private func rows(_ value: Value?) -> [[String: Value]] {
    guard case .array(let rows)? = value else { return [] }
    return rows.map { if case .object(let members) = $0 { members } else { [:] } }
  }

  private func figures(_ value: Value?) -> [String: String] {
    guard case .object(let members)? = value else { return [:] }
    return members.mapValues(\.plain)
  }

  @Test("F112: a day's report has exactly the day's calls, deals, misses and problems")
  func day() throws {
    let office = try office()
    try office.at("2027-03-09 09:30", "log 甲一 --by 电话 --note 问价")
    try office.at("2027-03-09 10:00", "log 乙二 无人接")
    try office.at("2027-03-09 10:10", "log 丙三 拒绝 --note 不要")
    try office.at("2027-03-09 11:00", "log 丁四 --by 微信 --note 发图")
    try office.at("2027-03-09 15:00", "event 丁四 认购")
    try office.at("2027-03-09 16:00", "ledger add 巡查问题 --note 灯坏了 --for 苏岩")
    let report = try json(office, "2027-03-10 09:00", "report --day 2027-03-09")
    let total = figures(report["total"])
    #expect(total["calls"] == "3" && total["reservations"] == "1", "\(total)")
    #expect(total["reach_rate"].flatMap(Double.init).map { ($0 * 100).rounded() } == 67)
    #expect(rows(report["problems"]).count == 1)
    let page = try office.at("2027-03-10 09:00", "report --day 2027-03-09").out
    #expect(page.contains("回访日报 2027-03-09") && page.contains("上期 2027-03-08"), "\(page)")
    // Nothing of it a day later.
    let next = figures(try json(office, "2027-03-11", "report --day 2027-03-10")["total"])
    #expect(next["calls"] == "0" && next["reservations"] == "0")
  }

  @Test("F119: four owed and three in contact is 75 %; each figure is what it is made of")
  func coverage() throws {
    let office = try office()
    for name in ["甲一", "乙二", "丙三"] {
      try office.at("2027-03-08 17:00", "log \(name) --by 电话 --note 近况")
    }
    let report = try json(office, "2027-03-15", "report --week 2027-W10")
    let total = figures(report["total"])
    #expect(total["owed"] == "4" && total["in_contact"] == "3" && total["coverage"] == "0.75")
    let missed = try json(office, "2027-03-15", "report --week 2027-W10 --explain missed")
    #expect(rows(missed["evidence"]).count == total["missed"].flatMap { Int($0) }, "\(total)")
    let covered = rows(
      try json(office, "2027-03-15", "report --week 2027-W10 --explain coverage")["evidence"])
    #expect(Set(covered.compactMap { $0["name"]?.plain }) == ["甲一", "乙二", "丙三", "丁四"])
    let wrong = try office.attempt("2027-03-15", "report --week 2027-W10 --explain missd")
    #expect(wrong.code == 64 && wrong.err.contains("missed"))
    let page = try office.at("2027-03-15", "report coverage 2027-W10").out
    #expect(page.contains("75%"), "\(page)")
  }

  @Test("A week stands beside the one before, and its misses say why")
  func before() throws {
    let office = try office()
    try office.at("2027-03-09 09:30", "log 乙二 无人接")
    try office.at("2027-03-01", "calendar off 苏岩 --on 2027-03-08 --to 2027-03-09")
    let report = try json(office, "2027-03-22", "report --week 2027-W11")
    #expect(figures(report["before"])["new_customers"] == "5")
    let first = rows(try json(office, "2027-03-22", "report --week 2027-W10 --all")["misses"])
    func why(_ name: String) -> Set<String> {
      Set(first.filter { $0["name"]?.plain == name }.compactMap { $0["why"]?.plain })
    }
    #expect(why("乙二").contains("tried") && why("丙三").contains("leave"), "\(first)")
    #expect(why("甲一").contains("not_tried"))
  }

  @Test("F116: a month has its own days, and the month before beside it")
  func month() throws {
    let office = try office()
    let page = try office.at("2027-04-01", "report --month 2027-03").out
    #expect(page.contains("回访月报 2027-03  2027-03-01 至 2027-03-31"), "\(page)")
    #expect(page.contains("上期 2027-02-01"))
    let report = try json(office, "2027-04-01", "report --month 2027-03")
    #expect(figures(report["total"])["new_customers"] == "5")
    let empty = try json(office, "2027-04-01", "report --month 2027-02")
    #expect(figures(empty["total"])["new_customers"] == "0")
    let range = try json(office, "2027-04-01", "report --from 2027-03-08 --to 2027-03-09")
    #expect(figures(range["total"])["new_customers"] == "5")
    #expect(try office.attempt("2027-04-01", "report --from 2027-03-08 --month").code == 64)
  }

  @Test("F117: the half year's report is made in April and October, of the six months before")
  func halfYear() throws {
    let office = try office()
    let spring = try json(office, "2027-04-02", "report --half-year 2027-04")
    #expect(spring["from"]?.plain == "2026-10-01" && spring["to"]?.plain == "2027-03-31")
    let autumn = try json(office, "2027-04-02", "report --half-year 2026-10")
    #expect(autumn["from"]?.plain == "2026-04-01" && autumn["to"]?.plain == "2026-09-30")
    let other = try office.attempt("2027-04-02", "report --half-year 2027-03")
    #expect(other.code == 64 && other.err.contains("四月或十月"))
    let quarter = try json(office, "2027-04-02", "report --quarter 2027Q1")
    #expect(quarter["from"]?.plain == "2027-01-01" && quarter["to"]?.plain == "2027-03-31")
  }

  @Test("F120: customers are counted by source, grade and objection")
  func statistics() throws {
    let office = try office()
    let sources = try json(office, "2027-03-15", "report stats --by source")
    #expect(rows(sources["statistics"]).map { $0["customers"]?.plain } == ["3", "2"])
    #expect(figures(sources["total"])["customers"] == "5")
    let grades = rows(try json(office, "2027-03-15", "report stats --by grade")["statistics"])
    #expect(grades.map { $0["grade"]?.plain } == ["A", "B", "C"])
    try office.at("2027-03-15", "edit 甲一 --objections 价格、楼层")
    try office.at("2027-03-15", "edit 乙二 --objections 价格")
    let objections = rows(
      try json(office, "2027-03-15", "report stats --by objection")["statistics"])
    #expect(
      objections.contains { $0["objection"]?.plain == "价格" && $0["customers"]?.plain == "2" },
      "\(objections)")
    // Whom the month of February brought.
    let none = try json(office, "2027-03-15", "report stats 2027-02")
    #expect(rows(none["statistics"]).isEmpty)
  }

  @Test("Conversion is divided by source, grade and consultant, each the same in all")
  func conversion() throws {
    let office = try office()
    try office.at("2027-03-12", "event 甲一 来访")
    try office.at("2027-03-13", "event 丁四 认购")
    for division in ["source", "grade", "consultant"] {
      let report = try json(office, "2027-04-01", "report --month 2027-03 --by \(division)")
      let lines = rows(report["conversion"])
      func sum(_ key: String) -> Int {
        lines.compactMap { $0[key].flatMap { Int($0.plain) } }.reduce(0, +)
      }
      #expect(sum("new_customers") == 5 && sum("new_visited") == 3 && sum("new_reserved") == 1)
    }
    let calls = rows(
      try json(office, "2027-04-01", "report --month 2027-03 --by source")["conversion"]
    ).first { $0["source"]?.plain == "call_in" || $0["source"]?.plain == "call" }
    #expect(calls?["new_visited"]?.plain == "1", "\(String(describing: calls))")
  }

  @Test("F121: one consultant's callbacks, with satisfaction and what follows")
  func callbacks() throws {
    let office = try office()
    for (day, name) in [("09", "甲一"), ("10", "乙二"), ("10", "丁四")] {
      try office.at(
        "2027-03-\(day) 10:00", "log \(name) --by 电话 --note 近况 --satisfaction 4 --user 陈放")
    }
    try office.at("2027-03-10 11:00", "log 丙三 --by 电话 --note 近况 --user 苏岩")
    let lines = rows(
      try json(office, "2027-03-15", "report callbacks 2027-W10 --consultant 陈放")["register"])
    #expect(lines.count == 3 && lines.allSatisfy { $0["satisfaction"]?.plain == "4" }, "\(lines)")
    let report = try json(office, "2027-03-15", "report --week 2027-W10 --consultant 陈放")
    #expect(rows(report["consultants"]).map { $0["consultant"]?.plain } == ["陈放"])
    #expect(figures(report["total"])["contacts"] != "0")
  }

  @Test("F110: what is undone for more than seven days is listed from the eighth on")
  func missed() throws {
    let office = try office()
    let seventh = rows(try json(office, "2027-03-15", "report missed")["missed"])
    #expect(!seventh.contains { $0["due"]?.plain == "2027-03-08" }, "\(seventh)")
    let eighth = rows(try json(office, "2027-03-16", "report missed")["missed"])
    #expect(
      eighth.contains { $0["due"]?.plain == "2027-03-08" && $0["days"]?.plain == "8" },
      "\(eighth)")
    let older = rows(try json(office, "2027-03-16", "report missed --older 8")["missed"])
    #expect(older.isEmpty)
  }

  @Test("F123: a line for each rule, with what followed")
  func policy() throws {
    let office = try office()
    try office.at("2027-03-08 17:00", "log 甲一 --by 电话 --note 近况")
    try office.at("2027-03-09 17:00", "log 乙二 --by 电话 --note 近况")
    try office.at("2027-03-12", "event 甲一 来访")
    let report = try json(office, "2027-03-31", "report policy qnc --month 2027-03")
    let first = try #require(rows(report["rules"]).first { $0["rule"]?.plain == "qnc-1.1" })
    let told = first.mapValues(\.plain)
    #expect(told["due"] == "3" && told["done"] == "2" && told["late"] == "1", "\(told)")
    #expect(told["missed"] == "1" && told["visited_after"] == "1", "\(told)")
    #expect(try office.attempt("2027-03-31", "report policy qncc").code == 66)
  }

  @Test("F093: a month's birthdays by consultant, with the day before them to check")
  func birthdays() throws {
    let office = try office()
    try office.at("2027-03-15", "edit 甲一 --birthday 1990-04-10")
    try office.at("2027-03-15", "family add 丙三 --relation 儿子 --name 小丙 --born 2015-04-30")
    try office.at("2027-03-15", "edit 丁四 --birthday 1990-05-01")
    let lines = rows(
      try json(office, "2027-03-31", "report birthdays --month 2027-04")["birthdays"])
    #expect(lines.map { $0["name"]?.plain } == ["丙三", "甲一"] || lines.count == 2, "\(lines)")
    let own = lines.first { $0["name"]?.plain == "甲一" }?.mapValues(\.plain)
    #expect(
      own?["consultant"] == "陈放" && own?["check"] == "2027-04-09" && own?["day"] == "2027-04-10")
    #expect(lines.contains { $0["relative"]?.plain == "儿子 小丙" })
  }

  @Test("F109: a consultant's mean, what was in time, rewards and fines")
  func staff() throws {
    let office = try office()
    try office.at("2027-03-08 17:00", "log 甲一 --by 电话 --note 近况")
    try office.at("2027-03-10", "ledger add 奖励 --note 开单 --for 陈放")
    try office.at("2027-03-10", "ledger add 罚款 --note 迟到 --for 苏岩")
    let lines = rows(try json(office, "2027-04-01", "report staff --month 2027-03")["staff"])
    let first = lines.first { $0["consultant"]?.plain == "陈放" }?.mapValues(\.plain)
    #expect(first?["rewards"] == "1" && first?["fines"] == "0", "\(lines)")
    #expect(first?["on_time"] != "0" && first?["mean"] == "")
  }

  @Test("A closed month keeps what it saw, and takes nothing more until it is open again")
  func closing() throws {
    let office = try office()
    let early = try office.attempt("2027-03-31 09:00", "report close 2027-03")
    #expect(early.code == 65 && early.err.contains("还没有过完"))
    let now = "2027-04-02 09:00"
    #expect(try office.attempt(now, "report close 2027-03 --user 苏岩").code == 77)
    #expect(try office.attempt(now, "report open 2027-03").code == 65)
    try office.at(now, "report close 2027-03")
    #expect(try office.attempt(now, "report close 2027-03").code == 65)
    let before = try json(office, now, "report --month 2027-03")
    for line in [
      "log 甲一 --by 电话 --note 补 --on 2027-03-20", "event 甲一 来访 --on 2027-03-20",
      "edit 甲一 --grade B --on 2027-03-20", "edit 甲一 --consultant 苏岩 --on 2027-03-20 --rewrite-past",
      "ledger add 巡查问题 --note 灯 --for 苏岩 --on 2027-03-20", "void 3 --reason 错",
    ] {
      let answer = try office.attempt(now, line)
      #expect(answer.code == 65 && answer.err.contains("已经结账"), "\(line): \(answer.err)")
    }
    // A later contact is taken, and the month keeps what it saw.
    try office.at(now, "log 甲一 --by 电话 --note 近况")
    let after = try json(office, now, "report --month 2027-03")
    #expect(figures(after["total"]) == figures(before["total"]))
    #expect(try office.at(now, "report --month 2027-03").out.contains("结账 2027-04-02 09:00"))
    try office.at(now, "report open 2027-03")
    try office.at(now, "log 甲一 --by 电话 --note 补 --on 2027-03-20")
    #expect(try office.at(now, "doctor").code == 0)
  }

  @Test("A workbook has real numbers and days, as an independent reader finds them")
  func workbook() throws {
    let office = try office()
    #expect(try office.attempt("2027-03-15", "report --week --format xlsx").code == 64)
    try office.at(
      "2027-03-15", "report missed --older 1 --format xlsx --out \(office.path("漏做.xlsx"))")
    #expect(contents(office.path("漏做.xlsx"))?.prefix(2) == [0x50, 0x4B])
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    reader.arguments = [
      "-c",
      """
      import sys, zipfile, xml.etree.ElementTree as tree
      book = zipfile.ZipFile(sys.argv[1])
      assert book.testzip() is None
      for name in book.namelist(): tree.fromstring(book.read(name))
      sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
      space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
      cells = {c.get("r"): c for c in sheet.iter(space + "c")}
      days = [c for c in cells.values() if c.get("s") == "2"]
      assert days and all(float(c.find(space + "v").text) == 46454 for c in days[:1]), [c.find(space + "v").text for c in days]
      """, office.path("漏做.xlsx"),
    ]
    try reader.run()
    reader.waitUntilExit()
    #expect(reader.terminationStatus == 0)
  }

  @Test("A report goes to a file as it is asked for")
  func file() throws {
    let office = try office()
    try office.at(
      "2027-03-15", "report --week 2027-W10 --format csv --out \(office.path("周报.csv"))")
    #expect(office.read("周报.csv")?.hasPrefix("\u{FEFF}day") == false)
    #expect(office.read("周报.csv")?.hasPrefix("\u{FEFF}consultant") == true)
  }
}
