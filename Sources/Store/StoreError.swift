package import Core
private import Glibc
import SQLite

/// Why the store refuses. Facts only: the words are made elsewhere.
package enum StoreError: Error, Hashable, Sendable {
  // The file.
  case notFound(path: String)
  case exists(path: String)
  /// A new file or its folder cannot be made; `errno` says why.
  case cannotCreate(path: String, errno: Int32)
  case notADatabase(path: String, NotADatabase)
  /// Written by a newer program.
  case newerSchema(path: String, version: Int)
  /// Written by an older program, and whoever only reads does not change it.
  case olderSchema(path: String, version: Int)
  /// The file is shorter than its header says, or empty.
  case truncated(path: String)
  case corrupt(detail: String)
  /// Anybody may read or write the file; `mode` as in `chmod`.
  case worldAccessible(path: String, mode: UInt16)
  case denied(path: String)
  /// Another process held the lock beyond the deadline.
  case busy
  case full
  case io(code: Int32, errno: Int32)
  /// Anything else that SQLite reports: a bug of this program.
  case unexpected(code: Int32, message: String, sql: String)

  // What is asked for.
  case noSuchCustomer(CustomerID)
  case noSuchStaff(StaffID)
  case noSuchFact(FactID)
  case noSuchOp(OpID)
  case phoneTaken(number: String, by: CustomerID)
  case staffNameTaken(String)
  case loginTaken(String)
  /// The customer was merged; what is meant for it goes to the other.
  case merged(CustomerID, into: CustomerID)
  case cannotMergeWithItself(CustomerID)
  /// No number is left for another relative.
  case familyFull(CustomerID)
  case alreadyVoided(FactID, by: OpID)
  case alreadyUndone(OpID, by: OpID)
  /// The first operation, or one that takes another back.
  case notUndoable(OpID)
  case undoBlocked(by: OpSummary, Blocker)
  /// The message has gone out.
  case messageSent(MessageID)
  /// The message was given to a gateway, or reported back by it.
  case messageHandedOut(MessageID)
  /// The token was used for something else.
  case tokenReused(String, OpSummary)
  /// A fact holds a word that no policy has declared here.
  case undeclaredWord(String)
  /// Since the policy was read that declares the word, another one was adopted that has its number.
  case wordTaken(String)
  /// The stored form of an adopted policy cannot be read.
  case unreadablePolicy(id: Int64)
  case noSuchEntry(LedgerID)
  /// What is recorded belongs to the month from that day on, which is closed.
  case monthClosed(Day)
  /// An entry of the ledger that is closed already, or closes another itself.
  case notClosable(LedgerID)
}

package enum NotADatabase: Hashable, Sendable {
  case directory
  /// A pipe, socket or device.
  case notAFile
  /// Not SQLite's format.
  case otherFormat
  /// An SQLite database of another program.
  case otherProgram
}

/// What another operation did that stands on the one to be undone.
package enum Blocker: Hashable, Sendable {
  case voidedFact(FactID)
  case laterFact(FactID, of: CustomerID)
  case laterProfile(of: CustomerID)
  case merged(CustomerID)
  case phoneInUse(number: String, by: CustomerID)
  case staffInUse(StaffID)
  /// The customer stands in an entry of the ledger, or an entry is closed by one.
  case laterEntry(LedgerID)
  /// A message that comes of it was approved, put into the outbox or sent.
  case laterStep(MessageID)
  /// It replaced or took back what is to be undone.
  case changed
}

extension StoreError {
  /// The error of the database at `path`, told apart by what can be done about it.
  init(_ error: SQLiteError, path: String) {
    self =
      switch error.kind {
      case .busy: .busy
      case .full: .full
      case .denied: .denied(path: path)
      case .moved: .io(code: error.extendedCode, errno: ENOENT)
      case .cannotOpen:
        switch error.systemError {
        case EACCES, EPERM: .denied(path: path)
        case ENOENT where isOpenToUs(path): .io(code: error.extendedCode, errno: EIO)
        case ENOENT: .notFound(path: path)
        default: .io(code: error.extendedCode, errno: error.systemError)
        }
      case .notADatabase: .notADatabase(path: path, .otherFormat)
      // The program's SQL is fixed, its tables are checked by tests, and what may be there already it
      // asks first: it is the file that differs.
      case .corrupt, .mismatch, .unique: .corrupt(detail: error.message)
      case .io where [ENOSPC, EDQUOT].contains(error.systemError): .full
      case .io: .io(code: error.extendedCode, errno: error.systemError)
      case .constraint, .readOnlyRollback, .tooBig, .other:
        .unexpected(code: error.extendedCode, message: error.message, sql: error.sql)
      }
  }
}

/// Whether the file and its folder may be written. Where SQLite cannot make a journal it tries to read
/// one, and complains that there is none.
private func isOpenToUs(_ path: String) -> Bool {
  access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
}
