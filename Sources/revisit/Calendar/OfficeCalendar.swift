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
  func calendar() throws -> OfficeCalendar {
    let own = try store.officeDays()
    return OfficeCalendar(
      work: WorkCalendar(
        years: YearFile.embedded() + own.years, company: own.company, restDays: own.restDays),
      leaves: own.leaves, imported: Set(own.years.map(\.year)))
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
