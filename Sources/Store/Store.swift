private import CEmbed
package import Core
import SQLite

/// The facts of one office in one file. All SQL of the program stands in this target.
///
/// Every function throws `StoreError`, and passes on what a closure of the caller throws.
package final class Store {
  package let path: String
  let connection: Connection
  let policyCoding: PolicyCoding
  /// Adopted policies with their numbers, once they have been read. They never change.
  var policies: [(id: Int64, policy: Policy)] = []
  /// What `vocabulary` has read, for as long as one state of the office is read.
  var words: Vocabulary?
  /// What `staff` has read, for as long as one state of the office is read and nothing written.
  var members: [Staff]?
  /// The day for which a customer's consultant is told; nil: who it is in the end.
  package var today: Day?
  /// The state that is read, while reads belong together.
  var horizon: Horizon?
  /// Shared with those that read the same state on other threads.
  var slices = SharedSlices()
  var isInSlice = false
  /// The folder for the copy of an older database; nil: beside the file.
  private(set) var backups: String?
  /// Set where opening it brought the file up to this program's schema.
  package private(set) var migrated: Migrated?

  init(path: String, connection: Connection, policies coding: PolicyCoding) {
    self.path = path
    policyCoding = coding
    self.connection = connection
  }

  /// Opens the database of an office.
  ///
  /// A reader leaves the file alone, unless a writer died half-way: then it rolls that back first.
  ///
  /// A writer brings a database of an older schema up to this program's and says so in `migrated`; a
  /// reader refuses it (`olderSchema`). A newer one is refused unchanged.
  ///
  /// - Parameter backups: the folder for the copy that is made of an older one first; nil: beside the file.
  package static func open(
    at path: String, readOnly: Bool = false, policies: PolicyCoding, backups: String? = nil
  ) throws -> Store {
    try DatabaseFile.check(path)
    return try storeErrors(path) {
      let store = try Store(
        path: path, connection: Connection(path: path, readOnly ? .readOnly : .readWrite),
        policies: policies)
      store.backups = backups
      do {
        try store.prepareForUse(readOnly: readOnly)
        return store
      } catch let error as SQLiteError where error.kind == .readOnlyRollback && readOnly {
        let repaired = try Store(
          path: path, connection: Connection(path: path, .readWrite), policies: policies)
        try repaired.prepareForUse(readOnly: false)
        try repaired.connection.execute("PRAGMA query_only = ON")
        return repaired
      }
    }
  }

  func reading<T>(_ body: (Connection) throws -> T) throws -> T {
    try storeErrors(path) { try inSlice { try body(connection) } }
  }
}

/// Turns what SQLite reports into what the store reports.
func storeErrors<T>(_ path: String, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as SQLiteError {
    throw StoreError(error, path: path)
  }
}

extension Store {
  static let applicationID = 0x5256_5354
  /// What `user_version` is in schema.sql.
  package static let schemaVersion = 6
  /// The version of the SQLite that the program runs with: `3.40.1`.
  package static var sqliteVersion: String { Connection.libraryVersion }

  private func prepareForUse(readOnly: Bool) throws {
    try connection.execute(Store.care)
    let version = try checkIdentity()
    guard !readOnly else {
      guard version == Store.schemaVersion else {
        throw StoreError.olderSchema(path: path, version: version)
      }
      return try connection.execute(Store.thrift)
    }
    try connection.execute(Store.caution)
    try connection.execute(Store.durability)
    if version < Store.schemaVersion { migrated = try migrate() }
  }

  static let care = "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON"

  /// Every page is looked over before it is used, so that no damage is written on. Who only reads
  /// finds damage where it lies, in 6 % less time.
  private static let caution = "PRAGMA cell_size_check = ON"

  /// A reader sees few pages twice; those that it is done with are cheaper to use again than new ones.
  private static let thrift = "PRAGMA cache_size = -200"

  /// Measured: with these no acknowledged commit is lost in a power cut.
  static let durability = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL"

  /// The schema's number: this program's or an older one.
  private func checkIdentity() throws -> Int {
    let identity = try connection.first("PRAGMA application_id") { $0.int(0) }
    guard identity == Store.applicationID else {
      throw StoreError.notADatabase(path: path, .otherProgram)
    }
    let version = try version()
    guard version <= Store.schemaVersion else {
      throw StoreError.newerSchema(path: path, version: version)
    }
    guard version > 0 else { throw StoreError.corrupt(detail: "user_version \(version)") }
    return version
  }
}

// MARK: - A new database

extension Store {
  /// Makes the database of a new office, with its first operation, which cannot be undone.
  ///
  /// The file gets mode 0600, missing folders 0700. It appears under its name when it is complete;
  /// where anything fails, nothing of it remains.
  ///
  /// - Parameter makingFolders: make the folders that are missing; otherwise they are an error.
  package static func create(
    at path: String, makingFolders: Bool = true, policies: PolicyCoding, _ operation: Operation,
    _ body: (Transaction) throws -> Void
  ) throws -> Store {
    var file = NewDatabaseFile(path: path)
    do {
      try file.begin(makingFolders: makingFolders)
      try storeErrors(path) {
        let connection = try Connection(path: file.draft, .readWrite)
        try connection.execute(durability + "; PRAGMA foreign_keys = ON")
        let store = Store(path: path, connection: connection, policies: policies)
        try connection.immediate {
          try connection.execute(schema)
          try store.apply(operation, body)
        }
      }
      try file.publish()
    } catch {
      file.abandon()
      throw error
    }
    return try open(at: path, policies: policies)
  }

  private static var schema: String {
    let file = cembed_schema()
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }

  /// The views and labels of schema.sql, from the line that announces them to the end.
  static var schemaForPeople: String {
    let lines = schema.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("-- For people") } ?? lines.startIndex
    return lines[start...].joined(separator: "\n")
  }
}
