/// A time of day in minutes, 00:00 … 24:00. 24:00 is the end of the day (Civil Code art. 203).
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// 0 … 1440.
  package let minute: Int16

  /// 00:00, the start of a day.
  package static let midnight = TimeOfDay(unchecked: 0)
  /// 24:00, the end of a day (Civil Code art. 203).
  package static let endOfDay = TimeOfDay(unchecked: 1440)

  private init(unchecked minute: Int16) { self.minute = minute }

  /// Nil unless the minute of the day is 0 … 1440.
  package init?(minute: Int) {
    guard 0...1440 ~= minute else { return nil }
    self.minute = Int16(minute)
  }

  /// Nil unless it is a time on a clock, 24:00 included.
  package init?(hour: Int, minute: Int) {
    guard 0...24 ~= hour, 0...59 ~= minute, hour < 24 || minute == 0 else { return nil }
    self.minute = Int16(hour * 60 + minute)
  }

  package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minute < b.minute }
}

extension TimeOfDay: CustomStringConvertible {
  /// `09:05`.
  package var description: String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Reads `9:05` or `09:05`, up to `24:00`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].utf8.count, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }
}

/// A stretch of one day, both ends included: `10:00–11:30`.
package struct TimeRange: Hashable, Sendable {
  /// When it begins.
  package let from: TimeOfDay
  /// When it ends; that minute belongs to it.
  package let to: TimeOfDay

  /// Nil where the end is not after the beginning.
  package init?(from: TimeOfDay, to: TimeOfDay) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// Whether the time lies within it, both ends included.
  package func contains(_ time: TimeOfDay) -> Bool { from <= time && time <= to }
}

extension TimeRange: CustomStringConvertible {
  package var description: String { "\(from)-\(to)" }
}

/// A day, and the time of day where one is known.
///
/// As "now" (`--as-of`), a day alone means the whole day: its contacts count, its hours are
/// not yet late. As a deadline, a day alone means its 24:00.
package struct Moment: Hashable, Sendable {
  /// The civil day of the office.
  package let day: Day
  /// The minute of the day; nil where only the day is known.
  package let time: TimeOfDay?

  /// A day, with its minute where that is known.
  package init(_ day: Day, _ time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// Whether `self` comes before `other` for certain: on an earlier day, or on the same day when
  /// both have times and this one is earlier.
  package func isSurelyBefore(_ other: Moment) -> Bool {
    if day != other.day { return day < other.day }
    guard let time, let otherTime = other.time else { return false }
    return time < otherTime
  }

  /// Whether this deadline has passed when `now` is the present.
  package func hasPassed(at now: Moment) -> Bool { isSurelyBefore(now) }
}

extension Moment: CustomStringConvertible {
  /// `2026-11-05` or `2026-11-05 09:00`.
  package var description: String { time.map { "\(day) \($0)" } ?? "\(day)" }
}
