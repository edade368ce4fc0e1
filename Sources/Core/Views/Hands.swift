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

  /// Whether they do what is asked of that role; nil: of the customer's own consultant.
  package func hold(_ doer: Role?) -> Bool { doer.map(ofRoles.contains) ?? ofOwner }
}

extension Rule {
  /// The role whose work it is; nil: the customer's own consultant's.
  package var doer: Role? { by == .consultant ? nil : by }
}

extension Engine {
  func hold(_ hands: Hands, _ obligation: Obligation) -> Bool {
    hands.hold(ready(obligation.rule).doer)
  }
}

extension Findings {
  /// The roles on whose lists the customer stands now, or in whose waves.
  package var askedRoles: TermSet<Role> {
    let engine = survey.engine
    guard !engine.roles.isEmpty else { return [] }
    var roles: TermSet<Role> = []
    for obligation in obligations {
      let ready = engine.ready(obligation.rule)
      guard let role = ready.doer, obligation.status.isOpen || ready.rule.spreads else { continue }
      roles.insert(role)
    }
    return roles
  }
}
