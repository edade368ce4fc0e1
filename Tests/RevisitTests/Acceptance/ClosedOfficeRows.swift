import Testing

/// Rule 15: a closed office owes nothing that day.
@Suite("A closed office")
struct ClosedOfficeRows {
  /// Closed from Tuesday to Sunday.
  private func closed(_ policy: String = "qnc", from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(policy: policy, from: from)
    try office.at("2026-11-02", "calendar add 年会 --from 2026-11-17 --to 2026-11-22")
    return office
  }

  @Test("Weekly calls move to the first open day, and one due there anyway is the same")
  func cadence() throws {
    let office = try closed()
    try office.enter("--source 来访 --grade C", on: "2026-11-11")
    try office.expect([
      "2026-11-18": [], "2026-11-22": [], "2026-11-23": ["qnc-2.1.4 due 2026-11-23..2026-11-23"],
      "2026-11-25": ["qnc-2.1.4 overdue 2026-11-23..2026-11-23 x1"],
      "2026-11-26": ["qnc-2.1.4 overdue 2026-11-23..2026-11-23 x2"],
    ])
  }

  @Test("A call in the holiday resets the grid as always")
  func reset() throws {
    let office = try closed()
    try office.enter("--source 来访 --grade C", on: "2026-11-11")
    try office.call(on: "2026-11-20")
    try office.expect([
      "2026-11-23": [], "2026-11-26": [], "2026-11-27": ["qnc-2.1.4 due 2026-11-27..2026-11-27"],
    ])
    #expect(try office.total("2026-W47", asOf: "2026-11-30") == "due 0")
  }

  @Test("What ends in the holiday ends on the first open day, and what follows it runs from there")
  func once() throws {
    let office = try closed()
    try office.enter("--source 来访 --grade A", on: "2026-11-16")
    try office.expect([
      "2026-11-16": ["qnc-2.1.1 due 2026-11-16..2026-11-16"],
      "2026-11-21": [
        "qnc-2.1.1 overdue 2026-11-16..2026-11-16", "qnc-2.1.2 due 2026-11-17..2026-11-23",
      ],
      "2026-11-23": [
        "qnc-2.1.1 overdue 2026-11-16..2026-11-16", "qnc-2.1.2 due 2026-11-17..2026-11-23",
      ],
    ])
    let why = try office.why("2026-11-21", rule: "qnc-2.1.2")
    #expect(why.contains("来访 2026-11-16 + 3 日 = 2026-11-19；自 2026-11-17 起可做；改到 2026-11-23"))
    #expect(why.contains("公司放假 11-17 至 11-22，顺延到放假后头一天"))
    // Weekly from the due day of the second callback, which nobody made.
    #expect(
      try office.due("2026-11-30").reasons().contains {
        $0.hasPrefix("qnc-2.1.3b due 2026-11-30")
      })
  }

  @Test("Greetings, announcements and days agreed with the customer stay")
  func stay() throws {
    let office = try Office.open()
    try office.at("2026-12-01", "calendar add 元旦放假 --from 2026-12-24 --to 2027-01-03")
    try office.at("2026-12-01", "milestone add 开盘 --on 2026-12-30")
    try office.enter("--source 来访 --grade D", on: "2026-12-02")
    try office.at("2026-12-20", "log 王芳 --by 电话 --note 近况 --next 2026-12-28")
    let christmas = try office.due("2026-12-25").rules()
    #expect(christmas.contains("qnc-4.1a"))
    #expect(try office.due("2026-12-28").rules().contains("agreed"))
    #expect(try office.due("2027-01-01").rules().contains("qnc-4.1a"))
    #expect(try office.due("2026-12-30").reasons().contains("qnc-4.2 due 2026-12-30..2026-12-30"))
  }

  @Test("Neither a statutory holiday, nor a weekly rest day, nor a leave closes the office")
  func open() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.at("2026-09-01", "calendar rest 周三、周四")
    try office.at("2026-09-01", "calendar off 李明 --on 2026-10-07 --to 2026-10-09")
    try office.enter("--source 来访 --grade C", on: "2026-09-24")
    try office.expect(
      "qnc-2.1.4",
      [
        "2026-10-01": "due 2026-10-01..2026-10-01",
        "2026-10-09": "overdue 2026-10-01..2026-10-01 x2",
      ])
  }
}
