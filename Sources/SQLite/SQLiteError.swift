private import CSQLite
private import Glibc

/// What SQLite refused, without any value that was bound: no customer data reaches a message.
package struct SQLiteError: Error, Hashable, Sendable {
  /// Primary result code, such as `SQLITE_BUSY`.
  package let code: Int32
  /// Extended result code, such as `SQLITE_CONSTRAINT_UNIQUE`.
  package let extendedCode: Int32
  package let message: String
  /// The statement with its placeholders, or empty.
  package let sql: String
  /// `errno` of the system call that failed, or 0.
  package let systemError: Int32

  package init(
    extendedCode: Int32, message: String, sql: String = "", systemError: Int32 = 0
  ) {
    self.code = extendedCode & 0xff
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.systemError = systemError
  }

  /// The newest error of that connection.
  init(on handle: OpaquePointer?, sql: String = "") {
    // SQLite calls a page malformed that the disk could not read (SQLITE_IOERR_CORRUPTFS). Only the
    // thread's own number still tells the two apart.
    let last = errno
    let code = sqlite3_extended_errcode(handle)
    let isUnread = code & 0xff == SQLITE_CORRUPT && last == EIO
    self.init(
      extendedCode: isUnread ? SQLITE_IOERR | 33 << 8 : code,
      message: isUnread ? "disk I/O error" : String(cString: sqlite3_errmsg(handle)), sql: sql,
      systemError: isUnread ? EIO : sqlite3_system_errno(handle))
  }
}

extension SQLiteError {
  /// The result codes that callers tell apart.
  package enum Kind: Hashable, Sendable {
    case busy, full, denied, moved, cannotOpen, notADatabase, corrupt, constraint, unique
    case readOnlyRollback, io, tooBig
    /// The SQL does not fit the file's tables.
    case mismatch
    case other
  }

  package var kind: Kind {
    switch extendedCode {
    case SQLITE_CONSTRAINT | 8 << 8, SQLITE_CONSTRAINT | 6 << 8: return .unique
    case SQLITE_READONLY | 3 << 8: return .readOnlyRollback
    case SQLITE_READONLY | 4 << 8: return .moved
    default: break
    }
    return switch code {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: .denied
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_IOERR: .io
    case SQLITE_TOOBIG: .tooBig
    case SQLITE_ERROR: .mismatch
    default: .other
    }
  }
}
