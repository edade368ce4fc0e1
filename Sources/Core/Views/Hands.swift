/// Whose work a list is (由谁做): a rule with `by` is the work of that role, every other one that of
/// the customer's own consultant.
package struct Hands: Hashable, Sendable {
  /// What the customer's own consultant does.
  package var ofOwner: Bool
  package var ofRoles: TermSet<Role>

  package init(ofOwner: Bool, ofRoles: TermSet<Role> = []) {
    self.ofOwner = ofOwner
    self.ofRoles = ofRoles
  }

  /// A consultant's own list.
  package static let owner = Hands(ofOwner: true)
  /// The office's.
  package static let everyone = Hands(ofOwner: true, ofRoles: TermSet(Role.allCases))

  package func hold(_ rule: Rule) -> Bool { rule.doer.map(ofRoles.contains) ?? ofOwner }
}

extension Rule {
  /// The role whose work it is; nil: the customer's own consultant's.
  package var doer: Role? { by == .consultant ? nil : by }
}

extension Engine {
  func hold(_ hands: Hands, _ obligation: Obligation) -> Bool {
    hands.hold(ready(obligation.rule).rule)
  }
}

extension Findings {
  /// The roles of whom something is asked for that customer now, in the next `ahead` days, or on a
  /// later day of a wave.
  package func askedRoles(ahead: Int = 0) -> TermSet<Role> {
    let engine = survey.engine
    guard !engine.roles.isEmpty else { return [] }
    var roles: TermSet<Role> = []
    for obligation in obligations {
      guard let role = engine.ready(obligation.rule).rule.doer, !roles.contains(role),
        obligation.status.isOpen
          || obligation.status == .upcoming && obligation.opens.day <= survey.now.day + ahead
      else { continue }
      roles.insert(role)
    }
    return roles
  }
}
