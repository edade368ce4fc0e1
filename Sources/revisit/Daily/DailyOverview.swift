import Core
import Store

/// What the morning's files would say in all, without writing one: the whole office is computed and
/// counted, customer by customer.
struct DailyOverview {
  private let office: Office
  private let now: Moment
  private var week: ClosedRange<Day> { now.day.isoWeek.days }

  init(_ office: Office) {
    self.office = office
    now = Moment(office.session.today)
  }

  /// What one thread has counted: customers by consultant and group, and the week.
  private struct Share: Sendable {
    var counts: [StaffID: [DueGroup: Int]] = [:]
    var report: Report
    var waves = WaveBook()
    /// Of the roles whose calls the manager's page has.
    var others: OthersWork
    /// Lines that may have fallen to a later day, or a part of them.
    var lines: [(owner: StaffID, line: AgendaLine)] = []

    mutating func add(_ findings: Findings, at now: Moment) {
      report.add(findings)
      others.add(findings)
      guard let owner = findings.owner(on: now.day) else { return }
      waves.add(findings, for: .owner)
      switch findings.agenda(for: .owner) {
      case .nothing: break
      case .unlisted: count(.unlisted, of: owner)
      case .line(let line) where waves.isEmpty: count(DueGroup(line, at: now), of: owner)
      case .line(let line): lines.append((owner, line))
      }
    }

    mutating func count(_ group: DueGroup, of owner: StaffID) {
      counts[owner, default: [:]][group, default: 0] += 1
    }

    static func += (a: inout Share, b: Share) {
      a.counts.merge(b.counts) { $0.merging($1, uniquingKeysWith: +) }
      a.report += b.report
      a.waves += b.waves
      a.others += b.others
      a.lines += b.lines
    }
  }

  func page() throws -> ManagerPage {
    let now = now
    let nothing = Share(
      report: Report(days: week), others: OthersWork(of: try office.roles(seenBy: .manager)))
    let shares = try office.pass(week, at: now, nothing) { $0.add($1, at: now) }
    var whole = shares.reduce(into: nothing) { $0 += $1 }
    let engine = try office.engine()
    try spread(&whole, engine)
    let consultants = try office.store.staff().filter { $0.role == .consultant }
    let duties = try office.duties(
      engine, from: now.day - Office.dutyMemory, at: now, for: .everyone)
    return ManagerPage(
      overview: consultants.map { ($0.name, whole.counts[$0.id] ?? [:]) },
      report: try office.weekReport(whole.report, engine, duties, at: now),
      duties: duties?.list(at: now, for: .manager(nil)) ?? [],
      calls: try office.dueList(of: .manager, nil, whole.others, at: now, engine), now: now,
      language: office.session.language)
  }

  /// Counts the lines that had to wait for everybody of their waves.
  private func spread(_ share: inout Share, _ engine: Engine) throws {
    guard !share.lines.isEmpty else { return }
    let plans = try office.wavePlans(share.waves, engine, on: now.day)
    for (owner, line) in share.lines {
      switch plans.entry(line, ahead: 0) {
      case .nothing: break
      case .unlisted: share.count(.unlisted, of: owner)
      case .line(let line): share.count(DueGroup(line, at: now), of: owner)
      }
    }
  }
}
