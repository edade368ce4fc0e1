/// How many of the cases that ask for a callback got it (回访率). Its counts add up.
package struct CallbackRate: Hashable, Sendable {
  /// How many cases of one kind, each counted once.
  package struct Count: Hashable, Sendable {
    /// Called back, on time or late.
    package var done = 0
    /// Past due without it.
    package var missed = 0
    /// Still to be called back.
    package var open = 0

    /// No cases.
    package init() {}

    /// All that ask for a callback: the sum of the three.
    package var required: Int { done + missed + open }

    /// Of those whose day has come.
    package var share: Share { Share(of: done, among: done + missed) }

    /// Adds what was counted of other cases.
    package static func += (a: inout Count, b: Count) {
      a.done += b.done
      a.missed += b.missed
      a.open += b.open
    }
  }

  /// The days on which a callback that counts was due.
  package let days: ClosedRange<Day>
  /// By what the cases are about; a kind without cases is left out.
  package private(set) var counts: [CaseKind: Count] = [:]

  /// Counts nothing yet.
  package init(days: ClosedRange<Day>) { self.days = days }

  /// Cases of every kind.
  package var total: Count { counts.values.reduce(into: Count()) { $0 += $1 } }

  /// What a pass found of one customer: every case whose callbacks were due within the days. A
  /// case counts as called back when each of them was done.
  package mutating func add(_ findings: Findings) {
    guard let dossier = findings.dossier, !dossier.steps.isEmpty else { return }
    var standings: [Int32: [Status]] = [:]
    for obligation in findings.obligations where days.contains(obligation.due.day) {
      guard case .ofCase(let caseNumber, _) = obligation.key,
        findings.pass.engine.rule(obligation.rule).isCallback
      else { continue }
      standings[caseNumber, default: []].append(obligation.status)
    }
    for (caseNumber, statuses) in standings {
      guard let kind = dossier.steps.first(where: { $0.step.caseNumber == caseNumber })?.step.kind,
        let change = CallbackRate.change(statuses)
      else { continue }
      counts[kind, default: Count()] += change
    }
  }

  /// Nil where none was owed after all.
  private static func change(_ statuses: [Status]) -> Count? {
    var count = Count()
    let isMissed = statuses.contains { $0 == .missed || $0 == .overdue }
    let isOpen = statuses.contains { status in
      switch status {
      case .upcoming, .due, .held: true
      case .overdue, .done, .missed, .skipped, .void: false
      }
    }
    let isDone = statuses.contains { status in
      if case .done = status { true } else { false }
    }
    if isMissed {
      count.missed = 1
    } else if isOpen {
      count.open = 1
    } else if isDone {
      count.done = 1
    } else {
      return nil
    }
    return count
  }
}

extension Rule {
  /// Whether it asks to call back about a case that was handled or closed.
  fileprivate var isCallback: Bool {
    guard case .step(let filter)? = schedule.trigger, settledBy == .contact else { return false }
    return filter.step == .handled || filter.step == .closed
  }
}
