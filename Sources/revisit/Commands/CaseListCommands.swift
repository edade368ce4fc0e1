import ArgumentParser
import Core
import Store

struct ListCases: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "list", "事项清单，按时间  The cases by time.",
    examples: "revisit case list --open", "revisit case list --kind 投诉 --customer 王芳")

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

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let kind: CaseKind? = try kind.map { try readTerm($0, at: "--kind") }
    let customer = try self.customer.map { try office.customer($0).id }
    let files = try office.store.cases(of: customer, asOf: session.now).filter { file in
      (!open || file.isOpen) && (kind == nil || file.record.kind == kind)
    }
    try session.answer(try office.list(files, as: format))
  }
}

extension Office {
  fileprivate func list(_ files: [CaseFolder], as format: Format) throws -> String {
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
      let record = file.record
      list.add([
        .string(caseNumber(record.number)), .optional(file.opened.map { "\($0)" }),
        .string(number(record.customer)),
        .string(try store.customer(record.customer)?.name ?? ""), .string(word(record.kind)),
        .string(record.about), .string(word(record.urgency)),
        .optional(record.channel.map { word($0) }), .string(record.department),
        .string(word(file.state)), .optional(file.promised.map { "\($0)" }),
        .array(file.handlers.compactMap { words.name($0) }.map { .string($0) }),
        isTable
          ? .string(file.isPriority ? session.say(Tag.key) : "") : .bool(file.isPriority),
      ])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual(
        "没有事项：revisit case add 客户 投诉", "no cases: revisit case add CUSTOMER complaint"))
  }
}

struct ShowCase: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "show", "一个事项的经过  All that is known of a case.",
    examples: "revisit case show K00001", "revisit case show K1 --format json")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("编号，如 K00001  The case.", valueName: "编号"))
  var number: String
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let file = try office.record(number)
    let page = try CasePage(file, office)
    switch format {
    case .table: try session.answer(page.head(session) + "\n" + page.steps(session, as: .table))
    case .csv: try session.answer(page.steps(session, as: .csv))
    case .json: try session.answer(page.json.text + "\n")
    }
  }
}

/// A case with what was said at each step.
private struct CasePage {
  let file: CaseFolder
  let customer: String
  let texts: [FactID: FactTexts]
  let words: FactWords

  init(_ file: CaseFolder, _ office: Office) throws {
    self.file = file
    let name = try office.store.customer(file.record.customer)?.name ?? ""
    customer = "\(number(file.record.customer)) \(name)"
    texts = try office.store.texts(of: file.steps.map(\.fact))
    words = try FactWords(office.store)
  }

  func head(_ session: Session) -> String {
    let record = file.record
    var lines = ["\(caseNumber(record.number))  \(session.say(CaseMessages.title(record)))"]
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
    let record = file.record
    return .object([
      ("version", .int(1)), ("case", .string(caseNumber(record.number))),
      ("customer", .string(number(record.customer))), ("kind", .string(record.kind.name)),
      ("about", .string(record.about)), ("urgency", .string(record.urgency.name)),
      ("channel", .optional(record.channel?.name)), ("department", .string(record.department)),
      ("state", .string(file.state.name)), ("promised", .optional(file.promised.map { "\($0)" })),
      ("handlers", .array(file.handlers.compactMap { words.name($0) }.map { .string($0) })),
      ("priority", .bool(file.isPriority)),
      ("links", .array(file.links.map { .string(caseNumber($0)) })),
      ("steps", .array(file.steps.map(step))),
    ])
  }

  private func step(_ step: CaseFolder.Step) -> JSON {
    .object([
      ("record", .int(Int(step.fact))), ("when", .string("\(step.moment)")),
      ("step", .string(step.step.step.name)), ("to", .optional(step.step.to.map { "\($0)" })),
      ("by", .optional(words.name(step.staff))), ("note", .optional(texts[step.fact]?.note)),
    ])
  }
}

struct LinkCases: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "link", "同一件事的两个事项，都作重点  Two cases about one thing.",
    examples: "revisit case link K00001 K00002", "revisit case link K1 K2")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("编号，如 K00001  A case.", valueName: "编号"))
  var first: String
  @Argument(help: ArgumentHelp("另一个编号  Another.", valueName: "另一编号"))
  var second: String

  func run(in office: Office) throws {
    let session = office.session
    let (a, b) = (try office.record(first).record, try office.record(second).record)
    guard a.number != b.number else {
      throw Failure.refusal(.linkWithItself(caseNumber(a.number)))
    }
    let lines = [a, b].map { record in
      visible(
        "\(caseNumber(record.number))  \(session.say(CaseMessages.title(record)))  "
          + session.say(Tag.key)) + "\n"
    }
    try office.write("case link", headline: lines.joined()) {
      try $0.link(a.number, b.number)
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}
