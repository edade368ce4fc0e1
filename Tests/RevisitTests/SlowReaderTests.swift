import Glibc
import Testing

/// Nobody who records waits for somebody who reads slowly.
@Suite("Slow readers")
struct SlowReaderTests {
  /// The answer goes into a pipe that nobody empties, and `due` has more to say than a pipe holds.
  @Test(arguments: [
    ["due", "--format", "csv"], ["report", "--week"], ["daily", "--dry-run"], ["calendar"],
    ["doctor"], ["message", "outbox"],
  ])
  func aCallIsRecordedBesideIt(command: [String]) async throws {
    let office = try Office.open(asOf: "2026-11-05 10:00")
    try office.must(
      "import", fixture("import/customers-2000.utf8.csv"), "--skip-bad", "--reject",
      office.path("bad.csv"))
    let pipe = office.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let end = open(pipe, O_RDONLY | O_NONBLOCK)
    try #require(end >= 0)
    let reader = Task.detached { try office.run(command, output: pipe).code }
    try await Task.sleep(for: .milliseconds(400))
    let start = ContinuousClock.now
    try office.must("log", "C000003", "--by", "电话", "--note", "再谈")
    // Less than what a writer waits before it gives up; a busy machine takes its time too.
    #expect(ContinuousClock.now - start < .seconds(5))
    let drain = Task.detached {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      while !Task.isCancelled {
        if read(end, &block, block.count) <= 0 { usleep(2_000) }
      }
      close(end)
    }
    #expect(try await reader.value == 0)
    drain.cancel()
    await drain.value
  }
}
