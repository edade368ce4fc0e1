import Core
import Store
import Values

/// What the one who works may do.
enum Rights: Hashable, Sendable {
  /// A manager's, an administrator's, and those of the database's own user.
  case all
  /// What a role may: a consultant works with own customers, others with everybody's.
  case role(Role)
}

/// The one who works, and what they may do.
struct Worker: Sendable {
  let user: User
  let rights: Rights
  /// Whether they are told of a colleague's customer and go on: whoever owns the database may act for
  /// anybody.
  var isTrusted = false
}

// MARK: - Who works

extension Session {
  /// The name of whoever makes an office. Who comes through sudo makes the one that the settings name.
  func founder() throws -> String {
    if caller != .owner, let place = namesDatabase ?? namesUser {
      throw Failure.denied(.notThroughSudo(place))
    }
    return try userName.map { try readName($0, at: "--user") } ?? login ?? "-"
  }

  /// Through sudo the one whose login it is; otherwise whom `--user` or REVISIT_USER names, else the
  /// database's own user, with everybody's rights, under the name of the member who has that login.
  func worker(in store: Store) throws -> Worker {
    guard case .through = caller else {
      if let userName { return try worker(named: userName, in: store) }
      let member = try login.flatMap { try store.staff(login: $0) }
      return Worker(user: User(member?.name ?? login ?? "-", staff: member?.id), rights: .all)
    }
    let login = login ?? "-"
    guard let member = try store.staff(login: login), member.left == nil else {
      // Whoever sets up an office is nobody's colleague yet.
      if try store.staff().isEmpty { return Worker(user: User(login), rights: .all) }
      throw Failure.denied(.unknownLogin(login, ask: try store.administrators()))
    }
    let own = Worker(
      user: User(member.name, staff: member.id), rights: try store.rights(of: member))
    if own.rights != .all, let place = namesDatabase ?? namesUser {
      throw Failure.denied(.notThroughSudo(place))
    }
    return try userName.map { try worker(named: $0, in: store) } ?? own
  }

  private func worker(named text: String, in store: Store) throws -> Worker {
    let place = namesUser ?? "--user"
    let name = plainName(trimmed(text))
    guard let member = try store.staff(named: name) ?? namesake(of: name, in: store) else {
      let staff = try store.staff()
      // An office that has nobody yet knows whoever sets it up by any name.
      if staff.isEmpty { return Worker(user: User(try readName(text, at: place)), rights: .all) }
      let near = nearest(to: text, among: staff.filter { $0.left == nil }.map(\.name))
      throw Failure.lookup(.noUser(text, place: place, nearest: near))
    }
    if member.left != nil { throw Failure.refusal(.hasLeft(member.name, place: place)) }
    return Worker(
      user: User(member.name, staff: member.id), rights: try store.rights(of: member),
      isTrusted: caller == .owner)
  }

  private func namesake(of name: String, in store: Store) throws -> Staff? {
    let wanted = foldedName(name)
    return try store.staff().first { foldedName($0.name) == wanted }
  }
}

extension Store {
  fileprivate func rights(of member: Staff) throws -> Rights {
    let isLeading = member.role == .manager || member.isAdministrator
    return try isLeading || firstMember() == member.id ? .all : .role(member.role)
  }

  /// Those who may change the staff, as far as they are members.
  fileprivate func administrators() throws -> [String] {
    let here = try staff().filter { $0.left == nil }
    return try here.filter { try rights(of: $0) == .all }.prefix(5).map(\.name)
  }
}

// MARK: - What they may

extension Office {
  /// Throws where it wants a manager or an administrator.
  func require(_ deed: ReservedDeed) throws {
    guard rights != .all else { return }
    throw Failure.denied(.reserved(deed, for: try store.administrators()))
  }

  /// Whether the member is a manager or an administrator.
  func leads(_ member: Staff) throws -> Bool { try store.rights(of: member) == .all }

  /// Throws where the customer is a colleague's and has nothing to do with the one who works. A colleague's
  /// customer is settled by people (撞单), so the answer says whose it is; whoever is trusted is told as
  /// much.
  func requireOwn(_ customer: CustomerSummary) throws {
    guard !handles(ofOwner: customer.owner) else { return }
    if try isInvolved(with: customer.id) { return }
    let failure = try colleagues(customer)
    guard worker.isTrusted else { throw failure }
    failure.complaints.forEach(session.warn)
  }

  /// Tells whose the customer is.
  func colleagues(_ customer: CustomerSummary) throws -> Failure {
    let owner = try customer.owner.flatMap { try store.staff($0) }
    return .denied(.ofColleague(try line(customer), of: owner?.name ?? ""))
  }

  /// Whether it was the one who works, as a member of staff, who took that step. Texts are not approved by
  /// whoever drafted them.
  func isOwnStep(_ op: OpID) throws -> Bool {
    try user.staff.map { try store.isStep(op, of: $0) } ?? false
  }

  /// Whether a case of the customer was given to the one who works, or a day agreed with them.
  private func isInvolved(with customer: CustomerID) throws -> Bool {
    guard let own = user.staff else { return false }
    let given = try store.casesGiven(of: customer, asOf: session.now)
    if given.values.contains(where: { $0.all.contains(own) }) { return true }
    return try store.history(of: customer, asOf: session.now)?.facts.contains { fact in
      guard case .contact(let contact) = fact.body else { return false }
      return contact.next != nil && contact.speaker == own
    } ?? false
  }
}
