import ArgumentParser
import Core
import Store

struct FindCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "find", "按编号 电话 尾号 姓名查客户  Find customers.",
    examples: "revisit find 王", "revisit find 0001 --reveal")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      "姓名或其中的字，拼音 wf wangfang，电话，尾号1234、C000001  What to look for.", valueName: "查找"))
  var text: String
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @Flag(help: "全部列出  All of them, however many.") var all = false
  @OptionGroup var format: FormatOption

  /// So many are listed unless all are asked for.
  private static let limit = 200

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let limit = all ? Int(Int32.max) - 1 : FindCommand.limit
    let found = try office.search(text, limit: limit + 1)
    try session.answer(try list(found.prefix(limit), office), "客户", "Customers", as: format)
    // Beside every form of the list, as it is long.
    if found.count > limit { session.warn(LookupMessages.onlyFirst(limit)) }
  }

  private typealias Line = (
    customer: CustomerSummary, phone: String?, totals: ContactTotals
  )

  private func list(
    _ found: some Sequence<CustomerSummary>, _ office: Office
  ) throws -> Listing.Section {
    let words = try FactWords(office.store)
    let dead = try office.store.deadNumbers(asOf: office.session.now)
    let lines = try found.map { customer in
      let facts = try office.store.history(of: customer.id, asOf: office.session.now)?.facts ?? []
      let phones = try office.store.phones(of: customer.id)
      let phone = dead.live(phones, of: customer.id).first ?? phones.first
      return Line(customer, phone.map { reveal ? $0 : masked($0) }, ContactTotals(facts))
    }
    return Listing.Section(
      "customers", lines, ifEmpty: LookupMessages.nobody(text),
      [
        .init("customer", "编号", "No.", least: 7) { .text(number($0.customer.id)) },
        .init("name", "姓名", "Name") { .text($0.customer.name) },
        .init("phone", "电话", "Phone", least: 11) { .optional($0.phone) },
        .init("stage", "阶段", "Stage") { .term($0.totals.state.stage) },
        .init("grade", "级别", "Grade") { .optional($0.totals.state.grade?.name) },
        .init("consultant", "顾问", "Consultant") { .optional(words.name($0.customer.owner)) },
      ])
  }
}
