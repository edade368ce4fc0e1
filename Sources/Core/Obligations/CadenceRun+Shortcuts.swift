// Slots that need not be gone through one by one.

extension CadenceRun {
  /// Whether no fact of the customer bears on slots from `day` on. The weekly cap looks back to a
  /// Monday.
  func isQuiet(from day: Day) -> Bool {
    guard !ready.isWatched, ends == nil, closing != .before, case .steady(let since) = tenure, since <= day,
      dossier.lastAction < day.monday, !dossier.hasMoves
    else { return false }
    return ready.rule.settledBy == .contact || dossier.lastFact < day
  }

  /// The rest of the slots, where they are quiet: a customer whom nobody called has dozens.
  mutating func walkQuietly(from first: GridDay, _ outcomes: inout Outcomes) {
    var slot = Optional(first)
    while let found = slot, found.day <= horizon, !isPastLast(found), found.day < end ?? .last {
      let day = found.day
      k = found.k
      let (opens, due) = (Moment(day, ready.opensAt(day, first: day)), Moment(day, ready.dueAt))
      let (followers, next) = passFollowers(of: day, outcomes)
      outcomes.add(
        Obligation(
          rule: ready.ref, doer: ready.doer, key: .slot(day), anchor: base.day,
          anchorFact: base.fact, opens: opens, openingDay: day, due: due,
          status: ready.status(opens: opens, due: due, at: dossier.now), attempts: 0,
          hiddenUntil: nil, planned: found.planned, followers: followers), ready)
      slot = next
    }
    if let slot { foretell(slot, &outcomes) }
  }

  /// Goes past the slots after `day` that are overdue since before the days asked about, and gives
  /// their number and the slot after them.
  private mutating func passFollowers(
    of day: Day, _ outcomes: Outcomes
  ) -> (Int, next: GridDay?) {
    let end = min(end ?? .last, min(lapse ?? .last, last ?? .last))
    let limit = min(min(outcomes.bounds.since, end), outcomes.reign.upperBound)
    let passes = !ready.rule.expires && day < limit && outcomes.reign.contains(day)
    var passed = 0
    if passes, isEven {
      passed = max(0, cadence.place(near: limit - 1, after: base.day) - k)
      k += passed
    }
    var slot = next(after: k)
    while passes, let found = slot, found.day < limit {
      k = found.k
      passed += 1
      slot = next(after: k)
    }
    return (passed, slot)
  }

  /// Goes at once to where slots begin that may be asked for: a customer who has been called for years
  /// has hundreds before them.
  mutating func leap(_ outcomes: Outcomes) {
    guard !ready.isDistinguished, !ready.isWatched, ready.rule.settledBy == .contact,
      !ready.rule.channels.allOf
    else { return }
    let start = beginning(before: firstOfInterest(outcomes))
    guard anchor.day < start else { return }
    if mode == .lastDone, let action = lastCounted(before: start) {
      count(from: action)
    }
    // Each holiday between moves the grid.
    if closing == .before { return }
    k = cadence.place(near: start - 1, after: base.day)
  }

  /// Slots before that day opened before the reign, or ended before what is asked for: where the rule
  /// expires by their day, else by a contact on a later one.
  private func firstOfInterest(_ outcomes: Outcomes) -> Day {
    let earliest = outcomes.bounds.earliestEnd
    let ended =
      ready.rule.expires ? earliest : lastCounted(before: earliest).map { $0.day + 1 }
    // The weekly cap makes slots wait for one of a week before at most.
    let closures = dossier.calendar.closures
    let reign = closures.first(opening: outcomes.reign.lowerBound) - 7
    let first = dossier.reach(of: max(reign, ended ?? .first))
    // Of the statutory ones none lasts a month.
    let start = ready.rule.dayOff == .leave ? first : first - 31
    return closing == .after ? closures.first(opening: start) : start
  }

  /// `day`, or an earlier one before which the last contact is far enough from a holiday that what is done
  /// before that does not depend on what came before the contact.
  private func beginning(before day: Day) -> Day {
    guard closing == .before else { return day }
    var start = day
    while let action = lastCounted(before: start) {
      let holiday = dossier.calendar.closures.spans.first {
        $0.lowerBound - 31 <= action.day && action.day <= $0.upperBound
      }
      guard let holiday else { break }
      start = holiday.lowerBound - 31
    }
    return start
  }

  /// The first contact that counts on the last such day before `day`.
  private func lastCounted(before day: Day) -> Action? {
    var last: Action?
    for action in dossier.actions.reversed() where action.day < min(day, end ?? .last) {
      if action.day <= anchor.day || action.day < last?.day ?? .first { break }
      if counts(action) { last = action }
    }
    return last
  }
}
