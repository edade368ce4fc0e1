-- The database of one sales office: facts only. What is due is computed, never stored.
--
-- How to read it:
--   * A row says which operation wrote it (op) and, once it is taken back, which one did that
--     (voided_by). Rows are never deleted and change in nothing else, apart from the caches of
--     `customer` and `op`. So the office can be read as it was after any operation N: rows with a
--     later op are not there yet, and what a later operation voided still stands.
--   * Days are counted from 1970-01-01 (20000 is 2024-10-04), minutes from 00:00 (540 is 09:00).
--     Both are the office's own; nothing stores a time zone.
--   * What a number of a kind, grade, channel and so on means stands in `label`; words that policies
--     declare themselves stand in `term`.
--   * The views at the end, v_customer, v_staff, v_fact, v_case, v_message and v_op, show all of it as
--     text.

PRAGMA application_id = 0x52565354;  -- "RVST"
PRAGMA user_version = 6;

-- Who did what, and when. An operation is one step of one user, and is undone as one.
CREATE TABLE op (
  id INTEGER PRIMARY KEY,
  -- Chosen by the caller (--op): the same token with the same digest does nothing again.
  token TEXT UNIQUE CHECK (length(token) BETWEEN 1 AND 200),
  digest TEXT NOT NULL,
  command TEXT NOT NULL,
  user TEXT NOT NULL,
  staff INTEGER REFERENCES staff,
  recorded_day INTEGER NOT NULL CHECK (recorded_day BETWEEN -25567 AND 84005),
  recorded_minute INTEGER CHECK (recorded_minute BETWEEN 0 AND 1440),
  -- Its facts have the numbers from first_fact on, so many of them.
  first_fact INTEGER NOT NULL,
  facts INTEGER NOT NULL DEFAULT 0 CHECK (facts >= 0),
  -- The range in which the customers lie that it wrote to; null: none.
  first_customer INTEGER,
  last_customer INTEGER,
  -- The operation that it took back.
  undoes INTEGER UNIQUE REFERENCES op CHECK (undoes < id),
  reason TEXT,
  -- How many rows came to stand again by that: what they were before is not to be seen any more.
  revived INTEGER NOT NULL DEFAULT 0 CHECK (revived >= 0),
  CHECK (first_customer <= last_customer)
) STRICT;
CREATE INDEX op_by_first_fact ON op (first_fact) WHERE facts > 0;

-- Settings of the office: its name, its weekly rest days, what texts to customers say of it. Also,
-- under the key batch, to which file the operation handed texts out.
CREATE TABLE office (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (key, op)
) STRICT, WITHOUT ROWID;

-- Through which moment a change of owner or a loss has been recorded. From then on the caches of
-- `customer` say what the facts say. It only grows.
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through_day INTEGER NOT NULL,
  through_minute INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, -25567, 0);

-- The callback policies that were adopted, each from its day on. source: the text as it was checked;
-- form: what the program reads instead of it.
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  from_day INTEGER NOT NULL CHECK (from_day BETWEEN -25567 AND 84005),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  form BLOB NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;

-- The members of staff as they were entered; what was changed since stands in staff_change. No two have
-- one name or one login at a time, which the program looks to.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 63),
  login TEXT CHECK (length(login) > 0),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE INDEX staff_by_name ON staff (name);

-- What a member is from then on: of several that stand the newest counts, and has all of it. left_day:
-- the last day, of whoever has left.
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

-- Milestones of the project (项目节点): 开盘, 封顶, 活动.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 63),
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

-- Days that are not what their weekday says. A statutory holiday (kind 1) or make-up workday (2) is a
-- day of an imported year, which replaces the one that the program carries; 3 company holiday,
-- 4 company workday; 5 leave of a member of staff.
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
  -- The profile with which the customer was entered. What has changed since stands in `profile`.
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
CREATE INDEX customer_by_owner ON customer (owner, id) WHERE live = 1;
CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- Who has a customer until the day before one on which somebody else will, as was known beforehand: in
-- the holidays (临时交接), or where a change is recorded before its day. The changes are facts; here the
-- customers of whoever has them for a time are found, for `customer.owner` says who has them in the end.
CREATE TABLE holder (
  customer INTEGER NOT NULL REFERENCES customer,
  until_day INTEGER NOT NULL CHECK (until_day BETWEEN -25567 AND 84005),
  staff INTEGER NOT NULL REFERENCES staff,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, until_day, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_by_staff ON holder (staff) WHERE voided_by IS NULL;

-- place: among the customer's phones. number: as it is dialled, an extension behind a dash. tail: the
-- last four digits before that, by which people look for a number.
CREATE TABLE phone (
  customer INTEGER NOT NULL REFERENCES customer,
  place INTEGER NOT NULL,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 24 AND number NOT GLOB '*[^0-9-]*'),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  tail TEXT NOT NULL
    GENERATED ALWAYS AS (substr(substr(number, 1, instr(number || '-', '-') - 1), -4)) VIRTUAL,
  PRIMARY KEY (customer, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX phone_by_tail ON phone (tail, number) WHERE voided_by IS NULL;

-- What fields of a profile have become since the customer was entered; the newest day, then the
-- newest op, is current. The first change of a name puts the old one here too. A building (field 12)
-- always stands here, so that those of all customers are found together.
CREATE TABLE profile (
  customer INTEGER NOT NULL REFERENCES customer,
  field INTEGER NOT NULL CHECK (field BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
  op INTEGER NOT NULL REFERENCES op,
  value TEXT,
  voided_by INTEGER REFERENCES op,
  PRIMARY KEY (customer, field, day, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_by_building ON profile (customer) WHERE field = 12;

-- Texts that facts refer to by number: the rule of a skip, the survey of an answer.
CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- The words that adopted policies declare themselves, by the number that facts hold. kind: as in
-- `fact`, 1 event, 3 tag; 13 kind of milestone, 14 festival, 15 role. A word keeps its number for ever, also when its policy no longer reigns or
-- was taken back; the numbers go from 63 down, for the built-in words have the lowest.
CREATE TABLE term (
  kind INTEGER NOT NULL CHECK (kind IN (1, 3, 13, 14, 15)),
  number INTEGER NOT NULL CHECK (number BETWEEN 5 AND 63),
  name TEXT NOT NULL CHECK (length(name) > 0),
  PRIMARY KEY (kind, number),
  UNIQUE (kind, name)
) STRICT, WITHOUT ROWID;

-- What happened to a customer, one row a fact. All kinds have
--   day, minute: when it happened, not when it was recorded; minute null: not known,
--   staff: who did it, where that is known; of the steps 2 and 7 to whom the case was given;
-- and each kind uses some of the others, which are null in the rest:
--    1 event: value
--    2 grade: value; null: taken back
--    3 tag: value; is_on: given or taken
--    4 averse to calls, 5 not to be contacted: is_on
--    6 hours liked: value the first minute, until_minute the last; null: any
--    7 owner: reference to staff
--    8 contact: channel, outcome; value the intention; until_day, until_minute when next;
--      is_on: whether something was promised; of a text from the outbox reference to message;
--      of a conversation about a case reference to the case's number, with its case_kind
--    9 postponement: until_day, until_minute
--   10 skip: reference to word, the rule
--   11 birthday: reference to relative, null for the customer; value 1 solar, 2 lunar, 3 lunar in a
--      leap month; birth_year (null: not known), birth_month, birth_day; value null: taken back
--   12 step of a case: value the step; reference to the case's number, null for a payment; case_kind
--      and urgency as the case has them; until_day the day that was promised
-- A whole-office pass steps over millions of these, in the order of customers.
CREATE TABLE fact (
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

-- What was written down with a fact: what was said (of a skip, why), and what was promised.
CREATE TABLE note (
  fact INTEGER PRIMARY KEY,
  said TEXT,
  promised TEXT,
  CHECK (said IS NOT NULL OR promised IS NOT NULL)
) STRICT;

-- What a policy wants recorded of a contact beside that, one row a field: label `record`.
CREATE TABLE detail (
  fact INTEGER NOT NULL,
  field INTEGER NOT NULL CHECK (field BETWEEN 4 AND 7),
  value TEXT NOT NULL CHECK (length(value) > 0),
  PRIMARY KEY (fact, field)
) STRICT, WITHOUT ROWID;

-- Which fact of a merged customer a fact repeats.
CREATE TABLE copy (
  fact INTEGER PRIMARY KEY,
  original INTEGER NOT NULL
) STRICT;

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

-- A case (事项: 投诉, 报修…) of a customer. The office knows it by its id, K00001; `number` counts the
-- customer's own, and its steps, which are facts, refer to that.
-- origin: the case of a merged customer that it goes on with, whose id the office uses for both.
CREATE TABLE customer_case (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 131071),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
  channel INTEGER CHECK (channel BETWEEN 1 AND 8),
  -- What it is about, in a word or two; the department that it was brought to.
  about TEXT NOT NULL,
  department TEXT NOT NULL,
  origin INTEGER REFERENCES customer_case,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op,
  UNIQUE (customer, number)
) STRICT;

-- Two cases about the same thing, by the numbers that the office uses.
CREATE TABLE case_link (
  id INTEGER PRIMARY KEY,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL CHECK (a < b),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX case_link_by_ends ON case_link (a, b) WHERE voided_by IS NULL;

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
CREATE INDEX ledger_by_kind ON ledger (kind, day);
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
CREATE INDEX message_by_customer ON message (customer);
CREATE INDEX message_by_day ON message (day);

-- How far a message has come. step 1 approved, 2 put into the outbox, 3 sent.
CREATE TABLE message_step (
  id INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES message,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 3),
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX message_step_once ON message_step (message, step) WHERE voided_by IS NULL;

-- Months that are closed (report close): their days take no more records. report: what it said when
-- it was closed, in its forms, with char(30) between: JSON, CSV, then as a page and as HTML in Chinese,
-- and both in English.
CREATE TABLE closed_month (
  id INTEGER PRIMARY KEY,
  first_day INTEGER NOT NULL CHECK (first_day BETWEEN -25567 AND 84005),
  last_day INTEGER NOT NULL CHECK (last_day BETWEEN first_day + 27 AND first_day + 30),
  report TEXT NOT NULL,
  op INTEGER NOT NULL REFERENCES op,
  voided_by INTEGER REFERENCES op
) STRICT;
CREATE UNIQUE INDEX closed_month_once ON closed_month (first_day) WHERE voided_by IS NULL;

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
  ('event', 32, '现场照片'), ('event', 33, '礼品'),
  ('tag', 1, '重点'), ('tag', 2, '有抗性'), ('tag', 3, '领导介绍'), ('tag', 4, 'VIP'),
  ('tag', 5, '大客户'), ('tag', 6, '重要'), ('tag', 7, '按揭'), ('tag', 8, '一次性付款'),
  ('tag', 9, '租房'), ('tag', 10, '高端'), ('tag', 11, '核心人物'), ('tag', 12, '期房'),
  ('tag', 13, '集中入住'),
  ('channel', 1, '电话'), ('channel', 2, '短信'), ('channel', 3, '微信'), ('channel', 4, '邮件'),
  ('channel', 5, '信函'), ('channel', 6, '上门'), ('channel', 7, '面谈'), ('channel', 8, '在线'),
  ('outcome', 1, '接通'), ('outcome', 2, '无人接'), ('outcome', 3, '拒绝'), ('outcome', 4, '改期'),
  ('outcome', 5, '已发送'), ('outcome', 6, '占线'), ('outcome', 7, '关机'), ('outcome', 8, '挂断'),
  ('outcome', 9, '空号'), ('outcome', 10, '停机'), ('outcome', 11, '错号'),
  ('record', 1, '内容'), ('record', 2, '意向'), ('record', 3, '时间'),
  ('record', 4, '反馈'), ('record', 5, '跟进'), ('record', 6, '满意度'), ('record', 7, '签名'),
  ('case', 1, '投诉'), ('case', 2, '建议'), ('case', 3, '报修'), ('case', 4, '咨询'),
  ('case', 5, '服务'),
  ('step', 1, '登记'), ('step', 2, '派单'), ('step', 3, '方案'), ('step', 4, '承诺'),
  ('step', 5, '回复'), ('step', 6, '处理'), ('step', 7, '升级'), ('step', 8, '关闭'),
  ('step', 9, '告知'),
  ('urgency', 1, '紧急'), ('urgency', 2, '普通'), ('urgency', 3, '低'),
  ('grade', 1, 'A'), ('grade', 2, 'B'), ('grade', 3, 'C'), ('grade', 4, 'D'),
  ('role', 1, '置业顾问'), ('role', 2, '销售经理'), ('role', 3, '内业'), ('role', 4, '客服'),
  ('field', 1, '姓名'), ('field', 2, '性别'), ('field', 3, '生日'), ('field', 4, '意向户型'),
  ('field', 5, '意向面积'), ('field', 6, '预算'), ('field', 7, '关注点'), ('field', 8, '抗性'),
  ('field', 9, '付款方式'), ('field', 10, '备注'), ('field', 11, '合同编号'), ('field', 12, '楼号'),
  ('milestone', 1, '开盘'), ('milestone', 2, '优惠'), ('milestone', 3, '活动'),
  ('milestone', 4, '样板房开放'), ('milestone', 5, 'SP活动'), ('milestone', 6, '封顶'),
  ('milestone', 7, '交房'), ('milestone', 8, '工程节点'), ('milestone', 9, '样板房关闭'),
  ('milestone', 10, '入伙'), ('milestone', 11, '天气预警'),
  ('message step', 1, '已批准'), ('message step', 2, '已排队'), ('message step', 3, '已发送');

CREATE VIEW v_staff AS
SELECT s.id, coalesce(c.name, s.name) AS name,
  (SELECT name FROM label WHERE kind = 'role' AND number = coalesce(c.role, s.role)) AS role,
  CASE WHEN c.id IS NULL THEN s.login ELSE c.login END AS login,
  date(c.left_day * 86400, 'unixepoch') AS left
FROM staff s LEFT JOIN staff_change c ON c.id =
  (SELECT max(id) FROM staff_change WHERE staff = s.id AND voided_by IS NULL)
WHERE s.voided_by IS NULL;

CREATE VIEW v_customer AS
SELECT printf('C%06d', c.id) AS number, c.name AS name,
  (SELECT name FROM label WHERE kind = 'source' AND number = c.source) AS source,
  date(c.since_day * 86400, 'unixepoch') AS since, s.name AS consultant, c.live AS live,
  (SELECT group_concat(p.number, ' ') FROM phone p
   WHERE p.customer = c.id AND p.voided_by IS NULL) AS phones,
  CASE WHEN c.merged_into IS NOT NULL THEN printf('C%06d', c.merged_into) END AS merged_into
FROM customer c LEFT JOIN v_staff s ON s.id = c.owner
WHERE c.voided_by IS NULL;

CREATE VIEW v_fact AS
SELECT printf('C%06d', f.customer) AS customer, f.id AS fact,
  date(f.day * 86400, 'unixepoch') AS day,
  CASE WHEN f.minute IS NOT NULL THEN printf('%02d:%02d', f.minute / 60, f.minute % 60) END AS time,
  (SELECT name FROM label WHERE kind = 'fact' AND number = f.kind) AS kind,
  CASE f.kind
    WHEN 1 THEN coalesce((SELECT name FROM label WHERE kind = 'event' AND number = f.value),
      (SELECT name FROM term WHERE kind = 1 AND number = f.value))
    WHEN 2 THEN (SELECT name FROM label WHERE kind = 'grade' AND number = f.value)
    WHEN 3 THEN CASE f.is_on WHEN 0 THEN '非' ELSE '' END
      || coalesce((SELECT name FROM label WHERE kind = 'tag' AND number = f.value),
        (SELECT name FROM term WHERE kind = 3 AND number = f.value))
    WHEN 4 THEN CASE f.is_on WHEN 1 THEN '是' ELSE '否' END
    WHEN 5 THEN CASE f.is_on WHEN 1 THEN '是' ELSE '否' END
    WHEN 6 THEN CASE WHEN f.value IS NOT NULL THEN printf('%02d:%02d-%02d:%02d',
      f.value / 60, f.value % 60, f.until_minute / 60, f.until_minute % 60) END
    WHEN 7 THEN (SELECT name FROM v_staff WHERE id = f.reference)
    WHEN 8 THEN (SELECT name FROM label WHERE kind = 'grade' AND number = f.value)
    WHEN 10 THEN (SELECT text FROM word WHERE id = f.reference)
    WHEN 11 THEN CASE f.value WHEN 1 THEN '' WHEN 2 THEN '农历' WHEN 3 THEN '农历闰月' END
      || coalesce(f.birth_year || '-', '') || printf('%02d-%02d', f.birth_month, f.birth_day)
    WHEN 12 THEN (SELECT name FROM label WHERE kind = 'case' AND number = f.case_kind)
      || ' ' || (SELECT name FROM label WHERE kind = 'step' AND number = f.value) END AS value,
  (SELECT name FROM label WHERE kind = 'channel' AND number = f.channel) AS channel,
  (SELECT name FROM label WHERE kind = 'outcome' AND number = f.outcome) AS outcome,
  date(f.until_day * 86400, 'unixepoch') || CASE WHEN f.until_minute IS NULL THEN ''
    ELSE printf(' %02d:%02d', f.until_minute / 60, f.until_minute % 60) END AS until,
  (SELECT name FROM v_staff WHERE id = f.staff) AS staff, n.said AS note, n.promised AS promise,
  (SELECT group_concat(l.name || ' ' || d.value, '；') FROM detail d
   JOIN label l ON l.kind = 'record' AND l.number = d.field WHERE d.fact = f.id) AS details,
  f.op AS op, f.voided_by AS voided_by
FROM fact f LEFT JOIN note n ON n.fact = f.id;

CREATE VIEW v_case AS
SELECT printf('K%05d', coalesce(k.origin, k.id)) AS number, printf('C%06d', k.customer) AS customer,
  (SELECT name FROM label WHERE kind = 'case' AND number = k.kind) AS kind,
  (SELECT name FROM label WHERE kind = 'urgency' AND number = k.urgency) AS urgency,
  k.about AS about, k.department AS department,
  (SELECT l.name FROM fact f JOIN label l ON l.kind = 'step' AND l.number = f.value
   WHERE f.customer = k.customer AND f.kind = 12 AND f.reference = k.number
     AND f.voided_by IS NULL ORDER BY f.day DESC, f.minute DESC, f.id DESC LIMIT 1) AS last_step
FROM customer_case k WHERE k.voided_by IS NULL;

-- A message that stands, with the steps that it has taken.
CREATE VIEW message_row AS
SELECT m.id, m.customer, m.occasion, m.template, m.channel, m.number, m.day, m.minute, m.text,
  m.needs_approval, m.op,
  EXISTS (SELECT 1 FROM message_step s
    WHERE s.message = m.id AND s.step = 1 AND s.voided_by IS NULL) AS is_approved,
  EXISTS (SELECT 1 FROM message_step s
    WHERE s.message = m.id AND s.step = 2 AND s.voided_by IS NULL) AS is_queued,
  EXISTS (SELECT 1 FROM message_step s
    WHERE s.message = m.id AND s.step = 3 AND s.voided_by IS NULL) AS is_sent
FROM message m WHERE m.voided_by IS NULL;

CREATE VIEW v_message AS
SELECT m.id AS message, printf('C%06d', m.customer) AS customer, m.occasion AS occasion,
  date(m.day * 86400, 'unixepoch') || printf(' %02d:%02d', m.minute / 60, m.minute % 60) AS send_at,
  CASE WHEN m.is_sent THEN '已发送' WHEN m.is_queued THEN '已排队'
    WHEN m.is_approved OR m.needs_approval = 0 THEN '可发' ELSE '待批' END AS state, m.text AS text
FROM message_row m;

CREATE VIEW v_op AS
SELECT id AS op, command, user,
  date(recorded_day * 86400, 'unixepoch') AS day,
  CASE WHEN recorded_minute IS NOT NULL
    THEN printf('%02d:%02d', recorded_minute / 60, recorded_minute % 60) END AS time,
  facts, undoes, reason
FROM op;
