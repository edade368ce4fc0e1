import Testing

/// Feature rows on what waits: caps, other days, appointments, next steps and skips.
@Suite("Held back, put off, skipped")
struct HoldingRows {
  private func caller(
    _ office: Office, _ name: String, on day: String, calls: [String], phone: Int
  ) throws {
    try office.enter("--source 来电 --grade A", on: day, as: name, phone: phone)
    for call in calls { try office.call(name, on: call) }
  }

  @Test("F050 two a week: the slot waits for Monday, what is mandatory does not") func f050() throws
  {
    let office = try Office.open(fixture: "cap.yaml")
    try caller(office, "王芳", on: "2026-11-02", calls: ["2026-11-02", "2026-11-05"], phone: 1)
    try office.enter("--source 来电 --grade C", on: "2026-11-06", as: "李娜", phone: 2)
    for name in ["王芳", "李娜"] {
      try office.at("2026-11-09", "log \(name) --by 微信")
      try office.at("2026-11-11", "log \(name) --by 短信")
    }
    try office.call("李娜", on: "2026-11-06")
    for day in ["2026-11-12", "2026-11-15"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted == ["cap": 1], "\(day)")
    }
    let page = try office.at("2026-11-12", "due").out
    #expect(page.contains("未列出 1 位：本周已满 1"))
    let why = try office.why("2026-11-12")
    #expect(why.contains("本周联系已满（qnc-5.1）"))
    #expect(why.contains("电话回访 2026-11-05 + 7 日 = 2026-11-12；改到 2026-11-16"))
    try office.expect(["2026-11-16": ["qnc-1.3 due 2026-11-16..2026-11-16"]])
    try office.at("2026-11-12", "event 李娜 来电 --on 2026-11-12")
    try office.expect(["2026-11-12": ["qnc-1.1 due 2026-11-12..2026-11-12"]], of: "李娜")
  }

  @Test("F050 a greeting goes through the cap, and counts") func f050Greeting() throws {
    let office = try Office.open(fixture: "cap.yaml", from: "2026-09-01")
    let texts = [["2026-09-28", "2026-09-29"], ["2026-09-28", "2026-10-01"], ["2026-09-28"]]
    for (index, days) in texts.enumerated() {
      let name = "客户\(index)"
      try caller(
        office, name, on: "2026-09-22", calls: ["2026-09-22", "2026-09-25"], phone: index + 1)
      for day in days where day < "2026-10-01" { try office.at(day, "log \(name) --by 短信") }
    }
    #expect(try office.due("2026-10-01").rules("客户0") == ["qnc-4.1a"])
    try office.at("2026-10-01", "log 客户1 --by 短信")
    let listed = try office.due("2026-10-02")
    #expect(listed.names == ["客户2"] && listed.unlisted == ["cap": 2])
    #expect(try office.due("2026-10-05").rules("客户1") == ["qnc-1.3"])
  }

  @Test("F050 edge: the Sunday of W53 waits for W01, whose own Monday does not")
  func f050YearEnd() throws {
    let office = try Office.open(fixture: "cap.yaml")
    try caller(office, "王芳", on: "2026-12-24", calls: ["2026-12-24", "2026-12-27"], phone: 1)
    try caller(office, "李娜", on: "2026-12-25", calls: ["2026-12-25", "2026-12-28"], phone: 2)
    for name in ["王芳", "李娜"] {
      for day in ["2026-12-30", "2026-12-31"] { try office.at(day, "log \(name) --by 微信") }
    }
    let sunday = try office.due("2027-01-03")
    #expect(sunday.items.isEmpty && sunday.unlisted == ["cap": 1])
    let monday = ["qnc-1.3 due 2027-01-04..2027-01-04"]
    try office.expect(["2027-01-04": monday])
    try office.expect(["2027-01-04": monday], of: "李娜")
  }

  @Test("F051 busy until Monday 16:00: not late before, the attempt counted, the slot held")
  func f051() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-18", as: "王芳", phone: 1)
    try office.call("王芳", on: "2026-11-18")
    try office.enter("--source 来访 --grade A", on: "2026-11-11", as: "李娜", phone: 2)
    for day in ["2026-11-11", "2026-11-14"] { try office.call("李娜", on: day) }
    try office.enter("--source 来访 --grade C", on: "2026-11-13", as: "赵强", phone: 3)
    for name in ["王芳", "李娜"] {
      try office.at(
        "2026-11-20 10:00", "log \(name) --by 电话 --outcome 改期 --next \"2026-11-23 16:00\"")
    }
    let told = try office.at("2026-11-20 10:00", "postpone 赵强 --to \"2026-11-23 16:00\"").out
    #expect(told.contains("下一次：2026-11-23（周一）16:00，C类每周"))
    for day in ["2026-11-21", "2026-11-22"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted == ["promised": 2, "postponed": 1], "\(day)")
    }
    // Rule 8: the hour orders the day and does not judge it.
    for (now, status) in [
      ("2026-11-23 09:00", "due"), ("2026-11-23 16:00", "due"), ("2026-11-23 16:01", "due"),
      ("2026-11-24", "overdue"),
    ] {
      let listed = try office.due(now)
      #expect(listed.items.map(\.status) == [status, status, status], "\(now)")
      let due = "2026-11-23 16:00"
      #expect(listed.items.map(\.due) == [due, due, due])
      #expect(listed.rules("王芳") == ["agreed", "qnc-2.1.2"] && listed.rules("李娜") == ["agreed"])
      #expect(listed.rules("赵强") == ["qnc-2.1.4"])
      // Who asks for another day was reached.
      #expect(listed.item("王芳")?.attempts == 0)
    }
    #expect(try office.total("2026-W47", asOf: "2026-11-23") == "due 1: on time 1, held 1")
  }

  @Test("F051 what is overdue stays late on the line; what was put off waits quietly")
  func f051Late() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.at("2026-11-03", "postpone 王芳 --to 2026-11-10")
    let late = "qnc-2.1.1 overdue 2026-11-02..2026-11-02"
    try office.expect([
      "2026-11-06": [late], "2026-11-10": [late, "qnc-2.1.2 due 2026-11-10..2026-11-10"],
    ])
    #expect(try office.why("2026-11-06").contains("暂缓：已延期，到 2026-11-10"))
  }

  @Test("F051 改期 without another day is refused; a postponement into the past too")
  func f051Refused() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-18")
    let attempt = try office.attempt("2026-11-20", "log 王芳 --by 电话 --outcome 改期")
    #expect(attempt.code == 64 && attempt.err.contains("--next"))
    #expect(try office.attempt("2026-11-20", "postpone 王芳 --to 2026-11-19").code == 64)
  }

  @Test("F051 edge: what was late on New Year's Day stays late, and hides until the day agreed")
  func f051YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-28")
    try office.call(on: "2026-12-28")
    try office.at("2027-01-01 10:00", "log 王芳 --by 电话 --outcome 改期 --next 2027-01-04")
    for day in ["2027-01-02", "2027-01-03"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted == ["promised": 1], "\(day)")
    }
    // Rule 2: the New Year's text stands on its own day.
    try office.expect([
      "2027-01-01": ["qnc-4.1a due 2027-01-01..2027-01-01"],
      "2027-01-04": [
        "qnc-2.1.2 overdue 2026-12-29..2026-12-31", "agreed due 2027-01-04..2027-01-04",
      ],
    ])
    #expect(try office.total("2026-W53", asOf: "2027-01-04") == "due 3: on time 1, missed 2")
    try office.call(on: "2027-01-04")
    #expect(
      try office.total("2026-W53", asOf: "2027-01-04") == "due 3: on time 1, late 1, missed 1")
    #expect(try office.total("2027-W01", asOf: "2027-01-04") == "due 1: on time 1")
    try office.expect(["2027-01-10": [], "2027-01-11": ["qnc-2.1.3b due 2027-01-11..2027-01-11"]])
  }

  // Rule 2: nothing moves a greeting.
  @Test("F051 edge: a greeting put off is due on its day all the same, and no other day")
  func f051Greeting() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2026-12-20")
    let told = try office.attempt("2026-12-25 10:00", "postpone 王芳 --to 2026-12-28")
    #expect(told.code == 65, "nothing that can be put off is open")
    try office.expect([
      "2026-12-25": ["qnc-4.1a due 2026-12-25..2026-12-25"], "2026-12-26": [], "2026-12-28": [],
    ])
    #expect(try office.total("2026-W52", asOf: "2027-01-01") == "due 1: missed 1")
    #expect(try office.total("2026-W53", asOf: "2026-12-31") == "due 1: open 1")
    #expect(try office.due("2027-01-01").rules() == ["qnc-4.1a"], "New Year's alone")
  }

  @Test("F052 an appointment stands first on its day, by its hour") func f052() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C", on: "2026-11-28", as: "赵强", phone: 1)
    for (phone, name, time) in [(2, "李娜", "14:00"), (3, "王芳", "10:00")] {
      try office.enter("--source 客资", on: "2026-11-20", as: name, phone: phone)
      try office.at(
        "2026-11-20",
        "log \(name) --by 电话 --note 约好 --next \"2026-11-28 \(time)\" --promise 家中拜访")
    }
    #expect(try office.due("2026-11-27").items.isEmpty)
    let listed = try office.due("2026-11-28 08:30")
    #expect(listed.names == ["王芳", "李娜", "赵强"])
    #expect(listed.items.map(\.due) == ["2026-11-28 10:00", "2026-11-28 14:00", "2026-11-28"])
    #expect(listed.rules("王芳") == ["agreed"])
    #expect(try office.show("2026-11-28").records.first { $0.promise != nil }?.promise == "家中拜访")
    let page = try office.at("2026-11-28 08:30", "due --consultant 李明").out
    #expect(page.contains("家中拜访"), "what was promised is on the list")
  }

  @Test("F052 edge: an appointment on 29 February, its hour, the day after; a day that is none")
  func f052LeapDay() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2028-02-20")
    try office.at(
      "2028-02-20", "log 王芳 --by 电话 --note 约好 --next \"2028-02-29 09:30\" --promise 看房")
    let window = "2028-02-29 09:30..2028-02-29 09:30"
    try office.expect([
      "2028-02-28": [], "2028-02-29 08:00": ["agreed due \(window)"],
      "2028-02-29 09:30": ["agreed due \(window)"], "2028-02-29 09:31": ["agreed due \(window)"],
      "2028-03-01": ["agreed overdue \(window)"],
    ])
    #expect(try office.due("2028-03-01").items.first?.daysOverdue == 1)
    let log = "log 王芳 --by 电话 --note 约好 --promise 看房"
    let noDay = try office.attempt("2028-02-20", log)
    #expect(noDay.code == 64 && noDay.err.contains("--next"))
    #expect(try office.attempt("2026-12-01", log + " --next 2027-02-29").code == 64)
  }

  @Test("F055 a discretionary duty is skipped with a reason, a mandatory one never")
  func f055() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-02")
    try office.expect(["2026-11-08": [], "2026-11-09": ["qnc-2.1.4 due 2026-11-09..2026-11-09"]])
    let bare = try office.attempt("2026-11-09", "skip 王芳 qnc-2.1.4")
    #expect(bare.code == 64 && bare.err.contains("--reason"))
    try office.at("2026-11-09", "skip 王芳 qnc-2.1.4 --reason 客户出差")
    try office.expect([
      "2026-11-09": [], "2026-11-15": [], "2026-11-16": ["qnc-2.1.4 due 2026-11-16..2026-11-16"],
    ])
    #expect(try office.total("2026-W46", asOf: "2026-11-15") == "due 0: skipped 1")
    try office.enter("--source 来访 --grade A", on: "2026-11-16", as: "李娜", phone: 2)
    let mandatory = try office.attempt("2026-11-16", "skip 李娜 qnc-2.1.1 --reason 客户出差")
    #expect(mandatory.code == 64 && mandatory.err.contains("qnc-2.1.1"))
    try office.expect(["2026-11-16": ["qnc-2.1.1 due 2026-11-16..2026-11-16"]], of: "李娜")
  }

  @Test("F055 edge: skipped on 2 January what was due on 31 December: the next counts from there")
  func f055YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-12-24")
    try office.expect(["2027-01-02": ["qnc-2.1.4 overdue 2026-12-31..2026-12-31 x1"]])
    try office.at("2027-01-02", "skip 王芳 qnc-2.1.4 --reason 客户出差")
    try office.expect([
      "2027-01-02": [], "2027-01-06": [], "2027-01-07": ["qnc-2.1.4 due 2027-01-07..2027-01-07"],
    ])
    #expect(try office.total("2026-W53", asOf: "2027-01-03") == "due 1: missed 1, skipped 1")
  }

  @Test("F061 a next step holds the cadence until its day") func f061() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] { try office.call(on: day) }
    try office.at("2026-11-12", "log 王芳 --by 电话 --note 等孩子放假 --next 2026-11-25")
    for day in ["2026-11-19", "2026-11-24"] {
      let listed = try office.due(day)
      #expect(listed.items.isEmpty && listed.unlisted == ["promised": 1], "\(day)")
    }
    try office.expect([
      "2026-11-25": ["agreed due 2026-11-25..2026-11-25"],
      "2026-11-26": [
        "agreed overdue 2026-11-25..2026-11-25", "qnc-2.1.3b due 2026-11-26..2026-11-26",
      ],
    ])
    #expect(try office.total("2026-W47", asOf: "2026-11-26") == "due 0: held 1")
    try office.call(on: "2026-11-25")
    try office.expect([
      "2026-11-26": [], "2026-12-01": [], "2026-12-02": ["qnc-2.1.3b due 2026-12-02..2026-12-02"],
    ])
  }

  @Test("F061 edge: a next step on the slot's own day, the year's last; kept a day late")
  func f061YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-21")
    for day in ["2026-12-21"] { try office.call(on: day) }
    try office.at("2026-12-24", "log 王芳 --by 电话 --note 再约 --next 2026-12-31")
    try office.expect(["2026-12-30": [], "2026-12-31": ["agreed due 2026-12-31..2026-12-31"]])
    #expect(try office.total("2026-W53", asOf: "2026-12-31") == "due 2: open 2, held 1")
    let told = try office.at("2027-01-01", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("下一次：2027-01-08（周五）前，每周回访"))
    #expect(try office.total("2026-W53", asOf: "2027-01-03") == "due 2: on time 1, late 1, held 1")
    try office.expect(["2027-01-07": [], "2027-01-08": ["qnc-2.1.3b due 2027-01-08..2027-01-08"]])
  }
}
