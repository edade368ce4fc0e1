private import Glibc
private import Synchronization

/// A thread that does one piece of work beside its starter's, and is waited for.
///
/// What its closure holds is the thread's own; the two share nothing but the result.
package final class WorkerThread<Value: Sendable> {
  private final class Slot: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  private let thread: pthread_t
  private let slot = Slot()
  private var isJoined = false

  /// Nil where the system gives no thread: then nothing has run.
  package init?(_ work: sending @escaping () throws -> Value) {
    let slot = slot
    let errand = Errand {
      let result = Result { try work() }
      slot.result.withLock { $0 = result }
    }
    guard let thread = Errand.start(errand) else { return nil }
    self.thread = thread
  }

  deinit { join() }

  private func join() {
    if !isJoined { pthread_join(thread, nil) }
    isJoined = true
  }

  /// Waits for the work's end.
  package func result() -> Result<Value, any Error>? {
    join()
    return slot.result.withLock { $0 }
  }
}

/// A closure on its way to its thread.
private final class Errand {
  private let body: () -> Void

  init(_ body: sending @escaping () -> Void) { self.body = body }

  static func start(_ errand: sending Errand) -> pthread_t? {
    let passed = Unmanaged.passRetained(errand)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { start in
        if let start { Unmanaged<Errand>.fromOpaque(start).takeRetainedValue().body() }
        return nil
      }, passed.toOpaque())
    guard code == 0 else {
      passed.release()
      return nil
    }
    return thread
  }
}
