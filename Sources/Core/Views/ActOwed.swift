/// What counts once in a report: an obligation, or all of one occasion that one act would settle.
struct ActOwed {
  /// The one that is due first, which says whose it is and when.
  private(set) var obligation: Obligation
  /// Every rule that asks for it, the first one's before others.
  private(set) var rules: [RuleRef]
  /// The one that says how it stands: on time if any of them was.
  private(set) var best: Obligation

  init(_ obligation: Obligation) {
    self.obligation = obligation
    rules = [obligation.rule]
    best = obligation
  }

  var due: Moment { obligation.due }

  fileprivate mutating func add(_ other: Obligation) {
    if other.merit > best.merit { best = other }
    guard other.due.isBefore(due) else {
      rules.append(other.rule)
      return
    }
    obligation = other
    rules.insert(other.rule, at: 0)
  }
}

extension Findings {
  /// The obligations, with those of one festival, birthday or milestone as one that a single act could
  /// settle: a gift, a form and a call that no text can replace stand for themselves.
  var actsOwed: [ActOwed] {
    var acts: [ActOwed] = []
    var places: [OneOccasion: Int] = [:]
    acts.reserveCapacity(obligations.count)
    for obligation in obligations {
      let occasion = OneOccasion(obligation, pass.engine)
      if let occasion, let place = places[occasion] {
        acts[place].add(obligation)
        continue
      }
      if let occasion { places[occasion] = acts.count }
      acts.append(ActOwed(obligation))
    }
    return acts
  }
}

/// What obligations have in common that one act settles.
private struct OneOccasion: Hashable {
  let key: AnchorKey
  /// Before, on or after its day.
  let phase: String
  let doer: Role?

  init?(_ obligation: Obligation, _ engine: Engine) {
    switch obligation.key {
    case .companyHoliday(let festival, let year): key = .festival(festival, year: year)
    case .festival, .birthday, .milestone, .runUp: key = obligation.key
    case .event, .slot, .ofCase, .promise: return nil
    }
    // What is void was never to be done, and is nothing that an act would settle.
    let rule = engine.rule(obligation.rule)
    guard rule.isServedByText, !obligation.status.isVoid else { return nil }
    if case .milestone = key { phase = rule.schedule.phase } else { phase = "" }
    doer = obligation.doer
  }
}

extension Rule {
  /// Whether a text does for it. A gift is settled by nothing but itself.
  fileprivate var isServedByText: Bool {
    guard settledBy == .contact, !channels.allOf else { return false }
    let served = channels.satisfying(averse: false)
    return served.contains(.sms) || served.contains(.wechat)
  }
}

extension Obligation {
  /// Of several of one occasion the one with the most says how it stands.
  fileprivate var merit: Int {
    if isExcused { return 3 }
    switch status {
    case .done(_, _, onTime: true): return 7
    case .done: return 6
    case .due, .upcoming: return 5
    case .missed, .overdue: return 4
    case .skipped: return 3
    case .held: return 2
    case .void: return 1
    }
  }
}
