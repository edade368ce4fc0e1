import Core
import Testing

@Suite("Duties and the people who owe them")
struct DutyPeopleTests {
  private func report() -> DutyCase {
    DutyCase(
      Duty(
        id: "ro-3.3", holder: .role(.consultant, any: false),
        schedule: .series(.weekdays([.sunday], weeks: 1), workdaysOnly: false),
        evidence: .report("回访排期表")))
  }

  @Test func whoIsOnLeaveHasItOnTheNextDayThatIsWorked() throws {
    var office = report()
    office.leaves = [Leave(1, day("2026-11-20")...day("2026-11-23"))]
    #expect(
      try office.owed("2026-11-16", "2026-11-29", at: "2026-11-16", of: 1)
        == ["2026-11-24 #1 0/1 upcoming", "2026-11-29 #1 0/1 upcoming"])
    office.leaves = [Leave(1, day("2026-11-20")...day("2026-11-27"))]
    #expect(
      try office.owed("2026-11-16", "2026-11-29", at: "2026-11-16", of: 1)
        == ["2026-11-29 #1 0/1 upcoming"])
  }

  /// It went on being asked for where the first one after the days asked about fell into a leave.
  @Test func whatALeaveTakesAwayLeavesTheOneBeforeMissed() throws {
    var office = report()
    office.duty.schedule = .series(.days(4), workdaysOnly: false)
    office.duty.dayOff = .before
    office.leaves = [Leave(1, day("2026-11-10")...day("2026-11-18"))]
    #expect(
      try office.owed("2026-11-09", "2026-11-09", at: "2026-12-05", of: 1)
        == ["2026-11-09 #1 0/1 missed x1"])
    #expect(
      try office.owed("2026-11-09", "2026-11-09", at: "2026-11-19", of: 1)
        == ["2026-11-09 #1 0/1 overdue x1"])
  }

  @Test func nobodyOwesWhatWasDueBeforeTheyCame() throws {
    let office = report()
    #expect(
      try office.owed("2026-11-01", "2026-11-22", at: "2026-11-22", of: 2)
        == ["2026-11-22 #2 0/1 due"])
    #expect(try office.owed("2026-11-01", "2026-11-22", at: "2026-11-22", of: 1).count == 4)
  }

  @Test func everybodysOwnEvidenceCounts() throws {
    var office = report()
    try office.did("2026-11-22", by: 2)
    #expect(
      try office.owed("2026-11-22", "2026-11-22", at: "2026-11-22")
        == ["2026-11-22 #1 0/1 due x3", "2026-11-22 #2 1/1 done"])
  }

  @Test func aNewTextGoesOnWithTheSameDuty() throws {
    let old = report().duty
    var new = old
    new.until = TimeOfDay("17:00")
    let reigns = [(old, "2026-11-01"), (new, "2026-11-18")].enumerated().map { index, reign in
      Reign(id: Int64(index), policy: Policy(name: "p", duties: [reign.0]), from: day(reign.1))
    }
    let book = DutyBook(
      reigns: reigns, members: [DutyMember(id: 1, role: .consultant, since: day("2026-11-01"))])
    let deed = Deed(.entry("回访排期表"), try moment("2026-11-16"), by: 1)
    let owed = book.obligations(
      due: day("2026-11-09")...day("2026-11-22"), at: try moment("2026-11-19"), [deed])
    #expect(
      owed.map(\.text)
        == ["2026-11-15 #1 1/1 late x2", "2026-11-22 17:00 #1 0/1 upcoming"])
  }

  @Test func everySomeDaysCountFromTheFirstDay() throws {
    var office = report()
    office.duty.schedule = .series(.days(10), workdaysOnly: false)
    #expect(
      try office.owed("2026-11-01", "2026-11-30", at: "2026-11-01", of: 1).map { $0.prefix(10) }
        == ["2026-11-11", "2026-11-21"])
  }
}
