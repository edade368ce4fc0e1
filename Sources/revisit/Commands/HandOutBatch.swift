import ArgumentParser
import Core
import Glibc
import Store
import Values

struct HandOutBatch: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "batch", "交给短信网关一批：一行一条 JSON  Hand texts to a gateway, a line of JSON each.",
    examples: "revisit message batch --out 短信.jsonl", "revisit message batch 1 --out 再来.jsonl")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("已交出的一批，再写一遍  A batch to write once more.", "批号") var batch: String?
  @Option("哪天要发的，默认今天  Of which day.", "DAY") var date: String?
  @Option("写到这个新文件  A new file to write to.", "FILE") var out: String?
  @Flag(help: "只列出一行的字段和含义  The fields of a line.") var fields = false

  func run(in office: Office) throws {
    if fields {
      return try office.session.answer(Listing.told(Batch.fields.map(\.column)), as: .table)
    }
    try refuseConflicts((batch ?? "", batch != nil), ("--date", date != nil))
    guard let out else { throw HandOutBatch.lacks("--out") }
    if let batch { return try office.write(office.batch(batch), again: out) }
    let until = try office.sendingDay(date)
    try office.publishWaitingBatch()
    let outbox = try office.outbox(until: until, try office.engine())
    outbox.tellBlocked(office.session)
    if outbox.lines.isEmpty {
      // Whoever fetches the file finds one every day.
      if access(out, F_OK) != 0 { try office.publish("", in: BatchFile(new: out)) }
      return try office.session.answer(office.session.say("没有要发的\n", "nothing to send\n"))
    }
    try office.handOut(outbox.lines, to: BatchFile(new: out))
  }

  func finish(in office: Office) throws { try office.publishWaitingBatch() }
}

extension Office {
  /// The day up to which texts are to be sent.
  func sendingDay(_ date: String?) throws -> Day {
    let day = try date.map { try session.day($0, at: "--date", lean: .plan) } ?? session.today
    guard day >= session.today else {
      throw Failure.value("--date", .time(.past("\(day)", earliest: "\(session.today)")))
    }
    return day
  }

  /// The batch of that number.
  func batch(_ text: String) throws -> Batch {
    let number = try readNumber(text, at: session.say("批号", "batch"), in: 1...1_000_000_000)
    guard let batch = try store.batch(number) else { throw Failure.lookup(.noBatch(text)) }
    return batch
  }

  /// Nobody reads while the lock is held: the file is written then, and the answer afterwards. Where
  /// the commit fails, the batch may stand all the same: then the file is left to the next run.
  fileprivate func handOut(_ lines: [Outbox.Line], to file: BatchFile) throws {
    var batch: Batch?
    var isWritten = false
    do {
      try write("message batch", headline: "") { transaction in
        // Another process has recorded a batch and is about to publish it, perhaps to this very file.
        if try waitingBatch() != nil { throw StoreError.busy }
        batch = try transaction.handOut(lines.map { ($0.message.id, $0.phone) }, to: file.path)
        guard let batch else { throw NothingLeft() }
        try file.write(batch.json)
        isWritten = true
      }
    } catch {
      if isWritten, let batch, isSurelyGone(batch) { file.remove() }
      guard error is NothingLeft else { throw error }
      return try session.answer(session.say("没有要发的\n", "nothing to send\n"))
    }
    guard let batch else { return }
    try publish(file, batch.number)
    try session.answerRecorded(
      session.say(OutgoingMessages.handedOut(batch, file.path))
        + session.say(OutgoingMessages.afterHandingOut(batch.number)))
  }

  /// Whether a batch whose write failed is known not to stand.
  private func isSurelyGone(_ batch: Batch) -> Bool {
    do { return try store.newestBatch()?.op.id != batch.op.id } catch { return false }
  }

  /// Publishes the file of the newest batch where that was left half done.
  func publishWaitingBatch() throws {
    guard let (file, batch) = try waitingBatch() else { return }
    try publish(file, batch.number)
    session.warn(OutgoingMessages.published(batch.number, file.path))
  }

  private func waitingBatch() throws -> (file: BatchFile, batch: Batch)? {
    guard let batch = try store.newestBatch(), let path = batch.file else { return nil }
    let file = BatchFile(recorded: path)
    return try file.isWaiting(with: batch.json) ? (file, batch) : nil
  }

  private func publish(_ file: BatchFile, _ batch: Int) throws {
    let number = file.publish()
    guard number == 0 else {
      throw Failure.file(path: file.path, .batchUnwritten(batch, reason(number)))
    }
  }

  fileprivate func publish(_ text: String, in file: BatchFile) throws {
    try file.write(text)
    let number = file.publish()
    guard number == 0 else {
      file.remove()
      throw Failure.file(path: file.path, .unwritable(reason(number)))
    }
  }

  /// Where its first file never got its name, this one takes its place.
  fileprivate func write(_ batch: Batch, again out: String) throws {
    let file = try BatchFile(new: out)
    try publish(batch.json, in: file)
    if let first = batch.file.map(BatchFile.init(recorded:)), try first.isWaiting(with: batch.json)
    {
      first.remove()
    }
    try session.answer(session.say(OutgoingMessages.writtenAgain(batch, file.path)))
  }
}

/// Somebody else has handed out all of it meanwhile.
private struct NothingLeft: Error {}

extension Batch {
  /// A line a text, the same whenever it is written.
  var json: String {
    messages.map { JSON.members(of: (self, $0), Batch.fields).text + "\n" }.joined()
  }

  fileprivate static var fields: [Listing.Field<(batch: Batch, message: Message)>] {
    [
      .init("batch", "批号", "batch") { .number($0.batch.number) },
      .init("id", "短信编号", "text") { .number(Int($0.message.id)) },
      .init("number", "号码", "number") { .text($0.message.draft.phone) },
      .init("text", "内容", "what to send") { .text($0.message.draft.text) },
      .init("send_at", "何时发", "when to send it") { line in
        let at = line.message.sending(from: line.batch.op.recorded)
        return .text("\(at.day)" + (at.time.map { "T\($0)" } ?? ""))
      },
    ]
  }
}
