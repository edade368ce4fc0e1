import Core
import Values

// Stretches of days. `place` is the option or argument that names one.

extension Session {
  /// A week, a month, a quarter or a year.
  func period(_ text: String, at place: String) throws(Failure) -> ClosedRange<Day> {
    try stretch(text, at: place, PeriodReader.period)
  }

  /// This week without a text.
  func week(_ text: String?, at place: String) throws(Failure) -> ClosedRange<Day> {
    guard let text else { return today.isoWeek.days }
    return try stretch(text, at: place, PeriodReader.week)
  }

  /// This half month without a text.
  func halfMonth(_ text: String?, at place: String) throws(Failure) -> ClosedRange<Day> {
    guard let text else { return today.halfMonth }
    return try stretch(text, at: place, PeriodReader.halfMonth)
  }

  /// This month without a text.
  func month(_ text: String?, at place: String) throws(Failure) -> ClosedRange<Day> {
    guard let text else { return today.startOfMonth...today.endOfMonth }
    return try stretch(text, at: place, PeriodReader.month)
  }

  func quarter(_ text: String, at place: String) throws(Failure) -> ClosedRange<Day> {
    try stretch(text, at: place, PeriodReader.quarter)
  }

  private func stretch(
    _ text: String, at place: String,
    _ read: (PeriodReader) -> (String) throws(TimeFault) -> ClosedRange<Day>
  ) throws(Failure) -> ClosedRange<Day> {
    do { return try read(PeriodReader(today: today))(text) } catch {
      throw .value(place, .time(error))
    }
  }
}
