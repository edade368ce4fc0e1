/// A distance in the calendar: months first, clamped to the month's end (Civil Code art. 202), then
/// days, then clock hours. `1m-3d` from 2026-11-30 is 2026-12-27.
package struct Offset: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// Calendar months, negative for earlier ones.
  package var months: Int
  /// Civil days, negative for earlier ones.
  package var days: Int
  /// Clock hours, 0 where whole days are meant.
  package var hours: Int

  /// A distance of months, then days, then hours.
  package init(months: Int = 0, days: Int = 0, hours: Int = 0) {
    self.months = months
    self.days = days
    self.hours = hours
  }

  /// Whole days.
  package init(integerLiteral days: Int) { self.init(days: days) }

  /// The day itself.
  package static let zero = Offset()

  /// Days alone, nil where it has months or hours.
  package var plainDays: Int? { months == 0 && hours == 0 ? days : nil }

  /// Roughly how many days: enough to compare two offsets of one rule.
  package var roughDays: Int { months * 30 + days + hours / 24 }

  /// The distance of both, part by part.
  package static func + (a: Offset, b: Offset) -> Offset {
    Offset(months: a.months + b.months, days: a.days + b.days, hours: a.hours + b.hours)
  }
}

extension Day {
  /// The day at that distance, stopping at the ends of the calendar. Hours count as whole days,
  /// rounded up.
  package func adding(_ offset: Offset) -> Day {
    let month = offset.months == 0 ? self : adding(months: offset.months)
    return (month ?? (offset.months < 0 ? .first : .last)) + offset.wholeDays
  }
}

extension Offset {
  fileprivate var wholeDays: Int { days + (hours + 23) / 24 }
}

extension Moment {
  /// The moment at that distance. Clock hours count from the minute; from a day without a time they
  /// are whole days that end at 24:00 (72 hours from 2026-11-06 15:00: 2026-11-09 15:00).
  package func adding(_ offset: Offset) -> Moment {
    guard offset.hours != 0, let time else { return Moment(day.adding(offset)) }
    let minutes = Int(time.minute) + offset.hours * 60
    let start = day.adding(Offset(months: offset.months, days: offset.days))
    return Moment(start + minutes / 1440, TimeOfDay(minute: minutes % 1440))
  }
}

extension Offset: CustomStringConvertible {
  /// As a policy file writes it: `3`, `-1m`, `1m-3d`, `72h`.
  package var description: String {
    if months == 0, hours == 0 { return "\(days)" }
    let parts = [(months, "m"), (days, "d"), (hours, "h")].filter { $0.0 != 0 }
    return parts.enumerated().map { index, part in
      (index > 0 && part.0 > 0 ? "+" : "") + "\(part.0)\(part.1)"
    }.joined()
  }
}
