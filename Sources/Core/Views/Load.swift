extension Findings {
  /// The days from the pass's moment through `last`, within the pass's days, on which something of
  /// that customer's is due, each once: how much a day will ask of the office. What is overdue is
  /// asked for today; what is held back, on the day until which it is held.
  package func dueDays(through last: Day) -> Set<Day> {
    Set(obligations.compactMap(dueDay(of:)).filter { $0 <= last })
  }

  /// On whose lists, and on which of those days, something of that customer's is due. What is overdue
  /// counts for today.
  package func coming(through last: Day) -> [(holder: ListHolder, day: Day, isOverdue: Bool)] {
    var coming: [(holder: ListHolder, day: Day, isOverdue: Bool)] = []
    for obligation in obligations {
      guard let day = dueDay(of: obligation), day <= last else { continue }
      let isOverdue = obligation.status.isOverdue
      for holder in holders(of: obligation.rule, obligation.key, [:]) {
        if let known = coming.firstIndex(where: { $0.holder == holder && $0.day == day }) {
          if isOverdue { coming[known].isOverdue = true }
        } else {
          coming.append((holder, day, isOverdue))
        }
      }
    }
    return coming
  }

  private func dueDay(of obligation: Obligation) -> Day? {
    let today = pass.now.day
    switch obligation.status {
    case .upcoming, .due, .overdue:
      return max(obligation.due.day, obligation.hiddenUntil?.day ?? today, today)
    case .held(_, let until): return until.day > today ? until.day : nil
    case .done, .missed, .skipped, .void: return nil
    }
  }
}

/// How often somebody has to turn to customers today and in the week to come: a customer counts once a day.
package struct ComingWork: Sendable {
  /// Whose work it is.
  package let holder: ListHolder
  /// Of those of today, how many are late.
  package private(set) var overdue = 0
  /// Due today, or late.
  package private(set) var today = 0
  /// Due tomorrow.
  package private(set) var tomorrow = 0
  /// Due on the days after tomorrow.
  package private(set) var later = 0

  /// So many days ahead are counted.
  package static let days = 7

  /// Nothing yet.
  package init(of holder: ListHolder) { self.holder = holder }

  /// All of it.
  package var total: Int { today + tomorrow + later }

  /// Counts a customer who is due on that day.
  package mutating func add(_ day: Day, isOverdue: Bool, from today: Day) {
    if isOverdue { overdue += 1 }
    switch day - today {
    case 0: self.today += 1
    case 1: tomorrow += 1
    default: later += 1
    }
  }

  /// Adds what falls to somebody else.
  package static func += (all: inout ComingWork, other: ComingWork) {
    all.overdue += other.overdue
    all.today += other.today
    all.tomorrow += other.tomorrow
    all.later += other.later
  }
}
