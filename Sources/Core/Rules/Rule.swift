/// The customers whom a rule is for (适用对象): predicates over what is known of a customer on a day. An empty set asks
/// nothing. Never whether some rule was done: that is `Trigger.rule`.
package struct Audience: Hashable, Sendable {
  /// Where the customer first came from; one of these.
  package var sources: TermSet<Source> = []
  /// One of these grades; empty: any, and none.
  package var grades: TermSet<Grade> = []
  /// One of these stages; empty: any.
  package var stages: TermSet<Stage> = []
  /// At least one of these tags.
  package var anyTag: TermSet<Tag> = []
  /// None of these tags.
  package var noTag: TermSet<Tag> = []
  /// Events that have happened since the last loss or cancellation.
  package var has: TermSet<EventKind> = []
  /// None of these events so far.
  package var hasNot: TermSet<EventKind> = []
  /// How the customer pays: one of these words stands in what was said of it (付款方式); empty: any.
  package var payments: [String] = []
  /// The layout that the customer wants, likewise (意向户型).
  package var layouts: [String] = []
  /// The consultants whose customers it is for, by name; empty: anybody's.
  package var consultants: [String] = []

  /// Everybody.
  package init() {}

  /// Whether it asks for anything that a customer must be or have. A cancellation leaves only
  /// audiences that do not.
  package var isSelective: Bool {
    asksForTraits
      || !(sources.isEmpty && grades.isEmpty && stages.isEmpty && anyTag.isEmpty && has.isEmpty)
  }
}

/// The channels that settle a rule (回访方式).
package struct Channels: Hashable, Sendable {
  /// Empty: any channel but a letter.
  package var allowed: TermSet<Channel>
  /// Each of `allowed` is needed, not one of them.
  package var allOf: Bool
  /// The one of `allowed` that the rule names first, which lists ask for; nil: it is not known, and
  /// they ask for the weakest.
  package var first: Channel?

  /// Any of these channels, or with `allOf` all of them; none named: any but a letter.
  package init(_ allowed: TermSet<Channel> = [], allOf: Bool = false, first: Channel? = nil) {
    self.allowed = allowed
    self.allOf = allOf
    self.first = first
  }
}

/// One duty of a policy: for whom, when, by which channel. A plain value; the engine computes.
package struct Rule: Hashable, Sendable {
  /// The clause's id, with a letter where one clause needs several rules: `qnc-2.1.3a`.
  package var id: String
  /// What people call it (简称), in at most six characters; empty: by its id.
  package var name = ""
  /// The same in English.
  package var englishName = ""
  /// The article of the source policy: `第二条(一)3`.
  package var article: String
  /// What the clause asks for, in our own words.
  package var says: String
  /// What to talk about in the call.
  package var talk: String
  /// The customers whom it is for.
  package var audience: Audience
  /// When it asks.
  package var schedule: Schedule
  /// Events since the anchor that end the duty from their day on.
  package var until: TermSet<EventKind>
  /// By what means it can be settled.
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
  /// Where its due day goes when that is a day off.
  package var dayOff: DayOffChoice = .leave
  /// What settles it.
  package var settledBy: Settlement = .contact
  /// What settles it beside a contact; nil: nothing. Only rules of the program's own have that.
  package var orBy: Settlement?
  /// Its window lies so many days around the day that is meant (`around`), which is the due day less
  /// that many; 0: the due day itself is meant.
  package var margin = 0
  /// Steps of the case that started it, from whose day on it is no longer asked for.
  package var untilSteps: TermSet<CaseStepKind> = []
  /// The role that does it, where that is not the customer's own consultant.
  package var by: Role?
  /// The template of the text it sends.
  package var message = MessageChoice()
  /// The template of what to say; empty: none.
  package var script = ""
  /// A list spreads its customers over the days of the window (分批).
  package var spreads = false
  /// Each day of the window, from its first to its last, asks for itself (逐日): the run-up to a
  /// milestone.
  package var isDaily = false
  /// What each occurrence that was missed or late costs whose it was, in yuan (罚款).
  package var fine = 0
  /// A gift is to be given (备礼): that it was settles the rule, and neither a text nor a call does.
  package var isWithGift = false
  /// The add-on (an index into `Policy.addOns`) that it came with; nil: the policy's own.
  package var addOn: Int?

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

extension Rule {
  /// The same with what settles a gift: that it was given, where nothing else is named.
  var withGiftSettled: Rule {
    guard isWithGift, settledBy == .contact else { return self }
    var rule = self
    rule.settledBy = .event([.gift])
    return rule
  }

  /// The role whose work it is; nil: the customer's own consultant's.
  package var doer: Role? { by == .consultant ? nil : by }

  /// What to talk about: the parts of `talk` between its commas.
  package var topics: [String] {
    talk.split { $0 == "，" || $0 == "," }.compactMap { part in
      let start = part.drop(while: \.isWhitespace)
      let end = start.lastIndex { !$0.isWhitespace }
      return end.map { String(start[...$0]) }
    }
  }
}
