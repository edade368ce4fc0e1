import Core
import Store

/// The weeks that are over and whose report a change of the past would change: such a change is refused
/// unless `--rewrite-past` says that it is meant.
struct ClosedWeeks: Sendable {
  let weeks: [ClosedRange<Day>]
  private let now: Moment

  /// Those that a change from `day` on can touch.
  init(since day: Day, at now: Moment) {
    weeks = stride(from: day.monday.number, to: now.day.monday.number, by: 7).compactMap {
      Day(number: Int($0))?.isoWeek.days
    }
    self.now = now
  }

  fileprivate var days: ClosedRange<Day>? {
    guard let first = weeks.first, let last = weeks.last else { return nil }
    return first.lowerBound...last.upperBound
  }
}

extension Office {
  /// The closed weeks whose report would be another one if that policy reigned too.
  func weeksChanged(byAdopting policy: Policy, from day: Day) throws -> [ClosedRange<Day>] {
    let closed = ClosedWeeks(since: day, at: session.now)
    guard let days = closed.days else { return [] }
    let reigns = try store.reigns()
    let reign = Reign(id: (reigns.map(\.id).max() ?? 0) + 1, policy: policy, from: day)
    let now = session.now
    let (old, new) = (try engine(), try engine(with: reign))
    let pass = EnginePass(new, at: now, days: days)
    let shares = try self.pass(days, at: now, Set<Int>()) { changed, findings, office in
      let given = try OfficeCases.onDemand.given(findings, at: now, office)
      changed.formUnion(
        closed.changed(findings, pass.findings(of: findings.history), given, beside: changed))
    }
    let ofCustomers = shares.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let duties = try [old, new].map {
      try self.duties($0, from: days.lowerBound, at: now, for: .everyone)
    }
    return closed.weeks.indices.filter { index in
      let failures = duties.map { duties in
        duties?.failures(closed.weeks[index], at: now).map(\.obligation) ?? []
      }
      return ofCustomers.contains(index) || failures[0] != failures[1]
    }.map { closed.weeks[$0] }
  }

  /// The closed weeks whose report would be another one if the customer were that member's since `day`.
  func weeksChanged(
    byGiving customer: CustomerID, to owner: StaffID, since day: Day, _ engine: Engine? = nil
  ) throws -> [ClosedRange<Day>] {
    try weeksChanged(of: customer, since: day, engine) {
      $0 + [Fact(id: .max, day: day, .owner(owner))]
    }
  }

  /// The closed weeks whose report would be another one if the customer's fact had never been.
  func weeksChanged(
    byVoiding fact: Fact, of customer: CustomerID
  ) throws -> [ClosedRange<Day>] {
    try weeksChanged(of: customer, since: fact.day) { $0.filter { $0.id != fact.id } }
  }

  private func weeksChanged(
    of customer: CustomerID, since day: Day, _ engine: Engine? = nil, by change: ([Fact]) -> [Fact]
  ) throws -> [ClosedRange<Day>] {
    let closed = ClosedWeeks(since: day, at: session.now)
    guard let days = closed.days, let history = try store.history(of: customer) else { return [] }
    let changed = History(
      customer: customer, source: history.source, facts: change(history.facts))
    let pass = EnginePass(try engine ?? self.engine(), at: session.now, days: days)
    let (old, new) = (pass.findings(of: history), pass.findings(of: changed))
    let cases = try OfficeCases.onDemand.given(old, at: session.now, self)
    return closed.changed(old, new, cases).sorted().map { closed.weeks[$0] }
  }

  /// Refuses what would change the report of a week that is over, unless it is meant; else says which.
  func checkPast(_ weeks: [ClosedRange<Day>], at place: String, isMeant: Bool) throws {
    let names = weeks.map { "\($0.lowerBound.isoWeek)" }
    if names.isEmpty { return }
    if let month = try store.closedMonths().first(where: { month in
      weeks.contains { $0.overlaps(month) }
    }) {
      throw Failure.refusal(.monthClosed(String("\(month.lowerBound)".dropLast(3))))
    }
    guard isMeant else { throw Failure.refusal(.rewritesPast(names, place: place)) }
    session.warn(WeekMessages.rewritten(names))
  }
}

extension ClosedWeeks {
  /// The places of the weeks whose report of one customer differs; those of `known` need no look.
  fileprivate func changed(
    _ old: Findings, _ new: Findings, _ given: CasesGiven, beside known: Set<Int> = []
  ) -> Set<Int> {
    Set(
      weeks.indices.filter { index in
        !known.contains(index)
          && told(old, weeks[index], given) != told(new, weeks[index], given)
      })
  }

  /// What the report says of one customer.
  private func told(
    _ findings: Findings, _ week: ClosedRange<Day>, _ given: CasesGiven
  ) -> ToldOfCustomer {
    var report = Report(days: week, misses: .max)
    report.add(findings, given)
    return ToldOfCustomer(
      tallies: report.tallies, roles: report.roles,
      misses: report.misses.map { miss in
        let rule = findings.pass.engine.rule(miss.obligation.rule)
        return "\(rule.id) \(miss.obligation.due) \(miss.holder)"
      })
  }
}

private struct ToldOfCustomer: Equatable {
  let tallies: [StaffID?: Tally]
  let roles: [Role: Tally]
  let misses: [String]
}
