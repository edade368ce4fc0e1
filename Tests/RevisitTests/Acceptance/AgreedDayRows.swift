import Testing

/// Days agreed on, put off and excused (rule 8).
@Suite("Agreed days, other days, excuses")
struct AgreedDayRows {
  @Test("An hour orders the day and does not judge it") func hour() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-16")
    try office.at("2026-11-17", "log 王芳 --by 电话 --note 约 --next \"2026-11-19 16:00\"")
    let page = try office.at("2026-11-19 08:00", "due").out
    #expect(page.contains("今天 16:00") && !page.contains("16:00起"))
    let late = "2026-11-19 16:40"
    #expect(try office.at(late, "due").out.contains("已过 16:00"))
    #expect(try office.at(late, "brief 王芳").out.contains("与客户约定 已过 16:00"))
    let why = try office.why(late)
    #expect(why.contains("应在 2026-11-19（周四）16:00 回访，已过 16:00"))
    #expect(why.contains("现状        已过 16:00"))
    #expect(try office.at(late, "due --format json").out.contains("\"past_hour\":true"))
    #expect(try office.at("2026-11-20", "due").out.contains("逾期 1 天"))
    let told = try office.at("2026-11-19 18:30", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("已结：与客户的约定 按时"))
    #expect(try office.total("2026-W47", asOf: "2026-11-22") == "due 1: on time 1")
  }

  @Test("A slot put off to an hour stands at that hour, in time all day") func postponedHour()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-17")
    try office.at("2026-11-24", "postpone 王芳 --to \"2026-11-26 16:00\"")
    let page = try office.at("2026-11-26 09:00", "due").out
    #expect(page.contains("今天 16:00") && !page.contains("16:00起") && !page.contains("16:00前"))
    #expect(try office.at("2026-11-26 17:00", "due").out.contains("已过 16:00"))
    let told = try office.at("2026-11-26 17:00", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("已结：C类每周 按时"), "\(told)")
    #expect(told.contains("下一次：2026-12-03（周四）前"), "\(told)")
  }

  @Test("A call logged a minute after the hour it was agreed for is in time") func minute() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2026-12-01")
    try office.at("2026-12-01 09:00", "log 王芳 --by 电话 --note 约 --next \"2026-12-01 16:00\"")
    let told = try office.at("2026-12-01 16:01", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("已结：与客户的约定 按时"))
  }

  @Test("A policy may say how long an agreed hour may pass", arguments: [false, true])
  func grace(isPutOff: Bool) throws {
    let office = try Office.open(fixture: "grace.yaml")
    try office.enter("--source 来访 --grade C", on: "2026-11-03")
    let rule = isPutOff ? "qnc-2.1.4" : "agreed"
    try office.at(
      "2026-11-10",
      isPutOff
        ? "postpone 王芳 --to \"2026-11-12 10:00\""
        : "log 王芳 --by 电话 --note 约 --next \"2026-11-12 10:00\"")
    let window = "2026-11-12 10:00..2026-11-12 10:00"
    try office.expect([
      "2026-11-12 08:00": ["\(rule) due \(window)"], "2026-11-12 12:00": ["\(rule) due \(window)"],
      "2026-11-12 12:01": ["\(rule) overdue \(window)" + (isPutOff ? " x1" : "")],
    ])
    let told = try office.at("2026-11-12 12:30", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains(isPutOff ? "C类每周 迟" : "与客户的约定 迟"))
  }

  @Test("改期: what is open and what opens before the day is due on it, and the answer names it")
  func wish() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-16")
    let told = try office.at(
      "2026-11-16 20:00", "log 王芳 --by 电话 --outcome 改期 --next 2026-11-23")
    #expect(told.out.contains("下一次：2026-11-23（周一）前"))
    try office.expect([
      "2026-11-17": [], "2026-11-19": [], "2026-11-22": [],
      "2026-11-23": [
        "agreed due 2026-11-23..2026-11-23", "qnc-2.1.1 due 2026-11-23..2026-11-23",
        "qnc-2.1.2 due 2026-11-23..2026-11-23",
      ],
    ])
    try office.call(on: "2026-11-23")
    #expect(try office.total("2026-W47", asOf: "2026-11-29") == "due 0")
    #expect(try office.total("2026-W48", asOf: "2026-11-29") == "due 3: on time 3")
  }

  @Test("A newer 改期 takes the place of the older: nothing opens that waits for the older day")
  func newerWish() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-16")
    try office.at("2026-11-23", "log 王芳 --by 电话 --outcome 改期 --next 2026-12-04")
    try office.at("2026-11-25", "log 王芳 --by 电话 --outcome 改期 --next 2026-11-27")
    try office.expect([
      "2026-11-26": [], "2026-11-27": ["agreed due 2026-11-27..2026-11-27"],
      "2026-12-04": [
        "agreed overdue 2026-11-27..2026-11-27", "qnc-2.1.4 overdue 2026-11-30..2026-11-30 x1",
      ],
    ])
  }

  @Test("A postponement that moves nothing is refused and holds nothing") func nothingToMove()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-16")
    let early = try office.attempt("2026-11-18", "postpone 王芳 --to 2026-11-30")
    #expect(early.code == 65 && early.err.contains("到 2026-11-30 没有可以延期的"))
    try office.expect(["2026-11-23": ["qnc-2.1.4 due 2026-11-23..2026-11-23"]])
    let late = try office.attempt("2026-11-25", "postpone 王芳 --to 2026-11-30")
    #expect(late.code == 65 && late.err.contains("已逾期的不能延期：C类每周"))
    try office.expect(["2026-11-25": ["qnc-2.1.4 overdue 2026-11-23..2026-11-23 x1"]])
  }

  @Test("A postponement moves what is in time and due by its day, and says what stays")
  func postponed() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-16")
    let told = try office.at("2026-11-18", "postpone 王芳 --to 2026-11-24").out
    #expect(told.contains("已逾期，不能延期：当日回访 逾期 2 天"))
    try office.expect([
      "2026-11-24": [
        "qnc-2.1.1 overdue 2026-11-16..2026-11-16", "qnc-2.1.2 due 2026-11-24..2026-11-24",
      ]
    ])
    // Called before its day all the same.
    let called = try office.at("2026-11-20", "log 王芳 --by 电话 --note 近况").out
    #expect(called.contains("三日再访 按时"))
    let again = try office.attempt("2026-11-20", "postpone 王芳 --to 2026-11-22")
    #expect(again.code == 65)
  }

  @Test("A skip settles what the list shows, whatever is held behind it") func skipBeforeHeld()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-11-16")
    for day in ["2026-11-16", "2026-11-19"] { try office.call(on: day) }
    try office.at("2026-11-23", "log 王芳 --by 微信 --note 发图 --next 2026-11-26")
    let told = try office.at("2026-11-27", "skip 王芳 qnc-2.1.3a --reason 客户出差").out
    #expect(told.contains("已结：重点三天 免做"))
    try office.expect([
      "2026-11-27": ["agreed overdue 2026-11-26..2026-11-26"],
      "2026-11-28": [
        "agreed overdue 2026-11-26..2026-11-26", "qnc-2.1.3a due 2026-11-28..2026-11-28",
      ],
    ])
    let called = try office.at("2026-11-28", "log 王芳 --by 电话 --note 近况").out
    #expect(called.contains("重点三天 按时"))
  }

  @Test("It stays skipped once a new visit has ended the run") func skipBeforeAVisit() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-12-07")
    for day in ["2026-12-07", "2026-12-10"] { try office.call(on: day) }
    try office.at("2026-12-14", "log 王芳 --by 微信 --note 发图 --next 2026-12-17")
    try office.at("2026-12-18", "skip 王芳 qnc-2.1.3a --reason 客户出差")
    let week = "due 2: on time 2, skipped 1"
    #expect(try office.total("2026-W50", asOf: "2026-12-18") == week)
    try office.at("2026-12-20", "event 王芳 来访")
    #expect(try office.total("2026-W50", asOf: "2026-12-20") == week)
  }

  @Test("A slot of the day that was waited for does not come back, and is not told as next")
  func heldOnTheDayItself() throws {
    let office = try Office.open(from: "2027-03-01")
    try office.enter("--source 来访 --grade A", on: "2027-03-02")
    try office.call(on: "2027-03-02")
    try office.at("2027-03-05", "log 王芳 --by 电话 --note 近况 --next 2027-03-09")
    try office.at("2027-03-09", "postpone 王芳 --to 2027-03-17")
    let told = try office.at("2027-03-10", "log 王芳 --by 电话 --note 来电说起").out
    #expect(told.contains("下一次：2027-03-24（周三）前，每周回访"), "\(told)")
    try office.expect([
      "2027-03-17": [], "2027-03-24": ["qnc-2.1.3b due 2027-03-24..2027-03-24"],
    ])
  }

  @Test("A day more than a year ahead wants --yes") func farAhead() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-16")
    let log = "log 王芳 --by 电话 --note 约 --next"
    #expect(try office.attempt("2026-11-23", "\(log) 2027-11-24").code == 65)
    #expect(try office.attempt("2026-11-23", "postpone 王芳 --to 2100-12-31").code == 65)
    try office.expect(["2026-11-23": ["qnc-2.1.4 due 2026-11-23..2026-11-23"]])
    try office.at("2026-11-23", "\(log) 2027-11-23")
    try office.at("2026-11-24", "\(log) 2100-12-31 --yes")
  }

  @Test("An attempt agrees on nothing, and the answer says so") func attempt() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-16")
    let told = try office.at(
      "2026-11-23", "log 王芳 --by 电话 --outcome 无人接 --next 2026-12-03")
    #expect(told.out.contains("打算 2026-12-03 再联系") && !told.out.contains("约定"))
    #expect(told.err.contains("2026-12-03 不算约定"))
    try office.expect(["2026-11-29": ["qnc-2.1.4 overdue 2026-11-23..2026-11-23 x1"]])
  }
}
