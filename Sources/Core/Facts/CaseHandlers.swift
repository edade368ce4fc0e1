/// Who is charged with a case of a customer, as its steps say.
package struct CaseHandlers: Hashable, Sendable {
  /// The member of staff to whom it was given last (派单); nil: it was given to nobody.
  package let given: StaffID?
  /// Those to whom it was escalated (升级), in that order, each once. An escalation adds somebody and
  /// takes the case from nobody.
  package let escalated: [StaffID]

  package init(given: StaffID?, escalated: [StaffID]) {
    self.given = given
    self.escalated = escalated
  }

  /// Everybody who is charged with it, each once; whoever it was given to comes first.
  package var all: [StaffID] { [given].compactMap { $0 } + escalated.filter { $0 != given } }
}

/// The handlers of a customer's cases by their numbers among the customer's own. A case that was
/// neither given nor escalated to anybody may be missing.
package typealias CasesGiven = [Int32: CaseHandlers]
