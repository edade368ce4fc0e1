private import Glibc
private import Synchronization

/// The slices of the connections of this process that read one state of one file.
///
/// To the system they have one lock together, which is free only while none of them reads. So they end at
/// the same moment, and none begins again before all have ended: two that took turns would keep a writer
/// waiting for as long as they read.
final class SharedSlices: Sendable {
  private struct Slices {
    /// How many are open.
    var open = 0
    /// When they end, in nanoseconds of `monotonicNow`.
    var end = 0
  }

  private let slices = Mutex(Slices())

  /// Nanoseconds that a slice lasts: much longer than it takes to begin one, much shorter than a
  /// writer notices.
  private static let length = 50_000_000

  /// Begins one, for which it may have to wait; the moment at which it is to end.
  func begin() -> Int {
    let patience = monotonicNow() + 4 * SharedSlices.length
    while true {
      let end = slices.withLock { slices -> Int? in
        let now = monotonicNow()
        // One that lasts far beyond its end may itself wait for this one.
        if slices.open == 0 || now > patience {
          slices.end = now + SharedSlices.length
        } else if now >= slices.end {
          return nil
        }
        slices.open += 1
        return slices.end
      }
      if let end { return end }
      usleep(100)
    }
  }

  func end() { slices.withLock { $0.open -= 1 } }
}

/// Nanoseconds of a clock that only goes forward.
func monotonicNow() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
