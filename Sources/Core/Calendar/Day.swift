/// A civil day of the office's calendar (proleptic Gregorian), from 1900-01-01 to 2199-12-31.
///
/// A `Day` that exists is valid: construction fails for 2026-02-29. It is four bytes of integer,
/// so that a million of them cost nothing, and knows no time zone: the clock is read at the edge.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int32

  /// 1900-01-01, the earliest day that the program knows.
  package static let first = Day(unchecked: -25_567)
  /// 2199-12-31, the latest day that the program knows.
  package static let last = Day(unchecked: 84_005)

  private init(unchecked number: Int32) { self.number = number }

  /// The day with that distance from 1970-01-01, or nil outside 1900…2199.
  package init?(number: Int) {
    guard Int(Day.first.number)...Int(Day.last.number) ~= number else { return nil }
    self.number = Int32(number)
  }

  /// The day of that year (1900…2199), month (1…12) and day of the month, or nil if there is none.
  package init?(year: Int, month: Int, day: Int) {
    guard 1900...2199 ~= year, 1...12 ~= month, day >= 1, day <= Day.days(in: month, of: year)
    else { return nil }
    self.number = Int32(Day.number(year: year, month: month, day: day))
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day `days` later (earlier if negative), or nil outside the calendar.
  package func adding(_ days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    return overflow ? nil : Day(number: sum)
  }

  /// As `adding(_:)`, stopping at the ends of the calendar.
  package static func + (day: Day, days: Int) -> Day {
    day.adding(days) ?? (days < 0 ? .first : .last)
  }

  /// The day so many days earlier; it stays within `first` … `last` as with `+`.
  package static func - (day: Day, days: Int) -> Day { day + -days }

  /// Days from `b` to `a`.
  package static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }
}

// MARK: - Year, month, day

extension Day {
  /// Year, month (1…12) and day of the month (1…31).
  package var civil: (year: Int, month: Int, day: Int) {
    // Count from 1 March of year 0, so that the leap day is the last of its year and
    // months follow one another in the fixed pattern of 153 days every five.
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The Gregorian year, 1900 … 2199.
  package var year: Int { civil.year }

  /// Monday 1 … Sunday 7.
  package var weekday: Weekday {
    Weekday(rawValue: UInt8(daysAfterMonday + 1)) ?? .monday
  }

  var daysAfterMonday: Int {
    let days = (Int(number) + 3) % 7
    return days < 0 ? days + 7 : days
  }

  /// Whether the Gregorian year has 366 days.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in `month` (1…12) of `year`.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// A day of the week in ISO order.
package enum Weekday: UInt8, ClosedTerm {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  package var word: Word {
    switch self {
    case .monday: Word("monday", "周一", "星期一", "礼拜一", "mon")
    case .tuesday: Word("tuesday", "周二", "星期二", "礼拜二", "tue")
    case .wednesday: Word("wednesday", "周三", "星期三", "礼拜三", "wed")
    case .thursday: Word("thursday", "周四", "星期四", "礼拜四", "thu")
    case .friday: Word("friday", "周五", "星期五", "礼拜五", "fri")
    case .saturday: Word("saturday", "周六", "星期六", "礼拜六", "sat")
    case .sunday: Word("sunday", "周日", "周天", "星期日", "星期天", "礼拜日", "礼拜天", "sun")
    }
  }

  /// Monday 1 … Sunday 7.
  package var number: Int { Int(rawValue) }
}

// MARK: - Text

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-11-05`.
  package var description: String {
    let (year, month, day) = civil
    // Byte by byte: lists print days by the hundred thousand.
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func put(_ number: Int, at index: Int) {
        bytes[index] = UInt8(ascii: "0") + UInt8(number / 10 % 10)
        bytes[index + 1] = UInt8(ascii: "0") + UInt8(number % 10)
      }
      put(year / 100, at: 0)
      put(year, at: 2)
      bytes[4] = UInt8(ascii: "-")
      put(month, at: 5)
      bytes[7] = UInt8(ascii: "-")
      put(day, at: 8)
      return 10
    }
  }

  /// Reads `2026-11-05` and nothing else: four, two and two ASCII digits.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
