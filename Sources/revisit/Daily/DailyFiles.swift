import Core
import Intake
import Store

/// The files that cron leaves for the morning: for each consultant and for the manager a page of
/// text, a CSV and a sheet to print. Two runs as of one moment write the same bytes.
struct DailyFiles: Sendable {
  let folder: Folder
  let now: Moment
  let language: Language
  private var week: ClosedRange<Day> { now.day.isoWeek.days }

  init(_ session: Session, to folder: Folder) {
    self.folder = folder
    now = session.now
    language = session.language
  }

  /// Writes them all; returns the names of those written.
  func write(at office: Office) throws -> [String] {
    let engine = try office.engine()
    let duties = try office.duties(
      engine, from: now.day - Office.dutyMemory, at: now, for: .everyone)
    let lists = try MorningLists(office, engine, at: now)
    let shares = try office.inParallel(parts(lists)) { office, parts in
      try share(of: parts, lists, duties, at: office)
    }
    var written = shares.flatMap(\.written).sorted { $0.place < $1.place }
    let others = shares.reduce(into: OthersCustomers()) { $0 += $1.others }
    for (place, list) in lists.lists.enumerated() where !list.isBook {
      guard let member = list.member else { continue }
      var page = try office.dueList(list, others, lists.cases, at: now, engine)
      page.duties = duties?.list(at: now, for: .member(member)) ?? []
      let files = try writeOthers(page, as: list.file)
      guard !files.isEmpty else { continue }
      written.append(
        WrittenList(place: place, name: member.name, counts: page.overview, files: files))
    }
    let nobody = shares.reduce(into: NobodysCustomers()) { $0 += $1.nobody }
    let page = try office.managerPage(
      lists, others, nobody, written.map { ($0.name, $0.counts) },
      shares.reduce(into: Report(days: week)) { $0 += $1.report }, duties, engine)
    return written.flatMap(\.files) + (try write(page, as: lists.managers.file))
  }

  /// A page of paper takes more than a small terminal.
  static let paper = Terminal(width: 100)
}

// MARK: - A share of the work

extension DailyFiles {
  private enum Part: Sendable {
    /// Those who are in nobody's book.
    case rest
    case book(StaffID, MorningLists.List, place: Int)
  }

  /// What one thread has done.
  private struct Share: Sendable {
    var written: [WrittenList] = []
    /// Of the customers that it went through.
    var report: Report
    var others = OthersCustomers()
    var nobody = NobodysCustomers()
  }

  /// A list that was written.
  private struct WrittenList: Sendable {
    let place: Int
    let name: String
    let counts: KindCounts<DueGroup>
    let files: [String]
  }

  private func parts(_ lists: MorningLists) -> [Part] {
    [.rest] + lists.books.map { .book($0.member, $0.list, place: $0.place) }
  }

  /// Each customer is read once, for the list and for the week.
  private func share(
    of parts: WorkQueue<Part>, _ lists: MorningLists, _ duties: DutyEvidence?, at office: Office
  ) throws -> Share {
    let engine = try office.engine()
    let pass = EnginePass(
      engine, at: now, days: week.lowerBound - Report.reach...week.upperBound)
    let names = try office.staffNames()
    var share = Share(report: Report(days: week))
    func count(_ findings: Findings) {
      share.report.add(findings, lists.cases.known(findings.history.customer))
      share.others.add(findings, lists, at: now)
    }
    let outlook = Outlook(of: pass)
    func count(_ scope: Scope) throws {
      try office.store.forEachHistory(in: scope, asOf: now, activeSince: week.lowerBound) {
        let findings = pass.findings(of: $0)
        count(findings)
        share.nobody.add(findings, outlook, lists.cases.known($0.customer))
      }
    }
    while let part = parts.next() {
      switch part {
      case .rest: try count(.outsideBooks)
      case .book(_, let list, let place) where list.isBook:
        let query = DueQuery(
          viewer: list.viewer, consultant: list.member, cases: lists.cases, now: now,
          showsPhones: true, unplanned: Unplanned.namedOnPage)
        var page = try office.dueList(query, engine, names: names, pass: pass, seeing: count)
        page.duties = list.member.flatMap { duties?.list(at: now, for: .member($0)) } ?? []
        share.nobody.unplanned += page.unplanned
        share.written.append(
          WrittenList(
            place: place, name: list.member?.name ?? "", counts: page.overview,
            files: try write(page, as: list.file)))
      case .book(let member, _, _): try count(.book(member))
      }
    }
    return share
  }
}

// MARK: - Files

extension DailyFiles {
  private func write(_ list: DueList, as name: String) throws -> [String] {
    try write(DueText(list, language).page, list.csv, as: name)
  }

  /// For those who are no consultants: nothing where nothing is asked of them, and a page of
  /// duties alone where nobody is to be called.
  private func writeOthers(_ list: DueList, as name: String) throws -> [String] {
    guard list.items.isEmpty else { return try write(list, as: name) }
    guard !list.duties.isEmpty else { return [] }
    let who = Bilingual(list.consultant ?? "", list.consultant ?? "")
    let page = Listing(
      heading: [[who, DueMessages.dated(now)].joined(separator: "  ")],
      [.duties(list.duties, at: now)])
    return try write(page, nil, as: name)
  }

  private func write(_ page: ManagerPage, as name: String) throws -> [String] {
    try write(page.page, page.values.csv, as: name)
  }

  /// A page of text, a file where there are values, marked as UTF-8 for spreadsheets, and a sheet to
  /// print.
  private func write(_ page: Listing, _ csv: String?, as name: String) throws -> [String] {
    try folder.write(page.page(language, on: DailyFiles.paper), to: name + ".txt")
    if let csv { try folder.write(CSVWriter.byteOrderMark + csv, to: name + ".csv") }
    try folder.write(page.html(language), to: name + ".html")
    return [".txt", csv == nil ? nil : ".csv", ".html"].compactMap { $0.map { name + $0 } }
  }
}
