import Core
import Testing

@testable import revisit

/// Today is Thursday 2026-11-05 in every case.
@Suite struct DayReaderTests {
  let reader: DayReader

  init() throws {
    reader = DayReader(today: try #require(Day(year: 2026, month: 11, day: 5)))
  }

  @Test(arguments: [
    ("2026-11-12", "2026-11-12"), ("1900-01-01", "1900-01-01"), ("2199-12-31", "2199-12-31"),
    ("2024-02-29", "2024-02-29"), ("11-25", "2026-11-25"), ("1-5", "2026-01-05"),
    ("２０２６－１１－１２", "2026-11-12"), (" 2026-11-12 ", "2026-11-12"),
    ("今天", "2026-11-05"), ("昨天", "2026-11-04"), ("前天", "2026-11-03"),
    ("明天", "2026-11-06"), ("后天", "2026-11-07"), ("today", "2026-11-05"),
    ("Yesterday", "2026-11-04"), ("tomorrow", "2026-11-06"),
    ("周一", "2026-11-02"), ("周三", "2026-11-04"), ("本周四", "2026-11-05"),
    ("周日", "2026-11-08"), ("星期天", "2026-11-08"), ("礼拜六", "2026-11-07"),
    ("下周三", "2026-11-11"), ("上周三", "2026-10-28"), ("下星期一", "2026-11-09"),
    ("上周日", "2026-11-01"),
    ("+3天", "2026-11-08"), ("-2天", "2026-11-03"), ("+1周", "2026-11-12"),
    ("+60日", "2027-01-04"), ("+3d", "2026-11-08"), ("-1w", "2026-10-29"), ("＋３天", "2026-11-08"),
  ])
  func day(_ written: String, is expected: String) throws {
    #expect(try reader.day(written).description == expected)
  }

  @Test(arguments: [
    ("2026-02-29", TimeFault.noSuchDay("2026-02-29", month: 2, days: 28)),
    ("2-29", .noSuchDay("2026-02-29", month: 2, days: 28)),
    ("2026-04-31", .noSuchDay("2026-04-31", month: 4, days: 30)),
    ("2026-13-04", .noSuchDay("2026-13-04", month: 13, days: 0)),
    ("2026-00-10", .noSuchDay("2026-00-10", month: 0, days: 0)),
    ("10000-01-01", .yearOutside("10000")), ("1899-12-31", .yearOutside("1899")),
    ("2200-01-01", .yearOutside("2200")),
    ("99999999999999999999-01-01", .yearOutside("99999999999999999999")),
    ("03/04/25", .ambiguousDay("03/04/25")), ("3.4.25", .ambiguousDay("3.4.25")),
    ("03-04-25", .ambiguousDay("03-04-25")),
    ("+99999999999999999999天", .dayOutside("+99999999999999999999天")),
    ("+999999天", .dayOutside("+999999天")), ("-999999周", .dayOutside("-999999周")),
    ("", .unreadableDay("")), ("大后年", .unreadableDay("大后年")), ("周八", .unreadableDay("周八")),
    ("+天", .unreadableDay("+天")), ("2026/11/05", .unreadableDay("2026/11/05")),
    ("20261105", .unreadableDay("20261105")), ("next tuesday", .unreadableDay("next tuesday")),
    ("٢٠٢٦-١١-٠٥", .unreadableDay("٢٠٢٦-١١-٠٥")),
  ])
  func refuses(_ written: String, with fault: TimeFault) {
    #expect(throws: fault) { try reader.day(written) }
  }

  @Test(arguments: [
    ("2026-11-05 09:00", "2026-11-05 09:00"), ("明天 9:05", "2026-11-06 09:05"),
    ("下周三", "2026-11-11"), ("11-25　１５：３０", "2026-11-25 15:30"),
    ("2026-11-05 24:00", "2026-11-05 24:00"),
  ])
  func moment(_ written: String, is expected: String) throws {
    #expect(try reader.moment(written).description == expected)
  }

  @Test(arguments: [
    ("2026-11-05 25:00", TimeFault.unreadableTime("25:00")),
    ("2026-11-05 9", .unreadableTime("9")),
    ("2026-11-05 09:00 10:00", .unreadableMoment("2026-11-05 09:00 10:00")),
    ("09:00", .unreadableDay("09:00")), ("", .unreadableMoment("")),
  ])
  func refusesMoment(_ written: String, with fault: TimeFault) {
    #expect(throws: fault) { try reader.moment(written) }
  }

  @Test(arguments: [
    ("19:00-20:00", "19:00-20:00"), ("19-20", "19:00-20:00"), ("9-11:30", "09:00-11:30"),
  ])
  func hours(_ written: String, is expected: String) throws {
    #expect(try readHours(written).description == expected)
  }

  @Test(arguments: ["20-19", "19-19", "19", "25-26", "a-b", "", "1-2-3"])
  func refusesHours(_ written: String) {
    #expect(throws: TimeFault.unreadableHours(written)) { try readHours(written) }
  }
}

@Suite struct ClockTests {
  @Test(arguments: [
    (0, "1970-01-01 08:00"), (-28_800, "1970-01-01 00:00"), (-28_801, "1969-12-31 23:59"),
    (1_793_808_000, "2026-11-05 00:00"), (1_793_894_399, "2026-11-05 23:59"),
  ])
  func officeTime(_ seconds: Int, is expected: String) {
    #expect(Clock.moment(epochSeconds: seconds)?.description == expected)
  }

  @Test(arguments: [Int.max, Int.min, 253_402_300_800, -9_999_999_999])
  func outsideTheCalendar(_ seconds: Int) {
    #expect(Clock.moment(epochSeconds: seconds) == nil)
  }
}
