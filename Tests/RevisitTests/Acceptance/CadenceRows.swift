import Testing

/// Feature rows on what comes again and again, through the program.
@Suite("Cadences")
struct CadenceRows {
  /// A qualified call-in, called on its day and again three days later.
  private static func caller(
    _ office: Office, _ name: String = "王芳", on day: String, calls: [String], phone: Int = 1
  ) throws {
    try office.enter("--source 来电 --grade A", on: day, as: name, phone: phone)
    for call in calls { try office.call(name, on: call) }
  }

  @Test(
    "F022 every three days from the last one done, late or not",
    arguments: [
      ("qnc", "qnc-2.1.3a", ["2026-11-02", "2026-11-05"]),
      ("qnc-blank", "qb-2.1.3a", ["2026-11-02", "2026-11-05"]),
      ("yufu", "yufu-2.1.3a", ["2026-11-02", "2026-11-03", "2026-11-05"]),
    ])
  func f022(policy: String, rule: String, calls: [String]) throws {
    let office = try Office.open(policy: policy)
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-11-02")
    for call in calls { try office.call(on: call) }
    try office.expect([
      "2026-11-07": [], "2026-11-08": ["\(rule) due 2026-11-08..2026-11-08"],
      "2026-11-10": ["\(rule) overdue 2026-11-08..2026-11-08 x1"],
    ])
    try office.call(on: "2026-11-10")
    try office.expect([
      "2026-11-10": [], "2026-11-12": [], "2026-11-13": ["\(rule) due 2026-11-13..2026-11-13"],
    ])
  }

  @Test("F022 edge: on and from 29 February, then two slots missed and one late")
  func f022LeapDay() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2028-02-23")
    for call in ["2028-02-23", "2028-02-26"] { try office.call(on: call) }
    try office.expect([
      "2028-02-28": [], "2028-02-29": ["qnc-2.1.3a due 2028-02-29..2028-02-29"],
    ])
    try office.call(on: "2028-02-29")
    try office.expect(["2028-03-11": ["qnc-2.1.3a overdue 2028-03-03..2028-03-03 x3"]])
    try office.call(on: "2028-03-11")
    #expect(try office.total("2028-W09", asOf: "2028-03-12") == "due 2: on time 1, missed 1")
    #expect(try office.total("2028-W10", asOf: "2028-03-12") == "due 2: late 1, missed 1")
    try office.expect(["2028-03-13": [], "2028-03-14": ["qnc-2.1.3a due 2028-03-14..2028-03-14"]])
  }

  @Test("F023 weekly until the first visit") func f023() throws {
    let office = try Office.open()
    try CadenceRows.caller(office, on: "2026-11-02", calls: ["2026-11-02", "2026-11-05"])
    try CadenceRows.caller(office, "李娜", on: "2026-11-02", calls: ["2026-11-02"], phone: 2)
    let second = "qnc-1.2 overdue 2026-11-03..2026-11-05"
    try office.expect(
      ["2026-11-11": [second], "2026-11-12": [second, "qnc-1.3 due 2026-11-12..2026-11-12"]],
      of: "李娜")
    try office.expect(["2026-11-11": [], "2026-11-12": ["qnc-1.3 due 2026-11-12..2026-11-12"]])
    try office.call(on: "2026-11-12")
    try office.expect(["2026-11-18": [], "2026-11-19": ["qnc-1.3 due 2026-11-19..2026-11-19"]])
    try office.at("2026-11-15", "event 王芳 来访 --on 2026-11-15")
    try office.expect([
      "2026-11-15": ["qnc-2.1.1 due 2026-11-15..2026-11-15"],
      "2026-11-19": [
        "qnc-2.1.1 overdue 2026-11-15..2026-11-15", "qnc-2.1.2 overdue 2026-11-16..2026-11-18",
      ],
    ])
  }

  @Test("F023 edge: from W52 over W53 to W01, where the visit comes on the very day")
  func f023YearEnd() throws {
    let office = try Office.open()
    try CadenceRows.caller(office, on: "2026-12-24", calls: ["2026-12-24", "2026-12-27"])
    try office.expect(["2027-01-02": [], "2027-01-03": ["qnc-1.3 due 2027-01-03..2027-01-03"]])
    try office.call(on: "2027-01-03")
    try office.expect(["2027-01-09": [], "2027-01-10": ["qnc-1.3 due 2027-01-10..2027-01-10"]])
    try office.at("2027-01-10", "event 王芳 来访 --on 2027-01-10")
    try office.expect(["2027-01-10": ["qnc-2.1.1 due 2027-01-10..2027-01-10"]])
    #expect(try office.total("2026-W53", asOf: "2027-01-11") == "due 2: on time 1, missed 1")
    #expect(try office.total("2027-W01", asOf: "2027-01-11") == "due 1: missed 1")
  }

  @Test("F024 every half month: fifteen days, or the 15th and the month's end") func f024() throws {
    for (policy, days) in [
      ("qnc", ["2026-11-17", "2026-12-02"]),
      (Fixture.path("register.yaml"), ["2026-11-15", "2026-11-30"]),
    ] {
      let office = try Office.open(policy: policy)
      try office.enter("--source 客资", on: "2026-11-01")
      try office.at("2026-11-02", "event 王芳 认购 --on 2026-11-02")
      try office.call(on: "2026-11-02")
      for day in days {
        try office.expect([day: ["qnc-3.2 due \(day)..\(day)"]])
        try office.call(on: day)
      }
    }
  }

  @Test("F024 the second callback within half a month of the first visit") func f024Second() throws
  {
    let office = try Office.open(policy: "site-fines")
    try office.enter("--source 来访 --time 10:00", on: "2026-11-02 10:00")
    try office.at("2026-11-03 15:30", "log 王芳 --by 电话 --note 近况 --intention B")
    try office.expect([
      "2026-11-03": [], "2026-11-04": ["sf-2.3 due 2026-11-04..2026-11-17"],
      "2026-11-17": ["sf-2.3 due 2026-11-04..2026-11-17"],
      "2026-11-18": ["sf-2.3 overdue 2026-11-04..2026-11-17"],
    ])
  }

  @Test(
    "F024 edge: calendar half months in a leap February, a plain one, and at the year's end",
    arguments: [
      ("2028-02-01", ["2028-02-15", "2028-02-29", "2028-03-15"]),
      ("2028-02-15", ["2028-02-29", "2028-03-15"]),
      ("2027-02-15", ["2027-02-28", "2027-03-15"]),
      ("2026-12-15", ["2026-12-31", "2027-01-15"]),
      ("2026-12-31", ["2027-01-15", "2027-01-31"]),
    ])
  func f024Edges(deal: String, days: [String]) throws {
    let office = try Office.open(fixture: "register.yaml")
    try office.enter("--source 客资", on: deal)
    try office.at(deal, "event 王芳 签约 --on \(deal)")
    try office.call(on: deal)
    for day in days {
      try office.expect([day: ["qnc-3.2 due \(day)..\(day)"]])
      try office.call(on: day)
    }
  }

  @Test(
    "F037 from the last one done, or on a fixed grid",
    arguments: [("qnc", "2026-11-19", "2026-11-21"), ("schedule.yaml", "2026-11-21", "2026-11-19")])
  func f037(policy: String, not: String, next: String) throws {
    let office = try CadenceRows.office(policy)
    try CadenceRows.caller(
      office, on: "2026-11-02", calls: ["2026-11-02", "2026-11-05", "2026-11-14"])
    try office.expect([next: ["qnc-1.3 due \(next)..\(next)"]])
    if not < next { try office.expect([not: []]) }
  }

  private static func office(_ policy: String) throws -> Office {
    policy.contains(".") ? try .open(fixture: policy) : try .open(policy: policy)
  }

  @Test(
    "F037 edge: late and early over the year's end",
    arguments: [
      ("qnc", "2027-01-02", "2027-01-09"), ("schedule.yaml", "2027-01-02", "2027-01-07"),
      ("qnc", "2026-12-30", "2027-01-06"), ("schedule.yaml", "2026-12-30", "2026-12-31"),
      ("qnc", "2026-12-31", "2027-01-07"), ("schedule.yaml", "2026-12-31", "2027-01-07"),
    ])
  func f037YearEnd(policy: String, call: String, next: String) throws {
    let office = try CadenceRows.office(policy)
    try CadenceRows.caller(office, on: "2026-12-21", calls: ["2026-12-21", "2026-12-24", call])
    try office.expect([next: ["qnc-1.3 due \(next)..\(next)"]])
  }

  @Test("F038 what was missed does not stack on the list, and counts in the report")
  func f038() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] { try office.call(on: day) }
    let listed = try office.due("2026-12-03")
    #expect(listed.reasons() == ["qnc-2.1.3b overdue 2026-11-12..2026-11-12 x3"])
    #expect(listed.items.count == 1 && listed.items.first?.daysOverdue == 21)
    for week in ["2026-W46", "2026-W47", "2026-W48"] {
      #expect(try office.total(week, asOf: "2026-12-03") == "due 1: missed 1", "\(week)")
    }
    #expect(try office.total("2026-W49", asOf: "2026-12-03") == "due 1: open 1")
    let page = try office.at("2026-12-03", "due --consultant 李明").out
    #expect(page.contains("逾期 21 天") && page.contains("漏 3 次"))
  }

  @Test("F038 edge: the day, the day after, and a slot in W53 beside one in W01")
  func f038YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-21")
    for day in ["2026-12-21", "2026-12-24"] { try office.call(on: day) }
    let slot = "2026-12-31..2026-12-31"
    try office.expect([
      "2026-12-31": ["qnc-2.1.3b due \(slot)"],
      "2027-01-01": ["qnc-2.1.3b overdue \(slot) x1", "qnc-4.1a due 2027-01-01..2027-01-01"],
      "2027-01-07": ["qnc-2.1.3b overdue \(slot) x1"],
      "2027-01-08": ["qnc-2.1.3b overdue \(slot) x2"],
    ])
    #expect(try office.total("2026-W53", asOf: "2027-01-08") == "due 2: missed 2")
    #expect(try office.total("2027-W01", asOf: "2027-01-08") == "due 1: missed 1")
  }
}
