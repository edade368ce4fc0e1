// Schema 1 held most of a fact in the bits of one integer, `what`, and the operation of a fact only in
// the range of its number. What stands here reads that form, and nothing else does any more.

extension Migration {
  /// Plain columns instead of bits; a fact says itself which operation wrote it and which one took it
  /// back; phones as digits; the profile as entered in columns of its own.
  static let from1 = Migration(
    from: 1, script: old + tables + facts + rest,
    checks: [
      "SELECT (SELECT count(*) FROM fact) = (SELECT count(*) FROM new_fact)",
      "SELECT (SELECT count(*) FROM void) = (SELECT count(*) FROM new_fact WHERE voided_by IS NOT NULL)",
      "SELECT (SELECT count(*) FROM note) = (SELECT count(said) + count(promised) FROM new_note)",
      "SELECT (SELECT count(*) FROM phone) = (SELECT count(*) FROM new_phone)",
      "SELECT (SELECT count(*) FROM customer) = (SELECT count(*) FROM new_customer)",
      "SELECT (SELECT count(*) FROM matter) = (SELECT count(*) FROM customer_case)",
      "SELECT (SELECT count(*) FROM relation) = (SELECT count(*) FROM case_link)",
    ], ending: ending)

  /// The views and labels go; `what` taken apart.
  private static let old = """
    DROP VIEW v_customer; DROP VIEW v_fact; DROP VIEW v_message; DROP VIEW v_op;
    DROP VIEW message_row; DROP VIEW fact_row; DROP TABLE label;

    CREATE TEMP VIEW old_fact AS
    SELECT f.customer, f.day, f.id, f.staff, f.what & 15 AS kind, f.what >> 4 & 1 AS flag,
      f.what >> 5 & 15 AS value, f.what >> 9 & 7 AS outcome, f.what >> 12 & 15 AS channel,
      nullif(f.what >> 18 & 2047, 0) - 1 AS minute, f.what >> 29 AS more,
      f.what >> 29 & 131071 AS low, f.what >> 46 AS high, f.what >> 29 & 33554431 AS birthday,
      (SELECT o.id FROM main.op o WHERE o.facts > 0 AND o.first_fact <= f.id
       ORDER BY o.first_fact DESC LIMIT 1) AS op,
      (SELECT v.op FROM main.void v WHERE v.fact = f.id) AS voided_by
    FROM main.fact f;

    """

  private static let tables = """
    ALTER TABLE op ADD COLUMN revived INTEGER NOT NULL DEFAULT 0 CHECK (revived >= 0);

    CREATE TABLE new_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      through_day INTEGER NOT NULL,
      through_minute INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE new_customer (
      id INTEGER PRIMARY KEY,
      source INTEGER CHECK (source BETWEEN 1 AND 3),
      entered_day INTEGER NOT NULL CHECK (entered_day BETWEEN -25567 AND 84005),
      merged_into INTEGER REFERENCES customer CHECK (merged_into <> id),
      merged_by INTEGER REFERENCES op,
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op,
      since_day INTEGER NOT NULL,
      owner INTEGER REFERENCES staff,
      live INTEGER NOT NULL CHECK (live IN (0, 1)),
      name TEXT NOT NULL,
      sex TEXT,
      birthday TEXT,
      layout TEXT,
      area TEXT,
      budget TEXT,
      concerns TEXT,
      objections TEXT,
      payment TEXT,
      note TEXT,
      contract TEXT,
      CHECK ((merged_into IS NULL) = (merged_by IS NULL))
    ) STRICT;

    CREATE TABLE new_phone (
      customer INTEGER NOT NULL REFERENCES customer,
      place INTEGER NOT NULL,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 17 AND number NOT GLOB '*[^0-9]*'),
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op,
      tail TEXT NOT NULL GENERATED ALWAYS AS (substr(number, -4)) VIRTUAL,
      PRIMARY KEY (customer, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE new_fact (
      customer INTEGER NOT NULL REFERENCES customer,
      day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
      id INTEGER NOT NULL,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 12),
      value INTEGER,
      is_on INTEGER CHECK (is_on IN (0, 1)),
      channel INTEGER CHECK (channel > 0),
      outcome INTEGER CHECK (outcome > 0),
      minute INTEGER CHECK (minute BETWEEN 0 AND 1440),
      until_day INTEGER CHECK (until_day BETWEEN -25567 AND 84005),
      until_minute INTEGER CHECK (until_minute BETWEEN 0 AND 1440),
      reference INTEGER,
      staff INTEGER REFERENCES staff,
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op,
      case_kind INTEGER CHECK (case_kind BETWEEN 1 AND 5),
      urgency INTEGER CHECK (urgency BETWEEN 1 AND 3),
      birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2199),
      birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
      birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
      PRIMARY KEY (customer, day, id),
      CHECK (CASE kind
        WHEN 1 THEN coalesce(value BETWEEN 1 AND 63, 0)
        WHEN 2 THEN value BETWEEN 1 AND 4
        WHEN 3 THEN coalesce(value BETWEEN 1 AND 63, 0) AND is_on IS NOT NULL
        WHEN 4 THEN is_on IS NOT NULL
        WHEN 5 THEN is_on IS NOT NULL
        WHEN 6 THEN (value IS NULL) = (until_minute IS NULL)
        WHEN 7 THEN reference IS NOT NULL
        WHEN 8 THEN channel IS NOT NULL AND outcome IS NOT NULL AND is_on IS NOT NULL
        WHEN 9 THEN until_day IS NOT NULL
        WHEN 10 THEN reference IS NOT NULL
        WHEN 11 THEN (value IS NULL) = (birth_month IS NULL) AND (value IS NULL) = (birth_day IS NULL)
        WHEN 12 THEN coalesce(value > 0, 0) AND case_kind IS NOT NULL AND urgency IS NOT NULL
      END)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE new_note (
      fact INTEGER PRIMARY KEY,
      said TEXT,
      promised TEXT,
      CHECK (said IS NOT NULL OR promised IS NOT NULL)
    ) STRICT;

    CREATE TABLE customer_case (
      id INTEGER PRIMARY KEY,
      customer INTEGER NOT NULL REFERENCES customer,
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 131071),
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
      urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
      channel INTEGER CHECK (channel BETWEEN 1 AND 8),
      about TEXT NOT NULL,
      department TEXT NOT NULL,
      origin INTEGER REFERENCES customer_case,
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op,
      UNIQUE (customer, number)
    ) STRICT;

    CREATE TABLE case_link (
      id INTEGER PRIMARY KEY,
      a INTEGER NOT NULL,
      b INTEGER NOT NULL CHECK (a < b),
      op INTEGER NOT NULL REFERENCES op,
      voided_by INTEGER REFERENCES op
    ) STRICT;

    """

  private static let facts = """
    INSERT INTO new_fact (customer, day, id, kind, value, is_on, channel, outcome, minute, until_day,
      until_minute, reference, staff, op, voided_by, case_kind, urgency, birth_year, birth_month,
      birth_day)
    SELECT customer, day, id, kind,
      CASE kind
        WHEN 1 THEN CASE value WHEN 0 THEN more ELSE value END
        WHEN 2 THEN nullif(value, 0)
        WHEN 3 THEN CASE value WHEN 0 THEN more ELSE value END
        WHEN 6 THEN CASE WHEN more > 0 THEN (more & 2047) - 1 END
        WHEN 8 THEN nullif(value, 0)
        WHEN 11 THEN CASE WHEN birthday > 0 THEN max(1, birthday & 3) END
        WHEN 12 THEN value END,
      CASE WHEN kind IN (3, 4, 5, 8) THEN flag END,
      CASE kind WHEN 8 THEN channel + 1 END,
      CASE kind WHEN 8 THEN outcome END,
      minute,
      CASE WHEN kind IN (8, 9) AND low > 0 THEN low - 25568
        WHEN kind = 12 AND high > 0 THEN high - 25568 END,
      CASE WHEN kind IN (8, 9) THEN nullif(high, 0) - 1
        WHEN kind = 6 AND more > 0 THEN (more >> 11) - 1 END,
      CASE kind WHEN 7 THEN more WHEN 10 THEN more WHEN 11 THEN nullif(more >> 25, 0)
        WHEN 12 THEN nullif(low, 0) END,
      staff, op, voided_by,
      CASE kind WHEN 12 THEN outcome END,
      CASE kind WHEN 12 THEN channel END,
      CASE WHEN kind = 11 AND birthday > 0 THEN nullif(birthday / 8192, 0) END,
      CASE WHEN kind = 11 AND birthday > 0 THEN birthday / 512 & 15 END,
      CASE WHEN kind = 11 AND birthday > 0 THEN birthday / 8 & 63 END
    FROM old_fact ORDER BY customer, day, id;

    INSERT INTO new_note (fact, said, promised)
    SELECT id / 2, max(CASE id % 2 WHEN 0 THEN text END), max(CASE id % 2 WHEN 1 THEN text END)
    FROM note GROUP BY id / 2;

    """

  private static let rest = """
    INSERT INTO new_state (id, through_day, through_minute)
    SELECT 1, day, CASE day WHEN -25567 THEN 0 ELSE through - day * 1440 END
    FROM (SELECT through, max(-25567,
      CASE WHEN through >= 0 THEN through / 1440 ELSE -((1439 - through) / 1440) END) AS day FROM state);

    INSERT INTO new_customer (id, source, entered_day, merged_into, merged_by, op, voided_by, since_day,
      owner, live, name, sex, birthday, layout, area, budget, concerns, objections, payment, note,
      contract)
    SELECT id, source, entered_day, merged_into, merged_by, op, voided_by, since_day, owner, live, name,
      \((2...11).map(entered).joined(separator: ",\n  "))
    FROM (SELECT *, char(31) || entered || char(31) AS fields FROM customer) ORDER BY id;

    INSERT INTO new_phone (customer, place, number, op, voided_by)
    SELECT customer, place, substr(number, 2), op, voided_by FROM phone;

    INSERT INTO customer_case SELECT * FROM matter;
    INSERT INTO case_link SELECT id, a, b, op, voided_by FROM relation;

    """

  /// The field of that number in `fields`, where each stands as number=text between two signs 31.
  private static func entered(_ field: Int) -> String {
    let key = "char(31) || '\(field)='"
    let behind = "substr(fields, instr(fields, \(key)) + length(\(key)))"
    return """
      CASE WHEN instr(fields, \(key)) > 0
        THEN substr(\(behind), 1, instr(\(behind), char(31)) - 1) END
      """
  }

  private static let ending = """
    DROP VIEW temp.old_fact;
    DROP TABLE fact; DROP TABLE void; DROP TABLE note; DROP TABLE phone; DROP TABLE customer;
    DROP TABLE state; DROP TABLE matter; DROP TABLE relation;
    ALTER TABLE new_fact RENAME TO fact;
    ALTER TABLE new_note RENAME TO note;
    ALTER TABLE new_phone RENAME TO phone;
    ALTER TABLE new_customer RENAME TO customer;
    ALTER TABLE new_state RENAME TO state;
    CREATE INDEX customer_by_owner ON customer (owner, id) WHERE live = 1;
    CREATE INDEX customer_by_name ON customer (name);
    CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;
    CREATE UNIQUE INDEX phone_by_tail ON phone (tail, number) WHERE voided_by IS NULL;
    CREATE UNIQUE INDEX case_link_by_ends ON case_link (a, b) WHERE voided_by IS NULL;
    DROP INDEX profile_by_building;
    CREATE INDEX profile_by_building ON profile (customer) WHERE field = 12;
    DROP INDEX ledger_by_kind;
    CREATE INDEX ledger_by_kind ON ledger (kind, day);
    DROP INDEX message_by_day;
    CREATE INDEX message_by_day ON message (day);
    CREATE INDEX message_by_customer ON message (customer);
    """
}
