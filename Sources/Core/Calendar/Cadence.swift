/// A regular series of days counted from an anchor day.
///
/// | case | slots after the anchor |
/// |---|---|
/// | `days(n)` | every n days |
/// | `months(n)` | every n months on the anchor's day of the month, clamped to the month's end, without drift |
/// | `years(n, leapDay)` | every n years; 29 February as `leapDay` says |
/// | `weekdays(days, weeks: n)` | those weekdays in every n-th ISO week, the anchor's week first |
/// | `isoWeeks(odd, days)` | those weekdays in odd (or even) ISO weeks |
/// | `monthEnds(n)` | the last day of every n-th month, the anchor's month first |
/// | `halfMonths` | the 1st and the 15th |
/// | `halfMonthEnds` | the 15th and the month's last day |
package enum Cadence: Hashable, Sendable, Codable {
  case days(Int)
  case months(Int)
  case years(Int, leapDay: LeapDay)
  case weekdays(Set<Weekday>, weeks: Int)
  case isoWeeks(odd: Bool, Set<Weekday>)
  case monthEnds(Int)
  case halfMonths
  case halfMonthEnds
}

/// What becomes of 29 February in a year that has none.
package enum LeapDay: String, Hashable, Sendable, Codable {
  case feb28, mar1, skip
}

extension Cadence {
  /// The `k`-th day (k ≥ 1) of the series strictly after `anchor`, or nil past the calendar's end.
  package func slot(_ k: Int, after anchor: Day) -> Day? {
    switch self {
    case .days(let n): return anchor.adding(k * n)
    default: return nil
    }
  }
}
