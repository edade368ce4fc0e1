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
  func write(at office: Office) throws -> [String] {
    let engine = try office.engine()
    let duties = try office.duties(
      engine, from: now.day - Office.dutyMemory, at: now, for: .everyone)
    let shares = try office.inParallel(try parts(at: office)) { office, parts in
      try share(of: parts, duties, at: office)
    }
    let lists = shares.flatMap(\.lists).sorted { $0.place < $1.place }
    let report = shares.reduce(into: Report(days: week)) { $0 += $1.report }
    let staff = try office.store.staff()
    let names = fileNames(staff)
    let work = shares.reduce(into: OthersWork()) { $0 += $1.others }
    let own = shares.reduce(into: [:]) { $0.merge($1.own, uniquingKeysWith: +) }
    let others = staff.filter { $0.role != .consultant && $0.role != .manager }
    let theirs = try others.flatMap { member in
      var list = try office.dueList(
        of: member.role, member, work, own: own[member.id] ?? [], at: now, engine)
      list.duties = duties?.list(at: now, for: .member(member)) ?? []
      return try writeOthers(list, as: names[member.id] ?? name(member))
    }
    let page = ManagerPage(
      overview: lists.map { ($0.consultant, $0.counts) },
      report: try office.weekReport(report, engine, duties, at: now),
      duties: duties?.list(at: now, for: .manager(nil)) ?? [],
      calls: try office.dueList(of: .manager, nil, work, at: now, engine), now: now,
      language: language)
    return try lists.flatMap(\.files) + theirs + write(page)
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
    var others = OthersWork()
    /// Customers of whoever is no consultant, of whom something is asked.
    var own: [StaffID: [CustomerID]] = [:]
  }

  /// A list that was written.
  private struct WrittenList: Sendable {
    let place: Int
    let consultant: String
    let counts: [DueGroup: Int]
    let files: [String]
  }

  private func parts(at office: Office) throws -> [Part] {
    let staff = try office.store.staff()
    let names = fileNames(staff)
    return [.rest]
      + staff.enumerated().map { .book($1, place: $0, file: names[$1.id] ?? name($1)) }
  }

  /// Two threads must not write one file, and nobody's list is written over.
  private func fileNames(_ staff: [Staff]) -> [StaffID: String] {
    var taken: Set<String> = [managersName]
    var names: [StaffID: String] = [:]
    let others = staff.filter { $0.role != .consultant }
    for member in staff.filter({ $0.role == .consultant }) + others {
      let isFree = taken.insert(name(member)).inserted
      names[member.id] = isFree ? name(member) : "\(name(member))-\(member.id)"
    }
    return names
  }

  /// Each customer is read once, for the list and for the week.
  private func share(of parts: WorkQueue<Part>, _ duties: DutyEvidence?, at office: Office) throws
    -> Share
  {
    let engine = try office.engine()
    let pass = EnginePass(engine, at: now, days: week)
    let names = try office.staffNames()
    var share = Share(report: Report(days: week))
    func count(_ findings: Findings) {
      share.report.add(findings)
      share.others.add(findings)
    }
    func count(_ scope: Scope, of member: StaffID? = nil) throws {
      try office.store.forEachHistory(in: scope, asOf: now, activeSince: week.lowerBound) {
        let findings = pass.findings(of: $0)
        count(findings)
        if let member, case .line = findings.agenda(for: .owner) {
          share.own[member, default: []].append($0.customer)
        }
      }
    }
    while let part = parts.next() {
      switch part {
      case .rest: try count(.outsideBooks)
      case .book(let staff, let place, let file) where staff.role == .consultant:
        let query = DueQuery(consultant: staff, now: now, showsPhones: true)
        var list = try office.dueList(
          query, engine, names: names, pass: pass, seeing: count)
        list.duties = duties?.list(at: now, for: .member(staff)) ?? []
        share.lists.append(
          WrittenList(
            place: place, consultant: staff.name, counts: list.counts,
            files: try write(list, as: file)))
      case .book(let staff, _, _): try count(.book(staff.id), of: staff.id)
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

  private func write(_ page: ManagerPage) throws -> [String] {
    try write(page.page, page.report.listing.csv, as: managersName)
  }

  /// A page of text, a file for spreadsheets where there are values, and a sheet to print.
  private func write(_ page: Listing, _ csv: String?, as name: String) throws -> [String] {
    try folder.write(page.page(language, on: DailyFiles.paper), to: name + ".txt")
    if let csv { try folder.write(csv, to: name + ".csv") }
    try folder.write(page.html(language), to: name + ".html")
    return [".txt", csv == nil ? nil : ".csv", ".html"].compactMap { $0.map { name + $0 } }
  }

  private var managersName: String { "\(now.day)-\(DailyMessages.manager[language])" }

  /// `2026-11-05-李明`; what a file's name cannot have is left out.
  private func name(_ staff: Staff) -> String {
    let safe = String(staff.name.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
    return "\(now.day)-\(visible(safe))"
  }
}
