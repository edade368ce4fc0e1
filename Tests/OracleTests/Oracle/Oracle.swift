import Core

/// A second reading of the design's §4, made from its text alone and as slow as that allows: it
/// walks through the days of one customer and keeps what is open in plain variables. It shares
/// with the engine the input types and `Day`, and no code.
struct Oracle {
  let source: Source?
  /// The facts that are visible at `now`, in order.
  let facts: [Fact]
  /// The same in the order in which they change what is known.
  let changes: [Fact]
  let milestones: [Milestone]
  let calendar: WorkCalendar
  let occasions: [Int64: String]
  let words: Vocabulary
  let staff: [StaffID: Role]
  let grace: Grace
  let now: Moment
  let first: Day
  let last: Day
  /// One for each day from the day before `first` to `last`.
  private let standings: [Standing?]
  /// Every 改期.
  private(set) var wishes: [Wish] = []
  private let factsByDay: [Day: [Fact]]

  init(_ story: Story, now: Moment, horizon: Day) {
    facts = story.facts.filter { !now.isSurelyBefore($0.moment) }.sorted(by: Fact.inOrder)
    factsByDay = Dictionary(grouping: facts, by: \.day)
    changes = Oracle.changes(facts)
    source = story.source
    milestones = story.milestones
    calendar = story.calendar
    occasions = story.occasions
    staff = story.staff
    grace = Grace(reigns: story.reigns)
    words = story.reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
    self.now = now
    last = max(now.day, horizon)
    first = min(facts.first?.day ?? now.day, last)
    var standing: Standing?
    var standings: [Standing?] = [nil]
    var day = first
    while day <= last {
      for fact in changes where fact.day == day {
        if standing == nil { standing = Standing() }
        standing?.apply(fact)
      }
      // What was said before the customer's first fact holds from then on.
      for saying in story.sayings
      where saying.day <= now.day && (saying.day == day || day == first && saying.day < first) {
        standing?.said[saying.kind] = saying.text
      }
      let owner = standing?.owner
      standing?.ownerName = story.names.first { $0.id == owner }?.name
      standings.append(standing)
      day = day + 1
    }
    self.standings = standings
    wishes = findWishes()
  }

  /// Reading: among the events of one day, a loss or a cancellation comes after everything that is
  /// not surely later than it or one behind it, whatever was entered first.
  private static func changes(_ facts: [Fact]) -> [Fact] {
    var changes: [Fact] = []
    for fact in facts where !changes.contains(where: { $0.id == fact.id }) {
      let today = facts.filter { $0.day == fact.day }
      let closures = today.filter(\.closes)
      func before(_ fact: Fact) -> Int {
        (closures.lastIndex { $0.moment.isSurelyBefore(fact.moment) } ?? -1) + 1
      }
      for place in 0...closures.count {
        changes += today.filter { !$0.closes && before($0) == place } + closures[place...].prefix(1)
      }
    }
    return changes
  }

  /// Nil before the customer is known; what is known last goes on.
  func standing(_ day: Day) -> Standing? {
    let index = min(day - first + 1, standings.count - 1)
    return standings.indices.contains(index) ? standings[index] : nil
  }

  func facts(on day: Day) -> [Fact] { factsByDay[day] ?? [] }

  // MARK: What holds on a day

  /// What keeps a rule from being asked on that day; nil if nothing does.
  func bar(
    _ rule: Rule, _ policy: Policy, _ day: Day, butForDoNotContact: Bool = false
  ) -> Bar? {
    guard let standing = standing(day) else { return .audience }
    if standing.doNotContact && !butForDoNotContact { return .doNotContact }
    if standing.lost { return .lost }
    if standing.waits && (asksForSomething(rule.audience) || rule.isGrading) { return .cancelled }
    if rule.isGrading { return dependsOnGrade(standing, policy) ? nil : .audience }
    if isSuppressed(rule, policy, standing) { return .suppressed }
    return standing.belongs(to: rule.audience, source: source) ? nil : .audience
  }

  private func asksForSomething(_ audience: Audience) -> Bool {
    !(audience.payments.isEmpty && audience.layouts.isEmpty && audience.consultants.isEmpty
      && audience.sources.isEmpty && audience.grades.isEmpty && audience.stages.isEmpty
      && audience.anyTag.isEmpty && audience.has.isEmpty)
  }

  func isSuppressed(_ rule: Rule, _ policy: Policy, _ standing: Standing) -> Bool {
    if standing.tags.isEmpty && policy.segments.allSatisfy({ !$0.audience.anyTag.isEmpty }) {
      return false
    }
    return policy.segments.contains { segment in
      standing.belongs(to: segment.audience, source: source)
        && segment.suppresses.contains { policy.rules[$0].id == rule.id }
    }
  }

  // MARK: Contacts

  /// The required channels that this contact stands for (rule 6), the customer's aversion
  /// considered (rule 9).
  func covered(_ rule: Rule, by contact: Contact, on day: Day) -> Set<Channel> {
    let needed = needed(rule, on: day)
    if needed.isEmpty { return contact.channel == .letter ? [] : [contact.channel] }
    return needed.filter { covers($0, contact.channel) }
  }

  func needed(_ rule: Rule, on day: Day) -> Set<Channel> {
    let averse = standing(day)?.averse ?? false
    return Set(rule.channels.allowed.elements.map { averse && $0 == .phone ? .sms : $0 })
  }

  private func covers(_ needed: Channel, _ made: Channel) -> Bool {
    if made == needed { return true }
    guard let a = rank(made), let b = rank(needed) else { return false }
    return a > b
  }

  private func rank(_ channel: Channel) -> Int? {
    switch channel {
    case .letter: nil
    case .sms, .wechat, .email, .online: 1
    case .phone: 2
    case .faceToFace, .homeVisit: 3
    }
  }

  func counts(_ outcome: Outcome) -> Bool {
    outcome == .reached || outcome == .refused || outcome == .sent
  }
}

extension Fact {
  /// A loss or a cancellation.
  var closes: Bool { body == .event(.lost) || body == .event(.cancellation) }
}

extension Rule {
  /// The hour at which it opens; nil for 00:00, which is the day itself.
  var firstHour: TimeOfDay? { hours.flatMap { $0.from == .midnight ? nil : $0.from } }
  /// The hour at which its due day ends; nil for 24:00, which is the day itself.
  var lastHour: TimeOfDay? { hours.flatMap { $0.to == .endOfDay ? nil : $0.to } }
}
