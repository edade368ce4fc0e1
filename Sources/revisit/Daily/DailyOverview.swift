import Core
import Store

/// What the morning's files would say in all, without writing one: the whole office is computed and
/// counted, customer by customer.
struct DailyOverview {
  private let desk: Desk
  private let now: Moment
  private var week: ClosedRange<Day> { now.day.isoWeek.days }

  init(_ desk: Desk) {
    self.desk = desk
    now = Moment(desk.session.today)
  }

  /// What one thread has counted: customers by consultant and group, and the week.
  private struct Share: Sendable {
    var counts: [StaffID: [DueGroup: Int]] = [:]
    var report: Report

    mutating func add(_ findings: Findings, at now: Moment) {
      report.add(findings)
      guard let owner = findings.owner(on: now.day) else { return }
      switch findings.agenda() {
      case .nothing: break
      case .unlisted: counts[owner, default: [:]][.unlisted, default: 0] += 1
      case .line(let line): counts[owner, default: [:]][DueGroup(line, at: now), default: 0] += 1
      }
    }
  }

  func page() throws -> ManagerPage {
    let now = now
    let shares = try desk.survey(week, at: now, Share(report: Report(days: week))) {
      $0.add($1, at: now)
    }
    let counts = shares.reduce(into: [StaffID: [DueGroup: Int]]()) { all, share in
      all.merge(share.counts) { $0.merging($1, uniquingKeysWith: +) }
    }
    let report = shares.reduce(into: Report(days: week)) { $0 += $1.report }
    let consultants = try desk.store.staff().filter { $0.role == .consultant }
    return ManagerPage(
      overview: consultants.map { ($0.name, counts[$0.id] ?? [:]) },
      report: try desk.weekReport(report, try desk.engine(), at: now), now: now,
      language: desk.session.language)
  }
}
