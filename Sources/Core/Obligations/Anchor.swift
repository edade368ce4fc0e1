/// The day a rule counts from (D) for one occurrence or one run of a cadence.
struct Anchor {
  let day: Day
  let time: TimeOfDay?
  let fact: FactID?
  /// The event at the start of the chain that this anchor belongs to.
  let origin: Moment
  /// A loss, a cancellation or a newer anchor closed it.
  var closes: Ending?
  /// The case whose step it is.
  var caseNumber: Int32?
  /// The outcome of another rule gave it, rather than an event of its own.
  let isChained: Bool

  var moment: Moment { Moment(day, time) }

  init(_ moment: Moment, fact: FactID?, dossier: Dossier) {
    day = moment.day
    time = moment.time
    self.fact = fact
    origin = moment
    isChained = false
    closes = dossier.timeline.closing(of: moment).map { day in
      let isLost = dossier.timeline.state(on: day)?.isLost == true
      return Ending(day: day, cause: isLost ? .lost : .cancelled)
    }
  }

  /// An anchor without a story of its own: a festival, a milestone.
  init(_ day: Day) {
    self.day = day
    time = nil
    fact = nil
    origin = Moment(day)
    closes = nil
    isChained = false
  }

  private init(_ moment: Moment, fact: FactID?, following anchor: Anchor, isChained: Bool) {
    day = moment.day
    time = moment.time
    self.fact = fact
    origin = anchor.origin
    closes = anchor.closes
    self.isChained = isChained
    caseNumber = anchor.caseNumber
  }

  /// The anchor that the outcome of a once-rule's window gives to what follows it: the day it was
  /// done if on time, else its due day; none if it was void before it was overdue.
  func after(_ verdict: Verdict, due: Moment, leaves: Ending?) -> Anchor? {
    if case .done(let action, onTime: true) = verdict {
      return Anchor(action.moment, fact: action.fact, following: self, isChained: true)
    }
    if case .open = verdict, let leaves, leaves.day <= due.day { return nil }
    return missed(on: due.day)
  }

  /// The contact from which a cadence counts on.
  func rebased(on action: Action) -> Anchor {
    Anchor(action.moment, fact: action.fact, following: self, isChained: isChained)
  }

  /// The holiday's last day, from which a cadence goes on.
  func resumed(on day: Day) -> Anchor {
    Anchor(Moment(day), fact: fact, following: self, isChained: isChained)
  }

  /// The day from which a cadence for a later stretch of time counts.
  func moved(by offset: Offset, _ calendar: WorkCalendar) -> Anchor {
    if offset == .zero { return self }
    return Anchor(
      Moment(day.adding(offset, calendar)), fact: fact, following: self, isChained: isChained)
  }

  /// What was never owed counts as missed on its due day.
  func missed(on day: Day) -> Anchor {
    Anchor(Moment(day), fact: fact, following: self, isChained: true)
  }
}

extension Trigger {
  /// The kinds of events that fire it; none where something else does.
  var kinds: TermSet<EventKind> {
    switch self {
    case .event(let kinds): kinds
    case .first(let kind): [kind]
    case .deal: [.reservation, .signing]
    case .all(let kinds): kinds
    case .rule, .missed, .entry, .step: []
    }
  }
}

extension Dossier {
  /// Adds the anchors of the events that fire `trigger`, by day, one a day. Chains are not among
  /// them.
  func collect(_ trigger: Trigger, into anchors: inout [Anchor]) {
    switch trigger {
    case .all(let kinds): return anchors += self.anchors(ofAll: kinds)
    case .entry: return anchors += entries
    case .step(let filter): return anchors += self.anchors(filter)
    case .event, .first, .deal, .rule, .missed: break
    }
    let wanted = trigger.kinds
    guard !kinds.isDisjoint(with: wanted) else { return }
    for (kind, moment, fact) in events where wanted.contains(kind) {
      let anchor = Anchor(moment, fact: fact, dossier: self)
      switch trigger {
      case .first: return anchors.append(anchor)
      case .deal where anchors.last.map({ isSameEpoch($0.moment, moment) }) ?? false: continue
      case .event, .deal, .rule, .missed, .all, .entry, .step: anchors.add(anchor)
      }
    }
  }

  func isSameEpoch(_ a: Moment, _ b: Moment) -> Bool {
    timeline.epoch(of: a) == timeline.epoch(of: b)
  }

  /// Where it ends: a loss or cancellation after `anchor`, or what the rule ends by since it began.
  func end(of anchor: Anchor, _ rule: Rule) -> Ending? {
    .earliest(end(of: anchor, by: rule.until), stepEnding(anchor, rule))
  }

  private func end(of anchor: Anchor, by kinds: TermSet<EventKind>) -> Ending? {
    guard !kinds.isDisjoint(with: self.kinds) else { return anchor.closes }
    let event = events.first { event in
      kinds.contains(event.kind) && event.moment.day >= anchor.origin.day
        && !event.moment.isSurelyBefore(anchor.origin)
    }
    return .earliest(
      anchor.closes, event.map { Ending(day: $0.moment.day, cause: .until($0.kind)) })
  }
}
