import Core
import Values

/// How `every` is written as a word: a number with its unit, or a name.
///
/// | written | means |
/// |---|---|
/// | `3d` `3天` `每3天` | every 3 days |
/// | `2w` `1周` `每周` | every so many times 7 days |
/// | `1m` `3个月` `每月` `季度` `半年` | months, on the anchor's day of the month |
/// | `1y` `1年` `每年` | years, 29 February as 28 February |
/// | `半月` | 15 days |
/// | `half_months` | the 1st and the 15th |
/// | `half_month_ends` | the 15th and the month's last day |
/// | `month_ends` | the last day of each month |
enum Interval {
  static let days = 1...3660
  static let weeks = 1...520
  static let months = 1...120
  static let years = 1...10

  /// Nil where nothing of the table is written; throws where the number is none of its unit.
  static func read(_ text: String) throws(ValueFault) -> Cadence? {
    let text = halfWidth(text)
    if let named = named(text) { return named }
    let bare = text.hasPrefix("每") ? String(text.dropFirst()) : text
    let digits = bare.prefix { $0.isASCII && $0.isNumber }
    let unit = bare.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty || text.hasPrefix("每"), let unit = Unit(unit) else { return nil }
    return unit.cadence(digits.isEmpty ? 1 : try readNumber(String(digits), in: unit.range))
  }

  private static func named(_ text: String) -> Cadence? {
    switch text {
    case "半月", "每半月": .days(15)
    case "季度", "每季度": .months(3)
    case "半年", "每半年": .months(6)
    case "half_months": .halfMonths
    case "half_month_ends": .halfMonthEnds
    case "month_ends", "月末": .monthEnds(1)
    default: nil
    }
  }

  private enum Unit {
    case day, week, month, year

    init?(_ text: Substring) {
      switch text {
      case "d", "天", "日": self = .day
      case "w", "周": self = .week
      case "m", "个月", "月": self = .month
      case "y", "年": self = .year
      default: return nil
      }
    }

    var range: ClosedRange<Int> {
      switch self {
      case .day: Interval.days
      case .week: Interval.weeks
      case .month: Interval.months
      case .year: Interval.years
      }
    }

    func cadence(_ number: Int) -> Cadence {
      switch self {
      case .day: .days(number)
      case .week: .days(7 * number)
      case .month: .months(number)
      case .year: .years(number, leapDay: .feb28)
      }
    }
  }
}
