import Core
import Glibc
import SQLite
import Store
import Testing

private func mode(_ path: String) -> UInt16 {
  var status = stat()
  guard stat(path, &status) == 0 else { return 0 }
  return UInt16(truncatingIfNeeded: status.st_mode & 0o7777)
}

private func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) {
  let file = open(path, O_CREAT | O_TRUNC | O_WRONLY, mode)
  _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  close(file)
}

private func copy(_ from: String, to path: String) throws {
  let file = open(from, O_RDONLY)
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 24)
  let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
  write(Array(bytes.prefix(max(0, count))), to: path)
}

private func founding() throws -> Operation {
  Operation(command: "init", user: User("root"), recorded: try moment("2026-11-01"))
}

@Suite struct Files {
  @Test func aNewDatabaseIsPrivate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b/office.db"
    _ = try Store.create(at: path, founding()) { try $0.setOffice(.name, "翠湖") }
    #expect(mode(path) == 0o600)
    #expect(mode(folder.path + "/a") == 0o700)
    #expect(mode(folder.path + "/a/b") == 0o700)
    #expect(TemporaryFolder.names(in: folder.path + "/a/b") == ["office.db"])
    #expect(throws: StoreError.exists(path: path)) {
      _ = try Store.create(at: path, founding()) { _ in }
    }
  }

  @Test func aFileThatIsMovedAwayIsNoMatterOfRights() throws {
    let office = try Office()
    #expect(rename(office.path, office.path + ".moved") == 0)
    #expect(throws: StoreError.io(code: 8 | 4 << 8, errno: ENOENT)) {
      _ = try office.store.write(
        Operation(command: "x", user: User("x"), recorded: try moment("2026-11-05"))
      ) { _ in }
    }
  }

  @Test func aFileWithOtherTablesIsDamaged() throws {
    let office = try Office()
    let damaged = office.folder.path + "/damaged.db"
    try copy(office.path, to: damaged)
    let connection = try Connection(path: damaged, .readWrite)
    try connection.execute("ALTER TABLE op RENAME COLUMN staff TO stafM")
    let store = try Store.open(at: damaged)
    #expect(throws: StoreError.corrupt(detail: "table op has no column named staff")) {
      _ = try store.write(
        Operation(command: "x", user: User("x"), recorded: try moment("2026-11-05"))
      ) { _ in }
    }
  }

  /// Found by fuzzing: the counter of facts stands below the facts there are.
  @Test func aNumberThatIsTakenIsDamage() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    try Connection(path: office.path, .readWrite).execute("UPDATE op SET facts = 0")
    let taken = StoreError.corrupt(
      detail: "UNIQUE constraint failed: fact.customer, fact.day, fact.id")
    let history = try office.store.history(of: customer, asOf: Moment(.last))
    let first = try #require(history?.facts.first)
    #expect(throws: taken) {
      try office.write { tx in try tx.append(to: customer, on: first.day, .event(.visit)) }
    }
    #expect(try !office.store.doctor().isEmpty)
  }

  @Test func whatFailsLeavesNothing() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/office.db"
    #expect(throws: Stop.self) { _ = try Store.create(at: path, founding()) { _ in throw Stop() } }
    #expect(TemporaryFolder.names(in: folder.path) == [])
    #expect(throws: StoreError.cannotCreate(path: path, errno: ENOENT)) {
      _ = try Store.create(at: path, makingFolders: false, founding()) { _ in }
    }
    let file = folder.path + "/file"
    write([1], to: file)
    #expect(throws: StoreError.cannotCreate(path: file + "/x.db", errno: ENOTDIR)) {
      _ = try Store.create(at: file + "/x.db", founding()) { _ in }
    }
  }

  @Test func whatIsNoDatabaseIsRefused() throws {
    let folder = try TemporaryFolder()
    let at = { (name: String) in folder.path + "/" + name }
    write([], to: at("empty"))
    write(Array("hello, this is text".utf8), to: at("text"))
    write(Array("SQLite format 3\0".utf8), to: at("head"))
    mkfifo(at("pipe"), 0o600)
    write([], to: at("foreign"))
    try Connection(path: at("foreign"), .readWrite).execute("CREATE TABLE t (x)")
    let cases: [(String, StoreError)] = [
      ("missing", .notFound(path: at("missing"))),
      ("text/x", .notFound(path: at("text/x"))),
      ("empty", .truncated(path: at("empty"))),
      ("head", .truncated(path: at("head"))),
      ("text", .notADatabase(path: at("text"), .otherFormat)),
      ("", .notADatabase(path: at(""), .directory)),
      ("pipe", .notADatabase(path: at("pipe"), .notAFile)),
      ("foreign", .notADatabase(path: at("foreign"), .otherProgram)),
    ]
    for (name, error) in cases {
      for readOnly in [true, false] {
        #expect(throws: error, "\(name)") { _ = try Store.open(at: at(name), readOnly: readOnly) }
      }
    }
  }

  @Test func anOpenFileIsRefused() throws {
    let office = try Office()
    chmod(office.path, 0o644)
    #expect(throws: StoreError.worldAccessible(path: office.path, mode: 0o644)) {
      _ = try Store.open(at: office.path)
    }
    chmod(office.path, 0o640)
    _ = try Store.open(at: office.path)
  }

  @Test("Nobody is told to change the mode of a file that is no database")
  func anOpenFileOfAnotherFormat() throws {
    let office = try Office()
    let path = office.path + ".txt"
    write(Array("root:x:0:0".utf8), to: path)
    chmod(path, 0o644)
    #expect(throws: StoreError.notADatabase(path: path, .otherFormat)) {
      _ = try Store.open(at: path)
    }
  }

  @Test func aNewerSchemaIsRefusedUnchanged() throws {
    let office = try Office()
    try Connection(path: office.path, .readWrite).execute("PRAGMA user_version = 7")
    let error = StoreError.newerSchema(path: office.path, version: 7)
    #expect(throws: error) { _ = try Store.open(at: office.path) }
    #expect(throws: error) { _ = try Store.open(at: office.path, readOnly: true) }
  }

  @Test func aTruncatedFileIsRefused() throws {
    let office = try Office()
    _ = try office.add("王芳")
    truncate(office.path, 8192)
    #expect(throws: StoreError.truncated(path: office.path)) {
      _ = try Store.open(at: office.path)
    }
  }

  @Test func aReaderCannotWrite() throws {
    let office = try Office()
    let reader = try Store.open(at: office.path, readOnly: true)
    #expect(try reader.office(.name) == "翠湖")
    #expect(throws: StoreError.denied(path: office.path)) {
      _ = try reader.write(founding()) { try $0.setOffice(.name, "x") }
    }
  }

  @Test(arguments: [true, false])
  func whatAWriterLeftHalfDoneIsRolledBack(readOnly: Bool) throws {
    struct Stop: Error {}
    let office = try Office()
    let customer = try office.add("王芳")
    let crashed = office.folder.path + "/crashed.db"
    #expect(throws: Stop.self) {
      try office.write { tx in
        // More than the page cache holds, so that the file is written before the commit.
        for _ in 0..<60_000 {
          try tx.append(
            to: customer, on: day("2026-11-03"), .averse(true),
            note: "一二三四五六七八九十一二三四五六七八九十")
        }
        try copy(office.path, to: crashed)
        try copy(office.path + "-journal", to: crashed + "-journal")
        throw Stop()
      }
    }
    var journal = stat()
    #expect(stat(crashed + "-journal", &journal) == 0 && journal.st_size > 4096)
    let store = try Store.open(at: crashed, readOnly: readOnly)
    #expect(try store.counts() == office.store.counts())
    #expect(try store.doctor() == [])
    if readOnly {
      #expect(throws: StoreError.denied(path: crashed)) {
        _ = try store.write(founding()) { _ in }
      }
    }
  }

  @Test func aLockThatIsHeldIsBusy() throws {
    let office = try Office()
    let holder = try Connection(path: office.path, .readWrite)
    try holder.execute("BEGIN EXCLUSIVE")
    let waiting = try Connection(path: office.path, .readWrite, patience: 50)
    let error = #expect(throws: SQLiteError.self) { try waiting.execute("BEGIN IMMEDIATE") }
    #expect(error?.kind == .busy)
    try holder.execute("ROLLBACK")
    try waiting.execute("BEGIN IMMEDIATE; ROLLBACK")
  }

  @Test func twoWritersLoseNothing() async throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let (path, day) = (office.path, try day("2026-11-03"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...3 {
        group.addTask {
          let store = try Store.open(at: path)
          for number in 1...40 {
            let operation = Operation(
              command: "log", user: User("u\(writer)"), token: "\(writer)-\(number)",
              recorded: Moment(day))
            _ = try store.write(operation) {
              try $0.append(to: customer, on: day, .averse(true))
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try office.bodies(of: customer).count == 121)
    #expect(try office.store.counts().ops == 123)
    #expect(try office.store.doctor() == [])
  }
}
