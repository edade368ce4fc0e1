/// A distance in the calendar: months first, clamped to the month's end (Civil Code art. 202), then
/// days, then working days, then clock hours. `1m-3d` from 2026-11-30 is 2026-12-27.
package struct Offset: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// Calendar months, negative for earlier ones.
  package var months: Int
  /// Civil days, negative for earlier ones.
  package var days: Int
  /// Days of the work calendar that are worked, negative for earlier ones; the day itself is not
  /// counted (art. 201): one after a Friday is a Monday's.
  package var workdays: Int
  /// Clock hours, 0 where whole days are meant.
  package var hours: Int

  /// A distance of months, then days, then working days, then hours.
  package init(months: Int = 0, days: Int = 0, workdays: Int = 0, hours: Int = 0) {
    self.months = months
    self.days = days
    self.workdays = workdays
    self.hours = hours
  }

  /// Whole days.
  package init(integerLiteral days: Int) { self.init(days: days) }

  /// The day itself.
  package static let zero = Offset()

  /// Days alone, nil where it has anything else.
  package var plainDays: Int? { months == 0 && workdays == 0 && hours == 0 ? days : nil }

  /// Working days alone, nil where it has anything else.
  package var plainWorkdays: Int? { months == 0 && days == 0 && hours == 0 ? workdays : nil }

  /// Roughly how many days: enough to compare two offsets of one rule.
  package var roughDays: Int { months * 30 + days + workdays + workdays / 5 * 2 + hours / 24 }

  /// The distance of both, part by part.
  package static func + (a: Offset, b: Offset) -> Offset {
    Offset(
      months: a.months + b.months, days: a.days + b.days, workdays: a.workdays + b.workdays,
      hours: a.hours + b.hours)
  }

  /// The same distance the other way.
  package static prefix func - (offset: Offset) -> Offset {
    Offset(
      months: -offset.months, days: -offset.days, workdays: -offset.workdays,
      hours: -offset.hours)
  }
}

extension Day {
  /// The day at that distance, stopping at the ends of the calendar. Hours count as whole days,
  /// rounded up.
  package func adding(_ offset: Offset, _ calendar: WorkCalendar) -> Day {
    let month = offset.months == 0 ? self : adding(months: offset.months)
    let day = (month ?? (offset.months < 0 ? .first : .last)) + offset.days
    let hours = offset.hours + (offset.hours < 0 ? -23 : 23)
    return calendar.day(day, after: offset.workdays) + hours / 24
  }
}

extension WorkCalendar {
  /// The workday that so many workdays after `day` brings, or before it where the number is negative;
  /// `day` itself for 0.
  fileprivate func day(_ day: Day, after workdays: Int) -> Day {
    var day = day
    for _ in 0..<abs(workdays) {
      let next = workdays > 0 ? workday(after: day) : workday(before: day)
      guard let next else { return workdays > 0 ? .last : .first }
      day = next
    }
    return day
  }
}

extension Moment {
  /// The moment at that distance. Clock hours count from the minute; from a day without a time they
  /// are whole days that end at 24:00 (72 hours from 2026-11-06 15:00: 2026-11-09 15:00).
  package func adding(_ offset: Offset, _ calendar: WorkCalendar) -> Moment {
    guard offset.hours != 0, let time else { return Moment(day.adding(offset, calendar)) }
    let minutes = Int(time.minute) + offset.hours * 60
    var days = offset
    days.hours = 0
    let start = day.adding(days, calendar)
    return Moment(start + minutes / 1440, TimeOfDay(minute: minutes % 1440))
  }
}

extension Offset: CustomStringConvertible {
  /// As a policy file writes it: `3`, `-1m`, `1m-3d`, `3wd`, `72h`.
  package var description: String {
    if let plainDays { return "\(plainDays)" }
    let parts = [(months, "m"), (days, "d"), (workdays, "wd"), (hours, "h")].filter { $0.0 != 0 }
    return parts.enumerated().map { index, part in
      (index > 0 && part.0 > 0 ? "+" : "") + "\(part.0)\(part.1)"
    }.joined()
  }
}
