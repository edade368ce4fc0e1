import ArgumentParser
import Core
import Store

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "记一件事: 来访 认购 签约 交房…  Record what happened.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("客户: 编号 电话 尾号 姓名  The customer.", valueName: "客户"))
  var customer: String
  @Argument(
    help: ArgumentHelp(
      "来电 来访 认购 签约 全款到账 备案 交房 入住 产权证 退房 流失  What happened.", valueName: "事件"))
  var event: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("说明  A note.", valueName: "TEXT"))
  var note: String?
  @OptionGroup var when: WhenOptions

  func run() throws {
    let session = try Session(common)
    let kind: EventKind = try readTerm(event, at: "事件")
    let moment = try session.happened(on: when.on, at: when.time)
    let note = try note.map { try readText($0, at: "--note") }
    try session.atDesk(operation) { desk in
      let customer = try desk.customer(self.customer)
      let words = try FactWords(desk.store)
      try desk.change(customer, "event") { transaction in
        let fact = try transaction.append(
          to: customer.id, on: moment.day, at: moment.time, .event(kind),
          staff: desk.user.staff ?? customer.owner, note: note)
        let told = session.say(words.tell(.event(kind), FactTexts(note: note)))
        return [session.sayRecord(fact, moment, told)]
      }
    }
  }
}

extension Session {
  /// `记录 12  2026-11-05 (周四) 10:20  电话 接通`.
  func sayRecord(_ fact: FactID, _ moment: Moment, _ told: String) -> String {
    say("记录 \(fact)  \(say(moment))  \(told)", "record \(fact)  \(say(moment))  \(told)")
  }
}
