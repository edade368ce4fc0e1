import Core
import Threads

/// What the new customers of an import mean for the office. They are looked at on a thread of their own,
/// some hundred at a time: it takes a sixth of the work of an import.
final class NewCustomers {
  struct Tally: Sendable {
    /// Those for whom nothing is planned.
    private(set) var unplanned = Unplanned()
    private var works: [ListHolder: ComingWork] = [:]

    /// What they ask of the office in the coming days.
    var coming: [ComingWork] { Array(works.values) }

    fileprivate mutating func add(_ histories: [History], _ outlook: Outlook) {
      let today = outlook.pass.now.day
      for history in histories {
        let findings = outlook.pass.findings(of: history)
        unplanned.add(findings, outlook)
        for (holder, day, isOverdue) in findings.coming(through: today + ComingWork.days) {
          works[holder, default: ComingWork(of: holder)].add(day, isOverdue: isOverdue, from: today)
        }
      }
    }
  }

  private static let portion = 256

  private let outlook: Outlook
  private var waiting: [History] = []
  /// What this thread looked at itself: all of a small file, or where the system gives no other.
  private var tally = Tally()
  private var beside: (queue: BoundedQueue<[History]>, worker: WorkerThread<Tally>)?

  init(_ outlook: Outlook) { self.outlook = outlook }

  deinit { beside?.queue.finish() }

  func add(_ history: History) {
    waiting.append(history)
    guard waiting.count == NewCustomers.portion else { return }
    beside = beside ?? begin()
    send()
  }

  /// What was found of all of them; nothing may be added afterwards.
  func counted() -> Tally {
    send()
    beside?.queue.finish()
    if case .success(let tally)? = beside?.worker.result() { return tally }
    return tally
  }

  private func send() {
    if let beside { _ = beside.queue.send(waiting) } else { tally.add(waiting, outlook) }
    waiting = []
  }

  /// A thread that goes on from what this one has found.
  private func begin() -> (BoundedQueue<[History]>, WorkerThread<Tally>)? {
    let queue = BoundedQueue<[History]>(places: 3)
    let (outlook, begun) = (outlook, tally)
    let worker = WorkerThread<Tally> {
      var tally = begun
      while let histories = queue.receive() { tally.add(histories, outlook) }
      return tally
    }
    return worker.map { (queue, $0) }
  }
}
