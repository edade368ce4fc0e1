/// One customer's history as the engine reads it at a moment: what was known when, what was done.
///
/// A class, so that each rule looks at it without copying it.
final class Course: Sendable {
  let now: Moment
  let customer: CustomerID
  let homes: Homes
  let timeline: Timeline
  let events: [(kind: EventKind, moment: Moment, fact: FactID)]
  /// The kinds of all the events.
  let kinds: TermSet<EventKind>
  let past: Past
  let acts: [Act]
  /// What happened to the customer's cases.
  let steps: [(step: CaseFact, moment: Moment, fact: FactID)]
  /// The newest of each member of the family, and the day on which the first was known.
  let birthdays: [(fact: BirthdayFact, known: Day)]
  /// The office's workdays.
  let calendar: WorkCalendar
  let promises: [Promise]
  /// The days of the last fact and of the last act.
  let lastFact: Day
  let lastAct: Day
  /// Whether any act moves a duty or holds one back.
  let hasMoves: Bool

  /// `facts` that have taken effect by `now`, and the timeline made of them.
  init(
    _ facts: ArraySlice<Fact>, _ timeline: Timeline, of customer: CustomerID, now: Moment,
    _ engine: Engine
  ) {
    var events: [(kind: EventKind, moment: Moment, fact: FactID)] = []
    var kinds: TermSet<EventKind> = []
    var acts: [Act] = []
    var steps: [(step: CaseFact, moment: Moment, fact: FactID)] = []
    var birthdays: [(fact: BirthdayFact, known: Day)] = []
    acts.reserveCapacity(facts.count)
    events.reserveCapacity(4)
    for fact in facts {
      let body: Act.Body
      switch fact.body {
      case .event(let kind):
        events.append((kind, fact.moment, fact.id))
        kinds.insert(kind)
        continue
      case .contact(let contact): body = .contact(contact)
      case .postponement(let to): body = .postponement(to: to)
      case .skip(let rule): body = .skip(rule)
      case .step(let step):
        steps.append((step, fact.moment, fact.id))
        continue
      case .birthday(let birthday):
        let older = birthdays.firstIndex { $0.fact.member == birthday.member }
        let known = older.map { birthdays.remove(at: $0).known } ?? fact.day
        birthdays.append((birthday, known))
        continue
      case .grade, .tag, .averse, .doNotContact, .hours, .owner: continue
      }
      acts.append(Act(fact: fact.id, moment: fact.moment, body: body))
    }
    self.now = now
    self.customer = customer
    homes = engine.homes
    self.timeline = timeline
    self.events = events
    self.kinds = kinds
    past = Past(timeline)
    self.acts = acts
    lastFact = facts.last?.day ?? .first
    lastAct = acts.last?.day ?? .first
    self.steps = steps
    self.birthdays = birthdays
    calendar = engine.calendar
    promises = Promise.all(of: acts, timeline)
    hasMoves = acts.contains { $0.pointsTo != nil }
  }

  func isAverse(on day: Day) -> Bool {
    timeline.isEverAverse && timeline.state(on: day)?.isAverse ?? false
  }

  /// Reached contacts and sent messages of that ISO week before `day`.
  func load(before day: Day) -> Int {
    let monday = day.monday
    return acts.count { act in
      guard let outcome = act.contact?.outcome else { return false }
      return (outcome == .reached || outcome == .sent) && act.day >= monday && act.day < day
    }
  }

  /// The first day on which something opened or was due that may have been put off to `day` or
  /// later, or have been held back until then.
  func reach(of day: Day) -> Day {
    guard hasMoves else { return day }
    return acts.reversed().reduce(day) { first, act in
      act.pointsTo.map { first <= $0.day ? min(first, act.day) : first } ?? first
    }
  }

  /// Contacts without an answer on or after `moment`'s day, until they are followed by `end`.
  func attempts(since moment: Moment, until end: Day? = nil) -> Int {
    var count = 0
    for act in acts.reversed() {
      if act.day < moment.day { break }
      guard let contact = act.contact, !contact.outcome.counts else { continue }
      if !act.moment.isSurelyBefore(moment), act.day <= end ?? .last { count += 1 }
    }
    return count
  }
}

/// The day from which on something is void. Why is told where somebody asks.
struct Ending {
  enum Cause {
    case lost, cancelled, until(EventKind), step(CaseStep)
    /// A newer anchor took its place.
    case superseded(FactID)
    /// The rule no longer applied.
    case gate
  }

  let day: Day
  let cause: Cause

  /// The earlier of two endings; the first of two on one day.
  static func earliest(_ a: Ending?, _ b: Ending?) -> Ending? {
    guard let a, let b else { return a ?? b }
    return b.day < a.day ? b : a
  }
}

extension Timeline {
  /// The first day from `day` on on which the customer is lost or not to be contacted.
  func stop(from day: Day) -> Ending? {
    spans.indices.first { index in
      let isPast = index + 1 < spans.count && spans[index + 1].from <= day
      return spans[index].state.isStopped && !isPast
    }.map { Ending(day: max(day, spans[$0].from), cause: .gate) }
  }
}
