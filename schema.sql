-- The database of one sales office: facts only. What is due is computed, never stored.
--
-- Every row says which operation (op) wrote it and which one took it back (voided_by). Rows are
-- never deleted and never change, apart from voided_by and the caches of `customer`.
-- Days are counted from 1970-01-01, minutes from 00:00; the views at the end show them as text.
-- Numbers of kinds, grades, channels and so on are the raw values of Sources/Core/Facts.

PRAGMA application_id = 0x52565354;  -- "RVST"
PRAGMA user_version = 1;

CREATE TABLE op (
  id INTEGER PRIMARY KEY,
  token TEXT UNIQUE CHECK (length(token) BETWEEN 1 AND 200),
  digest TEXT NOT NULL,
  command TEXT NOT NULL,
  user TEXT NOT NULL,
  staff INTEGER REFERENCES staff,
  recorded_day INTEGER NOT NULL CHECK (recorded_day BETWEEN -25567 AND 84005),
  recorded_minute INTEGER CHECK (recorded_minute BETWEEN 0 AND 1440),
  -- Its facts have the numbers first_fact ..< first_fact + facts.
  first_fact INTEGER NOT NULL,
  facts INTEGER NOT NULL DEFAULT 0 CHECK (facts >= 0),
  -- The range in which the customers lie that it wrote to; null: none.
  first_customer INTEGER,
  last_customer INTEGER,
  -- The operation that it took back.
  undoes INTEGER UNIQUE REFERENCES op CHECK (undoes < id),
  reason TEXT,
  CHECK (first_customer <= last_customer)
) STRICT;
CREATE INDEX op_by_first_fact ON op (first_fact) WHERE facts > 0;

CREATE TABLE office (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (key, op)
) STRICT, WITHOUT ROWID;

-- Through which minute (day * 1440 + minute) a change of owner or a loss has been recorded. From
-- then on the caches of `customer` say what the facts say. It only grows.
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, -100000000);

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  from_day INTEGER NOT NULL CHECK (from_day BETWEEN -25567 AND 84005),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  form BLOB NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 4),
  login TEXT CHECK (length(login) > 0),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX staff_by_name ON staff (name) WHERE voided_by IS NULL;
CREATE UNIQUE INDEX staff_by_login ON staff (login) WHERE voided_by IS NULL;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  title TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;

-- Days that are not what their weekday says.
-- kind 1 statutory holiday, 2 make-up workday: a day of an imported year, which replaces the one that
-- the program carries; 3 company holiday, 4 company workday: name; 5 leave of a member of staff.
CREATE TABLE special_day (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
  from_day INTEGER NOT NULL CHECK (from_day BETWEEN -25567 AND 84005),
  to_day INTEGER NOT NULL CHECK (to_day BETWEEN from_day AND 84005),
  staff INTEGER REFERENCES staff CHECK ((staff IS NOT NULL) = (kind = 5)),
  name TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  CHECK (kind > 2 OR from_day = to_day)
) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  source INTEGER CHECK (source BETWEEN 1 AND 3),
  entered_day INTEGER NOT NULL CHECK (entered_day BETWEEN -25567 AND 84005),
  merged_into INTEGER REFERENCES customer CHECK (merged_into <> id),
  merged_by INTEGER REFERENCES op,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  -- Caches. since_day: the earliest entered_day of the customer and those merged into it.
  -- live: neither voided nor merged nor lost.
  since_day INTEGER NOT NULL,
  name TEXT NOT NULL,
  owner INTEGER REFERENCES staff,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  CHECK ((merged_into IS NULL) = (merged_by IS NULL))
) STRICT;
CREATE INDEX customer_by_owner ON customer (owner, id) WHERE live = 1;
CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE phone (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer,
  number TEXT NOT NULL CHECK (length(number) > 0),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX phone_by_number ON phone (number) WHERE voided_by IS NULL;
CREATE INDEX phone_by_tail ON phone (substr(number, -4)) WHERE voided_by IS NULL;
CREATE INDEX phone_by_customer ON phone (customer);

-- The history of each field of a profile; the newest day, then the newest op, is current.
CREATE TABLE profile (
  customer INTEGER NOT NULL REFERENCES customer,
  field INTEGER NOT NULL CHECK (field BETWEEN 1 AND 10),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  op INTEGER NOT NULL REFERENCES op,
  value TEXT,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, field, day, op)
) STRICT, WITHOUT ROWID;

-- Texts that facts refer to by number, such as the rule of a skip.
CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- kind          value              flag      others
--  1 event      event kind
--  2 grade      grade or null
--  3 tag        tag                on
--  4 averse                        on
--  5 no contact                    on
--  6 hours      from minute                  to_minute; both null: taken back
--  7 owner      staff
--  8 contact    intention or null  promised  channel, outcome, to_day, to_minute (next)
--  9 postponed                               to_day, to_minute
-- 10 skip       word (rule)
CREATE TABLE fact (
  customer INTEGER NOT NULL REFERENCES customer,
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  id INTEGER NOT NULL,
  minute INTEGER CHECK (minute BETWEEN 0 AND 1440),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 10),
  -- Spelt out, for a longer IN would build a temporary table for every row.
  value INTEGER CHECK (value IS NOT NULL OR kind <> 1 AND kind <> 3 AND kind <> 7 AND kind <> 10),
  flag INTEGER CHECK (
    (flag IS NOT NULL) = (kind = 3 OR kind = 4 OR kind = 5 OR kind = 8) AND flag BETWEEN 0 AND 1),
  channel INTEGER CHECK ((channel IS NULL) = (kind <> 8) AND channel BETWEEN 1 AND 8),
  outcome INTEGER CHECK ((outcome IS NULL) = (kind <> 8) AND outcome BETWEEN 1 AND 5),
  to_day INTEGER CHECK ((to_day IS NOT NULL OR kind <> 9) AND to_day BETWEEN -25567 AND 84005),
  to_minute INTEGER CHECK (to_minute BETWEEN 0 AND 1440),
  -- Who did it, where that is known.
  staff INTEGER REFERENCES staff,
  -- The fact of a merged customer that this one repeats.
  copy_of INTEGER,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, day, id)
) STRICT, WITHOUT ROWID;

-- kind 1: what was said; 2: what was promised.
CREATE TABLE note (
  fact INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
  text TEXT NOT NULL,
  PRIMARY KEY (fact, kind)
) STRICT, WITHOUT ROWID;

-- For people who open the file with sqlite3.

CREATE VIEW v_customer AS
SELECT printf('C%06d', c.id) AS number, c.name AS name,
  CASE c.source WHEN 1 THEN '来电' WHEN 2 THEN '来访' WHEN 3 THEN '客资' END AS source,
  date(c.since_day * 86400, 'unixepoch') AS since, s.name AS consultant, c.live AS live,
  (SELECT group_concat(p.number, ' ') FROM phone p
   WHERE p.customer = c.id AND p.voided_by IS NULL) AS phones,
  CASE WHEN c.merged_into IS NOT NULL THEN printf('C%06d', c.merged_into) END AS merged_into
FROM customer c LEFT JOIN staff s ON s.id = c.owner
WHERE c.voided_by IS NULL;

CREATE VIEW v_fact AS
SELECT printf('C%06d', f.customer) AS customer, f.id AS fact,
  date(f.day * 86400, 'unixepoch') AS day, CASE WHEN f.minute IS NOT NULL
    THEN printf('%02d:%02d', f.minute / 60, f.minute % 60) END AS time,
  CASE f.kind WHEN 1 THEN '事件' WHEN 2 THEN '级别' WHEN 3 THEN '标签' WHEN 4 THEN '反感电话'
    WHEN 5 THEN '免打扰' WHEN 6 THEN '方便时间' WHEN 7 THEN '置业顾问' WHEN 8 THEN '回访'
    WHEN 9 THEN '延期' WHEN 10 THEN '免做' END AS kind,
  CASE f.kind
    WHEN 1 THEN CASE f.value WHEN 1 THEN '来电' WHEN 2 THEN '来访' WHEN 3 THEN '认购'
      WHEN 4 THEN '签约' WHEN 5 THEN '全款到账' WHEN 6 THEN '备案' WHEN 7 THEN '交房'
      WHEN 8 THEN '入住' WHEN 9 THEN '产权证' WHEN 10 THEN '退房' WHEN 11 THEN '流失' END
    WHEN 2 THEN substr('ABCD', f.value, 1)
    WHEN 3 THEN CASE f.flag WHEN 0 THEN '非' ELSE '' END || CASE f.value WHEN 1 THEN '重点'
      WHEN 2 THEN '有抗性' WHEN 3 THEN '领导介绍' WHEN 4 THEN 'VIP' WHEN 5 THEN '大客户'
      WHEN 6 THEN '重要' END
    WHEN 4 THEN CASE f.flag WHEN 1 THEN '是' ELSE '否' END
    WHEN 5 THEN CASE f.flag WHEN 1 THEN '是' ELSE '否' END
    WHEN 6 THEN CASE WHEN f.value IS NOT NULL THEN printf('%02d:%02d-%02d:%02d',
      f.value / 60, f.value % 60, f.to_minute / 60, f.to_minute % 60) END
    WHEN 7 THEN (SELECT name FROM staff WHERE id = f.value)
    WHEN 8 THEN substr('ABCD', f.value, 1)
    WHEN 10 THEN (SELECT text FROM word WHERE id = f.value) END AS value,
  CASE f.channel WHEN 1 THEN '电话' WHEN 2 THEN '短信' WHEN 3 THEN '微信' WHEN 4 THEN '邮件'
    WHEN 5 THEN '信函' WHEN 6 THEN '上门' WHEN 7 THEN '面谈' WHEN 8 THEN '在线' END AS channel,
  CASE f.outcome WHEN 1 THEN '接通' WHEN 2 THEN '无人接' WHEN 3 THEN '拒绝' WHEN 4 THEN '改期'
    WHEN 5 THEN '已发送' END AS outcome,
  CASE WHEN f.to_day IS NOT NULL THEN date(f.to_day * 86400, 'unixepoch')
    || CASE WHEN f.to_minute IS NULL THEN ''
      ELSE printf(' %02d:%02d', f.to_minute / 60, f.to_minute % 60) END END AS until,
  (SELECT name FROM staff WHERE id = f.staff) AS staff,
  (SELECT text FROM note WHERE fact = f.id AND kind = 1) AS note,
  (SELECT text FROM note WHERE fact = f.id AND kind = 2) AS promise,
  f.op AS op, f.voided_by AS voided_by
FROM fact f;

CREATE VIEW v_op AS
SELECT id AS op, command, user,
  date(recorded_day * 86400, 'unixepoch') AS day,
  CASE WHEN recorded_minute IS NOT NULL
    THEN printf('%02d:%02d', recorded_minute / 60, recorded_minute % 60) END AS time,
  facts, undoes, reason
FROM op;
