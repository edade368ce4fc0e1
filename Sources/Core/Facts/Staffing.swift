/// The members of an office's staff by their roles: who speaks for whom, and who does what rules ask of
/// a role.
package struct Staffing: Hashable, Sendable {
  /// Every member with the role, in the order of their numbers.
  package let members: [Member]
  /// The roles that somebody holds.
  package let taken: TermSet<Role>

  package struct Member: Hashable, Sendable {
    package let id: StaffID
    package let role: Role

    package init(id: StaffID, role: Role) {
      self.id = id
      self.role = role
    }
  }

  /// - Parameter members: empty: nobody is known, and whoever speaks speaks for the sales side.
  package init(_ members: [Member] = []) {
    self.members = members.sorted { $0.id < $1.id }
    taken = TermSet(members.map(\.role))
  }

  package init(_ roles: [StaffID: Role]) {
    self.init(roles.map { Member(id: $0.key, role: $0.value) })
  }

  /// Those with a role other than that of most are few, so they are looked for one by one.
  private func role(of member: StaffID) -> Role? { members.first { $0.id == member }?.role }

  /// The role that does what a rule asks of `role`: where nobody holds it the manager, where there is no
  /// manager either the sales side, which is nil.
  func doer(of role: Role?) -> Role? {
    guard let role, role != .consultant else { return nil }
    if members.isEmpty || taken.contains(role) || taken.contains(.manager) { return role }
    return nil
  }

  /// The role for which one must speak to settle what `doer` does; the sales side is the consultants'.
  func voice(of doer: Role?) -> Role {
    guard let doer, !taken.isEmpty else { return .consultant }
    return taken.contains(doer) ? doer : taken.contains(.manager) ? .manager : .consultant
  }

  /// Somebody who holds the role; nil: nobody does.
  func someone(of role: Role) -> StaffID? { members.first { $0.role == role }?.id }

  /// The roles for which a member speaks: a manager for the sales side too, and everybody for own
  /// customers. Nobody in particular is the customer's consultant.
  func voices(of member: StaffID?, owner: @autoclosure () -> StaffID?) -> TermSet<Role> {
    guard !members.isEmpty, let member = member ?? owner(), let role = role(of: member) else {
      return [.consultant]
    }
    switch role {
    case .consultant: return [.consultant]
    case .manager: return [.manager, .consultant]
    default: return member == owner() ? [role, .consultant] : [role]
    }
  }

  /// The one who does what a member agreed with the customer; nil: the customer's consultant, whoever
  /// that is by then, who does what any consultant agreed.
  func doer(agreedBy member: StaffID?, owner: @autoclosure () -> StaffID?) -> Doer? {
    guard let member, let role = role(of: member), role != .consultant, member != owner() else {
      return nil
    }
    return Doer(role: role, member: member)
  }
}

/// A member of staff who does a piece of work alone, such as the one who agreed a day.
struct Doer: Hashable, Sendable {
  let role: Role
  let member: StaffID
}
