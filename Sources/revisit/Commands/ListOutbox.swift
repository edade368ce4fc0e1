import ArgumentParser
import Core
import Store
import Values

struct ListOutbox: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "outbox", "等着交给网关的，只看  What waits to be handed to a gateway; changes nothing.",
    examples: "revisit message outbox", "revisit message outbox --date 明天 --format json")

  @OptionGroup var common: CommonOptions
  @Option("哪天要发的，默认今天  Of which day.", "DAY") var date: String?
  @OptionGroup var format: FormatOption
  @Option(name: .customLong("out"), parsing: .unconditional, help: .hidden) var out: String?

  func run(in office: Office) throws {
    let session = office.session
    if out != nil { throw Failure.usage(.moved("--out", to: "revisit message batch --out")) }
    let format = try format.read()
    let outbox = try office.outbox(until: office.sendingDay(date), try office.engine())
    outbox.tellBlocked(session)
    let section = Listing.Section(
      "messages", outbox.lines,
      ifEmpty: Bilingual("没有要发的", "nothing to send"),
      [
        .init("message", "编号", "No.", right: true) { .number(Int($0.message.id)) },
        .init("customer", "客户", "Customer", least: 14) {
          .text("\(number($0.customer.id)) \($0.customer.name)")
        },
        .init("number", "号码", "Number", least: 11) {
          .text(office.shown($0.phone, of: $0.customer))
        },
        .init("send_at", "发送", "Send at", least: 16) { .moment($0.at) },
        .init("template", "模板", "Template") { .text($0.message.draft.template) },
        .init("text", "内容", "Text", least: 12) { .text($0.message.draft.text) },
      ])
    try session.answer(section, "待发短信", "Texts to send", as: format)
  }
}

extension Outbox {
  /// What stays is told on stderr, and why.
  func tellBlocked(_ session: Session) {
    for blocked in blocked {
      session.warn(OutgoingMessages.blocked(blocked.message, blocked.customer, blocked.why))
    }
  }
}
