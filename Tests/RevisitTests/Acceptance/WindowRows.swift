import Testing

/// Feature rows on policies in force and on windows of days, through the program.
@Suite("Policies and windows")
struct WindowRows {
  @Test("F014 a policy owes from its day on, by its clauses") func f014() throws {
    let office = try Office.open(policy: "qnc", from: "2026-11-01")
    try office.enter("--source 来电 --grade C --on 2026-10-31", on: "2026-11-02", as: "李娜", phone: 1)
    try office.enter("--source 来电 --grade C", on: "2026-11-02", as: "王芳", phone: 2)
    let listed = try office.due("2026-11-02")
    #expect(listed.names == ["王芳"])
    #expect(listed.reasons() == ["qnc-1.1 due 2026-11-02..2026-11-02"])
    #expect(listed.items.first?.reasons.first?.article == "第一条 1")
    let policy = try office.at("2026-11-02", "policy show qnc").out
    for id in ["qnc-1.1", "qnc-1.2", "qnc-2.1.3a", "qnc-3.4", "qnc-4.2", "qnc-5.1", "qnc-6"] {
      #expect(policy.contains(id), "\(id)")
    }
  }

  @Test("F014 edge: another policy from New Year's Day leaves the eve's duties as they were")
  func f014YearEnd() throws {
    let office = try Office.open()
    try office.at("2026-12-01", "policy adopt yufu --from 2027-01-01")
    try office.enter("--source 来电 --grade A", on: "2026-12-31", as: "李娜", phone: 1)
    try office.enter("--source 来电 --grade A", on: "2027-01-01", as: "王芳", phone: 2)
    try office.expect(["2026-12-31": ["qnc-1.1 due 2026-12-31..2026-12-31"]], of: "李娜")
    let listed = try office.due("2027-01-01")
    #expect(
      listed.reasons("李娜") == [
        "qnc-1.1 overdue 2026-12-31..2026-12-31", "yufu-1.2 due 2027-01-01..2027-01-03",
      ])
    #expect(listed.reasons("王芳") == ["yufu-1.1 due 2027-01-01..2027-01-01"])
  }

  @Test("F017 the same day, and a day late together with the second call") func f017() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2026-11-02")
    try office.expect(["2026-11-02": ["qnc-1.1 due 2026-11-02..2026-11-02"]])
    let listed = try office.due("2026-11-03")
    #expect(listed.items.count == 1 && listed.items.first?.daysOverdue == 1)
    #expect(
      listed.reasons() == [
        "qnc-1.1 overdue 2026-11-02..2026-11-02", "qnc-1.2 due 2026-11-03..2026-11-05",
      ])
    try office.call(on: "2026-11-03")
    #expect(try office.due("2026-11-03").items.isEmpty)
    #expect(try office.total("2026-W45", asOf: "2026-11-08") == "due 2: on time 1, late 1")
  }

  @Test("F017 edge: due until 24:00 of the month's last day") func f017MonthEnd() throws {
    let office = try Office.open()
    try office.enter(
      "--source 来电 --grade C --time 23:30", on: "2026-11-30 23:30", as: "王芳", phone: 1)
    try office.enter(
      "--source 来电 --grade C --time 23:30", on: "2026-11-30 23:30", as: "李娜", phone: 2)
    let tonight = try office.due("2026-11-30 23:59")
    #expect(tonight.items.map(\.status) == ["due", "due"])
    try office.call("王芳", on: "2026-11-30 23:59")
    let after = try office.due("2026-12-01 00:00")
    #expect(after.names == ["李娜"] && after.items.first?.daysOverdue == 1)
    try office.call("李娜", on: "2026-12-01 00:00")
    #expect(try office.total("2026-W49", asOf: "2026-12-01") == "due 2: on time 1, late 1")
  }

  @Test("F018 again within three days: opens the day after, ends on the third") func f018() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-02"] { try office.call(on: day) }
    let window = "2026-11-03..2026-11-05"
    try office.expect([
      "2026-11-02": [], "2026-11-03": ["qnc-2.1.2 due \(window)"],
      "2026-11-05": ["qnc-2.1.2 due \(window)"], "2026-11-06": ["qnc-2.1.2 overdue \(window)"],
    ])
    #expect(try office.due("2026-11-06").items.first?.daysOverdue == 1)
  }

  @Test("F018 the first call undone: one line with both") func f018Both() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    let both = [
      "qnc-2.1.1 overdue 2026-11-02..2026-11-02", "qnc-2.1.2 due 2026-11-03..2026-11-05",
    ]
    try office.expect(["2026-11-03": both, "2026-11-05": both])
    #expect(try office.due("2026-11-03").items.count == 1)
  }

  @Test("F018 other policies: from the day itself, and after the next day's call")
  func f018Policies() throws {
    let fines = try Office.open(policy: "site-fines")
    try fines.enter("--source 来访", on: "2026-11-02")
    let window = "2026-11-02..2026-11-05"
    try fines.expect([
      "2026-11-02": ["sf-2.2 due \(window)"], "2026-11-05": ["sf-2.2 due \(window)"],
      "2026-11-06": ["sf-2.2 overdue \(window)", "sf-2.3 due 2026-11-06..2026-11-17"],
    ])
    let yufu = try Office.open(policy: "yufu")
    try yufu.enter("--source 来访 --grade B", on: "2026-11-02")
    try yufu.at("2026-11-02 14:00", "log 王芳 --by 短信 --time 14:00")
    try yufu.call(on: "2026-11-03")
    try yufu.expect([
      "2026-11-03": [], "2026-11-04": ["yufu-2.1.2 due 2026-11-04..2026-11-05"],
      "2026-11-05": ["yufu-2.1.2 due 2026-11-04..2026-11-05"],
      "2026-11-06": ["yufu-2.1.2 overdue 2026-11-04..2026-11-05"],
    ])
  }

  @Test(
    "F018 edge: three days over the leap day, a plain February, the year's end",
    arguments: [
      ("2028-02-28", "2028-02-29", "2028-03-02", "2028-03-03"),
      ("2028-02-29", "2028-03-01", "2028-03-03", "2028-03-04"),
      ("2027-02-26", "2027-02-27", "2027-03-01", "2027-03-02"),
      ("2026-12-30", "2026-12-31", "2027-01-02", "2027-01-03"),
    ])
  func f018Edges(visit: String, opens: String, due: String, after: String) throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: visit)
    try office.call(on: visit)
    try office.expect([
      visit: [], opens: ["qnc-2.1.2 due \(opens)..\(due)"],
      due: ["qnc-2.1.2 due \(opens)..\(due)"], after: ["qnc-2.1.2 overdue \(opens)..\(due)"],
    ])
  }
}
