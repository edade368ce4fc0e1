/// A year of the Chinese lunar calendar (农历), 1901–2100; it begins on 春节, in January or February
/// of the civil year of the same number.
package struct LunarYear: Hashable, Sendable {
  /// The years that the embedded table has.
  package static let all = 1901...2100

  /// The Gregorian year in which the lunar year begins.
  package let number: Int
  private let packed: UInt32

  /// Nil outside 1901…2100.
  package init?(_ number: Int) {
    guard LunarYear.all ~= number else { return nil }
    self.number = number
    self.packed = packedYears[number - LunarYear.all.lowerBound]
  }

  /// The month (1…12) that has a leap month (闰月) behind it, or nil in a year of twelve months.
  package var leapMonth: Int? {
    let month = Int(packed >> 13 & 0xF)
    return month == 0 ? nil : month
  }

  /// 春节, the first day of its first month.
  package var firstDay: Day {
    // Years since 1900 and the leap days among them; 1900 had none, 2000 did.
    let newYear = (number - 1900) * 365 + (number - 1901) / 4
    return Day.first + (newYear + Int(packed >> 17))
  }

  /// 12 or 13.
  var monthCount: Int { leapMonth == nil ? 12 : 13 }

  /// Days of that month, 29 or 30; nil if the year has no such month.
  package func days(in month: Int, isLeapMonth: Bool = false) -> Int? {
    position(of: month, isLeapMonth: isLeapMonth).map(days(at:))
  }
}

// MARK: - Months by their position in the year, the leap month included

extension LunarYear {
  /// 0 for 正月, up to 11, or 12 in a year with a leap month.
  func position(of month: Int, isLeapMonth: Bool) -> Int? {
    guard 1...12 ~= month, !isLeapMonth || month == leapMonth else { return nil }
    let isBehindLeapMonth = isLeapMonth || month > leapMonth ?? 12
    return isBehindLeapMonth ? month : month - 1
  }

  func month(at position: Int) -> (month: Int, isLeapMonth: Bool) {
    guard let leapMonth, position >= leapMonth else { return (position + 1, false) }
    return (position, position == leapMonth)
  }

  func days(at position: Int) -> Int { 29 + Int(packed >> UInt32(position) & 1) }

  /// Days of the year before the month at that position (0…13).
  func daysBefore(_ position: Int) -> Int {
    29 * position + (packed & (1 << UInt32(position) - 1)).nonzeroBitCount
  }
}

/// One number a year from 1901, eight years a line, made from the Hong Kong Observatory's
/// conversion tables (the file lunar-1901-2100.csv among the tests' fixtures). In 2057, 2089 and 2097
/// one new moon each lies within a minute or two of midnight; the observatory's day stands here.
///
/// | bits | meaning |
/// |---|---|
/// | 0–12 | one a month in the order of the year, 正月 lowest, a leap month in its place: set for 30 days |
/// | 13–16 | the month that has a leap month behind it, 0 for none |
/// | 17–22 | days from 1 January to 春节, 20…51 |
///
/// 2025 is 0x38CEA5: 28 days (29 January), leap month 6, and 0b0_1110_1010_0101, read from the right:
/// 正月 30 days, 二月 29, 三月 30, 四月 and 五月 29, 六月 30, 闰六月 29, and so on.
private let packedYears: [UInt32] = [
  0x620752, 0x4C0EA5, 0x38B64A, 0x5C064B, 0x440A9B, 0x309556, 0x56056A, 0x400B59,  // 1901
  0x2A5752, 0x500752, 0x3ADB25, 0x600B25, 0x480A4B, 0x32B4AB, 0x5802AD, 0x42056B,  // 1909
  0x2C4B69, 0x520DA9, 0x3EFD92, 0x640E92, 0x4C0D25, 0x36BA4D, 0x5C0A56, 0x4602B6,  // 1917
  0x2E95B5, 0x5606D4, 0x400EA9, 0x2C5E92, 0x500E92, 0x3ACD26, 0x5E052B, 0x480A57,  // 1925
  0x32B2B6, 0x580B5A, 0x4406D4, 0x2E6EC9, 0x520749, 0x3CF693, 0x620A93, 0x4C052B,  // 1933
  0x34CA5B, 0x5A0AAD, 0x46056A, 0x309B55, 0x560BA4, 0x400B49, 0x2A5A93, 0x500A95,  // 1941
  0x38F52D, 0x5E0536, 0x480AAD, 0x34B5AA, 0x5805B2, 0x420DA5, 0x2E7D4A, 0x540D4A,  // 1949
  0x3D0A95, 0x600A97, 0x4C0556, 0x36CAB5, 0x5A0AD5, 0x4606D2, 0x308EA5, 0x560EA5,  // 1957
  0x40064A, 0x286C97, 0x4E0A9B, 0x3AF55A, 0x5E056A, 0x480B69, 0x34B752, 0x5A0B52,  // 1965
  0x420B25, 0x2C964B, 0x520A4B, 0x3D14AB, 0x6002AD, 0x4A056D, 0x36CB69, 0x5C0DA9,  // 1973
  0x460D92, 0x309D25, 0x560D25, 0x415A4D, 0x640A56, 0x4E02B6, 0x38C5B5, 0x5E06D5,  // 1981
  0x480EA9, 0x34BE92, 0x5A0E92, 0x440D26, 0x2C6A56, 0x500A57, 0x3D14D6, 0x62035A,  // 1989
  0x4A06D5, 0x36B6C9, 0x5C0749, 0x460693, 0x2E952B, 0x54052B, 0x3E0A5B, 0x2A555A,  // 1997
  0x4E056A, 0x38FB55, 0x600BA4, 0x4A0B49, 0x32BA93, 0x580A95, 0x42052D, 0x2C8AAD,  // 2005
  0x500AB5, 0x3D35AA, 0x6205D2, 0x4C0DA5, 0x36DD4A, 0x5C0D4A, 0x460C95, 0x30952E,  // 2013
  0x540556, 0x3E0AB5, 0x2A55B2, 0x5006D2, 0x38CEA5, 0x5E0725, 0x48064B, 0x32AC97,  // 2021
  0x560CAB, 0x42055A, 0x2C6AD6, 0x520B69, 0x3D7752, 0x620B52, 0x4C0B25, 0x36DA4B,  // 2029
  0x5A0A4B, 0x4404AB, 0x2EA55B, 0x5405AD, 0x3E0B6A, 0x2A5B52, 0x500D92, 0x3AFD25,  // 2037
  0x5E0D25, 0x480A55, 0x32B4AD, 0x5804B6, 0x4005B5, 0x2C6DAA, 0x520EC9, 0x3F1E92,  // 2045
  0x620E92, 0x4C0D26, 0x36CA56, 0x5A0A57, 0x440556, 0x2E86D5, 0x540755, 0x400749,  // 2053
  0x286E93, 0x4E0693, 0x38F52B, 0x5E052B, 0x460A5B, 0x32B55A, 0x58056A, 0x420B65,  // 2061
  0x2C974A, 0x520B4A, 0x3D1A95, 0x620A95, 0x4A052D, 0x34CAAD, 0x5A0AB5, 0x4605AA,  // 2069
  0x2E8BA5, 0x540DA5, 0x400D4A, 0x2A7C95, 0x4E0C96, 0x38F94E, 0x5E0556, 0x480AB5,  // 2077
  0x32B5B2, 0x5806D2, 0x420EA5, 0x2E8E4A, 0x50068B, 0x3B0C97, 0x6004AB, 0x4A055B,  // 2085
  0x34CAD6, 0x5A0B6A, 0x460752, 0x309725, 0x540B45, 0x3E0A8B, 0x28549B, 0x4E04AB,  // 2093
]
