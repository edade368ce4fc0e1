import Testing

/// Time that is fair (rules 2, 3, 8 and 12): what nothing moves, and what a new visit ends.
@Suite("Time that is fair")
struct FairTimeRows {
  @Test("Rule 2: the Christmas text stands on its day, whatever the customer asked for")
  func greetingStays() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade D", on: "2026-12-20")
    try office.at("2026-12-25", "log 王芳 --by 电话 --outcome 改期 --next 2027-01-10")
    #expect(try office.due("2026-12-25").rules().contains("qnc-4.1a"))
    #expect(try office.due("2026-12-26").rules() == [])
    #expect(try office.due("2027-01-10").rules() == ["agreed"])
    let drafted = try office.at("2027-01-10", "message draft").out
    #expect(!drafted.contains("王芳"))
  }

  @Test("Rule 3: a new visit voids what was held, and one call settles what is left")
  func newVisit() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-02")
    try office.at("2026-11-09", "log 王芳 --by 电话 --outcome 改期 --next 2026-11-20")
    try office.at("2026-11-16", "event 王芳 来访 --on 2026-11-16")
    try office.expect([
      "2026-11-16": [], "2026-11-19": [], "2026-11-20": ["agreed due 2026-11-20..2026-11-20"],
    ])
    try office.call(on: "2026-11-20")
    try office.expect([
      "2026-11-21": [], "2026-11-26": [], "2026-11-27": ["qnc-2.1.4 due 2026-11-27..2026-11-27"],
    ])
  }

  @Test("Rule 3: a postponed slot is void when the customer visits again; the weekly calls go on")
  func newVisitAfterPostponement() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-03")
    try office.at("2026-11-10", "postpone 王芳 --to 2026-11-25")
    try office.at("2026-11-18", "event 王芳 来访 --on 2026-11-18")
    try office.expect([
      "2026-11-24": [], "2026-11-25": ["qnc-2.1.4 due 2026-11-25..2026-11-25"],
    ])
    try office.call(on: "2026-11-25")
    try office.expect(["2026-11-26": [], "2026-12-01": []])
    #expect(try office.total("2026-W48", asOf: "2026-11-29") == "due 1: on time 1")
  }

  @Test("Rule 12: lost and back on one day, the weekly calls begin anew")
  func lostAndBack() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.at("2026-11-10", "event 王芳 来访 --on 2026-11-10")
    try office.at("2026-11-10", "log 王芳 --by 电话 --note 再约 --next 2026-11-18")
    try office.at("2026-11-11", "event 王芳 流失 --on 2026-11-11 --time 10:00")
    try office.at("2026-11-11", "event 王芳 来访 --on 2026-11-11 --time 15:00")
    try office.call(on: "2026-11-12")
    try office.expect([
      "2026-11-18": [], "2026-11-19": ["qnc-2.1.3b due 2026-11-19..2026-11-19"],
    ])
    let why = try office.why("2026-11-18", rule: "qnc-2.1.3b")
    #expect(why.contains("之后        11-19"))
  }

  @Test("Rule 12: lost, back and cancelled on one day, in the order of the hours") func hours()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-18")
    try office.at("2026-11-20", "event 王芳 流失 --time 11:00")
    try office.at("2026-11-20", "event 王芳 来访 --time 17:00")
    try office.at("2026-11-20", "event 王芳 退房 --time 20:00")
    let show = try office.at("2026-11-21", "show 王芳").out
    #expect(show.contains("阶段 意向"), "\(show)")
  }

  @Test("Rule 8: a skip excuses the newest slot of what an event settles, the older stay missed")
  func skipOfWhatAnEventSettles() throws {
    let office = try Office.open()
    try office.write(
      "policy: 拍照\nrules:\n  - {id: p-1, says: 每周拍照, after: 来访, every: 7d, settled_by: {event: 现场照片}}\n",
      to: "p.yaml")
    try office.at("2026-11-16", "policy adopt \(office.path("p.yaml")) --from 2026-11-16")
    try office.enter("--source 来访 --grade A", on: "2026-11-16")
    try office.at("2026-12-08", "skip 王芳 p-1 --reason 停工")
    #expect(try office.total("2026-W48", asOf: "2026-12-09") == "due 1: missed 1")
    #expect(try office.total("2026-W49", asOf: "2026-12-09") == "due 1: missed 1")
    #expect(try office.total("2026-W50", asOf: "2026-12-09") == "due 0: skipped 1")
  }

  @Test("Rule 4: site-fines asks for no second callback where the first was void")
  func noSecondWithoutFirst() throws {
    let office = try Office.open(policy: "site-fines")
    try office.enter("--source 来访", on: "2026-11-02")
    try office.enter("--source 来访", on: "2026-11-02", as: "李娜", phone: 2)
    try office.at("2026-11-04", "edit 王芳 --do-not-contact")
    try office.at("2026-11-06", "edit 王芳 --contact")
    #expect(try office.due("2026-11-17").rules() == [])
    #expect(try office.due("2026-11-17").rules("李娜") == ["sf-2.2", "sf-2.3"])
  }
}
