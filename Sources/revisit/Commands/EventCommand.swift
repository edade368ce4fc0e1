import ArgumentParser
import Core
import Store

struct EventCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "event", "记一件事：来访 认购 签约 交房…  Record what happened.",
    examples: "revisit event 王芳 来访 --on 昨天 --time 16:30", "revisit event 王芳 签约 --no HT-1 --pay 按揭")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Argument("来电 来访 认购 签约 全款到账 备案 交房 入住 产权证 放款 竣工 退房 流失…  What happened.", "事件") var event: String
  @Option("说明  A note.", "TEXT") var note: String?
  @OptionGroup var contract: ContractOptions
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let note = try note.map { try readText($0, at: "--note") }
    let kind: EventKind = try office.term(event, at: "事件")
    let contract = try ContractEntry(contract, kind, moment, session)
    let customer = try office.customer(self.customer)
    let words = try FactWords(office.store)
    let state = try office.store.history(of: customer.id)?.timeline(at: moment)
      .state(on: moment.day)
    try office.change(customer, "event") { transaction in
      let fact = try transaction.append(
        to: customer.id, on: moment.day, at: moment.time, .event(kind),
        staff: office.user.staff ?? customer.owner, note: note)
      let told = session.say(words.tell(.event(kind), FactTexts(note: note)))
      return [session.sayRecord(fact, moment, told)]
        + (try contract.write(to: transaction, of: customer, state, on: moment, office))
    }
    try warnIfClosed(kind, moment, customer, office)
  }

  /// On one day a loss or a cancellation closes whatever has no later time.
  private func warnIfClosed(
    _ kind: EventKind, _ moment: Moment, _ customer: CustomerSummary, _ office: Office
  ) throws {
    guard kind != .lost, kind != .cancellation,
      let history = try office.store.history(of: customer.id),
      history.timeline(at: office.session.now).closing(of: moment) == moment.day
    else { return }
    let name = kind.word(in: try office.store.vocabulary()).bilingual
    office.session.warn(
      Bilingual(
        "同一天有退房或流失，\(name.zh)按在其前算；若在其后，撤销后两件都写 --time",
        "a cancellation or loss stands on that day, \(name.en) counts as before it; if it came "
          + "after, take it back and give both a --time"))
  }
}
