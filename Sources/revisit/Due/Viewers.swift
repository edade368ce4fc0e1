import Core
import Store

// The list that a command asks for, in the terms of the office.

extension Office {
  /// The viewer whose list is the user's own, for every command that answers about a customer: what
  /// `due` shows without an option.
  func ownViewer(_ engine: Engine) throws -> Viewer {
    try listOwner(named: nil).map { try viewer(of: $0, engine) } ?? .office
  }

  /// What the list of one member asks for; nil: the whole office's, as far as a page goes.
  func list(of member: Staff?) throws -> (query: DueQuery, engine: Engine) {
    let engine = try engine(for: member?.role == .consultant ? member : nil)
    let viewer = try member.map { try self.viewer(of: $0, engine) } ?? Viewer.office
    var query = DueQuery(
      viewer: viewer, consultant: member, role: member?.workingRole(viewer), now: session.now,
      showsPhones: false)
    if member == nil { query.most = Office.longestPage }
    return (query, engine)
  }

  /// The list of one member of staff. Where no rule asks anything of their role, it is that of their
  /// own customers.
  func viewer(of member: Staff, _ engine: Engine) throws -> Viewer {
    try .members([member.id], doing: work(of: member.role, engine))
  }

  /// The list of a role, whoever has it.
  func viewer(of role: Role) throws -> Viewer { .role(role, doing: try roles(doneBy: role)) }

  /// The managers' common list, with the customers of whoever has left.
  func viewer(ofManagers staff: [Staff], _ engine: Engine) throws -> Viewer {
    let managers = staff.filter { $0.role == .manager || $0.left != nil }.map(\.id)
    return .members(managers, doing: try work(of: .manager, engine))
  }

  /// What rules ask of that role, and not of the customer's own consultant.
  private func work(of role: Role, _ engine: Engine) throws -> TermSet<Role> {
    guard role != .consultant else { return [] }
    let roles = try roles(doneBy: role)
    return roles.isDisjoint(with: engine.roles) ? [] : roles
  }

  /// The role itself; for managers those too that nobody has, as with duties.
  func roles(doneBy role: Role) throws -> TermSet<Role> {
    Viewer.roles(doneBy: role, taken: role == .manager ? try takenRoles() : [])
  }

  /// The roles that somebody has.
  func takenRoles() throws -> TermSet<Role> { try store.staffing().taken }
}

extension Viewer {
  /// The customers whose histories have to be read. A consultant's list never goes through the office; a role's
  /// does.
  var scope: Scope {
    guard case .members(let members, let roles) = self, members.count == 1, roles.isEmpty else {
      return .office
    }
    return .book(members[0])
  }

  /// The same where the list has no more of a role's work than its cases, which are found by themselves.
  func scope(_ engine: Engine) -> Scope {
    guard case .members(let members, let doing) = self, members.count == 1,
      doing.isDisjoint(with: engine.rolesOfRules)
    else { return scope }
    return .book(members[0])
  }
}

/// Those whom customers' cases were given to (派单, 升级), as far as it is known beforehand.
enum OfficeCases {
  /// Looked up where a customer is owed something about a case.
  case onDemand
  /// Of the whole office, with the customers by whoever was given a case of theirs.
  case known([CustomerID: CasesGiven], [StaffID: Set<CustomerID>])

  /// Customers with a case that was given to any of these.
  func customers(of members: [StaffID], _ office: Office) throws -> [CustomerID] {
    switch self {
    case .onDemand: try members.flatMap { try office.store.customersCharged(to: $0) }
    case .known(_, let customers): members.flatMap { customers[$0] ?? [] }
    }
  }

  func given(_ findings: Findings, at now: Moment, _ office: Office) throws -> CasesGiven {
    guard findings.isAboutCases else { return [:] }
    let customer = findings.history.customer
    return switch self {
    case .onDemand: try office.store.casesGiven(of: customer, asOf: now)
    case .known: known(customer)
    }
  }

  /// Of the customer, where those of the whole office are known.
  func known(_ customer: CustomerID) -> CasesGiven {
    if case .known(let cases, _) = self { cases[customer] ?? [:] } else { [:] }
  }
}

extension Office {
  /// Those whom all cases were given to: one look through them, for work on the whole office.
  func allCases(at now: Moment) throws -> OfficeCases {
    var cases: [CustomerID: CasesGiven] = [:]
    var customers: [StaffID: Set<CustomerID>] = [:]
    for customer in try store.customersCharged() {
      let given = try store.casesGiven(of: customer, asOf: now)
      cases[customer] = given
      for member in given.values.flatMap(\.all) { customers[member, default: []].insert(customer) }
    }
    return .known(cases, customers)
  }
}
