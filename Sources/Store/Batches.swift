import Core
import SQLite

/// Texts that were handed out together (批). It is the operation that put them into the outbox, and
/// has a number of its own, counted through all of them, so that people can name it.
package struct Batch {
  package let number: Int
  /// By whom and when it was handed out.
  package let op: OpSummary
  /// The file that it was written to; nil for those of before batches had one.
  package let file: String?
  /// Its texts as they were handed out, by day, hour and number. One that the gateway failed to send
  /// has lost its steps.
  package let messages: [Message]
}

extension Store {
  /// The batch of that number.
  package func batch(_ number: Int) throws -> Batch? {
    try batches().first { $0.number == number }.flatMap { try batch($0.number, of: $0.op) }
  }

  package func newestBatch() throws -> Batch? {
    try batches().last.flatMap { try batch($0.number, of: $0.op) }
  }

  /// The number of each operation that handed texts out. What is taken back keeps its number.
  package func batches() throws -> [(number: Int, op: OpID)] {
    let ops = try reading {
      try $0.rows(
        text: """
          SELECT DISTINCT op FROM message_step WHERE step = 2 AND \(exists("message_step")) ORDER BY op
          """
      ) { $0.int64(0) }
    }
    return ops.enumerated().map { ($0 + 1, $1) }
  }

  private func batch(_ number: Int, of id: OpID) throws -> Batch? {
    guard let summary = try op(id) else { return nil }
    let file = try reading {
      try $0.first(
        "SELECT value FROM office WHERE key = ? AND op = ?", .text(batchKey), .integer(id)
      ) { $0.text(0) }
    }
    return Batch(number: number, op: summary, file: file, messages: try messages(of: id))
  }
}

/// The setting that says to which file an operation handed its texts.
private let batchKey = "batch"

extension Transaction {
  /// Hands texts out as one batch that is written to `file`; those that somebody else has handed out
  /// meanwhile are left to that one. Nil: none is left.
  package func handOut(_ messages: [(id: MessageID, phone: String)], to file: String) throws
    -> Batch?
  {
    for (id, phone) in messages {
      guard let message = try store.message(id), message.steps.isDisjoint(with: [.queued, .sent])
      else { continue }
      try take(.queued, for: try address(message, to: phone))
    }
    guard let last = try store.batches().last, last.op == op else { return nil }
    try setOffice(key: batchKey, file)
    return try store.newestBatch()
  }

  /// The message that goes to that phone: where it was drafted for another one, the same text anew. So
  /// the row says where it went, and a batch can be written again from its rows.
  private func address(_ message: Message, to phone: String) throws -> MessageID {
    guard message.draft.phone != phone else { return message.id }
    var draft = message.draft
    draft.phone = phone
    try drop(message.id)
    let id = try self.draft(draft)
    if message.steps.contains(.approved) { try take(.approved, for: id) }
    return id
  }
}
