/// What is known of a customer on a day, all facts of the day included (they take effect at 00:00).
package struct Snapshot: Hashable, Sendable {
  /// How the customer came first.
  package var source: Source?
  /// The quality of the lead; nil while it is not graded.
  package var grade: Grade?
  /// The segments that the customer belongs to.
  package var tags: TermSet<Tag> = []
  /// Events since the last loss or cancellation.
  package var events: TermSet<EventKind> = []
  /// Whether the customer is lost (流失).
  package var isLost = false
  /// Cancelled, and neither called, visited nor bought since: only broadcasts to all go on.
  package var isWaiting = false
  /// Whether the customer dislikes calls (反感电话).
  package var isAverse = false
  /// Whether the customer is not to be contacted (免打扰).
  package var doNotContact = false
  /// The hours at which the customer likes to be called; nil: any.
  package var hours: TimeRange?
  /// The customer's consultant; nil: nobody.
  package var owner: StaffID?
  /// What of it audiences ask for beside; see `Traits`.
  var traits: UInt64 = 0

  /// A customer of whom nothing but the source is known.
  package init(source: Source? = nil) { self.source = source }

  /// Whether nothing at all is owed: lost, or not to be contacted.
  package var isStopped: Bool { isLost || doNotContact }

  /// How far the customer has come.
  package var stage: Stage {
    if isLost { return .lost }
    if events.contains(.delivery) || events.contains(.moveIn) { return .delivered }
    if events.contains(.signing) { return .signed }
    return events.contains(.reservation) ? .reserved : .prospect
  }
}

/// A customer's snapshots over time, and the losses and cancellations between them.
package struct Timeline: Sendable {
  /// A stretch of days over which nothing changed.
  package struct Span: Sendable {
    /// Its first day; it ends before the next span's.
    package let from: Day
    /// What holds on its days.
    package let state: Snapshot
  }

  /// By day, each until the day before the next; empty for a customer without facts.
  package private(set) var spans: [Span] = []
  /// Losses (流失) and cancellations (退房), in order.
  package private(set) var closures: [Moment] = []
  /// Days on which the customer was lost or began not to be contacted, in order, though the same day
  /// may have ended that.
  private(set) var stops: [(day: Day, isLoss: Bool)] = []
  /// Whether the customer disliked calls on any day.
  private(set) var isEverAverse = false

  /// `facts` in the order of `Fact.inOrder`.
  package init(source: Source?, facts: ArraySlice<Fact>) {
    var state = Snapshot(source: source)
    var first = facts.startIndex
    spans.reserveCapacity(4)
    while first < facts.endIndex {
      let day = facts[first].day
      var next = first + 1
      var changes = spans.isEmpty
      while next <= facts.endIndex {
        changes = changes || facts[next - 1].changesState
        guard next < facts.endIndex, facts[next].day == day else { break }
        next += 1
      }
      if changes { close(day, of: facts[first..<next], &state) }
      first = next
    }
  }

  private mutating func close(_ day: Day, of facts: ArraySlice<Fact>, _ state: inout Snapshot) {
    let before = state
    let ends = facts.filter(\.isClosure)
    // Each stands behind the last loss or cancellation that is surely before it.
    for place in 0...ends.count {
      for fact in facts where !fact.isClosure {
        let last = ends.lastIndex { $0.moment.isSurelyBefore(fact.moment) }
        if (last.map { $0 + 1 } ?? 0) == place { state.apply(fact.body) }
      }
      guard place < ends.count else { break }
      state.apply(ends[place].body)
      closures.append(ends[place].moment)
    }
    if state.isAverse { isEverAverse = true }
    let isLoss = facts.contains { $0.body == .event(.lost) }
    if isLoss || facts.contains(where: { $0.body == .doNotContact(true) }) {
      stops.append((day, isLoss))
    }
    if spans.isEmpty || state != before { spans.append(Span(from: day, state: state)) }
  }

  /// Takes in what was said of the customer from days on, and what is said of the owners.
  ///
  /// - Parameter said: the bits that are spoken of, and those of them that hold from then on.
  mutating func overlay(
    _ said: [(day: Day, of: UInt64, bits: UInt64)], _ owners: [StaffID: UInt64]
  ) {
    guard let first = spans.first?.from else { return }
    let days = Set(spans.map(\.from) + said.map { max($0.day, first) }).sorted()
    spans = days.compactMap { day in
      guard var state = state(on: day) else { return nil }
      let sorted = said.enumerated().sorted {
        ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
      }
      for (_, saying) in sorted where saying.day <= day {
        state.traits = state.traits & ~saying.of | saying.bits
      }
      state.traits |= state.owner.flatMap { owners[$0] } ?? 0
      return Span(from: day, state: state)
    }
  }

  /// The index of the span that holds `day`, or nil before the first fact.
  package func index(on day: Day) -> Int? { spans.lastIndex { $0.from <= day } }

  /// What holds on that day; nil before the first fact.
  package func state(on day: Day) -> Snapshot? { index(on: day).map { spans[$0].state } }

  /// The day on which a loss or cancellation closed what began at `moment`.
  package func closing(of moment: Moment) -> Day? {
    closures.first { $0.day >= moment.day && !$0.isSurelyBefore(moment) }?.day
  }

  /// How many losses and cancellations lie before `moment`.
  package func epoch(of moment: Moment) -> Int {
    closures.count { $0.isSurelyBefore(moment) }
  }
}

extension Fact {
  /// Whether what is known of the customer may be another after it.
  fileprivate var changesState: Bool {
    switch body {
    case .contact, .postponement, .skip, .birthday, .step: false
    case .event, .grade, .tag, .averse, .doNotContact, .hours, .owner: true
    }
  }

  fileprivate var isClosure: Bool {
    switch body {
    case .event(let kind): kind == .lost || kind == .cancellation
    default: false
    }
  }
}

extension Snapshot {
  fileprivate mutating func apply(_ body: Fact.Body) {
    switch body {
    case .event(let kind): apply(kind)
    case .grade(let grade): self.grade = grade
    case .tag(let tag, true): tags.insert(tag)
    case .tag(let tag, false): tags.remove(tag)
    case .averse(let isAverse): self.isAverse = isAverse
    case .doNotContact(let stopped): doNotContact = stopped
    case .hours(let hours): self.hours = hours
    case .owner(let owner): self.owner = owner
    case .contact, .postponement, .skip, .birthday, .step: break
    }
  }

  private mutating func apply(_ kind: EventKind) {
    switch kind {
    case .lost:
      events = []
      isLost = true
      isWaiting = false
    case .cancellation:
      events = []
      isWaiting = !isLost
    default:
      events.insert(kind)
      guard kind.startsAnew else { return }
      isLost = false
      isWaiting = false
    }
  }
}

extension EventKind {
  /// A call, a visit or a deal: after a loss or a cancellation the rules start with it again.
  package var startsAnew: Bool {
    switch self {
    case .callIn, .visit, .reservation, .signing: true
    default: false
    }
  }
}

extension History {
  /// The facts that have taken effect by `now`. They come first, as facts stand in order.
  func facts(at now: Moment) -> ArraySlice<Fact> {
    let last = facts.lastIndex { !now.isSurelyBefore($0.moment) }
    return facts[...(last ?? -1)]
  }

  /// Snapshots as of a moment: facts that take effect later do not count yet.
  package func timeline(at now: Moment) -> Timeline {
    Timeline(source: source, facts: facts(at: now))
  }
}
