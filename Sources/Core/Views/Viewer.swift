// The one whose list is asked for, and those on whose lists an obligation stands.

/// The one whose list is asked for.
package enum Viewer: Hashable, Sendable {
  /// The whole office's: everything that is owed to anybody.
  case office
  /// Everything that a role does, whichever member of it was given a case. `doing` is what the role
  /// does: itself, and for managers the roles that nobody holds. Of consultants it is what all of
  /// them do for their own customers.
  case role(Role, doing: TermSet<Role>)
  /// One list for these members of staff, most often a single one: their own customers, the work of
  /// the roles in `doing` that was not given to somebody else, and the cases that were given or
  /// escalated to them.
  case members([StaffID], doing: TermSet<Role>)
  /// What stands on nobody's list, for the customers have no consultant.
  case nobody

  /// What `role` does, of which rules may ask something: itself; managers also do what is asked of
  /// the roles that nobody has. `taken` are the roles that somebody has.
  package static func roles(doneBy role: Role, taken: TermSet<Role>) -> TermSet<Role> {
    guard role == .manager else { return [role] }
    return TermSet(
      TermSet<Role>.possible.elements.filter { $0 == .manager || !taken.contains($0) })
  }
}

/// Somebody on whose list an obligation stands.
package enum ListHolder: Hashable, Sendable {
  /// The customer's own consultant; nil: the customer has none.
  case consultant(StaffID?)
  /// Every holder of the role that the rule names; where nobody holds it, the managers.
  case role(Role)
  /// A member of staff to whom the case was given or escalated; `role` is what the rule names.
  case member(StaffID, role: Role?)
}

extension ListHolder {
  /// On whose list work stands that was given to nobody: the member's who agreed it, the role's that
  /// the rule names, else the consultant's.
  package static func usual(
    _ doer: Role?, _ member: StaffID? = nil, owner: StaffID?
  ) -> ListHolder {
    if let member { return .member(member, role: doer) }
    return doer.map { .role($0) } ?? .consultant(owner)
  }

  /// Everybody on whose list the work stands. A case that was given to a member is that member's
  /// instead of every holder's of the role, or the consultant's. A manager's part stays the managers'
  /// alone, but for those to whom the case was escalated.
  package static func all(
    _ doer: Role?, _ member: StaffID? = nil, _ handlers: CaseHandlers?, owner: StaffID?
  ) -> [ListHolder] {
    let usual = usual(doer, member, owner: owner)
    guard let handlers else { return [usual] }
    if doer == .manager {
      return [usual]
        + handlers.escalated.reduce(into: []) { holders, member in
          let holder = ListHolder.member(member, role: doer)
          if holder != usual, !holders.contains(holder) { holders.append(holder) }
        }
    }
    let charged = handlers.all.map { ListHolder.member($0, role: doer) }
    return handlers.given == nil ? [usual] + charged.filter { $0 != usual } : charged
  }
}

extension Viewer {
  /// Whether the list shows what stands on the list of `holder`.
  package func sees(_ holder: ListHolder) -> Bool {
    switch (self, holder) {
    case (.office, _): true
    case (.nobody, .consultant(let owner)): owner == nil
    case (.nobody, _): false
    case (.role(.consultant, _), .consultant): true
    case (.role, .consultant): false
    case (.role(_, let doing), .role(let role)): doing.contains(role)
    case (.role(_, let doing), .member(_, let role)): role.map(doing.contains) ?? false
    case (.members(let members, _), .consultant(let owner)): owner.map(members.contains) ?? false
    case (.members(_, let doing), .role(let role)): doing.contains(role)
    case (.members(let members, _), .member(let member, _)): members.contains(member)
    }
  }
}

extension Findings {
  /// On whose lists that rule's work stands, for that occasion.
  package func holders(
    of rule: RuleRef, _ key: AnchorKey, _ given: CasesGiven
  ) -> [ListHolder] {
    obligations.first { $0.rule == rule && $0.key == key }.map { holders(of: $0, given) }
      ?? ListHolder.all(
        pass.engine.doer(of: rule), nil, here(key.caseNumber, given), owner: ownerNow)
  }

  /// On whose lists it stands; what was somebody's who has left is their role's.
  func holders(of obligation: Obligation, _ given: CasesGiven) -> [ListHolder] {
    let member = member(obligation)
    let doer =
      member == obligation.member
      ? obligation.doer : pass.engine.staffing.doer(of: obligation.doer)
    return ListHolder.all(
      doer, member, here(obligation.key.caseNumber, given), owner: ownerNow)
  }

  /// The member who agreed it and is still there.
  private func member(_ obligation: Obligation) -> StaffID? {
    obligation.member.flatMap { pass.engine.staffing.hasLeft($0) ? nil : $0 }
  }

  private func here(_ number: Int32?, _ given: CasesGiven) -> CaseHandlers? {
    number.flatMap { given[$0] }.map { $0.here(pass.engine.staffing) }
  }

  /// The holder that a report charges with it: the first of those on whose lists it stood on its due
  /// day, so that it counts once. A role's case that was given to a member is that member's;
  /// everything else stays with the role, or with whoever the customer's consultant was on that day.
  func charged(with obligation: Obligation, _ given: CasesGiven) -> ListHolder {
    let day = obligation.due.day
    let owner = timeline.state(on: day)?.owner
    guard !given.isEmpty, let handlers = obligation.key.caseNumber.flatMap({ given[$0] }) else {
      return .usual(obligation.doer, obligation.member, owner: owner)
    }
    return ListHolder.all(
      obligation.doer, obligation.member, handlers.on(day), owner: owner)[0]
  }

  /// The consultant whose customer it is as of the pass's moment; nil: nobody's.
  var ownerNow: StaffID? { timeline.spans.last?.state.owner }

  /// Whether anything is owed about a case, so that it matters who was given it.
  package var isAboutCases: Bool { obligations.contains { $0.key.caseNumber != nil } }

  /// Whether a list may have the customer today, hidden or not, or a plan of a wave.
  package var mayHaveAPlace: Bool {
    !obligations.isEmpty || timeline.spans.last?.state.doNotContact == true
  }

  /// Whether what that member says to the customer now is said by whoever does that rule's work.
  ///
  /// - Parameter speaker: nil: the customer's consultant.
  package func isDoer(_ speaker: StaffID?, of rule: RuleRef, _ key: AnchorKey) -> Bool {
    guard let dossier else { return false }
    let known = obligations.first { $0.rule == rule && $0.key == key }
    let doer = known?.doer.flatMap { role in known?.member.map { Doer(role: role, member: $0) } }
    return dossier.isDoer(
      speaker, pass.engine.staffing.voices(of: speaker, owner: ownerNow), at: pass.now,
      pass.engine.ready(rule), key.caseNumber, doer)
  }

  /// The members on whose lists it stands that they agreed something with the customer.
  package var membersAsked: [StaffID] {
    obligations.compactMap { $0.status.mayBeListed ? $0.member : nil }
  }

  /// Whether everything that is owed is the sales side's, and nobody's in particular.
  var isSalesAlone: Bool { obligations.allSatisfy { $0.doer == nil && $0.member == nil } }

  /// Of some roles those of whom something is asked now, or in whose waves the customer is.
  package func asked(of wanted: TermSet<Role>) -> TermSet<Role> {
    let engine = pass.engine
    guard !wanted.isDisjoint(with: engine.roles) else { return [] }
    var roles: TermSet<Role> = []
    for obligation in obligations {
      guard member(obligation) == nil, let role = obligation.doer, wanted.contains(role),
        !roles.contains(role)
      else { continue }
      if obligation.status.mayBeListed || engine.ready(obligation.rule).rule.spreads {
        roles.insert(role)
      }
    }
    return roles
  }
}

extension Status {
  /// Whether a list may have it today, or count it among what is held back.
  fileprivate var mayBeListed: Bool {
    switch self {
    case .due, .overdue, .held: true
    case .upcoming, .done, .missed, .skipped, .void: false
    }
  }
}

extension AnchorKey {
  /// The case's number among the customer's, where it is about one.
  package var caseNumber: Int32? {
    if case .ofCase(let number, _) = self { number } else { nil }
  }
}
