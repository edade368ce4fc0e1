import Core
private import Glibc
import SQLite

extension Store {
  /// Checks the whole file: SQLite's structures, and whether the rows agree with each other.
  ///
  /// It goes through a copy that it makes beside the file, for a check takes long and one of SQLite's
  /// cannot be divided: so a writer waits for the copying alone. Where no copy can be made, the file
  /// itself is checked.
  package func doctor() throws -> [Problem] {
    do {
      return try storeErrors(path) {
        let store = try copied() ?? checker(try Connection(path: path, .readWrite), of: path)
        return try store.pinned { try store.problems() }
      }
    } catch StoreError.corrupt(let detail) {
      return [.integrity(detail)]
    }
  }

  private func problems() throws -> [Problem] {
    let structure = try integrityProblems() + foreignKeyProblems()
    return try structure + rowProblems() + policyProblems() + factProblems() + cacheProblems()
  }

  /// The file in one state. The copy has lost its name before it has a byte, so it goes with the
  /// process, however that ends.
  private func copied() throws -> Store? {
    let name = "\(path).check"
    guard let target = emptyFile(name) else { return nil }
    defer { close(target) }
    let connection = try? Connection(path: name, .readWrite)
    removeFile(name)
    guard let connection, try copyBytes(to: target) else { return nil }
    return try checker(connection, of: name)
  }

  /// An empty file of that name, which no other process takes for its own meanwhile. One that lies
  /// there was left by a process that was killed at this very point.
  private func emptyFile(_ name: String) -> Int32? {
    for _ in 0..<10 {
      let file = Glibc.open(
        name, O_CREAT | O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard file >= 0 else { return nil }
      var (held, named) = (stat(), stat())
      if flock(file, LOCK_EX) == 0, fstat(file, &held) == 0, stat(name, &named) == 0,
        held.st_ino == named.st_ino, held.st_mode & S_IFMT == S_IFREG, held.st_size == 0
      {
        return file
      }
      close(file)
    }
    return nil
  }

  /// A store that writes nothing, with a connection that may: where a file is opened for reading only,
  /// SQLite leaves the CHECKs out when it reads the schema, so that its check knows of none.
  private func checker(_ connection: Connection, of file: String) throws -> Store {
    let store = Store(path: file, connection: connection, policies: policyCoding)
    try connection.execute(Store.care + "; PRAGMA query_only = ON")
    _ = try store.version()
    return store
  }

  /// False where the disk is full, for example.
  private func copyBytes(to target: Int32) throws -> Bool {
    let source = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    // To close it ends all locks that the process has on the file, so that comes after the transaction.
    defer { close(source) }
    guard source >= 0 else { return false }
    try connection.execute("BEGIN")
    defer { try? connection.execute("COMMIT") }
    _ = try version()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(source, $0.baseAddress, $0.count) }
      if count == 0 { return true }
      guard count > 0,
        block.withUnsafeBytes({ Glibc.write(target, $0.baseAddress, count) }) == count
      else {
        return false
      }
    }
  }

  private func integrityProblems() throws -> [Problem] {
    try connection.damage().map { .integrity($0) }
  }

  private func foreignKeyProblems() throws -> [Problem] {
    try connection.rows("PRAGMA foreign_key_check") {
      .foreignKey(table: $0.text(0), parent: $0.text(2))
    }
  }

  private func rowProblems() throws -> [Problem] {
    let twice = try connection.rows(
      """
      SELECT number FROM phone NOT INDEXED WHERE voided_by IS NULL
      GROUP BY number HAVING count(*) > 1
      """
    ) { Problem.phoneTwice($0.text(0)) }
    let overlaps = try connection.rows(
      """
      SELECT id, next FROM (SELECT id, first_fact + facts AS end, lead(id) OVER w AS next,
        lead(first_fact) OVER w AS start FROM op WINDOW w AS (ORDER BY id)) WHERE start <> end
      """
    ) { Problem.overlappingOps($0.int64(0), $0.int64(1)) }
    let early = try connection.rows(
      """
      SELECT 'fact' FROM fact WHERE voided_by < op
      UNION SELECT 'phone' FROM phone WHERE voided_by < op
      UNION SELECT 'profile' FROM profile WHERE voided_by < op
      UNION SELECT 'customer' FROM customer WHERE voided_by < op
      UNION SELECT 'ledger' FROM ledger WHERE voided_by < op
      """
    ) { Problem.impossibleVoid(table: $0.text(0)) }
    return try twice + overlaps + early + strayClosings() + messageProblems()
  }

  private func strayClosings() throws -> [Problem] {
    try connection.rows(
      """
      SELECT c.id FROM ledger c JOIN ledger e ON e.id = c.closes
      WHERE c.voided_by IS NULL AND (e.voided_by IS NOT NULL OR e.closes IS NOT NULL) ORDER BY c.id
      """
    ) { .strayClosing($0.int64(0)) }
  }

  private func messageProblems() throws -> [Problem] {
    try connection.rows(
      """
      SELECT DISTINCT m.id FROM message m
      JOIN message_step s ON s.message = m.id AND s.voided_by IS NULL
      WHERE m.voided_by IS NOT NULL OR s.step > 1 AND m.needs_approval = 1 AND NOT EXISTS (
        SELECT 1 FROM message_step a
        WHERE a.message = m.id AND a.step = 1 AND a.voided_by IS NULL)
      ORDER BY m.id
      """
    ) { .wrongStep($0.int64(0)) }
  }

  private func policyProblems() throws -> [Problem] {
    let known = try declaredWords()
    return try connection.rows("SELECT id, name, form FROM policy ORDER BY id") { row in
      var words = known
      guard let policy = policyCoding.decode(row.bytes(2), &words).policy else {
        return [Problem.unreadablePolicy(id: row.int64(0), name: row.text(1))]
      }
      return policy.vocabulary.names(beside: known).map {
        .undeclaredWord(policy: row.int64(0), $0)
      }
    }.flatMap { $0 }
  }

  private func factProblems() throws -> [Problem] {
    let outside = try connection.rows(
      """
      SELECT f.id FROM fact f LEFT JOIN op o ON o.id = f.op
      WHERE o.id IS NULL OR f.id < o.first_fact OR f.id >= o.first_fact + o.facts ORDER BY f.id
      """
    ) { Problem.factOutsideOp($0.int64(0)) }
    return try outside + unreadableFacts() + undeclaredFacts() + orphanNotes() + orphans()
      + orphanBirthdays()
  }

  private func unreadableFacts() throws -> [Problem] {
    let reader = try FactReader(connection, offset: 1)
    let statement = try connection.prepare(
      text: "SELECT f.customer, \(FactReader.columns) FROM fact f")
    var problems: [Problem] = []
    while let row = try statement.step() {
      if reader.fact(row) == nil {
        problems.append(.unreadableFact(row.int64(1), row.int64(0)))
      }
    }
    return problems
  }

  private func undeclaredFacts() throws -> [Problem] {
    try connection.rows(
      """
      SELECT f.id, f.customer FROM fact f WHERE (f.kind = 1 AND f.value > ? OR f.kind = 3 AND f.value > ?)
        AND NOT EXISTS (SELECT 1 FROM term t WHERE t.kind = f.kind AND t.number = f.value)
      ORDER BY f.id
      """, .int(63 - EventKind.room), .int(63 - Tag.room)
    ) { .undeclaredFact($0.int64(0), $0.int64(1)) }
  }

  /// A step without a number is one of the customer's payment, which is no case.
  private func orphans() throws -> [Problem] {
    let steps = try connection.rows(
      """
      SELECT f.id, f.customer FROM fact f
      WHERE f.kind = 12 AND f.voided_by IS NULL AND f.reference IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM customer_case k
          WHERE k.customer = f.customer AND k.number = f.reference AND k.kind = f.case_kind
            AND k.voided_by IS NULL)
      ORDER BY f.id
      """
    ) { Problem.orphanStep($0.int64(0), $0.int64(1)) }
    let links = try connection.rows(
      """
      SELECT a, b FROM case_link WHERE voided_by IS NULL
        AND (SELECT count(DISTINCT coalesce(origin, id)) FROM customer_case
          WHERE coalesce(origin, id) IN (a, b) AND voided_by IS NULL) <> 2
      ORDER BY a, b
      """
    ) { Problem.orphanLink($0.int64(0), $0.int64(1)) }
    let answers = try connection.rows(
      """
      SELECT DISTINCT a.fact, a.customer FROM answer a WHERE NOT EXISTS (SELECT 1 FROM fact f
        WHERE f.customer = a.customer AND f.day = a.day AND f.id = a.fact AND f.kind = 8)
      ORDER BY a.fact
      """
    ) { Problem.orphanAnswers($0.int64(0), $0.int64(1)) }
    return steps + links + answers
  }

  private func orphanBirthdays() throws -> [Problem] {
    try connection.rows(
      """
      SELECT f.id, f.customer FROM fact f
      WHERE f.kind = 11 AND f.voided_by IS NULL AND f.reference IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM relative r
          WHERE r.customer = f.customer AND r.number = f.reference AND r.voided_by IS NULL)
      """
    ) { Problem.orphanBirthday($0.int64(0), $0.int64(1)) }
  }

  /// A fact is found only through its customer, so the numbers are compared as one sorted list.
  private func orphanNotes() throws -> [Problem] {
    try connection.rows(
      "SELECT fact FROM (SELECT fact FROM note UNION SELECT fact FROM detail) WHERE fact NOT IN (SELECT id FROM fact) ORDER BY fact"
    ) { .orphanNote($0.int64(0)) }
  }

  private func cacheProblems() throws -> [Problem] {
    var problems: [Problem] = []
    try forEachHistory(in: .office) { history in
      guard let cached = try customer(history.customer) else { return }
      let state = CustomerState(history.facts)
      if cached.owner != state.owner { problems.append(.cache(cached.id, .owner)) }
      if cached.isLive == state.isLost { problems.append(.cache(cached.id, .live)) }
    }
    problems += try connection.rows(
      """
      SELECT c.id FROM customer c WHERE c.voided_by IS NULL AND c.name IS NOT coalesce((
        SELECT p.value FROM profile p WHERE p.customer = c.id AND p.field = 1
        AND p.voided_by IS NULL ORDER BY p.day DESC, p.op DESC LIMIT 1), c.name) ORDER BY c.id
      """
    ) { .cache($0.int64(0), .name) }
    problems += try connection.rows(
      """
      SELECT c.id FROM customer c WHERE c.voided_by IS NULL AND c.since_day <> min(c.entered_day,
        coalesce((SELECT min(m.since_day) FROM customer m WHERE m.merged_into = c.id),
          c.entered_day)) ORDER BY c.id
      """
    ) { .cache($0.int64(0), .since) }
    return try problems
      + connection.rows(
        """
        SELECT id FROM customer WHERE live = 1 AND (voided_by IS NOT NULL OR merged_into IS NOT NULL)
        ORDER BY id
        """
      ) { .cache($0.int64(0), .live) }
      + connection.rows(
        """
        SELECT h.customer FROM holder h WHERE h.voided_by IS NULL AND h.staff IS NOT (
          SELECT f.reference FROM fact f WHERE f.customer = h.customer AND f.kind = 7
            AND f.day <= h.until_day AND f.voided_by IS NULL ORDER BY f.day DESC, f.id DESC LIMIT 1)
        ORDER BY h.customer
        """
      ) { .cache($0.int64(0), .owner) }
  }
}

extension Vocabulary {
  /// The words that `other` does not have.
  fileprivate func names(beside other: Vocabulary) -> [String] {
    events.elements.filter { !other.events.contains($0) }.map { $0.word(in: self).name }
      + tags.elements.filter { !other.tags.contains($0) }.map { $0.word(in: self).name }
  }
}

extension Connection {
  /// What SQLite finds wrong with the file's structure. A disk that fails is told by a line like the
  /// others, but is no damage: that is thrown.
  func damage() throws -> [String] {
    let found = try rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    for line in found {
      let digits = line.split(separator: "error code=").dropFirst().first?.prefix { $0.isNumber }
      let code = digits.flatMap { Int32($0) } ?? (line.contains("failed to get page") ? 10 : 0)
      if code & 0xFF == 10 { throw StoreError.io(code: code, errno: EIO) }
    }
    return found
  }
}
