import Testing

/// What holidays and hours make of calls, texts and the duties of staff.
@Suite("Holidays, hours and duties")
struct HolidayHourRows {
  @Test("No hour of a public holiday suits a call, nor one of a closed office")
  func callWindows() throws {
    let office = try Office.open(from: "2026-06-01")
    try office.enter("--source 来访 --grade C", on: "2026-06-11")
    func window(_ now: String) throws -> String {
      try office.at(now, "due --consultant 李明").out
    }
    #expect(try window("2026-06-18 10:30").contains("现在合适，到 11:30"))
    #expect(try window("2026-06-18 18:00").contains("今天时段已过"))
    #expect(try window("2026-06-18 18:00").contains("其余 06-22（周一）10:00 起"))
    for time in ["10:30", "09:00", "18:00"] {
      #expect(
        try window("2026-06-19 \(time)").contains("今天放假，不宜打电话，下一段 06-22（周一）10:00 起"))
    }
    #expect(try office.due("2026-06-19 10:30").items.first?.nextCall == "2026-06-22 10:00")
    #expect(try window("2026-06-22 10:30").contains("现在合适"))
    try office.at("2026-06-22", "calendar add 店休 --from 2026-06-24 --to 2026-06-25")
    #expect(try window("2026-06-24 10:30").contains("下一段 06-26（周五）10:00 起"))
    // A Saturday that is worked for a holiday is a day like others.
    #expect(try window("2026-10-10 10:30").contains("现在合适"))
  }

  @Test("A visit after the hours of texts owes none, and why says so")
  func textAfterHours() throws {
    let office = try Office.under("yufu wenxin")
    try office.enter("--source 来访 --grade B --time 20:40", on: "2026-12-09 20:40")
    try office.enter(
      "--source 来访 --grade B --time 19:00", on: "2026-12-09 19:00", as: "李娜", phone: 2)
    #expect(try !office.due("2026-12-09 20:45").rules().contains("yufu-2.1.1a"))
    #expect(
      try office.due("2026-12-09 19:30").reasons("李娜").contains(
        "yufu-2.1.1a due 2026-12-09 13:00..2026-12-09 20:00"))
    let week = try office.week("2026-W50", asOf: "2026-12-11")
    #expect(week.misses.filter { $0.rule == "yufu-2.1.1a" }.count == 1)
    let told = "来访 2026-12-09 20:40 在时段 13:00-20:00 之后，当日的不再发"
    #expect(try office.why("2026-12-10", rule: "yufu-2.1.1a").contains(told))
    #expect(try office.why("2026-12-10").contains(told))
    // Under yufu alone the day lasts until 24:00.
    let alone = try Office.under("yufu")
    try alone.enter("--source 来访 --grade B --time 20:40", on: "2026-12-09 20:40")
    #expect(
      try alone.due("2026-12-09 20:45").reasons().contains(
        "yufu-2.1.1a due 2026-12-09 13:00..2026-12-09"))
  }

  @Test("Off on a Monday, the report of the week is due on Sunday; off on both, on Saturday")
  func mondayOff() throws {
    let office = try Office.open(policy: "roster", from: "2026-11-01")
    func report(_ day: String) throws -> [String] {
      try office.owed(day, of: "李明").filter { $0.hasPrefix("ro-3.4a") }
    }
    try office.at("2026-11-02", "done ro-3.4a --note 周报 --user 李明")
    try office.at("2026-11-03", "calendar off 李明 --on 2026-11-09")
    #expect(try report("2026-11-07").isEmpty)
    #expect(try report("2026-11-08") == ["ro-3.4a 李明 due 2026-11-08 0/1"])
    try office.at("2026-11-08", "done ro-3.4a --note 周报 --user 李明")
    #expect(try report("2026-11-10").isEmpty)
    try office.at("2026-11-10", "calendar off 李明 --on 2026-11-22 --to 2026-11-23")
    try office.at("2026-11-16", "done ro-3.4a --note 周报 --user 李明")
    #expect(try report("2026-11-21") == ["ro-3.4a 李明 due 2026-11-21 0/1"])
  }

  @Test("A closed office owes no patrol; those of its days are one on the first open day")
  func patrol() throws {
    let office = try Office.open(policy: "wenxin", from: "2026-11-23")
    try office.at("2026-11-23", "staff add 孙客服 --role 客服")
    try office.at("2026-11-23", "calendar add 团建 --from 2026-11-25 --to 2026-11-27")
    func patrol(_ now: String) throws -> [String] {
      try office.owed(now, of: "孙客服").filter { $0.hasPrefix("wx-6.1b") }
    }
    for day in ["2026-11-23", "2026-11-24"] {
      #expect(try patrol("\(day) 09:00").last?.hasPrefix("wx-6.1b service due \(day)") == true)
      try office.at("\(day) 09:30", "done 巡查 --user 孙客服")
    }
    for day in ["2026-11-25", "2026-11-26", "2026-11-27"] {
      #expect(try patrol("\(day) 11:00").isEmpty)
    }
    #expect(try patrol("2026-11-28 09:00") == ["wx-6.1b service due 2026-11-28 10:00 0/1"])
    #expect(try patrol("2026-11-29 09:00") == ["wx-6.1b service due 2026-11-29 10:00 0/1 x1"])
  }

  @Test("What is due on the day of the adoption is owed; of a week that had begun nothing is")
  func adoptionDay() throws {
    // From a Wednesday on: the week's visit is owed from Saturday's week on.
    let office = try Office.open(policy: "roster", from: "2026-11-18")
    #expect(try office.owed("2026-11-18", of: "李明").isEmpty)
    #expect(try office.owed("2026-11-20", of: "李明").isEmpty)
    #expect(try office.owed("2026-11-21", of: "李明") == ["ro-3.6 李明 due 2026-11-27 0/1"])
    let sunday = try Office.open(policy: "roster", from: "2026-11-22")
    #expect(
      try sunday.owed("2026-11-22", of: "李明") == [
        "ro-3.3 李明 due 2026-11-22 0/1", "ro-f4.1 李明 due 2026-11-22 0/1",
      ])
    #expect(
      try sunday.owed("2026-11-23", of: "李明").contains("ro-3.3 李明 overdue 2026-11-22 0/1"))
    // The same text adopted again in the middle of a week goes on.
    try sunday.at("2026-12-02", "policy adopt roster --from 2026-12-02")
    #expect(
      try sunday.owed("2026-12-02", of: "李明").contains("ro-3.6 李明 due 2026-12-04 0/1"))
  }
}
