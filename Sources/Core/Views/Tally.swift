/// Contacts of any outcome, by channel and outcome. Values add up.
package struct ContactCounts: Hashable, Sendable {
  /// By channel, then outcome, both from 1; empty: none.
  private var counts: [Int] = []
  private static let channels = 9
  private static let outcomes = 12

  /// No contacts.
  package init() {}

  /// How many by that channel ended so, from 0.
  package subscript(channel: Channel, outcome: Outcome) -> Int {
    counts.isEmpty ? 0 : counts[ContactCounts.place(channel, outcome)]
  }

  /// How many by that channel, from 0.
  package subscript(channel: Channel) -> Int {
    Outcome.allCases.reduce(0) { $0 + self[channel, $1] }
  }

  /// The channels by which there were any, with how many.
  package var byChannel: [Channel: Int] {
    Channel.allCases.reduce(into: [:]) { if self[$1] > 0 { $0[$1] = self[$1] } }
  }

  /// All of them.
  package var total: Int { counts.reduce(0, +) }

  package static func += (a: inout ContactCounts, b: ContactCounts) {
    guard !a.counts.isEmpty, !b.counts.isEmpty else {
      if a.counts.isEmpty { a = b }
      return
    }
    for index in a.counts.indices { a.counts[index] += b.counts[index] }
  }

  fileprivate mutating func count(_ contact: Contact) {
    if counts.isEmpty {
      counts = Array(repeating: 0, count: ContactCounts.channels * ContactCounts.outcomes)
    }
    counts[ContactCounts.place(contact.channel, contact.outcome)] += 1
  }

  private static func place(_ channel: Channel, _ outcome: Outcome) -> Int {
    Int(channel.rawValue) * outcomes + Int(outcome.rawValue)
  }
}

/// What became of the obligations due in a stretch of days, and what was done in it. Values add
/// up: two tallies of different customers, days or offices make one.
package struct Tally: Hashable, Sendable {
  package var onTime = 0
  package var late = 0
  /// Past due and undone as of the report.
  package var missed = 0
  /// Due in the stretch, not yet past due.
  package var open = 0
  package var held = 0
  /// Skipped, or missed of somebody who had been tried often enough.
  package var skipped = 0
  /// Customers who were owed something in the stretch, each counted once.
  package var owed = 0
  /// Those of them with whom somebody spoke in it, or to whom somebody wrote.
  package var inContact = 0
  /// Of a rule's: done, and the customer visited afterwards.
  package var visitedAfter = 0
  /// Days agreed with customers that were due, and those of them that were kept on time.
  package var promises = 0
  package var promisesKept = 0
  /// Customers who first came in the stretch, and how far those had come by its end.
  package var newCustomers = 0
  package var newVisited = 0
  package var newReserved = 0
  package var newSigned = 0
  package var visits = 0
  package var reservations = 0
  package var signings = 0
  /// Cases that were opened, and that were closed.
  package var casesOpened = 0
  package var casesClosed = 0
  package var contacts = ContactCounts()

  package init() {}

  /// Skipped, held and void stand outside.
  package var due: Int { onTime + late + missed + open }

  /// On time among what is past.
  package var rate: Share { Share(of: onTime, among: due - open) }

  /// Calls by phone, and those of them that somebody answered, be it to refuse.
  package var calls: Int { contacts[.phone] }
  package var answered: Int {
    Outcome.allCases.filter(\.isAnswer).reduce(0) { $0 + contacts[.phone, $1] }
  }

  package static func += (a: inout Tally, b: Tally) {
    for count in counts { a[keyPath: count] += b[keyPath: count] }
    a.contacts += b.contacts
  }

  private static var counts: [WritableKeyPath<Tally, Int>] {
    [
      \.onTime, \.late, \.missed, \.open, \.held, \.skipped, \.owed, \.inContact, \.promises,
      \.promisesKept, \.newCustomers, \.newVisited, \.newReserved, \.newSigned, \.visits,
      \.reservations, \.signings, \.casesOpened, \.casesClosed, \.visitedAfter,
    ]
  }
}

extension Tally {
  /// Counts how it stands with an obligation; whether it is one of those that are due.
  @discardableResult
  mutating func count(_ obligation: Obligation) -> Bool {
    guard !obligation.isExcused else {
      skipped += 1
      return false
    }
    let before = due
    switch obligation.status {
    case .done(_, _, onTime: true): onTime += 1
    case .done(_, _, onTime: false): late += 1
    case .missed, .overdue: missed += 1
    case .due, .upcoming: open += 1
    case .held: held += 1
    case .skipped: skipped += 1
    case .void: break
    }
    guard due > before else { return false }
    if obligation.rule == .next {
      promises += 1
      if case .done(_, _, onTime: true) = obligation.status { promisesKept += 1 }
    }
    return true
  }

  mutating func count(_ body: Fact.Body) {
    switch body {
    case .event(.visit): visits += 1
    case .event(.reservation): reservations += 1
    case .event(.signing): signings += 1
    case .contact(let contact): contacts.count(contact)
    case .step(let step) where step.step == .opened && step.caseNumber > 0: casesOpened += 1
    case .step(let step) where step.step == .closed && step.caseNumber > 0: casesClosed += 1
    case .event, .grade, .tag, .averse, .doNotContact, .hours, .owner, .postponement, .skip,
      .birthday, .step:
      break
    }
  }

  /// Counts a customer who first came in the stretch and had come so far by its end.
  mutating func countNew(_ facts: some Sequence<Fact>, by last: Day) {
    newCustomers += 1
    var events: TermSet<EventKind> = []
    for fact in facts where fact.day <= last {
      if case .event(let kind) = fact.body { events.insert(kind) }
    }
    if events.contains(.visit) { newVisited += 1 }
    if events.contains(.reservation) { newReserved += 1 }
    if events.contains(.signing) { newSigned += 1 }
  }
}
