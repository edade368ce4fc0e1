import Core
import Store

/// The week's report with the names of those it is about: values, no text.
struct WeekReport: Sendable {
  struct Row: Sendable {
    let consultant: String
    /// What that role owes, and nobody in particular.
    var role: Word?
    let tally: Tally
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
  }

  let asOf: Moment
  /// Whether the office is one for training.
  let isTraining: Bool
  let days: ClosedRange<Day>
  let rows: [Row]
  let total: Tally
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
}

extension Office {
  /// The report of the stretch, for each consultant and for the whole office.
  ///
  /// - Parameter all: with everything that was missed or late, and not the oldest alone.
  func weekReport(_ days: ClosedRange<Day>, at now: Moment, all: Bool) throws -> WeekReport {
    try store.snapshot {
      let engine = try engine()
      let duties = try duties(engine, from: days.lowerBound, at: now, for: .everyone)
      let empty = Report(days: days, misses: all ? .max : Report.usualMisses)
      let shares = try pass(days, at: now, empty) { share, findings, office in
        share.add(findings, try OfficeCases.onDemand.given(findings, at: now, office))
      }
      let report = shares.reduce(into: empty) { $0 += $1 }
      return try weekReport(report, engine, duties, at: now)
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
  func weekReport(
    _ report: Report, _ engine: Engine, _ duties: DutyEvidence?, at now: Moment
  ) throws -> WeekReport {
    let staff = try store.staff()
    let names = try staffNames()
    let words = engine.vocabulary
    let nobody = session.say("未分配", "nobody")
    func name(_ holder: ListHolder) -> String {
      switch holder {
      case .consultant(let owner): owner.flatMap { names[$0] } ?? nobody
      case .member(let member, _): names[member] ?? nobody
      case .role(let role): session.say(role.word(in: words).bilingual)
      }
    }
    let tallies = report.tallies
    let shown = staff.filter {
      $0.role == .consultant && $0.left == nil || tallies[$0.id] != nil
    }
    var rows = shown.map {
      WeekReport.Row(consultant: $0.name, tally: tallies[$0.id] ?? Tally())
    }
    if let rest = tallies[nil] { rows.append(.init(consultant: nobody, tally: rest)) }
    rows += report.roles.sorted { $0.key.rawValue < $1.key.rawValue }.map { role, tally in
      let word = role.word(in: words)
      return WeekReport.Row(consultant: session.say(word.bilingual), role: word, tally: tally)
    }
    let misses = try report.misses.map { miss in
      WeekReport.Miss(
        customer: miss.customer, name: try store.customer(miss.customer)?.name ?? "",
        consultant: name(miss.holder),
        rules: miss.rules.map(engine.rule),
        due: miss.obligation.due, isLate: miss.isLate)
    }
    return WeekReport(
      asOf: now, isTraining: try isForTraining(), days: report.days, rows: rows,
      total: report.total, misses: misses,
      more: report.missCount - misses.count,
      cases: try casesWaiting(engine, at: now, name: name),
      duties: duties?.failures(report.days, at: now) ?? [],
      problems: try openProblems(until: min(now.day, report.days.upperBound)),
      outOfReach: try outOfReach(store.deadNumbers(asOf: now), for: .office, reveal: false))
  }
}
