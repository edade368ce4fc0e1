import ArgumentParser
import Core
import Store
import Values

struct RecordSent: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "sent", "短信已发出，记为回访  Texts have gone out; recorded as contacts.",
    examples: "revisit message sent 1", "revisit message sent --file 已发.jsonl")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("编号，见 list  Their numbers.", valueName: "短信"))
  var messages: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("outbox 写的文件：其中的全部  All of an outbox file.", valueName: "FILE"))
  var file: String?
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    try refuseConflicts((messages.first ?? "", !messages.isEmpty), ("--file", file != nil))
    if messages.isEmpty, file == nil { throw RecordSent.lacks("<短信>") }
    let numbers = try messages + (file.map(RecordSent.numbers(inFile:)) ?? [])
    let given =
      when.on == nil && when.time == nil ? nil : try session.happened(on: when.on, at: when.time)
    let chosen = try numbers.map { try office.message($0) }
    guard !chosen.isEmpty else {
      return try session.answer(session.say("没有要记的\n", "nothing to record\n"))
    }
    if let early = chosen.first(where: { !$0.isReady }) {
      throw Failure.text(.notApproved("\(early.id)"))
    }
    var seen: Set<MessageID> = []
    let open = chosen.filter { !$0.steps.contains(.sent) && seen.insert($0.id).inserted }
    guard !open.isEmpty else {
      return try session.answer(
        session.say("已经记过，没有重复\n", "recorded before, not repeated\n"))
    }
    try record(open, at: given, office)
  }

  private func record(_ messages: [Message], at given: Moment?, _ office: Office) throws {
    let session = office.session
    let customers = Set(messages.map(\.draft.customer)).sorted()
    let before = try customers.map { try office.store.history(of: $0) }
    let headline = session.say("已发送 \(messages.count) 条\n", "\(messages.count) sent\n")
    var lines: [String] = []
    try office.write("message sent", headline: headline) { transaction in
      for message in messages {
        let moment = try given ?? office.sentAt(message)
        let draft = message.draft
        let contact = Contact(
          channel: draft.channel, outcome: .sent,
          text: SentText(message.id, occasion: draft.occasion))
        let owner = try office.store.customer(draft.customer)
        let fact = try transaction.append(
          to: draft.customer, on: moment.day, at: moment.time, .contact(contact),
          staff: office.user.staff ?? owner?.owner, note: draft.text)
        try transaction.take(.sent, for: message.id)
        let who = "\(number(draft.customer)) \(owner?.name ?? "")"
        lines.append(
          session.say("短信 \(message.id)", "message \(message.id)") + "  \(who)  "
            + session.sayRecord(fact, moment, session.say(Outcome.sent)))
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

  /// The numbers in a file that `outbox` wrote, or one a line.
  private static func numbers(inFile path: String) throws -> [String] {
    let rows = try lines(ofFile: path)
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

extension Office {
  /// The hour at which it went out by plan: its own, or that of the outbox if that was later; now if
  /// neither has come.
  fileprivate func sentAt(_ message: Message) throws -> Moment {
    let queued = try store.steps(of: message.id).first { $0.step == .queued }?.op.recorded
    let planned = message.sending(from: queued ?? Moment(message.draft.day, .midnight))
    return session.now.isSurelyBefore(planned) ? session.now : planned
  }
}
