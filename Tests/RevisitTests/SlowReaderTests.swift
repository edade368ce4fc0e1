import Glibc
import Testing

/// Nobody who records waits for somebody whose answer is read slowly. How long a writer waits at most is a matter
/// of measuring; here one is held for good, and a call beside it would be refused.
@Suite("Slow readers")
struct SlowReaderTests {
  /// The answer goes into a pipe that takes nothing. Calls are recorded beside the command from its
  /// start until it does nothing but wait for the pipe, and one more then.
  @Test(arguments: [
    "due", "due --format html", "report --week", "report --week --all --format csv",
    "report --unlogged", "daily --dry-run", "calendar show", "doctor", "find 客户", "show C000001",
    "why C000001", "message list", "policy rehearse qnc --from 2026-11-02 --to 2026-11-02",
    "message outbox --date 2026-11-03", "log C000001 --by 短信", "edit C000001 --grade B", "undo",
    "event C000001 来访", "", "due --as-of 2026-11-02", "find --unplanned", "find --grade A --all",
    "report --loans", "report --half 2026-11a", "report --callback-rate 2026-11", "brief C000001",
    "call --consultant 李明", "undo --list", "policy diff qnc yufu",
  ])
  func callsAreRecordedBesideIt(command: String) throws {
    let office = try Office(asOf: "2026-11-03 09:00")
    try office.write(SlowReaderTests.crowd.get(), to: "office.db")
    let pipe = try FullPipe(at: office.path("pipe"))
    let reader = try office.start(
      command.split(separator: " ").map(String.init), output: office.path("pipe"))
    var waited: [Substring]?
    repeat {
      waited = reader.waitsAfter
      try office.must("log", "C000003", "--by", "电话", "--note", "再谈")
    } while try !reader.hasEnded() && (waited == nil || waited != reader.waitsAfter)
    #expect(try !reader.hasEnded(), "it has said nothing yet")
    try office.must("log", "C000004", "--by", "电话", "--note", "再谈")
    while try !reader.hasEnded() { pipe.drain() }
    #expect(try reader.wait() == 0)
  }

  /// A whole office is read by two threads, which must not keep it from a writer in turn.
  @Test func callsAreRecordedBesideTwoThreads() throws {
    let office = try Office(asOf: "2026-11-03 09:00")
    try office.must("init", "--from", "2026-11-01")
    try office.must("staff", "add", "李明")
    let rows = (0..<4_000).map { "客户\($0),\(13_900_000_000 + $0),来访,2026-11-02,A,李明\n" }
    try office.write("姓名,手机号,来源渠道,首次日期,级别,置业顾问\n" + rows.joined(), to: "book.csv")
    try office.must("import", office.path("book.csv"))
    let reader = try office.start(["report", "--week"], output: office.path("report"))
    var calls = 0
    while try !reader.hasEnded() {
      try office.must("log", "C000003", "--by", "电话", "--note", "再谈")
      calls += 1
    }
    #expect(try reader.wait() == 0)
    #expect(calls > 2, "one that waits for the whole report is the last")
  }

  /// The database of an office with customers and with texts that wait.
  private static let crowd = Result {
    let office = try Office(asOf: "2026-11-02 18:00")
    let first = ["--from", "2026-11-01", "--as-of", "2026-11-01"]
    _ = try office.run(["init", "--policy", "qnc", "--policy", "wenxin"] + first)
    try office.must("staff", "add", "李明", "--as-of", "2026-11-01")
    try office.must("office", "set", "project", "阳光花园")
    let rows = (0..<400).map { "客户\($0),\(13_900_000_000 + $0),来访,2026-11-02,A,2026-11-02,李明\n" }
    try office.write("姓名,手机号,来源渠道,首次日期,级别,认购日期,置业顾问\n" + rows.joined(), to: "book.csv")
    try office.must("import", office.path("book.csv"))
    try office.must("message", "draft", "--on", "2026-11-03")
    return try #require(contents(office.path("office.db")))
  }
}

/// A pipe that is full until it is drained.
private final class FullPipe {
  private let end: Int32
  private var block = [UInt8](repeating: 0x20, count: 4096)

  init(at path: String) throws {
    guard mkfifo(path, 0o600) == 0 else { throw Office.Trouble.system(errno) }
    end = open(path, O_RDWR | O_NONBLOCK)
    guard end >= 0 else { throw Office.Trouble.system(errno) }
    while write(end, block, block.count) > 0 {}
  }

  deinit { close(end) }

  /// Takes what there is, or waits a moment for it.
  func drain() {
    if read(end, &block, block.count) <= 0 { usleep(1_000) }
  }
}
