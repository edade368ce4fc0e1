import Core
import Store

/// The files that cron leaves for the morning: for each consultant and for the manager a page of
/// text, a CSV and a sheet to print.
///
/// They are for the day, not for a minute of it, so that two runs on one day write the same bytes.
struct DailyFiles: Sendable {
  let folder: Folder
  let now: Moment
  let language: Language
  private var week: ClosedRange<Day> { now.day.isoWeek.days }

  init(_ session: Session, to folder: Folder) {
    self.folder = folder
    now = Moment(session.today)
    language = session.language
  }

  /// Writes them all; returns the names of those written.
  func write(at desk: Desk) throws -> [String] {
    let shares = try desk.inParallel(try parts(at: desk)) { desk, parts in
      try share(of: parts, at: desk)
    }
    let lists = shares.flatMap(\.lists).sorted { $0.place < $1.place }
    let report = shares.reduce(into: Report(days: week)) { $0 += $1.report }
    return lists.flatMap(\.files)
      + (try writeManagers(
        lists.map { ($0.consultant, $0.counts) },
        try desk.weekReport(report, try desk.engine(), at: now)))
  }

  /// A page of paper takes more than a small terminal.
  static let paper = Terminal(width: 100)
}

// MARK: - A share of the work

extension DailyFiles {
  private enum Part: Sendable {
    /// Who is in nobody's book.
    case rest
    case book(Staff, place: Int, file: String)
  }

  /// What one thread has done.
  private struct Share: Sendable {
    var lists: [WrittenList] = []
    /// Of the customers that it went through.
    var report: Report
  }

  /// A list that was written.
  private struct WrittenList: Sendable {
    let place: Int
    let consultant: String
    let counts: [DueGroup: Int]
    let files: [String]
  }

  private func parts(at desk: Desk) throws -> [Part] {
    var taken: Set<String> = [managersName]
    return [.rest]
      + (try desk.store.staff().enumerated().map { place, staff in
        // Two threads must not write one file, and nobody's list is written over.
        let isFree = staff.role != .consultant || taken.insert(name(staff)).inserted
        return .book(
          staff, place: place, file: isFree ? name(staff) : "\(name(staff))-\(staff.id)")
      })
  }

  /// Each customer is read once, for the list and for the week.
  private func share(of parts: Parts<Part>, at desk: Desk) throws -> Share {
    let engine = try desk.engine()
    let survey = Survey(engine, at: now, days: week)
    let names = try desk.staffNames()
    var share = Share(report: Report(days: week))
    func count(_ scope: Scope) throws {
      try desk.store.forEachHistory(in: scope, asOf: now, activeSince: week.lowerBound) {
        share.report.add(survey.findings(of: $0))
      }
    }
    while let part = parts.next() {
      switch part {
      case .rest: try count(.outsideBooks)
      case .book(let staff, let place, let file) where staff.role == .consultant:
        let query = DueQuery(consultant: staff, now: now, showsPhones: true)
        let list = try desk.dueList(query, engine, names: names, survey: survey) {
          share.report.add($0)
        }
        share.lists.append(
          WrittenList(
            place: place, consultant: staff.name, counts: list.counts,
            files: try write(list, as: file)))
      case .book(let staff, _, _): try count(.book(staff.id))
      }
    }
    return share
  }
}

// MARK: - Files

extension DailyFiles {
  private func write(_ list: DueList, as name: String) throws -> [String] {
    let page = DueText(list, language)
    try folder.write(DueTable(page, on: DailyFiles.paper).text, to: name + ".txt")
    try folder.write(list.csv, to: name + ".csv")
    try folder.write(DueSheet(page).html, to: name + ".html")
    return files(name)
  }

  private func writeManagers(
    _ overview: [(String, [DueGroup: Int])], _ report: WeekReport
  ) throws -> [String] {
    let name = managersName
    let page = ManagerPage(overview: overview, report: report, now: now, language: language)
    try folder.write(page.text, to: name + ".txt")
    try folder.write(report.csv, to: name + ".csv")
    try folder.write(page.html, to: name + ".html")
    return files(name)
  }

  private func files(_ name: String) -> [String] { [".txt", ".csv", ".html"].map { name + $0 } }

  private var managersName: String { "\(now.day)-\(DailyMessages.manager[language])" }

  /// `2026-11-05-李明`; what a file's name cannot have is left out.
  private func name(_ staff: Staff) -> String {
    let safe = String(staff.name.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
    return "\(now.day)-\(visible(safe))"
  }
}
