import ArgumentParser
import Core
import PolicyFiles
import Store
import Values

struct PlanPolicy: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "plan", "同一客户在两份制度下要做什么  One customer under two policies.",
    examples: "revisit policy plan 王芳 --policy yufu --to +30天",
    "revisit policy plan 王芳 --policy 制度.yaml --to +30天 --format csv")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filling: FillingOption
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Option("要比的制度，内置名或文件  The other policy.", "POLICY") var policy: String
  @Option("看到哪天  Until when.", "DAY") var to: String
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let last = try session.day(to, at: "--to", lean: .plan)
    guard session.today <= last else {
      throw Failure.value("--to", .time(.past("\(last)", earliest: "\(session.today)")))
    }
    guard last - session.today <= PlanPolicy.most else {
      throw Failure.value(
        "--to", .time(.longSpan(last - session.today + 1, most: PlanPolicy.most + 1)))
    }
    let filling = try filling.read()
    let other = try office.load([policy], filling).policy
    let customer = try office.customer(self.customer)
    guard let history = try office.store.history(of: customer.id, asOf: session.now) else {
      return
    }
    let days = session.today...last
    let plans = try office.enginesSideBySide(other, from: session.today).map { name, engine in
      CustomerPlan(policy: name, engine: engine, calls: engine.plan(for: history, over: days))
    }
    let who = "\(number(customer.id)) \(customer.name)"
    let title = [Bilingual(who, who), DueMessages.dated(days)].joined(separator: "  ")
    try session.answer(
      Listing(heading: [title], CustomerPlan.sections(plans)), as: format)
  }

  /// Days that are looked ahead at most.
  private static let most = 800
}

extension Office {
  /// The policies in force, and another one as if it reigned from that day on, each by its name.
  /// Nothing is written.
  func enginesSideBySide(
    _ other: Policy, from day: Day
  ) throws -> [(name: String, engine: Engine)] {
    let own = try engine()
    var vocabulary = own.vocabulary
    vocabulary.formUnion(other.vocabulary)
    let calendar = try calendar().work
    guard let current = own.reign(on: session.today)?.policy.name else {
      throw Failure.refusal(.noReign("\(session.today)"))
    }
    let name = other.name == current ? "\(other.name)'" : other.name
    return [
      (current, own),
      (
        name,
        Engine(
          reigns: [Reign(id: 1, policy: other, from: day)], milestones: own.milestones,
          calendar: calendar, vocabulary: vocabulary, staffing: own.staffing)
      ),
    ]
  }
}

/// What one policy would ask of a customer.
struct CustomerPlan {
  let policy: String
  let engine: Engine
  let calls: [PlannedCall]

  /// What each of them asks for: for programs a row a call, on a page the policies side by side.
  static func sections(_ plans: [CustomerPlan]) -> [Listing.Section] {
    [calls(plans), days(plans)]
  }

  private static func calls(_ plans: [CustomerPlan]) -> Listing.Section {
    let calls = plans.flatMap { plan in
      plan.calls.map { (policy: plan.policy, rule: plan.engine.rule($0.rule), call: $0) }
    }
    var section = Listing.Section(
      "calls", calls,
      [
        .init("policy", "制度", "policy") { .text($0.policy) },
        .init("rule", "条款编号", "id of the rule") { .text($0.rule.id) },
        .init("article", "条文号", "article") { .text($0.rule.article) },
        .init("opens", "哪天起可做", "opens") { .moment($0.call.opens) },
        .init("due", "什么时候以前", "due") { .moment($0.call.due) },
        .init("channels", "方式", "channels") { .list($0.call.channels.map { .term($0) }) },
      ])
    section.shown = .data
    return section
  }

  /// One line a day, one column a policy.
  private static func days(_ plans: [CustomerPlan]) -> Listing.Section {
    let columns = plans.map { plan in
      Listing.Field<Day>(plan.policy, Bilingual(plan.policy, plan.policy), least: 16) {
        .words(plan.asked(on: $0))
      }
    }
    var section = Listing.Section(
      "days", Set(plans.flatMap { $0.calls.map(\.due.day) }).sorted(),
      ifEmpty: Bilingual("没有要做的。", "Nothing to do."),
      [.init("due", "到期", "Due") { .words(DueMessages.dated(Moment($0))) }] + columns)
    section.shown = .page
    return section
  }

  /// `qnc-2.1.2 电话 自 11-03`, rule by rule.
  private func asked(on day: Day) -> Bilingual {
    calls.filter { $0.due.day == day }.map { call in
      let means = call.channels.map(\.bilingual).joined(separator: "+")
      let opens = call.opens.day < day ? " \(call.opens.day.description.dropFirst(5))" : ""
      let id = engine.rule(call.rule).id
      return Bilingual(
        "\(id) \(means.zh)" + (opens.isEmpty ? "" : " 自\(opens)"),
        "\(id) \(means.en)" + (opens.isEmpty ? "" : " from\(opens)"))
    }.joined(separator: Bilingual("；", "; "))
  }
}
