import ArgumentParser
import Core
import PolicyFiles
import Store
import Values

struct WhyCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "why", "为什么该联系，或不该  Why a customer is due, or is not.",
    examples: "revisit why 王芳", "revisit why 王芳 --rule qnc-2.1.1")

  @OptionGroup var common: CommonOptions
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Option("只看这一条，如 qnc-1.2  One rule only.", "条款") var rule: String?
  @Flag(help: "写成制度的用例，不含姓名电话  As a case for policy test, without names.")
  var asTest = false
  @OptionGroup var format: PageOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    try refuseConflicts(("--rule", rule != nil), ("--as-test", asTest))
    try refuseConflicts(("--format", format != .table), ("--as-test", asTest))
    let customer = try office.customer(self.customer)
    let engine = try office.engine()
    let rule = try self.rule.map { try office.rule($0, engine) }
    guard let history = try office.store.history(of: customer.id) else { return }
    if asTest {
      guard let text = try office.caseText(history, engine) else {
        throw Failure.refusal(.noReign("\(session.today)"))
      }
      return try session.answer(text)
    }
    let page = WhyPage(
      history: history, name: customer.name, family: try office.family(of: customer.id),
      lists: try office.lists(of: history, engine), now: session.now, only: rule?.id,
      language: session.language)
    guard format == .table else { return try session.answer(page.data, as: format) }
    try session.answerLines(page.text)
  }
}

extension Office {
  /// What is known of the customer as a case for `policy test`.
  fileprivate func caseText(_ history: History, _ engine: Engine) throws -> String? {
    let texts = history.facts.compactMap { fact in
      if case .contact(let contact) = fact.body { contact.text?.message } else { nil }
    }
    let occasions = try texts.reduce(into: [:]) { occasions, id in
      occasions[id] = try store.message(id)?.draft.occasion
    }
    return PolicyTestText(
      history, engine, at: session.now, isNamed: isReadBack(engine.reigns),
      occasion: { occasions[$0] }
    ).text
  }

  /// Whether the policies of those names, as the program brings them along, are all that ever reigned.
  private func isReadBack(_ reigns: [Reign]) -> Bool {
    guard reigns.count == 1, let policy = reigns.first?.policy else { return false }
    let names = PolicyTestText.names(of: policy)
    guard names.allSatisfy(PolicyFile.embeddedNames.contains) else { return false }
    let filling = Filling(PolicyTestText.values(of: policy))
    return (try? loadPolicies(names, filling).policy) == policy
  }

  /// The rule with that id in any policy that was ever adopted, the newest first.
  func rule(_ id: String, _ engine: Engine) throws -> Rule {
    let rules = engine.reigns.reversed().flatMap(\.policy.allRules) + Rule.own
    if let rule = rules.first(where: { $0.isCalled(id) }) { return rule }
    throw Failure.lookup(.noRule(id, nearest: rules.nearest(to: id)))
  }
}
