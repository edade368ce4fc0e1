import Core
import Store

/// How the time of a whole-office pass divides between reading and computing, in this process.
struct EngineShare {
  let customers: Int
  let facts: Int
  let listed: Int
  /// Seconds.
  let read: Double
  let agenda: Double
  let report: Double

  init(_ office: SampleOffice) throws {
    let store = try Store.open(at: office.path, readOnly: true)
    let engine = Engine(reigns: try store.reigns(), milestones: try store.milestones())
    let now = Moment(office.today)
    var (customers, facts, listed) = (0, 0, 0)
    func pass(_ body: (History) -> Void) throws -> Double {
      let clock = ContinuousClock()
      let start = clock.now
      try store.forEachHistory(in: .office, asOf: now, body)
      return (clock.now - start) / .seconds(1)
    }
    read = try pass { history in
      customers += 1
      facts += history.facts.count
    }
    agenda = try pass { history in
      if case .line = engine.agenda(of: history, at: now) { listed += 1 }
    }
    let week = office.today.isoWeek
    var report = Report(days: week.monday...week.sunday)
    self.report = try pass { report.add($0, engine, at: now) }
    (self.customers, self.facts, self.listed) = (customers, facts, listed)
  }

  var text: String {
    func each(_ seconds: Double) -> String {
      "\(seconds.fixed(2)) s, \(((seconds / Double(max(1, customers))) * 1e6).fixed(2)) µs a customer"
    }
    return """
      in one process: \(customers.grouped) customers, \(facts.grouped) facts, \(listed.grouped) listed
        read only          \(each(read))
        read and agenda    \(each(agenda))
        read and report    \(each(report))

      """
  }
}
