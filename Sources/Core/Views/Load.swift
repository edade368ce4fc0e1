/// A call that a day will ask for: what is due of one customer on that day, together (工作量).
package struct DueCall: Hashable, Sendable {
  /// Who is to be called.
  package let customer: CustomerID
  /// The first day on which one call would do for all of it, and the day on which it is asked for: what
  /// is overdue, today.
  package fileprivate(set) var first: Day
  package let day: Day
  /// The earliest of the days on which it was due.
  package fileprivate(set) var due: Day
  /// Whether something of it is overdue: it may be done on any day, and better today.
  package fileprivate(set) var isOverdue: Bool
}

extension Findings {
  /// The calls that the days from the pass's moment through `last`, within the pass's days, ask for, in
  /// order. What is held back is asked for on the day until which it is held.
  package func dueCalls(through last: Day) -> [DueCall] {
    let today = pass.now.day
    var calls: [Day: DueCall] = [:]
    for obligation in obligations {
      guard let (first, day) = obligation.span(from: today), day <= last else { continue }
      var call =
        calls[day]
        ?? DueCall(
          customer: history.customer, first: first, day: day, due: obligation.due.day,
          isOverdue: false)
      call.first = max(call.first, first)
      call.due = min(call.due, obligation.due.day)
      if obligation.status.isOverdue { call.isOverdue = true }
      calls[day] = call
    }
    return calls.values.sorted { $0.day < $1.day }
  }

  /// On whose lists, and on which of those days, something of that customer's is due. What is overdue
  /// counts for today.
  package func coming(through last: Day) -> [(holder: ListHolder, day: Day, isOverdue: Bool)] {
    var coming: [(holder: ListHolder, day: Day, isOverdue: Bool)] = []
    let today = pass.now.day
    for obligation in obligations {
      guard let day = obligation.span(from: today)?.day, day <= last else { continue }
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

  /// The days of `dueCalls`.
  package func dueDays(through last: Day) -> Set<Day> {
    Set(dueCalls(through: last).map(\.day))
  }
}

extension Obligation {
  /// From when it may be done and when it is asked for; nil where nothing is asked for.
  fileprivate func span(from today: Day) -> (first: Day, day: Day)? {
    switch status {
    case .upcoming, .due, .overdue:
      let hidden = hiddenUntil?.day ?? today
      return (max(opens.day, hidden, today), max(due.day, hidden, today))
    case .held(_, let until): return until.day > today ? (until.day, until.day) : nil
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

/// Calls dealt over days so that no day asks for more than can be done (匀开). Nothing is put after the day
/// on which it is due; what is overdue already fills the room that is left, the oldest list first.
package struct LevelledLoad: Sendable {
  /// The day on which each call is to be made.
  package private(set) var placed: [(call: DueCall, day: Day)] = []
  /// Those for which no day has room.
  package private(set) var left: [DueCall] = []

  /// - Parameter room: how many calls can be made on a day, from 0.
  package init(_ calls: [DueCall], over days: ClosedRange<Day>, room: (Day) -> Int) {
    var rooms = (days.lowerBound.number...days.upperBound.number).compactMap {
      Day(number: Int($0))
    }.map { (day: $0, room: room($0)) }
    var waiting: [DueCall] = []
    // Backwards, each on its own day or, where that is full, on the last one before it that is not.
    for index in rooms.indices.reversed() {
      let day = rooms[index].day
      waiting += calls.filter { !$0.isOverdue && $0.day == day }
      // Whoever cannot be called earlier stays.
      waiting.sort { ($0.first, $0.customer) > ($1.first, $1.customer) }
      let kept = waiting.prefix(rooms[index].room)
      placed += kept.map { (call: $0, day: day) }
      rooms[index].room -= kept.count
      let rest = waiting.dropFirst(kept.count)
      left += rest.filter { $0.first >= day }
      waiting = rest.filter { $0.first < day }
    }
    var backlog = calls.filter(\.isOverdue).sorted {
      ($0.due, $0.customer) < ($1.due, $1.customer)
    }[...]
    for (day, room) in rooms {
      placed += backlog.prefix(room).map { (call: $0, day: day) }
      backlog = backlog.dropFirst(room)
    }
    left += backlog
    placed.sort { ($0.day, $0.call.customer) < ($1.day, $1.call.customer) }
  }
}
