import Testing

/// What an office's own policy can say of days: after a miss, in working days, day by day.
@Suite("An office's own policy")
struct OwnPolicyRows {
  private func office(_ rules: String, from: String = "2026-09-01") throws -> Office {
    let office = try Office.open(from: from)
    try office.write("policy: 本案\nrules:\n" + rules, to: "own.yaml")
    try office.at(from, "policy adopt \(office.path("own.yaml")) --from \(from)")
    return office
  }

  // MARK: After a miss

  private static let missed = """
      - {id: x-1, says: 三日内回访, after: 来访, due: 3}
      - {id: x-2, says: 经理上门, after: {missed: x-1}, due: 1, channel: 上门}

    """

  @Test func aMissOpensWhatFollowsAndStaysUntilItIsDone() throws {
    let office = try office(Self.missed)
    try office.enter("--source 来访", on: "2026-10-12")
    try office.expect(
      "x-2",
      [
        "2026-10-15": nil, "2026-10-16": "due 2026-10-16..2026-10-17",
        "2026-10-18": "overdue 2026-10-16..2026-10-17",
      ])
    let why = try office.why("2026-10-16", rule: "x-2")
    #expect(why.contains("计算        x-1 漏做次日 2026-10-16 + 1 日 = 2026-10-17"))
    try office.at("2026-10-18", "log 王芳 --by 上门 --note 看房")
    try office.expect("x-2", ["2026-10-18": nil, "2026-10-19": nil])
    try office.expect("x-1", ["2026-10-19": nil])
  }

  @Test func makingUpForTheMissEndsIt() throws {
    let office = try office(Self.missed)
    try office.enter("--source 来访", on: "2026-10-12")
    let told = try office.at("2026-10-17", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("x-1 迟") && !told.contains("x-2 "))
    try office.expect("x-2", ["2026-10-17": nil, "2026-10-18": nil])
    #expect(
      try office.why("2026-10-18", rule: "x-2").contains("自 2026-10-17 起不再要求：漏做的那条已补上"))
  }

  @Test func whatWasDoneInTimeOrPutOffHasNoMiss() throws {
    let office = try office(Self.missed)
    try office.enter("--source 来访", on: "2026-10-12")
    try office.enter("--source 来访", on: "2026-10-12", as: "陈刚", phone: 2)
    try office.call(on: "2026-10-15")
    try office.at("2026-10-14", "postpone 陈刚 --to 2026-10-20")
    try office.expect("x-2", ["2026-10-16": nil, "2026-10-20": nil])
    try office.expect(
      "x-2", ["2026-10-16": nil, "2026-10-20": nil, "2026-10-21": "due 2026-10-21..2026-10-22"],
      of: "陈刚")
  }

  @Test func eachMissedSlotOfASeriesHasItsOwn() throws {
    let office = try office(
      """
        - {id: x-1, says: 每周电话, after: 来访, every: 7d, channel: 电话}
        - {id: x-2, says: 发微信, after: {missed: x-1}, opens: 1, due: 2, channel: 微信, expires: true}

      """)
    try office.enter("--source 来访", on: "2026-10-05")
    try office.expect(
      "x-2",
      [
        "2026-10-13": nil, "2026-10-14": "due 2026-10-14..2026-10-15", "2026-10-16": nil,
        "2026-10-21": "due 2026-10-21..2026-10-22",
      ])
    try office.call(on: "2026-10-21")
    try office.expect("x-2", ["2026-10-22": nil, "2026-10-29": nil])
    try office.expect("x-2", ["2026-10-30": "due 2026-10-30..2026-10-31"])
  }

  // MARK: Working days

  @Test func workingDaysGoByTheCalendarOfTheOffice() throws {
    let office = try office(
      """
        - {id: x-1, says: 三个工作日内, after: 签约, opens: 1wd, due: 3wd}
        - {id: x-2, says: 开盘前两个工作日起, milestones: [开盘], lead: 2wd}

      """)
    try office.enter("--source 来访", on: "2026-09-20")
    try office.at("2026-09-30", "event 王芳 签约")
    // 国庆 to 10-07; Saturday 10-10 is worked for it.
    try office.expect(
      "x-1",
      [
        "2026-10-07": nil, "2026-10-08": "due 2026-10-08..2026-10-10",
        "2026-10-11": "overdue 2026-10-08..2026-10-10",
      ])
    #expect(
      try office.why("2026-10-08", rule: "x-1").contains(
        "签约 2026-09-30 + 3 个工作日 = 2026-10-10；自 2026-10-08 起可做"))
    try office.at("2026-10-08", "calendar add 团建 --from 2026-10-09")
    try office.expect("x-1", ["2026-10-10": "due 2026-10-08..2026-10-12"])
    try office.at("2026-10-08", "milestone add 开盘 --on 2026-10-13")
    try office.expect(
      "x-2", ["2026-10-09": nil, "2026-10-10": "due 2026-10-10..2026-10-12"])
  }

  @Test func aYearThatIsNotPublishedGoesByWeekdaysAndSaysSo() throws {
    let office = try office("  - {id: x-1, says: 两个工作日内, after: 签约, due: 2wd}\n")
    try office.enter("--source 来访", on: "2031-01-30")
    try office.at("2031-01-31", "event 王芳 签约")
    try office.expect("x-1", ["2031-02-04": "due 2031-01-31..2031-02-04"])
    #expect(
      try office.why("2031-02-04", rule: "x-1").contains("日历        2031 年的放假安排还没有，暂按星期计"))
  }

  // MARK: Day by day

  @Test func aRunUpAsksOnceEachDay() throws {
    let office = try office(
      """
        - {id: x-1, says: 开盘倒计时, milestones: [开盘], lead: 3, every_day: true, channel: 短信, message: m-1}
      templates:
        - {id: m-1, kind: message, text: "{name}{title}，{date}开盘"}

      """)
    try office.enter("--source 来访 --sex 女", on: "2026-10-12")
    try office.at("2026-10-12", "milestone add 开盘 --on 2026-10-31")
    try office.expect(
      "x-1",
      [
        "2026-10-27": nil, "2026-10-28": "due 2026-10-28..2026-10-28",
        "2026-10-29": "due 2026-10-29..2026-10-29",
      ])
    try office.call(on: "2026-10-29")
    try office.expect(
      "x-1",
      ["2026-10-29": nil, "2026-10-30": "due 2026-10-30..2026-10-30", "2026-10-31": nil])
    let week = try office.week("2026-W44", asOf: "2026-10-31").total
    #expect(week.onTime == 1 && week.missed == 2)
    // Each day has a text of its own, and a text settles its day alone.
    for day in ["2026-10-28", "2026-10-30"] {
      try office.at(day, "message draft")
    }
    #expect(try office.batch("2026-10-30").out.contains("王芳女士，10月31日开盘"))
  }

  @Test func aRunUpMovesWithItsMilestone() throws {
    let office = try office(
      "  - {id: x-1, says: 倒计时, milestones: [开盘], lead: 2, every_day: true}\n")
    try office.enter("--source 来访", on: "2026-10-12")
    try office.at("2026-10-12", "milestone add 开盘 --on 2026-10-31")
    try office.at("2026-10-20", "milestone move 1 --on 2026-11-14")
    try office.expect(
      "x-1",
      [
        "2026-10-29": nil, "2026-10-30": nil, "2026-11-12": "due 2026-11-12..2026-11-12",
        "2026-11-13": "due 2026-11-13..2026-11-13", "2026-11-14": nil,
      ])
  }
}
