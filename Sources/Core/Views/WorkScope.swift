/// Whose work a list is (由谁做): a rule with `by` is the work of that role, every other one that of
/// the customer's own consultant.
package struct WorkScope: Hashable, Sendable {
  /// What the customer's own consultant does.
  package var ofOwner: Bool
  package var ofRoles: TermSet<Role>

  package init(ofOwner: Bool, ofRoles: TermSet<Role> = []) {
    self.ofOwner = ofOwner
    self.ofRoles = ofRoles
  }

  /// A consultant's own list.
  package static let owner = WorkScope(ofOwner: true)
  /// The office's.
  package static let everyone = WorkScope(ofOwner: true, ofRoles: TermSet(Role.allCases))

  /// Whether they do what is asked of that role; nil: of the customer's own consultant.
  package func hold(_ doer: Role?) -> Bool { doer.map(ofRoles.contains) ?? ofOwner }
}

extension Findings {
  /// Of some roles those on whose lists the customer stands now, or in whose waves.
  package func asked(of wanted: TermSet<Role>) -> TermSet<Role> {
    let engine = pass.engine
    guard !wanted.isDisjoint(with: engine.roles) else { return [] }
    var roles: TermSet<Role> = []
    for obligation in obligations {
      guard let role = obligation.doer, wanted.contains(role), !roles.contains(role)
      else { continue }
      if obligation.status.isOpen || engine.ready(obligation.rule).rule.spreads {
        roles.insert(role)
      }
    }
    return roles
  }
}
