import Testing

/// Rule 15, `before_holiday`: what falls into the company's holiday is done before it (roster).
@Suite("Before the company's holiday")
struct BeforeHolidayRows {
  /// Closed from Thursday to the Thursday after; the last working day before is 09-30.
  private func office() throws -> Office {
    let office = try Office.open(policy: "roster", from: "2026-09-01")
    try office.at("2026-09-02", "calendar add 国庆放假 --from 2026-10-01 --to 2026-10-08")
    return office
  }

  private func call(_ office: Office, on day: String) throws {
    try office.call(on: "\(day) 10:00")
  }

  @Test(
    "One slot, open from seven days before, due on the last working day; then from the last day")
  func window() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2026-09-20")
    try call(office, on: "2026-09-22")
    try office.expect([
      "2026-09-23": [], "2026-09-24": ["ro-3.5a due 2026-09-24..2026-09-30"],
      "2026-09-25": ["ro-3.5a due 2026-09-25..2026-09-25"],
    ])
    try call(office, on: "2026-09-25")
    // The call settled the day's slot and that of the holiday; the grid goes on to it.
    try office.expect([
      "2026-09-26": [], "2026-09-28": ["ro-3.5a due 2026-09-28..2026-09-28"],
    ])
    try call(office, on: "2026-09-28")
    try office.expect([
      "2026-09-30": [], "2026-10-08": [], "2026-10-10": [],
      "2026-10-11": ["ro-3.5a due 2026-10-11..2026-10-11"],
    ])
    #expect(try office.total("2026-W40", asOf: "2026-10-12") == "due 2: on time 2")
    #expect(try office.total("2026-W41", asOf: "2026-10-12") == "due 1: missed 1")
  }

  @Test("Called twice in the days before: no miss of the holiday; nobody called: one")
  func misses() throws {
    let office = try office()
    try office.enter("--source 来电", on: "2026-09-25")
    try office.enter("--source 来电", on: "2026-09-25", as: "李娜", phone: 2)
    for day in ["2026-09-28", "2026-09-30"] { try call(office, on: day) }
    #expect(try office.due("2026-10-09").names == ["李娜"])
    #expect(
      try office.due("2026-10-09").reasons("李娜") == ["ro-3.5a overdue 2026-09-28..2026-09-28 x2"])
    let why = try office.why("2026-09-26", "李娜", rule: "ro-3.5a")
    #expect(why.contains("公司放假 10-01 至 10-08，假期里到期的放假前做一次"))
    #expect(why.contains("来电 2026-09-25 + 6 日 = 2026-10-01；自 2026-09-26 起可做；改到 2026-09-30"))
  }

  @Test("A visit in the holiday starts behind it; a call in the holiday makes up late")
  func within() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2026-10-03")
    try office.enter("--source 来访", on: "2026-09-24", as: "李娜", phone: 2)
    try office.at(
      "2026-10-02 10:00", "log 李娜 --by 电话 --note 近况 --feedback 好 --time 10:00")
    try office.expect(["2026-10-10": [], "2026-10-11": ["ro-3.5a due 2026-10-11..2026-10-11"]])
    try office.expect(
      ["2026-10-10": [], "2026-10-11": ["ro-3.5a due 2026-10-11..2026-10-11"]], of: "李娜")
  }

  @Test("The list before a holiday: on the day of another holiday, and of a closed office too")
  func list() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade C", on: "2026-09-25")
    try office.enter("--source 来访 --grade C", on: "2026-09-21", as: "李娜", phone: 2)
    // 中秋 is on 09-25 to 09-27, 国庆 from 10-01.
    for day in ["2026-09-25", "2026-09-27"] {
      let page = try office.at(day, "due --before-holiday").out
      #expect(page.contains("国庆节 10-01 至 10-07") && page.contains("09-30（周三）以前联系"))
    }
    func weekly(_ name: String) throws -> [String] {
      try office.due("2026-09-27", "--before-holiday").reasons(name)
        .filter { $0.hasPrefix("qnc-2.1.4") }
    }
    #expect(try weekly("王芳") == ["qnc-2.1.4 upcoming 2026-10-02..2026-10-02"])
    #expect(try weekly("李娜") == ["qnc-2.1.4 upcoming 2026-10-05..2026-10-05"])
    try office.at("2026-09-27", "calendar add 国庆放假 --from 2026-10-01 --to 2026-10-08")
    #expect(try weekly("王芳") == ["qnc-2.1.4 upcoming 2026-10-09..2026-10-09"])
    #expect(try weekly("李娜") == ["qnc-2.1.4 upcoming 2026-10-09..2026-10-09"])
    try office.expect("qnc-2.1.4", ["2026-10-08": nil, "2026-10-09": "due 2026-10-09..2026-10-09"])
    let none = try office.attempt("2026-10-08", "due --before-holiday")
    #expect(none.code == 65)
  }
}
