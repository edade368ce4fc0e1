import Core
import Testing
import Values

/// Today is Thursday 2026-11-05 in every case.
@Suite struct PeriodReaderTests {
  private static func reader() throws -> PeriodReader {
    PeriodReader(today: try #require(Day(iso: "2026-11-05")))
  }

  private static func told(_ days: ClosedRange<Day>) -> String {
    "\(days.lowerBound) \(days.upperBound)"
  }

  @Test(arguments: [
    ("2026-W45", "2026-11-02 2026-11-08"), ("２０２６－Ｗ４５", "2026-11-02 2026-11-08"),
    ("2026w45", "2026-11-02 2026-11-08"), ("2026年第45周", "2026-11-02 2026-11-08"),
    ("2026年45周", "2026-11-02 2026-11-08"), ("第４５周", "2026-11-02 2026-11-08"),
    ("本周", "2026-11-02 2026-11-08"), ("上周", "2026-10-26 2026-11-01"),
    ("下星期", "2026-11-09 2026-11-15"), ("2026-11-05", "2026-11-02 2026-11-08"),
    ("昨天", "2026-11-02 2026-11-08"), ("上周三", "2026-10-26 2026-11-01"),
    ("2026-W53", "2026-12-28 2027-01-03"),
  ])
  func week(_ written: String, is expected: String) throws {
    #expect(Self.told(try Self.reader().week(written)) == expected)
  }

  @Test(arguments: [
    ("2026-11", "2026-11-01 2026-11-30"), ("２０２６／２", "2026-02-01 2026-02-28"),
    ("2026年11月", "2026-11-01 2026-11-30"), ("12月", "2026-12-01 2026-12-31"),
    ("十二月", "2026-12-01 2026-12-31"), ("本月", "2026-11-01 2026-11-30"),
    ("上个月", "2026-10-01 2026-10-31"), ("下月", "2026-12-01 2026-12-31"),
    ("2026-11-05", "2026-11-01 2026-11-30"), ("今天", "2026-11-01 2026-11-30"),
  ])
  func month(_ written: String, is expected: String) throws {
    #expect(Self.told(try Self.reader().month(written)) == expected)
  }

  @Test(arguments: [
    ("2026-11a", "2026-11-01 2026-11-15"), ("２０２６－２ｂ", "2026-02-16 2026-02-28"),
    ("2026年11月上半月", "2026-11-01 2026-11-15"), ("11月下", "2026-11-16 2026-11-30"),
    ("下半月", "2026-11-16 2026-11-30"), ("上月下半月", "2026-10-16 2026-10-31"),
    ("昨天", "2026-11-01 2026-11-15"),
  ])
  func halfMonth(_ written: String, is expected: String) throws {
    #expect(Self.told(try Self.reader().halfMonth(written)) == expected)
  }

  @Test(arguments: [
    ("2026-W45", "2026-11-02 2026-11-08"), ("2026年11月", "2026-11-01 2026-11-30"),
    ("２０２６Ｑ４", "2026-10-01 2026-12-31"), ("2026-Q1", "2026-01-01 2026-03-31"),
    ("2026年第四季度", "2026-10-01 2026-12-31"), ("三季度", "2026-07-01 2026-09-30"),
    ("Q2", "2026-04-01 2026-06-30"), ("本季", "2026-10-01 2026-12-31"),
    ("上季度", "2026-07-01 2026-09-30"), ("2026", "2026-01-01 2026-12-31"),
    ("2026年", "2026-01-01 2026-12-31"), ("去年", "2025-01-01 2025-12-31"),
  ])
  func period(_ written: String, is expected: String) throws {
    #expect(Self.told(try Self.reader().period(written)) == expected)
  }

  @Test(arguments: [
    "", "2026-W54", "2026-13", "Q5", "2026Q0", "13月", "1899", "2200", "45周", "周", "第周", "2026-",
    "半月", "2026-11-05", "W", "٢٠٢٦",
  ])
  func refusesPeriod(_ written: String) {
    #expect(throws: TimeFault.unreadablePeriod(written)) { try Self.reader().period(written) }
  }

  @Test(arguments: ["2026-W54", "2026-W00", "2026年第54周", "W", "x"])
  func refusesWeek(_ written: String) {
    #expect(throws: TimeFault.unreadableWeek(written)) { try Self.reader().week(written) }
  }
}

@Suite struct ListedTests {
  @Test(arguments: [
    ("重点，VIP", ["重点", "VIP"]), ("周六、周日", ["周六", "周日"]), ("5, 4 ,,5", ["5", "4", "5"]),
    ("５　４；５", ["5", "4", "5"]), ("a/b|c", ["a", "b", "c"]), ("，、 ", ["，、 "]), ("", [""]),
  ])
  func parts(_ text: String, _ parts: [String]) { #expect(listed(text) == parts) }

  @Test(arguments: [
    ("键＝值", "键", "值"), (" a = b=c ", "a", "b=c"), ("a=", "a", ""),
  ])
  func pairs(_ text: String, _ name: String, _ value: String) throws {
    let found = try #require(pair(text))
    #expect(found.name == name && found.value == value)
  }

  @Test(arguments: ["", "a", "=a", "　＝a"])
  func isNoPair(_ text: String) { #expect(pair(text) == nil) }

  @Test func aNameOfSeveralWordsIsNoList() throws {
    #expect(try readTerms("key person", as: Tag.self) == [.keyPerson])
    #expect(
      try readTerms("按揭, lump_sum、ＶＩＰ，按揭", as: Tag.self) == [.mortgage, .lumpSum, .vip])
  }
}
