import Core
import Store

/// Those whose duties are asked for.
enum DutyViewer: Sendable {
  case member(Staff)
  /// What any one of a role owes.
  case role(Role)
  /// The office's own, and what a role owes that nobody has, beside the manager's.
  case manager(Staff?)
  case everyone
}

/// A duty that is owed, with the names of those who owe it.
struct DutyItem: Sendable {
  let obligation: DutyObligation
  /// Nil: the office or a role.
  let staff: String?
  /// The role that owes it, where nobody in particular does.
  let role: Word?
}

/// The duties of an office with everything that shows whether they were done.
struct DutyEvidence: Sendable {
  let book: DutyBook
  let deeds: [Deed]
  let names: [StaffID: String]
  /// The words of the office's policies.
  let vocabulary: Vocabulary
}

extension Office {
  /// What is listed where nobody is named: the user's own duties, and what a manager watches.
  func dutyViewer(of owner: Staff?) throws -> DutyViewer {
    if let owner { return .member(owner) }
    guard let own = try speaker else { return .everyone }
    return own.role == .manager ? .manager(own) : .member(own)
  }

  /// Those who see the list of a role: any member of it, and a manager what is nobody's.
  func dutyViewer(of role: Role) -> DutyViewer {
    role == .manager ? .manager(nil) : .role(role)
  }

  /// The duties at the end of a list: the role's, or the owner's, or those of whoever asks.
  func dutiesOfList(
    _ engine: Engine, of owner: Staff?, _ role: Role? = nil, ahead: Int = 0
  ) throws -> [DutyItem] {
    let viewer = try role.map { dutyViewer(of: $0) } ?? dutyViewer(of: owner)
    let duties = try duties(
      engine, from: session.today - Office.dutyMemory, at: session.now, for: viewer)
    return duties?.list(at: session.now, ahead: ahead, for: viewer) ?? []
  }

  /// Nil where no policy has duties: then nothing is read.
  ///
  /// - Parameters:
  ///   - day: the first day whose occurrences are asked for.
  ///   - viewer: whose events with customers count; a member's alone are read from their book.
  func duties(
    _ engine: Engine, from day: Day, at now: Moment, for viewer: DutyViewer
  ) throws -> DutyEvidence? {
    let duties = engine.reigns.flatMap(\.policy.duties)
    guard !duties.isEmpty else { return nil }
    let since = DutyBook.evidenceStart(for: day)
    let kinds = duties.map(\.evidence.deed)
    var deeds = try store.deeds(kinds.compactMap(\.entryKind), since: since)
    let events = TermSet(kinds.compactMap(\.eventKind))
    if !events.isEmpty { deeds += try eventDeeds(events, since: since, now, viewer) }
    return DutyEvidence(
      book: DutyBook(
        reigns: engine.reigns, milestones: engine.milestones, calendar: engine.calendar,
        daysOff: DaysOff(try store.officeDays().leaves), members: try store.dutyMembers()),
      deeds: deeds, names: try names(for: viewer), vocabulary: engine.vocabulary)
  }

  /// A member sees no duties of others.
  private func names(for viewer: DutyViewer) throws -> [StaffID: String] {
    if case .member(let staff) = viewer { [staff.id: staff.name] } else { try staffNames() }
  }

  /// Events count for whoever had the customer on that day.
  private func eventDeeds(
    _ kinds: TermSet<EventKind>, since: Day, _ now: Moment, _ viewer: DutyViewer
  ) throws -> [Deed] {
    var deeds: [Deed] = []
    try store.forEachHistory(in: viewer.scope, asOf: now, activeSince: since) { history in
      let found = history.facts.filter { fact in
        guard case .event(let kind) = fact.body else { return false }
        return kinds.contains(kind) && fact.day >= since
      }
      guard !found.isEmpty else { return }
      let timeline = Timeline(source: history.source, facts: history.facts[...])
      for fact in found {
        guard case .event(let kind) = fact.body else { continue }
        deeds.append(
          Deed(.event(kind), fact.moment, by: timeline.state(on: fact.day)?.owner))
      }
    }
    return deeds
  }
}

extension DutyViewer {
  /// A consultant's events are those of their book.
  fileprivate var scope: Scope {
    if case .member(let staff) = self, staff.role == .consultant {
      .book(staff.id)
    } else {
      .office
    }
  }
}

extension DutyBook {
  /// Whether it can still be done: not by whoever has left.
  fileprivate func isHere(_ subject: DutySubject, on day: Day) -> Bool {
    guard case .staff(let id) = subject else { return true }
    return members.first { $0.id == id }?.isHere(on: day) ?? true
  }

  /// Whether a member of that role owes it.
  fileprivate func isOf(_ role: Role, _ subject: DutySubject) -> Bool {
    guard case .staff(let id) = subject else { return false }
    return members.contains { $0.id == id && $0.role == role }
  }
}

extension Deed.Kind {
  fileprivate var entryKind: String? {
    if case .entry(let kind) = self { kind } else { nil }
  }

  fileprivate var eventKind: EventKind? {
    if case .event(let kind) = self { kind } else { nil }
  }
}

// MARK: - Lists

extension DutyEvidence {
  /// One line a duty and subject: the oldest that is open, or the next within `ahead` days.
  func list(at now: Moment, ahead: Int = 0, for viewer: DutyViewer) -> [DutyItem] {
    var lines: [DutyLineKey: DutyObligation] = [:]
    let days = now.day - Office.dutyMemory...now.day + max(ahead, 6)
    for obligation in obligations(due: days, at: now, for: viewer)
    where book.isHere(obligation.subject, on: now.day) {
      let isComing = obligation.status == .upcoming && obligation.due.day <= now.day + ahead
      guard obligation.isOpen || ahead > 0 && isComing else { continue }
      let key = DutyLineKey(id: obligation.duty.id, subject: obligation.subject)
      if lines[key] == nil { lines[key] = obligation }
    }
    return lines.values.sorted {
      $0.due.isBefore($1.due) || !$1.due.isBefore($0.due) && $0.order < $1.order
    }.map(item)
  }

  /// What was missed or done late of that stretch, oldest first.
  func failures(_ days: ClosedRange<Day>, at now: Moment) -> [DutyItem] {
    obligations(due: days, at: now, for: .everyone).filter { obligation in
      switch obligation.status {
      case .missed, .overdue, .done(_, onTime: false): true
      case .upcoming, .due, .done: false
      }
    }.map(item)
  }

  /// What was due in that stretch: forms that are handed in, or what else is counted, oldest first.
  func due(_ days: ClosedRange<Day>, at now: Moment, areForms: Bool) -> [DutyItem] {
    obligations(due: days, at: now, for: .everyone).filter { obligation in
      if case .report = obligation.duty.evidence { areForms } else { !areForms }
    }.map(item)
  }

  func obligations(
    due days: ClosedRange<Day>, at now: Moment, for viewer: DutyViewer
  ) -> [DutyObligation] {
    book.obligations(due: days, at: now, deeds) { isSeen($0, by: viewer) }
  }

  private func isSeen(_ subject: DutySubject, by viewer: DutyViewer) -> Bool {
    switch viewer {
    case .everyone: true
    case .member(let staff): subject == .staff(staff.id) || subject == .role(staff.role)
    case .role(let role): subject == .role(role) || book.isOf(role, subject)
    case .manager(let staff):
      switch subject {
      case .office: true
      case .staff(let id): id == staff?.id
      case .role(let role):
        role == .manager || !book.members.contains { $0.role == role && $0.until == nil }
      }
    }
  }

  private func item(_ obligation: DutyObligation) -> DutyItem {
    switch obligation.subject {
    case .office: DutyItem(obligation: obligation, staff: nil, role: nil)
    case .role(let role):
      DutyItem(obligation: obligation, staff: nil, role: role.word(in: vocabulary))
    case .staff(let id): DutyItem(obligation: obligation, staff: names[id], role: nil)
    }
  }
}

extension Office {
  /// How many days back a list looks for duties that are still to be made up for.
  static let dutyMemory = 366
}

private struct DutyLineKey: Hashable {
  let id: String
  let subject: DutySubject
}

extension DutyObligation {
  /// Among those that are due at the same moment.
  fileprivate var order: String { "\(duty.id) \(subject)" }
}
