import Core
import Intake
import Store

/// The calendar that an office lives by, with where its years come from.
struct OfficeCalendar: Sendable {
  let work: WorkCalendar
  let leaves: [Leave]
  /// Years that the office has imported; the others come with the program.
  let imported: Set<Int>
}

extension Office {
  /// An imported year replaces the one that the program carries.
  ///
  /// - Parameter years: those of the program that are asked for; nil: all.
  func calendar(_ years: ClosedRange<Int>? = nil) throws -> OfficeCalendar {
    let own = try store.officeDays()
    return OfficeCalendar(
      work: WorkCalendar(
        years: YearFile.embedded(years) + own.years, company: own.company, restDays: own.restDays),
      leaves: own.leaves, imported: Set(own.years.map(\.year)))
  }

  /// What policies have to know of the calendar. Each list reads it, and all years together cost a
  /// fortieth of a small list: those far away are read only where a rule counts in them.
  func workCalendar(for reigns: [Reign]) throws -> WorkCalendar {
    let year = session.today.year
    let isNear = !reigns.contains { $0.policy.asksForWorkdays }
    return try calendar(isNear ? year - 1...year + 1 : nil).work
  }
}

extension Session {
  /// Says on stderr which years of those days are not published, where their workdays were asked for.
  func warnOfUnpublished(_ days: ClosedRange<Day>, _ calendar: WorkCalendar) {
    for year in days.lowerBound.year...days.upperBound.year where !calendar.isPublished(year) {
      warn(CalendarMessages.unpublished(year))
    }
  }
}
