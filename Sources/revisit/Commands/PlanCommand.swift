import ArgumentParser
import Core
import Store

struct PlanCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "plan", "今后几天的工作量，匀开  The load of the coming days, and how to level it.",
    examples: "revisit plan --days 14", "revisit plan --spread --capacity 20")

  @OptionGroup var common: CommonOptions
  @Option(parsing: .unconditional, help: ArgumentHelp("几天，默认 14  How many days.", valueName: "N"))
  var days: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("每人每天能联系几位，默认 30  Calls that somebody makes on a day.", valueName: "N"))
  var capacity: String?
  @Flag(help: "在窗口之内匀开，排不下的列出  Level it within the windows; name what has no room.")
  var spread = false
  @Option(
    parsing: .unconditional, help: ArgumentHelp("只看这位顾问  Whose days.", valueName: "姓名"),
    completion: .staff)
  var consultant: String?
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let count = try days.map { try readNumber($0, at: "--days", in: 1...92) } ?? 14
    let capacity =
      try capacity.map { try readNumber($0, at: "--capacity", in: 1...1000) }
      ?? OfficePlan.usualCapacity
    let owner = try office.listOwner(named: consultant)
    let plan = try office.store.snapshot {
      try office.plan(
        session.today...session.today + count - 1, of: owner, capacity: capacity, isNamed: spread)
    }
    try session.answer(spread ? plan.levelled : plan.listing, as: format)
  }
}
