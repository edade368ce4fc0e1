import Testing

@testable import Store

@Suite struct SharedSlicesTests {
  /// Two readers that took turns would never leave the file to a writer.
  @Test func theyEndTogetherAndNoneBeginsBeforeAllHaveEnded() {
    let slices = SharedSlices()
    let end = slices.begin()
    #expect(slices.begin() == end)
    while monotonicNow() < end {}
    slices.end()
    // The other is still open: it is waited for, if not for ever.
    let start = monotonicNow()
    let next = slices.begin()
    #expect(next > end && monotonicNow() - start > 100_000_000)
    slices.end()
    slices.end()
    while monotonicNow() < next {}
    #expect(slices.begin() > next)
  }
}
