import FoundationEssentials
import Testing

/// The duties at the end of a list, as values.
private struct DutiesAnswer: Decodable {
  let duties: [Item]

  struct Item: Decodable {
    let duty: String
    let holder: String
    let staff: String?
    let status: String
    let due: String
    let found: Int
    let count: Int
    let short: Int
    let missed: Int
  }
}

extension DutiesAnswer.Item {
  /// `wx-7.1 李明 due 2026-12-31 2/3`, with the misses before it.
  var text: String {
    let who = staff ?? holder
    return "\(duty) \(who) \(status) \(due) \(found)/\(count)" + (missed > 0 ? " x\(missed)" : "")
  }
}

extension Office {
  private func duties(_ asOf: String, _ line: String) throws -> [String] {
    let answer = try at(asOf, line + " --format json")
    let list = try JSONDecoder().decode(DutiesAnswer.self, from: Data(answer.out.utf8))
    return list.duties.map(\.text)
  }

  /// What one person's list, or without a name the whole office's, says of duties.
  func owed(_ asOf: String, of name: String? = nil, _ options: String = "") throws
    -> [String]
  {
    try duties(asOf, "due \(name.map { "--user \($0)" } ?? "") \(options)")
  }

  /// The duties of a week that were missed or late.
  fileprivate func failures(_ week: String, asOf: String) throws -> [String] {
    try duties(asOf, "report --week \(week)")
  }

  fileprivate static func wenxin(from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(policy: "wenxin", from: from)
    try office.at(from, "staff add 孙客服 --role 客服")
    return office
  }
}

/// Feature rows on what staff and the office owe, through the program.
@Suite("Duties of staff and office")
struct DutyRows {
  @Test("F033 F103 the group that prepares the move-in: a month before, listed in the week to it")
  func f033Group() throws {
    let office = try Office.open(policy: "post-sale-flow", from: "2026-11-01")
    try office.at("2026-11-10", "milestone add 入伙 --on 2026-12-31 --until 2027-01-03")
    func group(_ day: String) throws -> [String] {
      try office.owed(day).filter { $0.hasPrefix("psf-3.2.1 ") }
    }
    #expect(try group("2026-11-23").isEmpty)
    #expect(try group("2026-11-24") == ["psf-3.2.1 office due 2026-11-30 0/1"])
    #expect(try group("2026-12-01") == ["psf-3.2.1 office overdue 2026-11-30 0/1"])
    let done = try office.at("2026-11-30", "done psf-3.2.1 --note 已建组").out
    #expect(done.contains("已结：入伙小组 按时"))
    #expect(try group("2026-12-01").isEmpty)
  }

  @Test("F098 cleaning by 9:30 and the patrol by 10:00, and a problem that is open at 11:00")
  func f098() throws {
    let office = try Office.wenxin(from: "2026-11-20")
    let daily = { (now: String) in
      try office.owed(now, of: "孙客服").filter { $0.hasPrefix("wx-6.1") }
    }
    #expect(
      try daily("2026-11-20 09:30")
        == [
          "wx-6.1a service due 2026-11-20 09:30 0/1", "wx-6.1b service due 2026-11-20 10:00 0/1",
        ])
    #expect(
      try daily("2026-11-20 10:01").map { $0.contains("overdue") } == [true, true])
    let patrol = try office.at("2026-11-20 10:20", "done 巡查 --user 孙客服").lines
    #expect(
      patrol == [
        "wx-6.1b 六 日常巡查  孙客服", "台账 1  2026-11-20（周五）10:20  巡查",
        "已结：巡八区域 迟，应在 2026-11-20 10:00 前",
        "下一次：2026-11-21（周六）10:00 前，巡八区域", "撤销：revisit undo",
      ])
    try office.at(
      "2026-11-20 10:25", "ledger add 巡查问题 --note \"水吧：制冰机漏水\" --user 孙客服")
    let report = try office.at("2026-11-20 11:00", "report --week 2026-W47").out
    #expect(report.contains("没有记录（督促保洁）"))
    #expect(report.contains("2026-11-20 10:00  迟，11-20 10:20 "))
    #expect(report.contains("2026-11-20 10:25  2     孙客服  巡查问题：水吧：制冰机漏水"))
    try office.at("2026-11-20", "daily --out \(office.folder)")
    #expect(office.read("2026-11-20-经理.txt")?.contains("制冰机漏水") == true)
    #expect(office.read("2026-11-20-孙客服.txt")?.contains("巡查报告") == true)
  }

  @Test(
    "F098 edge: a problem that was handled is no longer told, and the day after all begins anew")
  func f098Handled() throws {
    let office = try Office.wenxin(from: "2026-11-20")
    try office.at("2026-11-20 09:00", "ledger add 巡查问题 --note 沙盘灯坏 --user 孙客服")
    try office.at("2026-11-20 10:40", "ledger close 1 --note 已换 --user 孙客服")
    #expect(try !office.at("2026-11-20 11:00", "report --week").out.contains("沙盘灯坏"))
    #expect(try office.at("2026-11-20 10:00", "ledger list --open").out.contains("沙盘灯坏"))
    let list = try office.at("2026-11-20 12:00", "ledger list").out
    #expect(
      list.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("孙客服 已换"))
    let again = try office.attempt("2026-11-20 12:00", "ledger close 1")
    #expect(again.code == 65 && again.err == "revisit: 1：已经办结，或本身就是办结\n")
    #expect(
      try office.owed("2026-11-21 08:00", of: "孙客服").filter { $0.hasPrefix("wx-6.1") }
        == [
          "wx-6.1a service due 2026-11-21 09:30 0/1 x1",
          "wx-6.1b service due 2026-11-21 10:00 0/1 x1",
        ])
    try office.at("2026-11-20 12:30", "undo --user 孙客服")
    #expect(try office.at("2026-11-20 13:00", "ledger list --open").out.contains("沙盘灯坏"))
    #expect(try office.at("2026-11-20 13:00", "doctor").code == 0)
  }

  @Test("F111 three portraits a quarter: two of three on 12-31 are one short, late from 01-01")
  func f111() throws {
    let office = try Office.wenxin()
    try office.at("2026-11-10", "done wx-7.1 --for 李明 --note 王芳")
    let second = try office.at("2026-12-20", "done 客户描摹 --user 李明 --note 陈静").lines
    #expect(
      second == [
        "wx-7.1 七 客户描摹  李明", "台账 2  2026-12-20（周日）  客户描摹：陈静",
        "还差 1（2/3）：客户描摹 2026-12-31 前",
        "下一次：2026-12-31（周四）前，客户描摹", "撤销：revisit undo",
      ])
    #expect(try office.owed("2026-12-31", of: "李明") == ["wx-7.1 李明 due 2026-12-31 2/3"])
    #expect(try office.owed("2027-01-01", of: "李明") == ["wx-7.1 李明 overdue 2026-12-31 2/3"])
    let page = try office.at("2027-01-01", "due --user 李明").lines
    #expect(page.first?.contains("内部事项 1") == true)
    #expect(page.contains { $0.hasPrefix("!  客户描摹  逾期 1 天  2/3   李明：") })
    let report = try office.at("2027-01-01", "report --week 2026-W53").lines
    #expect(report.contains { $0.hasPrefix("2026-12-28 09:30  没有记录（督促保洁） ×4") })
    #expect(
      report.contains {
        $0.hasPrefix("2026-12-31") && $0.contains("  差 1（2/3）") && $0.contains("李明")
      })
    #expect(report.contains { $0.contains("差 3（0/3）") && $0.contains("周敏") })
  }

  @Test("F111 edge: the third one late settles the old quarter and is none of the new")
  func f111Late() throws {
    let office = try Office.wenxin()
    try office.at("2026-11-10", "done wx-7.1 --for 李明 --count 2")
    let late = try office.at("2027-01-05", "done wx-7.1 --for 李明").lines
    #expect(late[2] == "已结：客户描摹 迟，应在 2026-12-31 前")
    #expect(late[3] == "下一次：2027-03-31（周三）前，客户描摹")
    #expect(try office.owed("2027-03-31", of: "李明") == ["wx-7.1 李明 due 2027-03-31 0/3"])
    try office.at("2027-01-05", "undo")
    #expect(try office.owed("2027-01-06", of: "李明") == ["wx-7.1 李明 overdue 2026-12-31 2/3"])
    let whose = try office.attempt("2026-12-20", "done wx-7.1 --user 王经理")
    #expect(whose.code == 64 && whose.err == "revisit: wx-7.1：每位置业顾问各做各的；加 --for 姓名\n")
  }

  @Test("F118 the register of the first half of November") func f118() throws {
    let office = try Office.open(policy: "owner-pm")
    let coming = try office.owed("2026-11-14", of: "王经理", "--ahead 1")
    #expect(coming == ["opm-3.4a office upcoming 2026-11-15 0/1"])
    #expect(try office.owed("2026-11-15", of: "王经理") == ["opm-3.4a office due 2026-11-15 0/1"])
    #expect(try office.owed("2026-11-15", of: "李明") == [])
    let done = try office.at("2026-11-15", "done 半月登记表 --user 王经理").lines
    #expect(done[2] == "已结：交登记表 按时")
    #expect(done[3] == "下一次：2026-11-30（周一）前，交登记表")
    #expect(try office.owed("2026-11-15", of: "王经理") == [])
  }

  @Test("F118 edge: handed in on the 16th it is late; the second half ends with the month")
  func f118Late() throws {
    let office = try Office.open(policy: "owner-pm")
    let done = try office.at("2026-11-16", "done opm-3.4a --user 王经理").lines
    #expect(done[2] == "已结：交登记表 迟，应在 2026-11-15 前")
    #expect(try office.owed("2026-11-30", of: "王经理") == ["opm-3.4a office due 2026-11-30 0/1"])
    #expect(
      try office.owed("2026-12-31", of: "王经理") == ["opm-3.4a office due 2026-12-31 0/1 x2"])
  }

  @Test("F122 no entry of the media in a week") func f122() throws {
    let office = try Office.wenxin()
    try office.at("2026-11-12", "ledger add 媒体记录 --note \"论坛：业主问车位\" --user 孙客服")
    let report = { (week: String, now: String) in
      try office.at(now, "report --week \(week)").out
    }
    #expect(try !report("2026-W46", "2026-11-23").contains("（媒体浏览）"))
    #expect(try report("2026-W47", "2026-11-23").contains("2026-11-22        没有记录（媒体浏览）"))
    let english = try office.at("2026-11-23", "report --week 2026-W47 --lang en").out
    #expect(english.contains("no entry (media read)"))
    #expect(
      try office.failures("2026-W47", asOf: "2026-11-23").contains(
        "wx-4.2 service overdue 2026-11-22 0/1"))
  }

  @Test("F122 edge: an entry of Monday makes the Sunday late, and a mistyped kind is refused")
  func f122Late() throws {
    let office = try Office.wenxin()
    let wrong = try office.attempt("2026-11-23", "ledger add 媒体记")
    #expect(wrong.code == 66 && wrong.err == "revisit: 媒体记：台账没有这个类别；是否“媒体”？\n")
    let add = try office.at("2026-11-23 09:00", "ledger add 媒体 --user 孙客服 --note 微博").lines
    #expect(add[2] == "已结：媒体浏览 迟，应在 2026-11-22 前")
    #expect(
      try office.failures("2026-W47", asOf: "2026-11-23 10:00").contains(
        "wx-4.2 service late 2026-11-22 1/1 x3"))
  }
}
