import Core
import Glibc

/// The clock on the wall of the office.
enum Clock {
  /// Minutes by which the office's civil time is ahead of UTC: China has kept UTC+8 without
  /// summer time since 1992.
  static let officeOffset = 480

  /// Read once, where the program begins.
  static func now() throws(Failure) -> Moment {
    var time = timespec()
    guard clock_gettime(CLOCK_REALTIME, &time) == 0, let now = moment(epochSeconds: time.tv_sec)
    else { throw .system(.clock) }
    return now
  }

  /// The office's civil day and minute at that number of seconds after 1970-01-01T00:00Z, or nil
  /// outside the calendar.
  static func moment(epochSeconds: Int, offset: Int = officeOffset) -> Moment? {
    // Far outside the calendar, and far from overflow.
    guard (-1 << 40)...(1 << 40) ~= epochSeconds else { return nil }
    let seconds = epochSeconds + offset * 60
    let inDay = ((seconds % 86_400) + 86_400) % 86_400
    guard let day = Day(number: (seconds - inDay) / 86_400),
      let time = TimeOfDay(minute: inDay / 60)
    else { return nil }
    return Moment(day, time)
  }
}
