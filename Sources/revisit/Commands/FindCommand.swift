import ArgumentParser
import Core
import Store

struct FindCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "find", "按编号 电话 尾号 姓名查客户  Find customers.",
    examples: "revisit find 王", "revisit find 0001 --reveal")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp("姓或姓名，电话，尾号1234、C000001  What to look for.", valueName: "查找"))
  var text: String
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @OptionGroup var format: FormatOption

  static let limit = 200

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let found = try office.store.search(Office.searched(text), limit: FindCommand.limit + 1)
    let text = try list(found.prefix(FindCommand.limit), as: format, office)
    try session.answer(text)
    if found.count > FindCommand.limit {
      session.warn(
        Bilingual(
          "只列出前 \(FindCommand.limit) 位；请写得更细",
          "only the first \(FindCommand.limit) are listed; say more"))
    }
  }

  private func list(
    _ found: some Sequence<CustomerSummary>, as format: Format, _ office: Office
  ) throws -> String {
    let session = office.session
    var list = Listing(
      "customers",
      [
        .init("customer", "编号", "No.", least: 7), .init("name", "姓名", "Name"),
        .init("phone", "电话", "Phone", least: 11), .init("stage", "阶段", "Stage"),
        .init("grade", "级别", "Grade"), .init("consultant", "顾问", "Consultant"),
      ])
    let words = try FactWords(office.store)
    for customer in found {
      let facts = try office.store.history(of: customer.id, asOf: session.now)?.facts ?? []
      let totals = ContactTotals(facts)
      let phone = try office.store.phones(of: customer.id).first
      list.add([
        .string(number(customer.id)), .string(customer.name),
        .optional(phone.map { reveal ? $0 : masked($0) }),
        .string(format == .table ? session.say(totals.state.stage) : totals.state.stage.name),
        .optional(totals.state.grade?.name), .optional(words.name(customer.owner)),
      ])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual(
        "没有符合“\(visible(text))”的客户", "no customer matches \"\(visible(text))\""))
  }
}
