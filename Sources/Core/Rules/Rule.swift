/// Who a rule is for: predicates over what is known of a customer on a day. An empty set asks
/// nothing. Never whether some rule was done: that is `Trigger.rule`.
package struct Audience: Hashable, Sendable, Codable {
  /// Where the customer first came from; one of these.
  package var sources: TermSet<Source> = []
  package var grades: TermSet<Grade> = []
  package var stages: TermSet<Stage> = []
  /// At least one of these tags.
  package var anyTag: TermSet<Tag> = []
  package var noTag: TermSet<Tag> = []
  /// Events that have happened since the last loss or cancellation.
  package var has: TermSet<EventKind> = []
  package var hasNot: TermSet<EventKind> = []

  package init() {}

  /// Whether it asks for anything that a customer must be or have. A cancellation leaves only
  /// audiences that do not.
  package var isSelective: Bool {
    !(sources.isEmpty && grades.isEmpty && stages.isEmpty && anyTag.isEmpty && has.isEmpty)
  }
}

/// What starts a rule for a customer. Several events each start it anew.
package enum Trigger: Hashable, Sendable, Codable {
  /// Each event of one of these kinds.
  case event(TermSet<EventKind>)
  /// The first event of that kind ever (首次).
  case first(EventKind)
  /// The first of reservation and signing (成交).
  case deal
  /// The day that rule was done if on time, else its due day. An index into `Policy.rules`.
  case rule(Int)
}

/// Where a cadence counts from after a contact (回访周期的起点).
package enum CadenceAnchor: String, Hashable, Sendable, Codable {
  /// From the last contact that counts.
  case lastDone = "last_done"
  /// A fixed grid from the trigger.
  case schedule
}

/// When a rule asks for a contact. Every number of days counts from the anchor's day D: 0 is D.
package enum Schedule: Hashable, Sendable, Codable {
  /// Once after each anchor: from D+opens to D+due.
  case once(Trigger, opens: Int, due: Int)
  /// Once after each anchor until D+due, opening the day after that rule (an index) was resolved.
  case onceAfter(Trigger, rule: Int, due: Int)
  /// Again and again after the newest anchor.
  case every(Cadence, Trigger, CadenceAnchor)
  /// On the day of each of these festivals.
  case festival(TermSet<Festival>)
  /// On the day of a milestone of these kinds, or, with a lead, from that many days before it to
  /// its eve.
  case milestone(TermSet<MilestoneKind>, lead: Int)
}

/// The channels that settle a rule (回访方式).
package struct Channels: Hashable, Sendable, Codable {
  /// Empty: any channel but a letter.
  package var allowed: TermSet<Channel>
  /// Each of `allowed` is needed, not one of them.
  package var allOf: Bool

  package init(_ allowed: TermSet<Channel> = [], allOf: Bool = false) {
    self.allowed = allowed
    self.allOf = allOf
  }
}

/// One duty of a policy: for whom, when, by which channel. A plain value; the engine computes.
package struct Rule: Hashable, Sendable, Codable {
  /// The clause's id, with a letter where one clause needs several rules: `qnc-2.1.3a`.
  package var id: String
  /// The article of the source policy: `第二条(一)3`.
  package var article: String
  /// What the clause asks for, in our own words.
  package var says: String
  /// What to talk about in the call.
  package var talk: String
  package var audience: Audience
  package var schedule: Schedule
  /// Events since the anchor that end the duty from their day on.
  package var until: TermSet<EventKind>
  package var channels: Channels
  /// Hours of the day within which it is to be done.
  package var hours: TimeRange?
  /// Ends as missed when its due moment passes, instead of staying overdue.
  package var expires: Bool
  /// Cannot be skipped. Cadences by default can, everything else cannot.
  package var mandatory: Bool
  /// Higher stands first among reasons that are equally strict.
  package var priority: Int
  /// The contact that settled that rule (an index) never settles this one.
  package var distinctFrom: Int?

  package init(
    id: String, article: String = "", says: String = "", talk: String = "",
    audience: Audience = Audience(), schedule: Schedule, until: TermSet<EventKind> = [],
    channels: Channels = Channels(), hours: TimeRange? = nil, expires: Bool = false,
    mandatory: Bool? = nil, priority: Int = 0, distinctFrom: Int? = nil
  ) {
    self.id = id
    self.article = article
    self.says = says
    self.talk = talk
    self.audience = audience
    self.schedule = schedule
    self.until = until
    self.channels = channels
    self.hours = hours
    self.expires = expires
    self.mandatory = mandatory ?? !schedule.isCadence
    self.priority = priority
    self.distinctFrom = distinctFrom
  }
}

extension Schedule {
  package var isCadence: Bool {
    if case .every = self { true } else { false }
  }

  /// Rules (indices) that must be computed before this one.
  package var needs: [Int] {
    switch self {
    case .once(.rule(let index), _, _), .every(_, .rule(let index), _): [index]
    case .onceAfter(.rule(let index), let after, _): [index, after]
    case .onceAfter(_, let after, _): [after]
    case .once, .every, .festival, .milestone: []
    }
  }
}
