import Core
private import Glibc
import SQLite

/// One step from an older schema to the next: the tables that change, made anew from the old ones.
///
/// Its text never changes once it has been on main, however `schema.sql` goes on. What stands there for
/// people (the views and the labels) is made anew after the last step.
struct Migration {
  /// The schema that it begins with; it ends with the next number.
  let from: Int
  let script: String
  /// Queries, each of which gives 1 where nothing was lost, before the old tables go.
  let checks: [String]
  /// What ends it: the old tables go, the new ones get their names.
  let ending: String

  static let all = [Migration.from1, .from2, .from3, .from4, .from5]
}

/// What opening an older database did to it.
package struct Migrated: Hashable, Sendable {
  package let from: Int
  package let to: Int
  /// The file as it was.
  package let backup: String

  package init(from: Int, to: Int, backup: String) {
    self.from = from
    self.to = to
    self.backup = backup
  }
}

extension Store {
  /// Turns an older database into one of this program's schema, step by step in one transaction: a
  /// program that is killed on the way leaves it as it was. First a copy is put beside the file and
  /// looked over, so that nothing depends on the steps.
  ///
  /// Only who writes does this. Who only reads is told what to run (`olderSchema`): a reader leaves
  /// the file alone, may not be allowed to write it, and does not expect to wait for a large office;
  /// and a program that read both forms would have all its SQL twice for ever.
  func migrate() throws -> Migrated {
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    var backup = ""
    var first: Int?
    try connection.immediate {
      // Another process may have done it while this one waited for the lock.
      while let step = try nextStep() {
        if first == nil {
          first = step.from
          let copy = MigrationBackup(of: path, version: step.from, in: backups)
          backup = try copy.make(from: connection)
        }
        try run(step)
      }
    }
    // The old tables' room. The file is whole without it, so nothing depends on this either.
    if first != nil { try? connection.execute("VACUUM") }
    return Migrated(from: first ?? Store.schemaVersion, to: Store.schemaVersion, backup: backup)
  }

  private func nextStep() throws -> Migration? {
    let version = try version()
    return Migration.all.first { $0.from == version }
  }

  func version() throws -> Int {
    try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }

  private func run(_ step: Migration) throws {
    try connection.execute(step.script)
    for check in step.checks {
      guard try connection.first(text: check, read: { $0.int(0) }) == 1 else {
        throw StoreError.corrupt(detail: check)
      }
    }
    try connection.execute(step.ending)
    if step.from + 1 == Store.schemaVersion { try connection.execute(Store.schemaForPeople) }
    let stray = try connection.first("PRAGMA foreign_key_check") {
      $0.text(0) + " -> " + $0.text(2)
    }
    if let stray { throw StoreError.corrupt(detail: stray) }
    try connection.execute("PRAGMA user_version = \(step.from + 1)")
  }
}

/// The copy of an older database that is left beside it: FILE.schema-1.bak.
struct MigrationBackup {
  private let source: String
  /// As the database's, in the folder of the copy.
  private let path: String
  private let version: Int
  /// Under the write lock of the database nobody else makes one, so what lies there is left over.
  private var draft: String { "\(path).schema-\(version).bak.draft" }

  init(of path: String, version: Int, in folder: String?) {
    source = path
    self.path = folder.map { "\($0)/\(path.split(separator: "/").last ?? "revisit.db")" } ?? path
    self.version = version
  }

  /// Makes it, while `connection` holds the write lock and has changed nothing; its name. A file that
  /// lies there is never written over: one with the same bytes is the backup already, else the next
  /// number is taken.
  func make(from connection: Connection) throws -> String {
    removeDraft()
    defer { removeDraft() }
    let file = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw refusal(draft, errno) }
    close(file)
    // Of a connection of its own: one that holds the write lock cannot be copied from.
    try Connection(path: source, .readOnly).copy(to: draft)
    try verify(against: connection)
    return try publish()
  }

  private func removeDraft() {
    for name in [draft + "-journal", draft] { removeFile(name) }
  }

  private func refusal(_ path: String, _ code: Int32) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT: .full
    case EIO: .io(code: 0, errno: code)
    default: .cannotCreate(path: path, errno: code)
    }
  }

  private func verify(against connection: Connection) throws {
    let copy = try Connection(path: draft, .readWrite)
    try copy.execute("PRAGMA query_only = ON")
    if let problem = try copy.damage().first { throw StoreError.corrupt(detail: problem) }
    guard try counts(copy) == counts(connection) else {
      throw StoreError.corrupt(detail: "backup \(draft)")
    }
  }

  /// Rows of each table.
  private func counts(_ connection: Connection) throws -> [String: Int] {
    let tables = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ) { $0.text(0) }
    return try tables.reduce(into: [:]) { counts, table in
      counts[table] = try connection.first(text: "SELECT count(*) FROM \"\(table)\"") { $0.int(0) }
    }
  }

  private func publish() throws -> String {
    for number in 1...99 {
      let name = "\(path).schema-\(version)" + (number == 1 ? "" : ".\(number)") + ".bak"
      if link(draft, name) == 0 {
        syncFolder(of: name)
        return name
      }
      guard errno == EEXIST else { throw refusal(name, errno) }
      if try hasSameBytes(name) { return name }
    }
    throw StoreError.exists(path: "\(path).schema-\(version).bak")
  }

  private func hasSameBytes(_ name: String) throws -> Bool {
    let files = [draft, name].map { (path: String) in open(path, O_RDONLY | O_CLOEXEC) }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }) else { return false }
    var blocks = [[UInt8]](repeating: [UInt8](repeating: 0, count: 1 << 16), count: 2)
    while true {
      var counts: [Int] = []
      for index in 0...1 {
        counts.append(
          blocks[index].withUnsafeMutableBytes { read(files[index], $0.baseAddress, $0.count) })
      }
      guard counts[0] >= 0, counts[1] >= 0 else { throw StoreError.io(code: 0, errno: errno) }
      guard counts[0] == counts[1] else { return false }
      if counts[0] == 0 { return true }
      guard blocks[0].prefix(counts[0]) == blocks[1].prefix(counts[1]) else { return false }
    }
  }
}
