import ArgumentParser
import Core
import Glibc
import Store
import Values

struct WriteOutbox: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "outbox", "交给短信网关：一行一条 JSON  The texts for a gateway, a line of JSON each.",
    examples: "revisit message outbox --date 明天", "revisit message outbox --date 明天 --out 明天.jsonl")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Option(
    parsing: .unconditional, help: ArgumentHelp("哪天要发的，默认今天  Of which day.", valueName: "DAY"))
  var date: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("写到这个新文件；否则写到屏幕  A new file to write to.", valueName: "FILE"))
  var out: String?

  func run(in office: Office) throws {
    let session = office.session
    let day = try date.map { try session.day($0, at: "--date", lean: .plan) } ?? session.today
    guard day >= session.today else {
      throw Failure.value("--date", .time(.past("\(day)", earliest: "\(session.today)")))
    }
    let outbox = try office.outbox(until: day, try office.engine())
    let lines = outbox.lines.map { $0.json + "\n" }.joined()
    if lines.isEmpty {
      say(outbox, session)
      guard let out else { return }
      // Whoever fetches the file finds one every day.
      if access(out, F_OK) != 0 { try NewFile(out, sparing: session.databasePath).write("") }
      return try session.answer(session.say("没有要发的\n", "nothing to send\n"))
    }
    let file = try out.map { try NewFile($0, sparing: session.databasePath) }
    let told = session.say("\(outbox.lines.count) 条写到 ", "\(outbox.lines.count) written to ")
    do {
      try office.write(
        "message outbox", headline: file.map { visible(told + $0.path) + "\n" } ?? lines
      ) { transaction in
        for line in outbox.lines { try transaction.take(.queued, for: line.message.id) }
        try file?.write(lines)
      }
    } catch Failure.system(.output(let reason, recorded: true)) {
      throw Failure.system(.output(reason, recorded: true))
    } catch {
      file?.remove()
      throw error
    }
    say(outbox, session)
  }

  private func say(_ outbox: Outbox, _ session: Session) {
    for blocked in outbox.blocked {
      session.warn(OutgoingMessages.blocked(blocked.message, blocked.customer, blocked.why))
    }
  }
}

/// A file that must not be there yet: what a gateway has not fetched is not written over.
private final class NewFile {
  let path: String
  private let folder: Folder
  private var isWritten = false

  init(_ path: String, sparing spared: String) throws(Failure) {
    self.path = path
    guard access(path, F_OK) != 0 else { throw .file(path: path, .exists) }
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    folder = try Folder(path: parent ?? ".", sparing: spared)
  }

  func write(_ text: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try folder.write(text, to: name)
    isWritten = true
  }

  /// Takes away what was written.
  func remove() { if isWritten { unlink(path) } }
}
