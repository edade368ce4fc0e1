import Core
import Testing
import Values

/// Today is Thursday 2026-11-05 in every case.
@Suite struct DayReaderTests {
  private static func reader(_ lean: DayReader.Lean) throws -> DayReader {
    DayReader(today: try #require(Day(year: 2026, month: 11, day: 5)), lean: lean)
  }

  @Test(arguments: [
    ("2026-11-12", "2026-11-12"), ("1900-01-01", "1900-01-01"), ("2199-12-31", "2199-12-31"),
    ("2024-02-29", "2024-02-29"), ("２０２６－１１－１２", "2026-11-12"), (" 2026-11-12 ", "2026-11-12"),
    ("2026/11/12", "2026-11-12"), ("2026.11.12", "2026-11-12"), ("2026。11。12", "2026-11-12"),
    ("2026年11月12日", "2026-11-12"), ("2026年1月2号", "2026-01-02"), ("20261112", "2026-11-12"),
    ("2026-1-2", "2026-01-02"), ("26年11月12日", "2026-11-12"), ("12/25/2026", "2026-12-25"),
    ("今天", "2026-11-05"), ("昨天", "2026-11-04"), ("前天", "2026-11-03"), ("大前天", "2026-11-02"),
    ("明天", "2026-11-06"), ("后天", "2026-11-07"), ("大后天", "2026-11-08"), ("today", "2026-11-05"),
    ("Yesterday", "2026-11-04"), ("tomorrow", "2026-11-06"),
    ("本周四", "2026-11-05"), ("本周三", "2026-11-04"), ("周四", "2026-11-05"),
    ("下周三", "2026-11-11"), ("上周三", "2026-10-28"), ("下星期一", "2026-11-09"),
    ("上周日", "2026-11-01"), ("周末", "2026-11-07"), ("下周末", "2026-11-14"), ("月底", "2026-11-30"),
    ("下月底", "2026-12-31"), ("下月5号", "2026-12-05"), ("本月25日", "2026-11-25"),
    ("上个月5号", "2026-10-05"), ("下月31号", "2026-12-31"), ("5号", "2026-11-05"), ("五号", "2026-11-05"),
    ("+3天", "2026-11-08"), ("-2天", "2026-11-03"), ("+1周", "2026-11-12"),
    ("+60日", "2027-01-04"), ("+3d", "2026-11-08"), ("-1w", "2026-10-29"), ("＋３天", "2026-11-08"),
    ("三天后", "2026-11-08"), ("十天以后", "2026-11-15"), ("一周后", "2026-11-12"),
    ("两个星期后", "2026-11-19"), ("三个月后", "2027-02-05"), ("三天前", "2026-11-02"),
    ("下个周三", "2026-11-11"), ("下个星期一", "2026-11-09"), ("这个周五", "2026-11-06"),
    ("下下周三", "2026-11-18"), ("上上周三", "2026-10-21"), ("月末", "2026-11-30"),
    ("半个月后", "2026-11-20"), ("半月前", "2026-10-21"),
  ])
  func day(_ written: String, is expected: String) throws {
    for lean in [DayReader.Lean.plan, .record, .present] {
      #expect(try Self.reader(lean).day(written).description == expected)
    }
  }

  @Test(arguments: [
    ("11-25", "2026-11-25", "2025-11-25"), ("11/25", "2026-11-25", "2025-11-25"),
    ("11月25日", "2026-11-25", "2025-11-25"), ("１１－２５", "2026-11-25", "2025-11-25"),
    ("1-5", "2027-01-05", "2026-01-05"), ("11-5", "2026-11-05", "2026-11-05"),
    ("25号", "2026-11-25", "2026-10-25"), ("31号", "2026-12-31", "2026-10-31"),
    ("二十五号", "2026-11-25", "2026-10-25"), ("4号", "2026-12-04", "2026-11-04"),
    ("周三", "2026-11-11", "2026-11-04"), ("周五", "2026-11-06", "2026-10-30"),
  ])
  func leaning(_ written: String, plan: String, record: String) throws {
    #expect(try Self.reader(.plan).day(written).description == plan)
    #expect(try Self.reader(.record).day(written).description == record)
  }

  @Test func theWeekendItselfIsTheWeekend() throws {
    for (today, expected) in [("2026-11-07", "2026-11-07"), ("2026-11-08", "2026-11-08")] {
      let reader = DayReader(today: try #require(Day(iso: today)), lean: .plan)
      #expect(try reader.day("周末").description == expected)
    }
    let last = DayReader(today: try #require(Day(iso: "2026-11-30")), lean: .plan)
    #expect(try last.day("月底").description == "2026-11-30")
  }

  @Test(arguments: [
    ("2026-02-29", TimeFault.noSuchDay("2026-02-29", month: 2, days: 28)),
    ("2-29", .noSuchDay("2027-02-29", month: 2, days: 28)),
    ("2026-04-31", .noSuchDay("2026-04-31", month: 4, days: 30)),
    ("2026年4月31日", .noSuchDay("2026-04-31", month: 4, days: 30)),
    ("2026-13-04", .noSuchDay("2026-13-04", month: 13, days: 0)),
    ("2026-00-10", .noSuchDay("2026-00-10", month: 0, days: 0)),
    ("10000-01-01", .yearOutside("10000")), ("1899-12-31", .yearOutside("1899")),
    ("2200-01-01", .yearOutside("2200")),
    ("99999999999999999999-01-01", .yearOutside("99999999999999999999")),
    ("03/04/25", .ambiguousDay("03/04/25")), ("3.4.25", .ambiguousDay("3.4.25")),
    ("03-04-25", .ambiguousDay("03-04-25")), ("3/4/2025", .ambiguousDay("3/4/2025")),
    ("+99999999999999999999天", .dayOutside("+99999999999999999999天")),
    ("+999999天", .dayOutside("+999999天")), ("-999999周", .dayOutside("-999999周")),
    ("", .unreadableDay("")), ("大后年", .unreadableDay("大后年")), ("周八", .unreadableDay("周八")),
    ("+天", .unreadableDay("+天")), ("next tuesday", .unreadableDay("next tuesday")),
    ("45972", .unreadableDay("45972")), ("2026-11/05", .unreadableDay("2026-11/05")),
    ("32号", .unreadableDay("32号")), ("2-30", .unreadableDay("2-30")),
    ("٢٠٢٦-١١-٠٥", .unreadableDay("٢٠٢٦-١١-٠٥")),
  ])
  func refuses(_ written: String, with fault: TimeFault) throws {
    #expect(throws: fault) { try Self.reader(.plan).day(written) }
  }

  @Test(arguments: [
    ("2026-11-05 09:00", "2026-11-05 09:00"), ("明天 9:05", "2026-11-06 09:05"),
    ("下周三", "2026-11-11"), ("11-25　１５：３０", "2026-11-25 15:30"),
    ("2026-11-05 24:00", "2026-11-05 24:00"), ("明天下午4点", "2026-11-06 16:00"),
    ("明天 下午 4点", "2026-11-06 16:00"), ("周五 14:30", "2026-11-06 14:30"),
    ("周五14:30", "2026-11-06 14:30"), ("下周三16点半", "2026-11-11 16:30"),
    ("11月25日下午四点", "2026-11-25 16:00"), ("11-25下午4点", "2026-11-25 16:00"),
    ("三天后十点", "2026-11-08 10:00"), ("25号晚上8点半", "2026-11-25 20:30"),
    ("周五晚8点", "2026-11-06 20:00"), ("周五早9点", "2026-11-06 09:00"),
    ("下个周三 下午3点", "2026-11-11 15:00"), ("月末16点半", "2026-11-30 16:30"),
    ("明晚8点", "2026-11-06 20:00"), ("今早９点半", "2026-11-05 09:30"), ("明早 8:30", "2026-11-06 08:30"),
  ])
  func moment(_ written: String, is expected: String) throws {
    #expect(try Self.reader(.plan).moment(written).description == expected)
  }

  @Test(arguments: [
    ("2026-11-05 25:00", TimeFault.unreadableTime("25:00")),
    ("2026-11-05 9", .unreadableTime("9")),
    ("2026-11-05 09:00 10:00", .unreadableMoment("2026-11-05 09:00 10:00")),
    ("09:00", .unreadableDay("09:00")), ("", .unreadableMoment("")),
    ("明天下午", .noHour("明天下午")), ("下周三 上午", .noHour("上午")),
    ("11-2516:00", .unreadableDay("11-2516:00")),
  ])
  func refusesMoment(_ written: String, with fault: TimeFault) throws {
    #expect(throws: fault) { try Self.reader(.plan).moment(written) }
  }
}

@Suite struct TimeTextTests {
  @Test(arguments: [
    ("16:00", "16:00"), ("9:05", "09:05"), ("24:00", "24:00"), ("１６：００", "16:00"),
    ("16点", "16:00"), ("16点半", "16:30"), ("16点一刻", "16:15"), ("9点05分", "09:05"),
    ("下午4点", "16:00"), ("下午 4:30", "16:30"), ("下午四点", "16:00"), ("晚上8点半", "20:30"),
    ("中午12点", "12:00"), ("中午1点", "13:00"), ("上午9点", "09:00"), ("早上8点", "08:00"),
    ("凌晨1点", "01:00"), ("晚上12点", "24:00"), ("16时30分", "16:30"), ("下午16点", "16:00"),
  ])
  func time(_ written: String, is expected: String) throws {
    #expect(try readTime(written).description == expected)
  }

  @Test(arguments: [
    "", "25:00", "9", "25点", "下午0点", "晚上3点", "4点60分", "点", "4点半半", "下午25:00", "4pm",
  ])
  func refusesTime(_ written: String) {
    #expect(throws: TimeFault.unreadableTime(written)) { try readTime(written) }
  }

  @Test(arguments: [
    ("19:00-20:00", "19:00-20:00"), ("19-20", "19:00-20:00"), ("9-11:30", "09:00-11:30"),
    ("10:00～11:30", "10:00-11:30"), ("10:00 至 11:30", "10:00-11:30"),
    ("下午4点到下午6点", "16:00-18:00"), ("下午4点到6点半", "16:00-18:30"), ("晚上7点～8点", "19:00-20:00"),
    ("中午11点-1点", "11:00-13:00"), ("晚上11点到12点", "23:00-24:00"), ("１９：００～２０：００", "19:00-20:00"),
  ])
  func hours(_ written: String, is expected: String) throws {
    #expect(try readHours(written).description == expected)
  }

  @Test(arguments: ["下午", "早上", "晚上"])
  func aPartOfTheDayIsNoHour(_ written: String) {
    #expect(throws: TimeFault.noHour(written)) { try readTime(written) }
  }

  @Test(arguments: ["19", "25-26", "a-b", "", "1-2-3"])
  func refusesHours(_ written: String) {
    #expect(throws: TimeFault.unreadableHours(written)) { try readHours(written) }
  }

  @Test(arguments: ["20-19", "19-19", "下午4点到3点", "上午9点到8点"])
  func refusesReversedHours(_ written: String) {
    #expect(throws: TimeFault.reversedHours(written)) { try readHours(written) }
  }
}

/// What a file may hold, and what it may not.
@Suite struct WrittenDayTests {
  @Test(
    arguments: [
      ("2025-03-05", "2025-03-05", nil), ("2025/3/5", "2025-03-05", .normalised),
      ("45721", "2025-03-05", .normalised), ("45721.75", "2025-03-05", .normalised),
      ("2025/3/5 12:19:00", "2025-03-05", .normalised), ("25.7.5", "2025-07-05", .twoDigitYear),
    ] as [(String, String, Repair?)])
  func isRead(_ text: String, _ day: String, _ repair: Repair?) throws {
    let written = try WrittenDay(text)
    #expect(written.day.description == day)
    #expect(written.repair == repair)
  }

  @Test(arguments: [
    ("3月5日", TimeFault.noYear("3月5日")), ("今天", .unreadableDay("今天")), ("60", .unreadableDay("60")),
    ("+3天", .unreadableDay("+3天")), ("2025-02-29", .noSuchDay("2025-02-29", month: 2, days: 28)),
  ])
  func isRefused(_ text: String, _ fault: TimeFault) {
    #expect(throws: fault) { try WrittenDay(text) }
  }

  @Test func noSpreadsheetWritesByHand() {
    #expect(throws: TimeFault.unreadableDay("45721")) { try WrittenDay("45721", from: .typed) }
  }
}
