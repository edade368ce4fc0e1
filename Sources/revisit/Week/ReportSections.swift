import Core
import Store
import Values

// Sections of the report that are asked for alone.

extension Office {
  /// What has been overdue for more days than that and is still undone (漏做名单), oldest first.
  func longMissed(olderThan days: Int, of members: Set<StaffID>?) throws -> Listing {
    typealias Line = (obligation: Obligation, customer: CustomerID, name: String, holder: String)
    let now = session.now
    let engine = try engine()
    let names = try ReportNames(self, engine.vocabulary)
    let shares = try pass(now.day...now.day, at: now, [FoundOverdue]()) { found, findings, _ in
      for obligation in findings.obligations
      where obligation.status.isOverdue && obligation.daysOverdue(at: now) > days {
        let holder = ListHolder.usual(
          obligation.doer, obligation.member, owner: findings.state.owner)
        if let members, holder.member.map(members.contains) != true { continue }
        found.append(
          FoundOverdue(
            customer: findings.history.customer, obligation: obligation, holder: holder))
      }
    }
    let lines = try shares.flatMap { $0 }.sorted {
      ($0.obligation.due.day, $0.customer) < ($1.obligation.due.day, $1.customer)
    }.map { found -> Line in
      let name = try store.customer(found.customer)?.name ?? ""
      return (found.obligation, found.customer, name, names.name(found.holder))
    }
    return Listing(
      heading: [StatisticsWords.missed(days)],
      [
        Listing.Section(
          "missed", lines, ifEmpty: StatisticsWords.nothingMissed,
          [
            .init("due", "应做日", "due", least: 10) { .day($0.obligation.due.day) },
            .init("days", "天数", "days", right: true, least: 3) {
              .number($0.obligation.daysOverdue(at: now))
            },
            .init("customer", "客户", "customer", least: 7) { .text(number($0.customer)) },
            .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
            .init("consultant", "谁", "who", least: 4) { .text($0.holder) },
            .init("rule", "条款", "rule", least: 4) {
              let rule = engine.rule($0.obligation.rule)
              return .word(rule.id, rule.called)
            },
          ])
      ])
  }

  /// How each rule did (制度评估): a line for each of which anything was due.
  ///
  /// - Parameter name: of the policy alone that has that name.
  func policyReport(_ query: ReportQuery, named name: String?) throws -> Listing {
    let reigns = try store.reigns()
    if let name, !reigns.contains(where: { $0.policy.name == name }) {
      throw Failure.lookup(
        .noPolicy(name, nearest: nearest(to: name, among: reigns.map(\.policy.name))))
    }
    let rules = reigns.filter { name == nil || $0.policy.name == name }.flatMap(\.policy.rules)
    let own = name == nil ? [Rule.next] : []
    let report = try self.report(query, at: session.now)
    var known: Set<String> = []
    let lines = (rules + own).compactMap { rule -> (rule: Rule, tally: Tally)? in
      guard known.insert(rule.id).inserted,
        let tally = report.rows.first(where: { $0.key == rule.id })?.tally, tally.due > 0
      else { return nil }
      return (rule, tally)
    }
    let figures: [ReportFigure] = [
      .due, .done, .onTime, .late, .missed, .open, .rate, .visitedAfter,
    ]
    return Listing(
      heading: [StatisticsWords.policy(query.period)],
      [
        Listing.Section(
          "rules", lines, ifEmpty: StatisticsWords.noRules,
          [
            .init("rule", "条款", "rule", least: 6) { .text($0.rule.id) },
            .init("name", "名称", "name", least: 6) { .words($0.rule.called) },
          ]
            + figures.map { figure in
              Listing.Field<(rule: Rule, tally: Tally)>(
                figure.rawValue, figure.title, right: true, least: 2
              ) {
                .figure(figure, $0.tally)
              }
            })
      ])
  }
}

private struct FoundOverdue: Sendable {
  let customer: CustomerID
  let obligation: Obligation
  let holder: ListHolder
}

extension WeekReport {
  /// How many of those who were owed something somebody was in contact with.
  var coverageListing: Listing {
    typealias Line = (name: Cell, tally: Tally)
    return Listing(
      heading: [WeekMessages.days(period, asOf, isTraining: isTraining), StatisticsWords.coverage],
      [
        Listing.Section(
          "coverage", rows.map { Line(.word($0.key, $0.name), $0.tally) },
          total: Line(.word("total", ListingMessages.total), total),
          [.init("consultant", "顾问", "name", least: 2) { $0.name }]
            + [ReportFigure.owed, .inContact, .coverage].map { figure in
              Listing.Field<Line>(figure.rawValue, figure.title, right: true, least: 4) {
                .figure(figure, $0.tally)
              }
            })
      ])
  }
}
