package import Core
import SQLite

/// What an office has entered of its calendar, in the order of entry.
package struct OfficeDays: Sendable {
  /// Imported years, oldest first.
  package var years: [CalendarYear] = []
  package var company: [CompanyDays] = []
  package var leaves: [Leave] = []
  package var restDays = WorkCalendar.weekend
}

/// What a row of `special_day` is. The numbers are stored.
enum SpecialDayKind: Int {
  case holiday = 1, makeUpWorkday, companyHoliday, companyWorkday, leave
}

extension Store {
  package func officeDays() throws -> OfficeDays {
    try snapshot {
      var days = OfficeDays()
      var statutory: [StatutoryDay] = []
      for row in try specialDays() {
        switch row.kind {
        case .holiday: statutory.append(StatutoryDay(row.days.lowerBound, .holiday, row.name))
        case .makeUpWorkday:
          statutory.append(StatutoryDay(row.days.lowerBound, .makeUpWorkday, row.name))
        case .companyHoliday: days.company.append(CompanyDays(row.days, name: row.name))
        case .companyWorkday:
          days.company.append(CompanyDays(row.days, isHoliday: false, name: row.name))
        case .leave: days.leaves.append(Leave(row.staff ?? 0, row.days, name: row.name))
        }
      }
      days.years = Dictionary(grouping: statutory, by: \.day.year).sorted { $0.key < $1.key }
        .map { CalendarYear($0.key, $0.value) }
      if let text = try office(.restDays) { days.restDays = OfficeDays.restDays(text) }
      return days
    }
  }

  private struct SpecialDay {
    let kind: SpecialDayKind
    let days: ClosedRange<Day>
    let staff: StaffID?
    let name: String
  }

  private func specialDays() throws -> [SpecialDay] {
    try reading { connection in
      try connection.rows(
        text: """
          SELECT kind, from_day, to_day, staff, name FROM special_day
          WHERE \(stands("special_day")) ORDER BY id
          """
      ) { row in
        let from = Moment(day: row.int(1), minute: nil).day
        return SpecialDayKind(rawValue: row.int(0)).map { kind in
          SpecialDay(
            kind: kind, days: from...max(from, Moment(day: row.int(2), minute: nil).day),
            staff: row.optionalInt64(3), name: row.text(4))
        }
      }.compactMap { $0 }
    }
  }
}

extension OfficeDays {
  fileprivate static func restDays(_ text: String) -> TermSet<Weekday> {
    TermSet(text.compactMap { $0.wholeNumberValue.flatMap(Weekday.init(stored:)) })
  }

  fileprivate static func text(_ restDays: TermSet<Weekday>) -> String {
    restDays.elements.map { "\($0.number)" }.joined()
  }
}

// MARK: - Writing

extension Transaction {
  /// Takes a published year. What was imported of that year before no longer counts.
  package func importYear(_ year: CalendarYear) throws {
    guard let first = Day(year: year.year, month: 1, day: 1),
      let last = Day(year: year.year, month: 12, day: 31)
    else { return }
    try connection.run(
      """
      UPDATE special_day SET voided_by = ?1
      WHERE kind IN (?4, ?5) AND from_day BETWEEN ?2 AND ?3 AND voided_by IS NULL
      """, .integer(op), .int(first.number), .int(last.number),
      .int(SpecialDayKind.holiday.rawValue), .int(SpecialDayKind.makeUpWorkday.rawValue))
    for day in year.days {
      let kind: SpecialDayKind = day.kind == .holiday ? .holiday : .makeUpWorkday
      try addSpecialDay(kind, day.day...day.day, name: day.name)
    }
  }

  package func addCompanyDays(_ days: CompanyDays) throws {
    try addSpecialDay(
      days.isHoliday ? .companyHoliday : .companyWorkday, days.days, name: days.name)
  }

  package func addLeave(_ leave: Leave) throws {
    try requireStaff(leave.staff)
    try addSpecialDay(.leave, leave.days, staff: leave.staff, name: leave.name)
  }

  package func setRestDays(_ days: TermSet<Weekday>) throws {
    try setOffice(.restDays, OfficeDays.text(days))
  }

  private func addSpecialDay(
    _ kind: SpecialDayKind, _ days: ClosedRange<Day>, staff: StaffID? = nil, name: String
  ) throws {
    try connection.run(
      "INSERT INTO special_day (kind, from_day, to_day, staff, name, op) VALUES (?, ?, ?, ?, ?, ?)",
      .int(kind.rawValue), .int(days.lowerBound.number), .int(days.upperBound.number),
      .int(staff), .text(name), .integer(op))
  }
}
