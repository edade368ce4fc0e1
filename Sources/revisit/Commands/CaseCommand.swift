import ArgumentParser
import Core
import Store
import Values

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "事项：投诉 建议 报修 咨询 服务  Cases: complaints, repairs...",
    subcommands: [AddCase.self, StepCase.self, ListCases.self, ShowCase.self, LinkCases.self],
    defaultSubcommand: ListCases.self)
}

struct AddCase: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "add", "登记事项  Enter a case.",
    examples: "revisit case add 王芳 投诉 --about 电梯 --by 电话",
    "revisit case add 王芳 报修 --about 水管 --urgency 紧急")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Argument("投诉 建议 报修 咨询 服务  The kind.", "事项") var kind: String
  @Option("关于什么，如 房屋质量  What it is about.", "TEXT") var about: String?
  @Option("电话 面谈 信函…  How it came in.", "MEANS") var by: String?
  @Option("向哪个部门反映的  The department it was brought to.", "TEXT") var department: String?
  @Option("紧急 普通 低  The urgency.", "URGENCY") var urgency: String?
  @Option("说明  A note.", "TEXT") var note: String?
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let entry = try entry()
    let note = try note.map { try readText($0, at: "--note") }
    let customer = try office.customer(self.customer)
    let twins = try office.store.cases(of: customer.id).filter { $0.isTwin(of: entry) }
    let words = try FactWords(office.store)
    try office.change(customer, "case add", isAnybodys: true) { transaction in
      let (number, fact) = try transaction.addCase(
        entry, of: customer.id, on: moment, staff: office.user.staff ?? customer.owner, note: note
      )
      for twin in twins { try transaction.link(number, twin.record.number) }
      let step = CaseStep(0, entry.kind, .opened, urgency: entry.urgency)
      let told = session.say(words.tell(.step(step), FactTexts(note: note)))
      return [
        "\(caseNumber(number))  \(session.say(CaseMessages.title(entry)))",
        session.sayRecord(fact, moment, told),
      ] + twins.map { session.say(CaseMessages.linked($0.record.number)) }
    }
  }

  private func entry() throws -> CaseEntry {
    CaseEntry(
      try readTerm(kind, at: "事项"),
      urgency: try urgency.map { try readTerm($0, at: "--urgency") } ?? .normal,
      channel: try by.map { try readTerm($0, at: "--by") },
      about: try about.map { try readText($0, at: "--about", limit: 60) } ?? "",
      department: try department.map { try readText($0, at: "--department", limit: 60) } ?? "")
  }
}

extension CaseFolder {
  /// Whether the customer has brought the same thing to another department, and it is not closed
  /// (同一问题多次投诉).
  fileprivate func isTwin(of entry: CaseEntry) -> Bool {
    isOpen && !entry.about.isEmpty && record.about == entry.about
      && !entry.department.isEmpty && !record.department.isEmpty
      && record.department != entry.department
  }
}

struct StepCase: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "step", "事项进展：派单 告知 方案 承诺 回复 处理 升级 关闭  A step of a case.",
    examples: "revisit case step K00001 派单 --to 孙客服", "revisit case step K00001 承诺 --to 明天")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("编号，如 K00001  The case.", "编号") var number: String
  @Argument("派单 告知 方案 承诺 回复 处理 升级 关闭  What was done.", "进展") var step: String
  @Option("派单、升级给谁；承诺哪天回复  To whom; by which day.", "NAME|DAY") var to: String?
  @Option("说明  A note.", "TEXT") var note: String?
  @OptionGroup var farAhead: FarAheadOption
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let step: CaseStepKind = try readTerm(step, at: "进展")
    let note = try note.map { try readText($0, at: "--note") }
    let file = try office.record(number)
    if let opened = file.opened, moment.isSurelyBefore(opened) {
      throw Failure.value("--on", .time(.past("\(moment)", earliest: "\(opened)")))
    }
    let target = try target(of: step, moment, office)
    try take(step, of: file, on: moment, target, note, office)
  }

  private enum Target {
    case staff(Staff)
    case day(Day)
  }

  private func target(of step: CaseStepKind, _ moment: Moment, _ office: Office) throws -> Target? {
    let word = office.session.say(step)
    switch step {
    case .assigned, .escalated:
      guard let to else { throw Failure.usage(.needs(word, "--to")) }
      return .staff(try office.colleague(to, at: "--to"))
    case .promised:
      guard let to else { throw Failure.usage(.needs(word, "--to")) }
      let day = try office.session.plan(to, at: "--to", isSure: farAhead.yes).day
      guard day >= moment.day else {
        throw Failure.value("--to", .time(.past("\(day)", earliest: "\(moment.day)")))
      }
      return .day(day)
    case .opened, .agreed, .replied, .handled, .closed, .told:
      if to != nil { throw Failure.usage(.conflict("--to", word)) }
      return nil
    }
  }

  private func take(
    _ step: CaseStepKind, of file: CaseFolder, on moment: Moment, _ target: Target?,
    _ note: String?,
    _ office: Office
  ) throws {
    let (session, record) = (office.session, file.record)
    guard let customer = try office.store.customer(record.customer) else { return }
    var day: Day?
    var staff = office.user.staff ?? customer.owner
    var whom = ""
    switch target {
    case .day(let promised)?: day = promised
    case .staff(let member)?: (staff, whom) = (member.id, " " + member.name)
    case nil: break
    }
    let fact = CaseStep(record.own, record.kind, step, urgency: record.urgency, to: day)
    if step == .assigned, case .staff(let member)? = target {
      try office.remark(on: member, sentTo: customer, record)
    }
    let words = FactWords.tell(fact)
    let text = note.map { session.language.colon + $0 } ?? ""
    try office.change(customer, "case step") { transaction in
      let id = try transaction.append(
        to: customer.id, on: moment.day, at: moment.time, .step(fact), staff: staff, note: note)
      return [
        "\(caseNumber(record.number))  \(session.say(CaseMessages.title(record)))",
        session.sayRecord(id, moment, session.say(words) + whom + text),
      ]
    }
  }
}

extension Office {
  /// Says where the one who is sent has another area or other trades.
  fileprivate func remark(
    on member: Staff, sentTo customer: CustomerSummary, _ record: CaseRecord
  ) throws {
    let skills = try store.skills(of: member.id)
    let building = try store.profile(of: customer.id)?.building
    if let building, !skills.covers(building) {
      session.warn(CaseMessages.otherArea(member.name, skills.area, customer.name, building))
    }
    if !skills.fits(record.about) {
      session.warn(CaseMessages.otherTrade(member.name, skills.trades, record.about))
    }
  }

  /// The case that `text` numbers: `K00001`, `k1`.
  func record(_ text: String) throws -> CaseFolder {
    let plain = halfWidth(text)
    let digits = plain.first.map { "Kk".contains($0) } ?? false ? plain.dropFirst() : plain[...]
    guard isDigits(digits), digits.utf8.count <= 12, let number = Int64(digits),
      let file = try store.cases(number: number).first
    else { throw Failure.lookup(.noCase(text)) }
    return file
  }
}
