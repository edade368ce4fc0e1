/// When a once-rule opens for an anchor.
private enum Opening {
  case on(Day)
  /// On a day whose edits ended it at 00:00, but with a call that came to what was open before.
  case beforeEdits(Day)
  /// The audience never held, or a stop was in force: nothing was owed.
  case never
  /// Ended before it could open.
  case ended
}

extension Course {
  /// A rule that asks once after each anchor, open from `opens(anchor)` to `due` days after it, but
  /// never due before it opens.
  func runOnce(
    _ ready: ReadyRule, _ anchors: [Anchor], due: Int, excluded: [Day],
    _ outcomes: inout Outcomes, opens: (Anchor, Outcomes) -> Day
  ) {
    for anchor in anchors {
      let first = opens(anchor, outcomes)
      let span = (opens: first, due: max(first, anchor.day + due))
      runOnce(ready, .event(anchor.day), anchor, span, excluded, &outcomes)
    }
  }

  /// One occurrence, for an event's anchor as for a festival's or a milestone's day. Without
  /// `countsCalls` it does not open for a call on the day whose edits ended it.
  func runOnce(
    _ ready: ReadyRule, _ key: AnchorKey, _ anchor: Anchor, _ span: (opens: Day, due: Day),
    _ excluded: [Day], _ outcomes: inout Outcomes, countsCalls: Bool = true
  ) {
    let ends = end(of: anchor, by: ready.rule.until)
    let day: Day
    let lastOpen: Day
    switch opening(ready, span, ends: ends?.day, countsCalls) {
    case .ended:
      return outcomes.link(ready, anchor, to: anchor.missed(on: span.due), isVoid: true)
    case .never: return outcomes.link(ready, anchor, to: anchor.missed(on: span.due))
    case .on(let opening): (day, lastOpen) = (opening, opening)
    case .beforeEdits(let opening): (day, lastOpen) = (opening, opening - 1)
    }
    var window = Window(
      key: key, anchor: anchor, opens: Moment(day, ready.opensAt(day, first: span.opens)),
      due: Moment(span.due, ready.dueAt),
      leaves: .earliest(ready.leaving(self, after: lastOpen), ends))
    let verdict = settle(ready, &window, excluded: excluded)
    let next = anchor.after(verdict, due: window.due, leaves: window.leaves)
    if lastOpen < day, !verdict.isDone {
      // The call of that day did not come to it after all.
      runOnce(ready, key, anchor, span, excluded, &outcomes, countsCalls: false)
      return
    }
    outcomes.add(window, ready, verdict, self)
    outcomes.link(
      ready, anchor, to: next ?? anchor.missed(on: window.due.day), isVoid: next == nil)
  }

  /// The first day of the span on which the rule applies. Under a stop nothing opens; a stop that
  /// ends inside the span opens nothing either. A contact settles what was open before the edits
  /// of its day, so an opening day on which the rule just ceased counts if it was called on.
  private func opening(
    _ ready: ReadyRule, _ span: (opens: Day, due: Day), ends: Day?, _ countsCalls: Bool
  ) -> Opening {
    if let ends, ends < span.opens { return .ended }
    let isOpen = ready.applies(to: self, on: span.opens)
    if !isOpen || ends == span.opens {
      let calledBefore =
        countsCalls && ready.wasOpen(self, before: span.opens)
        && acts.contains { $0.day == span.opens && ready.accepts($0, self) }
      if calledBefore { return .beforeEdits(span.opens) }
      if ends == span.opens { return .ended }
    }
    if isOpen { return .on(span.opens) }
    if timeline.state(on: span.opens).map(ready.isStopped) ?? false { return .never }
    for later in timeline.spans where later.from > span.opens && later.from <= span.due {
      if let ends, ends <= later.from { return .ended }
      if ready.applies(to: later.state) { return .on(later.from) }
      if ready.isStopped(later.state) { return .never }
    }
    return .never
  }
}

extension ReadyRule {
  /// The hour from which it is wanted, on the first day of its window.
  func opensAt(_ day: Day, first: Day) -> TimeOfDay? {
    day == first ? rule.hours.flatMap { $0.from == .midnight ? nil : $0.from } : nil
  }

  /// The hour at which it is late on its due day; nil: 24:00.
  var dueAt: TimeOfDay? { rule.hours.flatMap { $0.to == .endOfDay ? nil : $0.to } }
}
