import Core

// When a rule asks for a contact, and for whom, as bytes. A case is its place in the list of cases:
// new ones go to the end.

extension FormCoder {
  mutating func code<T: Term>(_ terms: inout TermSet<T>) {
    var mask = terms.mask
    code(&mask)
    terms = TermSet(mask: mask)
  }

  mutating func code<T: Term>(_ term: inout T) {
    var place = Int(term.rawValue) - 1
    code(&place)
    // Damaged bytes may hold any number.
    guard let found = T(stored: place &+ 1) else { return fail() }
    term = found
  }

  /// Declared words stand by name, for their numbers are not the form's: bit 0, which no term has,
  /// says that names follow.
  mutating func code<T: OpenTerm>(_ terms: inout TermSet<T>) {
    // Every command reads dozens of these, nearly all without names.
    var names = isReading ? [] : terms.declared.elements.map(\.name)
    var mask = isReading ? 0 : terms.builtIn.mask | (names.isEmpty ? 0 : 1)
    code(&mask)
    terms = TermSet(mask: mask & ~1)
    guard mask & 1 == 1 else { return }
    code(&names, blank: "") { $0.code(&$1) }
    for name in names { if let term: T = declared(name) { terms.insert(term) } }
  }

  /// A built-in word by its place, a declared one by its name behind the place 0.
  mutating func code<T: OpenTerm>(_ term: inout T) {
    var number = term.isDeclared ? 0 : Int(term.rawValue)
    code(&number)
    guard number == 0 else {
      guard let builtIn = UInt8(exactly: number).flatMap({ T.BuiltIn(rawValue: $0) }) else {
        return fail()
      }
      term = T(builtIn)
      return
    }
    var name = term.name
    code(&name)
    if let found: T = declared(name) { term = found }
  }

  private mutating func declared<T: OpenTerm>(_ name: String) -> T? {
    let term = T(declaring: name)
    if term == nil { fail() }
    return term
  }

  mutating func code(_ audience: inout Audience) {
    code(&audience.sources)
    code(&audience.grades)
    code(&audience.stages)
    code(&audience.anyTag)
    code(&audience.noTag)
    code(&audience.has)
    code(&audience.hasNot)
  }

  /// A list of stretches of the day. One that ends before it begins is a failure.
  mutating func code(_ ranges: inout [TimeRange]) {
    var minutes = ranges.flatMap { [Int($0.from.minute), Int($0.to.minute)] }
    code(&minutes, blank: 0) { $0.code(&$1) }
    let times = minutes.compactMap { TimeOfDay(minute: $0) }
    ranges = stride(from: 1, to: times.count, by: 2).compactMap {
      TimeRange(from: times[$0 - 1], to: times[$0])
    }
    if ranges.count * 2 != minutes.count { fail() }
  }

  mutating func code(_ range: inout TimeRange?) {
    var ranges = range.map { [$0] } ?? []
    code(&ranges)
    range = ranges.first
  }
}

// MARK: - Schedules

extension FormCoder {
  mutating func code(_ offset: inout Offset) {
    code(&offset.months)
    code(&offset.days)
    code(&offset.hours)
  }

  mutating func code(_ schedule: inout Schedule) {
    choose(&schedule)
    switch schedule {
    case .once(var trigger, var opens, var due):
      code(&trigger)
      code(&opens)
      code(&due)
      schedule = .once(trigger, opens: opens, due: due)
    case .onceAfter(var trigger, var rule, var due):
      code(&trigger)
      code(&rule)
      code(&due)
      schedule = .onceAfter(trigger, rule: rule, due: due)
    case .every(var cadence, var trigger, var anchor, var stretch):
      code(&cadence)
      code(&trigger)
      choose(&anchor, among: [.lastDone, .schedule]) { $0 == .lastDone ? 0 : 1 }
      code(&stretch.starts)
      code(&stretch.ends, blank: .zero) { $0.code(&$1) }
      schedule = .every(cadence, trigger, anchor, stretch)
    case .occasion(var occasion, var opens, var due):
      code(&occasion)
      code(&opens)
      code(&due)
      schedule = .occasion(occasion, opens: opens, due: due)
    }
  }

  private mutating func code(_ occasion: inout Occasion) {
    choose(&occasion)
    switch occasion {
    case .festivals(let days): occasion = .festivals(recoded(days))
    case .companyHolidays(let days): occasion = .companyHolidays(recoded(days))
    case .milestones(let kinds): occasion = .milestones(recoded(kinds))
    case .birthdays(let owners): occasion = .birthdays(recoded(owners))
    }
  }

  private mutating func code(_ trigger: inout Trigger) {
    choose(&trigger)
    switch trigger {
    case .event(let kinds): trigger = .event(recoded(kinds))
    case .first(var kind):
      code(&kind)
      trigger = .first(kind)
    case .deal, .entry: break
    case .rule(let index): trigger = .rule(recoded(index))
    case .all(let kinds): trigger = .all(recoded(kinds))
    case .step(var filter):
      code(&filter.step)
      code(&filter.kinds)
      code(&filter.urgencies)
      trigger = .step(filter)
    }
  }

  mutating func code(_ cadence: inout Cadence) {
    choose(&cadence)
    switch cadence {
    case .days(let n): cadence = .days(recoded(n))
    case .months(let n): cadence = .months(recoded(n))
    case .monthEnds(let n): cadence = .monthEnds(recoded(n))
    case .years(let n, var leapDay):
      let years = recoded(n)
      let choices: [LeapDay] = [.feb28, .mar1, .skip]
      choose(&leapDay, among: choices) { choices.firstIndex(of: $0) ?? 0 }
      cadence = .years(years, leapDay: leapDay)
    case .weekdays(let days, let n): cadence = .weekdays(recoded(days), weeks: recoded(n))
    case .isoWeeks(var isOdd, let days, let gap):
      code(&isOdd)
      cadence = .isoWeeks(odd: isOdd, recoded(days), minGap: recoded(gap))
    case .monthDays(let months, let day):
      var mask = UInt64(months.mask)
      code(&mask)
      cadence = .monthDays(
        MonthSet(mask: UInt16(truncatingIfNeeded: mask)), day: recoded(day))
    case .halfMonths, .halfMonthEnds: break
    }
  }

  private mutating func recoded(_ number: Int) -> Int {
    var number = number
    code(&number)
    return number
  }

  private mutating func recoded<T: Term>(_ terms: TermSet<T>) -> TermSet<T> {
    var terms = terms
    code(&terms)
    return terms
  }

  private mutating func recoded<T: OpenTerm>(_ terms: TermSet<T>) -> TermSet<T> {
    var terms = terms
    code(&terms)
    return terms
  }
}

extension Schedule: Choice {
  static let blanks: [Schedule] = [
    .once(.deal, opens: 0, due: 0), .onceAfter(.deal, rule: 0, due: 0),
    .every(.days(1), .deal, .schedule), .occasion(.festivals([]), opens: 0, due: 0),
  ]

  var place: Int {
    switch self {
    case .once: 0
    case .onceAfter: 1
    case .every: 2
    case .occasion: 3
    }
  }
}

extension Occasion: Choice {
  static let blanks: [Occasion] = [
    .festivals([]), .companyHolidays([]), .milestones([]), .birthdays([]),
  ]

  var place: Int {
    switch self {
    case .festivals: 0
    case .companyHolidays: 1
    case .milestones: 2
    case .birthdays: 3
    }
  }
}

extension Trigger: Choice {
  static let blanks: [Trigger] = [
    .event([]), .first(.visit), .deal, .rule(0), .all([]), .entry, .step(CaseFilter(.opened)),
  ]

  var place: Int {
    switch self {
    case .event: 0
    case .first: 1
    case .deal: 2
    case .rule: 3
    case .all: 4
    case .entry: 5
    case .step: 6
    }
  }
}

extension Cadence: Choice {
  static let blanks: [Cadence] = [
    .days(1), .months(1), .years(1, leapDay: .feb28), .weekdays([], weeks: 1),
    .isoWeeks(odd: true, []), .monthEnds(1), .halfMonths, .halfMonthEnds,
    .monthDays([], day: 1),
  ]

  var place: Int {
    switch self {
    case .days: 0
    case .months: 1
    case .years: 2
    case .weekdays: 3
    case .isoWeeks: 4
    case .monthEnds: 5
    case .halfMonths: 6
    case .halfMonthEnds: 7
    case .monthDays: 8
    }
  }
}
