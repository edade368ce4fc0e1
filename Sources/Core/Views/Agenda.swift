/// How a reason stands on a list.
package enum ListStatus: Hashable, Sendable {
  /// Past its due moment, within its window, and not yet open.
  case overdue, due, upcoming
  /// Not listed before that moment, and why not.
  case held(Hold, until: Moment)
}

/// One reason to call a customer: the open occurrences of one rule, merged.
package struct Reason: Hashable, Sendable {
  /// The rule that asks.
  package let rule: RuleRef
  /// How it stands as of the pass's moment.
  package private(set) var status: ListStatus
  /// When the oldest occurrence may be done from, or its day of the wave where that is later.
  package private(set) var opens: Moment
  /// The last moment at which the oldest occurrence is on time.
  package let due: Moment
  /// Days since that due day; 0 where it is not overdue.
  package let daysOverdue: Int
  /// Slots of a cadence past their due day and undone; 0 for other rules.
  package let missed: Int
  /// The day from which the oldest occurrence is counted (起因).
  package let anchor: Day
  /// The fact that stands for that day; nil for a milestone, a festival and the like.
  package let anchorFact: FactID?
  /// What tells the oldest occurrence from the rule's others.
  package let key: AnchorKey
  /// The day of the oldest occurrence before a holiday of the company moved it; nil where none did.
  package let planned: Day?
  /// Contacts without an answer on the oldest occurrence (已试 n 次未成).
  package let attempts: Int
  /// Whether they are as many as excuse its miss.
  package let isExcused: Bool
  /// The rule's `priority`: of two that are due together the higher stands first; 0 is usual.
  package let priority: Int
  /// The channel to ask for now.
  package let channel: Channel
  /// The day that fell to the customer among those who are told of one thing.
  package private(set) var waveDay: Day?

  /// When the list asks for it: on its due day at the latest.
  package var asked: Moment {
    guard let waveDay, waveDay < due.day else { return due }
    return Moment(waveDay)
  }
}

/// A customer on the list: every reason in one line, the strictest first.
package struct AgendaLine: Sendable {
  /// The customer to be called.
  package let customer: CustomerID
  /// The customer's grade, stage, tags and owner as of the list's day.
  package let state: Snapshot
  /// Why, the strictest first; never empty.
  package let reasons: [Reason]

  /// The reason that sets the line's opening, due moment and status.
  package let strictest: Reason

  /// The strongest channel that any reason on the list needs.
  package var channel: Channel {
    let isAsked = reasons.contains(where: \.isListed)
    return reasons.lazy.filter { $0.isListed || !isAsked }.map(\.channel)
      .max { ($0.strength ?? 0) < ($1.strength ?? 0) } ?? .phone
  }

  /// Attempts without an answer, of the reason that has waited through most of them.
  package var attempts: Int { reasons.map(\.attempts).max() ?? 0 }

  /// Puts the reasons in order; nil where there are none.
  package init?(customer: CustomerID, state: Snapshot, reasons: [Reason]) {
    let sorted =
      reasons.count < 2
      ? reasons
      : reasons.sorted {
        $0.strictness(of: state.grade) < $1.strictness(of: state.grade)
      }
    guard let strictest = sorted.first else { return nil }
    self.customer = customer
    self.state = state
    self.reasons = sorted
    self.strictest = strictest
  }

  /// Where the line stands among others.
  package var place: AgendaPlace {
    AgendaPlace(
      strictness: strictest.strictness(of: state.grade), customer: customer)
  }
}

/// Where a line stands on the list: as strict as its strictest reason.
package struct AgendaPlace: Comparable, Sendable {
  fileprivate let strictness: Strictness
  fileprivate let customer: CustomerID

  /// The stricter first; among equals the customer with the lower number.
  package static func < (a: AgendaPlace, b: AgendaPlace) -> Bool {
    a.strictness == b.strictness ? a.customer < b.customer : a.strictness < b.strictness
  }
}

/// Which of two reasons comes first: by its due moment, then priority, then the customer's grade, then
/// how long overdue. What is on the list stands before what is held back or still to come.
private struct Strictness: Comparable {
  let rank: Int
  /// In minutes; a day alone ends at its 24:00.
  let asked: Int
  let priority: Int
  /// A first, whoever has none last.
  let grade: UInt8
  /// Days overdue against the length of the window.
  let overdue: Double

  static func < (a: Strictness, b: Strictness) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.asked != b.asked { return a.asked < b.asked }
    if a.priority != b.priority { return a.priority > b.priority }
    if a.grade != b.grade { return a.grade < b.grade }
    return a.overdue > b.overdue
  }
}

extension Reason {
  /// The hour of today's due moment, where it has passed: it is late, or, for an hour agreed on, only
  /// behind its hour.
  package func passedHour(at now: Moment) -> TimeOfDay? {
    isListed && due.day == now.day && due.hasPassed(at: now) ? due.time : nil
  }

  /// Whether it stands on the list of the moment.
  package var isListed: Bool {
    switch status {
    case .overdue, .due: true
    case .upcoming, .held: false
    }
  }

  var isHeld: Bool {
    if case .held = status { true } else { false }
  }

  fileprivate func strictness(of grade: Grade?) -> Strictness {
    Strictness(
      rank: rank, asked: Int(asked.day.number) * 1441 + Int(asked.time?.minute ?? 1440),
      priority: priority, grade: grade?.rawValue ?? .max,
      overdue: Double(daysOverdue) / Double(max(1, due.day - opens.day + 1)))
  }

  private var rank: Int {
    switch status {
    case .overdue, .due: 0
    case .upcoming: 1
    case .held: 2
    }
  }
}

/// Why a customer with something owed is not on the list.
package enum HiddenBecause: Hashable, Sendable {
  /// The customer wants to hear nothing (免打扰).
  case doNotContact
  /// The week has as many contacts as the policy allows (本周已满).
  case cap
  /// A later day was agreed with the customer (有约).
  case promised
  /// The consultant put it off (已延期).
  case postponed
  /// Told on another day of the wave.
  case wave
}

/// What the list says of one customer.
package enum AgendaEntry: Sendable {
  /// The customer is listed.
  case line(AgendaLine)
  /// Something is owed, but the list does not ask for it now; the line is what it would be, where
  /// anything is known of it.
  case hidden(HiddenBecause, AgendaLine?)
  /// Nothing is owed that the list could ask for.
  case nothing
}

extension Reason {
  /// As it stands on the list of a day before or on the one that fell to the customer.
  func waiting(for day: Day, from today: Day, ahead: Int) -> Reason {
    var reason = self
    guard status == .due || status == .upcoming else { return reason }
    reason.waveDay = day
    guard day > max(today, opens.day) else { return reason }
    if day > today + ahead {
      reason.status = .held(.wave, until: Moment(day))
    } else {
      reason.status = .upcoming
      reason.opens = Moment(day, day == opens.day ? opens.time : nil)
    }
    return reason
  }
}

extension Hold {
  var hides: HiddenBecause {
    switch self {
    case .promise: .promised
    case .postponement: .postponed
    case .cap: .cap
    case .wave: .wave
    }
  }
}
