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
      switch fact.body {
      case .owner(let staff): owner = staff
      case .event(.lost): lost = fact.day
      case .event(let kind) where CustomerState.starters.contains(kind): started = fact.day
      default: break
      }
    }
    guard let lost else {
      isLost = false
      return
    }
    isLost = started.map { $0 < lost } ?? true
  }

  private static let starters: TermSet<EventKind> = [.callIn, .visit, .reservation, .signing]

  /// How a fact bears on the state.
  enum Bearing { case none, ends, starts }

  static func bearing(of body: Fact.Body) -> Bearing {
    switch body {
    case .owner, .event(.lost): .ends
    case .event(let kind) where starters.contains(kind): .starts
    default: .none
    }
  }
}
