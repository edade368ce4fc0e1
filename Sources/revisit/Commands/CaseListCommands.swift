import ArgumentParser
import Core
import Store

struct ListCases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "事项清单, 按时间  The cases by time.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "只看没有关闭的  Only those not closed.") var open = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("投诉 建议 报修 咨询 服务  Only of that kind.", valueName: "KIND"))
  var kind: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("只看这位客户的  Only that customer's.", valueName: "CUSTOMER"))
  var customer: String?
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    let kind: CaseKind? = try kind.map { try readTerm($0, at: "--kind") }
    try session.atDesk(readOnly: true) { desk in
      let customer = try self.customer.map { try desk.customer($0).id }
      let files = try desk.store.matters(of: customer, asOf: session.now).filter { file in
        (!open || file.isOpen) && (kind == nil || file.matter.kind == kind)
      }
      try session.answer(try desk.list(files, as: format))
    }
  }
}

extension Desk {
  fileprivate func list(_ files: [MatterFile], as format: Format) throws -> String {
    var list = Listing(
      "cases",
      [
        .init("case", "编号", "No."), .init("opened", "时间", "Opened", least: 10),
        .init("customer", "客户", "Customer", least: 7), .init("name", "姓名", "Name"),
        .init("kind", "事项", "Kind"), .init("about", "关于", "About"),
        .init("urgency", "紧急", "Urgency"), .init("channel", "方式", "By"),
        .init("department", "部门", "Department"), .init("state", "状态", "State"),
        .init("promised", "答应回复", "Reply by"), .init("handlers", "经办", "Charged"),
        .init("priority", "重点", "Priority"),
      ])
    let words = try FactWords(store)
    let isTable = format == .table
    func word(_ term: some Term) -> String { isTable ? session.say(term) : term.name }
    for file in files {
      let matter = file.matter
      list.add([
        .string(caseNumber(matter.number)), .optional(file.opened.map { "\($0)" }),
        .string(number(matter.customer)),
        .string(try store.customer(matter.customer)?.name ?? ""), .string(word(matter.kind)),
        .string(matter.about), .string(word(matter.urgency)),
        .optional(matter.channel.map { word($0) }), .string(matter.department),
        .string(word(file.state)), .optional(file.promised.map { "\($0)" }),
        .array(file.handlers.compactMap { words.name($0) }.map { .string($0) }),
        isTable
          ? .string(file.isPriority ? session.say(Tag.key) : "") : .bool(file.isPriority),
      ])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual(
        "没有事项: revisit case add 客户 投诉", "no cases: revisit case add CUSTOMER complaint"))
  }
}

struct ShowCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一个事项的经过  All that is known of a case.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("编号, 如 K00001  The case.", valueName: "编号"))
  var number: String
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    try session.atDesk(readOnly: true) { desk in
      let file = try desk.matter(number)
      let page = try CasePage(file, desk)
      switch format {
      case .table: try session.answer(page.head(session) + "\n" + page.steps(session, as: .table))
      case .csv: try session.answer(page.steps(session, as: .csv))
      case .json: try session.answer(page.json.text + "\n")
      }
    }
  }
}

/// A case with what was said at each step.
private struct CasePage {
  let file: MatterFile
  let customer: String
  let texts: [FactID: FactTexts]
  let words: FactWords

  init(_ file: MatterFile, _ desk: Desk) throws {
    self.file = file
    let name = try desk.store.customer(file.matter.customer)?.name ?? ""
    customer = "\(number(file.matter.customer)) \(name)"
    texts = try desk.store.texts(of: file.steps.map(\.fact))
    words = try FactWords(desk.store)
  }

  func head(_ session: Session) -> String {
    let matter = file.matter
    var lines = ["\(caseNumber(matter.number))  \(session.say(CaseMessages.title(matter)))"]
    lines.append("\(customer)  \(session.say(file.state))")
    if let day = file.promised { lines.append(session.say(CaseMessages.promised(day))) }
    lines += file.links.map { session.say(CaseMessages.linked($0)) }
    return lines.map { visible($0) + "\n" }.joined()
  }

  func steps(_ session: Session, as format: Format) -> String {
    var list = Listing(
      "steps",
      [
        .init("record", "记录", "Record", right: true), .init("when", "时间", "When", least: 16),
        .init("step", "进展", "Step"), .init("to", "到", "To"), .init("by", "经办", "By"),
        .init("note", "说明", "Note"),
      ])
    for step in file.steps {
      let word = format == .table ? session.say(step.step.step) : step.step.step.name
      list.add([
        .int(Int(step.fact)), .string("\(step.moment)"), .string(word),
        .optional(step.step.to.map { "\($0)" }), .optional(words.name(step.staff)),
        .optional(texts[step.fact]?.note),
      ])
    }
    return list.text(as: format, session, ifEmpty: Bilingual("没有进展", "no steps"))
  }

  var json: JSON {
    let matter = file.matter
    return .object([
      ("version", .int(1)), ("case", .string(caseNumber(matter.number))),
      ("customer", .string(number(matter.customer))), ("kind", .string(matter.kind.name)),
      ("about", .string(matter.about)), ("urgency", .string(matter.urgency.name)),
      ("channel", .optional(matter.channel?.name)), ("department", .string(matter.department)),
      ("state", .string(file.state.name)), ("promised", .optional(file.promised.map { "\($0)" })),
      ("handlers", .array(file.handlers.compactMap { words.name($0) }.map { .string($0) })),
      ("priority", .bool(file.isPriority)),
      ("links", .array(file.links.map { .string(caseNumber($0)) })),
      ("steps", .array(file.steps.map(step))),
    ])
  }

  private func step(_ step: MatterFile.Step) -> JSON {
    .object([
      ("record", .int(Int(step.fact))), ("when", .string("\(step.moment)")),
      ("step", .string(step.step.step.name)), ("to", .optional(step.step.to.map { "\($0)" })),
      ("by", .optional(words.name(step.staff))), ("note", .optional(texts[step.fact]?.note)),
    ])
  }
}

struct LinkCases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "同一件事的两个事项, 都作重点  Two cases about one thing.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("编号, 如 K00001  A case.", valueName: "编号"))
  var first: String
  @Argument(help: ArgumentHelp("另一个编号  Another.", valueName: "另一编号"))
  var second: String

  func run() throws {
    let session = try Session(common)
    try session.atDesk(operation) { desk in
      let (a, b) = (try desk.matter(first).matter, try desk.matter(second).matter)
      guard a.number != b.number else {
        throw Failure.refusal(.linkWithItself(caseNumber(a.number)))
      }
      let lines = [a, b].map { matter in
        "\(caseNumber(matter.number))  \(session.say(CaseMessages.title(matter)))  "
          + "\(session.say(Tag.key))\n"
      }
      try desk.write("case link", headline: lines.map(visible).joined()) {
        try $0.link(a.number, b.number)
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }
  }
}
