import Core

/// What both opinions are asked about: one customer's facts, the milestones and the adoptions.
struct Story: Sendable {
  var source: Source?
  var facts: [Fact]
  var milestones: [Milestone] = []
  var reigns: [Reign]
}

extension Oracle {
  /// What is owed (rule 1): what opens while that policy reigns; the earlier of two equal keys.
  static func owed(_ story: Story, now: Moment, horizon: Day) -> [(Answer, expires: Bool)] {
    let oracle = Oracle(story, now: now, horizon: horizon)
    guard !oracle.facts.isEmpty else { return [] }
    var owed: [(Answer, expires: Bool)] = oracle.promises().map { ($0.answer, false) }
    for (index, reign) in story.reigns.enumerated() {
      let end = index + 1 < story.reigns.count ? story.reigns[index + 1].from : nil
      for answer in oracle.answers(reign.policy) {
        if answer.openingDay < reign.from { continue }
        if let end, answer.openingDay >= end { continue }
        if owed.contains(where: { $0.0.rule == answer.rule && $0.0.key == answer.key }) { continue }
        let expires = reign.policy.rules.contains { $0.id == answer.rule && $0.expires }
        owed.append((answer, expires))
      }
    }
    return owed.filter { $0.0.end != nil || $0.0.openingDay <= oracle.last }
  }

  /// Each obligation as a line of text, in alphabetical order.
  static func lines(_ story: Story, now: Moment, horizon: Day) -> [String] {
    owed(story, now: now, horizon: horizon).map { answer, expires in
      let status = answer.status(at: now, expires: expires)
      return "\(answer.rule) [\(answer.key)] \(answer.opens)..\(answer.due) \(status)"
        + hiding(answer, status, now)
    }.sorted()
  }

  /// Shown where it matters: on what is open and would be listed.
  private static func hiding(_ answer: Answer, _ status: String, _ now: Moment) -> String {
    guard let hidden = answer.hidden, hidden.day > now.day, status == "due" || status == "overdue"
    else { return "" }
    return " hidden"
  }

  /// The customer's line on the list: `rule opens..due standing xMISSED`, in alphabetical order.
  static func list(_ story: Story, now: Moment) -> [String] {
    var groups: [String: [(answer: Answer, status: String)]] = [:]
    for (answer, expires) in owed(story, now: now, horizon: now.day) {
      let status = answer.status(at: now, expires: expires)
      guard status == "due" || status == "overdue" else { continue }
      if let hidden = answer.hidden, hidden.day > now.day { continue }
      let group = answer.mergesWithOthers ? answer.rule : "\(answer.rule) \(answer.key)"
      groups[group, default: []].append((answer, status))
    }
    return groups.values.map { members in
      let sorted = members.sorted { before($0.answer.due, $1.answer.due) }
      let oldest = sorted[0]
      let missed = members.count { $0.answer.isCadence && $0.status == "overdue" }
      return "\(oldest.answer.rule) \(oldest.answer.opens)..\(oldest.answer.due) \(oldest.status)"
        + " x\(missed)"
    }.sorted()
  }

  private static func before(_ a: Moment, _ b: Moment) -> Bool {
    if a.day != b.day { return a.day < b.day }
    return (a.time ?? .endOfDay) < (b.time ?? .endOfDay)
  }
}
