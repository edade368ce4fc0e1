import Core
import Store

/// The week's report with the names of those it is about: values, no text.
struct WeekReport: Sendable {
  struct Row: Sendable {
    /// The consultant, the role, the source or the grade.
    let name: Bilingual
    /// As programs read it.
    let key: String
    /// What that role owes, and nobody in particular.
    var role: Word?
    let tally: Tally
    /// Of the period before.
    let before: Tally
  }

  struct Miss: Sendable {
    let customer: CustomerID
    let name: String
    /// The member of staff or the role that it is charged to.
    let consultant: String
    /// Every rule that asked for it.
    let rules: [Rule]
    let due: Moment
    let isLate: Bool
    let why: MissReason
  }

  /// What lies behind a figure.
  struct Explanation: Sendable {
    struct Line: Sendable {
      let customer: CustomerID
      let name: String
      let holder: String
      let day: Day
      let what: Bilingual
    }

    let figure: ReportFigure
    let lines: [Line]
  }

  let asOf: Moment
  /// Whether the office is one for training.
  let isTraining: Bool
  let period: Period
  let division: ReportDivision
  let rows: [Row]
  let total: Tally
  /// Of the period before.
  let before: Tally
  /// What was missed or late, oldest first; the first of them.
  let misses: [Miss]
  /// How many more there are.
  let more: Int
  /// Cases that wait for an answer, as of the report.
  let cases: [CaseWaiting]
  /// Duties of staff and office that were missed or done late.
  let duties: [DutyItem]
  /// Problems that are open as of the report.
  let problems: [LedgerLine]
  /// Live customers who can be reached under no number, as of the report.
  let outOfReach: [OutOfReach]
  var explanation: Explanation?
  var charts: [Chart] = []

  var days: ClosedRange<Day> { period.days }
}

extension Office {
  /// The report of the period, for each consultant and for the whole office, with the period before.
  func report(_ query: ReportQuery, at now: Moment) throws -> WeekReport {
    try store.snapshot {
      let engine = try engine()
      let empty = query.empty
      let duties = try duties(engine, from: query.period.days.lowerBound, at: now, for: .everyone)
      let last = query.hasCharts ? now.day + ReportPair.ahead : now.day
      let days = empty.days.lowerBound...max(empty.days.upperBound, last)
      let shares = try pass(days, at: now, empty) { share, findings, office in
        share.add(findings, try OfficeCases.onDemand.given(findings, at: now, office))
      }
      let pair = shares.reduce(into: empty) { $0 += $1 }
      return try report(query, pair, engine, duties, at: now)
    }
  }

  /// Goes through the whole office, in parts by number; each thread adds what it finds to a share of
  /// its own, and may ask the office that it reads.
  func pass<Share: Sendable>(
    _ days: ClosedRange<Day>, at now: Moment, _ empty: Share,
    _ add: @escaping @Sendable (inout Share, Findings, Office) throws -> Void
  ) throws -> [Share] {
    guard let numbers = try store.customerRange() else { return [empty] }
    let size = max(Office.littleWork, (numbers.count + 63) / 64)
    let parts = stride(from: numbers.lowerBound, through: numbers.upperBound, by: size).map {
      $0...$0 + CustomerID(size - 1)
    }
    return try inParallel(parts) { office, parts in
      let pass = EnginePass(
        try office.engine(), at: now, days: days.lowerBound - Report.reach...days.upperBound)
      var share = empty
      while let numbers = parts.next() {
        try office.store.forEachHistory(
          in: .customers(numbers), asOf: now, activeSince: days.lowerBound
        ) { try add(&share, pass.findings(of: $0), office) }
      }
      return share
    }
  }

  /// Puts names to a report.
  func report(
    _ query: ReportQuery, _ pair: ReportPair, _ engine: Engine, _ duties: DutyEvidence?,
    at now: Moment
  ) throws -> WeekReport {
    let names = try ReportNames(self, engine.vocabulary)
    let report = pair.report
    let daysOff = DaysOff(try store.officeDays().leaves)
    let dead = try store.deadNumbers(asOf: now)
    let misses = try report.misses.map { miss in
      let numbers = try store.nameAndPhones(of: miss.customer)
      return WeekReport.Miss(
        customer: miss.customer, name: numbers.name, consultant: names.name(miss.holder),
        rules: miss.rules.map(engine.rule),
        due: miss.obligation.due, isLate: miss.isLate,
        why: miss.why(
          daysOff, hasNumber: !dead.live(numbers.phones, of: miss.customer).isEmpty))
    }
    var told = WeekReport(
      asOf: now, isTraining: try isForTraining(), period: query.period,
      division: query.division, rows: names.rows(pair, query),
      total: report.total, before: pair.before.total, misses: misses,
      more: report.missCount - misses.count,
      cases: try casesWaiting(engine, at: now, name: names.name),
      duties: duties?.failures(report.days, at: now) ?? [],
      problems: try openProblems(until: min(now.day, report.days.upperBound)),
      outOfReach: try outOfReach(dead, for: .office, reveal: false))
    told.charts = try charts(pair, told, engine, at: now)
    told.explanation = try query.figure.map { try explanation(of: $0, report, engine, names) }
    return told
  }

  private func charts(
    _ pair: ReportPair, _ report: WeekReport, _ engine: Engine, at now: Moment
  ) throws -> [Chart] {
    guard let figures = pair.charts else { return [] }
    let ahead = now.day...now.day + ReportPair.ahead
    let plan = OfficePlan(
      days: ahead,
      shares: try shares(
        figures.calls, over: ahead, capacity: OfficePlan.usualCapacity, engine.calendar),
      names: [:])
    let language = session.language
    return [
      ReportCharts.rates(report.rows, language), ReportCharts.load(plan, language),
      ReportCharts.funnel(report.total, language), ReportCharts.reach(figures.hours, language),
      ReportCharts.ages(figures.ages, language),
    ]
  }

  private func explanation(
    of figure: ReportFigure, _ report: Report, _ engine: Engine, _ names: ReportNames
  ) throws -> WeekReport.Explanation {
    let words = try FactWords(store)
    let lines = try report.evidence.sorted {
      ($0.cause.day, $0.customer) < ($1.cause.day, $1.customer)
    }.map { entry in
      let what: Bilingual =
        switch entry.cause {
        case .customer: WeekMessages.came(figure)
        case .fact(let fact): words.tell(fact.body)
        case .obligation(let obligation):
          [engine.rule(obligation.rule).called, WeekMessages.status(obligation)]
            .joined(separator: " ")
        }
      return WeekReport.Explanation.Line(
        customer: entry.customer, name: try store.customer(entry.customer)?.name ?? "",
        holder: names.name(entry.holder), day: entry.cause.day, what: what)
    }
    return WeekReport.Explanation(figure: figure, lines: lines)
  }
}

extension Report.Miss {
  /// Why it was not done in time, as far as it is known.
  fileprivate func why(_ daysOff: DaysOff, hasNumber: Bool) -> MissReason {
    if let member = holder.member, daysOff.contains(obligation.due.day, of: member) {
      return .leave
    }
    if !hasNumber { return .noNumber }
    return tries.last.map { .tried(tries.count, $0) } ?? .notTried
  }
}
