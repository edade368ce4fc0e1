// Schema 2 knew the built-in kinds of milestones and roles alone, and no words for them in `term`.

extension Migration {
  /// Policies may declare kinds of milestones, festivals and roles.
  static let from2 = Migration(
    from: 2, script: script,
    checks: ["term", "staff", "milestone"].map {
      "SELECT (SELECT count(*) FROM \($0)) = (SELECT count(*) FROM new_\($0))"
    }, ending: ending)

  /// The views and labels go: an older database that came through here has none.
  private static let script = """
    DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact; DROP VIEW IF EXISTS v_case;
    DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op; DROP VIEW IF EXISTS message_row;
    DROP TABLE IF EXISTS label;

    CREATE TABLE new_term (
      kind INTEGER NOT NULL CHECK (kind IN (1, 3, 13, 14, 15)),
      number INTEGER NOT NULL CHECK (number BETWEEN 5 AND 63),
      name TEXT NOT NULL CHECK (length(name) > 0),
      PRIMARY KEY (kind, number),
      UNIQUE (kind, name)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_term (kind, number, name) SELECT kind, number, name FROM term;

    CREATE TABLE new_staff (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 63),
      login TEXT CHECK (length(login) > 0),
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op
    ) STRICT;
    INSERT INTO new_staff (id, name, role, login, op, voided_by)
    SELECT id, name, role, login, op, voided_by FROM staff;

    CREATE TABLE new_milestone (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 63),
      day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
      to_day INTEGER CHECK (to_day BETWEEN day AND 84005),
      title TEXT NOT NULL,
      building TEXT NOT NULL,
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op
    ) STRICT;
    INSERT INTO new_milestone (id, kind, day, to_day, title, building, op, voided_by)
    SELECT id, kind, day, to_day, title, building, op, voided_by FROM milestone;

    """

  private static let ending = """
    DROP TABLE term; DROP TABLE staff; DROP TABLE milestone;
    ALTER TABLE new_term RENAME TO term;
    ALTER TABLE new_staff RENAME TO staff;
    ALTER TABLE new_milestone RENAME TO milestone;
    CREATE UNIQUE INDEX staff_by_name ON staff (name) WHERE voided_by IS NULL;
    CREATE UNIQUE INDEX staff_by_login ON staff (login) WHERE voided_by IS NULL;
    """
}
