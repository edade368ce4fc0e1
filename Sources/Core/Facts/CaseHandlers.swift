/// The members of staff that are charged with a case of a customer, as its steps say.
package struct CaseHandlers: Hashable, Sendable {
  /// A step that charged a member of staff with the case.
  package struct Charge: Hashable, Sendable {
    /// The day of the step.
    package let day: Day
    /// The one who is charged with it.
    package let member: StaffID
    /// Whether the case was escalated (升级) to the member, and not given (派单).
    package let isEscalation: Bool

    package init(on day: Day, _ member: StaffID, isEscalation: Bool = false) {
      self.day = day
      self.member = member
      self.isEscalation = isEscalation
    }
  }

  private let charges: [Charge]

  /// - Parameter charges: in the order in which they were made.
  package init(_ charges: [Charge]) { self.charges = charges }

  /// The member of staff to whom it was given last; nil: it was given to nobody.
  package var given: StaffID? { charges.last { !$0.isEscalation }?.member }

  /// Those to whom it was escalated, in that order.
  package var escalated: [StaffID] { charges.filter(\.isEscalation).map(\.member) }

  /// Everybody who is charged with it, each once: first whoever it was given to, then those to whom it
  /// was escalated, in that order. An escalation adds somebody and takes the case from nobody.
  package var all: [StaffID] {
    let members = [given].compactMap { $0 } + escalated
    return members.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Everybody who ever was.
  package var ever: [StaffID] { charges.map(\.member) }

  /// Without those who have left: what was theirs is their role's again, or the consultant's.
  func here(_ staffing: Staffing) -> CaseHandlers {
    CaseHandlers(charges.filter { !staffing.hasLeft($0.member) })
  }

  /// The handlers that were charged with it at the end of that day.
  package func on(_ day: Day) -> CaseHandlers { CaseHandlers(charges.filter { $0.day <= day }) }
}

/// The handlers of a customer's cases by their numbers among the customer's own. A case that was
/// neither given nor escalated to anybody may be missing.
package typealias CasesGiven = [Int32: CaseHandlers]
