/// The day a rule counts from (D) for one occurrence or one run of a cadence.
struct Anchor {
  let day: Day
  let time: TimeOfDay?
  let fact: FactID?
  /// The event at the start of the chain that this anchor belongs to.
  let origin: Moment
  /// A loss or cancellation closed it.
  let closes: Ending?
  /// The outcome of another rule gave it, rather than an event of its own.
  let isChained: Bool

  var moment: Moment { Moment(day, time) }

  init(_ moment: Moment, fact: FactID?, course: Course) {
    day = moment.day
    time = moment.time
    self.fact = fact
    origin = moment
    isChained = false
    closes = course.timeline.closing(of: moment).map { day in
      let isLost = course.timeline.state(on: day)?.isLost == true
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
  }

  /// The anchor that the outcome of a once-rule's window gives to what follows it: the day it was
  /// done if on time, else its due day; none if it was void before it was overdue.
  func after(_ verdict: Verdict, due: Moment, leaves: Ending?) -> Anchor? {
    if case .done(let act, onTime: true) = verdict {
      return Anchor(act.moment, fact: act.fact, following: self, isChained: true)
    }
    if case .open = verdict, let leaves, leaves.day <= due.day { return nil }
    return missed(on: due.day)
  }

  /// The contact from which a cadence counts on.
  func rebased(on act: Act) -> Anchor {
    Anchor(act.moment, fact: act.fact, following: self, isChained: isChained)
  }

  /// What was never owed counts as missed on its due day.
  func missed(on day: Day) -> Anchor {
    Anchor(Moment(day), fact: fact, following: self, isChained: true)
  }
}

extension Trigger {
  /// The kinds of events that fire it; none where another rule does.
  var kinds: TermSet<EventKind> {
    switch self {
    case .event(let kinds): kinds
    case .first(let kind): [kind]
    case .deal: [.reservation, .signing]
    case .rule: []
    }
  }
}

extension Course {
  /// Anchors of the events that fire `trigger`, by day, one a day. Chains are not among them.
  func anchors(_ trigger: Trigger) -> [Anchor] {
    let wanted = trigger.kinds
    guard !kinds.isDisjoint(with: wanted) else { return [] }
    var anchors: [Anchor] = []
    for (kind, moment, fact) in events where wanted.contains(kind) {
      let anchor = Anchor(moment, fact: fact, course: self)
      switch trigger {
      case .first: return [anchor]
      case .deal where anchors.last.map({ isSameEpoch($0.moment, moment) }) ?? false: continue
      case .event, .deal, .rule:
        // Of several on one day the first counts, unless the day closed it and not the later one.
        if let last = anchors.last, last.day == anchor.day {
          if last.closes?.day == last.day { anchors[anchors.count - 1] = anchor }
        } else {
          anchors.append(anchor)
        }
      }
    }
    return anchors
  }

  private func isSameEpoch(_ a: Moment, _ b: Moment) -> Bool {
    timeline.epoch(of: a) == timeline.epoch(of: b)
  }

  /// Where it ends: a loss or cancellation after `anchor`, or an event of `kinds` since it began.
  func end(of anchor: Anchor, by kinds: TermSet<EventKind>) -> Ending? {
    guard !kinds.isDisjoint(with: self.kinds) else { return anchor.closes }
    let event = events.first { event in
      kinds.contains(event.kind) && event.moment.day >= anchor.origin.day
        && !event.moment.isSurelyBefore(anchor.origin)
    }
    return .earliest(
      anchor.closes, event.map { Ending(day: $0.moment.day, cause: .until($0.kind)) })
  }
}
