import ArgumentParser
import Core
import Store
import Values

struct RecordSent: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "sent", "短信已发出，记为回访  Texts have gone out; recorded as contacts.",
    examples: "revisit message sent 1", "revisit message sent --batch 1")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("编号，见 list  Their numbers.", "短信") var messages: [String] = []
  @Option("一批的全部  All of a batch.", "批号") var batch: String?
  @Option("batch 写的文件：其中的全部  All of the file of a batch.", "FILE") var file: String?
  @Option("没有发出去的：一行一个编号或号码，逗号后写原因  Those that failed.", "FILE") var failed: String?
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let given =
      when.on == nil && when.time == nil ? nil : try session.happened(on: when.on, at: when.time)
    let chosen = try chosen(in: office)
    guard !chosen.isEmpty else {
      return try session.answer(session.say("没有要记的\n", "nothing to record\n"))
    }
    if let early = chosen.first(where: { !$0.isReady }) {
      throw Failure.text(.notApproved("\(early.id)"))
    }
    let failures = try failed.map { try FailedTexts(inFile: $0, among: chosen) }?.reasons ?? [:]
    if let gone = chosen.first(where: { $0.steps.contains(.sent) && failures[$0.id] != nil }) {
      throw Failure.refusal(.failedAfterSent("\(gone.id)"))
    }
    var seen: Set<MessageID> = []
    let open = chosen.filter { !$0.steps.contains(.sent) && seen.insert($0.id).inserted }
    guard !open.isEmpty else {
      return try session.answer(
        session.say("已经记过，没有重复\n", "recorded before, not repeated\n"))
    }
    try record(open, failures, at: given, office)
  }

  /// Those that are reported on and still stand.
  private func chosen(in office: Office) throws -> [Message] {
    try refuseConflicts(
      (messages.first ?? "", !messages.isEmpty), ("--file", file != nil), ("--batch", batch != nil))
    if let batch {
      // What the gateway failed to send before has lost its steps.
      return try office.batch(batch).messages.filter { $0.steps.contains(.queued) }
    }
    if messages.isEmpty, file == nil { throw RecordSent.lacks("<短信>") }
    if failed != nil, file == nil { throw Failure.usage(.needs("--failed", "--batch")) }
    return try (messages + (file.map(RecordSent.numbers(inFile:)) ?? [])).map {
      try office.message($0)
    }
  }

  private func record(
    _ messages: [Message], _ failures: [MessageID: String], at given: Moment?, _ office: Office
  ) throws {
    let session = office.session
    let sent = messages.filter { failures[$0.id] == nil }
    let customers = Set(sent.map(\.draft.customer)).sorted()
    let before = try customers.map { try office.store.history(of: $0) }
    let headline = OutgoingMessages.reported(sent.count, failed: messages.count - sent.count)
    var lines: [String] = []
    try office.write("message sent", headline: session.say(headline)) { transaction in
      for message in messages {
        let told: String
        if let reason = failures[message.id] {
          try transaction.free(message, because: reason, office)
          told = session.say(
            OutgoingMessages.failed(
              reason, isDeadNumber: FailedTexts.saysDeadNumber(reason) != nil))
        } else {
          let moment = try given ?? office.sentAt(message)
          let fact = try transaction.record(message, at: moment, office)
          told = session.sayRecord(fact, moment, session.say(Outcome.sent))
        }
        let name = try office.store.customer(message.draft.customer)?.name ?? ""
        let who = "\(number(message.draft.customer)) \(name)"
        lines.append(
          session.say("短信 \(message.id)", "message \(message.id)") + "  \(who)  " + told)
      }
    }
    let engine = try office.engine()
    for (customer, before) in zip(customers, before) {
      guard let before, let after = try office.store.history(of: customer) else { continue }
      let effect = engine.effect(from: before, to: after, at: session.now)
      lines += AftermathMessages.effect(effect, engine).map {
        "\(number(customer)) \(session.say($0))"
      }
    }
    let text = lines.map { visible($0) + "\n" }.joined()
    try session.answerRecorded(
      text + session.say("发出的不能撤销\n", "what was sent cannot be taken back\n"))
  }

  /// The numbers in a file that `batch` wrote, or one a line.
  private static func numbers(inFile path: String) throws -> [String] {
    let rows = try lines(ofNamed: path)
    return try rows.enumerated().filter { !$1.isEmpty }.map { index, line in
      let rest = line.firstRange(of: "\"id\":").map { line[$0.upperBound...] } ?? line[...]
      let digits = rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else {
        throw Failure.value("\(path):\(index + 1)", .notANumber(line, least: 1, most: 999_999))
      }
      return String(digits)
    }
  }
}

extension Transaction {
  /// The text went out: a contact, and the message's last step. A customer who was merged since is
  /// stood for by the other.
  fileprivate func record(_ message: Message, at moment: Moment, _ office: Office) throws -> FactID
  {
    let customer = try office.standing(message.draft.customer)
    let contact = Contact(
      channel: message.draft.channel, outcome: .sent,
      text: SentText(message.id, occasion: message.draft.occasion))
    let fact = try append(
      to: customer?.id ?? message.draft.customer, on: moment.day, at: moment.time,
      .contact(contact),
      staff: office.user.staff ?? customer?.owner, note: message.draft.text)
    try take(.sent, for: message.id)
    return fact
  }

  /// The text could not be sent: it is taken back, so that it is drafted anew, and an entry says why.
  /// Nothing is settled by it. Where the number is dead, no text goes to it any more.
  fileprivate func free(_ message: Message, because reason: String, _ office: Office) throws {
    try drop(message.id)
    let (now, staff) = (office.session.now, office.user.staff)
    let customer = try office.standing(message.draft.customer)?.id
    try addEntry(
      FailedTexts.entryKind, at: now, staff: staff, customer: customer,
      text: "\(message.id) \(masked(message.draft.phone)) \(reason)")
    guard let customer, let why = FailedTexts.saysDeadNumber(reason) else { return }
    try markDead(message.draft.phone, of: customer, because: why.chinese, at: now, staff: staff)
  }
}

extension Office {
  /// The customer, or the one that it was merged into.
  fileprivate func standing(_ id: CustomerID) throws -> CustomerSummary? {
    let customer = try store.customer(id)
    return try customer?.mergedInto.flatMap { try store.customer($0) } ?? customer
  }

  /// The hour at which it went out by plan: its own, or that of the outbox if that was later; now if
  /// neither has come.
  fileprivate func sentAt(_ message: Message) throws -> Moment {
    let queued = try store.steps(of: message.id).first { $0.step == .queued }?.op.recorded
    let planned = message.sending(from: queued ?? Moment(message.draft.day, .midnight))
    return session.now.isSurelyBefore(planned) ? session.now : planned
  }
}
