import SQLite
import Threads

extension Store {
  /// Does two pieces of reading at once, on two connections that see the same state of the file:
  /// `here` on the caller's thread, `there` on one of its own. Where the second connection or the
  /// thread cannot be had at once, one is done after the other.
  ///
  /// Both have ended when it returns. Of two errors that of `here` is thrown.
  package func inParallel<Here, There: Sendable>(
    _ here: (Store) throws -> Here, _ there: @escaping @Sendable (Store) throws -> There
  ) throws -> (Here, There) {
    try snapshot {
      guard let twin = try twin(), let worker = WorkerThread({ try there(twin) }) else {
        return (try here(self), try there(self))
      }
      let first = Result { try here(self) }
      guard let second = worker.result() else { return (try first.get(), try there(self)) }
      return (try first.get(), try second.get())
    }
  }

  /// A second connection in a transaction that sees what this one's sees. While one holds its lock
  /// nobody can commit, so there is nothing else that the other could find.
  ///
  /// `DatabaseFile.check` must not be asked again: when it closes the file, the process loses all
  /// its locks on it.
  private func twin() throws -> sending Store? {
    guard !connection.isWriting else { return nil }
    _ = try connection.first("SELECT through FROM state") { $0.int(0) }
    do {
      let twin = try Connection(path: path, .readOnly, patience: 0)
      try twin.execute(Store.care)
      try twin.execute("BEGIN")
      _ = try twin.first("SELECT through FROM state") { $0.int(0) }
      // Another file may have taken the name between the two.
      return connection.hasMoved ? nil : Store(path: path, connection: twin, policies: policyCoding)
    } catch is SQLiteError {
      return nil
    }
  }
}
