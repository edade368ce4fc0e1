import Core

extension Oracle {
  /// The anchors that events give, one a day, oldest first.
  func starts(_ trigger: Trigger) -> [Start] {
    var starts: [Start] = []
    var dealt = false
    var seen = false
    for (position, fact) in facts.enumerated() {
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
      case .rule: break
      }
      guard counts else { continue }
      if let previous = starts.last, previous.day == fact.day {
        starts[starts.count - 1].position = position
      } else {
        starts.append(Start(day: fact.day, moment: fact.moment, position: position))
      }
    }
    return starts
  }

  /// The day on which a later loss or cancellation closes that anchor (rule 12).
  func closing(_ start: Start) -> Day? {
    facts.dropFirst(start.position + 1).first {
      $0.body == .event(.lost) || $0.body == .event(.cancellation)
    }?.day
  }

  /// The first day on which one of the rule's `until` events has happened since the anchor.
  func ending(_ rule: Rule, _ start: Start) -> Day? {
    for (position, fact) in facts.enumerated() {
      guard case .event(let kind) = fact.body, rule.until.contains(kind) else { continue }
      let since = start.moment == nil ? fact.day >= start.day : position > start.position
      if since { return fact.day }
    }
    return nil
  }
}
