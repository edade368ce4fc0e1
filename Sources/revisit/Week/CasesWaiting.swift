import Core
import Store

/// A case whose answer is owed under no clause of a policy (等答复): the manager sees it, whosever it is.
struct CaseWaiting: Sendable {
  let record: CaseRecord
  let customer: String
  let rule: Rule
  let due: Moment
  /// 0: it is not.
  let daysOverdue: Int
  /// On whose lists it stands.
  let holders: [String]
}

extension Office {
  /// Cases that are still to be answered, and replies that are due, by their day.
  func casesWaiting(
    _ engine: Engine, at now: Moment, name: (ListHolder) -> String
  ) throws -> [CaseWaiting] {
    let pass = EnginePass(engine, at: now, days: now.day...now.day)
    let files = try store.cases(asOf: now).filter { $0.isOpen || $0.promised != nil }
    let found = try Dictionary(grouping: files, by: \.record.customer).flatMap { customer, files in
      try store.history(of: customer, asOf: now).map { history in
        try waiting(files, pass.findings(of: history), name)
      } ?? []
    }
    return found.sorted { ($0.due.day, $0.record.number) < ($1.due.day, $1.record.number) }
  }

  private func waiting(
    _ files: [CaseFolder], _ findings: Findings, _ name: (ListHolder) -> String
  ) throws -> [CaseWaiting] {
    let (engine, now) = (findings.pass.engine, findings.pass.now)
    let customer = findings.history.customer
    let given = try store.casesGiven(of: customer, asOf: now)
    return try findings.obligations.compactMap { obligation in
      let rule = engine.rule(obligation.rule)
      guard obligation.status.isOpen, rule.isAnswer,
        let file = files.first(where: { $0.record.own == obligation.key.caseNumber })
      else { return nil }
      return CaseWaiting(
        record: file.record, customer: try store.customer(customer)?.name ?? "", rule: rule,
        due: obligation.due, daysOverdue: obligation.daysOverdue(at: now),
        holders: findings.holders(of: obligation.rule, obligation.key, given).map(name))
    }
  }
}

extension Rule {
  /// Whether it asks for an answer to a case, and is the program's own.
  fileprivate var isAnswer: Bool { id == Rule.answering.id || id == Rule.reply.id }
}

extension Listing.Section {
  /// The cases that wait for an answer, with those who owe it.
  static func waiting(_ cases: [CaseWaiting], at now: Moment) -> Listing.Section {
    var section = Listing.Section(
      "cases", title: WeekMessages.waiting, cases,
      [
        .init("due", "应答复", "due", least: 4) { .moment($0.due) },
        .init("status", "情况", "state", least: 4) { entry in
          .word(
            entry.daysOverdue > 0 ? "overdue" : "due",
            WeekMessages.waiting(entry.daysOverdue, entry.due, at: now))
        },
        .init("case", "编号", "No.", least: 4) { .text(caseNumber($0.record.number)) },
        .init("kind", "投诉、报修…", "kind", shown: .data) { .term($0.record.kind) },
        .init("customer", "客户", "customer", least: 4) { .text(number($0.record.customer)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.customer) },
        .init("holders", "谁", "who", least: 4) { .list($0.holders.map { .text($0) }) },
        .init("rule", "条款编号", "id of the rule", shown: .data) { .text($0.rule.id) },
        .init("told", "事项", "case", shown: .page) { .words(CaseMessages.title($0.record)) },
      ])
    section.overflow = .below
    return section
  }
}
