import Core
import Glibc

/// The pieces of work that are compared, over one sample office.
struct Works {
  /// The program.
  let revisit: String
  /// The C program over the same rows.
  let baseline: String
  let folder: String
  /// Where lists are written to: memory, not a disk.
  let discard: String
  let office: SampleOffice
  let meter: Meter
  let scale: Double

  private var size: String { office.customers.grouped }

  /// A file of this office.
  func file(_ name: String) -> String { "\(folder)/\(office.customers)-\(name)" }

  private func rounds(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }

  /// The command line of one of our commands on that database, or on the office.
  func words(_ words: [String], at path: String? = nil) -> [String] {
    [revisit] + words + ["--db", path ?? office.path, "--as-of", "\(office.today)"]
  }

  private func ours(_ command: [String], at path: String? = nil) throws -> Run {
    try meter.run(words(command, at: path))
  }

  /// The largest composition may take a little longer than `qnc`.
  private var dueLimit: Double { office.policies.count > 1 ? 4.5 : 4.0 }

  private func stepping() throws -> Run { try stepping(at: office.path) }

  private func stepping(at path: String) throws -> Run {
    try meter.run([baseline, "agenda", path, "\(office.today.number)"])
  }

  private func sqlite(_ path: String, _ commands: [String]) throws -> Run {
    try meter.run(["sqlite3", "-batch", path] + commands)
  }
}

// MARK: - Reading

extension Works {
  var startUp: Pair {
    Pair(
      name: "start-up", baseline: "sqlite3 :memory: 'select 1'", limit: 1.2, rounds: rounds(60),
      ours: { try meter.run([revisit, "--version"]) },
      theirs: { try sqlite(":memory:", ["select 1"]) })
  }

  /// The smallest command that opens an office.
  var milestones: Pair {
    Pair(
      name: "milestone list", baseline: "sqlite3 :memory: 'select 1'", limit: 2.5,
      rounds: rounds(60), ours: { try ours(["milestone", "list"]) },
      theirs: { try sqlite(":memory:", ["select 1"]) })
  }

  /// The stored table that the baseline asks is made beforehand, by our own engine: a program that
  /// stores what is due has to keep it so, which costs it nothing here.
  func due(_ stored: StoredDue, format: String) -> Pair {
    Pair(
      name: "due --consultant --format \(format), \(size)",
      baseline: "sqlite3, index query of a stored due date, same \(stored.listed) rows",
      limit: dueLimit, peakLimit: 16 << 10, rounds: rounds(30),
      ours: { try ours(["due", "--consultant", office.consultant, "--format", format]) },
      theirs: { try sqlite(stored.path, [stored.query(office)]) })
  }

  /// The same list from a large and from a small office; the small one stands as the baseline.
  func dueGrowth(from small: SampleOffice) -> Pair {
    func list(_ office: SampleOffice) throws -> Run {
      try ours(["due", "--consultant", office.consultant], at: office.path)
    }
    return Pair(
      name: "due --consultant, \(size)", baseline: "the same, \(small.customers.grouped)",
      limit: 1.3, rounds: rounds(30), ours: { try list(office) }, theirs: { try list(small) })
  }

  var recompute: Pair {
    Pair(
      name: "whole office recomputed (daily --dry-run), \(size)",
      baseline: "C stepping the same fact rows", limit: 2.0, peakLimit: 64 << 10,
      rounds: rounds(5), ours: { try ours(["daily", "--dry-run"]) }, theirs: stepping)
  }

  /// As `recompute`, of an office that has sent texts for years.
  var recomputeWithTexts: Pair {
    let path = file("texts.db")
    return Pair(
      name: "whole office, three texts sent to each live customer, \(size)",
      baseline: "C stepping the same fact rows", limit: 2.0, peakLimit: 64 << 10,
      rounds: rounds(5),
      prepare: {
        guard access(path, F_OK) != 0 else { return }
        try Files.copy(office.path, to: path + ".draft")
        _ = try sqlite(path + ".draft", [Works.texts])
        guard rename(path + ".draft", path) == 0 else { throw BenchError.failed("rename \(path)") }
      },
      ours: { try ours(["daily", "--dry-run"], at: path) }, theirs: { try stepping(at: path) })
  }

  /// The rows that `message sent` writes, of greetings that are over.
  private static let texts = """
    BEGIN;
    INSERT INTO op (digest, command, user, recorded_day, first_fact, facts, first_customer,
      last_customer)
      SELECT '', 'message sent', 'bench', recorded_day, first_fact + facts,
        3 * (SELECT count(*) FROM customer WHERE live = 1), 1, (SELECT max(id) FROM customer)
      FROM op ORDER BY id DESC LIMIT 1;
    INSERT INTO message (customer, occasion, template, channel, number, day, text, needs_approval, op)
      SELECT c.id, 'festival:' || f.name || ':2026', 'bench', 2, '', o.recorded_day - f.ago, '祝好',
        0, o.id
      FROM customer c, (SELECT * FROM op ORDER BY id DESC LIMIT 1) o,
        (SELECT 'national_day' AS name, 35 AS ago UNION ALL SELECT 'mid_autumn', 41
          UNION ALL SELECT 'labour_day', 188) f
      WHERE c.live = 1 ORDER BY c.id;
    INSERT INTO message_step (message, step, op) SELECT id, 3, op FROM message;
    INSERT INTO fact (customer, day, id, kind, is_on, channel, outcome, reference, op)
      SELECT m.customer, m.day, o.first_fact + row_number() OVER (ORDER BY m.id) - 1, 8, 0, 2, 5,
        m.id, o.id
      FROM message m, (SELECT * FROM op ORDER BY id DESC LIMIT 1) o;
    COMMIT;
    """

  /// All that is written goes to memory, and is gone before the next round.
  var daily: Pair {
    Pair(
      name: "daily, whole office, all files, \(size)", baseline: "C stepping the same fact rows",
      peakLimit: 64 << 10, rounds: rounds(5), prepare: { try Files.removeFolder(discard) },
      ours: {
        defer { try? Files.removeFolder(discard) }
        return try ours(["daily", "--out", discard])
      },
      theirs: stepping)
  }

  var report: Pair {
    let week = office.today.isoWeek
    let days = ["\(week.monday.number)", "\(week.sunday.number)"]
    return Pair(
      name: "report --week, \(size)", baseline: "C stepping the same fact rows", limit: 2.5,
      peakLimit: 64 << 10, rounds: rounds(5), ours: { try ours(["report", "--week"]) },
      theirs: { try meter.run([baseline, "week", office.path] + days) })
  }
}

// MARK: - Memory

extension Works {
  var doctor: Pair { memory("doctor", ["doctor"], at: office.path) }

  /// Of a copy, so that each run of the bench drafts the same.
  var draft: Pair { memory("message draft", ["message", "draft"], at: copy) }

  var outbox: Pair { memory("message outbox", ["message", "outbox"], at: copy) }

  private var copy: String { file("messages.db") }

  private func memory(_ name: String, _ command: [String], at path: String) -> Pair {
    Pair(
      name: "\(name), \(size)", baseline: "C stepping the same fact rows", peakLimit: 64 << 10,
      rounds: 1,
      prepare: {
        if access(path, F_OK) != 0 { try Files.copy(office.path, to: path) }
      },
      ours: { try ours(command, at: path) }, theirs: stepping)
  }
}

// MARK: - Writing

extension Works {
  /// On copies of one small office: what is written, not how much lies there, is compared.
  var log: Pair {
    let (a, b) = (file("log-ours.db"), file("log-theirs.db"))
    return Pair(
      name: "log, durable, \(size)", baseline: "sqlite3, the same inserts and pragmas", limit: 2.0,
      rounds: rounds(30),
      prepare: {
        for copy in [a, b] where access(copy, F_OK) != 0 { try Files.copy(office.path, to: copy) }
      },
      ours: {
        try ours(["log", "C000001", "--by", "电话", "--note", "周末再来看房", "--intention", "B"], at: a)
      },
      theirs: { try sqlite(b, [Works.inserts]) })
  }

  /// What `log` writes, with the numbers that it looks up.
  private static let inserts = """
    PRAGMA foreign_keys = ON; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;
    BEGIN IMMEDIATE;
    INSERT INTO op (digest, command, user, recorded_day, first_fact, facts, first_customer,
      last_customer)
      SELECT '', 'log', 'bench', recorded_day, first_fact + facts, 1, 1, 1
      FROM op ORDER BY id DESC LIMIT 1;
    INSERT INTO fact (customer, day, id, op, kind, value, is_on, channel, outcome, staff)
      SELECT 1, recorded_day, first_fact, id, 8, 2, 0, 1, 1,
        (SELECT owner FROM customer WHERE id = 1) FROM op ORDER BY id DESC LIMIT 1;
    INSERT INTO note (fact, said)
      SELECT first_fact, '周末再来看房' FROM op ORDER BY id DESC LIMIT 1;
    COMMIT;
    """

  func load(_ ledger: String) -> Pair {
    let (a, b) = (file("import-ours.db"), file("import-theirs.db"))
    return Pair(
      name: "import of \(size) rows", baseline: "sqlite3 .import, indexes after", limit: 2.0,
      peakLimit: 64 << 10, rounds: rounds(3),
      prepare: {
        Files.removeDatabase(a)
        Files.removeDatabase(b)
        _ = try office.begin(at: a)
      },
      ours: { try ours(["import", ledger], at: a) },
      theirs: {
        try sqlite(b, [Works.table, ".mode csv", ".import --skip 1 \(ledger) c", Works.indexes])
      })
  }

  private static let table = """
    PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;
    CREATE TABLE c (name TEXT, phone TEXT, sex TEXT, source TEXT, first_day TEXT, grade TEXT,
      consultant TEXT, layout TEXT, area TEXT, reservation TEXT, signing TEXT);
    """

  /// Those of our schema that hold a column of the file.
  private static let indexes = """
    CREATE UNIQUE INDEX c_phone ON c (phone);
    CREATE INDEX c_tail ON c (substr(phone, -4));
    CREATE INDEX c_name ON c (name);
    CREATE INDEX c_consultant ON c (consultant);
    """
}
