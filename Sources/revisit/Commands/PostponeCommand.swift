import ArgumentParser
import Core
import Store
import Values

struct PostponeCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "postpone", "延期：尚未逾期的改到那时  Put off what is not overdue.",
    examples: "revisit postpone 王芳 --to +3天", "revisit postpone 王芳 --to \"后天 15:00\" --reason 客户出差")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Option("DAY 或 \"DAY HH:MM\"  To when.", "DAY") var to: String
  @Option("原因  Why.", "TEXT") var reason: String?
  @OptionGroup var farAhead: FarAheadOption
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let to = try session.plan(to, at: "--to", isSure: farAhead.yes)
    guard !to.isSurelyBefore(moment) else {
      throw Failure.value("--to", .time(.past("\(to)", earliest: "\(moment)")))
    }
    let reason = try reason.map { try readText($0, at: "--reason") }
    let customer = try office.customer(self.customer)
    let late = try late(customer, moment, to, office)
    let words = try FactWords(office.store)
    try office.change(customer, "postpone") { transaction in
      let body = Fact.Body.postponement(to: to)
      let fact = try transaction.append(
        to: customer.id, on: moment.day, at: moment.time, body,
        staff: office.user.staff ?? customer.owner, note: reason)
      let told = session.say(words.tell(body, FactTexts(note: reason)))
      let stays = late.map {
        session.say("已逾期，不能延期：\($0.zh)", "overdue, and not put off: \($0.en)")
      }
      return [session.sayRecord(fact, moment, told)] + (stays.map { [$0] } ?? [])
    }
  }

  /// What is overdue and stays; refused where there is nothing to put off.
  private func late(
    _ customer: CustomerSummary, _ moment: Moment, _ day: Moment, _ office: Office
  ) throws -> Bilingual? {
    guard let history = try office.store.history(of: customer.id) else { return nil }
    let engine = try office.engine()
    let change = engine.postponement(of: history, at: moment, to: day)
    let late =
      change.late.isEmpty ? nil : AftermathMessages.late(change.late, engine, at: moment)
    if change.moved.isEmpty {
      throw Failure.refusal(.nothingToPostpone(to: "\(day.day)", late: late))
    }
    return late
  }
}
