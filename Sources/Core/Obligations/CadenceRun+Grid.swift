// The days of a cadence's grid: what days off, holidays of the company and aversion make of them.

/// A day of a grid on which something is asked for.
struct GridDay {
  /// Its place in the grid that counts from that day.
  let k: Int
  let base: Day
  let day: Day
  /// Before a holiday moved it.
  let own: Day
  /// Holidays that the grid passed on its way here and goes on from.
  var passed: [HolidayOfGrid] = []

  /// Its day before a holiday moved it; nil where none did.
  var planned: Day? { own == day ? nil : own }
}

/// A holiday of the company with what of a grid falls into it.
struct HolidayOfGrid {
  let days: ClosedRange<Day>
  /// The first day of the grid that does, or lies behind it where another was there before.
  let first: Day
  /// What that day is counted from.
  let base: Day
}

/// What becomes of a cadence's days on which the office is closed.
enum Closing: Hashable {
  /// They stay: the rule expires, or the office is never closed.
  case stays
  /// They move to the first open day behind.
  case after
  /// Together they are one slot before, and the grid goes on from the holiday's last day.
  case before
}

extension ReadyRule {
  /// - Parameter day: what the grid counts from.
  func closing(_ calendar: WorkCalendar, from day: Day) -> Closing {
    guard !rule.expires, calendar.closures.spans.contains(where: { day < $0.upperBound })
    else { return .stays }
    // What is the program's own is no callback of the policy to be made in advance.
    return terms.beforeHoliday && duty == nil ? .before : .after
  }
}

extension CadenceRun {
  /// The next day of the grid.
  func next(after k: Int) -> GridDay? {
    guard isEven else { return next(after: k, from: base.day) }
    return cadence.slot(k + 1, after: base.day).map {
      GridDay(k: k + 1, base: base.day, day: $0, own: $0)
    }
  }

  func next(after slot: GridDay) -> GridDay? {
    slot.base == base.day ? next(after: slot.k) : next(after: slot.k, from: slot.base)
  }

  /// Multiples of the interval in force on that day, counted from `base`. Days off and holidays may move
  /// several of them to one.
  private func next(after k: Int, from base: Day) -> GridDay? {
    var (k, base) = (k, base)
    let previous = k == 0 ? base : day(of: k, from: base)
    var passed: [HolidayOfGrid] = []
    while true {
      k += 1
      guard let own = cadence.slot(k, after: base) else { return nil }
      let planned = dossier.calendar.day(own, ready.rule.dayOff)
      let day = standing(planned)
      if passed.isEmpty, day <= previous { continue }
      let isAverse = terms.aversionFactor > 1 && dossier.isAverse(on: day)
      if isAverse, k % terms.aversionFactor != 0 { continue }
      guard closing == .before, let days = holiday(holding: day, after: base) else {
        return GridDay(k: k, base: base, day: day, own: planned, passed: passed)
      }
      passed.append(HolidayOfGrid(days: days, first: day, base: base))
      (k, base) = (0, days.upperBound)
    }
  }

  private func day(of k: Int, from base: Day) -> Day {
    standing(dossier.calendar.day(cadence.slot(k, after: base) ?? .last, ready.rule.dayOff))
  }

  /// Where what is planned for a day stands in the end.
  private func standing(_ day: Day) -> Day {
    closing == .after ? dossier.calendar.closures.opening(onOrAfter: day) : day
  }

  /// The holiday that the grid goes on from once it comes to `day`.
  private func holiday(holding day: Day, after base: Day) -> ClosedRange<Day>? {
    dossier.calendar.closures.spans.first { holiday in
      base < holiday.upperBound && holiday.lowerBound <= day
        && (holiday.contains(day) || anticipated.contains(holiday.lowerBound))
    }
  }

  mutating func go(to slot: GridDay) {
    if let holiday = slot.passed.last?.days { resume(after: holiday) }
    k = slot.k
  }

  mutating func resume(after holiday: ClosedRange<Day>) {
    (base, k, isFromContact) = (base.resumed(on: holiday.upperBound), 0, false)
  }

  mutating func count(from action: Action) {
    (base, k, isFromContact) = (anchor.rebased(on: action), 0, true)
  }

  /// The first day of the grid after `day`. After the last slot that is owed none follows.
  func following(_ day: Day) -> Day {
    var slot = next(after: k)
    while let found = slot, found.day <= day { slot = next(after: found) }
    let next = slot.map { $0.own <= last ?? .last ? $0.day : .last } ?? .last
    return closing == .before ? min(next, eve(after: day, to: next)) : next
  }
}
