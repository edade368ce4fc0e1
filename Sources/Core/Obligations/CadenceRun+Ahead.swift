// What falls into a holiday of the company and is done before it (before_holiday).

/// The slot before a holiday, which opens among those before it.
struct SlotAhead {
  /// The first day of the holiday.
  let holiday: Day
  let window: Window
  let verdict: Verdict
  /// What it waits for from before it opened.
  let hold: (delay: Delay, until: Moment)?

  var day: Day { if case .slot(let day) = window.key { day } else { window.due.day } }

  /// The day by which it takes the place of the slot before it; nil: it was settled before that day.
  var takesOver: Day? {
    switch verdict {
    case .done(let action, _), .skipped(let action): action.day < day ? nil : day
    case .open, .superseded, .held: day
    }
  }
}

extension CadenceRun {
  /// So many days before a holiday opens what is done before it.
  private static let lead = 7

  /// From when the slot before the holiday is open, a contact that the grid counts from included, and the
  /// last working day before it; nil: what falls into the holiday began too late to be done before it.
  private func days(before holiday: HolidayOfGrid) -> (opens: Day, eve: Day)? {
    let first = holiday.days.lowerBound
    guard let eve = dossier.calendar.workday(before: first), anchor.day < eve, holiday.base <= eve
    else { return nil }
    let opens = max(first - CadenceRun.lead, isFromContact ? base.day : anchor.day + 1)
    return (min(opens, eve), eve)
  }

  /// The holidays into which the grid falls as it stands, those that it comes to up to `day` and some
  /// behind it.
  private func holidays(around day: Day) -> [HolidayOfGrid] {
    let isNear = dossier.calendar.closures.spans.contains {
      base.day < $0.upperBound && $0.lowerBound <= day + 60
    }
    guard isNear else { return [] }
    var found: [HolidayOfGrid] = []
    var slot = next(after: k)
    while let next = slot {
      found += next.passed.filter { $0.first <= last ?? .last }
      if next.day > day + 60 { break }
      slot = self.next(after: next)
    }
    return found
  }

  /// The first day after `day`, and not after `end`, on which a slot before a holiday is due that was not
  /// settled before.
  func eve(after day: Day, to end: Day) -> Day {
    let coming = holidays(around: end == .last ? day : end)
      .filter { !anticipated.contains($0.days.lowerBound) }.compactMap { days(before: $0)?.eve }
    return (coming + ahead.compactMap(\.takesOver)).filter { $0 > day }.min() ?? .last
  }

  /// What comes before that day of the grid: a contact that resets it, a slot before a holiday that
  /// opens, or a holiday from which the grid goes on. Nil where the day itself is next, true where
  /// nothing is left to be asked for.
  mutating func anticipate(_ slot: GridDay, _ outcomes: inout Outcomes) -> Bool? {
    let time = slot.passed.first?.days.lowerBound ?? slot.day
    if let (holiday, opens) = opening(upTo: time) {
      if let action = reset(before: opens) {
        rebase(action, &outcomes)
        return false
      }
      if let end, end <= opens { return true }
      if let ends, ends.day < opens { return true }
      if opens <= horizon {
        open(holiday, from: opens, &outcomes)
        return false
      }
      outcomes.foretell(opens, ready)
    }
    if let action = reset(before: time) {
      rebase(action, &outcomes)
      return false
    }
    if settleAhead(before: time, &outcomes) { return false }
    if let holiday = slot.passed.first {
      guard holiday.first <= last ?? .last else { return true }
      if time > horizon {
        foretell(slot, &outcomes)
        return true
      }
      if let end, end <= time { return true }
      pass(holiday.days, &outcomes)
      return false
    }
    // It and the slot before the holiday that is due that day are one.
    guard isAhead(slot.day), slot.day < end ?? .last else { return nil }
    let before = (base.day, k)
    settleAhead(before: slot.day + 1, &outcomes)
    if before == (base.day, k) { k = slot.k }
    return false
  }

  /// Whether a slot before a holiday is due that day.
  func isAhead(_ day: Day) -> Bool { (ahead + carried).contains { $0.day == day } }

  /// The first slot before a holiday that opens up to that time, or opened when the grid was reset.
  func opening(upTo time: Day) -> (HolidayOfGrid, opens: Day)? {
    holidays(around: time).filter { !anticipated.contains($0.days.lowerBound) }
      .compactMap { holiday in days(before: holiday).map { (holiday, opens: $0.opens) } }
      .filter { $0.opens <= time }.min { $0.opens < $1.opens }
  }

  mutating func open(
    _ holiday: HolidayOfGrid, from opens: Day, _ outcomes: inout Outcomes, countsCalls: Bool = true
  ) {
    if countsCalls { anticipated.append(holiday.days.lowerBound) }
    guard let eve = days(before: holiday)?.eve,
      let (day, lastOpen) = dossier.opens(
        ready, .slot(eve), anchor, Span(opens: opens, due: eve), ends: ends?.day, countsCalls)
    else { return }
    var window = Window(
      key: .slot(eve), anchor: base, opens: Moment(day, ready.opensAt(day, first: opens)),
      due: Moment(eve, ready.dueAt), planned: holiday.first,
      leaves: .earliest(.earliest(ready.leaving(dossier, after: lastOpen), ends), replaced))
    window.isAhead = true
    if let (delay, until) = hold(eve, opens: day) {
      guard lastOpen == day else { return }
      window.delay = delay
      return add(window, .open, hold: (delay, until), holiday)
    }
    // What stands before the contact that it counts from came before it began.
    if isFromContact, day == base.day {
      window.first = dossier.actions.firstIndex { $0.fact == base.fact } ?? 0
    }
    let own = window
    wait(forCap: &window)
    let verdict = settle(&window)
    // What waits for an agreed day waits from its own.
    if case .held = verdict { window = own }
    if lastOpen < day, !verdict.isDone {
      // The call of that day did not come to it after all.
      return open(holiday, from: opens, &outcomes, countsCalls: false)
    }
    add(window, verdict, hold: nil, holiday)
  }

  private mutating func add(
    _ window: Window, _ verdict: Verdict, hold: (Delay, until: Moment)?, _ holiday: HolidayOfGrid
  ) {
    ahead.append(
      SlotAhead(holiday: holiday.days.lowerBound, window: window, verdict: verdict, hold: hold))
  }

  /// Concludes the slots before holidays that were due before that day, while no newer run had taken
  /// over; whether there was any.
  @discardableResult
  mutating func settleAhead(before day: Day, _ outcomes: inout Outcomes) -> Bool {
    let day = min(day, end ?? .last)
    var isAny = false
    while let index = ahead.firstIndex(where: { $0.day < day }) {
      conclude(ahead.remove(at: index), &outcomes)
      isAny = true
    }
    return isAny
  }

  /// What opened by the day of a contact opened under the grid before it.
  mutating func anticipate(before action: Action, _ outcomes: inout Outcomes) {
    guard closing == .before else { return }
    while let (holiday, opens) = opening(upTo: action.day) {
      open(holiday, from: opens, &outcomes)
    }
  }

  /// Concludes them all. Where a newer run takes over, those that are due in its time are its own, but
  /// those that were settled.
  mutating func finishAhead(_ outcomes: inout Outcomes) {
    settleAhead(before: .last, &outcomes)
    for slot in ahead where slot.verdict.isSettled {
      if case .held = slot.verdict { continue }
      outcomes.add(slot.window, ready, slot.verdict, dossier)
      carried.append(slot)
    }
  }

  private mutating func conclude(_ slot: SlotAhead, _ outcomes: inout Outcomes) {
    if let (_, until) = slot.hold { return hold(slot.window, until: until, &outcomes) }
    if case .held(let promise) = slot.verdict {
      var window = slot.window
      window.delay = .promise(promise.fact)
      return hold(window, until: promise.holdsUntil, &outcomes)
    }
    skipHeld(by: slot.window, slot.verdict, &outcomes)
    guard slot.takesOver == nil else { return conclude(slot.window, slot.verdict, &outcomes) }
    outcomes.add(slot.window, ready, slot.verdict, dossier)
    outcomes.note(ready, slot.window, slot.verdict, dossier)
  }

  /// The grid goes on from the holiday's last day; a contact meanwhile leaves what is older a miss.
  private mutating func pass(_ holiday: ClosedRange<Day>, _ outcomes: inout Outcomes) {
    let isCalled =
      mode == .lastDone
      && dossier.actions.contains {
        base.day < $0.day && $0.day <= holiday.upperBound && counts($0)
      }
    if isCalled { give(up: &outcomes) }
    resume(after: holiday)
  }
}
