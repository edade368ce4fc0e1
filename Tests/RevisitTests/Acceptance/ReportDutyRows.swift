import Testing

/// Rows whose reports have a moment by which they are handed in, through the program.
@Suite("Reports by their day and hour")
struct ReportDutyRows {
  private func office(_ policy: String, from: String = "2026-11-01", _ staff: String? = nil) throws
    -> Office
  {
    let office = try Office.open(policy: policy, from: from)
    if let staff { try office.at(from, "staff add \(staff) --role 客服") }
    return office
  }

  @Test("F057 the schedule of the next week is sent on Sunday, and waits for approval")
  func f057() throws {
    let office = try office("roster")
    let due = try office.at("2026-11-22", "due --user 李明").out
    #expect(due.contains("*  排回访表 "))
    let sent = try office.at("2026-11-22 16:00", "done ro-3.3 --user 李明").lines
    #expect(sent[2] == "已结：排回访表 按时")
    #expect(sent[3] == "下一次：2026-11-29（周日）前，排回访表")
    let list = { (now: String) in
      try office.at(now, "ledger list --kind 回访排期表 --format csv").lines.last
    }
    #expect(
      try list("2026-11-22 17:00") == "1,2026-11-22 16:00,回访排期表,1,李明,,pending,,,,")
    try office.at("2026-11-22 18:00", "ledger approve 1 --user 王经理")
    #expect(
      try list("2026-11-22 18:00") == "1,2026-11-22 16:00,回访排期表,1,李明,,closed,,2026-11-22 18:00,王经理,"
    )
  }

  @Test("F057 edge: what is approved already is not taken back from under the approval")
  func f057Undo() throws {
    let office = try office("roster")
    try office.at("2026-11-22 16:00", "done ro-3.3 --user 李明")
    try office.at("2026-11-22 18:00", "ledger approve 1 --user 王经理")
    let undo = try office.attempt("2026-11-22 18:05", "undo --user 李明")
    #expect(undo.code == 65 && undo.err.contains("台账 2 用到它"))
    try office.at("2026-11-22 18:06", "undo --user 王经理")
    try office.at("2026-11-22 18:07", "undo --user 李明")
    #expect(try office.at("2026-11-22 19:00", "due --user 李明").out.contains("*  排回访表 "))
  }

  @Test("F058 nobody invited from Saturday to Friday is one short") func f058() throws {
    let office = try office("roster")
    try office.enter("--source 来访 --grade A", on: "2026-11-13")
    let week = try office.at("2026-11-20", "due --user 李明").out
    let line = week.split(separator: "\n").first { $0.hasPrefix("*  每周约访") }
    #expect(line?.contains("今天") == true && line?.contains("  0/1   李明：") == true)
    let report = try office.at("2026-11-21", "report --week 2026-W47").out
    #expect(report.contains("2026-11-20  差 1（0/1）"))
    let refused = try office.attempt("2026-11-20", "done ro-3.6 --user 李明")
    #expect(
      refused.code == 64 && refused.err == "revisit: ro-3.6：按客户的来访计，不用登记；revisit event 客户 来访\n")
  }

  @Test("F058 edge: a visit on Saturday counts, for whoever had the customer that day")
  func f058Owner() throws {
    let office = try office("roster")
    try office.enter("--source 来电 --grade A", on: "2026-11-10")
    try office.at("2026-11-14", "event 王芳 来访")
    try office.at("2026-11-16", "edit 王芳 --consultant 周敏")
    let report = try office.at("2026-11-21", "report --week 2026-W47").out
    let words = report.split(whereSeparator: \.isWhitespace)
    let places = words.indices.filter { words[$0] == "每周约访" }
    #expect(places.map { words[$0 - 1] } == ["周敏"], "\(report)")
  }

  @Test("F112 the patrol's report before the day ends") func f112() throws {
    let office = try office("wenxin", "孙客服")
    let list = { (now: String) in
      try office.at(now, "due --user 孙客服").out.split(separator: "\n").first {
        $0.contains("巡查报告")
      }
    }
    #expect(try list("2026-11-20 17:00")?.hasPrefix("*  巡查报告") == true)
    try office.at("2026-11-20 17:30", "done 巡查日报 --user 孙客服")
    #expect(try list("2026-11-20 18:00") == nil)
  }

  @Test("F113 the weekly report on Sunday 11-22") func f113() throws {
    let office = try office("wenxin", "孙客服")
    try office.at("2026-11-15", "done 周报 --user 孙客服")
    #expect(try office.at("2026-11-22", "due --user 孙客服").out.contains("*  周报"))
    let late = try office.at("2026-11-23 09:00", "done wx-8.2 --user 孙客服").lines
    #expect(late[2] == "已结：周报 迟，应在 2026-11-22 前")
  }

  @Test("F114 the sales report on Monday, on Sunday where Monday is a day off") func f114() throws {
    let office = try office("roster")
    try office.at("2026-11-20", "calendar add 值休 --from 2026-11-30")
    let due = { (now: String) in
      try office.at(now, "due --user 李明").out.contains("*  周一上报")
    }
    #expect(try ["2026-11-22", "2026-11-23"].map(due) == [false, true])
    // With Monday and the weekend off, the working day before is Friday.
    #expect(try ["2026-11-27", "2026-11-30"].map(due) == [true, false])
    try office.at("2026-11-20", "calendar add 周日上班 --from 2026-11-29 --open")
    #expect(try due("2026-11-29"))
  }

  @Test(
    "F115 the forms by Sunday 17:00",
    arguments: [("16:59", "按时"), ("17:00", "按时"), ("17:30", "迟，应在 2026-11-22 17:00 前")])
  func f115(time: String, outcome: String) throws {
    let policy =
      "early_days=7,midterm_days=3,completion_days=7,min_callbacks=3,min_in_works=2,"
      + "min_after_completion=1,coverage_percent=100,company=翠湖家装,minutes=10"
    let settings = policy.split(separator: ",").map { "--set \($0)" }.joined(separator: " ")
    let office = try office("qnc", "孙客服")
    try office.at("2026-11-09", "policy adopt home-reno --from 2026-11-09 \(settings)")
    try office.at("2026-11-15 12:00", "done 回访单 --user 孙客服")
    let done = try office.at("2026-11-22 \(time)", "done 回访单 --user 孙客服").lines
    #expect(done[2] == "已结：交回访单 \(outcome)")
  }

  @Test("F116 the monthly report on the last working day") func f116() throws {
    let office = try office("wenxin", from: "2026-10-01", "孙客服")
    let due = { (now: String) in
      try office.at(now, "due --user 孙客服").out.contains("*  月报")
    }
    #expect(
      try ["2026-10-29", "2026-10-30", "2026-11-30"].map(due) == [false, true, true])
  }

  @Test("F116 edge: leave moves what each owes alone, never what one of a role is enough for")
  func f116Leave() throws {
    let office = try office("roster")
    try office.at("2026-11-16", "calendar off 李明 --on 2026-11-21 --to 2026-11-23")
    let due = { (name: String, now: String) in
      try office.at(now, "due --user \(name)").out.contains("*  排回访表 ")
    }
    #expect(try ["2026-11-22", "2026-11-24"].map { try due("李明", $0) } == [false, true])
    #expect(try due("周敏", "2026-11-22"))
  }
}
