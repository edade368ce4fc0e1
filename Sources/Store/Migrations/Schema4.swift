// Schema 4 kept of a member of staff what was entered, and nothing that changed.

extension Migration {
  /// A table for it; names and logins that were given up may be given again.
  static let from4 = Migration(
    from: 4,
    script: """
      DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact; DROP VIEW IF EXISTS v_case;
      DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op; DROP VIEW IF EXISTS message_row;
      DROP TABLE IF EXISTS label;
      DROP INDEX staff_by_name; DROP INDEX staff_by_login;
      CREATE INDEX staff_by_name ON staff (name);
      CREATE TABLE staff_change (
        id INTEGER PRIMARY KEY,
        staff INTEGER NOT NULL REFERENCES staff,
        name TEXT NOT NULL CHECK (length(name) > 0),
        role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 63),
        login TEXT CHECK (length(login) > 0),
        is_administrator INTEGER NOT NULL CHECK (is_administrator IN (0, 1)),
        left_day INTEGER CHECK (left_day BETWEEN -25567 AND 84005),
        op INTEGER NOT NULL REFERENCES op,
        voided_by INTEGER REFERENCES op
      ) STRICT;
      CREATE INDEX staff_change_by_staff ON staff_change (staff);
      """,
    checks: [], ending: "")
}
