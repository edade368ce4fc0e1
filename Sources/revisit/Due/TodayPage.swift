import Core
import Store

/// The day of whoever runs the program, in ten lines (今天): how much there is to do, what was promised
/// for which hour, who has no plan, how last week went, and what to type next.
struct TodayPage {
  let list: DueList
  let user: User
  let role: Role?
  let office: String?
  /// Last week's, of what the list's reader answers for.
  let lastWeek: Report
  /// Those who did least in time last week, for a reader who answers for others.
  let behind: [(name: String, tally: Tally)]
  /// Whether anybody has been entered.
  let hasCustomers: Bool

  /// So many promises, and so many of those who are behind, are named.
  private static let most = 3
}

extension Office {
  func today() throws -> TodayPage {
    let now = session.now
    let week = (session.today - 7).isoWeek.days
    let owner = try listOwner(named: nil)
    let (query, engine) = try list(of: owner)
    var lastWeek = Report(days: week, misses: 0)
    let pass = EnginePass(engine, at: now, days: week.lowerBound - Report.reach...now.day)
    var list = try dueList(query, engine, pass: pass, seeing: { lastWeek.add($0) })
    list.duties = try dutiesOfList(engine, of: owner)
    return TodayPage(
      list: list, user: user, role: try speaker?.role, office: try store.office(.name),
      lastWeek: lastWeek, behind: try owner == nil ? behind(lastWeek) : [],
      hasCustomers: try store.customerRange() != nil)
  }

  /// Consultants with the lowest rates; those who were always in time are not behind.
  private func behind(_ report: Report) throws -> [(name: String, tally: Tally)] {
    let names = try staffNames()
    return report.tallies.compactMap { staff, tally -> (name: String, tally: Tally)? in
      guard let name = staff.flatMap({ names[$0] }), tally.missed + tally.late > 0 else {
        return nil
      }
      return (name, tally)
    }
    .sorted { a, b in
      let (first, second) = (a.tally.rate.value ?? 1, b.tally.rate.value ?? 1)
      return first == second ? a.name < b.name : first < second
    }
  }
}

extension TodayPage {
  /// At most ten lines, the last of them what to type next.
  func lines(_ language: Language) -> [String] {
    guard hasCustomers else { return [who[language], TodayMessages.noCustomers[language]] }
    var lines = [who, calls] + promises
    if !list.duties.isEmpty { lines.append(TodayMessages.duties(list.duties.count)) }
    if list.unplanned.total > 0 { lines.append(TodayMessages.unplanned(list.unplanned.total)) }
    if !list.outOfReach.isEmpty {
      lines.append(TodayMessages.outOfReach(list.outOfReach.map(\.customer.name)))
    }
    let total = lastWeek.total
    if total.due > 0 { lines.append(TodayMessages.lastWeek(total)) }
    if !behind.isEmpty {
      lines.append(TodayMessages.behind(Array(behind.prefix(TodayPage.most)), of: behind.count))
    }
    return (lines.prefix(9) + [next]).map { $0[language] }
  }

  /// `2026-11-05（周四）09:00  李明（置业顾问）  阳光花园`.
  private var who: Bilingual {
    let role = role?.word(in: list.engine.vocabulary)
    let name = Bilingual(
      user.name + (role.map { "（\($0.chinese)）" } ?? ""),
      user.name + (role.map { " (\($0.bilingual.en))" } ?? ""))
    let place = office.map { Bilingual($0, $0) }
    let training = list.isTraining ? DueMessages.training : nil
    return [DueMessages.dated(list.asOf), name, place, training].compactMap { $0 }
      .joined(separator: "  ")
  }

  private var calls: Bilingual {
    let groups = DueGroup.allCases.filter { $0 != .hidden && list.counts[$0] > 0 }
    guard !groups.isEmpty else { return DueMessages.empty }
    let total = groups.reduce(0) { $0 + list.counts[$1] }
    return TodayMessages.calls(total, groups.map { DueMessages.tally($0, list.counts[$0]) })
  }

  /// What was agreed with customers for today or before, by its hour.
  private var promises: [Bilingual] {
    let agreed = list.items.compactMap { item -> (due: Moment, item: DueItem)? in
      let reason = item.line.reasons.first { $0.rule == .next && $0.isListed }
      return reason.map { ($0.due, item) }
    }
    .sorted { $0.due.isBefore($1.due) }
    guard !agreed.isEmpty else { return [] }
    let told = agreed.prefix(TodayPage.most).map { due, item in
      TodayMessages.promise(due, item.name, item.promises, at: list.asOf)
    }
    return [TodayMessages.promises(told, of: agreed.count)]
  }

  /// The two commands that are most likely next.
  private var next: Bilingual {
    if !list.items.isEmpty {
      return role == .manager ? TodayMessages.lookAtWeek : TodayMessages.call
    }
    return list.unplanned.total > 0 ? TodayMessages.plan : TodayMessages.lookAtWeek
  }
}
