import Core

/// What the caches of a customer hold: a fold over the customer's facts.
struct CustomerState: Hashable {
  var owner: StaffID?
  /// Lost, with nothing on or after that day that could start rules again. On one day the engine
  /// decides: it is always shown customers that only may be lost.
  var isLost: Bool

  init(_ facts: [Fact]) {
    var lost: Day?
    var started: Day?
    for fact in facts {
      if case .owner(let staff) = fact.body {
        owner = staff
        continue
      }
      switch CustomerState.bearing(of: fact.body) {
      case .ends: lost = fact.day
      case .starts: started = fact.day
      case .none: break
      }
    }
    guard let lost else {
      isLost = false
      return
    }
    isLost = started.map { $0 < lost } ?? true
  }

  /// How a fact bears on the state.
  enum Bearing { case none, ends, starts }

  static func bearing(of body: Fact.Body) -> Bearing {
    switch body {
    case .owner: .ends
    case .event(let kind) where kind.startsAnew: .starts
    case .event(let kind): if case .lost? = kind.builtIn { .ends } else { .none }
    default: .none
    }
  }
}
