import Core
import Testing

@Suite struct WorkCalendarTests {
  /// The published years, read apart from the product's reader.
  static func published() throws -> [CalendarYear] {
    try (2018...2026).map { year in
      let days = try Fixture.rows("statutory-\(year).csv").map { row in
        let kind = try #require(StatutoryKind.allCases.first { $0.name == row[1] })
        return StatutoryDay(day(row[0]), kind, row[2])
      }
      return CalendarYear(year, days)
    }
  }

  @Test func everyDayOfThePublishedYears() throws {
    let years = try WorkCalendarTests.published()
    let calendar = WorkCalendar(years: years)
    let special = Dictionary(
      uniqueKeysWithValues: years.flatMap(\.days).map { ($0.day, $0.kind == .makeUpWorkday) })
    #expect(special.count == 314)
    for number in day("2017-01-01").number...day("2028-12-31").number {
      let day = try #require(Day(number: Int(number)))
      let isWeekday = day.weekday.number <= 5
      #expect(calendar.isWorkday(day) == special[day] ?? isWeekday, "\(day)")
      #expect(calendar.kind(of: day).isWorkday == calendar.isWorkday(day), "\(day)")
    }
    #expect(calendar.publishedYears == Array(2018...2026))
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-20"), ("2026-10-12", "2026-10-10"), ("2026-10-10", "2026-10-09"),
    ("2026-10-08", "2026-09-30"), ("2026-01-05", "2026-01-04"), ("2026-01-01", "2025-12-31"),
    ("2018-12-30", "2018-12-29"), ("2027-01-04", "2027-01-01"), ("2027-02-10", "2027-02-09"),
  ])
  func theWorkdayBefore(iso: String, expected: String) throws {
    let calendar = WorkCalendar(years: try WorkCalendarTests.published())
    #expect(calendar.workday(before: day(iso)) == day(expected))
  }

  @Test(arguments: [
    ("2026-11-07", "2026-11-09"), ("2026-11-09", "2026-11-09"), ("2026-09-25", "2026-09-28"),
    ("2026-10-01", "2026-10-08"), ("2026-10-10", "2026-10-10"), ("2026-02-14", "2026-02-14"),
    ("2027-10-01", "2027-10-01"),
  ])
  func theWorkdayOnOrAfter(iso: String, expected: String) throws {
    let calendar = WorkCalendar(years: try WorkCalendarTests.published())
    #expect(calendar.workday(onOrAfter: day(iso)) == day(expected))
  }

  @Test(arguments: [
    ("2026-11-15", "2026-11-30"), ("2026-10-31", "2026-10-30"), ("2026-02-01", "2026-02-28"),
    ("2018-12-01", "2018-12-29"), ("2024-02-10", "2024-02-29"), ("2027-01-01", "2027-01-29"),
  ])
  func theLastWorkdayOfTheMonth(iso: String, expected: String) throws {
    let calendar = WorkCalendar(years: try WorkCalendarTests.published())
    #expect(calendar.workday(onOrBefore: day(iso).endOfMonth) == day(expected))
  }

  @Test func aYearThatIsNotPublishedIsKnownNotToBe() throws {
    let calendar = WorkCalendar(years: try WorkCalendarTests.published())
    #expect(calendar.isPublished(2026))
    #expect(!calendar.isPublished(2027))
    #expect(calendar.kind(of: day("2027-10-01")) == .workday)
    #expect(calendar.kind(of: day("2027-10-02")) == .restDay)
    #expect(calendar.workday(after: day("2026-12-31")) == day("2027-01-01"))
    #expect(WorkCalendar.weekdays.publishedYears == [])
    #expect(WorkCalendar.weekdays.isWorkday(day("2026-10-01")))
  }

  @Test func whatKindOfDay() throws {
    let calendar = WorkCalendar(
      years: try WorkCalendarTests.published(),
      company: [
        CompanyDays(day("2026-10-06")...day("2026-10-10"), name: "团建"),
        CompanyDays(day("2026-10-07")...day("2026-10-07"), isHoliday: false, name: "值班"),
        CompanyDays(day("2027-02-05")...day("2027-02-12"), name: "春节放假"),
      ])
    let expected: [(String, DayKind)] = [
      ("2026-10-01", .holiday("国庆节")), ("2026-09-25", .holiday("中秋节")),
      ("2026-09-20", .makeUpWorkday(for: "国庆节")), ("2026-09-30", .workday),
      ("2026-10-06", .companyHoliday("团建")), ("2026-10-07", .companyWorkday("值班")),
      ("2026-10-10", .companyHoliday("团建")), ("2026-10-11", .restDay),
      ("2027-02-05", .companyHoliday("春节放假")), ("2027-02-13", .restDay),
    ]
    for (iso, kind) in expected {
      #expect(calendar.kind(of: day(iso)) == kind, "\(iso)")
      #expect(calendar.isWorkday(day(iso)) == kind.isWorkday, "\(iso)")
    }
    #expect(calendar.workday(before: day("2027-02-13")) == day("2027-02-04"))
    #expect(calendar.workday(after: day("2026-10-05")) == day("2026-10-07"))
  }

  @Test func anOfficeSetsItsOwnRestDays() throws {
    let years = try WorkCalendarTests.published()
    let sevenDays = WorkCalendar(years: years, restDays: [])
    #expect(sevenDays.isWorkday(day("2026-11-22")))
    #expect(!sevenDays.isWorkday(day("2026-10-01")))
    #expect(sevenDays.workday(before: day("2027-03-01")) == day("2027-02-28"))
    let tuesdays = WorkCalendar(years: years, restDays: [.tuesday])
    #expect(tuesdays.kind(of: day("2026-11-24")) == .restDay)
    #expect(tuesdays.kind(of: day("2026-11-22")) == .workday)
    #expect(tuesdays.workday(onOrBefore: day("2027-08-31")) == day("2027-08-30"))
  }

  @Test func wholeMonthsOffAndTheEndsOfTheCalendar() {
    let closed = WorkCalendar(
      years: [], company: [CompanyDays(day("2027-02-01")...day("2027-02-28"), name: "停业")])
    #expect(closed.workday(onOrBefore: day("2027-02-28")) == day("2027-01-29"))
    #expect(closed.workday(after: day("2027-02-10")) == day("2027-03-01"))
    #expect(WorkCalendar.weekdays.workday(before: .first) == nil)
    #expect(WorkCalendar.weekdays.workday(after: .last) == nil)
    #expect(WorkCalendar.weekdays.workday(onOrAfter: .last) == .last)
    let never = WorkCalendar(years: [], restDays: .all)
    #expect(never.workday(onOrBefore: .last) == nil)
    #expect(never.workday(onOrAfter: .first) == nil)
  }

  @Test func theLaterYearReplacesTheEarlier() throws {
    let revised = CalendarYear(
      2026,
      [
        StatutoryDay(day("2026-05-01"), .holiday, "劳动节"),
        StatutoryDay(day("2025-05-01"), .holiday, "劳动节"),
      ])
    #expect(revised.days.count == 1)
    let calendar = WorkCalendar(years: try WorkCalendarTests.published() + [revised])
    #expect(calendar.isWorkday(day("2026-10-01")))
    #expect(!calendar.isWorkday(day("2026-05-01")))
    #expect(calendar.year(2026) == revised)
  }
}

@Suite struct DaysOffTests {
  private let daysOff = DaysOff([
    Leave(1, day("2026-11-20")...day("2026-11-20")),
    Leave(1, day("2026-11-23")...day("2026-11-25")),
    Leave(1, day("2026-11-21")...day("2026-11-24")),
    Leave(2, day("2026-12-01")...day("2026-12-01")),
    Leave(1, day("2026-12-31")...day("2026-12-31")),
  ])

  @Test func spansAreJoined() {
    #expect(
      daysOff.spans(of: 1) == [
        day("2026-11-20")...day("2026-11-25"), day("2026-12-31")...day("2026-12-31"),
      ])
    #expect(daysOff.spans(of: 3) == [])
    #expect(!daysOff.isEmpty)
    #expect(DaysOff().isEmpty)
  }

  @Test(arguments: [
    ("2026-11-19", false), ("2026-11-20", true), ("2026-11-25", true), ("2026-11-26", false),
    ("2026-12-01", false), ("2026-12-31", true), ("2027-01-01", false),
  ])
  func contains(iso: String, isOff: Bool) {
    #expect(daysOff.contains(day(iso), of: 1) == isOff)
    #expect(!daysOff.contains(day(iso), of: 9))
  }

  @Test func aMembersWorkdays() {
    let calendar = WorkCalendar.weekdays
    #expect(calendar.workday(before: day("2026-11-26"), of: 1, daysOff) == day("2026-11-19"))
    #expect(calendar.workday(before: day("2026-11-26"), of: 2, daysOff) == day("2026-11-25"))
    #expect(calendar.workday(before: day("2026-11-26"), of: nil, daysOff) == day("2026-11-25"))
    #expect(calendar.workday(onOrAfter: day("2026-11-20"), of: 1, daysOff) == day("2026-11-26"))
    #expect(calendar.workday(onOrAfter: day("2026-11-20"), of: nil, daysOff) == day("2026-11-20"))
  }
}
