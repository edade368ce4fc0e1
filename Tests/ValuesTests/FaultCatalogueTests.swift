import Core
import Testing
import Values

/// Every sentence about a value, in both languages, as the command line and a file say it.
@Suite struct FaultCatalogueTests {
  @Test(
    arguments: [
      (
        .time(.noSuchDay("2026-02-29", month: 2, days: 28)), "没有 2026-02-29 这一天；该月只有 28 天",
        "there is no 2026-02-29; that month has 28 days"
      ),
      (
        .time(.noSuchDay("2026-13-01", month: 13, days: 0)), "没有 2026-13-01 这一天；没有 13 月",
        "there is no 2026-13-01; there is no month 13"
      ),
      (
        .time(.yearOutside("10000")), "年份 10000 超出范围；可用 1900 到 2199 年",
        "the year 10000 is out of range; years from 1900 to 2199"
      ),
      (
        .time(.dayOutside("+999999天")), "“+999999天”超出日历；可用 1900 到 2199 年",
        "\"+999999天\" is outside the calendar; years from 1900 to 2199"
      ),
      (
        .time(.ambiguousDay("03/04/25")), "“03/04/25”分不清年月日；写成 2026-11-05",
        "\"03/04/25\" may mean several days; write 2026-11-05"
      ),
      (
        .time(.noYear("3月5日")), "“3月5日”没有年份；写成 2026-11-05",
        "\"3月5日\" has no year; write 2026-11-05"
      ),
      (
        .time(.unreadableDay("改天")), "“改天”不是日期；写成 2026-11-05、11-05、今天、昨天、下周三 或 +3天",
        "\"改天\" is not a day; write 2026-11-05, 11-05, today, yesterday, 下周三 or +3d"
      ),
      (
        .time(.unreadableMoment("x y z w")), "“x y z w”不是时间；写成 2026-11-05 或“2026-11-05 09:00”",
        "\"x y z w\" is not a moment; write 2026-11-05 or \"2026-11-05 09:00\""
      ),
      (
        .time(.unreadableTime("25:00")), "“25:00”不是钟点；写成 09:30，到 24:00 为止",
        "\"25:00\" is not a time of day; write 09:30, up to 24:00"
      ),
      (
        .time(.noHour("明天上午")), "“明天上午”没有说几点；写成 上午10点 或 10:00",
        "\"明天上午\" says no hour; write 上午10点 or 10:00"
      ),
      (
        .time(.nightHour("明天4点半")), "“明天4点半”是凌晨；写成 下午4点半 或 16:30；确是凌晨加 --yes",
        "\"明天4点半\" is at night; write 16:30; if it is meant, add --yes"
      ),
      (
        .time(.unreadableHours("19")), "“19”不是时段；写成 19:00-20:00 或 19-20",
        "\"19\" is not a stretch of hours; write 19:00-20:00 or 19-20"
      ),
      (
        .time(.reversedHours("20-19")), "“20-19”的结束不晚于开始；过夜的分成两段",
        "\"20-19\" ends before it begins; split what passes midnight"
      ),
      (.name(.blank), "姓名是空的", "the name is blank"),
      (.name(.tooLong(limit: 100)), "太长；最多 100 字", "is too long; at most 100 characters"),
      (
        .name(.hidden("U+202E")), "含有看不见的字符 U+202E；去掉后再试",
        "holds the invisible character U+202E; remove it and try again"
      ),
      (
        .unknownWord("认构", nearest: Bilingual("认购", "reservation"), choices: []),
        "不认识“认构”；是否“认购”？", "\"认构\" is not known; did you mean \"reservation\"?"
      ),
      (
        .unknownWord(
          "路过", nearest: nil, choices: [Bilingual("来电", "call_in"), Bilingual("来访", "visit")]),
        "不认识“路过”；可写 来电 来访", "\"路过\" is not known; one of call_in, visit"
      ),
      (
        .notANumber("-1", least: 0, most: 366), "“-1”不合要求；应为 0 到 366 的整数",
        "\"-1\" does not fit; a whole number from 0 to 366"
      ),
    ] as [(ValueFault, String, String)])
  func typed(_ fault: ValueFault, zh: String, en: String) {
    #expect(fault.words(at: .typed).sentence == Bilingual(zh, en))
  }

  @Test func aFileIsNotAdvisedToSayTomorrow() {
    let words = ValueFault.time(.unreadableDay("明天")).words(at: .file)
    #expect(
      words.sentence
        == Bilingual("“明天”不是日期；写成 2026-11-05", "\"明天\" is not a day; write 2026-11-05"))
  }

  @Test(
    arguments: [
      (
        .noDigits, "“x”不是电话号码；手机 13800000001，座机 0571-88889999",
        "\"x\" is not a phone number; mobile 13800000001, landline 0571-88889999"
      ),
      (.masked, "“x”被星号遮住；填完整号码", "\"x\" is masked by asterisks; give the whole number"),
      (
        .digits(10), "“x”有 10 位数字；手机应为 11 位，如 13800000001",
        "\"x\" has 10 digits; a mobile has 11, as 13800000001"
      ),
      (
        .digits(11), "“x”不是手机号，也不是带区号的座机；核对号码",
        "\"x\" is neither a mobile nor a landline with area code; check the number"
      ),
      (
        .noAreaCode, "“x”是缺区号的座机；写成 0571-88889999",
        "\"x\" is a landline without area code; write 0571-88889999"
      ),
      (
        .otherText, "“x”夹着别的字；只留号码，别的写进备注",
        "\"x\" has other text beside the number; leave the number alone, put the rest into the note"
      ),
      (
        .spreadsheet, "“x”被表格软件丢了位数；把该列设为文本后重新录入",
        "\"x\" lost digits in a spreadsheet; format the column as text and enter it again"
      ),
      (
        .several, "“x”像是两个号码；分开写，每个号码一个 --phone",
        "\"x\" looks like two numbers; give them apart, one --phone for each"
      ),
    ] as [(PhoneFault, String, String)])
  func phone(_ fault: PhoneFault, zh: String, en: String) {
    #expect(ValueFault.phone("x", fault).words(at: .file).sentence == Bilingual(zh, en))
  }

  @Test(
    arguments: [
      (
        .birthday(.unreadable("x")), "“x”不是生日；写成 1990-05-01、05-01 或 农历八月十五",
        "\"x\" is not a birthday; write 1990-05-01, 05-01 or 农历八月十五"
      ),
      (
        .birthday(.lunarDayMissing("x")), "“x”那个农历月只有 29 天；核对日子",
        "\"x\" is in a lunar month of 29 days; check the day"
      ),
      (
        .birthday(.lunarLeapMonthMissing("x")), "“x”那一年没有这个闰月；核对年份，或去掉闰字",
        "\"x\" is in a leap month that the lunar year has not; check the year, or leave 闰 out"
      ),
      (
        .birthday(.calendarConflict("x")), "“x”与生日类型矛盾；改成农历，或改写生日",
        "\"x\" contradicts the calendar that is given for it; say 农历, or write the birthday otherwise"
      ),
      (
        .amount(.unreadable("x")), "“x”不是数字或范围；写成 105-125 或 450-480万",
        "\"x\" is no number or range; write 105-125 or 450-480万"
      ),
      (
        .amount(.reversed("x")), "“x”前大后小；小的写在前面",
        "\"x\" ends before it begins; write the smaller number first"
      ),
      (
        .amount(.outside("x")), "“x”不像面积或预算；核对数字和单位",
        "\"x\" is no area or budget of a home; check the number and its unit"
      ),
    ] as [(ValueFault, String, String)])
  func birthdaysAndAmounts(_ fault: ValueFault, zh: String, en: String) {
    #expect(fault.words(at: .file).sentence == Bilingual(zh, en))
  }
}
