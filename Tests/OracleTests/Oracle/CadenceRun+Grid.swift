import Core

// The days of a cadence, and what moves them.
extension CadenceRun {
  /// Whether a slot of the interval in force on that day falls on it.
  mutating func falls(_ day: Day, after base: Day) -> Bool {
    planned(after: base).contains { own, slot in slot == day && !isPastStretch(own) }
  }

  func isPastStretch(_ day: Day) -> Bool {
    guard let ends = stretch.ends, let start else { return false }
    return day > oracle.day(start.day, plus: ends)
  }

  /// The days of the grid, each with where it stands: "cadence slots move to the first open day after it";
  /// where what falls into a holiday is done before it, none stands in it.
  mutating func planned(after base: Day) -> [(own: Day, slot: Day)] {
    if let grid, grid.base == base { return grid.days }
    let days = Grid(cadence, base: base, last: oracle.last + 60).days
    let planned = days.enumerated().compactMap { index, day -> (own: Day, slot: Day)? in
      let own = oracle.workday(day, rule.dayOff)
      let isLeft = !rule.expires && oracle.isClosed(own) && terms.beforeHoliday
      let slot = rule.expires || isLeft ? own : oracle.opening(own)
      let averse = oracle.standing(slot)?.averse ?? false
      let isOut = slot <= base || averse && (index + 1) % terms.factor != 0
      return isOut ? nil : (own, isLeft ? .first : slot)
    }
    grid = (base, planned)
    return planned
  }

  /// The first day of the grid after `base` that falls into that holiday.
  mutating func falling(into holiday: ClosedRange<Day>, after base: Day) -> Day? {
    planned(after: base).first { holiday.contains($0.own) && !isPastStretch($0.own) }?.own
  }

  /// Those of the part of the policy that the rule came with.
  var terms: (factor: Int, cap: Limit?, beforeHoliday: Bool) {
    guard let index = rule.addOn else {
      // Reading: it is said of the policy's own rules.
      let isOfPolicy = policy.rules.contains { $0.id == rule.id }
      return (
        policy.aversionFactor.value, policy.weeklyCap, policy.beforeHoliday && isOfPolicy
      )
    }
    let part = policy.addOns[index]
    return (part.aversionFactor.value, part.weeklyCap, part.beforeHoliday)
  }

  func isOverCap(_ day: Day) -> Bool {
    guard let cap = terms.cap, !rule.mandatory else { return false }
    var count = 0
    for fact in oracle.facts where fact.day < day && monday(fact.day) == monday(day) {
      if case .contact(let contact) = fact.body,
        contact.outcome == .reached || contact.outcome == .sent
      {
        count += 1
      }
    }
    return count >= cap.value
  }

  func monday(_ day: Day) -> Day {
    var monday = day
    while monday.weekday != .monday { monday = monday - 1 }
    return monday
  }

  /// "A closed office owes nothing that day."
  func nextMonday(_ day: Day) -> Day { oracle.opening(monday(day) + 7) }
}
