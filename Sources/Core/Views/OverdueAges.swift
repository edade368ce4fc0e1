/// How much is overdue by how long, of each holder (逾期天数). Counts add up.
package struct OverdueAges: Sendable {
  /// From how many days overdue on something is of each age, youngest first.
  package static let begins = [1, 3, 8, 31]

  /// How many of each age, by whose they are.
  package private(set) var counts: [ReportRow: [Int]] = [:]

  /// Nothing counted yet.
  package init() {}

  /// Counts what is overdue of one customer as of the pass's moment.
  package mutating func add(_ findings: Findings) {
    for obligation in findings.obligations where obligation.status.isOverdue {
      let holder = ListHolder.usual(
        obligation.doer, obligation.member, owner: findings.ownerNow)
      let days = obligation.daysOverdue(at: findings.pass.now)
      let age = OverdueAges.begins.lastIndex { $0 <= days } ?? 0
      let row: ReportRow =
        if case .role(let role) = holder { .role(role) } else {
          .member(holder.member)
        }
      counts[row, default: OverdueAges.begins.map { _ in 0 }][age] += 1
    }
  }

  package static func += (a: inout OverdueAges, b: OverdueAges) {
    a.counts.merge(b.counts) { zip($0, $1).map(+) }
  }
}

/// A day agreed with a customer that has come and is not kept yet.
package struct OpenPromise: Sendable {
  /// Who is to be spoken with.
  package let customer: CustomerID
  /// Whose work it is.
  package let holder: ListHolder
  /// The contact in which it was agreed.
  package let fact: FactID
  /// The day of that contact.
  package let since: Day
  /// The day agreed.
  package let due: Moment
}

extension Findings {
  /// The days agreed with the customer that have come and are not kept.
  package var openPromises: [OpenPromise] {
    obligations.compactMap { obligation in
      guard obligation.rule == .next, obligation.status.isOpen,
        case .promise(let fact) = obligation.key,
        let since = history.facts.last(where: { $0.id == fact })?.day
      else { return nil }
      return OpenPromise(
        customer: history.customer,
        holder: .usual(obligation.doer, obligation.member, owner: ownerNow), fact: fact,
        since: since, due: obligation.due)
    }
  }
}
