import ArgumentParser
import Core
import Store

struct ListCases: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "list", "事项清单，按时间  The cases by time.",
    examples: "revisit case list --open", "revisit case list --kind 投诉 --customer 王芳")

  @OptionGroup var common: CommonOptions
  @Flag(help: "只看没有关闭的  Only those not closed.") var open = false
  @Option("投诉 建议 报修 咨询 服务  Only of that kind.", "KIND") var kind: String?
  @Option("只看这位客户的  Only that customer's.", "CUSTOMER") var customer: String?
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let kind: CaseKind? = try kind.map { try readTerm($0, at: "--kind") }
    let customer = try self.customer.map { try office.customer($0).id }
    let files = try office.store.cases(of: customer, asOf: session.now).filter { file in
      (!open || file.isOpen) && (kind == nil || file.record.kind == kind)
    }
    office.keep(
      files.map { ListRow(customer: $0.record.customer, matter: $0.record.number) })
    try session.answer(try office.list(files), "事项", "Cases", as: format)
  }
}

extension Office {
  fileprivate func list(_ files: [CaseFolder]) throws -> Listing.Section {
    let words = try FactWords(store)
    let lines = try files.enumerated().map { index, file in
      (row: index + 1, file: file, name: try store.customer(file.record.customer)?.name ?? "")
    }
    var section = Listing.Section(
      "cases", lines, ifEmpty: CaseMessages.none,
      [
        .init("row", "行", "Row", right: true, least: 3) { .number($0.row) },
        .init("case", "编号", "No.") { .text(caseNumber($0.file.record.number)) },
        .init("opened", "何时登记", "when it came", shown: .data) { .optional($0.file.opened) },
        .init("day", "日期", "Opened", least: 10, shown: .page) { .optional($0.file.opened?.day) },
        .init("customer", "客户编号", "customer", shown: .data) {
          .text(number($0.file.record.customer))
        },
        .init("name", "姓名", "Name") { .text($0.name) },
        .init("kind", "事项", "Kind") { .term($0.file.record.kind) },
        .init("urgency", "紧急", "Urgency") { .term($0.file.record.urgency) },
        .init("state", "状态", "State") { .term($0.file.state) },
        .init("promised", "答应回复", "Reply by", least: 10) { .optional($0.file.promised) },
        .init("handlers", "经办", "Charged") { line in
          .list(line.file.handlers.all.compactMap { words.name($0) }.map { .text($0) })
        },
        .init("priority", "重点", "Priority") { .yes($0.file.isPriority, Tag.BuiltIn.key.bilingual) },
        .init("about", "关于", "About") { .text($0.file.record.about) },
        .init("department", "责任部门", "department", shown: .joined) {
          .text($0.file.record.department)
        },
        .init("channel", "怎么提出的", "how it came", shown: .joined) {
          .optional($0.file.record.channel)
        },
      ])
    section.overflow = .below
    return section
  }
}

struct ShowCase: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "show", "一个事项的经过  All that is known of a case.",
    examples: "revisit case show K00001", "revisit case show K1 --format json")

  @OptionGroup var common: CommonOptions
  @Argument("编号，如 K00001  The case.", "编号") var number: String
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let file = try office.record(number)
    let page = try CasePage(file, office)
    try session.answer(page.listing, as: format)
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
    customer = try office.store.customer(file.record.customer)?.name ?? ""
    texts = try office.store.texts(of: file.steps.map(\.fact))
    words = try FactWords(office.store)
  }

  var listing: Listing {
    Listing(heading: heading, facts: facts, [steps])
  }

  private var heading: [Bilingual] {
    let record = file.record
    let number = Bilingual(caseNumber(record.number), caseNumber(record.number))
    let who = "\(revisit.number(record.customer)) \(customer)"
    let state = file.state.bilingual
    return [
      [number, CaseMessages.title(record)].joined(separator: "  "),
      Bilingual("\(who)  \(state.zh)", "\(who)  \(state.en)"),
    ] + [file.promised.map(CaseMessages.promised)].compactMap { $0 }
      + file.links.map(CaseMessages.linked)
  }

  private var facts: [Listing.Fact] {
    let record = file.record
    return [
      .init("case", "事项编号", "case", .text(caseNumber(record.number))),
      .init("customer", "客户编号", "customer", .text(number(record.customer))),
      .init("kind", "投诉、报修…", "kind", .term(record.kind)),
      .init("about", "关于什么", "about", .text(record.about)),
      .init("urgency", "紧急程度", "urgency", .term(record.urgency)),
      .init("channel", "怎么提出的", "how it came", .optional(record.channel)),
      .init("department", "责任部门", "department", .text(record.department)),
      .init("state", "状态", "state", .term(file.state)),
      .init("promised", "答应哪天回复", "reply promised by", .optional(file.promised)),
      .init(
        "handlers", "经办", "who is charged",
        .list(file.handlers.all.compactMap { words.name($0) }.map { .text($0) })),
      .init(
        "priority", "重点", "of priority", .yes(file.isPriority, Tag.BuiltIn.key.bilingual)),
      .init(
        "links", "同一件事的事项", "cases about the same",
        .list(file.links.map { .text(caseNumber($0)) })),
    ]
  }

  private var steps: Listing.Section {
    Listing.Section(
      "steps", file.steps, ifEmpty: CaseMessages.noSteps,
      [
        .init("record", "记录", "Record", right: true) { .number(Int($0.fact)) },
        .init("when", "时间", "When", least: 16) { .moment($0.moment) },
        .init("step", "进展", "Step") { .term($0.step.step) },
        .init("to", "到", "To") { .optional($0.step.to) },
        .init("given_to", "给", "Given to") { taken in
          .optional(taken.step.step.givesAway ? words.name(taken.staff) : nil)
        },
        .init("doer", "经办", "By", shown: .page) { taken in
          .optional(taken.step.step.givesAway ? nil : words.name(taken.staff))
        },
        .init("by", "谁做的", "by whom", shown: .data) { .optional(words.name($0.staff)) },
        .init("note", "说明", "Note") { .optional(texts[$0.fact]?.note) },
      ])
  }
}

struct LinkCases: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "link", "同一件事的两个事项，都作重点  Two cases about one thing.",
    examples: "revisit case link K00001 K00002", "revisit case link K1 K2")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("编号，如 K00001  A case.", "编号") var first: String
  @Argument("另一个编号  Another.", "另一编号") var second: String

  func run(in office: Office) throws {
    let session = office.session
    let (a, b) = (try office.record(first).record, try office.record(second).record)
    guard a.number != b.number else {
      throw Failure.refusal(.linkWithItself(caseNumber(a.number)))
    }
    let lines = [a, b].map { record in
      "\(caseNumber(record.number))  \(session.say(CaseMessages.title(record)))  "
        + "\(session.say(Tag.BuiltIn.key))\n"
    }
    try office.write("case link", headline: lines.map(visible).joined()) {
      try $0.link(a.number, b.number)
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}
