import Core
import Store
import Testing

@Suite struct CalendarStoreTests {
  private func year(_ number: Int, _ days: String...) throws -> CalendarYear {
    CalendarYear(
      number, try days.map { StatutoryDay(try day("\(number)-\($0)"), .holiday, "元旦") })
  }

  private func span(_ from: String, _ to: String) throws -> ClosedRange<Day> {
    try day(from)...day(to)
  }

  @Test func aNewOfficeHasEnteredNothing() throws {
    let days = try Office().store.officeDays()
    #expect(days.years == [] && days.company == [] && days.leaves == [])
    #expect(days.restDays == [.saturday, .sunday])
  }

  @Test func whatIsWrittenIsRead() throws {
    let office = try Office()
    let year = CalendarYear(
      2027,
      [
        StatutoryDay(try day("2027-01-01"), .holiday, "元旦"),
        StatutoryDay(try day("2027-01-09"), .makeUpWorkday, "元旦"),
      ])
    let holiday = CompanyDays(try span("2027-02-05", "2027-02-12"), name: "春节放假")
    let open = CompanyDays(
      try span("2027-02-10", "2027-02-10"), isHoliday: false, name: "值班")
    let leave = Leave(office.li, try span("2026-11-20", "2026-11-21"), name: "年假")
    try office.write {
      try $0.importYear(year)
      try $0.addCompanyDays(holiday)
      try $0.addCompanyDays(open)
      try $0.addLeave(leave)
      try $0.setRestDays([.tuesday])
    }
    let days = try office.store.officeDays()
    #expect(days.years == [year])
    #expect(days.company == [holiday, open])
    #expect(days.leaves == [leave])
    #expect(days.restDays == [.tuesday])
    #expect(try office.store.doctor() == [])
    try office.undo()
    let after = try office.store.officeDays()
    #expect(after.years == [] && after.company == [] && after.leaves == [])
    #expect(after.restDays == WorkCalendar.weekend)
  }

  @Test func aYearReplacesItselfAndComesBack() throws {
    let office = try Office()
    let (first, second) = (try year(2027, "01-01", "01-02"), try year(2027, "01-01"))
    let other = try year(2028, "01-03")
    try office.write { try $0.importYear(first) }
    try office.write { try $0.importYear(other) }
    try office.write { try $0.importYear(second) }
    #expect(try office.store.officeDays().years == [second, other])
    try office.undo()
    #expect(try office.store.officeDays().years == [first, other])
    try office.undo()
    try office.undo()
    #expect(try office.store.officeDays().years == [])
  }

  @Test func aYearThatWasReplacedIsNotTakenBackUnderItsSuccessor() throws {
    let office = try Office()
    try office.write { try $0.importYear(try year(2027, "01-01")) }
    try office.write(by: "周敏") { try $0.importYear(try year(2027, "01-02")) }
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(throws: StoreError.undoBlocked(by: blocker, .changed)) { try office.undo() }
  }

  @Test func noRestDaysAreNotTheUsualOnes() throws {
    let office = try Office()
    try office.write { try $0.setRestDays([]) }
    #expect(try office.store.officeDays().restDays == [])
  }

  @Test func leaveIsOfSomebody() throws {
    let office = try Office()
    let days = try span("2026-11-20", "2026-11-20")
    #expect(throws: StoreError.noSuchStaff(99)) {
      try office.write { try $0.addLeave(Leave(99, days)) }
    }
    var sun: StaffID = 0
    try office.write { sun = try $0.addStaff("孙丽", role: .consultant) }
    try office.write(by: "周敏") { try $0.addLeave(Leave(sun, days)) }
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(throws: StoreError.undoBlocked(by: blocker, .staffInUse(sun))) { try office.undo() }
    try office.undo(by: "周敏")
    try office.undo()
    #expect(try office.store.officeDays().leaves == [])
  }
}
