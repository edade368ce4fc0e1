import Core
import Glibc
import PolicyFiles
import Store

/// How the processor time of a whole-office pass divides between reading and computing, in this
/// process.
struct EngineShare {
  let customers: Int
  let facts: Int
  let listed: Int
  /// Seconds.
  let read: Double
  let agenda: Double
  let report: Double
  /// One computation for both.
  let both: Double

  init(_ office: SampleOffice) throws {
    let store = try Store.open(at: office.path, readOnly: true, policies: PolicyForm.coding)
    let engine = Engine(reigns: try store.reigns(), milestones: try store.milestones())
    let now = Moment(office.today)
    var (customers, facts, listed, again) = (0, 0, 0, 0)
    func pass(_ body: (History) -> Void) throws -> Double {
      let start = clock()
      try store.forEachHistory(in: .office, asOf: now, body)
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    read = try pass { history in
      customers += 1
      facts += history.facts.count
    }
    let list = EnginePass(engine, at: now, days: now.day...now.day)
    agenda = try pass { history in
      if case .line = list.findings(of: history).agenda() { listed += 1 }
    }
    let days = office.today.isoWeek.monday...office.today.isoWeek.sunday
    let week = EnginePass(engine, at: now, days: days)
    var report = Report(days: days)
    self.report = try pass { report.add(week.findings(of: $0)) }
    both = try pass { history in
      let findings = week.findings(of: history)
      if case .line = findings.agenda() { again += 1 }
      report.add(findings)
    }
    precondition(listed == again, "one pass lists other customers than two")
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
        read and both      \(each(both))

      """
  }
}
