/// Something done about a customer that bears on obligations.
struct Act: Sendable {
  enum Body: Sendable {
    case contact(Contact)
    case postponement(to: Moment)
    case skip(rule: String)
  }

  let fact: FactID
  let moment: Moment
  let body: Body

  var day: Day { moment.day }

  var contact: Contact? {
    if case .contact(let contact) = body { contact } else { nil }
  }

  /// The moment it moves open duties to: a postponement, or a contact that asked for another day.
  var postponesTo: Moment? {
    switch body {
    case .postponement(let to): to
    case .contact(let contact): contact.outcome == .rescheduled ? contact.next : nil
    case .skip: nil
    }
  }
}

/// One customer's history as the engine reads it at a moment: what was known when, what was done.
///
/// A class, so that each rule looks at it without copying it.
final class Course: Sendable {
  let now: Moment
  let timeline: Timeline
  let events: [(kind: EventKind, moment: Moment, fact: FactID)]
  let acts: [Act]
  let promises: [Promise]

  /// Facts that take effect after `now` do not count yet.
  init(_ history: History, now: Moment) {
    let facts = history.facts.filter { !now.isSurelyBefore($0.moment) }
    self.now = now
    timeline = Timeline(source: history.source, facts: facts)
    var events: [(kind: EventKind, moment: Moment, fact: FactID)] = []
    var acts: [Act] = []
    for fact in facts {
      let moment = fact.moment
      switch fact.body {
      case .event(let kind): events.append((kind, moment, fact.id))
      case .contact(let contact):
        acts.append(Act(fact: fact.id, moment: moment, body: .contact(contact)))
      case .postponement(let to):
        acts.append(Act(fact: fact.id, moment: moment, body: .postponement(to: to)))
      case .skip(let rule):
        acts.append(Act(fact: fact.id, moment: moment, body: .skip(rule: rule)))
      case .grade, .tag, .averse, .doNotContact, .hours, .owner: break
      }
    }
    self.events = events
    self.acts = acts
    promises = Promise.all(of: acts, timeline)
  }

  func isAverse(on day: Day) -> Bool { timeline.state(on: day)?.isAverse ?? false }

  /// Reached contacts and sent messages of that ISO week before `day`.
  func load(before day: Day) -> Int {
    let monday = day.monday
    return acts.count { act in
      guard let outcome = act.contact?.outcome else { return false }
      return (outcome == .reached || outcome == .sent) && act.day >= monday && act.day < day
    }
  }

  /// The first day on which something opened or was due that may have been put off to `day` or
  /// later.
  func reach(of day: Day) -> Day {
    acts.reversed().reduce(day) { first, act in
      act.postponesTo.map { first <= $0.day ? min(first, act.day) : first } ?? first
    }
  }

  /// Contacts without an answer on or after `moment`'s day, until they are followed by `end`.
  func attempts(since moment: Moment, until end: Day? = nil) -> Int {
    acts.count { act in
      guard let contact = act.contact, !contact.outcome.counts else { return false }
      return act.day >= moment.day && !act.moment.isSurelyBefore(moment)
        && end.map { act.day <= $0 } ?? true
    }
  }
}

/// A contact's `--next`: what it promises, and the days it holds back.
struct Promise: Sendable {
  let fact: FactID
  let made: Moment
  let to: Moment
  /// The customer asked for that day: everything on the list waits for it.
  let hidesList: Bool
  /// The first day on which the promise no longer holds anything back.
  let endsHold: Day

  static func all(of acts: [Act], _ timeline: Timeline) -> [Promise] {
    let promising = acts.filter { $0.contact?.next != nil }
    return promising.indices.compactMap { index in
      let act = promising[index]
      guard let contact = act.contact, let next = contact.next else { return nil }
      let newer = index + 1 < promising.count ? promising[index + 1].day : nil
      return Promise(
        fact: act.fact, made: act.moment, to: next,
        hidesList: contact.outcome == .rescheduled,
        endsHold: [next.day + 1, newer, timeline.stop(from: act.day)?.day].compactMap { $0 }.min()
          ?? next.day + 1)
    }
  }

  /// Whether a cadence's slot due on `day` waits for it.
  func holds(_ day: Day) -> Bool { made.day < day && day < endsHold }
}

extension Timeline {
  /// The first day from `day` on on which the customer is lost or not to be contacted.
  func stop(from day: Day) -> (day: Day, why: VoidReason)? {
    return spans.indices.first { index in
      let isPast = index + 1 < spans.count && spans[index + 1].from <= day
      return spans[index].state.isStopped && !isPast
    }.map { index in
      (max(day, spans[index].from), spans[index].state.doNotContact ? .doNotContact : .lost)
    }
  }
}
