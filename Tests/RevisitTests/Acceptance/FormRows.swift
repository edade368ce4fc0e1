import Testing

/// Feature rows on windows and cadences of the sources' policies, through the program.
@Suite("Schedule forms")
struct FormRows {
  @Test("F005 a new customer becomes an old one with the first callback") func f005() throws {
    let office = try Office.under("segment")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try office.expect("seg-4.1", ["2026-11-06": "due 2026-11-05..2026-11-09"])
    try office.call(on: "2026-11-06")
    try office.expect("seg-4.1", ["2026-11-06": nil])
    try office.expect(
      "seg-4.2", ["2027-02-05": nil, "2027-02-06": "due 2027-02-06..2027-02-06"])
  }

  @Test("F005 edge: never called back, old from the due day; renting and high-end customers")
  func f005Tags() throws {
    let office = try Office.under("segment")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try office.expect(
      "seg-4.2", ["2027-02-08": nil, "2027-02-09": "due 2027-02-09..2027-02-09"])
    let other = try Office.under(
      "post-sale-1m-3m --set renting_every=2m --set high_end_every=1m")
    for (phone, tag) in ["租房", "高端"].enumerated() {
      try other.enter("--source 客资 --tag \(tag)", on: "2026-11-01", as: tag, phone: phone + 1)
      try other.at("2026-11-02", "event \(tag) 签约 --on 2026-11-02")
      try other.call(tag, on: "2026-11-30")
    }
    try other.expect(
      "ps13-1a", ["2027-01-29": nil, "2027-01-30": "due 2027-01-30..2027-01-30"], of: "租房")
    try other.expect(
      "ps13-1b", ["2026-12-29": nil, "2026-12-30": "due 2026-12-30..2026-12-30"], of: "高端")
  }

  @Test("F019 a window with an earliest day") func f019() throws {
    let office = try Office.under("segment")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    let window = "2026-11-05..2026-11-09"
    try office.expect(
      "seg-4.1",
      [
        "2026-11-04": nil, "2026-11-05": "due \(window)", "2026-11-09": "due \(window)",
        "2026-11-10": "overdue \(window)",
      ])
  }

  @Test("F019 edge: a call before the window does not count, over 29 February")
  func f019Early() throws {
    let office = try Office.under("segment")
    try office.enter("--source 客资", on: "2028-02-25")
    try office.at("2028-02-26", "event 王芳 签约 --on 2028-02-26")
    try office.call(on: "2028-02-28")
    let window = "2028-02-29..2028-03-04"
    try office.expect(
      "seg-4.1",
      ["2028-02-28": nil, "2028-02-29": "due \(window)", "2028-03-05": "overdue \(window)"])
  }

  @Test("F020 within a month, and round a delivery") func f020() throws {
    let office = try Office.under("post-sale-1m-3m")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    let window = "2026-11-02..2026-12-02"
    try office.expect(
      "ps13-2a",
      [
        "2026-11-02": "due \(window)", "2026-12-02": "due \(window)",
        "2026-12-03": "overdue \(window)",
      ])
    let site = try Office.under("site-generic", from: "2026-10-01")
    try site.enter("--source 客资", on: "2026-10-19")
    try site.at("2026-10-20", "event 王芳 签约 --on 2026-10-20")
    try site.at("2026-10-20", "milestone add 交房 --on 2026-11-20")
    try site.expect(
      "sg-3.2ba", ["2026-11-12": nil, "2026-11-13": "due 2026-11-13..2026-11-13"])
    try site.call(on: "2026-11-13")
    try site.at("2026-11-20", "event 王芳 交房 --on 2026-11-20")
    try site.expect(
      "sg-3.2bb",
      [
        "2026-11-20": nil, "2026-11-21": "due 2026-11-21..2026-11-27",
        "2026-11-27": "due 2026-11-21..2026-11-27",
      ])
  }

  @Test("F020 edge: a month from 31 January ends on 28 February") func f020Clamp() throws {
    let office = try Office.under("purchase-1m", from: "2027-01-01")
    try office.enter("--source 客资", on: "2027-01-30")
    try office.at("2027-01-31", "event 王芳 签约 --on 2027-01-31")
    let window = "2027-01-31..2027-02-28"
    try office.expect(
      "p1m-3.2a", ["2027-02-28": "due \(window)", "2027-03-01": "overdue \(window)"])
  }

  @Test("F021 active prospects monthly, slow ones quarterly") func f021() throws {
    let office = try Office.under("segment")
    for (phone, grade) in ["B", "C"].enumerated() {
      let name = "客户\(grade)"
      try office.enter("--source 客资 --grade \(grade)", on: "2026-11-02", as: name, phone: phone)
      try office.at("2026-11-02", "event \(name) 咨询 --on 2026-11-02")
    }
    try office.expect(
      "seg-4.4a", ["2026-12-01": nil, "2026-12-02": "due 2026-12-02..2026-12-02"], of: "客户B")
    try office.expect(
      "seg-4.4b", ["2027-02-01": nil, "2027-02-02": "due 2027-02-02..2027-02-02"], of: "客户C")
  }

  @Test("F021 edge: the month's end, and a grade that falls between two calls")
  func f021Regrade() throws {
    let office = try Office.under("segment")
    try office.enter("--source 来电 --grade A", on: "2026-12-31")
    try office.expect(
      "seg-4.4a", ["2027-01-30": nil, "2027-01-31": "due 2027-01-31..2027-01-31"])
    try office.call(on: "2027-01-31")
    try office.at("2027-02-05", "edit 王芳 --grade C")
    try office.expect("seg-4.4a", ["2027-02-28": nil])
    try office.expect(
      "seg-4.4b", ["2027-04-29": nil, "2027-04-30": "due 2027-04-30..2027-04-30"])
  }

  @Test("F025 one, three and six months from the month's end, with the day that is meant")
  func f025() throws {
    let office = try Office.under("purchase-136")
    try office.enter("--source 客资", on: "2026-11-29")
    try office.at("2026-11-30", "event 王芳 签约 --on 2026-11-30")
    for (rule, window, centre) in [
      ("p136-3.1.1a", "2026-12-27..2027-01-02", "2026-12-30"),
      ("p136-3.1.1b", "2027-02-25..2027-03-03", "2027-02-28"),
      ("p136-3.1.1c", "2027-05-27..2027-06-02", "2027-05-30"),
    ] {
      let days = window.split(separator: ".").map(String.init)
      for day in days { try office.expect(rule, [day: "due \(window)"]) }
      let listed = try office.due(days[0])
      #expect(listed.reason(rule)?.centre == centre)
      let page = try office.at(days[0], "due --consultant 李明").out
      #expect(page.contains("\(centre.dropFirst(5)) 为准，前后 3 天"))
      #expect(try office.why(days[0], rule: rule).contains("= \(centre)，前后 3 天"))
      try office.at(centre, "log 王芳 --by 面谈 \(recorded) --note 满意 --intention A")
    }
    #expect(
      try office.why("2027-06-10", rule: "p136-3.1.1a")
        .contains("签约 2026-11-30 + 1 个月 = 2026-12-30，前后 3 天"))
  }

  @Test(
    "F025 a quarter on a fixed grid, and from the last one done",
    arguments: [("schedule", "2027-05-30"), ("last_done", "2027-05-28")])
  func f025Quarter(anchor: String, next: String) throws {
    let office = try Office.open()
    try office.write(
      "extends: closed-quarterly\npolicy: 季度\nchange:\n  - {id: cq-5.1, anchor: \(anchor)}\n",
      to: "quarter.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("quarter.yaml")) --from 2026-11-01")
    try office.enter("--source 客资", on: "2026-11-29")
    try office.at("2026-11-30", "event 王芳 签约 --on 2026-11-30")
    try office.expect("cq-5.1", ["2027-02-28": "due 2027-02-28..2027-02-28"])
    try office.call(on: "2027-02-28")
    try office.expect("cq-5.1", [next: "due \(next)..\(next)"])
  }

  @Test("F027 never more than three months without a contact") func f027() throws {
    let office = try Office.under("min-quarter", from: "2026-08-01")
    try office.enter("--source 客资", on: "2026-08-01")
    try office.call(on: "2026-08-22")
    try office.expect(
      "mq-1.5a", ["2026-11-21": nil, "2026-11-22": "due 2026-11-22..2026-11-22"])
    try office.at("2026-11-10", "log 王芳 --by 微信 --note 近况")
    try office.expect(
      "mq-1.5a", ["2026-11-22": nil, "2027-02-10": "due 2027-02-10..2027-02-10"])
  }

  @Test("F027 edge: an attempt does not move it; key customers monthly; 30 November")
  func f027Key() throws {
    let office = try Office.under("min-quarter")
    try office.enter("--source 客资", on: "2026-11-30")
    try office.at("2026-12-15", "log 王芳 --by 电话 --outcome 无人接")
    try office.expect("mq-1.5a", ["2027-02-28": "due 2027-02-28..2027-02-28"])
    try office.at("2026-12-20", "edit 王芳 --tag 重点")
    try office.expect("mq-1.5a", ["2027-02-28": nil])
    try office.expect(
      "mq-1.5b", ["2026-12-29": nil, "2026-12-30": "due 2026-12-30..2026-12-30"])
  }
}
