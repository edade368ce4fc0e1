/// A segment whose members have rules of their own instead of the ordinary ones (特殊客户).
package struct Segment: Hashable, Sendable {
  /// The clause that says so: `qnc-2.2.1b`.
  package var id: String
  /// The article of the source.
  package var article: String
  /// What it says, in short.
  package var says: String
  /// The customers who belong to it.
  package var audience: Audience
  /// Indices of the rules that do not apply to its members.
  package var suppresses: [Int]

  package init(
    id: String, article: String, says: String, audience: Audience, suppresses: [Int]
  ) {
    self.id = id
    self.article = article
    self.says = says
    self.audience = audience
    self.suppresses = suppresses
  }
}

/// A clause that schedules nothing: manners, hours, wording, checks.
package struct Clause: Hashable, Sendable {
  /// The id that lists and reports cite.
  package var id: String
  /// The article of the source.
  package var article: String
  /// What it says, in short.
  package var says: String

  /// A clause that no rule carries.
  package init(id: String, article: String, says: String) {
    self.id = id
    self.article = article
    self.says = says
  }
}

/// A number of a policy together with the clause it stands on.
package struct Limit: Hashable, Sendable {
  /// The number itself.
  package var value: Int
  /// The clause that sets it; empty: the program's own default.
  package var clause: String

  /// A number with the clause that sets it.
  package init(value: Int, clause: String) {
    self.value = value
    self.clause = clause
  }
}

/// How often somebody must have been tried in vain so that a miss is excused (未接通免责).
package struct AttemptLimit: Hashable, Sendable {
  /// Attempts, 1 or more.
  package var times: Int
  /// Different days on which they were made, 1 or more.
  package var days: Int

  package init(times: Int = 1, days: Int = 1) {
    self.times = times
    self.days = days
  }
}

/// A value that the source policy leaves to the office: a blank ("____") or a missing number.
package struct Parameter: Hashable, Sendable {
  /// As `$name` and `--set name=value` write it.
  package var name: String
  /// The clause that needs it; empty if none is named.
  package var clause: String
  /// As it was written; nil where it is optional and unset.
  package var value: String?
  /// What we propose where the source gives no number.
  package var suggested: String?
  /// The value is our own, for the source gives none.
  package var isOurs: Bool

  package init(
    name: String, clause: String, value: String?, suggested: String? = nil, isOurs: Bool = false
  ) {
    self.name = name
    self.clause = clause
    self.value = value
    self.suggested = suggested
    self.isOurs = isOurs
  }
}

/// What a contact's record must hold (回访记录).
package enum RecordField: UInt8, ClosedTerm {
  case note = 1, intention, time, feedback, followUp, satisfaction, signature

  package var word: Word {
    switch self {
    case .note: Word("note", "内容")
    case .intention: Word("intention", "意向")
    case .time: Word("time", "时间")
    case .feedback: Word("feedback", "反馈")
    case .followUp: Word("follow_up", "跟进", "后续")
    case .satisfaction: Word("satisfaction", "满意度")
    case .signature: Word("signature", "签名")
    }
  }
}

/// The hours that suit a call (约电时间); advisory.
package struct CallHours: Hashable, Sendable {
  /// Empty: any hour.
  package var ranges: [TimeRange]
  /// Empty: every day of the week.
  package var weekdays: TermSet<Weekday>
  /// The clause that sets it; empty: the program's own default.
  package var clause: String

  /// Hours and weekdays for calls; nothing given: any.
  package init(ranges: [TimeRange] = [], weekdays: TermSet<Weekday> = [], clause: String = "") {
    self.ranges = ranges
    self.weekdays = weekdays
    self.clause = clause
  }
}

extension CallHours {
  /// Whether every hour of every day suits.
  package var isAny: Bool { ranges.isEmpty && weekdays.isEmpty }

  /// The hours that both allow; nil where there are none.
  package func shared(with other: CallHours) -> CallHours? {
    let days =
      weekdays.isEmpty
      ? other.weekdays : other.weekdays.isEmpty ? weekdays : weekdays.intersection(other.weekdays)
    if days.isEmpty, !weekdays.isEmpty || !other.weekdays.isEmpty { return nil }
    let both = [clause, other.clause].filter { !$0.isEmpty }.joined(separator: " ")
    guard !ranges.isEmpty, !other.ranges.isEmpty else {
      return CallHours(ranges: ranges + other.ranges, weekdays: days, clause: both)
    }
    let common = ranges.flatMap { a in
      other.ranges.compactMap { b in TimeRange(from: max(a.from, b.from), to: min(a.to, b.to)) }
    }.filter { $0.from < $0.to }
    return common.isEmpty ? nil : CallHours(ranges: common, weekdays: days, clause: both)
  }
}

/// A policy that an office adopted beside its own (附加制度), with the terms that hold for its rules.
package struct AddOn: Hashable, Sendable {
  /// Of its file.
  package var name: String
  /// The name of the source.
  package var title: String
  /// When customers may be called.
  package var callHours: CallHours
  /// The most contacts with one customer in an ISO week; nil: no limit.
  package var weeklyCap: Limit?
  /// By how much intervals grow for a customer who dislikes calls; 1: not at all.
  package var aversionFactor: Limit
  /// Whether what falls into a holiday of the company is done before it.
  package var beforeHoliday = false
  /// What the record of a contact that settles one of its rules must hold.
  package var record: TermSet<RecordField> = []

  package init(
    name: String, title: String = "", callHours: CallHours = CallHours(), weeklyCap: Limit? = nil,
    aversionFactor: Limit = Limit(value: 2, clause: "")
  ) {
    self.name = name
    self.title = title
    self.callHours = callHours
    self.weeklyCap = weeklyCap
    self.aversionFactor = aversionFactor
  }
}

/// A validated callback policy (回访制度): rules with their windows, caps and parameters.
///
/// It is made by `PolicyFiles` from a file, or decoded from the form that adoption stored. Every
/// index in it is valid and no rule needs itself.
package struct Policy: Hashable, Sendable {
  /// Of its file; headings name it.
  package var name: String
  /// The name of the source.
  package var title: String
  /// The document it was taken from.
  package var source: String
  /// Its rules, in the order of the file.
  package var rules: [Rule]
  /// Groups of customers for whom some of its rules do not hold.
  package var segments: [Segment]
  /// Clauses of the source that no rule carries.
  package var clauses: [Clause]
  /// When customers may be called.
  package var callHours: CallHours
  /// Reached contacts and sent messages a customer may get in an ISO week.
  package var weeklyCap: Limit?
  /// By how much a cadence slows down for a customer who dislikes calls; 1 or more.
  package var aversionFactor: Limit
  /// Whether what a cadence asks for in a holiday of the company is done before it (节前提早回访), and
  /// not on the first open day behind.
  package var beforeHoliday = false
  /// By when whoever called or visited without a grade is graded (定级): so many days after that day;
  /// nil: nobody is asked to.
  package var classify: Limit?
  /// How many attempts excuse a miss; nil: none do.
  package var attempts: AttemptLimit?
  /// What the record of a reached contact must hold.
  package var record: TermSet<RecordField>
  /// Openings for a call where no milestone gives one (由头).
  package var openings: [String]
  /// What the office filled in, and what it may.
  package var parameters: [Parameter]
  /// The add-ons that it was composed with.
  package var addOns: [AddOn] = []
  /// The words that it declares itself, its add-ons' with them.
  package var vocabulary = Vocabulary()
  /// The days of the festivals that it declares itself, in years of their own calendars.
  package var festivalDays: [Festival: Birthday] = [:]
  /// What is owed to the office and by its staff.
  package var duties: [Duty] = []
  /// Texts and scripts, by their ids.
  package var templates: [Template] = []
  /// What texts begin and end with.
  package var frames: [Frame] = []
  /// Its questionnaires.
  package var surveys: [Questionnaire] = []
  /// How many of those whom rules spread over their window a consultant calls in a day; nil: no
  /// limit.
  package var capacity: Int?
  /// How many hours after the hour of an agreed day a call is still on time; nil: as long as the day lasts.
  package var appointmentGrace: Int?

  package init(
    name: String, title: String = "", source: String = "", rules: [Rule] = [],
    segments: [Segment] = [], clauses: [Clause] = [], callHours: CallHours = CallHours(),
    weeklyCap: Limit? = nil,
    aversionFactor: Limit = Limit(value: 2, clause: ""), record: TermSet<RecordField> = [.note],
    openings: [String] = [], parameters: [Parameter] = []
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.rules = rules
    self.segments = segments
    self.clauses = clauses
    self.callHours = callHours
    self.weeklyCap = weeklyCap
    self.aversionFactor = aversionFactor
    self.record = record
    self.openings = openings
    self.parameters = parameters
  }
}

extension Policy {
  /// Values that are the program's own, for the source gives none.
  package var ours: [Parameter] { parameters.filter { $0.isOurs && $0.value != nil } }

  /// What the part of the policy that the rule came with wants recorded, and that part's name.
  package func record(for rule: Rule) -> (fields: TermSet<RecordField>, name: String) {
    guard let index = rule.addOn, addOns.indices.contains(index) else { return (record, name) }
    return (addOns[index].record, addOns[index].name)
  }
}

extension Policy {
  /// The festival's day in that year: the civil year, of a lunar day that it declares the lunar year.
  package func day(of festival: Festival, in year: Int) -> Day? {
    festival.day(in: year) ?? festivalDays[festival]?.day(ofYear: year)
  }
}

/// A policy in force from a day on, until the next one begins (施行).
package struct Reign: Sendable {
  /// The number of the adoption.
  package let id: Int64
  /// The text that was adopted.
  package let policy: Policy
  /// The first day on which it is in force.
  package let from: Day

  /// A policy in force from that day on.
  package init(id: Int64, policy: Policy, from: Day) {
    self.id = id
    self.policy = policy
    self.from = from
  }
}
