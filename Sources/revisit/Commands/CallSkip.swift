import Core
import Store
import Values

/// What came of excusing all that a list asks of a customer.
struct CallSkip {
  /// Nil: nothing could be excused.
  let done: (receipt: Receipt, change: Change)?
  /// What cannot be excused.
  let rest: [Bilingual]
}

extension Office {
  /// Excuses in one step what of these reasons can be excused.
  func skip(
    _ reasons: [Reason], of customer: CustomerSummary, because text: String, _ engine: Engine
  ) throws -> CallSkip {
    let note = try readText(text, at: "s")
    let asked = reasons.filter(\.isListed)
    let before = try store.history(of: customer.id)
    let skips = before.map { skipping(asked, $0, engine) } ?? []
    let rest = asked.map { engine.rule($0.rule) }
      .filter { rule in !skips.contains { $0.body == .skip(rule: ClauseID(rule.id)) } }
    let names = rest.map { $0.ownName ?? Bilingual("\($0.id) \($0.article)", $0.id) }
    guard !skips.isEmpty else { return CallSkip(done: nil, rest: names) }
    let receipt = try write("skip", headline: "") { transaction in
      for skip in skips {
        try transaction.append(
          to: customer.id, on: skip.day, at: skip.time, skip.body,
          staff: user.staff ?? customer.owner, note: note)
      }
    }
    let after = try store.history(of: customer.id)
    return CallSkip(
      done: (receipt, Change(customer: customer.id, before: before, after: after)), rest: names)
  }

  /// The skips that would settle something, one for each rule of the policy: what is mandatory, agreed or
  /// asked by the program itself stands whatever is skipped.
  private func skipping(_ reasons: [Reason], _ history: History, _ engine: Engine) -> [Fact] {
    let now = session.now
    var ids: [String] = []
    for reason in reasons {
      guard case .policy = reason.rule else { continue }
      let rule = engine.rule(reason.rule)
      if !rule.mandatory, rule.ownName == nil, !ids.contains(rule.id) { ids.append(rule.id) }
    }
    return ids.map { id in
      Fact(id: .max, day: now.day, time: now.time, .skip(rule: ClauseID(id)))
    }.filter { skip in
      let after = History(
        customer: history.customer, source: history.source, facts: history.facts + [skip])
      return !engine.effect(from: history, to: after, at: now).settled.isEmpty
    }
  }
}
