/// The day a rule counts from (D) for one occurrence or one run of a cadence.
struct Anchor {
  let day: Day
  let time: TimeOfDay?
  let fact: FactID?
  /// The event at the start of the chain that this anchor belongs to.
  let origin: Moment
  /// A loss or cancellation closed it on that day.
  let closes: (day: Day, why: VoidReason)?
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
      (day, course.timeline.state(on: day)?.isLost == true ? .lost : .cancelled)
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
  func after(_ verdict: Verdict, due: Moment, leaves: (day: Day, why: VoidReason)?) -> Anchor? {
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

  /// The day from which a cadence for a later stretch of time counts.
  func moved(by offset: Offset) -> Anchor {
    guard offset != .zero else { return self }
    return Anchor(
      Moment(day.adding(offset)), fact: fact, following: self, isChained: isChained)
  }

  /// What was never owed counts as missed on its due day.
  func missed(on day: Day) -> Anchor {
    Anchor(Moment(day), fact: fact, following: self, isChained: true)
  }
}

extension Course {
  /// Anchors of the events that fire `trigger`, by day, one a day. Chains are not among them.
  func anchors(_ trigger: Trigger) -> [Anchor] {
    var anchors: [Anchor] = []
    for (kind, moment, fact) in events where fires(trigger, kind) {
      let anchor = Anchor(moment, fact: fact, course: self)
      switch trigger {
      case .first: return [anchor]
      case .deal where anchors.last.map({ isSameEpoch($0.moment, moment) }) ?? false: continue
      case .event, .deal, .rule, .all, .entry, .step:
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

  private func fires(_ trigger: Trigger, _ kind: EventKind) -> Bool {
    switch trigger {
    case .event(let kinds): kinds.contains(kind)
    case .first(let first): kind == first
    case .deal: kind == .reservation || kind == .signing
    case .rule, .all, .entry, .step: false
    }
  }

  private func isSameEpoch(_ a: Moment, _ b: Moment) -> Bool {
    timeline.epoch(of: a) == timeline.epoch(of: b)
  }

  /// The first event of `kinds` since `anchor` began.
  func end(of anchor: Anchor, by kinds: TermSet<EventKind>) -> (day: Day, why: VoidReason)? {
    if kinds.isEmpty { return nil }
    return events.first { event in
      kinds.contains(event.kind) && event.moment.day >= anchor.origin.day
        && !event.moment.isSurelyBefore(anchor.origin)
    }.map { ($0.moment.day, .until($0.kind)) }
  }
}
