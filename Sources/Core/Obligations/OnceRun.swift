/// The days between which a once-rule asks, as the rule and the calendar give them.
struct Span: Sendable {
  var opens: Day
  var due: Day
  /// Where the rule counts clock hours: until that hour of its last day.
  var hour: TimeOfDay?
  /// Its last day before a holiday of the company moved it; nil where none did.
  var planned: Day?

  /// A due day that is no working day moves to the one before it, though not before `first`, or
  /// after it; and with it an opening on the same day.
  mutating func move(_ choice: DayOffChoice, from first: Day?, _ calendar: WorkCalendar) {
    let moved = calendar.day(due, choice)
    let day = first.map { max($0, moved) } ?? moved
    if opens == due || opens > day { opens = day }
    if day != due { hour = nil }
    due = day
  }

  /// What would end while the office is closed ends on the first open day (Civil Code art. 203).
  func reopened(_ closures: Closures) -> Span {
    let day = closures.opening(onOrAfter: due)
    return day == due ? self : Span(opens: opens, due: day, planned: due)
  }
}

extension WorkCalendar {
  /// The day itself if it is worked, else what a rule makes of a day off.
  func day(_ day: Day, _ choice: DayOffChoice) -> Day {
    switch choice {
    case .leave: day
    case .before: workday(onOrBefore: day) ?? day
    case .after: workday(onOrAfter: day) ?? day
    }
  }
}

extension Dossier {
  /// A rule that asks once after each anchor, open from `opens(anchor)` to `due` days after it, but
  /// never due before it opens; nil where what it waits for is void.
  func runOnce(
    _ ready: ReadyRule, _ anchors: [Anchor], due: Offset, excluded: [Day],
    _ outcomes: inout Outcomes, opens: (Anchor, Outcomes) -> Day?
  ) {
    for anchor in anchors {
      guard let first = opens(anchor, outcomes) else { continue }
      let last = anchor.moment.adding(due, calendar)
      var span = Span(
        opens: first, due: max(first, last.day), hour: due.hours == 0 ? nil : last.time)
      if ready.rule.dayOff != .leave { span.move(ready.rule.dayOff, from: anchor.day, calendar) }
      let key = anchor.caseNumber.map { AnchorKey.ofCase($0, anchor.day) } ?? .event(anchor.day)
      runOnce(ready, key, anchor, span, excluded, &outcomes)
    }
  }

  /// One occurrence, for an event's anchor as for a festival's or a milestone's day. Without
  /// `countsCalls` it does not open for a call on the day whose edits ended it.
  func runOnce(
    _ ready: ReadyRule, _ key: AnchorKey, _ anchor: Anchor, _ span: Span,
    _ excluded: [Day], _ outcomes: inout Outcomes, countsCalls: Bool = true
  ) {
    let span = ready.keepsItsDay ? span : span.reopened(calendar.closures)
    if !ready.isFollowed, !ready.isDistinguished, outcomes.lacks(span, ready.rule, now) {
      return foretell(ready, anchor, span, &outcomes)
    }
    let ends = end(of: anchor, ready.rule)
    guard !ready.isOver(before: anchor.moment, span),
      let (day, lastOpen) = opens(ready, key, anchor, span, ends: ends?.day, countsCalls)
    else { return outcomes.link(ready, anchor, to: anchor.missed(on: span.due)) }
    var window = Window(
      key: key, anchor: anchor, opens: Moment(day, ready.opensAt(day, first: span.opens)),
      due: Moment(span.due, span.hour ?? ready.dueAt), planned: span.planned,
      leaves: .earliest(ready.leaving(self, after: lastOpen), ends))
    let verdict = settle(ready, &window, excluded: excluded)
    if lastOpen < day, !verdict.isDone {
      // The call of that day did not come to it after all.
      runOnce(ready, key, anchor, span, excluded, &outcomes, countsCalls: false)
      return
    }
    outcomes.add(window, ready, verdict, self)
    outcomes.note(ready, window, verdict, self)
    guard ready.isFollowed else { return }
    let next = anchor.after(verdict, due: window.due, leaves: window.leaves)
    outcomes.link(
      ready, anchor, to: next ?? anchor.missed(on: window.due.day), isVoid: next == nil)
  }

  /// Tells of what opens behind the days that are asked about.
  func foretell(
    _ ready: ReadyRule, _ anchor: Anchor, _ span: Span, _ outcomes: inout Outcomes
  ) {
    guard ready.isPersonal, span.opens > max(outcomes.bounds.horizon, now.day),
      ready.applies(to: self, on: span.opens),
      end(of: anchor, ready.rule).map({ span.opens < $0.day }) ?? true
    else { return }
    outcomes.foretell(span.opens, ready)
  }

  /// The first day of the span on which the rule applies, and the last on which it is open whatever its
  /// edits say; nil where it never is: then nothing was owed. Under a stop nothing opens; a stop that
  /// ends inside the span opens nothing either. A contact settles what was open before the edits
  /// of its day, so an opening day on which the rule just ceased counts if it was called on.
  func opens(
    _ ready: ReadyRule, _ key: AnchorKey, _ anchor: Anchor, _ span: Span, ends: Day?,
    _ countsCalls: Bool
  ) -> (day: Day, lastOpen: Day)? {
    if let ends, ends < span.opens { return nil }
    let isOpen = ready.applies(to: self, on: span.opens)
    if !isOpen || ends == span.opens {
      let calledBefore =
        countsCalls && ready.wasOpen(self, before: span.opens)
        && holdsSettlement(ready, key, anchor, on: span.opens)
      if calledBefore { return (span.opens, span.opens - 1) }
      if ends == span.opens { return nil }
    }
    if isOpen { return (span.opens, span.opens) }
    if timeline.state(on: span.opens).map(ready.isStopped) ?? false { return nil }
    for later in timeline.spans where later.from > span.opens && later.from <= span.due {
      if let ends, ends <= later.from { return nil }
      if ready.applies(to: later.state) { return (later.from, later.from) }
      if ready.isStopped(later.state) { return nil }
    }
    return nil
  }
}

extension ReadyRule {
  /// Whether what it sends ends with an hour of that very day before it began: nobody could have sent it.
  fileprivate func isOver(before anchor: Moment, _ span: Span) -> Bool {
    rule.expires && rule.schedule.trigger != nil
      && Moment(span.due, span.hour ?? dueAt).isSurelyBefore(anchor)
  }

  /// Whether its day stays though the office be closed: greetings, announcements and timed messages.
  fileprivate var keepsItsDay: Bool { rule.expires || rule.schedule.trigger == nil }

  /// The hour from which it is wanted, on the first day of its window.
  func opensAt(_ day: Day, first: Day) -> TimeOfDay? {
    day == first ? rule.hours.flatMap { $0.from == .midnight ? nil : $0.from } : nil
  }

  /// The hour at which it is late on its due day; nil: 24:00.
  var dueAt: TimeOfDay? { rule.hours.flatMap { $0.to == .endOfDay ? nil : $0.to } }
}
