extension Course {
  /// A rule that asks again and again: one grid at a time, from the newest anchor, or with
  /// `last_done` from the newest contact that counts.
  func runCadence(
    _ ready: ReadyRule, _ cadence: Cadence, _ anchors: [Anchor], _ mode: CadenceAnchor,
    _ terms: CadenceTerms, excluded: Set<FactID>
  ) -> Outcomes {
    var outcomes = Outcomes()
    for (index, anchor) in anchors.enumerated() {
      let next = index + 1 < anchors.count ? anchors[index + 1] : nil
      var run = CadenceRun(
        course: self, ready: ready, cadence: cadence, mode: mode, terms: terms, anchor: anchor,
        // An event restarts the grid at 00:00; a chain's anchor leaves its day's slot as it is.
        end: next.map { $0.isChained ? $0.day + 1 : $0.day },
        ends: earliest(anchor.closes, end(of: anchor, by: ready.rule.until)), excluded: excluded)
      run.walk(&outcomes)
    }
    return outcomes
  }
}

/// What a policy says of all its cadences, and how far ahead to look.
struct CadenceTerms {
  let aversionFactor: Int
  let cap: Limit?
  let horizon: Day
}

/// The slots of one cadence from one anchor to the next.
private struct CadenceRun {
  let course: Course
  let ready: ReadyRule
  let cadence: Cadence
  let mode: CadenceAnchor
  let terms: CadenceTerms
  let anchor: Anchor
  /// The day on which a newer anchor takes over.
  let end: Day?
  let ends: (day: Day, why: VoidReason)?
  let excluded: Set<FactID>

  /// The grid counts from here, and stands at its `k`-th day.
  private var base: Anchor
  private var k = 0
  /// Undone slots that a contact can still make up for, by their place in the outcomes.
  private var running: [Int] = []

  init(
    course: Course, ready: ReadyRule, cadence: Cadence, mode: CadenceAnchor, terms: CadenceTerms,
    anchor: Anchor, end: Day?, ends: (day: Day, why: VoidReason)?, excluded: Set<FactID>
  ) {
    self.course = course
    self.ready = ready
    self.cadence = cadence
    self.mode = mode
    self.terms = terms
    self.anchor = anchor
    self.end = end
    self.ends = ends
    self.excluded = excluded
    base = anchor
  }

  /// Slot by slot: a contact before the next slot resets the grid; a slot that is reached is
  /// settled by what happens up to the slot after it.
  mutating func walk(_ outcomes: inout Outcomes) {
    while let slot = next(after: k) {
      if let act = reset(before: slot.day) {
        rebase(act, &outcomes)
        continue
      }
      if let end, end <= slot.day { break }
      if let ends, ends.day < slot.day || (ends.day == slot.day && !isCalled(slot.day)) { break }
      if slot.day > terms.horizon { break }
      k = slot.k
      take(slot.day, &outcomes)
    }
    if end.map({ $0 <= course.now.day }) ?? false { give(up: &outcomes) }
  }

  /// The next day of the grid: multiples of the interval in force on that day.
  private func next(after k: Int) -> (k: Int, day: Day)? {
    var k = k
    while true {
      k += 1
      guard let day = cadence.slot(k, after: base.day) else { return nil }
      let averse = terms.aversionFactor > 1 && course.isAverse(on: day)
      if !averse || k % terms.aversionFactor == 0 { return (k, day) }
    }
  }

  /// With `last_done`, the first contact after the base and before `day` that counts.
  private func reset(before day: Day) -> Act? {
    guard mode == .lastDone else { return nil }
    return course.acts.first { act in
      act.day > base.day && act.day < day && act.day < (end ?? .last)
        && ready.accepts(act, course) && !excluded.contains(act.fact)
    }
  }

  private mutating func rebase(_ act: Act, _ outcomes: inout Outcomes) {
    base = anchor.rebased(on: act)
    k = 0
    give(up: &outcomes)
  }

  /// What is undone stays a miss: a newer contact, skip or anchor has taken its place.
  private mutating func give(up outcomes: inout Outcomes) {
    for index in running { outcomes.obligations[index].status = .missed }
    running = []
  }

  private func isCalled(_ day: Day) -> Bool {
    course.acts.contains { $0.day == day && ready.accepts($0, course) }
  }

  private mutating func take(_ day: Day, _ outcomes: inout Outcomes) {
    let isOpen = ready.gate(course, on: day).isOpen
    let wasOpen = !isOpen && ready.wasOpen(course, before: day) && isCalled(day)
    guard isOpen || wasOpen else { return }
    let following = next(after: k)?.day ?? .last
    var window = Window(
      key: .slot(day), anchor: base, opens: Moment(day, ready.opensAt(day, first: day)),
      due: Moment(day, ready.dueAt), end: min(following, end ?? .last),
      leaves: earliest(ready.leaving(course, after: isOpen ? day : day - 1), ends))
    if let promise = course.promises.last(where: { $0.holds(day) }) {
      window.hold = .promise(promise.fact)
      outcomes.obligations.append(window.held(ready, until: promise.to))
      return
    }
    postpone(&window)
    let verdict = course.settle(ready, &window, excluded: excluded)
    conclude(window, verdict, following, &outcomes)
  }

  /// Moves the due moment by the weekly cap and by postponements made before the slot.
  private func postpone(_ window: inout Window) {
    let day = window.opens.day
    if let cap = terms.cap, !ready.rule.mandatory, course.load(before: day) >= cap.value {
      window.due = Moment(day.monday + 7)
      window.hold = .cap(clause: cap.clause)
    }
    for act in course.acts where act.day < day {
      guard case .postponement(let to) = act.body, day <= to.day, window.due.isBefore(to)
      else { continue }
      window.due = to
      window.hold = .postponement(act.fact)
    }
  }

  private mutating func conclude(
    _ window: Window, _ verdict: Verdict, _ following: Day, _ outcomes: inout Outcomes
  ) {
    switch verdict {
    case .open where window.due.day >= following && window.due.day > window.opens.day:
      // The slot after it comes no later: this one is held, that one will be due.
      outcomes.obligations.append(window.held(ready, until: window.due))
    case .open, .superseded:
      outcomes.add(window, ready, verdict, course)
      if outcomes.obligations.last?.status == .overdue {
        running.append(outcomes.obligations.count - 1)
      }
    case .done(let act, _):
      outcomes.add(window, ready, verdict, course)
      give(up: &outcomes)
      if mode == .lastDone {
        base = anchor.rebased(on: act)
        k = 0
      }
    case .skipped:
      outcomes.add(window, ready, verdict, course)
      give(up: &outcomes)
    }
  }
}
