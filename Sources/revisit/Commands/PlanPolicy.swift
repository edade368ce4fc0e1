import ArgumentParser
import Core
import PolicyFiles
import Store

struct PlanPolicy: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "plan", "同一客户在两份制度下要做什么  One customer under two policies.",
    examples: "revisit policy plan 王芳 --policy yufu --to +30天",
    "revisit policy plan 王芳 --policy 制度.yaml --to +30天 --format csv")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filling: FillingOption
  @Argument(help: ArgumentHelp("客户：编号 电话 尾号 姓名  The customer.", valueName: "客户"))
  var customer: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("要比的制度，内置名或文件  The other policy.", valueName: "POLICY"))
  var policy: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("看到哪天  Until when.", valueName: "DAY"))
  var to: String
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let last = try session.day(to, at: "--to")
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
    if format == .table {
      let title = "\(number(customer.id)) \(customer.name)  \(session.say(days))"
      try session.answer(visible(title) + "\n\n" + CustomerPlan.table(plans, session))
    } else {
      try session.answer(
        CustomerPlan.listing(plans).text(as: format, session, ifEmpty: .init("", "")))
    }
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
          calendar: calendar)
      ),
    ]
  }
}

/// What one policy would ask of a customer.
struct CustomerPlan {
  let policy: String
  let engine: Engine
  let calls: [PlannedCall]

  /// One line a day, one column a policy.
  static func table(_ plans: [CustomerPlan], _ session: Session) -> String {
    let days = Set(plans.flatMap { $0.calls.map(\.due.day) }).sorted()
    guard !days.isEmpty else { return session.say("没有要做的。\n", "Nothing to do.\n") }
    var table = Table(
      [Table.Column(session.say("到期", "Due"))]
        + plans.map { Table.Column(visible($0.policy), least: 16) })
    for day in days {
      table.add([session.say(day)] + plans.map { $0.cell(day, session) })
    }
    return table.text(on: session.terminal)
  }

  private func cell(_ day: Day, _ session: Session) -> String {
    calls.filter { $0.due.day == day }.map { call in
      let means = call.channels.map { session.say($0) }.joined(separator: "+")
      let opens =
        call.opens.day < day ? session.say(" 自 ", " from ") + shortDay(call.opens.day) : ""
      return "\(engine.rule(call.rule).id) \(means)\(opens)"
    }.joined(separator: session.language.semicolon)
  }

  private func shortDay(_ day: Day) -> Substring { day.description.dropFirst(5) }

  static func listing(_ plans: [CustomerPlan]) -> Listing {
    var list = Listing(
      "calls",
      ["policy", "rule", "article", "opens", "due", "channels"].map { .init($0, $0, $0) })
    for plan in plans {
      for call in plan.calls {
        let rule = plan.engine.rule(call.rule)
        list.add([
          .string(plan.policy), .string(rule.id), .string(rule.article),
          .string("\(call.opens)"), .string("\(call.due)"),
          .array(call.channels.map { .string($0.name) }),
        ])
      }
    }
    return list
  }
}
