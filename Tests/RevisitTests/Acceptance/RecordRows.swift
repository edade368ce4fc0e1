import FoundationEssentials
import Testing

/// Feature rows on what is recorded: callbacks, late entries, refusals, losses.
@Suite("Records")
struct RecordRows {
  @Test("F060 a record needs content, intention and time, and counts") func f060() throws {
    let office = try Office.open(policy: "site-fines")
    try office.enter("--source 来访 --time 10:00", on: "2026-11-02 10:00")
    for (line, option, field) in [
      ("--time 11:00 --intention B", "--note", "内容"),
      ("--time 11:00 --note 价格", "--intention", "意向"),
      ("--note 价格 --intention B", "--time", "时间"),
    ] {
      let refused = try office.attempt("2026-11-03", "log 王芳 --by 电话 \(line)")
      #expect(refused.code == 64 && refused.err.contains(option) && refused.err.contains(field))
    }
    #expect(try office.show("2026-11-03").contacts == 0)
    for day in ["2026-11-03", "2026-11-04", "2026-11-05"] {
      try office.at(day, "log 王芳 --by 电话 --time 11:00 --note 价格 --intention B")
    }
    let shown = try office.show("2026-11-05")
    #expect(shown.contacts == 3)
    let contacts = shown.records.filter { $0.note == "价格" }
    #expect(contacts.map(\.day) == ["2026-11-05", "2026-11-04", "2026-11-03"])
    #expect(contacts.allSatisfy { $0.time == "11:00" && $0.what.contains("intention B") })
    #expect(try office.show("2026-11-04").contacts == 2)
  }

  @Test("F060 edge: 29 February and the day that is none; nobody answers, nothing to write")
  func f060LeapDay() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2028-02-28")
    try office.at("2028-02-29", "log 王芳 --by 电话 --outcome 无人接 --time 10:00")
    let none = try office.attempt("2028-03-01", "log 王芳 --by 电话 --note 近况 --on 2027-02-29")
    #expect(none.code == 64 && none.err.contains("2027-02-29"))
    try office.at("2028-03-01", "log 王芳 --by 电话 --note 近况 --on 2028-02-29 --time 23:59")
    let shown = try office.show("2028-03-01")
    #expect(shown.contacts == 1 && shown.unanswered == 1)
    #expect(shown.records.first { $0.note == "近况" }?.day == "2028-02-29")
    #expect(try office.total("2028-W09", asOf: "2028-03-03") == "due 2: on time 1, late 1")
    let unknown = try office.attempt("2028-03-01", "log 王芳 --by 电活 --note 近况")
    #expect(unknown.code == 64 && unknown.err.contains("电话"), "the nearest is named")
  }

  private struct LateEntries: Decodable {
    let lateEntries: [Entry]

    struct Entry: Decodable {
      let day: String
      let recorded: String
      let name: String
    }
  }

  private func late(_ office: Office, _ week: String, asOf: String) throws -> [String] {
    let answer = try office.at(asOf, "report --unlogged \(week) --format json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let entries = try decoder.decode(LateEntries.self, from: Data(answer.out.utf8)).lateEntries
    return entries.map { "\($0.day) \($0.name) entered \($0.recorded)" }.sorted()
  }

  @Test("F062 what was entered after its day is listed under its day") func f062() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C", on: "2026-11-20 23:59", as: "赵强", phone: 1)
    try office.at("2026-11-20 23:59", "log 赵强 --by 电话 --note 近况")
    try office.enter(
      "--source 来电 --grade C --on 2026-11-20", on: "2026-11-21 09:00", as: "王芳", phone: 2)
    try office.at("2026-11-21 09:05", "log 赵强 --by 微信 --on 2026-11-20")
    #expect(
      try late(office, "2026-W47", asOf: "2026-11-21") == [
        "2026-11-20 王芳 entered 2026-11-21 09:00", "2026-11-20 赵强 entered 2026-11-21 09:05",
      ])
    #expect(try late(office, "2026-W46", asOf: "2026-11-21").isEmpty)
    let shown = try office.at("2026-11-21", "show 王芳").out
    #expect(shown.contains("2026-11-21 补录"))
  }

  @Test("F062 edge: the year's last minute and the first of the next") func f062YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C --on 2026-12-31", on: "2026-12-31 23:59")
    try office.at("2027-01-01 00:00", "log 王芳 --by 微信 --on 2026-12-31 --time 23:58")
    #expect(
      try late(office, "2026-12-31", asOf: "2027-01-01")
        == ["2026-12-31 23:58 王芳 entered 2027-01-01 00:00"])
    #expect(try late(office, "2027-01-04", asOf: "2027-01-10").isEmpty)
  }

  @Test("F065 two refusals: counted, the lead open, the next week still due") func f065() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] {
      try office.at(day, "log 王芳 --by 电话 --outcome 拒绝 --note 不考虑")
    }
    let shown = try office.show("2026-11-05")
    #expect(shown.refusals == 2 && shown.stage == "prospect")
    try office.expect(["2026-11-11": [], "2026-11-12": ["qnc-2.1.3b due 2026-11-12..2026-11-12"]])
    #expect(try office.total("2026-W45", asOf: "2026-11-08") == "due 2: on time 2")
    try office.at("2026-11-12", "edit 王芳 --lost")
    #expect(try office.due("2026-11-12").items.isEmpty)
    #expect(try office.show("2026-11-12").stage == "lost")
  }

  @Test("F065 edge: refused on the year's last day; lost on New Year's; back with a visit")
  func f065YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-28")
    for day in ["2026-12-28", "2026-12-31"] {
      try office.at(day, "log 王芳 --by 电话 --outcome 拒绝 --note 不考虑")
    }
    #expect(try office.due("2027-01-07").rules() == ["qnc-2.1.3b"])
    try office.at("2027-01-01", "event 王芳 流失")
    try office.expect(["2027-01-01": [], "2027-01-07": []])
    #expect(try office.total("2026-W53", asOf: "2027-01-03") == "due 2: on time 2")
    try office.at("2027-01-08", "event 王芳 来访")
    try office.expect(["2027-01-08": ["qnc-2.1.1 due 2027-01-08..2027-01-08"]])
    #expect(try office.show("2027-01-08").refusals == 2)
  }

  @Test("F066 lost: nothing is due from then on, a miss stays a miss") func f066() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2026-11-02")
    try office.call(on: "2026-11-02")
    try office.expect([
      "2026-11-05": ["qnc-1.2 due 2026-11-03..2026-11-05"],
      "2026-11-06": ["qnc-1.2 overdue 2026-11-03..2026-11-05"],
    ])
    let told = try office.at("2026-11-10", "edit 王芳 --lost --on 2026-11-10").out
    #expect(told.contains("不能再补，记为漏：三日邀约 2026-11-05"))
    for day in ["2026-11-10", "2026-11-12", "2026-12-25"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted.isEmpty, "\(day)")
    }
    try office.expect(["2026-11-09": ["qnc-1.2 overdue 2026-11-03..2026-11-05"]])
    #expect(try office.total("2026-W45", asOf: "2026-11-15") == "due 2: on time 1, missed 1")
    #expect(try office.total("2026-W46", asOf: "2026-11-15") == "due 0")
    let why = try office.why("2026-11-12")
    #expect(why.contains("客户已流失：qnc-1.3、qnc-2.1.1、qnc-2.1.2"), "in one line")
  }

  @Test("F066 do not contact: festivals and promises too, until it is lifted") func f066Silence()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.call(on: "2026-11-02")
    try office.at("2026-11-03", "log 王芳 --by 电话 --note 再约 --next 2026-12-25")
    let told = try office.at("2026-11-10", "edit 王芳 --do-not-contact").out
    #expect(told.contains("不再要求：与客户的约定（客户要求免打扰）"))
    for day in ["2026-11-10", "2026-12-25", "2026-12-26"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted == ["do_not_contact": 1], "\(day)")
    }
    #expect(try office.why("2026-12-25").contains("免打扰"))
    try office.at("2026-12-28", "edit 王芳 --contact")
    #expect(try office.due("2027-01-01").rules().contains("qnc-4.1a"))
    #expect(try !office.due("2027-01-01").rules().contains("agreed"), "a stop ends a promise")
  }

  @Test(
    "F066 edge: lost on the due day or the day after, 29 February and the year's end",
    arguments: [
      ("2028-02-26", "2028-02-29", "2028-W09", "due 0"),
      ("2028-02-26", "2028-03-01", "2028-W09", "due 1: missed 1"),
      ("2026-12-28", "2026-12-31", "2026-W53", "due 1: on time 1"),
      ("2026-12-28", "2027-01-01", "2026-W53", "due 2: on time 1, missed 1"),
    ])
  func f066Edges(callIn: String, lost: String, week: String, total: String) throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: callIn)
    try office.call(on: callIn)
    try office.at(lost, "edit 王芳 --lost")
    try office.expect([lost: [], "2028-12-25": []])
    #expect(try office.total(week, asOf: "2028-12-26") == total)
  }
}
