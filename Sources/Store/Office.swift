package import Core
import SQLite

/// The settings of an office.
package enum OfficeKey: String, CaseIterable, Sendable {
  case name
  /// Set, with any value, where days are replayed: records may be written under another day than the
  /// clock's (演练).
  case training
  /// Where the office's days begin; unset: Asia/Shanghai.
  case timeZone = "time_zone"
  /// A cap on contacts in a week where the policy has none.
  case weeklyCap = "weekly_cap"
  /// The weekly rest days by their numbers, `67`; empty: none. Unset: Saturday and Sunday.
  case restDays = "rest_days"
  /// What messages to customers say of the office.
  case project, company, hotline
  case csPhone = "cs_phone"
  case propertyPhone = "property_phone"
  case reservePhone = "reserve_phone"
}

/// An adopted policy as text.
package struct PolicySource: Hashable, Sendable {
  package let id: Int64
  package let name: String
  package let from: Day
  package let source: String
}

extension Store {
  package func office(_ key: OfficeKey) throws -> String? { try office(key: key.rawValue) }

  func office(key: String) throws -> String? {
    try reading {
      try $0.first(
        text: """
          SELECT value FROM office WHERE key = ? AND \(stands("office")) ORDER BY op DESC LIMIT 1
          """, .text(key)
      ) { $0.text(0) }
    }
  }

  // MARK: Milestones and policies

  /// All of them, by day.
  package func milestones() throws -> [Milestone] {
    try reading { connection in
      var milestones = try connection.rows(
        text: """
          SELECT id, kind, day, to_day, title, building FROM milestone WHERE \(stands("milestone"))
          """
      ) { row in
        Milestone(
          id: row.int64(0), kind: MilestoneKind(stored: row.int(1)) ?? .construction,
          day: Moment(day: row.int(2), minute: nil).day,
          until: row.optionalInt(3).flatMap { Day(number: $0) }, title: row.text(4),
          building: row.text(5))
      }
      let moves = try connection.rows(
        text: """
          SELECT milestone, day, to_day, moved_day, moved_minute FROM milestone_move
          WHERE \(stands("milestone_move")) ORDER BY id
          """
      ) { row in
        (
          milestone: row.int64(0), day: Moment(day: row.int(1), minute: nil).day,
          last: row.optionalInt(2).flatMap { Day(number: $0) },
          at: Moment(day: row.int(3), minute: row.optionalInt(4))
        )
      }
      for move in moves {
        guard let index = milestones.firstIndex(where: { $0.id == move.milestone }) else {
          continue
        }
        milestones[index].move(to: move.day, until: move.last, at: move.at)
      }
      return milestones.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }
  }

  /// The buildings of those customers whose is known, or of one consultant's alone.
  package func homes(of owner: StaffID? = nil) throws -> Homes {
    func home(_ row: Row) -> (CustomerID, String) { (row.int64(0), row.text(1)) }
    return try reading { connection in
      guard let owner else {
        return Homes(
          try connection.rows(
            text: """
              SELECT customer, coalesce(value, '') FROM profile
              WHERE field = 12 AND \(stands("profile")) ORDER BY customer, day, op
              """, read: home))
      }
      return Homes(
        try connection.rows(
          text: """
            SELECT p.customer, coalesce(p.value, '') FROM customer c
            JOIN profile p ON p.customer = c.id AND p.field = 12 AND \(stands("p"))
            WHERE c.live = 1 AND c.id IN (SELECT id FROM customer WHERE owner = ?1 AND live = 1
              UNION SELECT customer FROM holder WHERE staff = ?1 AND voided_by IS NULL)
            ORDER BY p.customer, p.day, p.op
            """, .integer(owner), read: home))
    }
  }

  /// What was ever said of how customers pay and of the layouts that they want, in the order in which
  /// it came to hold; of a merged customer it is said of the one that it became.
  package func sayings() throws -> [Traits.Saying] {
    try reading { connection in
      try connection.rows(
        text: """
          SELECT coalesce(c.merged_into, c.id), s.day, s.field, s.value FROM (
            SELECT id AS customer, entered_day AS day, 4 AS field, layout AS value, 0 AS op
            FROM customer WHERE layout IS NOT NULL
            UNION ALL SELECT id, entered_day, 9, payment, 0 FROM customer WHERE payment IS NOT NULL
            UNION ALL SELECT customer, day, field, value, op FROM profile p
            WHERE field IN (4, 9) AND \(stands("p"))
          ) s JOIN customer c ON c.id = s.customer WHERE \(stands("c"))
          ORDER BY 1, s.day, s.op
          """
      ) { row in
        Traits.Saying(
          row.int64(0), from: Day(number: row.int(1)) ?? .first,
          row.int(2) == 4 ? .layout : .payment, row.optionalText(3))
      }
    }
  }

  /// The policies in force, by the day from which they reign. Of two adopted for one day the later
  /// counts.
  package func reigns() throws -> [Reign] {
    try reading {
      // Its statement ends before the next begins.
      _ = try vocabulary()
      return try $0.rows(
        text: """
          SELECT id, from_day, form FROM policy p WHERE \(stands("p")) AND NOT EXISTS (
            SELECT 1 FROM policy q
            WHERE q.from_day = p.from_day AND q.id > p.id AND \(stands("q")))
          ORDER BY from_day
          """
      ) { row in
        let id = row.int64(0)
        return Reign(
          id: id, policy: try decoded(id, row), from: Moment(day: row.int(1), minute: nil).day)
      }
    }
  }

  /// The policy of that number, from its form in the third column.
  private func decoded(_ id: Int64, _ row: Row) throws -> Policy {
    if let known = policies.first(where: { $0.id == id }) { return known.policy }
    switch try decoded(row.bytes(2)) {
    case .policy(let policy):
      policies.append((id, policy))
      return policy
    case .newer(let version): throw StoreError.newerSchema(path: path, version: version)
    case .damaged: throw StoreError.unreadablePolicy(id: id)
    }
  }

  /// Every adoption that was not taken back, in the order of adoption.
  package func policySources() throws -> [PolicySource] {
    try reading {
      try $0.rows(
        text: """
          SELECT id, name, from_day, source FROM policy WHERE \(stands("policy")) ORDER BY id
          """
      ) { row in
        PolicySource(
          id: row.int64(0), name: row.text(1), from: Moment(day: row.int(2), minute: nil).day,
          source: row.text(3))
      }
    }
  }
}
