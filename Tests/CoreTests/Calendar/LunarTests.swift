import Core
import Testing

@Suite struct LunarTests {
  @Test func allMonthStartsBothWays() throws {
    let rows = try Fixture.rows("lunar-1901-2100.csv")
    #expect(rows.count == 2473)
    var accepted: [String: Set<String>] = [:]
    for row in try Fixture.rows("lunar-uncertain.csv") {
      accepted[row[..<3].joined(separator: ",")] = [row[3], row[4]]
    }
    #expect(accepted.count == 3)
    for (index, row) in rows.enumerated() {
      let (year, month) = (try #require(Int(row[0])), try #require(Int(row[1])))
      let key = row[..<3].joined(separator: ",")
      let date = try #require(
        LunarDate(year: year, month: month, isLeapMonth: row[2] == "1", day: 1))
      #expect(accepted[key, default: [row[3]]].contains(date.solar.description), "\(key)")
      #expect(LunarDate(date.solar) == date)
      let next = index + 1 < rows.count ? rows[index + 1][..<3].joined(separator: ",") : ""
      guard accepted[key] == nil, accepted[next] == nil else { continue }
      #expect(
        LunarYear(year)?.days(in: month, isLeapMonth: row[2] == "1") == Int(row[4]), "\(key)")
    }
  }

  @Test func everyDayOfTheTableGoesThereAndBack() throws {
    var previous: LunarDate?
    var count = 0
    for offset in 0...(day("2101-01-28") - day("1901-02-19")) {
      let civil = day("1901-02-19") + offset
      let date = try #require(LunarDate(civil))
      let rebuilt = LunarDate(
        year: date.year, month: date.month, isLeapMonth: date.isLeapMonth, day: date.day)
      let follows =
        previous.map { $0 < date && (date.day == $0.day + 1 || date.day == 1 && $0.day >= 29) }
        ?? true
      guard rebuilt == date, date.solar == civil, follows,
        LunarMonthDay("\(date.monthAndDay)") == date.monthAndDay
      else {
        Issue.record("\(civil) is \(date)")
        return
      }
      previous = date
      count += 1
    }
    #expect(count == 73_028)
    #expect(previous?.description == "2100年腊月廿九")
  }

  @Test func outsideTheTableThereIsNothing() {
    for iso in ["1900-01-01", "1901-02-18", "2101-01-29", "2199-12-31"] {
      #expect(LunarDate(day(iso)) == nil)
    }
    for year in [1900, 2101, Int.max, Int.min] {
      #expect(LunarYear(year) == nil)
      #expect(LunarDate(year: year, month: 1, day: 1) == nil)
    }
  }

  @Test func leapMonths() {
    let years = [2020, 2023, 2025, 2028, 2031, 2033, 2036, 2026]
    #expect(years.map { LunarYear($0)?.leapMonth } == [4, 2, 6, 5, 3, 11, 6, nil])
    #expect(LunarYear(2036)?.days(in: 6, isLeapMonth: true) == 30)
    #expect((2024...2028).map { LunarYear($0)?.days(in: 12) } == [29, 29, 29, 29, 29])
    #expect(LunarYear(2027)?.firstDay == day("2027-02-06"))
  }

  @Test(arguments: [
    (2026, 12, false, 30), (2026, 6, true, 10), (2025, 5, true, 1), (2026, 13, false, 1),
    (2026, 0, false, 1), (2026, 1, false, 0), (2026, 1, false, 31), (2026, Int.max, true, 1),
    (2026, 1, false, Int.min),
  ])
  func datesThatDoNotExist(year: Int, month: Int, isLeapMonth: Bool, day: Int) {
    #expect(LunarDate(year: year, month: month, isLeapMonth: isLeapMonth, day: day) == nil)
  }

  @Test(arguments: [
    ("正月初一", 1, false, 1), ("一月初一", 1, false, 1), ("八月十五", 8, false, 15),
    ("农历八月十五", 8, false, 15), ("阴历八月十五日", 8, false, 15), ("闰六月初十", 6, true, 10),
    ("农历闰六月初十", 6, true, 10), ("十月初十", 10, false, 10), ("冬月廿一", 11, false, 21),
    ("十一月二十一", 11, false, 21), ("腊月三十", 12, false, 30), ("十二月卅", 12, false, 30),
    ("二月二十", 2, false, 20), ("二月廿", 2, false, 20), ("三月廿九", 3, false, 29),
    ("九月十九", 9, false, 19), ("8月15", 8, false, 15), ("闰6月10日", 6, true, 10),
    ("12月30号", 12, false, 30), ("三月五日", 3, false, 5), ("臘月初八", 12, false, 8),
  ])
  func wordsThatAreRead(text: String, month: Int, isLeapMonth: Bool, day: Int) {
    #expect(LunarMonthDay(text) == LunarMonthDay(month: month, isLeapMonth: isLeapMonth, day: day))
  }

  @Test(arguments: [
    "", "八月", "十五", "月十五", "十三月初一", "八月三十一", "八月初十一", "八月初", "八月十五十五", "闰", "闰闰六月初一",
    "八月 十五", "零月初一", "八月〇五", "0月1", "8月0", "8月31", "8月-1", "8月+1", "八月日", "农历", "三十月初一",
    "2026年八月十五",
    "八月一十五", "八月廿十", "正正月初一", "8月015",
  ])
  func wordsThatAreNone(text: String) {
    #expect(LunarMonthDay(text) == nil)
  }

  @Test(arguments: [
    (1, false, 1, "正月初一"), (2, false, 10, "二月初十"), (8, false, 15, "八月十五"), (9, false, 20, "九月二十"),
    (10, false, 21, "十月廿一"), (11, false, 29, "冬月廿九"), (12, false, 30, "腊月三十"),
    (6, true, 10, "闰六月初十"), (4, false, 19, "四月十九"),
  ])
  func wordsThatAreWritten(month: Int, isLeapMonth: Bool, day: Int, text: String) {
    #expect(
      LunarMonthDay(month: month, isLeapMonth: isLeapMonth, day: day)?.description == text)
  }
}
