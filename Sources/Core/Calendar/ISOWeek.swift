/// A week of ISO 8601, Monday to Sunday. It belongs to the year of its Thursday: 2027-01-01 lies
/// in 2026-W53.
///
/// Weeks that touch the calendar exist: 1900-W01 … 2200-W01, the last cut off on 2199-12-31.
package struct ISOWeek: Hashable, Comparable, Sendable {
  /// The ISO year: that of the week's Thursday (ISO 8601).
  package let year: Int
  /// 1 … 52 or 53.
  package let number: Int
  /// The day on which the week begins.
  package let monday: Day

  fileprivate init(unchecked year: Int, _ number: Int, monday: Day) {
    self.year = year
    self.number = number
    self.monday = monday
  }

  /// The week of that number, or nil if the year has no such week.
  package init?(year: Int, number: Int) {
    guard 1900...2200 ~= year, 1...ISOWeek.count(in: year) ~= number else { return nil }
    // 28 December always lies in the last week of its year.
    let eve = year == 1900 ? Day.first : Day(year: year - 1, month: 12, day: 28)?.nextMonday
    guard let monday = eve?.adding(7 * (number - 1)) else { return nil }
    self.init(unchecked: year, number, monday: monday)
  }

  /// From Monday to its last day.
  package var days: ClosedRange<Day> { monday...sunday }

  /// Its last day; 2199-12-31 in 2200-W01.
  package var sunday: Day { monday + 6 }

  /// Whether its number is odd (单周).
  package var isOdd: Bool { number % 2 == 1 }

  /// The week `weeks` later (earlier if negative), or nil outside the calendar.
  package func adding(_ weeks: Int) -> ISOWeek? {
    let (days, overflow) = weeks.multipliedReportingOverflow(by: 7)
    return overflow ? nil : monday.adding(days)?.isoWeek
  }

  /// Weeks in an ISO year, which is after year 0: 53 if it ends on a Thursday, or if the year before
  /// it ended on a Wednesday; else 52.
  package static func count(in year: Int) -> Int {
    // Sunday 0: each year ends a weekday later than the one before it, a leap year two.
    func end(of year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return end(of: year) == 4 || end(of: year - 1) == 3 ? 53 : 52
  }

  package static func < (a: ISOWeek, b: ISOWeek) -> Bool { a.monday < b.monday }
}

extension Day {
  /// The Monday of this day's ISO week.
  package var monday: Day { self - daysAfterMonday }

  fileprivate var nextMonday: Day { monday + 7 }

  /// The ISO week, Monday to Sunday, that holds the day.
  package var isoWeek: ISOWeek {
    let monday = monday
    // The calendar ends before the Thursday of its last week.
    guard let thursday = monday.adding(3) else {
      return ISOWeek(unchecked: 2200, 1, monday: monday)
    }
    let year = thursday.year
    let dayOfYear = Day(year: year, month: 1, day: 1).map { thursday - $0 } ?? 0
    return ISOWeek(unchecked: year, dayOfYear / 7 + 1, monday: monday)
  }
}

// MARK: - Text

extension ISOWeek: CustomStringConvertible {
  /// `2026-W05`.
  package var description: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }

  /// Reads `2026-W05` and nothing else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let digits = [0, 1, 2, 3, 6, 7]
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[$0] })
    else { return nil }
    let values = digits.map { Int(bytes[$0] - UInt8(ascii: "0")) }
    let year = values[..<4].reduce(0) { $0 * 10 + $1 }
    self.init(year: year, number: values[4] * 10 + values[5])
  }
}
