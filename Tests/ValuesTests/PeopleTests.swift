import Core
import Testing
import Values

@Suite struct PhoneTextTests {
  @Test(
    arguments: [
      ("13800000001", ["13800000001"], nil),
      ("138 0000 0001", ["13800000001"], .normalised),
      ("１３８０００００００１", ["13800000001"], .normalised),
      ("+86 13800000001", ["13800000001"], .normalised),
      ("+86-138-0000-0001", ["13800000001"], .normalised),
      ("(+86)13800000001", ["13800000001"], .normalised),
      ("008613800000001", ["13800000001"], .normalised),
      ("86-13800000001", ["13800000001"], .normalised),
      ("013800000001", ["13800000001"], .normalised),
      ("13800000001.0", ["13800000001"], .normalised),
      ("\u{202D}13800000001\u{202C}", ["13800000001"], .normalised),
      ("13800000001/13800000001", ["13800000001"], .normalised),
      ("010-56603127", ["01056603127"], .landline),
      ("(028)84499517", ["02884499517"], .landline),
      ("（０２８）84499517", ["02884499517"], .landline),
      ("0571 8888 9999", ["057188889999"], .landline),
      ("+86 571 8888 9999", ["057188889999"], .landline),
      ("0086 0571 88889999", ["057188889999"], .landline),
      ("0311-8888999", ["03118888999"], .landline),
      ("+852 9123 4567", ["0085291234567"], .foreign),
      ("0085291234567", ["0085291234567"], .foreign),
      ("13800000001,13900000002", ["13800000001", "13900000002"], .several),
      ("13800000001 或 13900000002", ["13800000001", "13900000002"], .several),
      ("13800000001 13900000002", ["13800000001", "13900000002"], .several),
      ("13800000001、010-56603127", ["13800000001", "01056603127"], .several),
    ] as [(String, [String], Repair?)])
  func isRead(text: String, numbers: [String], repair: Repair?) throws {
    let phone = try PhoneText(text)
    #expect(phone.numbers == numbers)
    #expect(phone.repair == repair)
  }

  @Test(arguments: [
    "0571-88889999-801", "0571-88889999转801", "0571 88889999 分机：801", "0571-88889999 ext. 801",
    "0571-88889999#801", "０５７１－８８８８９９９９－８０１",
  ])
  func extensionsStandBehindTheNumber(text: String) throws {
    #expect(try PhoneText(text).numbers == ["057188889999-801"])
    #expect(try readPhone(text) == "057188889999-801")
  }

  @Test func whatIsStoredIsReadAgain() throws {
    for number in ["02821918567-123456", "4008001234-8", "03118888999-66"] {
      #expect(try readPhone(number) == number)
      #expect(isLandline(number))
    }
  }

  @Test(
    arguments: [
      ("", .noDigits), ("1.38E+10", .spreadsheet), ("1.56591e+10", .spreadsheet),
      ("1E10", .spreadsheet), ("未留", .noDigits), ("-", .noDigits), ("/", .noDigits),
      ("151****9221", .masked), ("1812364215", .digits(10)), ("12800000001", .digits(11)),
      ("138000000011", .digits(12)), ("88889999", .noAreaCode), ("0571-12345678", .digits(12)),
      ("13800000001(老公)", .otherText), ("+852 123", .digits(6)), ("13800000001,1390", .digits(4)),
      ("13800000001转2", .otherText), (String(repeating: "1", count: 5000), .digits(5000)),
      ("+" + String(repeating: "9", count: 16), .digits(16)),
    ] as [(String, PhoneFault)])
  func isRefused(text: String, fault: PhoneFault) {
    #expect(throws: fault) { try PhoneText(text) }
  }

  @Test func oneNumberIsOne() throws {
    #expect(throws: PhoneFault.several) { try readPhone("13800000001,13900000002") }
    #expect(try readPhone("138 0000 0001") == "13800000001")
  }
}

/// Today is 2026-03-05.
@Suite struct BirthdayTextTests {
  static func read(
    _ text: String, _ calendar: BirthdayCalendar? = nil, from door: Door = .typed
  ) throws -> BirthdayText {
    let today = try #require(Day(iso: "2026-03-05"))
    return try BirthdayText(text, calendar: calendar, today: today, from: door)
  }

  @Test(
    arguments: [
      ("1990-05-01", nil, "1990-05-01", nil), ("1990/5/1", nil, "1990-05-01", .normalised),
      ("5-1", nil, "5月1日", nil), ("05-01", nil, "5月1日", nil), ("5月1日", nil, "5月1日", nil),
      ("1990年5月1日", nil, "1990-05-01", .normalised), ("85.3.5", nil, "1985-03-05", .twoDigitYear),
      ("农历八月十五", nil, "农历八月十五", nil), ("农历闰六月初一", nil, "农历闰六月初一", nil),
      ("农历1990年闰五月初三", nil, "农历1990年闰五月初三", nil), ("阴历8月15日", nil, "农历八月十五", nil),
      ("八月十五", nil, "农历八月十五", .calendarInferred), ("八月十五", .lunar, "农历八月十五", nil),
      ("8-15", .lunar, "农历八月十五", nil), ("公历1990-05-01", nil, "1990-05-01", nil),
      ("１９９０－０５－０１", nil, "1990-05-01", .normalised),
    ] as [(String, BirthdayCalendar?, String, Repair?)])
  func isRead(
    _ text: String, _ calendar: BirthdayCalendar?, _ birthday: String, _ repair: Repair?
  ) throws {
    let written = try Self.read(text, calendar)
    #expect(written.birthday.description == birthday)
    #expect(written.repair == repair)
  }

  @Test(
    arguments: [
      ("2003年闰四月初八", .lunar, .lunarLeapMonthMissing("2003年闰四月初八")),
      ("2001年六月三十", .lunar, .lunarDayMissing("2001年六月三十")),
      ("八月十五", .solar, .calendarConflict("八月十五")),
      ("农历八月十五", .solar, .calendarConflict("农历八月十五")),
      ("1990-02-30", nil, .time(.noSuchDay("1990-02-30", month: 2, days: 28))),
      ("2月30日", nil, .unreadable("2月30日")), ("03/04/85", nil, .time(.ambiguousDay("03/04/85"))),
      ("2026-03-06", nil, .time(.future("2026-03-06", now: "2026-03-05"))),
      ("农历", nil, .unreadable("农历")), ("明天", nil, .unreadable("明天")),
      ("37302", nil, .unreadable("37302")),
    ] as [(String, BirthdayCalendar?, BirthdayFault)])
  func isRefused(_ text: String, _ calendar: BirthdayCalendar?, _ fault: BirthdayFault) {
    #expect(throws: fault) { try Self.read(text, calendar) }
  }

  @Test func serialNumbersStandInFiles() throws {
    #expect(try Self.read("37302", from: .file).birthday.description == "2002-02-15")
  }
}

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("王芳", "王芳"), (" 王芳\u{A0}", "王芳"), ("王\u{200B}芳", "王芳"), ("𠮷田", "𠮷田"),
    ("阿卜杜拉·买买提", "阿卜杜拉·买买提"), ("\u{FEFF}王芳", "王芳"),
  ])
  func name(_ text: String, is expected: String) throws {
    #expect(try readName(text) == expected)
  }

  @Test(arguments: [
    ("", NameFault.blank), ("\u{3000}\u{200B}", .blank), ("王\u{202E}芳", .hidden("U+202E")),
    ("王\n芳", .hidden("U+000A")), ("王\u{1B}[31m", .hidden("U+001B")),
    (String(repeating: "王", count: 101), .tooLong(limit: 100)),
    ("王" + String(repeating: "\u{301}", count: 5000), .tooLong(limit: 100)),
  ])
  func nameIsRefused(_ text: String, _ fault: NameFault) {
    #expect(throws: fault) { try readName(text) }
  }

  @Test func linesKeepTheirEnds() throws {
    #expect(try readLines(" 上午来电\r\n下午到访\r", limit: 100) == "上午来电\n下午到访")
    #expect(try readLines("👨‍👩‍👧", limit: 1) == "👨‍👩‍👧")
    #expect(throws: NameFault.hidden("U+0007")) { try readLines("a\u{7}", limit: 9) }
    #expect(throws: NameFault.hidden("U+2067")) { try readLines("a\u{2067}b", limit: 9) }
  }

  @Test func whatIsShownIsHarmlessAndShort() {
    #expect(printable("王\u{1B}[31m\u{202E}\n芳") == "王\\u{1B}[31m\\u{202E}\\n芳")
    #expect(printable(String(repeating: "王", count: 81)) == String(repeating: "王", count: 80) + "…")
    #expect(printable("a" + String(repeating: "\u{301}", count: 9999)).utf8.count < 4000)
  }
}
