// Schema 3 kept of a contact what was said and what was promised, and nothing else that a policy may
// want recorded.

extension Migration {
  /// A table for it. The words of the numbers are made anew after the last step, as after every one.
  static let from3 = Migration(
    from: 3,
    script: """
      DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact; DROP VIEW IF EXISTS v_case;
      DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op; DROP VIEW IF EXISTS message_row;
      DROP TABLE IF EXISTS label;
      CREATE TABLE detail (
        fact INTEGER NOT NULL,
        field INTEGER NOT NULL CHECK (field BETWEEN 4 AND 7),
        value TEXT NOT NULL CHECK (length(value) > 0),
        PRIMARY KEY (fact, field)
      ) STRICT, WITHOUT ROWID;
      """,
    checks: [], ending: "")
}
