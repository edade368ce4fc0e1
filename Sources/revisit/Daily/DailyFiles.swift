import Core
import Store

/// The files that cron leaves for the morning: for each consultant and for the manager a page of
/// text, a CSV and a sheet to print.
///
/// They are for the day, not for a minute of it, so that two runs on one day write the same bytes.
struct DailyFiles {
  let desk: Desk
  let engine: Engine
  let now: Moment
  private var language: Language { desk.session.language }

  init(_ desk: Desk) throws {
    self.desk = desk
    engine = try desk.engine()
    now = Moment(desk.session.today)
  }

  /// Writes them all; returns the names of those written.
  func write(to folder: Folder) throws -> [String] {
    var names: [String] = []
    var overview: [(String, [DueGroup: Int])] = []
    let staff = try desk.staffNames()
    for consultant in try desk.store.staff() where consultant.role == .consultant {
      let list = try desk.dueList(of: consultant, engine, at: now, names: staff, showsPhones: true)
      names += try write(list, as: name(consultant), to: folder)
      overview.append((consultant.name, list.counts))
    }
    return names + (try writeManagers(overview, to: folder))
  }

  private func write(_ list: DueList, as name: String, to folder: Folder) throws -> [String] {
    let page = DueText(list, language)
    try folder.write(DueTable(page, on: DailyFiles.paper).text, to: name + ".txt")
    try folder.write(list.csv, to: name + ".csv")
    try folder.write(DueSheet(page).html, to: name + ".html")
    return [".txt", ".csv", ".html"].map { name + $0 }
  }

  private func writeManagers(
    _ overview: [(String, [DueGroup: Int])], to folder: Folder
  ) throws -> [String] {
    let days = now.day.isoWeek.days
    let report = try desk.weekReport(days, engine, at: now)
    let name = "\(now.day)-\(DailyMessages.manager[language])"
    let page = ManagerPage(overview: overview, report: report, now: now, language: language)
    try folder.write(page.text, to: name + ".txt")
    try folder.write(report.csv, to: name + ".csv")
    try folder.write(page.html, to: name + ".html")
    return [".txt", ".csv", ".html"].map { name + $0 }
  }

  /// A page of paper takes more than a small terminal.
  static let paper = Terminal(width: 100)

  /// `2026-11-05-李明`; what a file's name cannot have is left out.
  private func name(_ staff: Staff) -> String {
    let safe = String(staff.name.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
    return "\(now.day)-\(visible(safe))"
  }
}
