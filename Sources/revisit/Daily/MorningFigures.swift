import Core
import Store

/// What a pass over the office gathers for the managers' page: the period that it tells of, what is
/// overdue, and which agreed days are not kept.
struct MorningFigures: Sendable {
  private(set) var reports: ReportPair
  private(set) var ages = OverdueAges()
  /// What the coming days ask for, where the page tells of the week.
  private(set) var calls: [StaffID?: [DueCall]] = [:]
  private let lastCallDay: Day?
  private var promises: [OpenPromise] = []
  private(set) var promiseCount = 0
  /// So many promises are named.
  private static let most = 100

  init(_ query: ReportQuery, at now: Moment) {
    reports = query.empty
    lastCallDay = query.weekAhead(of: now.day)
  }

  mutating func add(_ findings: Findings, _ given: CasesGiven) {
    reports.add(findings, given)
    ages.add(findings)
    for promise in findings.openPromises { keep(promise) }
    guard let lastCallDay else { return }
    let due = findings.dueCalls(through: lastCallDay)
    if !due.isEmpty { calls[findings.state.owner, default: []] += due }
  }

  private mutating func keep(_ promise: OpenPromise) {
    promises.append(promise)
    promiseCount += 1
    if promises.count >= 10 * MorningFigures.most { promises = oldest }
  }

  /// Those that have been due longest.
  var oldest: [OpenPromise] {
    let sorted = promises.sorted { ($0.due.day, $0.customer) < ($1.due.day, $1.customer) }
    return Array(sorted.prefix(MorningFigures.most))
  }

  static func += (a: inout MorningFigures, b: MorningFigures) {
    a.reports += b.reports
    a.ages += b.ages
    a.promises += b.promises
    a.calls.merge(b.calls, uniquingKeysWith: +)
    a.promiseCount += b.promiseCount
  }
}

extension ReportQuery {
  /// The last of the coming days of which the page tells beside a week; nil: of none.
  fileprivate func weekAhead(of today: Day) -> Day? { period.kind == .week ? today + 6 : nil }

  /// The days that a pass for the managers' page must look at.
  func passDays(at now: Moment) -> ClosedRange<Day> {
    let days = empty.days
    return days.lowerBound...max(days.upperBound, weekAhead(of: now.day) ?? now.day)
  }
}

extension Office {
  /// What the managers' page tells of: on the first day that the office works in a week last week, else
  /// yesterday and today.
  func managersQuery(_ engine: Engine) -> ReportQuery {
    let today = session.today
    let first = (0...6).map { today.monday + $0 }.first { engine.calendar.isWorkday($0) }
    let days = first == today ? (today.monday - 7).isoWeek.days : today - 1...today
    return ReportQuery(period: Period(first == today ? .week : .range, days))
  }

  /// What waits for a manager: who is behind, what was promised and not kept, which complaints are open,
  /// which texts wait for approval.
  func managersSections(
    _ figures: MorningFigures, _ query: ReportQuery, _ engine: Engine, at now: Moment
  ) throws -> [Listing.Section] {
    let names = try ReportNames(self, engine.vocabulary)
    let ahead = try query.weekAhead(of: now.day).map { last in
      let days = now.day...last
      let shares = try self.shares(
        figures.calls, over: days, capacity: OfficePlan.usualCapacity, engine.calendar)
      return OfficePlan(days: days, shares: shares, names: [:]).load
    }
    return [
      .overdue(figures.ages, names), ahead,
      .promises(
        try figures.oldest.map { promise in
          PromiseLine(
            promise: promise, name: try store.customer(promise.customer)?.name ?? "",
            holder: names.name(promise.holder),
            text: try store.texts(of: [promise.fact])[promise.fact]?.promise ?? "")
        }, of: figures.promiseCount),
      .complaints(try openComplaints(at: now), names, at: now),
      .approvals(try waitingApprovals(at: now)),
    ].compactMap { $0 }
  }

  private func openComplaints(at now: Moment) throws -> [ComplaintLine] {
    try store.cases(asOf: now).filter { $0.isOpen && $0.record.kind == .complaint }.map { file in
      let customer = try store.customer(file.record.customer)
      let charged = file.handlers.all.map { ListHolder.member($0, role: nil) }
      return ComplaintLine(
        file: file, name: customer?.name ?? "",
        holders: charged.isEmpty ? [.consultant(customer?.owner)] : charged)
    }
  }

  private func waitingApprovals(at now: Moment) throws -> [ApprovalLine] {
    try store.unapprovedMessages(until: now.day + 7).map { message in
      ApprovalLine(
        message: message, name: try store.customer(message.draft.customer)?.name ?? "",
        by: try store.op(message.op)?.user ?? "")
    }
  }
}

private struct PromiseLine {
  let promise: OpenPromise
  let name: String
  let holder: String
  let text: String
}

private struct ComplaintLine {
  let file: CaseFolder
  let name: String
  let holders: [ListHolder]
}

private struct ApprovalLine {
  let message: Message
  let name: String
  let by: String
}

extension Listing.Section {
  fileprivate static func overdue(_ ages: OverdueAges, _ names: ReportNames) -> Listing.Section {
    let rows = names.sorted(ages.counts.keys).map { row in
      (name: names.called(row), counts: ages.counts[row] ?? [])
    }
    return Listing.Section(
      "overdue", title: DailyMessages.overdue, rows,
      [.init("consultant", "顾问", "consultant", least: 4) { .text($0.name) }]
        + OverdueAges.begins.indices.map { age in
          Listing.Field<(name: String, counts: [Int])>(
            "days_\(OverdueAges.begins[age])", DailyMessages.age(OverdueAges.begins, age),
            right: true,
            least: 4
          ) { .number($0.counts[age]) }
        }
        + [
          .init("total", ListingMessages.total, right: true, least: 4) {
            .number($0.counts.reduce(0, +))
          }
        ])
  }

  fileprivate static func promises(_ lines: [PromiseLine], of total: Int) -> Listing.Section {
    var section = Listing.Section(
      "promises", title: DailyMessages.promises(total), lines,
      [
        .init("due", "约定", "agreed", least: 10) { .moment($0.promise.due) },
        .init("customer", "客户", "customer", least: 7) { .text(number($0.promise.customer)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
        .init("consultant", "谁", "who", least: 4) { .text($0.holder) },
        .init("since", "答应于", "since", least: 10) { .day($0.promise.since) },
        .init("promise", "什么", "what", least: 4) { .text($0.text) },
      ])
    section.overflow = .below
    return section
  }

  fileprivate static func complaints(
    _ lines: [ComplaintLine], _ names: ReportNames, at now: Moment
  ) -> Listing.Section {
    var section = Listing.Section(
      "complaints", title: DailyMessages.complaints(lines.count), lines,
      [
        .init("case", "编号", "No.", least: 6) { .text(caseNumber($0.file.record.number)) },
        .init("customer", "客户", "customer", least: 7) { .text(number($0.file.record.customer)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
        .init("since", "投诉于", "since", least: 10) { .optional($0.file.opened?.day) },
        .init("days", "天数", "days", right: true, least: 4) {
          .optional($0.file.opened.map { now.day - $0.day })
        },
        .init("step", "进展", "step", least: 4) { .optional($0.file.steps.last?.step.step) },
        .init("consultant", "谁", "who", least: 4) {
          .list($0.holders.map { .text(names.name($0)) })
        },
        .init("about", "什么", "about", least: 4) { .text($0.file.record.about) },
      ])
    section.overflow = .below
    return section
  }

  fileprivate static func approvals(_ lines: [ApprovalLine]) -> Listing.Section {
    var section = Listing.Section(
      "approvals", title: DailyMessages.approvals(lines.count), lines,
      [
        .init("message", "编号", "No.", least: 4) { .number(Int($0.message.id)) },
        .init("at", "发送", "at", least: 16) {
          .moment(Moment($0.message.draft.day, $0.message.draft.time))
        },
        .init("name", "客户", "customer", least: 4) { .text($0.name) },
        .init("by", "起草", "by", least: 4) { .text($0.by) },
        .init("text", "内容", "text", least: 4) { .text($0.message.draft.text) },
      ])
    section.overflow = .below
    return section
  }
}
