import Core
import Store

/// A month of the office's calendar: values, no text.
struct CalendarMonth: Sendable {
  let days: ClosedRange<Day>
  let today: Day
  let work: WorkCalendar
  /// Those of the month, by day.
  let milestones: [Milestone]
  /// Those who are off, by name, in the order of entry.
  let leaves: [(name: String, days: ClosedRange<Day>)]
  /// The words that the office's policies declare, and the days of their festivals.
  let vocabulary: Vocabulary
  let festivalDays: [Festival: Birthday]
  /// How many customers have something due on each day from today on; nil where that is not known:
  /// no policy reigns, or the month is past or more than a year ahead.
  let load: [Day: Int]?

  var isPublished: Bool { work.isPublished(days.lowerBound.year) }

  var workdays: Int { (0...days.upperBound - days.lowerBound).count { isWorked(at: $0) } }

  private func isWorked(at offset: Int) -> Bool { work.isWorkday(days.lowerBound + offset) }

  /// Every day, in order.
  var all: [Day] { (0...days.upperBound - days.lowerBound).map { days.lowerBound + $0 } }

  func festivals(on day: Day) -> [Festival] {
    // There is room for one on a page: the office's own come first.
    festivalDays.filter { $0.value.occurrences(in: day.year).contains(day) }.map(\.key)
      .sorted { $0.rawValue < $1.rawValue }
      + Festival.allCases.filter { $0.day(in: day.year) == day }
  }

  func milestones(on day: Day) -> [Milestone] { milestones.filter { $0.day == day } }

  func off(on day: Day) -> [String] {
    leaves.filter { $0.days.contains(day) }.map(\.name).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Nil for days gone by, and where nothing is known.
  func load(on day: Day) -> Int? { day < today ? nil : load.map { $0[day] ?? 0 } }
}

extension Office {
  func month(_ days: ClosedRange<Day>, of consultant: Staff?) throws -> CalendarMonth {
    let calendar = try calendar()
    let names = try Dictionary(uniqueKeysWithValues: store.staff().map { ($0.id, $0.name) })
    return CalendarMonth(
      days: days, today: session.today, work: calendar.work,
      milestones: try store.milestones().filter { days.contains($0.day) },
      leaves: calendar.leaves.compactMap { leave in
        names[leave.staff].map { ($0, leave.days) }
      },
      vocabulary: try store.vocabulary(),
      festivalDays: try reign(on: days.upperBound)?.policy.festivalDays ?? [:],
      load: try load(through: days.upperBound, consultant))
  }

  /// One pass over the histories, nothing of which is kept. What lies more than a year ahead depends
  /// on too much that is not known yet.
  private func load(through last: Day, _ consultant: Staff?) throws -> [Day: Int]? {
    let engine = try engine()
    let (now, today) = (session.now, session.today)
    guard 0...366 ~= last - today, !engine.reigns.isEmpty else { return nil }
    @Sendable func count(_ load: inout [Day: Int], _ findings: Findings) {
      for day in findings.dueDays(through: last) { load[day, default: 0] += 1 }
    }
    guard let consultant else {
      return try pass(today...last, at: now, [:]) { load, findings, _ in count(&load, findings) }
        .reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }
    var load: [Day: Int] = [:]
    let pass = EnginePass(engine, at: now, days: today...last)
    try store.forEachHistory(in: .book(consultant.id), asOf: now) {
      count(&load, pass.findings(of: $0))
    }
    return load
  }
}
