import Core

// "It settles every open obligation … whose doer the speaker is."

extension Oracle {
  /// "The role that the rule names (where nobody holds it, the manager; where there is no manager
  /// either, the customer's consultant)"; nil: the sales side.
  func doer(_ named: Role?) -> Role? {
    guard let named, named != .consultant, !staff.isEmpty else { return nil }
    return [named, .manager].first { staff.values.contains($0) }
  }

  /// "The member whom a case was last given to; 升级 adds the one named and takes from nobody." Reading:
  /// as things stood when they spoke.
  private func charged(with number: Int32, at moment: Moment) -> (given: StaffID?, added: [StaffID])
  {
    var charged: (given: StaffID?, added: [StaffID]) = (nil, [])
    for fact in facts where !moment.isSurelyBefore(fact.moment) {
      guard case .step(let step) = fact.body, step.caseNumber == number, let member = step.member
      else { continue }
      if step.step == .assigned { charged.given = member }
      if step.step == .escalated { charged.added.append(member) }
    }
    return charged
  }

  /// Whether the one who spoke in that contact does what the rule asks for.
  func isDoer(
    _ fact: Fact, _ contact: Contact, _ named: Role?, of caseNumber: Int32? = nil
  ) -> Bool {
    // "Where nobody is known to speak, the customer's consultant."
    let speaker = contact.speaker ?? standing(fact.day)?.owner
    if let caseNumber {
      let (given, added) = charged(with: caseNumber, at: fact.moment)
      if let speaker, added.contains(speaker) { return true }
      // "A manager's part and a specialist's part are two obligations."
      if let given, !isManagers(named) { return given == speaker }
    }
    return speaks(speaker, for: doer(named), on: fact.day)
  }

  private func isManagers(_ named: Role?) -> Bool {
    named == .manager && (staff.isEmpty || doer(named) != nil)
  }

  private func speaks(_ speaker: StaffID?, for role: Role?, on day: Day) -> Bool {
    guard let speaker, let own = staff[speaker] else { return role == nil }
    // Reading: whoever has the customer speaks for the sales side, whatever else they are.
    guard let role else {
      return own == .consultant || own == .manager || speaker == standing(day)?.owner
    }
    return own == role
  }

  /// Whether a step counts for the rule: a manager's part is done by a manager's step.
  func isDoer(ofStep step: CaseStep, _ named: Role?, on day: Day) -> Bool {
    guard named == .manager, doer(named) == .manager else { return true }
    return speaks(step.member ?? standing(day)?.owner, for: .manager, on: day)
  }

  /// "An obligation of the speaker." Reading: what a consultant agrees is the customer's consultant's.
  func agreed(_ fact: Fact, _ contact: Contact) -> StaffID? {
    agreed(by: contact.speaker, on: fact.day)
  }

  func agreed(by speaker: StaffID?, on day: Day) -> StaffID? {
    guard let speaker, let own = staff[speaker], own != .consultant,
      speaker != standing(day)?.owner
    else { return nil }
    return speaker
  }
}
