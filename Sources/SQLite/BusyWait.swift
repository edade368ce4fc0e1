private import CSQLite
private import Glibc

/// Waits for another's lock in small irregular steps until a deadline. SQLite's own steps grow to
/// 100 ms, so that a writer can starve among writers that have just begun to wait.
final class BusyWait {
  private let limit: Int
  private var started = 0
  private var seed: UInt32

  init(milliseconds: Int) {
    limit = milliseconds
    seed = UInt32(truncatingIfNeeded: getpid()) | 1
  }

  /// The connection must not outlive this object's owner.
  func attach(to handle: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_busy_handler(
      handle,
      { context, count in
        guard let context else { return 0 }
        return Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue().wait(attempt: count)
      }, context)
  }

  /// 1 to try again, 0 to give up.
  private func wait(attempt: Int32) -> Int32 {
    let now = milliseconds()
    if attempt == 0 { started = now }
    guard now - started < limit else { return 0 }
    seed = seed &* 1_664_525 &+ 1_013_904_223
    usleep(500 + (seed >> 16) % 4_000)
    return 1
  }

  private func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
