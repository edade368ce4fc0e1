import Core

/// What is known of a customer on one day, all facts of that day included: day-level facts take
/// effect at 00:00 of their day (rule 1).
struct Standing {
  var grade: Grade?
  var tags: Set<Tag> = []
  var averse = false
  var owner: StaffID?
  var doNotContact = false
  var lost = false
  /// Cancelled, and no call, visit or deal since: the rules wait (rules 5 and 12).
  var waits = false
  /// Events since the last loss or cancellation.
  var events: Set<EventKind> = []

  /// What was said of how the customer pays and of the layout wanted, newest first to last.
  var said: [Traits.Kind: String] = [:]
  /// The name of `owner`.
  var ownerName: String?

  mutating func apply(_ fact: Fact) {
    switch fact.body {
    case .grade(let new): grade = new
    case .tag(let tag, true): tags.insert(tag)
    case .tag(let tag, false): tags.remove(tag)
    case .averse(let on): averse = on
    case .doNotContact(let on): doNotContact = on
    case .event(let kind): apply(kind)
    case .owner(let member): owner = member
    case .hours, .contact, .postponement, .skip, .birthday, .step: break
    }
  }

  private mutating func apply(_ kind: EventKind) {
    switch kind {
    case .lost:
      events = []
      lost = true
      waits = false
    case .cancellation:
      events = []
      waits = true
    // Reading: a signing lifts a loss as a reservation does (rule 12: "calls, visits and deals").
    case .callIn, .visit, .reservation, .signing:
      events.insert(kind)
      lost = false
      waits = false
    default: events.insert(kind)
    }
  }

  var stage: Stage {
    if lost { return .lost }
    // Reading: who has moved in has taken delivery.
    if events.contains(.delivery) || events.contains(.moveIn) { return .delivered }
    if events.contains(.signing) { return .signed }
    return events.contains(.reservation) ? .reserved : .prospect
  }

  /// "One of these words stands in what was said of it."
  private func names(_ asked: [String], _ text: String?) -> Bool {
    asked.isEmpty || asked.contains { word in text.map { Traits.holds($0, word) } ?? false }
  }

  func belongs(to audience: Audience, source: Source?) -> Bool {
    if !audience.grades.isEmpty {
      guard let grade, audience.grades.contains(grade) else { return false }
    }
    if !audience.sources.isEmpty {
      guard let source, audience.sources.contains(source) else { return false }
    }
    if !names(audience.payments, said[.payment]) || !names(audience.layouts, said[.layout]) {
      return false
    }
    if !audience.consultants.isEmpty, !audience.consultants.contains(ownerName ?? "") {
      return false
    }
    if !audience.stages.isEmpty && !audience.stages.contains(stage) { return false }
    if !audience.anyTag.isEmpty && !tags.contains(where: audience.anyTag.contains) { return false }
    if tags.contains(where: audience.noTag.contains) { return false }
    if events.contains(where: audience.hasNot.contains) { return false }
    return audience.has.isEmpty || audience.has.elements.allSatisfy(events.contains)
  }
}

/// Why nothing may be asked of a customer on a day.
enum Bar: String {
  case doNotContact = "do-not-contact"
  case lost, cancelled, suppressed, until, replaced, madeUp
  case audience
}
