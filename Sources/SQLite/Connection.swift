private import CSQLite
private import Glibc

/// One connection to one database file. Not shared between threads.
package final class Connection {
  /// Of the library that the program runs with: `3.40.1`.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  package enum Mode: Sendable { case readOnly, readWrite }

  private let handle: OpaquePointer
  private let busyWait: BusyWait
  /// Prepared statements by the address of their literal: finding one costs no hashing of text.
  private var prepared: [(literal: UnsafePointer<UInt8>, statement: Statement)] = []
  private var preparedTexts: [String: Statement] = [:]

  /// Opens an existing file. Whether it is a database shows at the first statement.
  ///
  /// - Parameter patience: milliseconds that a statement waits for another's lock.
  package init(
    path: String, _ mode: Mode, patience: Int = 10_000
  ) throws(SQLiteError) {
    csqlite_keep_no_statistics()
    var opened: OpaquePointer?
    let flags = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let code = sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw opened == nil
        ? SQLiteError(extendedCode: SQLITE_NOMEM, message: "out of memory")
        : SQLiteError(on: opened)
    }
    handle = opened
    busyWait = BusyWait(milliseconds: patience)
    busyWait.attach(to: opened)
    guard csqlite_be_defensive(opened) == SQLITE_OK else { throw SQLiteError(on: opened) }
    // SQLite falls back to reading. A file that may be written failed for another reason.
    if mode == .readWrite, isReadOnly, access(path, W_OK) == 0 {
      throw SQLiteError(extendedCode: SQLITE_IOERR, message: "disk I/O error", systemError: EIO)
    }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs a script of statements that return nothing of interest.
  package func execute(_ script: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(on: handle, sql: script.utf8.count > 200 ? "" : script)
    }
  }

  /// A new statement, owned by the caller.
  package func prepare(_ sql: StaticString) throws(SQLiteError) -> Statement {
    try Statement(sql, on: handle, persistent: false)
  }

  /// As `prepare`, for a text put together from literals (`Statement`).
  package func prepare(text: String) throws(SQLiteError) -> Statement {
    try Statement(text: text, on: handle)
  }

  /// The statement of that literal, prepared once and reset. While it is being stepped, the same
  /// literal gives another one.
  package func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
    if let known = prepared.first(where: { $0.literal == sql.utf8Start })?.statement {
      if known.isBusy { return try prepare(sql) }
      known.reset()
      return known
    }
    let new = try Statement(sql, on: handle, persistent: true)
    prepared.append((sql.utf8Start, new))
    return new
  }

  /// As `statement`, for a text put together from literals (`Statement`).
  package func statement(text: String) throws(SQLiteError) -> Statement {
    if let known = preparedTexts[text] {
      if known.isBusy { return try prepare(text: text) }
      known.reset()
      return known
    }
    let new = try Statement(text: text, on: handle, persistent: true)
    preparedTexts[text] = new
    return new
  }

  /// Copies the database, as this connection sees it, into an empty file that exists.
  package func copy(to path: String) throws(SQLiteError) {
    let target = try Connection(path: path, .readWrite)
    try target.execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw SQLiteError(on: target.handle)
    }
    sqlite3_backup_step(backup, -1)
    guard sqlite3_backup_finish(backup) == SQLITE_OK else { throw SQLiteError(on: target.handle) }
    try target.execute("PRAGMA journal_mode = DELETE")
  }

  /// Rows that the last INSERT, UPDATE or DELETE changed.
  package var changes: Int { Int(sqlite3_changes(handle)) }

  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Whether the file could be opened for reading only, whatever was asked for.
  private var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Whether the open file no longer stands under its name.
  package var hasMoved: Bool {
    var moved: Int32 = 0
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
      && moved != 0
  }
}

extension Connection {
  /// Runs a statement to its end.
  package func run(_ sql: StaticString, _ values: Value...) throws(SQLiteError) {
    try run(sql, values)
  }

  package func run(_ sql: StaticString, _ values: [Value]) throws(SQLiteError) {
    let statement = try statement(sql)
    try statement.bind(values)
    try statement.run()
  }

  package func run(text: String, _ values: [Value]) throws(SQLiteError) {
    let statement = try statement(text: text)
    try statement.bind(values)
    try statement.run()
  }

  /// What `read` makes of every row.
  package func rows<T>(
    _ sql: StaticString, _ values: Value..., read: (Row) throws -> T
  ) throws -> [T] {
    try Connection.rows(try statement(sql), values, read)
  }

  package func rows<T>(
    text: String, _ values: Value..., read: (Row) throws -> T
  ) throws -> [T] {
    try Connection.rows(try statement(text: text), values, read)
  }

  private static func rows<T>(
    _ statement: Statement, _ values: [Value], _ read: (Row) throws -> T
  ) throws -> [T] {
    defer { statement.reset() }
    try statement.bind(values)
    var result: [T] = []
    while let row = try statement.step() { result.append(try read(row)) }
    return result
  }

  /// What `read` makes of the first row, or nil if there is none.
  package func first<T>(
    _ sql: StaticString, _ values: Value..., read: (Row) throws -> T
  ) throws -> T? {
    try first(sql, values, read: read)
  }

  package func first<T>(
    _ sql: StaticString, _ values: [Value], read: (Row) throws -> T
  ) throws -> T? {
    try Connection.first(try statement(sql), values, read)
  }

  package func first<T>(
    text: String, _ values: Value..., read: (Row) throws -> T
  ) throws -> T? {
    try Connection.first(try statement(text: text), values, read)
  }

  private static func first<T>(
    _ statement: Statement, _ values: [Value], _ read: (Row) throws -> T
  ) throws -> T? {
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step().map(read)
  }

  /// Runs `body` in a write transaction, committed at its end. Where `body` or the commit throws,
  /// nothing of it remains.
  package func immediate<T>(_ body: () throws -> T) throws -> T {
    try transaction("BEGIN IMMEDIATE", body)
  }

  private func transaction<T>(_ begin: String, _ body: () throws -> T) throws -> T {
    try execute(begin)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite has rolled back by itself after some errors; a second ROLLBACK would only fail.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }
}
