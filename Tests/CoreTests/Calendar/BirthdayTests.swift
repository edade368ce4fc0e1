import Core
import Testing

@Suite struct BirthdayTests {
  private static func lunar(_ text: String, year: Int? = nil) throws -> Birthday {
    let date = try #require(LunarMonthDay(text))
    return try Birthday(
      isLunar: true, year: year, month: date.month, isLeapMonth: date.isLeapMonth, day: date.day)
  }

  @Test(arguments: [
    ("八月十五", 2026, "2026-09-25"), ("腊月三十", 2026, "2027-02-05"),
    ("闰六月初十", 2026, "2026-07-23"), ("闰六月初十", 2025, "2025-08-03"),
    ("六月初十", 2025, "2025-07-04"), ("闰六月三十", 2025, "2025-08-22"),
    ("闰六月三十", 2036, "2036-08-21"), ("腊月三十", 2100, "2101-01-28"),
    ("正月初一", 1901, "1901-02-19"),
  ])
  func dayOfALunarYear(text: String, year: Int, expected: String) throws {
    #expect(try Self.lunar(text).day(ofYear: year) == day(expected))
  }

  @Test(arguments: [
    ("八月十五", 2026, "2026-09-25"), ("腊月三十", 2027, "2027-02-05"),
    ("腊月初八", 2022, "2022-01-10 2022-12-30"), ("腊月初八", 2023, ""),
    ("冬月二十", 2026, "2026-01-08 2026-12-28"), ("冬月二十", 2028, ""),
    ("腊月廿九", 2101, "2101-01-28"), ("正月初一", 1900, ""), ("正月初一", .max, ""), ("正月初一", .min, ""),
  ])
  func occurrencesInACivilYear(text: String, year: Int, expected: String) throws {
    #expect(try Self.lunar(text).occurrences(in: year) == days(expected))
  }

  @Test(arguments: [
    (LeapDay.feb28, 2027, "2027-02-28"), (.mar1, 2027, "2027-03-01"), (.skip, 2027, ""),
    (.feb28, 2028, "2028-02-29"), (.mar1, 2028, "2028-02-29"), (.skip, 2028, "2028-02-29"),
    (.feb28, 2100, "2100-02-28"), (.feb28, 2200, ""), (.mar1, .max, ""), (.feb28, .min, ""),
  ])
  func bornOnTheLeapDay(leapDay: LeapDay, year: Int, expected: String) throws {
    let birthday = try Birthday(isLunar: false, year: 1992, month: 2, day: 29)
    #expect(birthday.occurrences(in: year, leapDay: leapDay) == days(expected))
  }

  @Test(
    arguments: [
      (false, 1985, 13, false, 1, .noSuchDate), (false, 1995, 2, false, 29, .noSuchDate),
      (false, nil, 2, false, 30, .noSuchDate), (false, nil, 2, false, 29, nil),
      (false, 1992, 2, false, 29, nil), (false, nil, 4, false, 31, .noSuchDate),
      (false, nil, 4, true, 1, .noSuchDate), (false, 1899, 4, false, 1, .outsideTable),
      (false, .max, 4, false, 1, .outsideTable), (true, 2001, 6, false, 30, .lunarDayMissing),
      (true, 2003, 4, true, 8, .lunarLeapMonthMissing), (true, 1987, 6, true, 3, nil),
      (true, 2025, 6, true, 30, .lunarDayMissing), (true, nil, 7, false, 30, nil),
      (true, nil, 12, false, 30, nil), (true, nil, 4, true, 30, nil),
      (true, nil, 1, true, 1, .lunarLeapMonthMissing), (true, nil, 8, false, 31, .noSuchDate),
      (true, 2001, 13, false, 1, .noSuchDate), (true, 2001, 1, false, 0, .noSuchDate),
      (true, 1900, 1, false, 1, .outsideTable), (true, .min, 1, false, 1, .outsideTable),
    ] as [(Bool, Int?, Int, Bool, Int, BirthdayProblem?)])
  func onlyRealDatesAreBirthdays(
    isLunar: Bool, year: Int?, month: Int, isLeapMonth: Bool, day: Int, problem: BirthdayProblem?
  ) {
    let result = Result { () throws(BirthdayProblem) in
      try Birthday(isLunar: isLunar, year: year, month: month, isLeapMonth: isLeapMonth, day: day)
    }
    switch result {
    case .success: #expect(problem == nil)
    case .failure(let found): #expect(found == problem)
    }
  }

  @Test func text() throws {
    #expect(try Self.lunar("八月十五").description == "农历八月十五")
    #expect(try Self.lunar("闰六月初三", year: 1987).description == "农历1987年闰六月初三")
    #expect(try Self.lunar("腊月三十").monthAndDay?.description == "腊月三十")
    let solar = try Birthday(isLunar: false, year: nil, month: 3, day: 5)
    #expect(solar.description == "3月5日")
    #expect(solar.monthAndDay == nil)
    #expect(
      try Birthday(isLunar: false, year: 1992, month: 2, day: 29).description == "1992-02-29")
  }
}
