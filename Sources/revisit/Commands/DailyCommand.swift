import ArgumentParser
import Core
import Store

struct DailyCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "daily", "每人一份当日清单（给 cron）  Everyone's list as files, for cron.",
    examples: "revisit daily --dry-run", "revisit daily --out 今日")

  @OptionGroup var common: CommonOptions
  @Option("写到这个目录  The folder to write to.", "目录") var out: String?
  @Flag(help: "只算不写，看全案场的概况  Compute everything, write nothing, print the overview.")
  var dryRun = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "概况里的一个数字由哪些应回访和记录得出，如 missed  What lies behind a figure.", valueName: "FIGURE"),
    completion: .list(ReportFigure.allCases.map(\.rawValue)))
  var explain: String?

  func run(in office: Office) throws {
    let session = office.session
    let figure: ReportFigure? = try explain.map { try readChoice($0, at: "--explain") }
    try refuseConflicts(("--dry-run", dryRun), ("--out", out != nil))
    if dryRun {
      let page = try office.store.snapshot { try DailyOverview(office).page(explaining: figure) }
      return try session.answer(page.page, as: .table)
    }
    if figure != nil { throw Failure.usage(.needs("--explain", "--dry-run")) }
    guard let out = out ?? session.settings[.out] else { throw DailyCommand.lacks("--out") }
    try FileAccess.ofProcess().checkWriting(out + "/.")
    let folder = try Folder(path: out, sparing: session.databasePath)
    let written = try office.store.snapshot {
      try DailyFiles(session, to: folder).write(at: office)
    }
    let files = written.files
    let text = session.say(DailyMessages.written(files.count, to: out))
    try session.answer(visible(text) + "\n" + files.map { "  \(visible($0))\n" }.joined())
    for (name, logins) in written.closed {
      session.warn(DailyMessages.closed("\(out)/\(name)", to: logins))
    }
  }
}
