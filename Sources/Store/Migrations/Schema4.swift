// Schema 4 knew numbers of digits alone, so that one switchboard was one customer's.

extension Migration {
  /// A number has its extension.
  static let from4 = Migration(
    from: 4, script: script,
    checks: ["SELECT (SELECT count(*) FROM phone) = (SELECT count(*) FROM new_phone)"],
    ending: """
      DROP TABLE phone;
      ALTER TABLE new_phone RENAME TO phone;
      CREATE UNIQUE INDEX phone_by_tail ON phone (tail, number) WHERE voided_by IS NULL;
      """)

  private static let script = """
    DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact; DROP VIEW IF EXISTS v_case;
    DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op; DROP VIEW IF EXISTS message_row;
    DROP TABLE IF EXISTS label;

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
