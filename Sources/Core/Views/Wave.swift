// Many customers who are to be told of one thing (分批): a consultant's list spreads them over the
// days of the window. What is owed does not change by it, only on which day the list asks for it.
//
// | question | answer |
// |---|---|
// | who belongs to a wave | everyone of a consultant's for whom a rule with `spread` opens for one milestone, festival or company holiday, with the same due day; who is told or left it stays a member |
// | which days | those of the customer's own window that the office and the consultant work; all of it where none is |
// | which of them | the one that the customer's number falls on, or the next that has room: a day has room up to an even share |
// | more than the capacity on a day, or left undone | waits for the next day, where it comes first; on the last day nobody is left out |
// | told before their day | drop out, and nobody else's day changes |

/// One occasion of one rule.
package struct WaveID: Hashable, Sendable {
  let rule: ClauseID
  /// The milestone, festival or company holiday that is told of.
  package let key: AnchorKey

  /// The wave of that rule for that occasion.
  package init(rule: ClauseID, key: AnchorKey) {
    self.rule = rule
    self.key = key
  }
}

/// A customer of a wave.
package struct WaveMember: Hashable, Sendable {
  /// How far the customer has come in the wave.
  package enum Progress: Hashable, Sendable {
    /// Still to be told.
    case open
    /// Told today: it was part of today's share.
    case settledToday
    /// Told before today.
    case settled
    /// No longer to be told, or not now: held back, void, skipped.
    case outside
  }

  /// The customer who belongs to it.
  package let customer: CustomerID
  /// The wave itself.
  package let wave: WaveID
  /// From the day it opens to the day it is due.
  package let window: ClosedRange<Day>
  /// How far the customer has come as of the pass's moment.
  package let progress: Progress

  /// A customer's place in a wave.
  package init(
    customer: CustomerID, wave: WaveID, window: ClosedRange<Day>, progress: Progress
  ) {
    self.customer = customer
    self.wave = wave
    self.window = window
    self.progress = progress
  }
}

/// The day on which each customer of a consultant's waves is asked for.
package struct WavePlan: Sendable {
  /// What the plan says of one customer.
  package struct Place: Hashable, Sendable {
    /// The day that fell to the customer.
    package let planned: Day
    /// The day on which the list asks for it: later where it was left undone; nil for whoever is
    /// not asked for any more.
    package let asked: Day?
  }

  private struct PlaceKey: Hashable {
    let customer: CustomerID
    let wave: WaveID
  }

  /// Everybody who belongs to one of the waves, in the order in which they are placed.
  package let members: [WaveMember]
  private let places: [PlaceKey: Place]

  /// Places every member.
  ///
  /// - Parameters:
  ///   - members: of one consultant, in any order.
  ///   - capacity: calls a day; nil: no limit.
  ///   - isWorked: whether office and consultant work that day.
  package init(
    _ members: [WaveMember], capacity: Int?, on today: Day, isWorked: (Day) -> Bool
  ) {
    let members = members.sorted { $0.isBefore($1) }
    let days = members.map { member in
      let first = member.window.lowerBound
      let all = (0...member.window.upperBound - first).map { first + $0 }
      let worked = all.filter(isWorked)
      return worked.isEmpty ? all : worked
    }
    var spread = Spread(members, days)
    let planned = spread.placed()
    let asked = WavePlan.asked(members, days, planned, capacity: capacity ?? .max, on: today)
    self.members = members
    places = Dictionary(
      members.indices.map { index in
        let member = members[index]
        return (
          PlaceKey(customer: member.customer, wave: member.wave),
          Place(planned: planned[index], asked: asked[index])
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The customer's days; nil for whoever does not belong to the wave.
  package func place(of customer: CustomerID, in wave: WaveID) -> Place? {
    places[PlaceKey(customer: customer, wave: wave)]
  }

  /// What was left undone comes first, within the capacity of each day. On a customer's last day
  /// nobody waits any more.
  private static func asked(
    _ members: [WaveMember], _ days: [[Day]], _ planned: [Day], capacity: Int, on today: Day
  ) -> [Day?] {
    var asked = [Day?](repeating: nil, count: members.count)
    var waiting = members.indices.filter { index in
      switch members[index].progress {
      case .open: true
      case .settledToday: planned[index] <= today
      case .settled, .outside: false
      }
    }.sorted { (planned[$0], $0) < (planned[$1], $1) }
    func isLast(_ index: Int, _ day: Day) -> Bool { (days[index].last ?? day) <= day }
    let ahead = Set(waiting.flatMap { days[$0] }).filter { $0 > today }.sorted()
    for day in [today] + ahead {
      var room = capacity
      waiting.removeAll { index in
        guard planned[index] <= day, day == today || days[index].contains(day),
          room > 0 || isLast(index, day)
        else { return false }
        room -= 1
        asked[index] = day
        return true
      }
    }
    return asked
  }
}

extension WaveMember {
  /// Waves one after another as they are due, each by the customers' numbers.
  fileprivate func isBefore(_ other: WaveMember) -> Bool {
    if window.upperBound != other.window.upperBound {
      return window.upperBound < other.window.upperBound
    }
    if wave.rule != other.wave.rule { return wave.rule.text < other.wave.rule.text }
    return customer < other.customer
  }
}

/// The days that fall to the members, before anybody was late. Waves with one window are one: a
/// wave that begins or ends meanwhile changes nobody's day in another.
private struct Spread {
  private let members: [WaveMember]
  private let days: [[Day]]
  private let groups: [Group]
  private var load: [Group: [Day: Int]] = [:]

  private struct Group: Hashable {
    let opens: Day
    let due: Day
  }

  init(_ members: [WaveMember], _ days: [[Day]]) {
    self.members = members
    self.days = days
    var opens: [WaveID: [Day: Day]] = [:]
    for member in members {
      let (first, due) = (member.window.lowerBound, member.window.upperBound)
      opens[member.wave, default: [:]][due] = min(first, opens[member.wave]?[due] ?? first)
    }
    groups = members.map { member in
      let due = member.window.upperBound
      return Group(opens: opens[member.wave]?[due] ?? member.window.lowerBound, due: due)
    }
  }

  mutating func placed() -> [Day] {
    let quotas = quotas
    return members.indices.map { place($0, quota: quotas[groups[$0]] ?? .max) }
  }

  /// An even share of a day, rounded up.
  private var quotas: [Group: Int] {
    var counts: [Group: (members: Int, days: Int)] = [:]
    for index in members.indices {
      let count = counts[groups[index]] ?? (0, 1)
      counts[groups[index]] = (count.members + 1, max(count.days, days[index].count))
    }
    return counts.mapValues { ($0.members + $0.days - 1) / $0.days }
  }

  /// The day of the customer's number, or the next with room.
  private mutating func place(_ index: Int, quota: Int) -> Day {
    let own = days[index]
    let first = Int(members[index].customer % CustomerID(max(1, own.count)))
    let order = Array(own[first...] + own[..<first])
    let taken = load[groups[index]] ?? [:]
    let day =
      order.first { taken[$0, default: 0] < quota }
      ?? order.min { taken[$0, default: 0] < taken[$1, default: 0] }
      ?? members[index].window.upperBound
    load[groups[index], default: [:]][day, default: 0] += 1
    return day
  }
}
