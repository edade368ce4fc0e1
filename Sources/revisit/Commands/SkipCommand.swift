import ArgumentParser
import Core
import Store
import Values

struct SkipCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "skip", "免做一次，写明原因  Excuse one occurrence, with a reason.",
    examples: "revisit skip 陈晨 qnc-2.1.4 --reason 客户出差",
    "revisit skip 陈晨 qnc-2.1.4 --reason 已面谈 --on 今天")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Argument("规则，如 qnc-2.1.3a  The rule.", "规则", completion: .rules) var rule: String
  @Option("原因  Why.", "TEXT") var reason: String
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let reason = try readText(reason, at: "--reason")
    let customer = try office.customer(self.customer)
    let rule = try skippable(at: office, on: moment.day)
    try checkOpen(rule, of: customer, at: office, on: moment)
    let words = try FactWords(office.store)
    try office.change(customer, "skip") { transaction in
      let body = Fact.Body.skip(rule: ClauseID(rule.id))
      let fact = try transaction.append(
        to: customer.id, on: moment.day, at: moment.time, body,
        staff: office.user.staff ?? customer.owner, note: reason)
      let told = session.say(words.tell(body, FactTexts(note: reason)))
      return [session.sayRecord(fact, moment, told)]
    }
  }

  /// A skip settles what is open; before that there is nothing to settle.
  private func checkOpen(
    _ rule: Rule, of customer: CustomerSummary, at office: Office, on moment: Moment
  ) throws {
    guard let history = try office.store.history(of: customer.id) else { return }
    let engine = try office.engine()
    let owed = engine.foresee(history, at: moment).filter { engine.rule($0.rule).id == rule.id }
    if owed.contains(where: \.status.isOpen) { return }
    let next = owed.filter { $0.status == .upcoming }.map(\.due.day).min()
    throw Failure.refusal(.nothingToSkip(rule.id, next: next.map { "\($0)" }))
  }

  private func skippable(at office: Office, on day: Day) throws -> Rule {
    guard let policy = try office.reign(on: day)?.policy else {
      throw Failure.refusal(.noReign("\(day)"))
    }
    guard let rule = policy.allRules.first(where: { $0.isCalled(self.rule) }) else {
      throw Failure.lookup(.noRule(self.rule, nearest: policy.rules.nearest(to: self.rule)))
    }
    guard !rule.mandatory else {
      let article = [rule.article, rule.says].filter { !$0.isEmpty }.joined(separator: " ")
      throw Failure.refusal(.mandatoryRule(rule.id, article: article))
    }
    return rule
  }
}
