package import Core
import SQLite

/// A member of staff as of the newest change.
package struct Staff: Hashable, Sendable {
  package let id: StaffID
  package var name: String
  package var role: Role
  /// Login name of the operating system.
  package var login: String?
  /// Made an administrator; the first member of an office is one without that.
  package var isAdministrator = false
  /// The last day, of whoever has left.
  package var left: Day?
}

// MARK: - Reading

extension Store {
  /// The members as they are; with `columns` of `s`, the row as entered, and `c`, the newest change.
  private func staff(_ columns: String = Staff.columns, where condition: String = "1") -> String {
    """
    SELECT \(columns) FROM staff s LEFT JOIN staff_change c ON c.staff = s.id AND c.id IN (
      SELECT max(id) FROM staff_change x WHERE \(stands("x")) GROUP BY staff)
    WHERE \(stands("s")) AND \(condition)
    """
  }

  /// In the order in which they were entered, those who have left too.
  package func staff() throws -> [Staff] {
    let isWriting = horizon == nil && connection.isInTransaction
    if let members, !isWriting { return members }
    let read = try reading {
      try $0.rows(text: staff() + " ORDER BY s.id", read: Staff.init)
    }
    members = isWriting ? nil : read
    return read
  }

  /// The role of everybody who works here but most consultants, and of whoever has left: of consultants
  /// one is enough, for whoever is not named is one too, and a large office has a thousand.
  package func staffing() throws -> Staffing {
    let consultant = Role.consultant.rawValue
    let role = "coalesce(c.role, s.role)"
    // Nearly all are consultants as they were entered.
    let few = "(s.role <> \(consultant) OR s.id IN (SELECT staff FROM staff_change))"
    let others = "\(few) AND (c.left_day NOTNULL OR \(role) <> \(consultant))"
    return try reading {
      let rows = try $0.rows(
        text: """
          \(staff("s.id, \(role) AS role, c.left_day", where: others))
          UNION ALL SELECT * FROM (
            \(staff("s.id, \(role), NULL", where: "c.left_day IS NULL AND \(role) = \(consultant)"))
            LIMIT 1)
          """
      ) { row in
        (
          id: row.int64(0), role: Role(stored: row.int(1)) ?? .service,
          left: row.optionalInt(2).flatMap { Day(number: $0) }
        )
      }
      var here: [StaffID: Role] = [:]
      var left: [StaffID: Staffing.Leaver] = [:]
      for (id, role, day) in rows {
        if let day { left[id] = .init(role, lastDay: day) } else { here[id] = role }
      }
      return Staffing(here, left: left)
    }
  }

  /// Of those members; whoever is not found has none.
  package func staffNames(_ members: Set<StaffID>) throws -> [StaffID: String] {
    try reading { connection in
      try members.reduce(into: [:]) { names, id in
        names[id] = try connection.first(
          text: staff("coalesce(c.name, s.name)", where: "s.id = ?"), .integer(id)
        ) { $0.text(0) }
      }
    }
  }

  package func staff(_ id: StaffID) throws -> Staff? {
    try reading { try $0.first(text: staff(where: "s.id = ?"), .integer(id), read: Staff.init) }
  }

  package func staff(named name: String) throws -> Staff? { try staff("name", name) }

  /// Whoever has left has no login any more.
  package func staff(login: String) throws -> Staff? { try staff("login", login) }

  private func staff(_ column: String, _ value: String) throws -> Staff? {
    let condition = """
      s.id IN (SELECT id FROM staff WHERE \(column) = ?1
        UNION ALL SELECT staff FROM staff_change WHERE \(column) = ?1)
      AND CASE WHEN c.id IS NULL THEN s.\(column) ELSE c.\(column) END = ?1
      """
    return try reading {
      try $0.first(text: staff(where: condition), .text(value), read: Staff.init)
    }
  }

  /// The first member of those who are here, who is an administrator.
  package func firstMember() throws -> StaffID? {
    try reading {
      try $0.first(text: staff("s.id", where: "c.left_day IS NULL") + " ORDER BY s.id LIMIT 1") {
        $0.int64(0)
      }
    }
  }

  /// How many customers the member has or gets back on that day or later, lost ones aside.
  package func held(by member: StaffID, from day: Day) throws -> Int {
    try reading {
      try $0.first(
        """
        SELECT count(*) FROM customer WHERE live = 1 AND id IN (
          SELECT id FROM customer WHERE owner = ?1 AND live = 1
          UNION SELECT customer FROM holder
          WHERE staff = ?1 AND until_day >= ?2 AND voided_by IS NULL)
        """, .integer(member), .int(day.number)
      ) { $0.int(0) } ?? 0
    }
  }

  /// The staff as duties see them.
  package func dutyMembers() throws -> [DutyMember] {
    let since = "(SELECT recorded_day FROM op WHERE op.id = s.op)"
    return try reading {
      try $0.rows(
        text: staff("s.id, coalesce(c.role, s.role), \(since), c.left_day") + " ORDER BY s.id"
      ) { row in
        DutyMember(
          id: row.int64(0), role: Role(stored: row.int(1)) ?? .service,
          since: Moment(day: row.int(2), minute: nil).day,
          until: row.optionalInt(3).flatMap { Day(number: $0) })
      }
    }
  }
}

extension Staff {
  fileprivate static let columns = """
    s.id, coalesce(c.name, s.name), coalesce(c.role, s.role),
    CASE WHEN c.id IS NULL THEN s.login ELSE c.login END, coalesce(c.is_administrator, 0), c.left_day
    """

  init(_ row: Row) {
    self.init(
      id: row.int64(0), name: row.text(1), role: Role(stored: row.int(2)) ?? .service,
      login: row.optionalText(3), isAdministrator: row.int(4) == 1,
      left: row.optionalInt(5).flatMap { Day(number: $0) })
  }
}

// MARK: - Writing

extension Transaction {
  package func addStaff(
    _ name: String, role: Role, login: String? = nil, isAdministrator: Bool = false
  ) throws -> StaffID {
    try requireDeclared(role)
    try requireFree(name, login, besides: nil)
    try connection.run(
      "INSERT INTO staff (name, role, login, op) VALUES (?, ?, ?, ?)",
      .text(name), .int(role.rawValue), .string(login), .integer(op))
    let id = connection.lastInsertedRow
    if isAdministrator {
      try insert(Staff(id: id, name: name, role: role, login: login, isAdministrator: true))
    }
    return id
  }

  /// Makes of a member what is given.
  package func changeStaff(_ member: Staff) throws {
    try requireStaff(member.id)
    try requireDeclared(member.role)
    try requireFree(member.name, member.login, besides: member.id)
    try insert(member)
  }

  private func insert(_ member: Staff) throws {
    try connection.run(
      """
      INSERT INTO staff_change (staff, name, role, login, is_administrator, left_day, op)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, .integer(member.id), .text(member.name), .int(member.role.rawValue),
      .string(member.login), .int(member.isAdministrator ? 1 : 0), .int(member.left?.number),
      .integer(op))
  }

  private func requireFree(_ name: String, _ login: String?, besides member: StaffID?) throws {
    if let other = try store.staff(named: name), other.id != member {
      throw StoreError.staffNameTaken(name)
    }
    if let login, let other = try store.staff(login: login), other.id != member {
      throw StoreError.loginTaken(login)
    }
  }

  func requireStaff(_ staff: StaffID) throws {
    if knownStaff.contains(staff) { return }
    let found = try connection.first(
      "SELECT 1 FROM staff WHERE id = ? AND voided_by IS NULL", .integer(staff)
    ) { _ in true }
    guard found != nil else { throw StoreError.noSuchStaff(staff) }
    knownStaff.insert(staff)
  }
}
