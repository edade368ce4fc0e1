import ArgumentParser
import Core
import Store

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "demo", "用一个示例案场看全貌，不留任何东西  A sample office; nothing stays.",
    examples: "revisit demo", "revisit demo --lang en")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var options = common
    options.database = folder.path + "/demo.db"
    let session = try Session(options).inSample()
    try SampleOffice.make(
      at: session.databasePath, today: session.today, office: session.say("示例案场", "sample"))
    try session.inOffice(readOnly: true) { office in
      let engine = try office.engine()
      try showList(office, engine)
      try showReason(office, engine)
      try showWeek(office, engine)
    }
  }

  private func showList(_ office: Office, _ engine: Engine) throws {
    let session = office.session
    let owner = try office.staff(SampleOffice.consultants[0], at: "--consultant")
    let list = try office.dueList(
      DueQuery(
        viewer: try office.viewer(of: owner, engine), consultant: owner, now: session.now,
        showsPhones: true), engine)
    try session.answer("$ revisit due --consultant \(owner.name)\n")
    let page = DueText(list, session.language, .rows(brief: false))
    try session.answer(page.page, as: .table)
  }

  private func showReason(_ office: Office, _ engine: Engine) throws {
    let session = office.session
    let customer = try office.customer(SampleOffice.explained)
    guard let history = try office.store.history(of: customer.id) else { return }
    let page = WhyPage(
      history: history, name: customer.name, family: try office.family(of: customer.id),
      lists: try office.lists(of: history, engine), now: session.now, only: nil,
      language: session.language)
    try session.answer("\n$ revisit why \(customer.name)\n\(page.text)")
  }

  private func showWeek(_ office: Office, _ engine: Engine) throws {
    let session = office.session
    let report = try office.report(
      ReportQuery(period: Period(.week, session.today.isoWeek.days)), at: session.now)
    try session.answer("\n$ revisit report --week\n")
    try session.answer(report.listing, as: .table)
  }
}
