import ArgumentParser
import Core
import Store
import Values

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "台账：礼品 巡查 媒体 报告…  The ledger of gifts, patrols, reports.",
    subcommands: [AddEntry.self, ListEntries.self, CloseEntry.self],
    defaultSubcommand: ListEntries.self)
}

struct AddEntry: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "add", "记一条  Enter something.",
    examples: "revisit ledger add 礼品 --customer 王芳 --note 生日",
    "revisit ledger add 巡查 --for 孙客服 --count 2")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("礼品 巡查问题 媒体问题 培训 奖励 罚款，或制度里的  What kind.", "类别") var kind: String
  @Option("哪位客户  The customer it is about.", "客户", completion: .customers) var customer: String?
  @Option("谁做的，默认本人  Who did it.", "姓名", name: .customLong("for"), completion: .staff) var member:
    String?
  @OptionGroup var when: WhenOptions
  @OptionGroup var entry: EntryOptions
  @Flag(help: "是新的类别  It is a kind that the ledger does not know yet.") var newKind = false

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let (count, note) = try entry.read()
    let wanted = try readName(kind, at: "类别")
    let kind = try office.entryKind(wanted, on: moment.day, isNew: newKind)
    if kind == LedgerKinds.gift {
      // To whom, and why: a gift without either is no record.
      if customer == nil { throw Failure.usage(.needs(kind, "--customer")) }
      if note == nil { throw Failure.usage(.needs(kind, "--note")) }
    }
    let customer = try customer.map { try office.customer($0) }
    if let customer { try office.requireOwn(customer) }
    try office.record(
      EntryDraft(
        kind: kind, moment: moment, staff: try office.member(named: member), customer: customer,
        count: count, note: note),
      as: "ledger add", title: kind)
  }
}

struct ListEntries: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "list", "查台账，默认近 31 天  The entries of the last 31 days.",
    examples: "revisit ledger list --open", "revisit ledger list --kind 礼品 --format csv")

  @OptionGroup var common: CommonOptions
  @Option("只看一类  One kind.", "类别") var kind: String?
  @Option("第一天  The first day.", "DAY") var from: String?
  @Option("最后一天  The last day.", "DAY") var to: String?
  @Flag(help: "只看未结的  Only what is still open.") var open = false
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let from = try from.map { try session.day($0, at: "--from") }
    let last = try to.map { try session.lastDay($0, from: from) } ?? session.today
    let first = from ?? last - 30
    guard first <= last else {
      throw Failure.value("--to", .time(.past("\(last)", earliest: "\(first)")))
    }
    let kind = try kind.map { try office.entryKind($0, on: session.today) }
    let lines = try office.ledgerLines(kind, first...last).filter { !open || $0.isPending }
    var section = office.listing(lines)
    if open { section.ifEmpty = DutyMessages.nothingPending }
    try session.answer(
      section, "台账  \(first) 至 \(last)", "Ledger  \(first) to \(last)", as: format)
  }
}

struct CloseEntry: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "close", "问题已处理，报告已核定  A problem is handled, a report approved.",
    examples: "revisit ledger close 1", "revisit ledger approve 1 --note 已处理", aliases: ["approve"])

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("台账编号  The entry.", "编号") var entry: String
  @Option("结果  What came of it.", "TEXT") var note: String?
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let id = LedgerID(try readNumber(entry, at: "编号", in: 1...Int(Int32.max)))
    let moment = try session.happened(on: when.on, at: when.time)
    let note = try note.map { try readText($0, at: "--note") }
    let all = try office.ledgerLines(nil, .first ... .last)
    guard let line = all.first(where: { $0.entry.id == id }) else {
      throw Failure.lookup(.noEntry(entry))
    }
    guard moment.day >= line.entry.moment.day else {
      throw Failure.value(
        "--on", .time(.past("\(moment.day)", earliest: "\(line.entry.moment.day)")))
    }
    let told = [line.entry.kind, line.entry.text].filter { !$0.isEmpty }.joined(
      separator: session.language.colon)
    let headline = session.say("台账 \(id)", "entry \(id)") + "  " + visible(told)
    let staff = office.user.staff
    let effect = try office.effect(of: LedgerEntry.approval(of: line.entry.kind), by: staff) {
      try office.write("ledger close", headline: headline + "\n") {
        try $0.closeEntry(id, at: moment, staff: staff, text: note ?? "")
      }
    }
    let closed = session.say("已结", "closed")
    let text = ["\(closed)  \(session.say(moment))", note ?? ""].filter { !$0.isEmpty }
    try session.answerRecorded(
      ([text.joined(separator: "  ")] + effect).map { visible($0) + "\n" }.joined()
        + Aftermath.undoHint(session))
  }
}
