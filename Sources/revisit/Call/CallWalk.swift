import Core
import Store

/// A walk down a list of customers, as far as it has come: whom to ask about next, and what was answered.
struct CallWalk {
  /// What was recorded of a customer in one step.
  struct Answer {
    let customer: CustomerID
    let op: OpID
    /// Obligations that it settled.
    let settled: Int
    /// The day that was agreed.
    let agreed: Moment?
    /// Whether the customer is done with; else something is asked about again.
    let isWhole: Bool
    /// Where the walk stood.
    fileprivate let place: Int
  }

  /// Those of the list once, and behind them whoever is asked about once more.
  private var order: [CustomerID]
  private var place = 0
  private var isPutOff: Set<CustomerID> = []
  private var isOutOfHours: Set<CustomerID> = []
  private(set) var answers: [Answer] = []
  /// Those of whom somebody else took care meanwhile.
  private var isGone: Set<CustomerID> = []
  /// How many customers the list had.
  let total: Int

  init(_ customers: [CustomerID]) {
    order = customers
    total = customers.count
  }

  /// The customer to ask about; nil: nobody is left.
  var current: CustomerID? { order.indices.contains(place) ? order[place] : nil }

  /// The number of the current one among those of the list, or among those who come once more.
  var position: (isAgain: Bool, number: Int, of: Int) {
    place < total
      ? (false, place + 1, total) : (true, place - total + 1, order.count - total)
  }

  /// Those who were not answered for, in the order of the walk.
  var left: [CustomerID] { order.prefix(total).filter { !isDone($0) } }

  /// Those who were answered for.
  var done: Set<CustomerID> { Set(answers.filter(\.isWhole).map(\.customer)) }

  /// The newest day that was agreed with each, the first one first.
  var agreed: [(customer: CustomerID, day: Moment)] {
    var days: [(customer: CustomerID, day: Moment)] = []
    for answer in answers {
      guard let day = answer.agreed else { continue }
      days.removeAll { $0.customer == answer.customer }
      days.append((answer.customer, day))
    }
    return days.sorted { $0.day.isBefore($1.day) }
  }

  private func isDone(_ customer: CustomerID) -> Bool {
    isGone.contains(customer) || done.contains(customer)
  }
}

extension CallWalk {
  /// Leaves the current one for the end, once; whoever was left before stays undone.
  mutating func putOff() {
    if let current, !isDone(current), isPutOff.insert(current).inserted { order.append(current) }
    goOn()
  }

  /// The hours do not suit the current one: others first, once.
  ///
  /// - Returns: whether another one is current now.
  mutating func waitForHours() -> Bool {
    guard let current, place < total - 1, !isDone(current), isOutOfHours.insert(current).inserted
    else { return false }
    order.insert(current, at: total)
    order.remove(at: place)
    return true
  }

  /// Nothing is asked of the current one any more.
  mutating func drop() {
    if let current { isGone.insert(current) }
    goOn()
  }

  /// Whether there is one before.
  mutating func back() -> Bool {
    guard place > 0 else { return false }
    place -= 1
    return true
  }

  /// Something was recorded. Where that is not the whole of it, the current one is asked about again.
  mutating func answer(_ op: OpID, settled: Int, agreed: Moment? = nil, isWhole: Bool = true) {
    guard let current else { return }
    answers.append(
      Answer(
        customer: current, op: op, settled: settled, agreed: agreed, isWhole: isWhole,
        place: place))
    if isWhole { goOn() }
  }

  /// The last answer was taken back: its customer is asked about again.
  mutating func takeBack() {
    guard let last = answers.popLast() else { return }
    place = last.place
  }

  private mutating func goOn() {
    place += 1
    while let current, isDone(current) { place += 1 }
  }
}
