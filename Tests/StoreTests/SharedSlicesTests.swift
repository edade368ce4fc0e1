import Synchronization
import Testing
import Threads

@testable import Store

@Suite struct SharedSlicesTests {
  /// Two readers that take turns would never leave the file to a writer.
  @Test func noneBeginsAgainBeforeAllHaveEnded() throws {
    let slices = SharedSlices()
    let end = slices.begin()
    #expect(slices.begin() == end)
    while monotonicNow() < end {}
    slices.end()
    let isFree = Mutex(false)
    let other = try #require(
      WorkerThread {
        let again = slices.begin()
        return (again, isFree.withLock { $0 })
      })
    isFree.withLock { $0 = true }
    slices.end()
    let (again, wasFree) = try #require(other.result()).get()
    #expect(again > end && wasFree)
  }

  @Test func oneThatStaysOpenIsNotWaitedForForever() {
    let slices = SharedSlices()
    let end = slices.begin()
    while monotonicNow() < end {}
    #expect(slices.begin() > end)
  }
}
