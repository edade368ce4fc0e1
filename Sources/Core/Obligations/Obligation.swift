/// What an obligation counts from. With the rule and the customer it is the obligation's key.
package enum AnchorKey: Hashable, Sendable {
  /// A once-rule: the day of its event.
  case event(Day)
  /// A cadence: the slot's own due day, before any hold or postponement.
  case slot(Day)
  /// A milestone's number, so that the key survives a slipped date.
  case milestone(Int64)
  /// A day of the run-up to a milestone, so many days before it.
  case runUp(Int64, before: Int)
  case festival(Festival, year: Int)
  /// The company's own holiday around that festival.
  case companyHoliday(Festival, year: Int)
  /// The birthday of the customer (0) or of that relative, of that year.
  case birthday(Int32, year: Int)
  /// A case's number, and the day of the step.
  case ofCase(Int32, Day)
  /// A promise: the contact that made it.
  case promise(FactID)
}

extension AnchorKey {
  /// The number of the milestone that it is about.
  package var milestone: Int64? {
    switch self {
    case .milestone(let id), .runUp(let id, _): id
    case .event, .slot, .festival, .companyHoliday, .birthday, .ofCase, .promise: nil
    }
  }
}

/// Which rule an obligation comes from.
package enum RuleRef: Hashable, Sendable {
  /// Indices of the reign and of its policy's rule; behind them stand the program's own (`OwnDuty`).
  case policy(reign: Int, rule: Int)
  /// The built-in rule of `--next`.
  case next
  /// The built-in rule of a reply that was promised in a case.
  case reply
}

/// Why something is held back (held).
package enum Hold: Hashable, Sendable {
  /// The customer was promised another day by that contact.
  case promise(FactID)
  case postponement(FactID)
  /// The weekly cap of that clause.
  case cap(clause: ClauseID)
  /// Another day fell to the customer among those who are told of one thing.
  case wave
}

/// Why something ended without a contact (void).
package enum VoidReason: Hashable, Sendable {
  case doNotContact
  case lost
  case cancelled
  case leftAudience
  /// A segment took the customer out of the ordinary rules; its clause.
  case suppressed(clause: ClauseID)
  case until(EventKind)
  /// The case that asked for it took that step.
  case step(CaseStepKind)
  /// A newer `--next` took its place.
  case superseded(by: FactID)
  /// What it counts from began anew with that fact.
  case restarted(by: FactID)
  /// What was missed, so that this was asked for, has been made up for with that fact.
  case madeUp(by: FactID)
}

/// Where an obligation stands at a moment.
package enum Status: Hashable, Sendable {
  case upcoming
  case due
  case overdue
  /// Settled by that contact.
  case done(by: FactID, on: Day, onTime: Bool)
  /// Past due, undone, and no longer to be made up for.
  case missed
  case skipped(by: FactID)
  case held(Hold, until: Moment)
  case void(VoidReason, on: Day)
}

// Asked of each obligation of an office: faster than comparing with a case, which may carry more.
extension Status {
  /// Whether it has not opened yet.
  package var isUpcoming: Bool {
    if case .upcoming = self { true } else { false }
  }

  /// Whether it is open and in time.
  package var isDue: Bool {
    if case .due = self { true } else { false }
  }

  /// Whether it is open and late.
  package var isOverdue: Bool {
    if case .overdue = self { true } else { false }
  }

  /// Due or overdue.
  package var isOpen: Bool { isDue || isOverdue }
}

/// One callback owed (应回访): a rule, a customer and an occurrence, with its window and provenance.
package struct Obligation: Hashable, Sendable {
  /// The rule that asks for it.
  package let rule: RuleRef
  /// The role whose work it is; nil: the customer's own consultant's.
  package let doer: Role?
  /// The very member of that role whose it is, such as the one who agreed a day; nil: everybody's of
  /// that role.
  package var member: StaffID?
  /// What tells it from other obligations of the same rule and customer.
  package let key: AnchorKey
  /// The day everything counts from (D), and the fact that gave it where there is one.
  package let anchor: Day
  /// The fact that it counts from; nil where a day of the calendar is the anchor.
  package let anchorFact: FactID?
  /// The first day on which a contact settles it; with the hour from which it is wanted.
  package let opens: Moment
  /// The day that decides which policy it falls under: when it opened, before any hold.
  package let openingDay: Day
  /// The last moment that is on time. An hour agreed on only orders its day: the whole day is on time.
  package let due: Moment
  package internal(set) var status: Status
  /// Contacts without an answer since it opened.
  package let attempts: Int
  /// Not listed before that moment: the customer asked for another day. Lateness is unaffected.
  package let hiddenUntil: Moment?
  /// The day that the rule gives, where a holiday of the company moved it (公司放假顺延或提前); nil where none
  /// did.
  package var planned: Day?
  /// Later slots of its series that are overdue too and stand in no obligation of their own, for
  /// all of them were due before the days that a pass asks about.
  package internal(set) var followers = 0
  /// Late or missed, and the customer had been tried as often as the policy asks: no miss of anybody.
  package internal(set) var isExcused = false

  /// Whether it is on the list of `now` (due, overdue, and not hidden).
  package func isListed(at now: Moment) -> Bool {
    guard status.isOpen else { return false }
    guard let hiddenUntil else { return true }
    return hiddenUntil.day <= now.day
  }

  /// Days past due at `now`; 0 when it is not overdue.
  package func daysOverdue(at now: Moment) -> Int {
    status.isOverdue ? max(0, now.day - due.day) : 0
  }
}

extension Status {
  /// Missed, or not done in time.
  package var isFailure: Bool {
    switch self {
    case .missed, .overdue, .done(_, _, onTime: false): true
    case .done, .upcoming, .due, .skipped, .held, .void: false
    }
  }

  /// Whether it was done, or excused.
  package var isSettled: Bool {
    switch self {
    case .done, .skipped: true
    case .upcoming, .due, .overdue, .missed, .held, .void: false
    }
  }

  /// Whether it ended without having to be done.
  package var isVoid: Bool {
    if case .void = self { true } else { false }
  }

  /// Settled, missed or void.
  var isEnded: Bool {
    switch self {
    case .done, .skipped, .missed, .void: true
    case .upcoming, .due, .overdue, .held: false
    }
  }
}
