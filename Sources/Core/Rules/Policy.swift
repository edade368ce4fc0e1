/// A segment whose members have rules of their own instead of the ordinary ones (特殊客户).
package struct Segment: Hashable, Sendable, Codable {
  /// The clause that says so: `qnc-2.2.1b`.
  package var id: String
  package var article: String
  package var says: String
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
package struct Clause: Hashable, Sendable, Codable {
  package var id: String
  package var article: String
  package var says: String

  package init(id: String, article: String, says: String) {
    self.id = id
    self.article = article
    self.says = says
  }
}

/// A number of a policy together with the clause it stands on.
package struct Limit: Hashable, Sendable, Codable {
  package var value: Int
  package var clause: String

  package init(value: Int, clause: String) {
    self.value = value
    self.clause = clause
  }
}

/// A value that the source policy leaves to the office: a blank ("____") or a missing number.
package struct Parameter: Hashable, Sendable, Codable {
  package var name: String
  /// The clause that needs it; empty if none is named.
  package var clause: String
  /// As it was written; nil where it is optional and unset.
  package var value: String?

  package init(name: String, clause: String, value: String?) {
    self.name = name
    self.clause = clause
    self.value = value
  }
}

/// What a contact's record must hold (回访记录).
package enum RecordField: UInt8, Term {
  case note = 1, intention, time

  package var word: Word {
    switch self {
    case .note: Word("note", "内容")
    case .intention: Word("intention", "意向")
    case .time: Word("time", "时间")
    }
  }
}

/// A validated callback policy (回访制度): rules with their windows, caps and parameters.
///
/// It is made by `PolicyFiles` from a file, or decoded from the form that adoption stored. Every
/// index in it is valid and no rule needs itself.
package struct Policy: Hashable, Sendable, Codable {
  package var name: String
  package var title: String
  /// The document it was taken from.
  package var source: String
  package var rules: [Rule]
  package var segments: [Segment]
  package var clauses: [Clause]
  /// Hours that suit a call; empty: any. Advisory.
  package var callWindows: [TimeRange]
  /// The clause of `callWindows`.
  package var callWindowClause: String
  /// Reached contacts and sent messages a customer may get in an ISO week.
  package var weeklyCap: Limit?
  /// By how much a cadence slows down for a customer who dislikes calls; 1 or more.
  package var aversionFactor: Limit
  /// What the record of a reached contact must hold.
  package var record: TermSet<RecordField>
  /// Openings for a call where no milestone gives one (由头).
  package var openings: [String]
  /// What the office filled in, and what it may.
  package var parameters: [Parameter]

  package init(
    name: String, title: String = "", source: String = "", rules: [Rule] = [],
    segments: [Segment] = [], clauses: [Clause] = [], callWindows: [TimeRange] = [],
    callWindowClause: String = "", weeklyCap: Limit? = nil,
    aversionFactor: Limit = Limit(value: 2, clause: ""), record: TermSet<RecordField> = [.note],
    openings: [String] = [], parameters: [Parameter] = []
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.rules = rules
    self.segments = segments
    self.clauses = clauses
    self.callWindows = callWindows
    self.callWindowClause = callWindowClause
    self.weeklyCap = weeklyCap
    self.aversionFactor = aversionFactor
    self.record = record
    self.openings = openings
    self.parameters = parameters
  }
}

/// A policy in force from a day on, until the next one begins (施行).
package struct Reign: Sendable {
  package let id: Int64
  package let policy: Policy
  package let from: Day

  package init(id: Int64, policy: Policy, from: Day) {
    self.id = id
    self.policy = policy
    self.from = from
  }
}
