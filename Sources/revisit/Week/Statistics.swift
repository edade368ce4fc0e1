import Core
import Store
import Values

struct StatisticsQuery {
  let by: StatisticsDivision
  /// Those who first came on these days; nil: all who are not lost.
  let days: ClosedRange<Day>?
  let members: Set<StaffID>?
}

extension Office {
  /// How many customers there are of each kind (统计).
  func statistics(_ query: StatisticsQuery) throws -> Listing {
    let now = session.now
    let names = try staffNames()
    var counts: [StatisticsKey: Int] = [:]
    try store.forEachHistory(in: .office, asOf: now, lost: query.days != nil) { history in
      guard let state = history.timeline(at: now).spans.last?.state,
        let first = history.facts.first,
        query.days.map({ $0.contains(first.day) }) ?? !state.isLost,
        query.members.map({ members in state.owner.map(members.contains) ?? false }) ?? true
      else { return }
      for key in try keys(of: history.customer, state, query.by, names) {
        counts[key, default: 0] += 1
      }
    }
    typealias Line = (key: StatisticsKey, count: Int)
    let lines: [Line] = counts.sorted { ($0.key.place, $0.key.name) < ($1.key.place, $1.key.name) }
      .map { ($0.key, $0.value) }
    let total = (
      StatisticsKey(0, "total", ListingMessages.total), lines.reduce(0) { $0 + $1.count }
    )
    let title = query.days.map { days in
      [StatisticsWords.title(query.by), DueMessages.dated(days)].joined(separator: "  ")
    }
    return Listing(
      heading: [title ?? StatisticsWords.title(query.by)],
      [
        Listing.Section(
          "statistics", lines, total: total as Line, ifEmpty: StatisticsWords.none,
          [
            .init(query.by.rawValue, StatisticsWords.column(query.by), least: 4) {
              .word($0.key.name, $0.key.title)
            },
            .init("customers", "客户", "customers", right: true, least: 4) { .number($0.count) },
            .init("share", "占比", "share", right: true, least: 4) {
              .share(Share(of: $0.count, among: total.1))
            },
          ])
      ])
  }

  /// A customer may have several objections.
  private func keys(
    of customer: CustomerID, _ state: Snapshot, _ division: StatisticsDivision,
    _ names: [StaffID: String]
  ) throws -> [StatisticsKey] {
    switch division {
    case .source:
      return [StatisticsKey(state.source.map { Int($0.rawValue) }, state.source?.word)]
    case .grade:
      let grade = state.grade
      return [
        StatisticsKey(
          grade.map { Int($0.rawValue) } ?? 99, grade?.name ?? "none",
          grade?.bilingual ?? WeekMessages.ungraded)
      ]
    case .stage: return [StatisticsKey(Int(state.stage.rawValue), state.stage.word)]
    case .consultant:
      guard let name = state.owner.flatMap({ names[$0] }) else {
        return [StatisticsKey(.max, "nobody", DueMessages.nobody)]
      }
      return [StatisticsKey(Int(state.owner ?? 0), name, Bilingual(name, name))]
    case .objection:
      let text = try store.profile(of: customer)?.objections ?? ""
      let words = isBlank(text) ? [] : Set(listed(text)).sorted()
      if words.isEmpty { return [StatisticsKey(99, "none", StatisticsWords.noObjection)] }
      return words.map { StatisticsKey(1, $0, Bilingual($0, $0)) }
    }
  }
}

private struct StatisticsKey: Hashable {
  let place: Int
  let name: String
  let zh: String
  let en: String

  var title: Bilingual { Bilingual(zh, en) }

  init(_ place: Int, _ name: String, _ title: Bilingual) {
    (self.place, self.name, zh, en) = (place, name, title.zh, title.en)
  }

  init(_ place: Int?, _ word: Word?) {
    self.init(
      place ?? 99, word?.name ?? "unknown", word?.bilingual ?? WeekMessages.unknown)
  }
}
