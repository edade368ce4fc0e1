import ArgumentParser
import Core
import Store

struct WhyCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "why", "为什么该联系，或不该  Why a customer is due, or is not.",
    examples: "revisit why 王芳", "revisit why 王芳 --rule qnc-2.1.1")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("客户：编号 电话 尾号 姓名  The customer.", valueName: "客户"))
  var customer: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("只看这一条，如 qnc-1.2  One rule only.", valueName: "条款"))
  var rule: String?
  @Flag(help: "写成制度的用例，不含姓名电话  As a case for policy test, without names.")
  var asTest = false

  func run(in office: Office) throws {
    let session = office.session
    let customer = try office.customer(self.customer)
    let engine = try office.engine()
    let rule = try self.rule.map { try office.rule($0, engine) }
    guard let history = try office.store.history(of: customer.id) else { return }
    if asTest {
      let text = CaseText(history: history, engine: engine, now: session.now).text
      guard let text else { throw Failure.refusal(.noReign("\(session.today)")) }
      return try session.answer(text)
    }
    let waves = try office.waves(of: history, engine)
    let page = WhyPage(
      history: history, name: customer.name, family: try office.family(of: customer.id),
      engine: engine, now: session.now, only: rule?.id, waves: waves,
      language: session.language)
    try session.answer(page.text)
  }
}

extension Office {
  /// The waves of the customer's consultant; nil where the customer is in none.
  fileprivate func waves(of history: History, _ engine: Engine) throws -> WavePlans? {
    let today = session.today
    let pass = EnginePass(engine, at: session.now, days: today...today)
    let findings = pass.findings(of: history)
    var waves = WaveBook()
    waves.add(findings)
    guard !waves.isEmpty else { return nil }
    let book = findings.owner(on: today).map { Scope.book($0) } ?? .outsideBooks
    let scope = waves.hasRoles ? .office : book
    waves = WaveBook()
    try store.forEachHistory(in: scope, asOf: session.now) { waves.add(pass.findings(of: $0)) }
    return try wavePlans(waves, engine, on: today)
  }

  /// The rule with that id in any policy that was ever adopted, the newest first.
  func rule(_ id: String, _ engine: Engine) throws -> Rule {
    let rules = engine.reigns.reversed().flatMap(\.policy.rules) + Rule.own
    if let rule = rules.first(where: { $0.id == id }) { return rule }
    throw Failure.lookup(.noRule(id, nearest: nearest(to: id, among: rules.map(\.id))))
  }
}
