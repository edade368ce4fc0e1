/// The members of an office's staff by their roles: who speaks for whom, and who does what rules ask of
/// a role.
package struct Staffing: Hashable, Sendable {
  /// Somebody who has left.
  package struct Leaver: Hashable, Sendable {
    /// What they did.
    package let role: Role
    /// The last day in the office.
    package let day: Day

    /// Somebody of that role; `day` is the last one.
    package init(_ role: Role, lastDay day: Day) {
      self.role = role
      self.day = day
    }
  }

  private let roles: [StaffID: Role]
  /// They hold no role any more, but what they said stays said for the one that they had.
  private let left: [StaffID: Leaver]
  /// The roles that somebody holds.
  package let taken: TermSet<Role>

  /// Every member with the role, in the order of their numbers.
  package var members: [(id: StaffID, role: Role)] {
    roles.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// - Parameter roles: of every member; empty: nobody is known, and whoever speaks speaks for the
  ///   sales side.
  package init(_ roles: [StaffID: Role] = [:], left: [StaffID: Leaver] = [:]) {
    self.roles = roles
    self.left = left
    taken = TermSet(roles.values)
  }

  /// Everybody who has left, in the order of their numbers.
  package var leavers: [(id: StaffID, leaver: Leaver)] {
    left.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether the member has left; with a day, whether that was before it.
  func hasLeft(_ member: StaffID, before day: Day? = nil) -> Bool {
    guard let leaver = left[member] else { return false }
    return day.map { leaver.day < $0 } ?? true
  }

  private func role(of member: StaffID) -> Role? { roles[member] ?? left[member]?.role }

  /// The role that does what a rule asks of `role`: where nobody holds it the manager, where there is no
  /// manager either the sales side, which is nil.
  func doer(of role: Role?) -> Role? {
    guard let role, role != .consultant else { return nil }
    if roles.isEmpty || taken.contains(role) || taken.contains(.manager) { return role }
    return nil
  }

  /// The role for which one must speak to settle what `doer` does; the sales side is the consultants'.
  func voice(of doer: Role?) -> Role {
    guard let doer, !taken.isEmpty else { return .consultant }
    return taken.contains(doer) ? doer : taken.contains(.manager) ? .manager : .consultant
  }

  /// Somebody who holds the role; nil: nobody does.
  func someone(of role: Role) -> StaffID? { roles.filter { $0.value == role }.keys.min() }

  /// The roles for which a member speaks: a manager for the sales side too, and everybody for own
  /// customers. Nobody in particular is the customer's consultant.
  func voices(of member: StaffID?, owner: @autoclosure () -> StaffID?) -> TermSet<Role> {
    guard !roles.isEmpty, let member = member ?? owner(), let role = role(of: member) else {
      return [.consultant]
    }
    switch role {
    case .consultant: return [.consultant]
    case .manager: return [.manager, .consultant]
    default: return member == owner() ? [role, .consultant] : [role]
    }
  }

  /// Whose work it is what a member agreed with the customer: what a consultant agrees is the
  /// customer's consultant's, whoever that is by then.
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
