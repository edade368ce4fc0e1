/// One customer's history as the engine reads it at a moment: what was known when, what was done.
///
/// A class, so that each rule looks at it without copying it.
final class Dossier: Sendable {
  let now: Moment
  let customer: CustomerID
  /// The office's milestones, words, homes and workdays.
  let engine: Engine
  let timeline: Timeline
  let events: [(kind: EventKind, moment: Moment, fact: FactID)]
  /// The kinds of all the events.
  let kinds: TermSet<EventKind>
  let past: Past
  let actions: [Action]
  /// What happened to the customer's cases.
  let steps: [(step: CaseStep, moment: Moment, fact: FactID)]
  /// The newest of each member of the family, and the day on which the first was known.
  let birthdays: [(fact: BirthdayFact, known: Day)]
  /// Each grade that was given or taken back; only where a policy asks for grades.
  let grades: [(grade: Grade?, moment: Moment, fact: FactID)]
  let promises: [Promise]
  /// The days of the last fact and of the last action.
  let lastFact: Day
  let lastAction: Day
  /// Whether any action moves a duty or holds one back.
  let hasMoves: Bool

  /// `facts` that have taken effect by `now`, and the timeline made of them.
  init(
    _ facts: ArraySlice<Fact>, _ timeline: Timeline, of customer: CustomerID, now: Moment,
    _ engine: Engine
  ) {
    var events: [(kind: EventKind, moment: Moment, fact: FactID)] = []
    var kinds: TermSet<EventKind> = []
    var actions: [Action] = []
    var steps: [(step: CaseStep, moment: Moment, fact: FactID)] = []
    var birthdays: [(fact: BirthdayFact, known: Day)] = []
    var grades: [(grade: Grade?, moment: Moment, fact: FactID)] = []
    actions.reserveCapacity(facts.count)
    events.reserveCapacity(4)
    for fact in facts {
      let body: Action.Body
      switch fact.body {
      case .event(let kind):
        events.append((kind, fact.moment, fact.id))
        kinds.insert(kind)
        guard kind == .visit else { continue }
        body = .visit
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
      case .grade(let grade):
        if engine.asksForGrades { grades.append((grade, fact.moment, fact.id)) }
        continue
      case .tag, .averse, .doNotContact, .hours, .owner: continue
      }
      var action = Action(fact: fact.id, moment: fact.moment, body: body)
      if case .contact(let contact) = body {
        action.voices = engine.staffing.voices(
          of: contact.speaker, owner: timeline.state(on: fact.day)?.owner)
      }
      actions.append(action)
    }
    if !steps.isEmpty {
      for place in actions.indices { actions[place].about = steps.matter(of: actions[place]) }
    }
    self.now = now
    self.customer = customer
    self.engine = engine
    self.timeline = timeline
    self.events = events
    self.kinds = kinds
    past = Past(timeline)
    self.actions = actions
    lastFact = facts.last?.day ?? .first
    lastAction = actions.last { !$0.isVisit }?.day ?? .first
    self.steps = steps
    self.birthdays = birthdays
    self.grades = grades
    promises = Promise.all(
      of: actions, starts: events.filter { $0.kind.startsAnew }.map(\.moment), timeline,
      engine.staffing)
    hasMoves = actions.contains { $0.pointsTo != nil }
  }

  var homes: Homes { engine.homes }
  var calendar: WorkCalendar { engine.calendar }

  func isAverse(on day: Day) -> Bool {
    timeline.isEverAverse && timeline.state(on: day)?.isAverse ?? false
  }

  /// Reached contacts and sent messages of that ISO week before `day`.
  func load(before day: Day) -> Int {
    let monday = day.monday
    return actions.count { action in
      guard let outcome = action.contact?.outcome else { return false }
      return (outcome == .reached || outcome == .sent) && action.day >= monday && action.day < day
    }
  }

  /// The first day on which something opened or was due that may have been put off to `day` or
  /// later, or have been held back until then.
  func reach(of day: Day) -> Day {
    guard hasMoves else { return day }
    return actions.reversed().reduce(day) { first, action in
      action.pointsTo.map { first <= $0.day ? min(first, action.day) : first } ?? first
    }
  }

  /// Contacts without an answer from `moment` on to the end of `end`.
  func attempts(since moment: Moment, until end: Day? = nil) -> Attempts {
    var attempts = Attempts()
    for action in actions.reversed() {
      if action.day < moment.day { break }
      guard action.contact?.outcome.isAttempt == true else { continue }
      if !action.moment.isSurelyBefore(moment), action.day <= end ?? .last {
        attempts.add(action.day)
      }
    }
    return attempts
  }
}

/// Contacts without an answer, counted from the newest back.
struct Attempts {
  private(set) var times = 0
  private(set) var days = 0
  private var oldest: Day?

  mutating func add(_ day: Day) {
    times += 1
    if day != oldest { days += 1 }
    oldest = day
  }

  /// Whether they are as many as excuse a miss.
  func suffice(for limit: AttemptLimit) -> Bool { times >= limit.times && days >= limit.days }
}

/// The day from which on something is void. Why is told where somebody asks.
struct Ending {
  enum Cause {
    case lost, doNotContact, cancelled, until(EventKind), step(CaseStepKind)
    /// A newer promise took its place.
    case superseded(FactID)
    /// A newer anchor took its place.
    case restarted(FactID)
    /// What was missed has been made up for.
    case madeUp(FactID)
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
  /// The first day from `day` on on which the customer is or was lost or not to be contacted, though
  /// it be for a part of it.
  func stop(from day: Day) -> Ending? {
    if let state = state(on: day), state.isStopped { return Ending(day: day, cause: .gate) }
    return stops.first { $0.day >= day }.map {
      Ending(day: $0.day, cause: $0.isLoss ? .lost : .doNotContact)
    }
  }
}
