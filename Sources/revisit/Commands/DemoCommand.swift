import ArgumentParser
import Core
import Glibc
import Store

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "用一个示例案场看全貌, 不留任何东西  A sample office; nothing stays.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var options = common
    options.database = folder.path + "/demo.db"
    let session = try Session(options)
    try SampleOffice.make(
      at: session.databasePath, today: session.today, office: session.say("示例案场", "sample"))
    try session.atDesk(readOnly: true) { desk in
      let engine = try desk.engine()
      try showList(desk, engine)
      try showReason(desk, engine)
      try showWeek(desk, engine)
    }
  }

  private func showList(_ desk: Desk, _ engine: Engine) throws {
    let session = desk.session
    let owner = try desk.staff(SampleOffice.consultants[0], at: "--consultant")
    let list = try desk.dueList(
      DueQuery(consultant: owner, now: session.now, showsPhones: true), engine)
    try session.answer("$ revisit due --consultant \(owner.name)\n")
    try session.answer(
      DueTable(DueText(list, session.language), on: session.terminal).text)
  }

  private func showReason(_ desk: Desk, _ engine: Engine) throws {
    let session = desk.session
    let customer = try desk.customer(SampleOffice.explained)
    guard let history = try desk.store.history(of: customer.id) else { return }
    let page = WhyPage(
      history: history, name: customer.name, family: try desk.family(of: customer.id),
      engine: engine, now: session.now, only: nil,
      language: session.language)
    try session.answer("\n$ revisit why \(customer.name)\n\(page.text)")
  }

  private func showWeek(_ desk: Desk, _ engine: Engine) throws {
    let session = desk.session
    let report = try desk.weekReport(session.today.isoWeek.days, at: session.now)
    try session.answer(
      "\n$ revisit report --week\n\(report.text(session.language, session.terminal))")
  }
}

/// A folder that goes again with all that is in it.
private struct TemporaryFolder {
  let path: String

  init() throws(Failure) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/revisit-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .file(path: base, .cannotCreate(String(cString: strerror(errno))))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}
