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
    var carried: [SlotAhead] = []
    for (index, anchor) in anchors.enumerated() {
      let newer = anchor.successor(among: roots)
      let next = index + 1 < anchors.count ? anchors[index + 1] : nil
      // An event restarts the grid at 00:00; a chain's anchor leaves its day's slot as it is.
      let end = [newer?.day, next?.takesOver].compactMap { $0 }.min()
      let ends = self.end(of: anchor, ready.rule)
      let last = min(end ?? .last, ends?.day ?? .last, tenure.lapse ?? .last)
      let start = anchor.moved(by: stretch.starts, calendar)
      guard
        ready.isDistinguished || ready.isWatched
          || outcomes.mayHold(slotsAfter: start.day, to: last)
          || ready.closing(calendar, from: start.day) == .before
      else { continue }
      var run = CadenceRun(
        dossier: self, ready: ready, cadence: cadence, mode: mode,
        horizon: max(outcomes.bounds.horizon, now.day), anchor: start,
        end: end, replaced: newer.map { Ending(day: $0.day, cause: .restarted($0.fact ?? 0)) },
        ends: ends, tenure: tenure,
        last: stretch.ends.map { anchor.day.adding($0, calendar) }, excluded: excluded)
      run.carried = carried.filter { anchor.takesOver <= $0.day }
      run.walk(&outcomes)
      carried = run.carried
    }
  }
}

extension Anchor {
  /// The next of `roots` after the event at the start of its chain.
  fileprivate func successor(among roots: [Anchor]) -> Anchor? {
    roots.first { $0.day > origin.day }
  }

  /// The first day whose slot is of the run that counts from it.
  fileprivate var takesOver: Day { isChained ? day + 1 : day }

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
  /// What becomes of days on which the office is closed.
  let closing: Closing
  /// Whether every day of the grid is a slot: none is moved for a day off or a holiday or left out for
  /// aversion.
  let isEven: Bool

  /// The grid counts from here, and stands at its `k`-th day.
  var base: Anchor
  var k = 0
  /// Among the outcomes, undone slots from there on can still be made up for by a contact.
  private(set) var running = 0
  /// The newest of them.
  private(set) var newest: Window?
  /// Whether it counts from a contact.
  var isFromContact = false
  /// Slots before a holiday that have opened; and, of holidays that were seen to, the first days.
  var ahead: [SlotAhead] = []
  var anticipated: [Day] = []
  /// Slots before a holiday that were settled before another run took over.
  var carried: [SlotAhead] = []
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
    closing = ready.closing(dossier.calendar, from: anchor.day)
    isEven =
      ready.rule.dayOff == .leave && closing == .stays
      && (ready.terms.aversionFactor == 1 || !dossier.timeline.isEverAverse)
    base = anchor
  }

  /// Slot by slot: a contact before the next slot resets the grid; a slot that is reached is
  /// settled by what happens up to the slot after it.
  mutating func walk(_ outcomes: inout Outcomes) {
    running = outcomes.obligations.count
    anticipated = carried.map(\.holiday)
    leap(outcomes)
    while let slot = next(after: k) {
      if closing == .before, let isOver = anticipate(slot, &outcomes) {
        if isOver { break }
        continue
      }
      if let action = reset(before: slot.day) {
        rebase(action, &outcomes)
        continue
      }
      if let end, end <= slot.day { break }
      if let ends, ends.day < slot.day { break }
      if ends?.day == slot.day, !isCalled(on: slot.day) { break }
      if slot.day > horizon || isPastLast(slot) {
        foretell(slot, &outcomes)
        break
      }
      if isQuiet(from: slot.day) {
        walkQuietly(from: slot, &outcomes)
        break
      }
      go(to: slot)
      take(slot, &outcomes)
    }
    finishAhead(&outcomes)
    if end.map({ $0 <= dossier.now.day }) ?? false { give(up: &outcomes) }
  }

  /// Tells of the first slot behind the horizon.
  func foretell(_ slot: GridDay, _ outcomes: inout Outcomes) {
    guard case .steady = tenure else { return }
    var slot = slot
    while slot.day < outcomes.reign.lowerBound, let later = next(after: slot) { slot = later }
    let isAsked = slot.day > horizon && !isPastLast(slot) && slot.day < end ?? .last
    if isAsked, ends.map({ slot.day < $0.day }) ?? true { outcomes.foretell(slot.day, ready) }
  }

  func isPastLast(_ slot: GridDay) -> Bool { lapse ?? .last < slot.day || last ?? .last < slot.own }

  /// With `last_done`, the first conversation after the base and before `day` that counts, or the first of
  /// the events that settle it.
  func reset(before day: Day) -> Action? {
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

  mutating func rebase(_ action: Action, _ outcomes: inout Outcomes) {
    settleAhead(before: action.day, &outcomes)
    count(from: action)
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

  private mutating func take(_ slot: GridDay, _ outcomes: inout Outcomes) {
    let day = slot.day
    // What closes the anchor closes it at 00:00, whatever else the day's edits open.
    let isOpen = ends?.day != day && ready.applies(to: dossier, on: day)
    let wasOpen = !isOpen && ready.wasOpen(dossier, before: day) && isCalled(on: day)
    guard isOpen || wasOpen else { return }
    var window = window(slot, leaves: ready.leaving(dossier, after: isOpen ? day : day - 1))
    if let (delay, until) = hold(day, opens: day) {
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

  func window(_ slot: GridDay, leaves: Ending?) -> Window {
    let day = slot.day
    return Window(
      key: .slot(day), anchor: base, opens: Moment(day, ready.opensAt(day, first: day)),
      due: Moment(day, ready.dueAt), planned: slot.planned,
      leaves: .earliest(.earliest(leaves, ends), replaced))
  }

  /// Moves the due moment by the weekly cap.
  func wait(forCap window: inout Window) {
    guard !ready.rule.expires, case .slot(let day) = window.key else { return }
    if let cap = terms.cap, !ready.rule.mandatory, dossier.load(before: day) >= cap.value {
      window.due = Moment(dossier.calendar.closures.opening(onOrAfter: day.monday + 7))
      window.delay = .cap
    }
  }

  /// The slot ends at the next slot's due day, but not before its own, wherever it was moved to.
  func settle(_ window: inout Window) -> Verdict {
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

  mutating func conclude(
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
      anticipate(before: action, &outcomes)
      count(from: action)
    case .skipped:
      give(up: &outcomes)
    }
  }
}
