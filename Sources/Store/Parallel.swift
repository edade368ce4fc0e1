import SQLite
import Threads

extension Store {
  /// Does two pieces of reading at once, on two connections that see the same state of the office:
  /// `here` on the caller's thread, `there` on one of its own. Where the second connection or the
  /// thread cannot be had, one is done after the other.
  ///
  /// Both have ended when it returns. Of two errors that of `here` is thrown.
  package func inParallel<Here, There: Sendable>(
    _ here: (Store) throws -> Here, _ there: @escaping @Sendable (Store) throws -> There
  ) throws -> (Here, There) {
    try pinned {
      guard let twin = try twin(),
        let worker = WorkerThread({
          defer { try? twin.releaseSlice() }
          return try there(twin)
        })
      else {
        return (try here(self), try there(self))
      }
      // Nobody waits for the one that is done while the other still reads.
      try releaseSlice()
      let first = Result { try here(self) }
      guard let second = worker.result() else { return (try first.get(), try there(self)) }
      return (try first.get(), try second.get())
    }
  }

  /// A second connection that reads the same state of the office, in slices of its own.
  ///
  /// `DatabaseFile.check` must not be asked again: when it closes the file, the process loses all
  /// its locks on it.
  private func twin() throws -> sending Store? {
    guard let horizon else { return nil }
    do {
      let twin = Store(
        path: path, connection: try Connection(path: path, .readOnly), policies: policyCoding)
      try twin.connection.execute(Store.care)
      twin.join(horizon, slices)
      twin.today = today
      _ = try twin.customerRange()
      // Another file may have taken the name between the two.
      return connection.hasMoved ? nil : twin
    } catch is SQLiteError {
      return nil
    }
  }
}
