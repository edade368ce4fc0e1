import Core
import Store

extension Office {
  /// Whose birthday falls into those days, by consultant (生日名单): the day before it is checked by phone.
  func birthdays(_ days: ClosedRange<Day>, of members: Set<StaffID>?) throws -> Listing {
    typealias Line = (
      day: Day, birthday: Birthday, customer: CustomerID, name: String, who: String, owner: String
    )
    let now = session.now
    let names = try staffNames()
    var lines: [Line] = []
    try store.forEachHistory(in: .office, asOf: now) { history in
      guard let state = history.timeline(at: now).spans.last?.state, !state.isStopped,
        members.map({ members in state.owner.map(members.contains) ?? false }) ?? true
      else { return }
      let found = history.birthdays.flatMap { member, birthday in
        (days.lowerBound.year...days.upperBound.year).flatMap { birthday.occurrences(in: $0) }
          .filter(days.contains).map { (member: member, birthday: birthday, day: $0) }
      }
      guard !found.isEmpty else { return }
      let name = try store.customer(history.customer)?.name ?? ""
      let family = try family(of: history.customer)
      lines += found.map { member, birthday, day in
        (
          day, birthday, history.customer, name, family[member] ?? "",
          state.owner.flatMap { names[$0] } ?? session.say(DueMessages.nobody)
        )
      }
    }
    return Listing(
      heading: [
        [StaffWords.birthdays, DueMessages.dated(days)].joined(separator: "  ")
      ],
      [
        Listing.Section(
          "birthdays",
          lines.sorted { ($0.owner, $0.day, $0.customer) < ($1.owner, $1.day, $1.customer) },
          ifEmpty: StaffWords.noBirthdays,
          [
            .init("consultant", "顾问", "consultant", least: 4) { .text($0.owner) },
            .init("check", "核对", "check", least: 10) { .day($0.day - 1) },
            .init("day", "祝福", "greeting", least: 10) { .day($0.day) },
            .init("customer", "客户", "customer", least: 7) { .text(number($0.customer)) },
            .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
            .init("relative", "家属", "relative", least: 4) { .text($0.who) },
            .init("birthday", "生日", "birthday", least: 6) { .text("\($0.birthday)") },
          ])
      ])
  }

  /// What each consultant achieved in the period (员工成绩): satisfaction, what was in time, rewards and fines.
  func staffReport(_ query: ReportQuery) throws -> Listing {
    let days = query.period.days
    let report = try self.report(query, at: session.now)
    let scores = try self.scores(days)
    let names = try staffNames()
    let entries = try store.ledger(
      from: days.lowerBound, to: days.upperBound, asOf: session.now)
    func count(_ kind: String, _ name: String) -> Int {
      entries.filter { $0.kind == kind && $0.staff.flatMap { names[$0] } == name }
        .reduce(0) { $0 + $1.count }
    }
    return Listing(
      heading: [[StaffWords.staff, DueMessages.dated(days)].joined(separator: "  ")],
      [
        Listing.Section(
          "staff", report.rows.filter { $0.role == nil },
          [
            .init("consultant", "顾问", "consultant", least: 4) { .text($0.key) },
            .init("mean", "满意度", "satisfaction", right: true, least: 4) {
              .optional(SurveyMessages.mean(scores[$0.key] ?? []))
            },
            .init("due", "应回访", "due", right: true, least: 3) { .number($0.tally.due) },
            .init("on_time", "按时", "on time", right: true, least: 3) { .number($0.tally.onTime) },
            .init("rate", "及时率", "rate", right: true, least: 3) { .share($0.tally.rate) },
            .init("rewards", "奖励", "rewards", right: true, least: 3) {
              .number(count("奖励", $0.key))
            },
            .init("fines", "罚款", "fines", right: true, least: 3) {
              .number(count("罚款", $0.key))
            },
          ])
      ])
  }

  /// The scores of surveys by the name of whose customer it was on the day.
  private func scores(_ days: ClosedRange<Day>) throws -> [String: [Int]] {
    let names = try staffNames()
    var scores: [String: [Int]] = [:]
    for answer in try store.answers(in: days) {
      let state = try store.history(of: answer.customer)?.timeline(at: Moment(answer.day))
        .state(on: answer.day)
      guard let name = state?.owner.flatMap({ names[$0] }) else { continue }
      scores[name, default: []] += answer.scores.compactMap { $0 }
    }
    return scores
  }
}

extension History {
  /// The birthdays that stand, by the number in the family; 0: the customer's own.
  fileprivate var birthdays: [(member: Int32, birthday: Birthday)] {
    var found: [Int32: Birthday] = [:]
    for fact in facts {
      if case .birthday(let birth) = fact.body { found[birth.member] = birth.birthday }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
