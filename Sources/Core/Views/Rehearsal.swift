/// What a policy would have asked of an office over some days, counted (预演).
package struct Rehearsal: Sendable {
  /// The work of an ISO week.
  package struct Week: Hashable, Sendable {
    /// Customers to be called, each once a day.
    package var calls = 0
    /// Texts and letters, each customer once a day.
    package var messages = 0
  }

  /// The days whose due work is counted.
  package let days: ClosedRange<Day>
  /// Calls in an ISO week above which a customer is called too often.
  package let most: Int
  /// By consultant, nil for customers without one and for other roles, and Monday.
  package private(set) var weeks: [StaffID?: [Day: Week]] = [:]
  /// Occurrences that were due in those days and were not done by the pass's moment.
  package private(set) var missed = 0
  /// Occurrences that were done after their due moment.
  package private(set) var late = 0
  /// Customers who would be called more than `most` times in some week, with the most of a week.
  package private(set) var crowded: [CustomerID: Int] = [:]
  /// What the misses and the late ones cost, in yuan.
  package private(set) var fines = 0

  /// Counts nothing yet.
  package init(days: ClosedRange<Day>, most: Int) {
    self.days = days
    self.most = most
  }

  /// Counts what fell due in those days; held, void and skipped is left out.
  package mutating func add(_ findings: Findings) {
    let engine = findings.pass.engine
    var asked: [Work: Bool] = [:]
    for obligation in findings.obligations
    where days.contains(obligation.due.day) && !obligation.isExcused {
      let ready = engine.ready(obligation.rule)
      switch obligation.status {
      case .held, .void, .skipped: continue
      case .done(_, _, onTime: false):
        late += 1
        fines += ready.rule.fine
      case .missed, .overdue:
        missed += 1
        fines += ready.rule.fine
      case .done, .due, .upcoming: break
      }
      let isCall = (ready.asks.strength ?? 0) > 1
      let work = Work(day: obligation.due.day, isOwners: obligation.doer == nil)
      asked[work] = isCall || asked[work] ?? false
    }
    count(asked, findings)
  }

  /// What is to be done with a customer on a day: by their consultant, or by another role, which is
  /// nobody's call among the consultants.
  private struct Work: Hashable {
    let day: Day
    let isOwners: Bool
  }

  private mutating func count(_ asked: [Work: Bool], _ findings: Findings) {
    var calls: [Day: Int] = [:]
    for (work, isCall) in asked {
      let day = work.day
      let owner = work.isOwners ? findings.timeline.state(on: day)?.owner : nil
      if isCall {
        weeks[owner, default: [:]][day.monday, default: Week()].calls += 1
        calls[day.monday, default: 0] += 1
      } else {
        weeks[owner, default: [:]][day.monday, default: Week()].messages += 1
      }
    }
    if let top = calls.values.max(), top > most { crowded[findings.history.customer] = top }
  }
}

extension Rehearsal {
  /// The whole office, week by week.
  package var total: [Day: Week] {
    weeks.values.reduce(into: [:]) { total, own in
      for (monday, week) in own {
        total[monday, default: Week()].calls += week.calls
        total[monday, default: Week()].messages += week.messages
      }
    }
  }

  /// The Mondays of the weeks that the days touch.
  package var mondays: [Day] {
    let first = days.lowerBound.monday
    return stride(from: 0, through: days.upperBound - first, by: 7).map { first + $0 }
  }
}
