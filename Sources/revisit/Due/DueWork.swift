import Core
import Store

/// Whose work a list has: the own customers' of a consultant, a role's for anybody's customers, or
/// everything.
///
/// A consultant's list never goes through the office; a role's does.
struct DueWork {
  let scope: Scope
  /// Whose list it is, where that is not a consultant's.
  let role: Role?
  fileprivate let own: StaffID?
  private let roles: TermSet<Role>
  private let isEveryones: Bool

  /// The whole office's.
  static let everyones = DueWork(
    scope: .office, role: nil, own: nil, roles: [], isEveryones: true)

  /// What a consultant does for their own customers.
  static func book(_ member: Staff) -> DueWork {
    DueWork(scope: .book(member.id), role: nil, own: member.id, roles: [], isEveryones: false)
  }

  /// What `roles` do for anybody, and what a member of one of them does for their own customers.
  static func roles(_ roles: TermSet<Role>, of role: Role, member: Staff?) -> DueWork {
    DueWork(scope: .office, role: role, own: member?.id, roles: roles, isEveryones: false)
  }

  func scope(for findings: Findings, at now: Moment) -> WorkScope {
    if isEveryones { return .everyone }
    guard role != nil else { return .owner }
    if role == .consultant { return WorkScope(ofOwner: true) }
    return WorkScope(ofOwner: own != nil && findings.owner(on: now.day) == own, ofRoles: roles)
  }
}

extension Office {
  /// The line without what stands on another one's list: a case that was handed to somebody (派单) is
  /// theirs instead of the whole role's. What is asked of managers stays with them.
  func kept(_ line: AgendaLine, of work: DueWork, _ engine: Engine) throws -> AgendaLine? {
    guard work.role != nil, let member = work.own,
      line.reasons.contains(where: { $0.key.caseNumber != nil })
    else { return line }
    let others = try store.cases(of: line.customer).filter {
      !$0.handlers.isEmpty && !$0.handlers.contains(member)
    }.map(\.record.own)
    let reasons = line.reasons.filter { reason in
      guard let record = reason.key.caseNumber, let doer = engine.rule(reason.rule).doer
      else { return true }
      return doer == .manager || !others.contains(record)
    }
    return AgendaLine(customer: line.customer, state: line.state, reasons: reasons)
  }

  func work(of query: DueQuery, _ engine: Engine) throws -> DueWork {
    if let role = query.role { return .roles(try roles(seenBy: role), of: role, member: nil) }
    guard let member = query.consultant else { return .everyones }
    guard member.role != .consultant else { return .book(member) }
    let roles = try roles(seenBy: member.role)
    return roles.isDisjoint(with: engine.roles)
      ? .book(member) : .roles(roles, of: member.role, member: member)
  }

  /// The role itself; for managers those too that nobody has, as with duties.
  func roles(seenBy role: Role) throws -> TermSet<Role> {
    guard role == .manager else { return [role] }
    let taken = TermSet(try store.staff().map(\.role))
    return TermSet(Role.allCases.filter { $0 == .manager || !taken.contains($0) })
  }
}

/// Of whom something is asked beside the consultants, gathered on a pass over the office, so that
/// no list needs a pass of its own.
struct OthersWork: Sendable {
  /// Whose work is asked for.
  private let roles: TermSet<Role>
  private var customers: [Role: Set<CustomerID>] = [:]

  init(of roles: TermSet<Role> = .all) { self.roles = roles }

  mutating func add(_ findings: Findings) {
    let asked = findings.asked(of: roles)
    guard !asked.isEmpty else { return }
    for role in asked.elements {
      customers[role, default: []].insert(findings.history.customer)
    }
  }

  static func += (a: inout OthersWork, b: OthersWork) {
    a.customers.merge(b.customers) { $0.union($1) }
  }

  func customers(of roles: TermSet<Role>) -> [CustomerID] {
    customers.filter { roles.contains($0.key) }.values.reduce(into: Set()) { $0.formUnion($1) }
      .sorted()
  }
}

extension Office {
  /// A file has so many lines of a role's work at most: nobody calls more in a day, and a large
  /// office has some for every customer.
  static let longestOfRole = 1000

  /// The list of a role, or of a member of it with what is asked of their own customers.
  func dueList(
    of role: Role, _ member: Staff?, _ others: OthersWork, own: [CustomerID] = [], at now: Moment,
    _ engine: Engine
  ) throws -> DueList {
    var query = DueQuery(
      consultant: member, role: member == nil ? role : nil, now: now, showsPhones: true)
    let asked = others.customers(of: try roles(seenBy: role))
    query.customers = Set(asked + own).sorted()
    // Who is told day by day cannot be known before all are.
    query.most = engine.hasWaves ? nil : Office.longestOfRole
    return try dueList(query, engine)
  }
}
