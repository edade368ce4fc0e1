import Core
import Intake
import Store

/// The list of a whole office for programs, written customer by customer: what it tells of a hundred
/// thousand of them would not lie in memory. First every customer's place is found, then those are
/// looked at again in their order, some at a time.
struct DueStream {
  /// The list without its lines.
  let list: DueList
  let order: [CustomerID]
  private let query: DueQuery
  private let engine: Engine
  private let office: Office
  /// So many are made at a time.
  private static let portion = max(1000, LastList.most)

  var isEmpty: Bool { order.isEmpty }

  /// - Parameter query: of the whole office; no rule may spread its customers over days, for on which
  ///   day each is told is known only once all are.
  init(_ query: DueQuery, _ engine: Engine, _ office: Office) throws {
    var places: [(place: DuePlace, customer: CustomerID)] = []
    let decision = ListDecision(for: query.viewer, ahead: query.ahead, holiday: query.holiday)
    var bare = query
    bare.most = 0
    bare.all = false
    list = try office.dueList(bare, engine) { findings in
      func add(_ line: AgendaLine, hidden: Bool) {
        places.append((DuePlace(line, hidden: hidden, at: query.now), line.customer))
      }
      switch decision.entry(findings) {
      case .nothing, .hidden(_, nil): break
      case .line(let line): add(line, hidden: false)
      case .hidden(_, let line?): if query.all { add(line, hidden: true) }
      }
    }
    order = places.sorted { $0.place < $1.place }.map(\.customer)
    (self.query, self.engine, self.office) = (query, engine, office)
  }

  func forEachPortion(_ body: (DueList) throws -> Void) throws {
    let pass = EnginePass(engine, at: query.now, days: query.now.day...query.now.day + query.ahead)
    let names = try office.staffNames()
    for start in stride(from: 0, to: order.count, by: DueStream.portion) {
      var query = query
      query.customers = Array(order[start..<min(order.count, start + DueStream.portion)])
      var portion = try office.store.together {
        try office.dueList(query, engine, names: names, pass: pass)
      }
      portion.firstRow = start + 1
      try body(portion)
    }
  }
}
