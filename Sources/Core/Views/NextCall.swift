/// What is next for a customer, and when a list asks for it.
package struct NextCall: Sendable {
  /// What is to be done.
  package let obligation: Obligation
  /// By when the list asks for it: its due moment, or the day that fell to the customer in a wave, or
  /// the day until which it is hidden, where that is later than its due day.
  package let asked: Moment
  /// Whether it stands on the list now, and not only from a later day on.
  package let isListed: Bool
}

extension ListDecision {
  /// The first thing that the viewer's list asks for, now or later.
  package func next(
    _ findings: Findings, _ given: CasesGiven = [:], _ waves: WavePlans? = nil
  ) -> NextCall? {
    findings.obligations.filter { holds($0, findings, given) }
      .compactMap { findings.call($0, waves) }.min { $0.comes(before: $1) }
  }

  /// What of a customer is next on the lists of others alone, and on whose: for each of them the
  /// first thing.
  package func nextOfOthers(
    _ findings: Findings, _ given: CasesGiven = [:], _ waves: WavePlans? = nil
  ) -> [(holder: ListHolder, call: NextCall)] {
    var calls: [(holder: ListHolder, call: NextCall)] = []
    for obligation in findings.obligations where !holds(obligation, findings, given) {
      guard let call = findings.call(obligation, waves) else { continue }
      for holder in findings.holders(of: obligation.rule, obligation.key, given) {
        guard let known = calls.firstIndex(where: { $0.holder == holder }) else {
          calls.append((holder, call))
          continue
        }
        if call.comes(before: calls[known].call) { calls[known].call = call }
      }
    }
    return calls
  }

  private func holds(
    _ obligation: Obligation, _ findings: Findings, _ given: CasesGiven
  ) -> Bool {
    findings.holders(of: obligation.rule, obligation.key, given).contains(where: viewer.sees)
  }
}

extension Findings {
  /// Whether the obligation stands on the list of the pass's moment, not hidden and not left to a
  /// later day of its wave.
  package func isListed(_ obligation: Obligation, _ waves: WavePlans?) -> Bool {
    call(obligation, waves)?.isListed ?? false
  }

  /// How many days ahead the first wave of the customer begins, 0 where it has begun; nil: there is
  /// none within the pass's days.
  package var daysUntilWave: Int? {
    guard pass.engine.hasWaves else { return nil }
    return obligations.filter { obligation in
      pass.engine.wave(obligation.rule, obligation.key) != nil
        && (obligation.status.isOpen || obligation.status.isUpcoming)
    }.map { max(0, $0.opens.day - pass.now.day) }.min()
  }

  /// The day that fell to the customer in a wave; nil where it is of none, or waits for no day.
  func waveDay(of obligation: Obligation, _ waves: WavePlans?) -> Day? {
    guard obligation.status.isDue || obligation.status.isUpcoming else { return nil }
    return waves?.asked(obligation, of: history.customer, owner: ownerNow)
  }

  /// Nil where it is not to be done any more.
  fileprivate func call(_ obligation: Obligation, _ waves: WavePlans?) -> NextCall? {
    let now = pass.now
    guard obligation.status.isOpen || obligation.isToCome(at: now) else { return nil }
    if let hidden = obligation.hiddenUntil, obligation.status.isOpen, !obligation.isListed(at: now)
    {
      let asked = obligation.due.isBefore(hidden) ? hidden : obligation.due
      return NextCall(obligation: obligation, asked: asked, isListed: false)
    }
    let fell = waveDay(of: obligation, waves)
    let isWaiting = fell.map { $0 > now.day } ?? false
    let asked = fell.flatMap { $0 < obligation.due.day ? Moment($0) : nil } ?? obligation.due
    return NextCall(
      obligation: obligation, asked: asked, isListed: obligation.status.isOpen && !isWaiting)
  }
}

extension NextCall {
  /// Whether it is asked for earlier than the other.
  package func isBefore(_ other: NextCall) -> Bool { asked.isBefore(other.asked) }

  fileprivate func comes(before other: NextCall) -> Bool {
    if asked.isBefore(other.asked) { return true }
    return !other.asked.isBefore(asked) && isListed && !other.isListed
  }
}

extension Obligation {
  /// Upcoming, or put off to the day on which it is due now. A slot of that very day does not come
  /// back: what was agreed on or put off stands for it.
  fileprivate func isToCome(at now: Moment) -> Bool {
    guard case .held(_, let until) = status else { return status == .upcoming }
    return until == due && now.day < until.day && key != .slot(until.day)
  }
}
