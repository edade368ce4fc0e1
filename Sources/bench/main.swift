import Core
import PolicyFiles

// How long the engine takes for a customer, in this process, without reading any file.
// Usage: bench [customers]

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
guard let today = Day(year: 2026, month: 11, day: 5),
  case .success(let loaded)? = PolicyFile.load(named: "qnc")
else { preconditionFailure("the embedded policy qnc cannot be read") }

let engine = Engine(
  reigns: [Reign(id: 1, policy: loaded.policy, from: today - 2000)], milestones: [])
var sample = SampleHistories(seed: 20_261_105, today: today)
let histories = (1...max(1, count)).map { sample.history(of: CustomerID($0)) }
let clock = ContinuousClock()
var listed = 0
let time = clock.measure {
  for history in histories {
    if case .line = engine.agenda(of: history, at: Moment(today)) { listed += 1 }
  }
}
let facts = histories.reduce(0) { $0 + $1.facts.count }
let each = time / histories.count
print(
  "customers \(histories.count)  facts \(facts)  listed \(listed)  agenda \(time), \(each) each")
