import ArgumentParser
import Core
import Store
import Values

struct LogCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "log", "记一次回访  Record a callback.",
    examples: "revisit log 王芳 --by 电话 --note 嫌楼层低 --next 下周三",
    "revisit log 王芳 --by 电话 --outcome 无人接")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("客户：编号 电话 尾号 姓名  The customer.", valueName: "客户"))
  var customer: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("电话 短信 微信 邮件 信函 上门 面谈 在线  By what means.", valueName: "MEANS"))
  var by: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("接通 无人接 占线 关机 挂断 拒绝 改期 空号 停机 错号 已发送  What came of it.", valueName: "OUTCOME")
  )
  var outcome: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("谈了什么；接通时必填  What was said.", valueName: "TEXT"))
  var note: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("意向 A B C D  The intention.", valueName: "GRADE"))
  var intention: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("同时定级 A B C D  Gives the grade too.", valueName: "GRADE"))
  var grade: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("约定下次：DAY 或“DAY HH:MM”  When next.", valueName: "DAY"))
  var next: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("答应了什么，需要 --next  What was promised.", valueName: "TEXT"))
  var promise: String?
  @Option(
    name: .customLong("number"), parsing: .unconditional,
    help: ArgumentHelp("打的哪个号码，默认第一个能用的  Which number was called.", valueName: "PHONE"))
  var dialled: String?
  @OptionGroup var details: DetailOptions
  @OptionGroup var farAhead: FarAheadOption
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("谈的是哪个事项，如 K00001  About which case.", valueName: "事项"))
  var about: String?
  @OptionGroup var survey: SurveyOptions
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    var entry = try ContactEntry(self, session)
    let named = try office.named(self.customer)
    let customer = named.customer
    let before = try office.store.history(of: customer.id)
    let matter = try office.caseSpokenOf(
      about ?? named.matter, entry.contact, at: entry.moment, with: customer, before)
    entry.contact.about = matter?.matter
    try record(entry, matter, of: customer, before, at: office)
  }

  private func record(
    _ entry: ContactEntry, _ matter: CaseSpokenOf?, of customer: CustomerSummary,
    _ before: History?, at office: Office
  ) throws {
    let session = office.session
    ContactRemarks.all(entry.contact, at: entry.moment, of: customer, before)
      .forEach(session.warn)
    let survey = try survey.entry(customer.id, on: entry.moment, office)
    try entry.check(of: before, hasScores: survey != nil, office)
    let dead = try DeadEnd(entry.contact, of: customer, calling: dialled, office)
    let receipt = try office.write("log", headline: try office.heading(customer) + "\n") {
      transaction in
      let fact = try transaction.append(
        to: customer.id, on: entry.moment.day, at: entry.moment.time, .contact(entry.contact),
        staff: office.user.staff ?? customer.owner, note: entry.texts.note,
        promise: entry.texts.promise, details: entry.texts.details)
      if let grade = entry.grade {
        try transaction.append(
          to: customer.id, on: entry.moment.day, at: entry.moment.time, .grade(grade),
          staff: office.user.staff ?? customer.owner)
      }
      try survey?.write(to: transaction, fact, of: customer.id, on: entry.moment.day)
      try dead?.write(to: transaction, at: entry.moment, office)
    }
    let told = session.say(try FactWords(office.store).tell(.contact(entry.contact), entry.texts))
    let graded = try entry.grade.map {
      "；" + session.say(try FactWords(office.store).tell(.grade($0)))
    }
    let line = session.sayRecord(
      receipt.facts.lowerBound, entry.moment, told + (graded ?? ""))
    let scores = survey.map { visible(session.say($0.told)) + "\n" } ?? ""
    let numbers = try dead.map { visible(session.say(try $0.told(office))) + "\n" } ?? ""
    if let remark = survey?.remark(entry.contact) { session.warn(remark) }
    let change = Change(
      customer: customer.id, before: before, after: try office.store.history(of: customer.id))
    let aftermath = try Aftermath.describe(change, at: office)
    let about = matter.map { visible(session.say($0.told)) + "\n" } ?? ""
    try session.answerRecorded(
      visible(line) + "\n" + about + scores + numbers + aftermath)
  }
}

/// A contact that showed that nobody can be reached under a number.
private struct DeadEnd {
  let customer: CustomerSummary
  let reason: Outcome
  /// Nil: the customer has none in use.
  let number: String?

  /// Nil where the contact says nothing of the kind.
  init?(
    _ contact: Contact, of customer: CustomerSummary, calling name: String?, _ office: Office
  ) throws {
    guard contact.outcome.saysDeadNumber else {
      if name != nil { throw Failure.usage(.needs("--number", "--outcome 空号")) }
      return nil
    }
    self.customer = customer
    reason = contact.outcome
    number = try office.dialled(name, contact.channel, of: customer)
  }

  func write(to transaction: Transaction, at moment: Moment, _ office: Office) throws {
    guard let number else { return }
    try transaction.markDead(
      number, of: customer.id, because: reason.chinese, at: moment, staff: office.user.staff)
  }

  /// Once it was written.
  func told(_ office: Office) throws -> Bilingual {
    guard let number else { return NumberMessages.noneToMark }
    let next = try office.dialled(nil, .phone, of: customer)
    func shown(_ number: String) -> String { office.shown(number, of: customer) }
    return NumberMessages.marked(shown(number), next: next.map(shown))
  }
}
