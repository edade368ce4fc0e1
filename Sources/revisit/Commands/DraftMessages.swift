import ArgumentParser
import Core
import Store
import Values

struct DraftMessages: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "draft", "起草当天该发的短信  Draft the texts that are due.",
    examples: "revisit message draft", "revisit message draft 李娜 --ahead 7")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("只为这位客户  For one customer alone.", "客户", completion: .customers) var customer: String?
  @Option("哪天发的，默认今天  To be sent when.", "DAY") var on: String?
  @Option("连同其后几天  And how many days after.", "N") var ahead: String?
  @Option("只起草这条规则的  Of that rule alone.", "规则", completion: .rules) var rule: String?
  @Option("填空，如 wx-1.3.obtained=封顶  Fills a placeholder of a text; may be repeated.", "K=V")
  var set: [String] = []
  @Flag(help: "没批准的重新起草  Draft anew what nobody approved yet.") var again = false

  func run(in office: Office) throws {
    let session = office.session
    let first = try on.map { try session.day($0, at: "--on", lean: .plan) } ?? session.today
    guard first >= session.today else {
      throw Failure.value("--on", .time(.past("\(first)", earliest: "\(session.today)")))
    }
    let more = try ahead.map { try readNumber($0, at: "--ahead", in: 0...31) } ?? 0
    var query = DraftQuery(days: first...first + more, rule: rule)
    query.again = again
    query.customer = try customer.map { try office.customer($0) }
    let engine = try office.engine()
    query.given = try GivenValues(set, engine.reigns.map(\.policy))
    if let rule { try check(rule, engine, on: query.days) }
    let plan = try office.draftPlan(query, engine)
    guard !plan.drafts.isEmpty else {
      if !plan.failures.isEmpty { throw Failure.several(plan.failures, code: .data) }
      warn(plan, session)
      return try session.answer(session.say(OutgoingMessages.nothingToDraft(plan.known)) + "\n")
    }
    try record(plan, at: office)
  }

  private func check(_ rule: String, _ engine: Engine, on days: ClosedRange<Day>) throws(Failure) {
    let known = engine.reigns.filter { $0.from <= days.upperBound }.flatMap(\.policy.rules)
    guard let found = known.last(where: { $0.id == rule }) else {
      throw .lookup(.noRule(rule, nearest: nearest(to: rule, among: known.map(\.id))))
    }
    guard !found.message.names.isEmpty else { throw .text(.noMessage(rule: rule)) }
  }

  private func record(_ plan: DraftPlan, at office: Office) throws {
    let session = office.session
    let waiting = plan.drafts.count { $0.draft.needsApproval }
    let headline = session.say(
      OutgoingMessages.drafted(plan.drafts.count, toApprove: waiting, known: plan.known))
    var lines: [String] = []
    try office.write("message draft", headline: headline + "\n") { transaction in
      for message in plan.replaced { try transaction.drop(message) }
      for (draft, customer) in plan.drafts {
        let id = try transaction.draft(draft)
        let who = "\(number(customer.id)) \(customer.name)"
        lines.append("\(id)  \(who)  \(Moment(draft.day, draft.time))  \(draft.text)")
      }
    }
    warn(plan, session)
    let text = lines.map { visible($0) + "\n" }.joined()
    try session.answerRecorded(text + Aftermath.undoHint(session))
  }

  /// What could not be drafted beside the rest.
  private func warn(_ plan: DraftPlan, _ session: Session) {
    for complaint in plan.failures.flatMap(\.complaints) {
      let right = complaint.right ?? Bilingual("", "")
      func line(_ language: Language) -> String {
        let place = complaint.place.map { $0 + language.colon } ?? ""
        return place + complaint.wrong[language] + language.semicolon + right[language]
      }
      session.warn(Bilingual(line(.zh), line(.en)))
    }
    for customer in plan.unreachable {
      session.warn(OutgoingMessages.noPhone("\(number(customer.id)) \(customer.name)"))
    }
  }
}

struct RenderMessage: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "render", "试填一个模板  Fill a template for a customer, and only print it.",
    examples: "revisit message render subscribed 李娜",
    "revisit message render subscribed 李娜 --set project=阳光花园")

  @OptionGroup var common: CommonOptions
  @Argument("模板，见 policy show  The template.", "模板", completion: .templates) var template: String
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Option("填空，如 obtained=封顶  Fills a placeholder; may be repeated.", "K=V") var set: [String] = []

  func run(in office: Office) throws {
    let session = office.session
    let customer = try office.customer(self.customer)
    let engine = try office.engine()
    let given = try GivenValues(set, engine.reigns.map(\.policy))
    guard let policy = engine.reign(on: session.today)?.policy else {
      throw Failure.refusal(.noReign("\(session.today)"))
    }
    guard let template = policy.templates.first(where: { $0.id == self.template }) else {
      let near = nearest(to: self.template, among: policy.templates.map(\.id))
      throw Failure.lookup(.noTemplate(self.template, nearest: near))
    }
    let profile = try office.store.profile(of: customer.id) ?? Profile(name: customer.name)
    let notice = try office.notice(of: template, for: customer, engine)
    let senders = policy.rules.filter { $0.message.names.contains(template.id) }
    let ofCase = try notice.map { try office.caseValues($0, of: customer.id) } ?? [:]
    let values = try MessageValues(office, policy).values(
      of: profile, owner: customer.owner,
      occasion: (notice?.values ?? [:]).merging(ofCase) { $1 },
      given: given.values(for: template.id, of: senders.map(\.id)))
    let sender = senders.first
    let frame = policy.frames.first { $0.addOn == sender?.addOn }
    do {
      let text = try template.composed(in: template.kind == .message ? frame : nil, with: values)
      try session.answer(visible(text) + "\n")
    } catch let error as Unfilled {
      let who = "\(number(customer.id)) \(customer.name)"
      throw Failure.text(
        .unfilled(
          UnfilledText(template: template.id, placeholders: error.placeholders, customer: who)))
    }
  }
}

extension Office {
  /// What the customer is next to be sent that text for, within a month.
  fileprivate func notice(
    of template: Template, for customer: CustomerSummary, _ engine: Engine
  ) throws -> Notice? {
    let query = DraftQuery(days: session.today...session.today + 31, customer: customer)
    return try owedNotices(query, engine).flatMap(\.notices)
      .filter { $0.template.id == template.id }.min { $0.day < $1.day }
  }
}
