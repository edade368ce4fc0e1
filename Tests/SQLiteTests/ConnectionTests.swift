import Glibc
import SQLite
import Testing

/// An empty database file that goes away with its owner.
private final class Database {
  let path: String

  init() throws {
    var template = Array("/tmp/revisit-sqlite-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    close(file)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink(path)
    unlink(path + "-journal")
  }

  func connection(_ mode: Connection.Mode = .readWrite) throws -> Connection {
    try Connection(path: path, mode, patience: 50)
  }
}

@Suite struct Connections {
  @Test func valuesComeBackAsTheyWereBound() throws {
    let connection = try Connection(path: ":memory:", .readWrite)
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v ANY) STRICT")
    let texts = ["", "王芳", "𠮷\0x", "it's; DROP TABLE t", String(repeating: "字", count: 5_000)]
    for text in texts { try connection.run("INSERT INTO t (v) VALUES (?)", .text(text)) }
    #expect(try connection.rows("SELECT v FROM t ORDER BY id") { $0.text(0) } == texts)
    try connection.execute("DELETE FROM t")
    let numbers: [Int64] = [.min, -1, 0, 1, .max]
    for number in numbers { try connection.run("INSERT INTO t (v) VALUES (?)", .integer(number)) }
    #expect(try connection.rows("SELECT v FROM t ORDER BY id") { $0.int64(0) } == numbers)
    try connection.execute("DELETE FROM t")
    try connection.run("INSERT INTO t (v) VALUES (?), (?), (?)", .null, .blob([]), .blob([0, 255]))
    let isNull = try connection.rows("SELECT v FROM t ORDER BY id") { $0.isNull(0) }
    #expect(isNull == [true, false, false])
    #expect(
      try connection.rows("SELECT v FROM t ORDER BY id") { $0.bytes(0) } == [[], [], [0, 255]])
    #expect(try connection.first("SELECT v FROM t") { $0.optionalInt(0) } == .some(nil))
    #expect(try connection.first("SELECT v FROM t WHERE id > 9") { $0.int(0) } == nil)
  }

  @Test func anErrorNamesTheStatementAndNoValue() throws {
    let connection = try Connection(path: ":memory:", .readWrite)
    try connection.execute("CREATE TABLE t (phone TEXT UNIQUE)")
    try connection.run("INSERT INTO t VALUES (?)", .text("13800000001"))
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (?)", .text("13800000001"))
    }
    #expect(error?.kind == .unique)
    #expect(error?.code == 19)
    #expect(error?.extendedCode == 2067)
    #expect(error?.sql == "INSERT INTO t VALUES (?)")
    #expect(error?.message == "UNIQUE constraint failed: t.phone")
    try connection.run("INSERT INTO t VALUES (?)", .text("13800000002"))
    let wrong = #expect(throws: SQLiteError.self) { try connection.run("SELEC 1") }
    #expect(wrong?.kind == .mismatch)
    #expect(wrong?.message == #"near "SELEC": syntax error"#)
  }

  @Test func aLiteralThatIsBeingSteppedGivesAnotherStatement() throws {
    let connection = try Connection(path: ":memory:", .readWrite)
    try connection.execute("CREATE TABLE t (v); INSERT INTO t VALUES (1), (2), (3)")
    func values() throws -> [Int] { try connection.rows("SELECT v FROM t") { $0.int(0) } }
    var inner: [[Int]] = []
    let outer = try connection.rows("SELECT v FROM t") { row in
      if inner.count < 2 { inner.append(try values()) }
      return row.int(0)
    }
    #expect(outer == [1, 2, 3])
    #expect(inner == [[1, 2, 3], [1, 2, 3]])
  }

  @Test func whatThrowsIsRolledBack() throws {
    struct Stop: Error {}
    let connection = try Connection(path: ":memory:", .readWrite)
    try connection.execute("CREATE TABLE t (v)")
    #expect(throws: Stop.self) {
      try connection.immediate {
        try connection.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    try connection.immediate { try connection.run("INSERT INTO t VALUES (2)") }
    #expect(try connection.rows("SELECT v FROM t") { $0.int(0) } == [2])
  }

  @Test func aSnapshotDoesNotMove() throws {
    let database = try Database()
    defer { withExtendedLifetime(database) {} }
    let (reader, writer) = (try database.connection(.readOnly), try database.connection())
    try writer.execute("CREATE TABLE t (v)")
    func count() throws -> Int? { try reader.first("SELECT count(*) FROM t") { $0.int(0) } }
    try reader.execute("BEGIN")
    let before = try count()
    let error = #expect(throws: SQLiteError.self) { try writer.run("INSERT INTO t VALUES (1)") }
    #expect(error?.kind == .busy)
    #expect(try [before, count()] == [0, 0])
    try reader.execute("COMMIT")
    try writer.run("INSERT INTO t VALUES (1)")
    #expect(try count() == 1)
  }

  @Test func aReaderIsDenied() throws {
    let database = try Database()
    try database.connection().execute("CREATE TABLE t (v)")
    let reader = try database.connection(.readOnly)
    let error = #expect(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (1)") }
    #expect(error?.kind == .denied)
  }

  @Test func aMissingFileIsNotMade() throws {
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: "/tmp/revisit-no-such-folder/x.db", .readWrite)
    }
    #expect(error?.kind == .cannotOpen)
  }

  @Test func theSchemaCannotBeEdited() throws {
    let connection = try Connection(path: ":memory:", .readWrite)
    try connection.execute("CREATE TABLE t (v); PRAGMA writable_schema = ON")
    #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM sqlite_schema") }
  }
}
