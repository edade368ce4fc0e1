package import Core

/// How a case differs from what the policy gives.
package enum PolicyTestDifference: Hashable, Sendable {
  /// That rule asks for nothing.
  case missing(ExpectedReason)
  /// It asks, but in another window.
  case otherWindow(ExpectedReason, found: [String])
  /// It asks, and must not.
  case unwanted(rule: String, window: String)
}

extension PolicyTest {
  /// The list of the case's customer, as the policy gives it: rules with their windows.
  private func reasons(
    under reigns: [Reign], _ calendar: WorkCalendar
  ) -> [(rule: String, window: String)] {
    let history = History(customer: 1, source: source, facts: facts)
    let engine = Engine(
      reigns: reigns, milestones: milestones, calendar: calendar,
      traits: Traits(
        asked: reigns.flatMap(\.policy.traitAudiences), sayings,
        staff: members.enumerated().map { (StaffID($0.offset + 1), $0.element) }),
      vocabulary: reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) },
      staffing: Staffing(roles, left: left))
    guard case .line(let line) = engine.agenda(of: history, at: on) else { return [] }
    return line.reasons.filter(\.isListed)
      .map { (engine.rule($0.rule).id, "\($0.opens)..\($0.due)") }
  }

  /// What is not as the case says; empty: it holds.
  package func differences(_ policy: Policy, _ calendar: WorkCalendar) -> [PolicyTestDifference] {
    let first = from ?? facts.map(\.day).min() ?? on.day
    return differences(under: [Reign(id: 1, policy: policy, from: first)], calendar)
  }

  /// The same of an office that adopted one policy after another.
  package func differences(
    under reigns: [Reign], _ calendar: WorkCalendar
  ) -> [PolicyTestDifference] {
    let found = reasons(under: reigns, calendar)
    let wrong = owed.compactMap { expected -> PolicyTestDifference? in
      let windows = found.filter { $0.rule == expected.rule }.map(\.window)
      if windows.isEmpty { return .missing(expected) }
      return windows.contains { expected.holds(of: $0) }
        ? nil : .otherWindow(expected, found: windows)
    }
    let unwanted = found.filter { item in
      not.contains(item.rule) || isExact && !owed.contains { $0.rule == item.rule }
    }
    return wrong + unwanted.map { .unwanted(rule: $0.rule, window: $0.window) }
  }
}

extension ExpectedReason {
  /// `2026-11-05` means the due day, whatever its hour; `A..B` the whole window.
  func holds(of found: String) -> Bool {
    guard let window else { return true }
    if window == found { return true }
    let due = found.split(separator: ".").last.map(String.init) ?? ""
    return due == window || !window.contains("..") && due.hasPrefix(window + " ")
  }
}
