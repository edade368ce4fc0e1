-- The database of one sales office: facts only. What is due is computed, never stored.
--
-- Every row says which operation (op) wrote it and which one took it back (voided_by); a fact's
-- operation is the one among whose numbers its own is, and the table `void` has who took it back.
-- Rows are never deleted and never change, apart from that and the caches of `customer`.
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
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 11),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  -- Its last day, where it takes several.
  to_day INTEGER CHECK (to_day BETWEEN day AND 84005),
  title TEXT NOT NULL,
  -- The building that it is about; empty: the whole project.
  building TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;

-- Another day for a milestone (延期). Its newest move counts; those who were told of an earlier day
-- keep what they were told in their history.
CREATE TABLE milestone_move (
  id INTEGER PRIMARY KEY,
  milestone INTEGER NOT NULL REFERENCES milestone,
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  to_day INTEGER CHECK (to_day BETWEEN day AND 84005),
  -- When it was announced.
  moved_day INTEGER NOT NULL CHECK (moved_day BETWEEN -25567 AND 84005),
  moved_minute INTEGER CHECK (moved_minute BETWEEN 0 AND 1440),
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
  -- live: neither voided nor merged nor lost. name: as entered, until `profile` has another.
  since_day INTEGER NOT NULL,
  owner INTEGER REFERENCES staff,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  name TEXT NOT NULL,
  -- The other fields of the profile as they were entered: field=text, between them char(31).
  entered TEXT,
  CHECK ((merged_into IS NULL) = (merged_by IS NULL))
) STRICT;
CREATE INDEX customer_by_owner ON customer (owner, id) WHERE live = 1;
CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- number: the digits with a 1 before them, so that 010... keeps its zeros. place: of the customer's
-- phones. The index has the last four digits in front: it finds a number by its tail too.
CREATE TABLE phone (
  customer INTEGER NOT NULL REFERENCES customer,
  place INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 10 AND 199999999999999999),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX phone_by_tail ON phone (number % 10000 * 100000000000000 + number / 10000)
  WHERE voided_by IS NULL;

-- What fields of a profile have become since the customer was entered; the newest day, then the
-- newest op, is current. The first change of a name puts the old one here too.
CREATE TABLE profile (
  customer INTEGER NOT NULL REFERENCES customer,
  field INTEGER NOT NULL CHECK (field BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  op INTEGER NOT NULL REFERENCES op,
  value TEXT,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, field, day, op)
) STRICT, WITHOUT ROWID;
-- Of all customers together: a building (12), which is never among the fields as entered.
CREATE INDEX profile_by_building ON profile (customer) WHERE field = 12 AND voided_by IS NULL;

-- Texts that facts refer to by number, such as the rule of a skip.
CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- The words that adopted policies declare themselves, by the number that facts hold. kind: as in
-- `fact`, 1 event, 3 tag. A word keeps its number for ever, also when its policy no longer reigns or
-- was taken back; the numbers go from 63 down, for the built-in words have the lowest.
CREATE TABLE term (
  kind INTEGER NOT NULL CHECK (kind IN (1, 3)),
  number INTEGER NOT NULL CHECK (number BETWEEN 14 AND 63),
  name TEXT NOT NULL CHECK (length(name) > 0),
  PRIMARY KEY (kind, number),
  UNIQUE (kind, name)
) STRICT, WITHOUT ROWID;

-- A whole-office pass steps over millions of these, so a row has few columns. `what` holds, from
-- its lowest bit:
--   bits  0-3   kind
--         4     flag
--         5-8   value
--         9-11  outcome
--         12-15 channel - 1
--         16    taken back; by which operation stands in `void`
--         18-28 minute of the day + 1; 0: not known
--         29-   more
-- kind          value              flag      more
--  1 event      event kind
--  2 grade      grade or 0
--  3 tag        tag                on
--  4 averse                        on
--  5 no contact                    on
--  6 hours                                   11 bits from minute + 1, 11 bits to minute + 1; or 0
--  7 owner                                   staff
--  8 contact    intention or 0     promised  next: 17 bits day + 25568, 11 bits minute + 1; or 0
--  9 postponed                               to: as next
-- 10 skip                                    word (rule)
-- 11 birthday                                25 bits birthday (Sources/Core/Facts/Birthday.swift),
--                                            9 bits relative; 0: the customer
-- 12 step       step                         17 bits the case's number, 17 bits day + 25568 that was
--                                            promised, or 0; `outcome` is the case's kind, `channel` - 1
--                                            its urgency
-- An event or a tag above 15 has value 0 and its number in `more`.
CREATE TABLE fact (
  customer INTEGER NOT NULL REFERENCES customer,
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  id INTEGER NOT NULL,
  what INTEGER NOT NULL CHECK (what > 0 AND what & 15 BETWEEN 1 AND 12
    AND what >> 18 & 2047 <= 1441 AND (what & 15 = 8 OR what & 15 = 12) = (what >> 9 & 7 > 0)
    AND (what & 15 <> 1 OR what >> 5 & 15 > 0 OR what >> 29 BETWEEN 16 AND 63)),
  -- Who did it, where that is known.
  staff INTEGER REFERENCES staff,
  PRIMARY KEY (customer, day, id)
) STRICT, WITHOUT ROWID;

-- The facts that were taken back.
CREATE TABLE void (
  fact INTEGER PRIMARY KEY,
  op INTEGER NOT NULL REFERENCES op
) STRICT;
CREATE INDEX void_by_op ON void (op);

-- What a customer answered to a survey of an adopted policy in that contact. score: null where the
-- answer was no number.
CREATE TABLE answer (
  customer INTEGER NOT NULL REFERENCES customer,
  day INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  question INTEGER NOT NULL CHECK (question > 0),
  survey INTEGER NOT NULL REFERENCES word,
  policy INTEGER NOT NULL REFERENCES policy,
  score INTEGER CHECK (score BETWEEN 1 AND 100),
  PRIMARY KEY (customer, day, fact, question)
) STRICT, WITHOUT ROWID;

-- Which fact of a merged customer a fact repeats.
CREATE TABLE copy (
  fact INTEGER PRIMARY KEY,
  original INTEGER NOT NULL
) STRICT;

-- A case (投诉, 报修…) of a customer: `number` counts the customer's own. Its steps are facts.
-- origin: the case of a merged customer that it goes on with, whose number the office uses for both.
CREATE TABLE matter (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 131071),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
  channel INTEGER CHECK (channel BETWEEN 1 AND 8),
  -- What it is about, in a word or two; the department that it was brought to.
  about TEXT NOT NULL,
  department TEXT NOT NULL,
  origin INTEGER REFERENCES matter,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  UNIQUE (customer, number)
) STRICT;

-- A member of the customer's family: `number` counts the customer's own; birthdays are facts.
CREATE TABLE relative (
  customer INTEGER NOT NULL REFERENCES customer,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 511),
  relation TEXT NOT NULL,
  name TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, number)
) STRICT, WITHOUT ROWID;

-- kind 1: two cases about the same thing, by the numbers that the office uses.
CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind = 1),
  a INTEGER NOT NULL,
  b INTEGER NOT NULL CHECK (a < b),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX relation_by_ends ON relation (kind, a, b) WHERE voided_by IS NULL;

-- What was done that is no contact: gifts, portraits, patrols, reports handed in. count: how many.
-- closes: the entry that this one closes: a problem handled, a report approved.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  minute INTEGER CHECK (minute BETWEEN 0 AND 1440),
  staff INTEGER REFERENCES staff,
  customer INTEGER REFERENCES customer,
  count INTEGER NOT NULL CHECK (count > 0),
  text TEXT NOT NULL,
  closes INTEGER REFERENCES ledger CHECK (closes < id),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE INDEX ledger_by_kind ON ledger (kind, day) WHERE voided_by IS NULL;
CREATE UNIQUE INDEX ledger_closed_once ON ledger (closes)
  WHERE closes IS NOT NULL AND voided_by IS NULL;

-- A text for a customer. occasion: what it is sent for; nobody gets two for one.
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer,
  occasion TEXT NOT NULL,
  template TEXT NOT NULL,
  channel INTEGER NOT NULL CHECK (channel BETWEEN 1 AND 8),
  number TEXT NOT NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  minute INTEGER CHECK (minute BETWEEN 0 AND 1440),
  text TEXT NOT NULL,
  needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX message_by_occasion ON message (customer, occasion) WHERE voided_by IS NULL;
CREATE INDEX message_by_day ON message (day) WHERE voided_by IS NULL;

-- step 1 approved, 2 put into the outbox, 3 sent.
CREATE TABLE message_step (
  id INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES message,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 3),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX message_step_once ON message_step (message, step) WHERE voided_by IS NULL;

-- A message with its steps as bits: 2 approved, 4 in the outbox, 8 sent.
CREATE VIEW message_row AS
SELECT m.id, m.customer, m.occasion, m.template, m.channel, m.number, m.day, m.minute, m.text,
  m.needs_approval, m.op,
  (SELECT coalesce(sum(1 << s.step), 0) FROM message_step s
   WHERE s.message = m.id AND s.voided_by IS NULL) AS steps
FROM message m WHERE m.voided_by IS NULL;

-- id: the fact's number times 2 for what was said, and 1 for what was promised.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- A fact with its operations, its `what` taken apart.
CREATE VIEW fact_row AS
SELECT f.customer, f.day, f.id, f.what, f.staff, what & 15 AS kind, what >> 4 & 1 AS flag,
  what >> 5 & 15 AS value,
  CASE what >> 5 & 15 WHEN 0 THEN what >> 29 ELSE what >> 5 & 15 END AS number, what >> 9 & 7 AS outcome, (what >> 12 & 15) + 1 AS channel,
  what >> 16 & 1 AS is_void, (what >> 18 & 2047) - 1 AS minute, what >> 29 AS more,
  (SELECT o.id FROM op o WHERE o.facts > 0 AND o.first_fact <= f.id
   ORDER BY o.first_fact DESC LIMIT 1) AS op,
  (SELECT v.op FROM void v WHERE v.fact = f.id) AS voided_by
FROM fact f;

-- For people who open the file with sqlite3.

-- What the numbers mean.
CREATE TABLE label (
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
INSERT INTO label VALUES
  ('source', 1, '来电'), ('source', 2, '来访'), ('source', 3, '客资'),
  ('fact', 1, '事件'), ('fact', 2, '级别'), ('fact', 3, '标签'), ('fact', 4, '反感电话'),
  ('fact', 5, '免打扰'), ('fact', 6, '方便时间'), ('fact', 7, '置业顾问'), ('fact', 8, '回访'),
  ('fact', 9, '延期'), ('fact', 10, '免做'), ('fact', 11, '生日'), ('fact', 12, '事项'),
  ('event', 1, '来电'), ('event', 2, '来访'), ('event', 3, '认购'), ('event', 4, '签约'),
  ('event', 5, '全款到账'), ('event', 6, '备案'), ('event', 7, '交房'), ('event', 8, '入住'),
  ('event', 9, '产权证'), ('event', 10, '退房'), ('event', 11, '流失'), ('event', 12, '咨询'),
  ('event', 13, '诚意登记'), ('event', 14, '开工'), ('event', 15, '中期款'), ('event', 16, '竣工'),
  ('event', 17, '保修手续'), ('event', 18, '实施完成'), ('event', 19, '按揭办理'),
  ('event', 20, '放款'), ('event', 21, '面积补差'), ('event', 22, '出售'),
  ('event', 23, '合同审批'), ('event', 24, '按揭资料'), ('event', 25, '银行审核通过'),
  ('event', 26, '办证资料'), ('event', 27, '办证费用'), ('event', 28, '产权证签收'),
  ('event', 29, '验房'), ('event', 30, '方案商定'), ('event', 31, '已告知部门'),
  ('event', 32, '现场照片'),
  ('tag', 1, '重点'), ('tag', 2, '有抗性'), ('tag', 3, '领导介绍'), ('tag', 4, 'VIP'),
  ('tag', 5, '大客户'), ('tag', 6, '重要'), ('tag', 7, '按揭'), ('tag', 8, '一次性付款'),
  ('tag', 9, '租房'), ('tag', 10, '高端'), ('tag', 11, '核心人物'), ('tag', 12, '期房'),
  ('tag', 13, '集中入住'),
  ('channel', 1, '电话'), ('channel', 2, '短信'), ('channel', 3, '微信'), ('channel', 4, '邮件'),
  ('channel', 5, '信函'), ('channel', 6, '上门'), ('channel', 7, '面谈'), ('channel', 8, '在线'),
  ('outcome', 1, '接通'), ('outcome', 2, '无人接'), ('outcome', 3, '拒绝'), ('outcome', 4, '改期'),
  ('outcome', 5, '已发送'),
  ('case', 1, '投诉'), ('case', 2, '建议'), ('case', 3, '报修'), ('case', 4, '咨询'),
  ('case', 5, '服务'),
  ('step', 1, '登记'), ('step', 2, '派单'), ('step', 3, '方案'), ('step', 4, '承诺'),
  ('step', 5, '回复'), ('step', 6, '处理'), ('step', 7, '升级'), ('step', 8, '关闭');

CREATE VIEW v_customer AS
SELECT printf('C%06d', c.id) AS number, c.name AS name,
  (SELECT name FROM label WHERE kind = 'source' AND number = c.source) AS source,
  date(c.since_day * 86400, 'unixepoch') AS since, s.name AS consultant, c.live AS live,
  (SELECT group_concat(substr(p.number, 2), ' ') FROM phone p
   WHERE p.customer = c.id AND p.voided_by IS NULL) AS phones,
  CASE WHEN c.merged_into IS NOT NULL THEN printf('C%06d', c.merged_into) END AS merged_into
FROM customer c LEFT JOIN staff s ON s.id = c.owner
WHERE c.voided_by IS NULL;

CREATE VIEW v_fact AS
SELECT printf('C%06d', f.customer) AS customer, f.id AS fact,
  date(f.day * 86400, 'unixepoch') AS day, CASE WHEN f.minute >= 0
    THEN printf('%02d:%02d', f.minute / 60, f.minute % 60) END AS time,
  (SELECT name FROM label WHERE kind = 'fact' AND number = f.kind) AS kind,
  CASE f.kind
    WHEN 1 THEN coalesce((SELECT name FROM label WHERE kind = 'event' AND number = f.number),
      (SELECT name FROM term WHERE kind = 1 AND number = f.number))
    WHEN 2 THEN CASE WHEN f.value > 0 THEN substr('ABCD', f.value, 1) END
    WHEN 3 THEN CASE f.flag WHEN 0 THEN '非' ELSE '' END
      || coalesce((SELECT name FROM label WHERE kind = 'tag' AND number = f.number),
        (SELECT name FROM term WHERE kind = 3 AND number = f.number))
    WHEN 4 THEN CASE f.flag WHEN 1 THEN '是' ELSE '否' END
    WHEN 5 THEN CASE f.flag WHEN 1 THEN '是' ELSE '否' END
    WHEN 6 THEN CASE WHEN f.more > 0 THEN printf('%02d:%02d-%02d:%02d',
      ((f.more & 2047) - 1) / 60, ((f.more & 2047) - 1) % 60,
      ((f.more >> 11) - 1) / 60, ((f.more >> 11) - 1) % 60) END
    WHEN 7 THEN (SELECT name FROM staff WHERE id = f.more)
    WHEN 8 THEN CASE WHEN f.value > 0 THEN substr('ABCD', f.value, 1) END
    WHEN 10 THEN (SELECT text FROM word WHERE id = f.more)
    WHEN 11 THEN printf('%04d-%02d-%02d%s', (f.more & 33554431) / 8192,
      (f.more & 33554431) / 512 & 15, (f.more & 33554431) / 8 & 63,
      CASE f.more & 3 WHEN 2 THEN ' 农历' WHEN 3 THEN ' 农历闰月' ELSE '' END)
    WHEN 12 THEN (SELECT name FROM label WHERE kind = 'case' AND number = f.outcome)
      || ' ' || (SELECT name FROM label WHERE kind = 'step' AND number = f.value) END AS value,
  (SELECT name FROM label WHERE f.kind = 8 AND kind = 'channel' AND number = f.channel) AS channel,
  (SELECT name FROM label WHERE f.kind = 8 AND kind = 'outcome' AND number = f.outcome) AS outcome,
  CASE WHEN f.kind IN (8, 9) AND f.more > 0
    THEN date(((f.more & 131071) - 25568) * 86400, 'unixepoch') || CASE f.more >> 17 WHEN 0 THEN ''
      ELSE printf(' %02d:%02d', ((f.more >> 17) - 1) / 60, ((f.more >> 17) - 1) % 60) END
    END AS until,
  (SELECT name FROM staff WHERE id = f.staff) AS staff,
  (SELECT text FROM note WHERE id = f.id * 2) AS note,
  (SELECT text FROM note WHERE id = f.id * 2 + 1) AS promise,
  f.op AS op, f.voided_by AS voided_by
FROM fact_row f;

CREATE VIEW v_message AS
SELECT m.id AS message, printf('C%06d', m.customer) AS customer, m.occasion AS occasion,
  date(m.day * 86400, 'unixepoch') || printf(' %02d:%02d', m.minute / 60, m.minute % 60) AS send_at,
  CASE WHEN m.steps & 8 THEN '已发送' WHEN m.steps & 4 THEN '已排队'
    WHEN m.needs_approval = 0 OR m.steps & 2 THEN '可发' ELSE '待批' END AS state, m.text AS text
FROM message_row m;

CREATE VIEW v_op AS
SELECT id AS op, command, user,
  date(recorded_day * 86400, 'unixepoch') AS day,
  CASE WHEN recorded_minute IS NOT NULL
    THEN printf('%02d:%02d', recorded_minute / 60, recorded_minute % 60) END AS time,
  facts, undoes, reason
FROM op;
