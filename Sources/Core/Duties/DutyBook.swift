/// A member of staff as duties see one.
package struct DutyMember: Hashable, Sendable {
  /// The member's number.
  package let id: StaffID
  /// What the member does in the office.
  package let role: Role
  /// Since when the office knows them: what was due before is not theirs.
  package let since: Day
  /// The last day in the office, of whoever has left: what is due later is not theirs.
  package let until: Day?

  /// A member of staff from one day to another.
  package init(id: StaffID, role: Role, since: Day, until: Day? = nil) {
    self.id = id
    self.role = role
    self.since = since
    self.until = until
  }

  /// Whether the member is in the office that day.
  package func isHere(on day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }
}

/// Those who owe an occurrence of a duty.
package enum DutySubject: Hashable, Sendable {
  case office
  /// One of that role is enough.
  case role(Role)
  case staff(StaffID)
}

/// Something that can be evidence for a duty: an entry of the ledger, or an event with a customer.
package struct Deed: Hashable, Sendable {
  /// What kinds of evidence there are.
  package enum Kind: Hashable, Sendable {
    /// An entry of that kind, or a report of that name.
    case entry(String)
    case event(EventKind)
  }

  /// What was done.
  package let kind: Kind
  /// When it was done.
  package let moment: Moment
  /// The member of staff that did it; nil where nobody is known.
  package let staff: StaffID?
  /// How many were done at once, at least 1.
  package let count: Int

  /// Something that was done by a member of staff.
  package init(_ kind: Kind, _ moment: Moment, by staff: StaffID?, count: Int = 1) {
    self.kind = kind
    self.moment = moment
    self.staff = staff
    self.count = count
  }
}

extension Evidence {
  /// The kind of evidence that counts for it.
  package var deed: Deed.Kind {
    switch self {
    case .ledger(let kind): .entry(kind)
    case .report(let name): .entry(name)
    case .event(let kind): .event(kind)
    }
  }
}

/// Where an occurrence of a duty stands at a moment.
package enum DutyStatus: Hashable, Sendable {
  case upcoming
  case due
  /// Past due, and still to be made up for.
  case overdue
  case done(Moment, onTime: Bool)
  /// Undone when the next one took its place.
  case missed
}

/// One occurrence of a duty (内部事项): who owes it, when, and how much of it was found.
package struct DutyObligation: Hashable, Sendable {
  /// The duty as the policy in force has it.
  package let duty: Duty
  /// Those who owe it.
  package let subject: DutySubject
  /// The first day whose evidence counts.
  package let from: Day
  /// The first day on which it is listed.
  package let opens: Day
  /// The last moment that is on time.
  package let due: Moment
  /// How much of the evidence there is, late evidence included.
  package let found: Int
  /// How it stands at the moment asked about.
  package let status: DutyStatus
  /// How many occurrences in a row were missed just before this one.
  package let missedBefore: Int

  /// How much is still wanted.
  package var short: Int { max(0, duty.count - found) }

  /// Whether it can still be done, late or not.
  package var isOpen: Bool { status == .due || status == .overdue }
}

/// What the duties of the staff and the office depend on, apart from the evidence.
///
/// | question | answer |
/// |---|---|
/// | which policy | the one that reigns on the occurrence's own day, before that day is moved |
/// | where a series begins | one that the calendar fixes (weekdays, month ends) is as if it had always been in force; n days, months, years count from the reign's first day and come first after it; every day begins with it |
/// | another holder under a later policy | each occurrence is owed by those whom the policy of its day names; the others' times end and begin with it all the same |
/// | a day off of the office | as `if_day_off` says; with `workdays` there is none on such a day |
/// | a day on which the office is closed (a company holiday) | the first open day, where one due there anyway is the same |
/// | a member on leave that day | the next day that both work, or with `before` the last day before on which the member is there and that is no holiday; where that reaches the next occurrence or the one before, there is none |
/// | a week's quota | stays, unless the whole week is off; there is none of a week that had begun when the first policy with the duty came into force |
/// | what counts | evidence from the day after the occurrence before, or from the first day of its own week |
/// | late evidence | settles the occurrence until the day of the next one; what it takes does not count for the next, unless it is a log (one entry of the ledger), which tells of its own time too; after that day has come it is missed. A week's quota has none |
/// | listed | on its day; what takes more than one sitting (several, visits, before a milestone) in the week to it |
package struct DutyBook: Sendable {
  /// The policies in the order of their adoption.
  package let reigns: [Reign]
  /// The project's milestones.
  package let milestones: [Milestone]
  /// The days on which the office works.
  package let calendar: WorkCalendar
  /// Leaves of the staff.
  package let daysOff: DaysOff
  /// The staff that duties may fall to.
  package let members: [DutyMember]

  /// `reigns` by their first day.
  package init(
    reigns: [Reign], milestones: [Milestone] = [], calendar: WorkCalendar = .weekdays,
    daysOff: DaysOff = DaysOff(), members: [DutyMember]
  ) {
    self.reigns = reigns
    self.milestones = milestones.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    self.calendar = calendar
    self.daysOff = daysOff
    self.members = members
  }

  /// How far back it looks for occurrences that were missed.
  static let memory = 400
  /// The longest stretch before an occurrence whose evidence counts.
  static let reach = 370

  /// From when on evidence is needed for occurrences on or after `day`.
  package static func evidenceStart(for day: Day) -> Day { day - memory - reach }

  /// The duties of the policy that reigns on that day.
  package func duties(on day: Day) -> [Duty] {
    reigns.last { $0.from <= day }?.policy.duties ?? []
  }

  /// The occurrences that are due on those days, by their due moment, as of `now`.
  ///
  /// - Parameters:
  ///   - deeds: from `evidenceStart` on, in any order.
  ///   - wanted: whose are asked for.
  package func obligations(
    due days: ClosedRange<Day>, at now: Moment, _ deeds: [Deed],
    of wanted: (DutySubject) -> Bool = { _ in true }
  ) -> [DutyObligation] {
    let known = deeds.filter { !now.isSurelyBefore($0.moment) }
      .sorted { $0.moment.isBefore($1.moment) }
    return holders.flatMap { id, holders in
      let subjects = subjects(holders).filter { wanted($0.subject) }
      let entries = subjects.isEmpty ? [] : entries(of: id, days)
      return subjects.flatMap { subject, member in
        slots(entries, of: subject, member).settled(by: known, subject, at: now)
      }
    }.filter { days.contains($0.due.day) }.sorted { $0.due.isBefore($1.due) }
  }

  /// The holders of the duty of an id under any policy; each id once, in the order of the policies.
  private var holders: [(id: String, holders: [DutyHolder])] {
    var found: [(id: String, holders: [DutyHolder])] = []
    for reign in reigns {
      for duty in reign.policy.duties {
        if let place = found.firstIndex(where: { $0.id == duty.id }) {
          found[place].holders.append(duty.holder)
        } else {
          found.append((duty.id, [duty.holder]))
        }
      }
    }
    return found
  }

  /// Those who may owe a duty of these holders; the member where each of a role owes it.
  private func subjects(
    _ holders: [DutyHolder]
  ) -> [(subject: DutySubject, member: DutyMember?)] {
    [DutySubject.office].filter { _ in holders.contains(.office) }.map { ($0, nil) }
      + TermSet(
        holders.compactMap { if case .role(let role, any: true) = $0 { role } else { nil } }
      ).elements.map { (.role($0), nil) }
      + members.filter { holders.contains(.role($0.role, any: false)) }
      .map { (.staff($0.id), $0) }
  }
}
