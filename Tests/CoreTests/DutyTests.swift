import Core
import Testing

private let quarterEnds = DutySchedule.series(
  .monthDays([3, 6, 9, 12], day: 31), workdaysOnly: false)

@Suite("Duties of staff and office")
struct DutyTests {
  private func portraits() -> DutyCase {
    DutyCase(
      Duty(
        id: "wx-7.1", holder: .role(.consultant, any: false), schedule: quarterEnds,
        evidence: .ledger("客户描摹"), count: 3))
  }

  @Test func portraitsOfAQuarter() throws {
    var office = portraits()
    try office.did("2026-11-10")
    try office.did("2026-12-20")
    let days = ("2026-10-01", "2026-12-31")
    #expect(
      try office.owed(days.0, days.1, at: "2026-12-24", of: 1) == ["2026-12-31 #1 2/3 upcoming"])
    #expect(try office.owed(days.0, days.1, at: "2026-12-25", of: 1) == ["2026-12-31 #1 2/3 due"])
    #expect(
      try office.owed(days.0, days.1, at: "2026-12-31")
        == ["2026-12-31 #1 2/3 due", "2026-12-31 #2 0/3 due"])
    #expect(
      try office.owed(days.0, days.1, at: "2027-01-01", of: 1) == ["2026-12-31 #1 2/3 overdue"])
    try office.did("2027-01-05", 2)
    // The first of the two makes the old quarter good, the second is for the new one.
    #expect(
      try office.owed(days.0, "2027-03-31", at: "2027-01-06", of: 1)
        == ["2026-12-31 #1 3/3 late", "2027-03-31 #1 1/3 upcoming"])
  }

  @Test func evidenceOfTheQuarterBeforeTheAdoptionCounts() throws {
    var office = portraits()
    try office.did("2026-10-05", 3)
    #expect(
      try office.owed("2026-11-01", "2026-12-31", at: "2026-12-31", of: 1)
        == ["2026-12-31 #1 3/3 done"])
    office.deeds = []
    try office.did("2026-09-30", 3)
    #expect(
      try office.owed("2026-11-01", "2026-12-31", at: "2026-12-31", of: 1)
        == ["2026-12-31 #1 0/3 due"])
  }

  private func patrol(workdays: Bool = false) throws -> DutyCase {
    DutyCase(
      Duty(
        id: "wx-6.1b", holder: .role(.service, any: true),
        schedule: .series(.days(1), workdaysOnly: workdays), until: TimeOfDay("10:00"),
        evidence: .ledger("巡查")))
  }

  @Test func patrolByTenEachDay() throws {
    var office = try patrol()
    let on20 = { (now: String) in try office.owed("2026-11-20", "2026-11-20", at: now) }
    #expect(try on20("2026-11-20 10:00") == ["2026-11-20 10:00 service 0/1 due x19"])
    #expect(try on20("2026-11-20 10:01") == ["2026-11-20 10:00 service 0/1 overdue x19"])
    // A day alone is the whole day: its hours are not yet late.
    #expect(try on20("2026-11-20") == ["2026-11-20 10:00 service 0/1 due x19"])
    #expect(try on20("2026-11-21 09:00") == ["2026-11-20 10:00 service 0/1 missed x19"])
    try office.did("2026-11-19 09:50", by: 3)
    try office.did("2026-11-20 10:20", by: 1)
    try office.did("2026-11-21 08:00", by: 3)
    #expect(
      try office.owed("2026-11-18", "2026-11-22", at: "2026-11-21 11:00")
        == [
          "2026-11-18 10:00 service 0/1 missed x17", "2026-11-19 10:00 service 1/1 done x18",
          "2026-11-20 10:00 service 1/1 late", "2026-11-21 10:00 service 1/1 done",
          "2026-11-22 10:00 service 0/1 upcoming",
        ])
  }

  @Test func aDayOffHasNoPatrolWhereOnlyWorkdaysCount() throws {
    let office = try patrol(workdays: true)
    let due = try office.owed("2026-11-19", "2026-11-24", at: "2026-11-01")
    #expect(due.map { $0.prefix(10) } == ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"])
  }

  private func sundays(hour: String? = "17:00") -> DutyCase {
    DutyCase(
      Duty(
        id: "hr-4.1", holder: .role(.service, any: false),
        schedule: .series(.weekdays([.sunday], weeks: 1), workdaysOnly: false),
        until: hour.flatMap { TimeOfDay($0) }, evidence: .report("回访单")))
  }

  @Test(
    arguments: [
      ("2026-11-22 16:59", "1/1 done"), ("2026-11-22 17:00", "1/1 done"),
      ("2026-11-22 17:30", "1/1 late"), ("2026-11-23 09:00", "1/1 late"),
      ("2026-11-22", "1/1 done"), ("2026-11-16", "1/1 done"),
    ])
  func formsBySundayAfternoon(handedIn: String, status: String) throws {
    var office = sundays()
    try office.did("2026-11-15 10:00", by: 3)
    try office.did(handedIn, by: 3)
    #expect(
      try office.owed("2026-11-22", "2026-11-22", at: "2026-11-24")
        == ["2026-11-22 17:00 #3 \(status)"])
  }

  @Test func aReportOfMondayIsTheLateOneAndNotTheNext() throws {
    var office = sundays()
    try office.did("2026-11-15 10:00", by: 3)
    try office.did("2026-11-23 09:00", by: 3)
    let days = ("2026-11-22", "2026-11-29")
    #expect(
      try office.owed(days.0, days.1, at: "2026-11-29 12:00")
        == ["2026-11-22 17:00 #3 1/1 late", "2026-11-29 17:00 #3 0/1 due"])
    // What comes on the next Sunday is that Sunday's.
    office.deeds.removeLast()
    try office.did("2026-11-29 09:00", by: 3)
    #expect(
      try office.owed(days.0, days.1, at: "2026-11-29 12:00")
        == ["2026-11-22 17:00 #3 0/1 missed", "2026-11-29 17:00 #3 1/1 done x1"])
  }

  @Test func aLogTellsOfItsOwnWeekEvenWhereItMakesTheLastOneGood() throws {
    var office = sundays(hour: nil)
    office.duty.evidence = .ledger("媒体")
    try office.did("2026-11-10", by: 3)
    try office.did("2026-11-25", by: 3)
    #expect(
      try office.owed("2026-11-08", "2026-11-29", at: "2026-11-29")
        == [
          "2026-11-08 #3 1/1 late x1", "2026-11-15 #3 1/1 done", "2026-11-22 #3 1/1 late",
          "2026-11-29 #3 1/1 done",
        ])
  }

  private func quota() -> DutyCase {
    DutyCase(
      Duty(
        id: "ro-3.6", holder: .role(.consultant, any: false),
        schedule: .series(.weekdays([.friday], weeks: 1), workdaysOnly: false),
        evidence: .event(.visit), weekFrom: .saturday))
  }

  @Test func aQuotaOfTheWeekFromSaturdayToFriday() throws {
    var office = quota()
    let week = ("2026-11-14", "2026-11-20")
    #expect(
      try office.owed(week.0, week.1, at: "2026-11-13", of: 1) == ["2026-11-20 #1 0/1 upcoming"])
    // The week that had begun when the policy was adopted is not among the misses.
    #expect(
      try office.owed(week.0, week.1, at: "2026-11-14", of: 1) == ["2026-11-20 #1 0/1 due x1"])
    #expect(
      try office.book().obligations(
        due: day(week.0)...day(week.1), at: try moment("2026-11-20"), []
      ).map(\.short) == [1, 1])
    // Saturday begins the next week: nothing is made up for.
    try office.did("2026-11-21")
    #expect(
      try office.owed(week.0, "2026-11-27", at: "2026-11-21", of: 1)
        == ["2026-11-20 #1 0/1 missed x1", "2026-11-27 #1 1/1 done x2"])
    try office.did("2026-11-14")
    #expect(
      try office.owed(week.0, week.1, at: "2026-11-21", of: 1) == ["2026-11-20 #1 1/1 done x1"])
  }

  @Test func aRegisterEachHalfMonth() throws {
    let office = DutyCase(
      Duty(
        id: "opm-3.4a", holder: .office, schedule: .series(.halfMonthEnds, workdaysOnly: false),
        evidence: .report("半月登记表")))
    let due = try office.book().obligations(
      due: day("2026-11-01")...day("2026-11-30"), at: try moment("2026-11-01"), [])
    #expect(due.map(\.due.description) == ["2026-11-15", "2026-11-30"])
    #expect(due.map(\.from.description) == ["2026-11-01", "2026-11-16"])
  }

  @Test func theLastWorkingDayOfTheMonth() throws {
    var office = DutyCase(
      Duty(
        id: "wx-8.4", holder: .role(.service, any: true),
        schedule: .series(.monthEnds(1), workdaysOnly: false), dayOff: .before,
        evidence: .report("月报")))
    office.from = "2026-10-01"
    let due = try office.owed("2026-10-01", "2026-11-30", at: "2026-10-01")
    #expect(due.map { $0.prefix(10) } == ["2026-10-30", "2026-11-30"])
  }

  @Test func theMonthsBirthdaysOnItsFirstWorkingDay() throws {
    var office = DutyCase(
      Duty(
        id: "wx-2.3b", holder: .role(.service, any: true),
        schedule: .series(.monthDays(.all, day: 1), workdaysOnly: false), dayOff: .after,
        evidence: .report("生日名单")))
    #expect(
      try office.owed("2026-11-01", "2026-12-31", at: "2026-11-01").map { $0.prefix(10) }
        == ["2026-11-02", "2026-12-01"])
    // Handed in on the last of October it is on time for Monday, 2 November.
    try office.did("2026-10-31", by: 3)
    #expect(
      try office.owed("2026-11-01", "2026-11-30", at: "2026-11-03")
        == ["2026-11-02 service 1/1 done"])
  }

  @Test func aDraftOnTheWednesdayOfOddWeeksBeforeADayOff() throws {
    var office = DutyCase(
      Duty(
        id: "wx-1.3b", holder: .role(.service, any: true),
        schedule: .series(.isoWeeks(odd: true, [.wednesday]), workdaysOnly: false),
        dayOff: .before, evidence: .report("进度短信送审")))
    office.from = "2026-09-01"
    office.calendar = WorkCalendar(
      years: [
        CalendarYear(
          2026, (1...7).map { StatutoryDay(day("2026-10-0\($0)"), .holiday, "国庆节") })
      ])
    // W41, with Wednesday 2026-10-07, is all holiday but its Thursday and Friday.
    #expect(
      try office.owed("2026-09-21", "2026-11-11", at: "2026-09-01").map { $0.prefix(10) }
        == ["2026-09-23", "2026-09-30", "2026-10-21", "2026-11-04"])
  }

  @Test func aMonthBeforeMoveIn() throws {
    var office = DutyCase(
      Duty(
        id: "psf-3.2.1", holder: .office,
        schedule: .milestone([.moveInPeriod], due: Offset(months: -1)),
        evidence: .report("入伙准备小组")))
    office.milestones = [Milestone(id: 1, kind: .moveInPeriod, day: day("2026-12-31"))]
    let days = ("2026-11-01", "2026-12-31")
    #expect(try office.owed(days.0, days.1, at: "2026-11-23") == ["2026-11-30 0/1 upcoming"])
    #expect(try office.owed(days.0, days.1, at: "2026-11-24") == ["2026-11-30 0/1 due"])
    #expect(try office.owed(days.0, days.1, at: "2026-12-15") == ["2026-11-30 0/1 overdue"])
    try office.did("2026-12-16")
    #expect(try office.owed(days.0, days.1, at: "2026-12-16") == ["2026-11-30 1/1 late"])
    office.from = "2026-12-01"
    #expect(try office.owed(days.0, days.1, at: "2026-12-16") == [])
  }
}
