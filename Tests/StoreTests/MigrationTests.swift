import Core
import Glibc
import PolicyFiles
import SQLite
import Store
import Testing

/// Databases that the programs of older schemas wrote, kept in Tests/Fixtures; schema-3/own.db is the
/// one of schema 2 after the step to the next.
@Suite struct Migrations {
  static let kept = ["qnc", "composition", "merged"]

  /// A copy of a kept database in a folder of its own.
  private func old(_ name: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/office.db"
    try copy(fixture("schema-1/\(name).db"), to: path)
    return path
  }

  private func fixture(_ name: String) -> String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
      .joined(separator: "/") + "/Fixtures/" + name
  }

  private func copy(_ from: String, to path: String) throws {
    try write(bytes(of: from), to: path)
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    try #require(file >= 0)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    return Array(bytes.prefix(max(0, count)))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }

  @Test(arguments: kept) func aReaderSaysWhatItSeesAndChangesNothing(name: String) throws {
    let folder = try TemporaryFolder()
    let path = try old(name, in: folder)
    let before = try bytes(of: path)
    #expect(throws: StoreError.olderSchema(path: path, version: 1)) {
      _ = try Store.open(at: path, readOnly: true)
    }
    #expect(try bytes(of: path) == before)
    #expect(TemporaryFolder.names(in: folder.path) == ["office.db"])
  }

  @Test(arguments: kept) func aWriterBringsItUpAndKeepsWhatItWas(name: String) throws {
    let folder = try TemporaryFolder()
    let path = try old(name, in: folder)
    let store = try Store.open(at: path)
    let backup = path + ".schema-1.bak"
    let migrated = try #require(store.migrated)
    #expect(migrated.from == 1 && migrated.to == Store.schemaVersion)
    #expect(migrated.backup == backup)
    #expect(try store.doctor() == [])
    #expect(try Store.open(at: path, readOnly: true).migrated == nil)
    var status = stat()
    #expect(stat(backup, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(
      try contents(backup, "SELECT customer, day, id, what, staff FROM fact")
        == contents(
          fixture("schema-1/\(name).db"), "SELECT customer, day, id, what, staff FROM fact"))
    let names = TemporaryFolder.names(in: folder.path)
    #expect(names == ["office.db", "office.db-journal", "office.db.schema-1.bak"])
  }

  private func contents(_ path: String, _ query: StaticString) throws -> [[Int64]] {
    try Connection(path: path, .readOnly).rows(query) { row in (0..<5).map { row.int64($0) } }
  }

  /// What the old file's own view of a fact said, against the new one's, which tells more of a birthday
  /// and of the day that a step promised.
  @Test(arguments: kept) func everyFactSaysTheSame(name: String) throws {
    let folder = try TemporaryFolder()
    let path = try old(name, in: folder)
    let query: StaticString = """
      SELECT customer, fact, day, time, kind, value, channel, outcome,
        CASE WHEN kind <> '事项' THEN until END, staff, note, promise, op, voided_by
      FROM v_fact WHERE kind <> '生日' ORDER BY fact
      """
    func facts() throws -> [[String?]] {
      try Connection(path: path, .readOnly).rows(query) { row in
        (0..<14).map { row.optionalText($0) }
      }
    }
    let before = try facts()
    _ = try Store.open(at: path)
    #expect(before.count > 30)
    #expect(try facts() == before)
  }

  /// Each differs from the next by a table or two.
  @Test(arguments: [
    (2, "merged", 1, FactTexts(note: "看三室", promise: "送户型图")),
    (3, "own", 2, FactTexts(note: "近况")), (4, "staff", 1, FactTexts(note: "看中三室", promise: "送方案")),
    (5, "moved", 1, FactTexts(note: "想看样板房", promise: "送楼书")),
  ])
  func laterSchemasComeUpToo(
    version: Int, name: String, customer: CustomerID, texts: FactTexts
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/office.db"
    try copy(fixture("schema-\(version)/\(name).db"), to: path)
    let query: StaticString = """
      SELECT customer, fact, day, time, kind, value, channel, outcome, until, staff, note, promise,
        op, voided_by FROM v_fact ORDER BY fact
      """
    func facts() throws -> [[String?]] {
      try Connection(path: path, .readOnly).rows(query) { row in
        (0..<14).map { row.optionalText($0) }
      }
    }
    let before = try facts()
    let store = try Store.open(at: path)
    let backup = "\(path).schema-\(version).bak"
    #expect(store.migrated == Migrated(from: version, to: Store.schemaVersion, backup: backup))
    #expect(before.count > 4)
    #expect(try facts() == before)
    #expect(try store.doctor() == [])
    let new = try Office()
    #expect(try Migrations.schema(path) == Migrations.schema(new.path))
    #expect(try store.records(of: customer).contains { $0.texts == texts })
  }

  @Test func theCopyLiesInTheFolderThatIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/office.db"
    try copy(fixture("schema-4/staff.db"), to: path)
    mkdir(folder.path + "/copies", 0o700)
    let store = try Store.open(
      at: path, policies: PolicyForm.coding, backups: folder.path + "/copies")
    #expect(store.migrated?.backup == folder.path + "/copies/office.db.schema-4.bak")
    #expect(TemporaryFolder.names(in: folder.path).contains("office.db.schema-4.bak") == false)
  }

  @Test func birthdaysAndProfilesComeAlong() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: try old("merged", in: folder))
    let profile = try #require(try store.profile(of: 1))
    let lunar = try Birthday(isLunar: true, year: 1987, month: 6, isLeapMonth: true, day: 3)
    #expect(profile.birthday == lunar)
    #expect(profile.layout == "三室")
    #expect(profile.note == "同一人")
    #expect(profile.phones == ["13700000001", "13700000002"])
    #expect(try store.customer(phone: "01088886666") == 3)
    #expect(try store.customers(matching: "6666").map(\.id) == [3])
    let births = try #require(try store.history(of: 1)).facts.compactMap { fact in
      if case .birthday(let birth) = fact.body { birth } else { nil as BirthdayFact? }
    }
    let child = try Birthday(isLunar: false, year: 2015, month: 3, day: 1)
    #expect(Set(births) == [BirthdayFact(of: 0, lunar), BirthdayFact(of: 1, child)])
  }

  @Test func whatItsPoliciesDeclaredKeepsItsNumbers() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: try old("merged", in: folder))
    let words = try store.vocabulary()
    #expect(EventKind("装修进场", in: words)?.rawValue == 63)
    #expect(EventKind("认筹", in: words)?.rawValue == 62)
    #expect(Tag("团购", in: words)?.rawValue == 63)
    #expect(try store.reigns().contains { $0.policy.vocabulary == words })
  }

  /// Column by column, index by index: a migrated file cannot be told from a new one.
  @Test func theSchemaIsThatOfANewFile() throws {
    let folder = try TemporaryFolder()
    let path = try old("qnc", in: folder)
    _ = try Store.open(at: path)
    let new = try Office()
    #expect(try Migrations.schema(path) == Migrations.schema(new.path))
  }

  /// Name and text of everything in it, the text without comments, quotes and spaces.
  private static func schema(_ path: String) throws -> [String: String] {
    let rows = try Connection(path: path, .readOnly).rows(
      "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    ) { ($0.text(0), $0.text(1)) }
    let plain = rows.map { name, sql in
      let lines = sql.split(separator: "\n").map { line -> Substring in
        var rest = line[...]
        while let dash = rest.firstIndex(of: "-") {
          if rest[dash...].hasPrefix("--") { return line[..<dash] }
          rest = rest[rest.index(after: dash)...]
        }
        return line
      }
      return (name, lines.joined().filter { !$0.isWhitespace && $0 != "\"" })
    }
    return Dictionary(uniqueKeysWithValues: plain)
  }

  @Test func aFileThatLiesThereIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    let path = try old("qnc", in: folder)
    let taken = path + ".schema-1.bak"
    try write([1, 2, 3], to: taken)
    let store = try Store.open(at: path)
    #expect(store.migrated?.backup == path + ".schema-1.2.bak")
    #expect(try bytes(of: taken) == [1, 2, 3])
  }

  /// A process that was killed after it had made the backup left it; the next one takes it.
  @Test func theSameBackupIsNotMadeTwice() throws {
    let folder = try TemporaryFolder()
    let path = try old("qnc", in: folder)
    _ = try Store.open(at: path)
    try copy(fixture("schema-1/qnc.db"), to: path)
    #expect(try Store.open(at: path).migrated?.backup == path + ".schema-1.bak")
    let names = TemporaryFolder.names(in: folder.path)
    #expect(names == ["office.db", "office.db-journal", "office.db.schema-1.bak"])
  }

  @Test func damageStopsItAndNothingIsChanged() throws {
    let folder = try TemporaryFolder()
    let path = try old("qnc", in: folder)
    try Connection(path: path, .readWrite).execute(
      "PRAGMA ignore_check_constraints = 1; UPDATE fact SET what = what | 2047 << 18 WHERE id = 9")
    let before = try contents(path, "SELECT customer, day, id, what, staff FROM fact")
    #expect(throws: StoreError.self) { _ = try Store.open(at: path) }
    #expect(try contents(path, "SELECT customer, day, id, what, staff FROM fact") == before)
    let version = try Connection(path: path, .readOnly).first("PRAGMA user_version") { $0.int(0) }
    #expect(version == 1)
  }
}
