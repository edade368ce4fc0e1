import Core
import Intake
import Testing

/// One cell in an otherwise sound row: what comes of it.
private func cell(_ header: String, _ value: String, _ more: [(String, String)] = []) throws
  -> Outcome
{
  let writer = CSVWriter(neutralisesFormulas: false)
  let base = [("姓名", "王芳"), ("手机号", "13800000001"), ("来源", "来访"), ("日期", "2026-01-02")]
  let cells = [(header, value)] + more
  let rest = base.filter { pair in !cells.contains { $0.0 == pair.0 } }
  let all = cells + rest
  return try read(writer.row(all.map(\.0)) + writer.row(all.map(\.1)))
}

/// The codes of the row, errors first.
private func codes(_ outcome: Outcome) -> [String] {
  let problems =
    outcome.refusals.flatMap { $0.errors + $0.warnings } + outcome.rows.flatMap(\.warnings)
  return problems.map(\.code.rawValue)
}

@Suite struct DayTests {
  @Test(arguments: [
    ("2025-03-05", "2025-03-05", []),
    ("2025-3-5", "2025-03-05", ["date_normalised"]),
    ("2025/3/5", "2025-03-05", ["date_normalised"]),
    ("2025.3.5", "2025-03-05", ["date_normalised"]),
    ("2025年3月5日", "2025-03-05", ["date_normalised"]),
    ("2025年03月05号", "2025-03-05", ["date_normalised"]),
    ("20250305", "2025-03-05", ["date_normalised"]),
    ("２０２５／３／５", "2025-03-05", ["date_normalised"]),
    ("2025/3/5 12:19:00", "2025-03-05", ["date_normalised"]),
    ("2025-03-05T09:30", "2025-03-05", ["date_normalised"]),
    (" 2025-03-05", "2025-03-05", ["date_normalised"]),
    ("45721", "2025-03-05", ["date_normalised"]),
    ("45721.75", "2025-03-05", ["date_normalised"]),
    ("12/25/2025", "2025-12-25", ["date_normalised"]),
    ("25/12/2025", "2025-12-25", ["date_normalised"]),
    ("3/3/2025", "2025-03-03", ["date_normalised"]),
    ("25.7.5", "2025-07-05", ["date_two_digit_year"]),
    ("25/12/31", "2025-12-31", ["date_two_digit_year"]),
    ("25年7月5日", "2025-07-05", ["date_two_digit_year"]),
    ("2024-02-29", "2024-02-29", []),
  ]) func isRead(text: String, day: String, codes expected: [String]) throws {
    let outcome = try cell("日期", text)
    #expect(outcome.rows.first?.firstDay?.description == day)
    #expect(codes(outcome) == expected)
  }

  @Test(arguments: [
    ("", "date_blank"), ("\u{3000}", "date_blank"),
    ("03/04/25", "date_ambiguous"), ("3/4/2025", "date_ambiguous"), ("3/4/25", "date_ambiguous"),
    ("3月5日", "date_no_year"), ("3/5", "date_no_year"), ("3-5", "date_no_year"),
    ("2月30日", "date_invalid"), ("2025-02-29", "date_invalid"), ("2025-04-31", "date_invalid"),
    ("2025/13/1", "date_invalid"), ("1899-12-31", "date_invalid"), ("2200-01-01", "date_invalid"),
    ("10000-01-01", "date_invalid"), ("60", "date_invalid"), ("2025", "date_invalid"),
    ("250305", "date_invalid"), ("2025年3月", "date_invalid"), ("待定", "date_invalid"),
    ("2025-03/05", "date_invalid"), ("2025--05", "date_invalid"),
    ("2025-03-05 25:00", "date_invalid"),
    ("99999999999999999999", "date_invalid"), ("2025-03-05-06", "date_invalid"),
    ("109999", "date_invalid"), ("45721.", "date_invalid"), ("2026-03-06", "date_future"),
    ("85.3.5", "date_future"),
  ]) func isRefused(text: String, code: String) throws {
    let outcome = try cell("日期", text)
    #expect(outcome.rows.isEmpty)
    #expect(codes(outcome) == [code])
  }

  @Test func theDayItselfHasComeAndADeliveryNeedNot() throws {
    #expect(try cell("日期", "2026-03-05").rows.count == 1)
    #expect(try cell("交房日期", "2027-06-06").rows.first?.delivery?.description == "2027-06-06")
    #expect(try codes(cell("签约日期", "2027-06-06")) == ["date_future"])
  }
}

@Suite struct BirthdayTextTests {
  @Test(
    arguments: [
      ("1963-07-10", "公历", "1963-07-10", []),
      ("1963-07-10", "", "1963-07-10", []),
      ("9月18日", "公历", "9月18日", []),
      ("2月29日", "公历", "2月29日", []),
      ("1998/12/16", "阳历", "1998-12-16", ["enum_alias", "date_normalised"]),
      ("37302", "公历", "2002-02-15", ["date_normalised"]),
      ("85.3.5", "公历", "1985-03-05", ["date_two_digit_year"]),
      ("05.7.5", "公历", "2005-07-05", ["date_two_digit_year"]),
      ("1993年二月初一", "农历", "农历1993年二月初一", []),
      ("1993年二月初一", "", "农历1993年二月初一", ["calendar_inferred"]),
      ("农历1993年二月初一", "", "农历1993年二月初一", []),
      ("七月三十", "农历", "农历七月三十", []),
      ("冬月廿一", "农历", "农历冬月廿一", []),
      ("1957年闰八月十六", "农历", "农历1957年闰八月十六", []),
      ("1993-02-01", "农历", "农历1993年二月初一", []),
      ("1986-02-30", "农历", "农历1986年二月三十", []),
      ("8月15日", "农历", "农历八月十五", []),
    ] as [(String, String, String, [String])])
  func isRead(text: String, calendar: String, birthday: String, codes expected: [String]) throws {
    let outcome = try cell("生日", text, [("生日类型", calendar)])
    #expect(outcome.rows.first?.profile.birthday?.description == birthday)
    #expect(codes(outcome) == expected)
  }

  /// A side matter: the customer comes in, and what was written stands in the note.
  @Test(arguments: [
    ("2003年闰四月初八", "农历"), ("2001年六月三十", "农历"), ("1993年二月初一", "公历"),
    ("农历八月十五", "公历"), ("1990-02-30", "公历"), ("2月30日", "公历"),
    ("1900-02-29", "公历"), ("1985/13/1", "公历"), ("2026-03-06", "公历"),
    ("2026年三月初三", "农历"), ("1900年八月十五", "农历"), ("八月", "农历"), ("闰", "农历"),
    ("年", "农历"), ("03/04/85", "公历"), ("5月5日", "道历"), ("60", "公历"),
  ]) func isKeptAsANote(text: String, calendar: String) throws {
    let outcome = try cell("生日", text, [("生日类型", calendar)])
    #expect(outcome.refusals.isEmpty && outcome.rows.count == 1)
    #expect(outcome.rows.first?.profile.birthday == nil)
    #expect(outcome.rows.first?.profile.note == "生日：\(calendar) \(text)")
    #expect(codes(outcome) == ["kept_as_note"])
  }
}

@Suite struct AmountTests {
  @Test(
    arguments: [
      ("意向面积", "78", 78...78, true), ("意向面积", "105-125", 105...125, true),
      ("意向面积", "125㎡", 125...125, false), ("意向面积", "约118平方", 118...118, false),
      ("意向面积", "118到138平", 118...138, false), ("意向面积", "105—125平米", 105...125, false),
      ("意向面积", "168~178 m²", 168...178, false), ("意向面积", "89.5", 89...90, false),
      ("意向面积", "90平米左右", 90...90, false), ("意向面积", "100m2-120m2", 100...120, false),
      ("预算", "450万", 4_500_000...4_500_000, true),
      ("预算", "450-480万", 4_500_000...4_800_000, true),
      ("预算", "3700000", 3_700_000...3_700_000, false),
      ("预算", "3,700,000元", 3_700_000...3_700_000, false),
      ("预算", "320.0-350.0万元", 3_200_000...3_500_000, false),
      ("预算", "300w", 3_000_000...3_000_000, false),
      ("预算", "1.5亿", 150_000_000...150_000_000, false),
      ("预算", "300", 3_000_000...3_000_000, false),
      ("预算", "300万-350万", 3_000_000...3_500_000, false),
      ("预算", "４５０万", 4_500_000...4_500_000, false),
    ] as [(String, String, ClosedRange<Int>, Bool)])
  func isRead(header: String, text: String, range: ClosedRange<Int>, isPlain: Bool) throws {
    let outcome = try cell(header, text)
    let profile = outcome.rows.first?.profile
    #expect((header == "预算" ? profile?.budget : profile?.area) == range)
    #expect(codes(outcome) == (isPlain ? [] : ["number_normalised"]))
  }

  @Test(arguments: [
    "0", "-5", "125-105", "大", "1-2-3", "12a", "99999999999999999999", "1.", ".5", "100001", "1e3",
  ]) func areaIsRefused(text: String) throws {
    #expect(try codes(cell("意向面积", text)) == ["kept_as_note"])
  }

  @Test(arguments: ["面议", "0万", "万", "999999999999万", "99999999999999亿", "300万以上"])
  func budgetIsRefused(text: String) throws {
    #expect(try codes(cell("预算", text)) == ["kept_as_note"])
  }
}

@Suite struct TextTests {
  @Test(arguments: [
    ("姓名", "王芳", []), ("姓名", "阿卜杜拉·买买提", []), ("姓名", "𠮷田", []),
    ("姓名", " 王芳\u{A0}", ["trimmed"]), ("姓名", "王\u{200B}芳", ["trimmed"]),
    ("姓名", "", ["name_blank"]), ("姓名", "\u{3000}\u{200B}", ["name_blank"]),
    ("姓名", "王\u{1B}[31m芳", ["control_character"]), ("姓名", "王\u{202E}芳", ["control_character"]),
    ("姓名", "王\n芳", ["control_character"]), ("姓名", "傅先生", ["title_only_name"]),
    ("姓名", String(repeating: "王", count: 100), []),
    ("姓名", String(repeating: "王", count: 101), ["too_long"]),
    ("姓名", String(repeating: "王", count: 300_000), ["too_long"]),
    ("姓名", "=cmd|' /C calc'!A0", ["formula_like"]),
    ("备注", "上午来电\r\n下午到访", []), ("备注", "👨‍👩‍👧", []), ("备注", "=1+1", ["formula_like"]),
    ("备注", "'=1+1", ["formula_like"]), ("备注", "a\u{7}", ["control_character"]),
    ("备注", "a\u{2067}b", ["control_character"]), ("关注点", "地铁\t", ["trimmed"]),
    ("性别", "女士", ["enum_alias"]), ("性别", "男 ", ["enum_alias"]), ("性别", "?", ["enum_invalid"]),
    ("来源", "来访\t", ["trimmed"]), ("来源", "上门", ["enum_alias"]), ("来源", "visit", ["enum_alias"]),
    ("来源", "", ["enum_blank"]), ("来源", "路过", ["enum_invalid"]),
    ("级别", "", []), ("级别", "A", []), ("级别", " A", ["trimmed"]), ("级别", "Ａ", ["enum_alias"]),
    ("级别", "A级", ["enum_alias"]), ("级别", "a", ["enum_alias"]), ("级别", "重点", ["enum_invalid"]),
    ("标签", "重点、VIP", []), ("标签", "重点,神秘", ["enum_invalid"]),
  ]) func isJudged(header: String, text: String, expected: [String]) throws {
    #expect(try codes(cell(header, text)) == expected)
  }

  @Test func whatIsKept() throws {
    let note = try cell("备注", " 上午来电\r\n下午到访 ").rows.first?.profile.note
    #expect(note == "上午来电\n下午到访")
    #expect(try cell("备注", "'=1+1").rows.first?.profile.note == "=1+1")
    #expect(try cell("姓名", "王\u{200B}芳 ").rows.first?.profile.name == "王芳")
    #expect(try cell("标签", "重点/VIP，重点").rows.first?.tags == [.key, .vip])
    #expect(try cell("来源", "客资", [("日期", "")]).rows.first?.source == .leadList)
  }

  @Test func theExtensionOfALandlineIsPartOfTheNumber() throws {
    let row = try #require(try cell("手机号", "0571-88889999-801", [("备注", "上午来电")]).rows.first)
    #expect(row.profile.phones == ["057188889999-801"])
    #expect(row.profile.note == "上午来电")
    #expect(row.warnings.map(\.code) == [.phoneLandline])
  }

  @Test func valuesInProblemsAreHarmless() throws {
    let refusal = try #require(try cell("姓名", "王\u{1B}[31m\u{202E}\n芳").refusals.first)
    #expect(refusal.errors.first?.value == "王\\u{1B}[31m\\u{202E}\\n芳")
    let long = try #require(try cell("姓名", String(repeating: "王", count: 101)).refusals.first)
    #expect(long.errors.first?.value == String(repeating: "王", count: 80) + "…")
  }
}
