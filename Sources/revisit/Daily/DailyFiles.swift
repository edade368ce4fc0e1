import Core
import Intake
import Store

/// The files that cron leaves for the morning: for each consultant and for the managers a page of text, a
/// CSV and a sheet to print, for whoever has a login in a folder that they alone may read. Two runs as of
/// one moment write the same bytes.
struct DailyFiles: Sendable {
  let folder: Folder
  let now: Moment
  let language: Language

  init(_ session: Session, to folder: Folder) {
    self.folder = folder
    now = session.now
    language = session.language
  }

  /// What was written.
  struct Written: Sendable {
    /// The files by their names in the folder.
    var files: [String] = []
    /// The folders that could not be opened to whom they are for, and their logins.
    var closed: [(folder: String, logins: [String])] = []

    static func += (a: inout Written, b: Written) {
      a.files += b.files
      a.closed += b.closed
    }
  }

  /// Writes them all.
  func write(at office: Office) throws -> Written {
    let engine = try office.engine()
    let duties = try office.duties(
      engine, from: now.day - Office.dutyMemory, at: now, for: .everyone)
    let lists = try MorningLists(office, engine, at: now)
    let query = office.managersQuery(engine)
    let shares = try office.inParallel(parts(lists)) { office, parts in
      try share(of: parts, lists, query, duties, at: office)
    }
    var written = shares.flatMap(\.written).sorted { $0.place < $1.place }
    let others = shares.reduce(into: OthersCustomers()) { $0 += $1.others }
    for (place, list) in lists.lists.enumerated() where !list.isBook {
      guard let member = list.member else { continue }
      var page = try office.dueList(list, others, lists.cases, at: now, engine)
      page.duties = duties?.list(at: now, for: .member(member)) ?? []
      guard let files = try writeOthers(page, for: list) else { continue }
      written.append(
        WrittenList(place: place, name: member.name, counts: page.overview, files: files))
    }
    let nobody = shares.reduce(into: NobodysCustomers()) { $0 += $1.nobody }
    let page = try office.managerPage(
      lists, others, nobody, written.map { ($0.name, $0.counts) },
      query, shares.reduce(into: MorningFigures(query, at: now)) { $0 += $1.figures }, duties,
      engine)
    let all = written.map(\.files) + [try write(page.page, page.values.csv, for: lists.managers)]
    return all.reduce(into: Written(), +=)
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
    var figures: MorningFigures
    var others = OthersCustomers()
    var nobody = NobodysCustomers()
  }

  /// A list that was written.
  private struct WrittenList: Sendable {
    let place: Int
    let name: String
    let counts: KindCounts<DueGroup>
    let files: Written
  }

  private func parts(_ lists: MorningLists) -> [Part] {
    [.rest] + lists.books.map { .book($0.member, $0.list, place: $0.place) }
  }

  /// Each customer is read once, for the list and for the week.
  private func share(
    of parts: WorkQueue<Part>, _ lists: MorningLists, _ query: ReportQuery,
    _ duties: DutyEvidence?, at office: Office
  ) throws -> Share {
    let engine = try office.engine()
    let days = query.passDays(at: now)
    let pass = EnginePass(
      engine, at: now, days: days.lowerBound - Report.reach...days.upperBound)
    let names = try office.staffNames()
    var share = Share(figures: MorningFigures(query, at: now))
    func count(_ findings: Findings) {
      share.figures.add(findings, lists.cases.known(findings.history.customer))
      share.others.add(findings, lists, at: now)
    }
    let outlook = Outlook(of: pass)
    func count(_ scope: Scope) throws {
      try office.store.forEachHistory(in: scope, asOf: now, activeSince: days.lowerBound) {
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
            files: try write(page, for: list)))
      case .book(let member, _, _): try count(.book(member))
      }
    }
    return share
  }
}

// MARK: - Files

extension DailyFiles {
  private func write(_ page: DueList, for list: MorningLists.List) throws -> Written {
    try write(DueText(page, language).page, page.csv, for: list)
  }

  /// For those who are no consultants: nothing where nothing is asked of them, and a page of
  /// duties alone where nobody is to be called.
  private func writeOthers(_ page: DueList, for list: MorningLists.List) throws -> Written? {
    guard page.items.isEmpty else { return try write(page, for: list) }
    guard !page.duties.isEmpty else { return nil }
    let who = Bilingual(page.consultant ?? "", page.consultant ?? "")
    let duties = Listing(
      heading: [[who, DueMessages.dated(now)].joined(separator: "  ")],
      [.duties(page.duties, at: now)])
    return try write(duties, nil, for: list)
  }

  /// A page of text, a file where there are values, marked as UTF-8 for spreadsheets, and a sheet to
  /// print.
  private func write(
    _ page: Listing, _ csv: String?, for list: MorningLists.List
  ) throws -> Written {
    let readers = list.logins.compactMap(SystemFile.user)
    let inner = try list.logins.isEmpty ? folder : folder.inner(list.folder, for: readers)
    let texts = [
      (".txt", page.page(language, on: DailyFiles.paper)),
      (".csv", csv.map { CSVWriter.byteOrderMark + $0 }), (".html", page.html(language)),
    ]
    var written = Written()
    for case (let end, let text?) in texts {
      try inner.write(text, to: list.file(on: now.day) + end)
      let place = list.logins.isEmpty ? "" : list.folder + "/"
      written.files.append(place + list.file(on: now.day) + end)
    }
    if !inner.isOpen || readers.count < list.logins.count {
      written.closed = [(list.folder, list.logins)]
    }
    return written
  }
}
