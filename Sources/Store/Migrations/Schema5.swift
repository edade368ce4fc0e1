// Schema 5 knew no change of consultant before its day, and no closed month.

extension Migration {
  /// Who has a customer for a time has a table, and months that are closed have one.
  static let from5 = Migration(
    from: 5,
    script: """
      DROP VIEW IF EXISTS v_staff; DROP VIEW IF EXISTS v_customer; DROP VIEW IF EXISTS v_fact;
      DROP VIEW IF EXISTS v_case; DROP VIEW IF EXISTS v_message; DROP VIEW IF EXISTS v_op;
      DROP VIEW IF EXISTS message_row; DROP TABLE IF EXISTS label;
      CREATE TABLE holder (
        customer INTEGER NOT NULL REFERENCES customer,
        until_day INTEGER NOT NULL CHECK (until_day BETWEEN -25567 AND 84005),
        staff INTEGER NOT NULL REFERENCES staff,
        op INTEGER NOT NULL REFERENCES op,
        voided_by INTEGER REFERENCES op,
        PRIMARY KEY (customer, until_day, op)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX holder_by_staff ON holder (staff) WHERE voided_by IS NULL;
      CREATE TABLE closed_month (
        id INTEGER PRIMARY KEY,
        first_day INTEGER NOT NULL CHECK (first_day BETWEEN -25567 AND 84005),
        last_day INTEGER NOT NULL CHECK (last_day BETWEEN first_day + 27 AND first_day + 30),
        report TEXT NOT NULL,
        op INTEGER NOT NULL REFERENCES op,
        voided_by INTEGER REFERENCES op
      ) STRICT;
      CREATE UNIQUE INDEX closed_month_once ON closed_month (first_day) WHERE voided_by IS NULL;
      """, checks: [], ending: "")
}
