package import Core
import SQLite

package typealias MessageID = Int64

/// A step of a message on its way (短信进展).
package enum MessageStep: UInt8, ClosedTerm {
  case approved = 1, queued, sent

  package var word: Word {
    switch self {
    case .approved: Word("approved", "已批准")
    case .queued: Word("queued", "已排队")
    case .sent: Word("sent", "已发送")
    }
  }
}

/// A text as it is drafted, before it has a number.
package struct MessageDraft: Hashable, Sendable {
  package var customer: CustomerID
  /// Nobody gets two for one.
  package var occasion: String
  /// The template's id.
  package var template: String
  package var channel: Channel
  /// The phone that it goes to.
  package var phone: String
  package var day: Day
  package var time: TimeOfDay
  package var text: String
  package var needsApproval: Bool

  package init(
    customer: CustomerID, occasion: String, template: String, channel: Channel, phone: String,
    day: Day, time: TimeOfDay, text: String, needsApproval: Bool
  ) {
    self.customer = customer
    self.occasion = occasion
    self.template = template
    self.channel = channel
    self.phone = phone
    self.day = day
    self.time = time
    self.text = text
    self.needsApproval = needsApproval
  }
}

/// A text for a customer (短信), and how far it has come.
package struct Message: Hashable, Sendable {
  package let id: MessageID
  package let draft: MessageDraft
  package let steps: TermSet<MessageStep>
  /// The operation that drafted it: it tells who did, and when.
  package let op: OpID
  /// The operation that handed it out.
  package let handedOut: OpID?

  /// Whether it may go out as far as its text is concerned.
  package var isReady: Bool { !draft.needsApproval || steps.contains(.approved) }
}

extension Store {
  /// Those that are to be sent on `days`, by day, hour and number.
  package func messages(on days: ClosedRange<Day>) throws -> [Message] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(messageColumns) FROM message m
          WHERE m.day BETWEEN ? AND ? AND \(stands("m")) ORDER BY m.day, m.minute, m.id
          """, .int(days.lowerBound.number), .int(days.upperBound.number), read: Message.init)
    }
  }

  /// Those up to that day that have not been put into the outbox.
  package func waitingMessages(until day: Day) throws -> [Message] {
    try messages(on: .first...day).filter { $0.steps.isDisjoint(with: [.queued, .sent]) }
  }

  /// Those up to that day that wait to be approved. They are few among all that were ever sent, so the rows
  /// are gone through in the order in which they lie, not by their days.
  package func unapprovedMessages(until day: Day) throws -> [Message] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(messageColumns) FROM message m
          WHERE m.needs_approval = 1 AND +m.day <= ? AND \(stands("m")) AND NOT EXISTS (
            SELECT 1 FROM message_step s WHERE s.message = m.id AND \(stands("s")))
          ORDER BY m.day, m.minute, m.id
          """, .int(day.number), read: Message.init)
    }
  }

  package func message(_ id: MessageID) throws -> Message? {
    try reading {
      try $0.first(
        text: "SELECT \(messageColumns) FROM message m WHERE m.id = ? AND \(stands("m"))",
        .integer(id), read: Message.init)
    }
  }

  /// Those that the operation handed out, whether they stand or not.
  func messages(of batch: OpID) throws -> [Message] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(messageColumns) FROM message_step b JOIN message m ON m.id = b.message
          WHERE b.step = 2 AND b.op = ? ORDER BY m.day, m.minute, m.id
          """, .integer(batch), read: Message.init)
    }
  }

  /// What `Message` reads of `message m`; at the end which steps it has taken, in their order.
  private var messageColumns: String {
    let steps = MessageStep.allCases.map { step in
      """
      EXISTS (SELECT 1 FROM message_step s
        WHERE s.message = m.id AND s.step = \(step.rawValue) AND \(stands("s")))
      """
    }
    let columns = """
      m.id, m.customer, m.occasion, m.template, m.channel, m.number, m.day, m.minute, m.text,
      m.needs_approval, m.op, (SELECT s.op FROM message_step s
        WHERE s.message = m.id AND s.step = \(MessageStep.queued.rawValue) AND \(stands("s")))
      """
    return ([columns] + steps).joined(separator: ", ")
  }

  /// What the customer, and whoever was merged into them, has got a message for.
  package func occasions(of customer: CustomerID) throws -> Set<String> {
    try reading {
      try Set(
        $0.rows(
          text: """
            SELECT occasion FROM message WHERE \(stands("message")) AND customer IN (
              SELECT ?1 UNION SELECT id FROM customer c
              WHERE c.merged_into = ?1 AND \(known("c.merged_by")) IS NOT NULL)
            """, .integer(customer)
        ) { $0.text(0) })
    }
  }

  /// When each step of a message was taken and by whom.
  package func steps(of message: MessageID) throws -> [(step: MessageStep, op: OpSummary)] {
    try reading { connection in
      let found = try connection.rows(
        text: """
          SELECT step, op FROM message_step
          WHERE message = ? AND \(stands("message_step")) ORDER BY step
          """, .integer(message)
      ) { (MessageStep(stored: $0.int(0)), $0.int64(1)) }
      return try found.compactMap { step, id in
        guard let step, let op = try op(id) else { return nil }
        return (step, op)
      }
    }
  }
}

extension Transaction {
  @discardableResult
  package func draft(_ draft: MessageDraft) throws -> MessageID {
    try connection.run(
      """
      INSERT INTO message
        (customer, occasion, template, channel, number, day, minute, text, needs_approval, op)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(draft.customer), .text(draft.occasion), .text(draft.template),
      .int(draft.channel.rawValue), .text(draft.phone), .int(draft.day.number),
      .int(draft.time.minute), .text(draft.text), .int(draft.needsApproval ? 1 : 0), .integer(op))
    let id = connection.lastInsertedRow
    touch(draft.customer)
    return id
  }

  package func take(_ step: MessageStep, for message: MessageID) throws {
    try connection.run(
      "INSERT INTO message_step (message, step, op) VALUES (?, ?, ?)", .integer(message),
      .int(step.rawValue), .integer(op))
  }

  /// Takes back a message that has not gone out, so that it can be drafted anew.
  package func drop(_ message: MessageID) throws {
    try connection.run(
      "UPDATE message SET voided_by = ? WHERE id = ? AND voided_by IS NULL", .integer(op),
      .integer(message))
    try connection.run(
      "UPDATE message_step SET voided_by = ? WHERE message = ? AND voided_by IS NULL",
      .integer(op), .integer(message))
  }
}

extension Message {
  /// Of a row with the columns `messageColumns`.
  fileprivate init(_ row: Row) {
    self.init(
      id: row.int64(0),
      draft: MessageDraft(
        customer: row.int64(1), occasion: row.text(2), template: row.text(3),
        channel: Channel(stored: row.int(4)) ?? .sms, phone: row.text(5),
        day: Moment(day: row.int(6), minute: nil).day,
        time: row.optionalInt(7).flatMap { TimeOfDay(minute: $0) } ?? .midnight,
        text: row.text(8), needsApproval: row.int(9) == 1),
      steps: TermSet(zip(MessageStep.allCases, 12...).filter { row.int($1) == 1 }.map(\.0)),
      op: row.int64(10), handedOut: row.optionalInt64(11))
  }
}
