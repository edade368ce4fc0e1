import Core

extension Oracle {
  /// The anchors that events give, one a day, oldest first.
  func starts(_ trigger: Trigger) -> [Start] {
    var starts: [Start] = []
    var dealt = false
    var seen = false
    for fact in changes {
      guard case .event(let kind) = fact.body else { continue }
      if kind == .lost || kind == .cancellation { dealt = false }
      var counts = false
      switch trigger {
      case .event(let kinds): counts = kinds.contains(kind)
      case .first(let wanted):
        counts = kind == wanted && !seen
        if kind == wanted { seen = true }
      case .deal:
        counts = (kind == .reservation || kind == .signing) && !dealt
        if counts { dealt = true }
      case .rule, .all, .entry, .step: break
      }
      guard counts else { continue }
      let start = Start(day: fact.day, moment: fact.moment, origin: fact.moment)
      if let previous = starts.last, previous.day == fact.day {
        // Events of one day are one anchor, the first of them, unless it is closed by then.
        if closing(previous) == fact.day && closing(start) != fact.day {
          starts[starts.count - 1] = start
        }
      } else {
        starts.append(start)
      }
    }
    return starts
  }

  /// The day on which a loss or cancellation closes that anchor (rule 12). Reading: one of the same
  /// day closes what is not surely later.
  func closing(_ start: Start) -> Day? {
    facts.first { fact in
      fact.closes && fact.day >= start.origin.day && !fact.moment.isSurelyBefore(start.origin)
    }?.day
  }

  /// The first day on which one of the rule's `until` events has happened since the anchor.
  /// Reading: for a chain, since the event at its start.
  func ending(_ rule: Rule, _ start: Start) -> Day? {
    facts.first { fact in
      guard case .event(let kind) = fact.body else { return false }
      return rule.until.contains(kind) && fact.day >= start.origin.day
        && !fact.moment.isSurelyBefore(start.origin)
    }?.day
  }
}
