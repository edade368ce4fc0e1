extension Dossier {
  /// A rule that asks again and again: one grid at a time, from the newest anchor, or with
  /// `last_done` from the newest conversation that counts. `roots` are the anchors of the event at the
  /// start of its chain: a new one ends the run of an older one, though its own may begin later.
  func runCadence(
    _ ready: ReadyRule, _ cadence: Cadence, _ anchors: [Anchor], _ mode: CadenceAnchor,
    _ stretch: Stretch, _ tenure: Tenure, roots: [Anchor], excluded: [Day],
    _ outcomes: inout Outcomes
  ) {
    let anchors = anchors.filter { $0.begins(before: $0.successor(among: roots)) }
    for (index, anchor) in anchors.enumerated() {
      let newer = anchor.successor(among: roots)
      let next = index + 1 < anchors.count ? anchors[index + 1] : nil
      // An event restarts the grid at 00:00; a chain's anchor leaves its day's slot as it is.
      let end = [newer?.day, next.map { $0.isChained ? $0.day + 1 : $0.day }].compactMap { $0 }
        .min()
      let ends = self.end(of: anchor, ready.rule)
      let last = min(end ?? .last, ends?.day ?? .last, tenure.lapse ?? .last)
      let start = anchor.moved(by: stretch.starts, calendar)
      guard
        ready.isDistinguished || ready.isWatched
          || outcomes.mayHold(slotsAfter: start.day, to: last)
      else { continue }
      var run = CadenceRun(
        dossier: self, ready: ready, cadence: cadence, mode: mode,
        horizon: max(outcomes.bounds.horizon, now.day), anchor: start,
        end: end, replaced: newer.map { Ending(day: $0.day, cause: .restarted($0.fact ?? 0)) },
        ends: ends, tenure: tenure,
        last: stretch.ends.map { anchor.day.adding($0, calendar) }, excluded: excluded)
      run.walk(&outcomes)
    }
  }
}

extension Anchor {
  /// The next of `roots` after the event at the start of its chain.
  fileprivate func successor(among roots: [Anchor]) -> Anchor? {
    roots.first { $0.day > origin.day }
  }

  /// Whether a run that counts from it begins before it is closed or another takes its place.
  fileprivate func begins(before successor: Anchor?) -> Bool {
    day < min(successor?.day ?? .last, closes?.day ?? .last)
  }
}

/// The slots of one cadence from one anchor to the next.
struct CadenceRun {
  let dossier: Dossier
  let ready: ReadyRule
  let cadence: Cadence
  let mode: CadenceAnchor
  /// How far to look.
  let horizon: Day
  let anchor: Anchor
  /// The day on which a newer anchor takes over.
  let end: Day?
  /// The new trigger that voids what is neither done nor overdue by its day.
  let replaced: Ending?
  let ends: Ending?
  let tenure: Tenure
  var lapse: Day? { tenure.lapse }
  /// No slot after that day is owed; undone ones before it stay on the list.
  let last: Day?
  let excluded: [Day]
  /// Whether every day of the grid is a slot: none is moved for a day off or left out for aversion.
  let isEven: Bool

  /// The grid counts from here, and stands at its `k`-th day.
  var base: Anchor
  var k = 0
  /// Among the outcomes, undone slots from there on can still be made up for by a contact.
  private(set) var running = 0
  /// The newest of them.
  private(set) var newest: Window?
  var terms: PolicyTerms { ready.terms }

  init(
    dossier: Dossier, ready: ReadyRule, cadence: Cadence, mode: CadenceAnchor, horizon: Day,
    anchor: Anchor, end: Day?, replaced: Ending?, ends: Ending?, tenure: Tenure, last: Day?,
    excluded: [Day]
  ) {
    self.dossier = dossier
    self.ready = ready
    self.cadence = cadence
    self.mode = mode
    self.horizon = horizon
    self.anchor = anchor
    self.end = end
    self.replaced = replaced
    self.ends = ends
    self.tenure = tenure
    self.last = last
    self.excluded = excluded
    isEven =
      ready.rule.dayOff == .leave
      && (ready.terms.aversionFactor == 1 || !dossier.timeline.isEverAverse)
    base = anchor
  }

  /// Slot by slot: a contact before the next slot resets the grid; a slot that is reached is
  /// settled by what happens up to the slot after it.
  mutating func walk(_ outcomes: inout Outcomes) {
    running = outcomes.obligations.count
    leap(outcomes)
    while let slot = next(after: k) {
      if let action = reset(before: slot.day) {
        rebase(action, &outcomes)
        continue
      }
      if let end, end <= slot.day { break }
      if let ends, ends.day < slot.day { break }
      if ends?.day == slot.day, !isCalled(on: slot.day) { break }
      if slot.day > horizon || isPastLast(slot.day) {
        foretell(slot, &outcomes)
        break
      }
      if isQuiet(from: slot.day) {
        walkQuietly(from: slot, &outcomes)
        break
      }
      k = slot.k
      take(slot.day, &outcomes)
    }
    if end.map({ $0 <= dossier.now.day }) ?? false { give(up: &outcomes) }
  }

  /// Tells of the first slot behind the horizon.
  func foretell(_ slot: (k: Int, day: Day), _ outcomes: inout Outcomes) {
    guard case .steady = tenure else { return }
    var slot = slot
    while slot.day < outcomes.reign.lowerBound, let later = next(after: slot.k) { slot = later }
    let isAsked = slot.day > horizon && !isPastLast(slot.day) && slot.day < end ?? .last
    if isAsked, ends.map({ slot.day < $0.day }) ?? true { outcomes.foretell(slot.day, ready) }
  }

  func isPastLast(_ day: Day) -> Bool { min(lapse ?? .last, last ?? .last) < day }

  /// The next day of the grid: multiples of the interval in force on that day.
  func next(after k: Int) -> (k: Int, day: Day)? {
    if isEven { return cadence.slot(k + 1, after: base.day).map { (k + 1, $0) } }
    let previous = ready.rule.dayOff == .leave || k == 0 ? base.day : day(of: k)
    var k = k
    while true {
      k += 1
      guard let slot = cadence.slot(k, after: base.day) else { return nil }
      let day = dossier.calendar.day(slot, ready.rule.dayOff)
      // Days off may move several days of the grid to one.
      if ready.rule.dayOff != .leave, day <= previous { continue }
      let averse = terms.aversionFactor > 1 && dossier.isAverse(on: day)
      if !averse || k % terms.aversionFactor == 0 { return (k, day) }
    }
  }

  private func day(of k: Int) -> Day {
    dossier.calendar.day(cadence.slot(k, after: base.day) ?? .last, ready.rule.dayOff)
  }

  /// With `last_done`, the first conversation after the base and before `day` that counts, or the first of
  /// the events that settle it.
  private func reset(before day: Day) -> Action? {
    guard mode == .lastDone else { return nil }
    if case .event(let kinds) = ready.rule.settledBy {
      let event = dossier.events.first { event in
        kinds.contains(event.kind) && event.moment.day > base.day && event.moment.day < day
          && event.moment.day < (end ?? .last)
      }
      return event.map { Action(fact: $0.fact, moment: $0.moment, body: .event) }
    }
    guard base.day < dossier.lastAction else { return nil }
    return dossier.actions.first { action in
      action.day > base.day && action.day < day && action.day < (end ?? .last)
        && counts(action)
    }
  }

  /// Whether it is a conversation from which the grid counts on.
  func counts(_ action: Action) -> Bool {
    dossier.counts(action, ready, since: anchor) && !excluded.contains(action.day)
  }

  private mutating func rebase(_ action: Action, _ outcomes: inout Outcomes) {
    base = anchor.rebased(on: action)
    k = 0
    give(up: &outcomes)
  }

  /// What is undone stays a miss: a newer contact, skip or anchor has taken its place.
  mutating func give(up outcomes: inout Outcomes) {
    outcomes.giveUp(from: running)
    running = outcomes.obligations.count
    newest = nil
  }

  private func isCalled(on day: Day) -> Bool { isCalled(from: day, before: day + 1) }

  func isCalled(from first: Day, before end: Day) -> Bool {
    dossier.actions.contains {
      first <= $0.day && $0.day < end
        && dossier.settles($0, ready, .slot(first), since: base)
    }
  }

  private mutating func take(_ day: Day, _ outcomes: inout Outcomes) {
    // What closes the anchor closes it at 00:00, whatever else the day's edits open.
    let isOpen = ends?.day != day && ready.applies(to: dossier, on: day)
    let wasOpen = !isOpen && ready.wasOpen(dossier, before: day) && isCalled(on: day)
    guard isOpen || wasOpen else { return }
    var window = window(day, leaves: ready.leaving(dossier, after: isOpen ? day : day - 1))
    if let (delay, until) = hold(day) {
      guard isOpen else { return }
      window.delay = delay
      hold(window, until: until, &outcomes)
      return
    }
    let own = window
    wait(forCap: &window)
    let verdict = settle(&window)
    guard isOpen || verdict.isDone else { return }
    skipHeld(by: window, verdict, &outcomes)
    if case .held(let promise) = verdict {
      window = own
      window.delay = .promise(promise.fact)
      return hold(window, until: promise.holdsUntil, &outcomes)
    }
    conclude(window, verdict, &outcomes)
  }

  func window(_ day: Day, leaves: Ending?) -> Window {
    Window(
      key: .slot(day), anchor: base, opens: Moment(day, ready.opensAt(day, first: day)),
      due: Moment(day, ready.dueAt), leaves: .earliest(.earliest(leaves, ends), replaced))
  }

  /// Moves the due moment by the weekly cap.
  private func wait(forCap window: inout Window) {
    if ready.rule.expires { return }
    let day = window.opens.day
    if let cap = terms.cap, !ready.rule.mandatory, dossier.load(before: day) >= cap.value {
      window.due = Moment(day.monday + 7)
      window.delay = .cap
    }
  }

  /// The slot ends at the next slot's due day, but not before its own, wherever it was moved to.
  private func settle(_ window: inout Window) -> Verdict {
    let start = window
    while true {
      var tried = start
      tried.due = window.due
      tried.isAgreed = window.isAgreed
      tried.delay = window.delay
      tried.end = min(following(tried.due.day), end ?? .last)
      let verdict = dossier.settle(ready, &tried, excluded: excluded)
      let isStable = tried.due.day < (tried.end ?? .last) || tried.due.day == window.due.day
      window = tried
      if isStable { return verdict }
    }
  }

  /// The first day of the grid after `day`. After the last slot that is owed none follows.
  func following(_ day: Day) -> Day {
    var k = k
    while let slot = next(after: k) {
      if slot.day > day { return slot.day <= last ?? .last ? slot.day : .last }
      k = slot.k
    }
    return .last
  }

  private mutating func conclude(
    _ window: Window, _ verdict: Verdict, _ outcomes: inout Outcomes
  ) {
    outcomes.add(window, ready, verdict, dossier)
    outcomes.note(ready, window, verdict, dossier)
    switch verdict {
    case .open: newest = window
    case .superseded, .held: break
    case .done(let action, _):
      give(up: &outcomes)
      // A text resets no grid.
      guard mode == .lastDone, action.contact?.isConversation ?? true else { return }
      base = anchor.rebased(on: action)
      k = 0
    case .skipped:
      give(up: &outcomes)
    }
  }
}
