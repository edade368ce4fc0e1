/// A stretch of days that a report is about.
package struct Period: Hashable, Sendable {
  /// What such a stretch is called.
  package enum Kind: Hashable, Sendable {
    case day, week, month, quarter, halfYear, range
  }

  /// What it is called.
  package let kind: Kind
  /// Its first and its last day.
  package let days: ClosedRange<Day>

  /// Those days, under that name.
  package init(_ kind: Kind, _ days: ClosedRange<Day>) {
    self.kind = kind
    self.days = days
  }

  /// The period of that kind before it; of a range, as many days.
  package var before: ClosedRange<Day> {
    let last = days.lowerBound - 1
    let first =
      switch kind {
      case .day, .week, .range: last - (days.upperBound - days.lowerBound)
      case .month: last.startOfMonth
      case .quarter: last.quarter.lowerBound
      case .halfYear: days.lowerBound.adding(months: -6) ?? last
      }
    return first...last
  }
}
