/// What the State Council's yearly notice (国务院办公厅部分节假日安排) makes of a day.
package enum StatutoryKind: UInt8, ClosedTerm {
  /// 放假.
  case holiday = 1
  /// A weekend day that is worked for a holiday (调休上班).
  case makeUpWorkday

  package var word: Word {
    switch self {
    case .holiday: Word("holiday", "放假", "节假日", "假", "休", "休息")
    case .makeUpWorkday: Word("workday", "上班", "调休上班", "补班", "班", "工作日")
    }
  }
}

/// A day of such a notice.
package struct StatutoryDay: Hashable, Sendable {
  /// The civil day.
  package let day: Day
  /// Whether it is a holiday or a workday made up for one.
  package let kind: StatutoryKind
  /// The holiday that it belongs to: 春节, also for a workday that makes up for it.
  package let name: String

  /// A day of a published year, with the holiday that it belongs to.
  package init(_ day: Day, _ kind: StatutoryKind, _ name: String) {
    self.day = day
    self.kind = kind
    self.name = name
  }
}

/// A published year: the days that differ from their weekday. The notice of the next year may add
/// days to its December (2018-12-29 was worked for 2019's 元旦).
package struct CalendarYear: Hashable, Sendable {
  /// The Gregorian year that was published.
  package let year: Int
  /// By day, each once.
  package let days: [StatutoryDay]

  /// Days of other years are left out; of two for one day the later counts.
  package init(_ year: Int, _ days: [StatutoryDay]) {
    self.year = year
    var own: [StatutoryDay] = []
    for day in days where day.day.year == year {
      let last = own.lastIndex { $0.day <= day.day }
      if let last, own[last].day == day.day {
        own[last] = day
      } else {
        own.insert(day, at: (last ?? -1) + 1)
      }
    }
    self.days = own
  }
}

/// Days on which the company does not do as the public calendar says: a company holiday (公司放假),
/// or days on which it works all the same (公司上班).
package struct CompanyDays: Hashable, Sendable {
  /// From the first day to the last, both included.
  package let days: ClosedRange<Day>
  /// Whether the company is closed on them; false: it works although others rest.
  package let isHoliday: Bool
  /// What the company calls them; may be empty.
  package let name: String

  /// Days of the company, a holiday unless said otherwise.
  package init(_ days: ClosedRange<Day>, isHoliday: Bool = true, name: String) {
    self.days = days
    self.isHoliday = isHoliday
    self.name = name
  }
}
