import Core
import Store

/// What a report is asked of.
struct ReportQuery: Sendable {
  var period: Period
  var division = ReportDivision.consultant
  /// Those alone; nil: everybody.
  var members: Set<StaffID>?
  /// With everything that was missed or late, and not the oldest alone.
  var all = false
  /// What lies behind that figure is told.
  var figure: ReportFigure?
  /// With pictures.
  var hasCharts = false

  /// Its period and the one before it, nothing counted yet.
  var empty: ReportPair {
    let misses = all ? .max : Report.usualMisses
    return ReportPair(
      report: Report(
        days: period.days, misses: misses, by: division, of: members, explaining: figure),
      before: Report(days: period.before, misses: 0, by: division, of: members),
      charts: hasCharts ? ChartFigures() : nil)
  }
}

/// A report with that of the period before.
struct ReportPair: Sendable {
  var report: Report
  var before: Report

  /// Nil: no pictures are made.
  var charts: ChartFigures?

  /// Both periods' days.
  var days: ClosedRange<Day> { before.days.lowerBound...report.days.upperBound }

  mutating func add(_ findings: Findings, _ given: CasesGiven) {
    report.add(findings, given)
    before.add(findings, given)
    guard charts != nil else { return }
    charts?.ages.add(findings)
    charts?.hours.add(findings, on: report.days)
    let calls = findings.dueCalls(through: findings.pass.now.day + ReportPair.ahead)
    if !calls.isEmpty { charts?.calls[findings.state.owner, default: []] += calls }
  }

  /// So many days ahead pictures look.
  static let ahead = 13

  static func += (a: inout ReportPair, b: ReportPair) {
    a.report += b.report
    a.before += b.before
    if let more = b.charts { a.charts? += more }
  }
}
