import Core
import Testing

@Suite struct DayTests {
  @Test func everyDayOfTheCalendarGoesThereAndBack() throws {
    var (year, month, dayOfMonth) = (1900, 1, 1)
    var count = 0
    for number in Int(Day.first.number)...Int(Day.last.number) {
      let day = try #require(Day(number: number))
      let civil = day.civil
      guard civil == (year, month, dayOfMonth),
        Day(year: year, month: month, day: dayOfMonth) == day,
        Day(iso: day.description) == day, day.weekday.number == count % 7 + 1
      else {
        Issue.record("\(number) is \(civil), not \((year, month, dayOfMonth))")
        return
      }
      count += 1
      dayOfMonth += 1
      if dayOfMonth > Self.length(month, year) { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(count == 109_573)
    #expect((year, month, dayOfMonth) == (2200, 1, 1))
  }

  /// Months by the rhyme, apart from the code under test.
  private static func length(_ month: Int, _ year: Int) -> Int {
    let leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test(arguments: [
    (1900, 2, 29), (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
    (2026, 1, 0), (2026, 1, 32), (2026, 1, -1), (1899, 12, 31), (2200, 1, 1), (Int.max, 1, 1),
    (Int.min, 1, 1), (2026, Int.max, 1), (2026, 1, Int.max), (2026, Int.min, Int.min),
  ])
  func invalidDatesDoNotExist(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-2-03", "2026/02/03", "2026-02-3", "20260203", " 2026-02-03",
    "2026-02-03 ", "+026-02-03", "２０２６-02-03", "1899-12-31", "2200-01-01", "2026-00-10",
  ])
  func textThatIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func endsOfTheCalendar() {
    #expect(Day.first.description == "1900-01-01")
    #expect(Day.last.description == "2199-12-31")
    #expect(Day.first.adding(-1) == nil)
    #expect(Day.last.adding(1) == nil)
    #expect(Day.last.adding(Int.max) == nil)
    #expect(Day.first.adding(Int.min) == nil)
    #expect(Day.first.adding(109_572) == Day.last)
    #expect(Day.last + 1 == Day.last)
    #expect(Day.first - 1 == Day.first)
    #expect(Day(number: Int.max) == nil)
    #expect(Day(number: Int.min) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2026-01-31", 2, "2026-03-31"),
    ("2028-01-31", 1, "2028-02-29"), ("2028-02-29", 12, "2029-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2026-12-31", 1, "2027-01-31"),
    ("2026-12-31", 2, "2027-02-28"), ("2026-11-30", 3, "2027-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-01-15", 0, "2026-01-15"), ("1900-02-28", -1, "1900-01-28"),
    ("2199-11-30", 1, "2199-12-30"), ("1900-01-01", 3599, "2199-12-01"),
  ])
  func monthsClampWithoutDrift(from: String, months: Int, to: String) {
    #expect(day(from).adding(months: months) == day(to))
  }

  @Test(arguments: [3600, -1, Int.max, Int.min, 1 << 40, -1 << 40])
  func monthsPastTheCalendarAreNone(months: Int) {
    #expect(Day.first.adding(months: months) == nil)
  }

  @Test(arguments: [
    ("2026-02-01", "2026-02-01 2026-02-28 2026-02-01 2026-02-15"),
    ("2026-02-15", "2026-02-01 2026-02-28 2026-02-01 2026-02-15"),
    ("2028-02-16", "2028-02-01 2028-02-29 2028-02-16 2028-02-29"),
    ("2199-12-31", "2199-12-01 2199-12-31 2199-12-16 2199-12-31"),
    ("1900-01-01", "1900-01-01 1900-01-31 1900-01-01 1900-01-15"),
  ])
  func monthsAndHalfMonths(iso: String, expected: String) {
    let it = day(iso)
    #expect(
      [it.startOfMonth, it.endOfMonth, it.halfMonth.lowerBound, it.halfMonth.upperBound]
        == days(expected))
  }
}
