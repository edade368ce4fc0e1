private import CSQLite

/// A prepared statement, finalised with its last owner.
///
/// SQL is a literal, or put together from literals, such as names of columns, and numbers of
/// operations: no text that anybody typed can ever be pasted into it.
package final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private let sql: String

  convenience init(
    _ sql: StaticString, on connection: OpaquePointer, persistent: Bool
  ) throws(SQLiteError) {
    try self.init(text: "\(sql)", on: connection, persistent: persistent)
  }

  init(
    text sql: String, on connection: OpaquePointer, persistent: Bool = false
  ) throws(SQLiteError) {
    var made: OpaquePointer?
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(connection, sql, Int32(sql.utf8.count), flags, &made, nil)
    guard code == SQLITE_OK, let made else { throw SQLiteError(on: connection, sql: sql) }
    handle = made
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  /// The next row, valid until the next step, or nil at the end.
  package func step() throws(SQLiteError) -> Row? {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return Row(handle)
    case SQLITE_DONE: return nil
    default: throw failure()
    }
  }

  /// Steps to the end and resets.
  package func run() throws(SQLiteError) {
    while try step() != nil {}
    sqlite3_reset(handle)
  }

  /// Ends stepping, so that no lock is held. Bindings stay.
  package func reset() { sqlite3_reset(handle) }

  /// The error, read before the reset that a failed statement needs before it is used again.
  private func failure() -> SQLiteError {
    let error = SQLiteError(on: connection, sql: "\(sql)")
    sqlite3_reset(handle)
    return error
  }
}

// MARK: - Binding

/// A value for a placeholder.
package enum Value: Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  package static func int(_ value: (some BinaryInteger)?) -> Value {
    value.map { .integer(Int64($0)) } ?? .null
  }

  package static func string(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
}

extension Statement {
  /// Binds the placeholders from the first on.
  package func bind(_ values: [Value]) throws(SQLiteError) {
    for (index, value) in zip(1..., values) {
      switch value {
      case .null: try bindNull(index)
      case .integer(let number): try bind(index, number)
      case .text(let text): try bind(index, text)
      case .blob(let bytes): try bind(index, bytes)
      }
    }
  }

  /// Binds the `index`-th placeholder (from 1).
  package func bind(_ index: Int, _ number: Int64?) throws(SQLiteError) {
    guard let number else { return try bindNull(index) }
    try check(sqlite3_bind_int64(handle, Int32(index), number))
  }

  package func bind(_ index: Int, _ text: String) throws(SQLiteError) {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        csqlite_bind_text(handle, Int32(index), chars.baseAddress, Int32(clamping: chars.count))
      }
    }
    try check(code)
  }

  /// Binds UTF-8 as a text.
  package func bind(_ index: Int, text bytes: [UInt8]) throws(SQLiteError) {
    let code = bytes.withUnsafeBytes { bytes in
      csqlite_bind_text(
        handle, Int32(index), bytes.bindMemory(to: CChar.self).baseAddress,
        Int32(clamping: bytes.count))
    }
    try check(code)
  }

  package func bind(_ index: Int, _ bytes: [UInt8]) throws(SQLiteError) {
    let code = bytes.withUnsafeBytes {
      csqlite_bind_blob(handle, Int32(index), $0.baseAddress, Int32(clamping: $0.count))
    }
    try check(code)
  }

  package func bindNull(_ index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(index)))
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw failure() }
  }
}

// MARK: - Row

/// The current row of a statement; columns count from 0. Valid until the statement's next step.
package struct Row {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// 0 where the column is null.
  package func int64(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// 0 where the column is null.
  package func int(_ column: Int) -> Int { Int(int64(column)) }

  package func optionalInt64(_ column: Int) -> Int64? {
    let value = int64(column)
    return value == 0 && isNull(column) ? nil : value
  }

  package func optionalInt(_ column: Int) -> Int? { optionalInt64(column).map { Int($0) } }

  /// Empty where the column is null.
  package func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  package func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
