// Schema 4 kept of a member of staff what was entered, and nothing that changed; and it knew numbers of
// digits alone, so that one switchboard was one customer's.

extension Migration {
  /// What changed of a member has a table, and names and logins that were given up may be given again; a
  /// number has its extension.
  static let from4 = Migration(
    from: 4, script: views + staff + phones,
    checks: ["SELECT (SELECT count(*) FROM phone) = (SELECT count(*) FROM new_phone)"],
    ending: """
      DROP TABLE phone;
      ALTER TABLE new_phone RENAME TO phone;
      CREATE UNIQUE INDEX phone_by_tail ON phone (tail, number) WHERE voided_by IS NULL;
      """)

  private static let views = """
    DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact; DROP VIEW IF EXISTS v_case;
    DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op; DROP VIEW IF EXISTS message_row;
    DROP TABLE IF EXISTS label;

    """

  private static let staff = """
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

    """

  private static let phones = """
    CREATE TABLE new_phone (
      customer INTEGER NOT NULL REFERENCES customer,
      place INTEGER NOT NULL,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 24 AND number NOT GLOB '*[^0-9-]*'),
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op,
      tail TEXT NOT NULL
        GENERATED ALWAYS AS (substr(substr(number, 1, instr(number || '-', '-') - 1), -4)) VIRTUAL,
      PRIMARY KEY (customer, place)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_phone (customer, place, number, op, voided_by)
    SELECT customer, place, number, op, voided_by FROM phone;
    """
}
