import Core
import Store

// The plans of waves, which take everybody's place in them.

extension Office {
  /// The waves that the customer is in, or will be in so many days ahead; nil: none. It takes the other
  /// customers of whoever works through them.
  func waves(of findings: Findings, ahead: Int) throws -> WavePlans? {
    var own = WaveBook()
    own.add(findings, ahead: ahead)
    guard !own.isEmpty else { return nil }
    let book = findings.owner(on: session.today).map { Scope.book($0) } ?? .outsideBooks
    return try waves(in: own.hasRoles ? .office : book, findings.pass.engine, ahead: ahead)
  }

  /// The waves of those customers that have begun or begin so many days ahead; nil: none.
  func waves(in scope: Scope, _ engine: Engine, ahead: Int) throws -> WavePlans? {
    guard engine.hasWaves else { return nil }
    let today = session.today
    let pass = EnginePass(engine, at: session.now, days: today...today + ahead)
    var waves = WaveBook()
    try store.forEachHistory(in: scope, asOf: session.now) {
      waves.add(pass.findings(of: $0), ahead: ahead)
    }
    return try waves.isEmpty ? nil : wavePlans(waves, engine, on: today)
  }

  /// The days that fall to the customers of waves, with everybody's days off left out.
  func wavePlans(_ waves: WaveBook, _ engine: Engine, on day: Day) throws -> WavePlans {
    waves.plans(engine, DaysOff(try store.officeDays().leaves), on: day)
  }
}
