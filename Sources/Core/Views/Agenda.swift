/// How a reason stands on a list.
package enum ListStatus: Hashable, Sendable {
  case overdue, due, upcoming
  /// Not listed before that moment, and why not.
  case held(Hold, until: Moment)
}

/// One reason to call a customer: the open occurrences of one rule, merged.
package struct Reason: Hashable, Sendable {
  package let rule: RuleRef
  package private(set) var status: ListStatus
  /// Of the oldest occurrence.
  package private(set) var opens: Moment
  package let due: Moment
  package let daysOverdue: Int
  /// Slots of a cadence past their due day and undone.
  package let missed: Int
  package let anchor: Day
  package let anchorFact: FactID?
  package let key: AnchorKey
  package let attempts: Int
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
  package let customer: CustomerID
  package let state: Snapshot
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

  package init?(customer: CustomerID, state: Snapshot, reasons: [Reason]) {
    let sorted = reasons.count < 2 ? reasons : reasons.sorted { $0.strictness < $1.strictness }
    guard let strictest = sorted.first else { return nil }
    self.customer = customer
    self.state = state
    self.reasons = sorted
    self.strictest = strictest
  }

  package var place: AgendaPlace {
    AgendaPlace(strictness: strictest.strictness, customer: customer)
  }
}

/// Where a line stands on the list: as strict as its strictest reason.
package struct AgendaPlace: Comparable, Sendable {
  fileprivate let strictness: Strictness
  fileprivate let customer: CustomerID

  package static func < (a: AgendaPlace, b: AgendaPlace) -> Bool {
    a.strictness == b.strictness ? a.customer < b.customer : a.strictness < b.strictness
  }
}

/// Which of two reasons comes first: by its due moment, then priority, then how long overdue. What
/// is on the list stands before what is held back or still to come.
private struct Strictness: Comparable {
  let rank: Int
  /// In minutes; a day alone ends at its 24:00.
  let asked: Int
  let priority: Int
  /// Days overdue against the length of the window.
  let overdue: Double

  static func < (a: Strictness, b: Strictness) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.asked != b.asked { return a.asked < b.asked }
    if a.priority != b.priority { return a.priority > b.priority }
    return a.overdue > b.overdue
  }
}

extension Reason {
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

  fileprivate var strictness: Strictness {
    Strictness(
      rank: rank, asked: Int(asked.day.number) * 1441 + Int(asked.time?.minute ?? 1440),
      priority: priority, overdue: Double(daysOverdue) / Double(max(1, due.day - opens.day + 1)))
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
  case doNotContact
  case cap
  case promised
  case postponed
  /// Told on another day of the wave.
  case wave
}

/// What the list says of one customer.
package enum AgendaEntry: Sendable {
  case line(AgendaLine)
  case hidden(HiddenBecause, AgendaLine?)
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
