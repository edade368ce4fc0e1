import Testing

/// Feature rows on milestones, holidays, call windows and registers, through the program.
@Suite("Projects, holidays and hours")
struct ProjectRows {
  private func buyer(_ office: Office, _ rest: String = "", on day: String = "2026-11-01") throws {
    try office.enter("--source 客资 \(rest)", on: day)
    try office.at(day, "event 王芳 签约 --on \(day)")
  }

  @Test("F033 three days before an event, two weeks before moving in") func f033() throws {
    let office = try Office.under("wenxin")
    try buyer(office)
    try office.at("2026-11-02", "milestone add 活动 --on 2026-11-28")
    try office.expect(
      "wx-1.6",
      [
        "2026-11-24": nil, "2026-11-25 09:00": "due 2026-11-25 10:00..2026-11-25 10:30",
        "2026-11-25 10:31": nil,
      ])
    let flow = try Office.under("post-sale-flow")
    try buyer(flow)
    try flow.at("2026-11-02", "milestone add 入伙 --on 2026-12-31 --until 2027-01-03")
    try flow.expect(
      "psf-3.2.3", ["2026-12-16": nil, "2026-12-17": "due 2026-12-17..2026-12-17"])
    #expect(try flow.due("2026-12-17").reason("psf-3.2.3")?.channel == "letter")
    try flow.at("2026-12-17", "log 王芳 --by 信函 --note 入伙通知 --user 王经理")
    try flow.expect("psf-3.2.3", ["2026-12-17": nil])
  }

  @Test("F033 edge: the eve of a year, and an event entered too late to tell") func f033Late()
    throws
  {
    let office = try Office.under("wenxin")
    try buyer(office)
    try office.at("2026-12-20", "milestone add SP活动 --on 2027-01-02")
    try office.expect(
      "wx-1.6", ["2026-12-30 10:00": "due 2026-12-30 10:00..2026-12-30 10:30"])
    try office.at("2027-01-04", "milestone add 活动 --on 2027-01-05")
    try office.expect("wx-1.6", ["2027-01-04": nil, "2027-01-05": nil])
    let refused = try office.attempt(
      "2027-01-04", "milestone add 入伙 --on 2027-02-05 --until 2027-02-01")
    #expect(refused.code == 64 && refused.err.contains("--until：2027-02-01 太早；不早于 2027-02-05"))
  }

  @Test("F034 Thursdays of odd weeks, twice in a row over the year's end") func f034() throws {
    let office = try Office.under("wenxin")
    try buyer(office, on: "2026-11-02")
    for day in ["2026-11-05", "2026-11-19", "2026-12-31", "2027-01-07"] {
      try office.expect("wx-1.3a", [day + " 10:00": "due \(day) 10:00..\(day) 20:00"])
    }
    try office.expect("wx-1.3a", ["2026-11-12": nil, "2027-01-14": nil])
    let check = try office.at("2026-11-01", "policy check wenxin")
    #expect(check.err.contains("第 53 周") && check.err.contains("min_gap_days"))
  }

  @Test("F034 edge: with a gap of fourteen days the second of them is left out") func f034Gap()
    throws
  {
    let office = try Office.open()
    try office.write(
      """
      extends: wenxin
      policy: 不连发
      change:
        - {id: wx-1.3a, every: {weekdays: [周四], weeks: odd, min_gap_days: 14}}

      """, to: "gap.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("gap.yaml")) --from 2026-11-01")
    try buyer(office, on: "2026-11-02")
    for day in ["2026-12-31", "2027-01-21"] {
      try office.expect("wx-1.3a", [day + " 10:00": "due \(day) 10:00..\(day) 20:00"])
    }
    try office.expect("wx-1.3a", ["2027-01-07": nil])
    // The drafts, a duty of the office, are still due every odd week.
    let check = try office.at("2026-11-01", "policy check \(office.path("gap.yaml"))")
    #expect(check.err.split(separator: "\n").count == 1)
  }

  @Test("F043 a topping-out for closed and ordinary customers, not for the leader's") func f043()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2026-11-02", as: "成交", phone: 1)
    try office.at("2026-11-02", "event 成交 签约 --on 2026-11-02")
    try office.enter("--source 客资 --grade A", on: "2026-11-02", as: "普通", phone: 2)
    try office.enter("--source 客资 --grade A --tag 领导介绍", on: "2026-11-02", as: "领导", phone: 3)
    try office.at("2026-11-02", "milestone add 封顶 --on 2026-11-18")
    let listed = try office.due("2026-11-18")
    #expect(listed.reason("qnc-3.3", of: "成交")?.text == "qnc-3.3 due 2026-11-18..2026-11-18")
    #expect(listed.rules("普通") == ["qnc-4.2"])
    #expect(listed.item("领导") == nil)
  }

  @Test("F043 edge: entered on the day it happens, and all kinds of milestones by their names")
  func f043Kinds() throws {
    let office = try Office.open()
    try buyer(office)
    for kind in ["开盘", "优惠", "活动", "样板房开放", "SP活动", "封顶", "交房", "工程节点"] {
      try office.at("2026-11-18", "milestone add \(kind) --on 2026-11-18")
    }
    #expect(try office.due("2026-11-18").rules().filter { $0 == "qnc-3.3" }.count == 8)
    #expect(try office.due("2026-11-19").rules().filter { $0 == "qnc-3.3" }.isEmpty)
  }

  @Test("F044 the company's own Spring Festival holiday, and none entered") func f044Company()
    throws
  {
    let office = try Office.under("wenxin")
    try buyer(office)
    try office.expect("wx-1.7c", ["2027-02-04": nil, "2027-02-05": nil])
    #expect(
      try office.why("2027-02-04", rule: "wx-1.7c").contains("还没有登记含春节的公司放假，所以不安排"))
    try office.at("2027-01-04", "calendar add 春节放假 --from 2027-02-05 --to 2027-02-12")
    try office.expect(
      "wx-1.7c",
      [
        "2027-02-03": nil, "2027-02-04 10:00": "due 2027-02-04 10:00..2027-02-04 20:00",
        "2027-02-05": nil,
      ])
    try office.expect(
      "wx-1.7a6", ["2027-02-20 10:00": "due 2027-02-20 10:00..2027-02-20 20:00"])
  }

  @Test("F044 edge: a holiday that does not hold the festival brings nothing") func f044Other()
    throws
  {
    let office = try Office.under("wenxin")
    try buyer(office)
    try office.at("2027-01-04", "calendar add 年会 --from 2027-01-20 --to 2027-01-22")
    try office.expect("wx-1.7c", ["2027-01-19": nil, "2027-02-04": nil])
    try office.at("2027-01-05", "calendar add 春节放假 --from 2027-01-30 --to 2027-02-14")
    try office.expect(
      "wx-1.7c", ["2027-01-29 10:00": "due 2027-01-29 10:00..2027-01-29 20:00"])
  }

  @Test("F056 callbacks of a holiday in the week before it") func f056() throws {
    let office = try Office.under("roster", from: "2027-01-01")
    try office.at("2027-01-04", "calendar add 春节放假 --from 2027-02-05 --to 2027-02-12")
    try office.enter("--source 来访 --grade A", on: "2027-01-28")
    try office.call(on: "2027-01-28 10:00")
    try office.enter("--source 来访 --grade A", on: "2027-01-28", as: "李娜", phone: 2)
    let early = try office.attempt("2027-01-28", "due --before-holiday")
    #expect(early.code == 65 && early.err.contains("2027-01-28 之后 7 天里没有假期开始"))
    let first = try office.at("2027-01-29", "due --before-holiday").out
    #expect(first.contains("春节放假 02-05 至 02-12") && first.contains("02-04（周四）以前联系"))
    #expect(try office.due("2027-01-29", "--pre-holiday").names == ["王芳", "李娜"])
    try office.call(on: "2027-02-01 10:00")
    #expect(try office.due("2027-02-04", "--before-holiday").names == ["李娜"])
  }
}
