// Slots that wait for another day.

extension CadenceRun {
  mutating func hold(_ window: Window, until: Moment, _ outcomes: inout Outcomes) {
    outcomes.add(window.held(ready, until: until, dossier), ready)
    guard case .slot(let day) = window.key else { return }
    let next = min(following(day), end ?? .last)
    let skip = dossier.actions.first { day <= $0.day && $0.day < next && $0.skips(ready) }
    if let skip, let newest, !newest.hasLeft(by: skip), !isCalled(from: day, before: skip) {
      outcomes.skip(newest.key, from: running, by: skip)
      return give(up: &outcomes)
    }
    // Called all the same: what is undone before the held slot is not made up for any more.
    if isCalled(from: day, before: next) { give(up: &outcomes) }
  }

  /// What a slot due on that day waits for: a day agreed before it, or one to which it was put off
  /// before it opened. What was asked for on the day itself is seen where the slot is settled.
  func hold(_ day: Day, opens: Day) -> (Delay, until: Moment)? {
    guard ready.waits else { return nil }
    if let promise = dossier.promises.last(where: { $0.holds(day) && $0.made.day < opens }) {
      return (.promise(promise.fact), promise.holdsUntil)
    }
    guard dossier.hasMoves else { return nil }
    // What began after a postponement was not put off by it.
    for action in dossier.actions.reversed() where action.day < opens {
      if action.day < anchor.origin.day { break }
      if case .postponement(let to) = action.body, day <= to.day {
        return (.postponement(action.fact), to)
      }
    }
    return nil
  }

  /// Slots up to a moved due day wait for it: one call is owed, not several.
  mutating func skipHeld(
    by window: Window, _ verdict: Verdict, _ outcomes: inout Outcomes
  ) {
    var last = window.due.day
    switch verdict {
    case .done(let action, _): last = min(last, action.day)
    case .held(let promise): last = min(last, promise.made.day)
    case .open, .skipped, .superseded: break
    }
    guard case .slot(let day) = window.key, day < last else { return }
    while let slot = next(after: k), slot.day <= last, slot.day <= horizon {
      if let end, slot.day >= end { break }
      if let ends, slot.day > ends.day { break }
      if isPastLast(slot) { break }
      // After a skip, or once it was void, a contact counts as ever, and nothing waits any more.
      if case .skipped(let skip) = verdict, isCalled(after: skip, before: slot.day) { break }
      if case .open = verdict, let leaves = window.leaves,
        isCalled(from: leaves.day + 1, before: slot.day)
      {
        break
      }
      while closing == .before, let (holiday, opens) = opening(upTo: slot.day), opens <= horizon {
        open(holiday, from: opens, &outcomes)
      }
      go(to: slot)
      if slot.day == day || isAhead(slot.day) { continue }
      // The day on which the anchor is closed opens nothing more: its slot has waited in vain.
      guard ends?.day != slot.day, ready.applies(to: dossier, on: slot.day) else { continue }
      var waiting = self.window(slot, leaves: ready.leaving(dossier, after: slot.day))
      waiting.delay = window.delay
      outcomes.add(waiting.held(ready, until: window.due, dossier), ready)
    }
  }

  private func isCalled(from first: Day, before action: Action) -> Bool {
    dossier.actions.contains {
      first <= $0.day && $0.comes(before: action)
        && dossier.settles($0, ready, .slot(first), since: base)
    }
  }

  private func isCalled(after action: Action, before day: Day) -> Bool {
    dossier.actions.contains {
      action.comes(before: $0) && $0.day < day && counts($0)
    }
  }
}
