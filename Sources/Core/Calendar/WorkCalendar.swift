/// The office's work calendar (工作日历): which days are worked.
///
/// | a day is | by | in the order of precedence |
/// |---|---|---|
/// | `companyHoliday`, `companyWorkday` | `CompanyDays`; where several hold it, the last given | 1 |
/// | `holiday`, `makeUpWorkday` | the published year | 2 |
/// | `restDay`, `workday` | the office's weekly rest days, Saturday and Sunday unless it says otherwise | 3 |
///
/// A year that is not published (`isPublished`) has nothing of the second row: its days are what
/// their weekday says, and whoever shows them says so.
///
/// A question costs a bit's reading, or a few: the days around a holiday are looked at one by one.
package struct WorkCalendar: Sendable {
  /// The weekdays on which the office is closed every week.
  package let restDays: TermSet<Weekday>
  /// Holidays and workdays of the company's own, in the order of entry.
  package let company: [CompanyDays]
  /// When the office is closed.
  package let closures: Closures
  /// Each once, in the order of their numbers.
  private let years: [CalendarYear]
  /// One bit a day from `firstNumber` on, set where the day is worked; days outside are what their
  /// weekday says.
  private let bits: [UInt64]
  private let firstNumber: Int32

  /// Saturday and Sunday, the rest days of an office that has set none.
  package static let weekend: TermSet<Weekday> = [.saturday, .sunday]

  /// The calendar of an office that knows no year: Monday to Friday.
  package static let weekdays = WorkCalendar(years: [])

  /// Of two `years` with one number the later counts.
  package init(
    years: [CalendarYear], company: [CompanyDays] = [],
    restDays: TermSet<Weekday> = WorkCalendar.weekend
  ) {
    self.restDays = restDays
    self.company = company
    closures = Closures(company)
    self.years = years.enumerated()
      .filter { place, year in !years[(place + 1)...].contains { $0.year == year.year } }
      .map(\.element).sorted { $0.year < $1.year }
    let statutory = self.years.flatMap(\.days)
    let bounds =
      statutory.map(\.day) + company.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    guard let first = bounds.min(), let last = bounds.max() else {
      (bits, firstNumber) = ([], 0)
      return
    }
    var worked = WorkdayBits(first...last, restDays)
    for day in statutory { worked.set(day.day, day.kind == .makeUpWorkday) }
    for span in company {
      for number in span.days.lowerBound.number...span.days.upperBound.number {
        Day(number: Int(number)).map { worked.set($0, !span.isHoliday) }
      }
    }
    (bits, firstNumber) = (worked.words, first.number)
  }

  /// The same years and rest days with other days of the company's own.
  package func with(company: [CompanyDays]) -> WorkCalendar {
    WorkCalendar(years: years, company: company, restDays: restDays)
  }
}

/// The bits of a calendar while it is made. Whole words are filled, so that every bit is right.
private struct WorkdayBits {
  var words: [UInt64]
  let first: Int

  init(_ span: ClosedRange<Day>, _ restDays: TermSet<Weekday>) {
    first = Int(span.lowerBound.number)
    let week = (0..<7).map { !restDays.contains((span.lowerBound + $0).weekday) }
    var place = 0
    words = (0...(span.upperBound - span.lowerBound) / 64).map { _ in
      var word: UInt64 = 0
      for bit in 0..<64 {
        if week[place] { word |= 1 << UInt64(bit) }
        place = place == 6 ? 0 : place + 1
      }
      return word
    }
  }

  mutating func set(_ day: Day, _ isWorked: Bool) {
    let index = Int(day.number) - first
    let bit: UInt64 = 1 << UInt64(index & 63)
    words[index >> 6] = isWorked ? words[index >> 6] | bit : words[index >> 6] & ~bit
  }
}

// MARK: - One day

/// What a day is in the work calendar.
package enum DayKind: Hashable, Sendable {
  case workday
  /// A weekly rest day (公休日).
  case restDay
  /// A statutory holiday (法定节假日).
  case holiday(String)
  /// A weekend day that is worked for that holiday (调休上班).
  case makeUpWorkday(for: String)
  case companyHoliday(String)
  case companyWorkday(String)

  /// Whether work is done on a day of that kind.
  package var isWorkday: Bool {
    switch self {
    case .workday, .makeUpWorkday, .companyWorkday: true
    case .restDay, .holiday, .companyHoliday: false
    }
  }

  /// The holiday's or the occasion's name; nil where the weekday alone says it.
  package var occasion: String? {
    switch self {
    case .workday, .restDay: nil
    case .holiday(let name), .makeUpWorkday(let name), .companyHoliday(let name),
      .companyWorkday(let name):
      name
    }
  }
}

extension WorkCalendar {
  /// Whether the office works that day.
  package func isWorkday(_ day: Day) -> Bool {
    let index = Int(day.number) - Int(firstNumber)
    guard index >= 0, index >> 6 < bits.count else {
      return !restDays.contains(day.weekday)
    }
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// What the calendar knows of that day; the company's own days come before the statutory ones.
  package func kind(of day: Day) -> DayKind {
    if let span = company.last(where: { $0.days.contains(day) }) {
      return span.isHoliday ? .companyHoliday(span.name) : .companyWorkday(span.name)
    }
    if let statutory = statutory(day) {
      return statutory.kind == .holiday
        ? .holiday(statutory.name) : .makeUpWorkday(for: statutory.name)
    }
    return restDays.contains(day.weekday) ? .restDay : .workday
  }

  private func statutory(_ day: Day) -> StatutoryDay? {
    year(day.year)?.days.first { $0.day == day }
  }

  /// Whether the holidays of that year are known. Where they are not, say so; do not guess.
  package func isPublished(_ year: Int) -> Bool { self.year(year) != nil }

  /// The Gregorian years whose statutory holidays are known.
  package var publishedYears: [Int] { years.map(\.year) }

  /// The published days of that Gregorian year; nil where they are not published.
  package func year(_ number: Int) -> CalendarYear? { years.first { $0.year == number } }
}

// MARK: - Holidays

/// A holiday ahead, and the last working day before it.
package struct ComingHoliday: Hashable, Sendable {
  /// Its days off, both ends included.
  package let days: ClosedRange<Day>
  /// What it is called.
  package let name: String
  /// The last working day before it.
  package let eve: Day
}

extension WorkCalendar {
  /// The next holiday, statutory or the company's own, that begins in the `lead` days after `day`.
  package func holiday(after day: Day, within lead: Int) -> ComingHoliday? {
    let coming = (1...lead).map { day + $0 }
    guard let first = coming.first(where: { isHoliday($0) && !isHoliday($0 - 1) }),
      let eve = workday(before: first), let name = kind(of: first).occasion
    else { return nil }
    var last = first
    while isHoliday(last + 1) { last = last + 1 }
    return ComingHoliday(days: first...last, name: name, eve: eve)
  }

  /// Whether it is a statutory holiday or the company's own.
  package func isHoliday(_ day: Day) -> Bool {
    switch kind(of: day) {
    case .holiday, .companyHoliday: true
    case .workday, .restDay, .makeUpWorkday, .companyWorkday: false
    }
  }
}

// MARK: - Workdays around a day

extension WorkCalendar {
  /// The last workday strictly before `day` (前一工作日); nil where the calendar has none.
  package func workday(before day: Day) -> Day? { first(from: day.adding(-1), step: -1) }

  /// The first workday strictly after `day`.
  package func workday(after day: Day) -> Day? { first(from: day.adding(1), step: 1) }

  /// `day` itself if it is worked, else the first workday after it.
  package func workday(onOrAfter day: Day) -> Day? { first(from: day, step: 1) }

  /// `day` itself if it is worked, else the last workday before it.
  package func workday(onOrBefore day: Day) -> Day? { first(from: day, step: -1) }

  private func first(from start: Day?, step: Int) -> Day? {
    var day = start
    while let candidate = day {
      if isWorkday(candidate) { return candidate }
      day = candidate.adding(step)
    }
    return nil
  }
}
