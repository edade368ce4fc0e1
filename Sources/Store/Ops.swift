package import Core
import SQLite

extension Store {
  package func op(_ id: OpID) throws -> OpSummary? {
    try reading {
      try $0.first(
        """
        SELECT o.id, o.command, o.user, o.recorded_day, o.recorded_minute, o.first_fact, o.facts,
          o.first_customer, o.last_customer, o.undoes, u.id, o.reason
        FROM op o LEFT JOIN op u ON u.undoes = o.id AND u.id <= ?2
        WHERE o.id = ?1 AND o.id <= ?2
        """, .integer(id), .integer(newestOp), read: OpSummary.init)
    }
  }

  /// What `undo` of that user would take back: the newest operation that is neither taken back
  /// nor takes another back. Never the first of the office, nor a row about what was seen.
  package func undoable(by user: User) throws -> OpSummary? {
    try reading {
      try $0.first(
        """
        SELECT o.id, o.command, o.user, o.recorded_day, o.recorded_minute, o.first_fact, o.facts,
          o.first_customer, o.last_customer, o.undoes, NULL, o.reason
        FROM op o
        WHERE o.id > 1 AND o.id <= ?3 AND o.undoes IS NULL AND o.command <> 'reveal'
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = o.id AND u.id <= ?3)
          AND CASE WHEN ?1 IS NULL THEN o.staff IS NULL AND o.user = ?2 ELSE o.staff = ?1 END
        ORDER BY o.id DESC LIMIT 1
        """, .int(user.staff), .text(user.name), .integer(newestOp), read: OpSummary.init)
    }
  }

  /// The newest operations but the office's first, newest first, those that were taken back too.
  package func newestOps(_ count: Int) throws -> [OpSummary] {
    try reading {
      try $0.rows(
        """
        SELECT o.id, o.command, o.user, o.recorded_day, o.recorded_minute, o.first_fact, o.facts,
          o.first_customer, o.last_customer, o.undoes, u.id, o.reason
        FROM op o LEFT JOIN op u ON u.undoes = o.id AND u.id <= ?2
        WHERE o.id > 1 AND o.id <= ?2 ORDER BY o.id DESC LIMIT ?1
        """, .int(count), .integer(newestOp), read: OpSummary.init)
    }
  }

  /// Whether that member took the step.
  package func isStep(_ op: OpID, of staff: StaffID) throws -> Bool {
    try reading {
      try $0.first(
        "SELECT 1 FROM op WHERE id = ? AND staff = ?", .integer(op), .integer(staff)
      ) { _ in true } ?? false
    }
  }

  /// The moment of the newest operation, to warn of a clock that went back.
  package func lastRecorded() throws -> Moment? {
    try reading {
      try $0.first(
        "SELECT recorded_day, recorded_minute FROM op WHERE id <= ? ORDER BY id DESC LIMIT 1",
        .integer(newestOp)
      ) { Moment(day: $0.int(0), minute: $0.optionalInt(1)) }
    }
  }
}
