import ArgumentParser
import Core
import Store
import Values

struct MessageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "短信：起草 批准 发出  Texts: draft, approve, send.",
    subcommands: [
      List.self, Show.self, Templates.self, DraftMessages.self, RenderMessage.self,
      CheckMessage.self,
      ApproveMessages.self, ListOutbox.self, HandOutBatch.self, RecordSent.self,
    ], defaultSubcommand: List.self)

  struct List: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "list", "短信一览  The texts.",
      examples: "revisit message list", "revisit message list --on 今天")

    @OptionGroup var common: CommonOptions
    @Option("哪一天的，默认未发的和今天起的  Of which day.", "DAY") var on: String?
    @Flag(help: "全部  All of them.") var all = false
    @OptionGroup var format: FormatOption

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      try refuseConflicts(("--all", all), ("--on", on != nil))
      let day = try on.map { try session.day($0, at: "--on", lean: .present) }
      let days = day.map { $0...$0 } ?? Day.first...Day.last
      let messages = try office.store.messages(on: days).filter { message in
        all || day != nil || message.draft.day >= session.today
          || message.steps.isDisjoint(with: [.sent])
      }
      try session.answer(office.list(messages), "短信", "Texts", as: format)
    }
  }

  struct Templates: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "templates", "现行制度的模板  The templates of the policy in force.",
      examples: "revisit message templates", "revisit message templates --format csv")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      guard let policy = try office.reign(on: session.today)?.policy else {
        throw Failure.refusal(.noReign("\(session.today)"))
      }
      var section = Listing.Section(
        "templates", policy.templates, ifEmpty: Bilingual("没有模板", "no templates"),
        [
          .init("template", "模板", "Template") { .text($0.id) },
          .init("kind", "种类", "Kind") { .term($0.kind) },
          .init("clause", "条款", "Clause") { .text($0.clause) },
          .init("says", "事由", "What for") { .text($0.says) },
          .init("text", "内容", "Text", least: 12) { .text($0.text) },
        ])
      section.overflow = .below
      try session.answer(section, "短信模板", "Templates", as: format)
    }
  }

  struct Show: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "show", "一条短信的全文和经过  One text and how far it has come.",
      examples: "revisit message show 1", "revisit message show 1 --lang en")

    @OptionGroup var common: CommonOptions
    @Argument("编号，见 list  Its number.", "短信") var message: String

    func run(in office: Office) throws {
      let session = office.session
      let message = try office.message(self.message)
      try session.answer(office.story(message))
    }
  }
}

extension Office {
  /// The message of that number.
  func message(_ text: String) throws -> Message {
    let id = Int64(
      try readNumber(text, at: session.say("短信", "message"), in: 1...1_000_000_000_000))
    guard let message = try store.message(id) else { throw Failure.lookup(.noMessage(text)) }
    return message
  }

  fileprivate func list(_ messages: [Message]) throws -> Listing.Section {
    let lines = try messages.map { message in
      (message: message, name: try store.customer(message.draft.customer)?.name ?? "")
    }
    let batches = try Dictionary(
      uniqueKeysWithValues: store.batches().map { ($0.op, $0.number) })
    var section = Listing.Section(
      "messages", lines, ifEmpty: OutgoingMessages.none,
      [
        .init("message", "编号", "No.", right: true) { .number(Int($0.message.id)) },
        .init("customer", "客户", "Customer", least: 14) {
          .text("\(number($0.message.draft.customer)) \($0.name)")
        },
        .init("send_at", "发送", "Send at", least: 16) {
          .moment(Moment($0.message.draft.day, $0.message.draft.time))
        },
        .init("state", "状态", "State") { line in
          .word(line.message.state.rawValue, line.message.state.words)
        },
        .init("batch", "批", "Batch", right: true) { line in
          line.message.handedOut.flatMap { batches[$0] }.map { .number($0) } ?? .empty
        },
        .init("channel", "方式", "By") { .term($0.message.draft.channel) },
        .init("template", "模板", "Template") { .text($0.message.draft.template) },
        .init("text", "内容", "Text", least: 12) { .text($0.message.draft.text) },
      ])
    section.overflow = .below
    return section
  }

  fileprivate func story(_ message: Message) throws -> String {
    let draft = message.draft
    let customer = try store.customer(draft.customer)
    let phone = customer.map { shown(draft.phone, of: $0) } ?? masked(draft.phone)
    let head = [
      session.say("短信 \(message.id)", "message \(message.id)"),
      "\(number(draft.customer)) \(customer?.name ?? "")", phone, session.say(draft.channel),
      session.say(Moment(draft.day, draft.time)), session.say(message.state.words),
    ]
    var lines = [
      head.joined(separator: "  "), draft.text, "", "\(draft.template)  \(draft.occasion)",
    ]
    if let op = try store.op(message.op) {
      lines.append(session.say("起草", "drafted") + " \(op.recorded) \(op.user)")
    }
    for (step, op) in try store.steps(of: message.id) {
      lines.append(session.say(step) + " \(op.recorded) \(op.user)")
    }
    return lines.map { visible($0) + "\n" }.joined()
  }
}

/// How far a message has come, as people are told.
enum MessageState: String {
  case draft, ready, queued, sent

  var words: Bilingual {
    switch self {
    case .draft: Bilingual("待批", "to approve")
    case .ready: Bilingual("可发", "ready")
    case .queued: Bilingual("已排队", "queued")
    case .sent: Bilingual("已发送", "sent")
    }
  }
}

extension Message {
  var state: MessageState {
    if steps.contains(.sent) { return .sent }
    if steps.contains(.queued) { return .queued }
    return isReady ? .ready : .draft
  }
}
