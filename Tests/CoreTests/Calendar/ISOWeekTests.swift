import Core
import Testing

@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2026-11-05", "2026-W45", "2026-11-02", "2026-11-08"),
    ("2026-01-01", "2026-W01", "2025-12-29", "2026-01-04"),
    ("2027-01-01", "2026-W53", "2026-12-28", "2027-01-03"),
    ("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
    ("2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
    ("2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"),
    ("1900-01-01", "1900-W01", "1900-01-01", "1900-01-07"),
    ("2199-12-31", "2200-W01", "2199-12-30", "2199-12-31"),
  ])
  func weekOfADay(iso: String, week: String, monday: String, sunday: String) {
    let it = day(iso).isoWeek
    #expect(it.description == week)
    #expect([it.monday, it.sunday] == days("\(monday) \(sunday)"))
    #expect(ISOWeek(iso: week) == it)
    #expect(day(iso).monday == day(monday))
  }

  @Test func yearsOf53Weeks() {
    let long = (2000...2050).filter { ISOWeek.count(in: $0) == 53 }
    #expect(long == [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048])
  }

  @Test func weeksFollowOneAnotherThroughTheWholeCalendar() throws {
    var week = Day.first.isoWeek
    var count = 1
    while let next = week.adding(1) {
      let follows =
        next.year == week.year && next.number == week.number + 1
        || next.year == week.year + 1 && next.number == 1
          && week.number == ISOWeek.count(in: week.year)
      guard follows, next > week, next.monday - week.monday == 7, next.adding(-1) == week,
        ISOWeek(year: next.year, number: next.number) == next,
        ISOWeek(iso: next.description) == next, next.sunday.isoWeek == next
      else {
        Issue.record("\(next) after \(week)")
        return
      }
      week = next
      count += 1
    }
    #expect(week.description == "2200-W01")
    #expect(count == 15_654)
    #expect(week.adding(Int.max) == nil)
    #expect(week.adding(Int.min) == nil)
  }

  @Test(arguments: [
    "2026-W00", "2026-W54", "2025-W53", "2026W45", "2026-w45", "2026-W5", "2026-W045", "",
    "1899-W52", "2200-W02", "2201-W01", "2026-W4５", "+026-W45",
  ])
  func textThatIsNoWeek(text: String) {
    #expect(ISOWeek(iso: text) == nil)
  }

  @Test(arguments: [(Int.max, 1), (Int.min, 1), (2026, Int.max), (2026, Int.min), (2026, 0)])
  func numbersThatAreNoWeek(year: Int, number: Int) {
    #expect(ISOWeek(year: year, number: number) == nil)
  }
}
