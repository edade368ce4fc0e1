import Core

/// What both opinions are asked about: one customer's facts, the milestones and the adoptions.
struct Story: Sendable {
  var source: Source?
  var facts: [Fact]
  var milestones: [Milestone] = []
  var calendar: WorkCalendar = .weekdays
  /// What the texts from the outbox were sent for, by the numbers of their messages.
  var occasions: [Int64: String] = [:]
  /// What was said of payment and layout, and the consultants' names.
  var sayings: [Traits.Saying] = []
  var names: [(id: StaffID, name: String)] = []
  var reigns: [Reign]
  /// The roles of those who work in the office; empty: nobody is known.
  var staff: [StaffID: Role] = [:]
}

/// An answer that is owed, with what its policy says of it.
private struct Owed {
  let answer: Answer
  let expires: Bool
  /// Nil: it stands under no policy.
  let policy: Policy?
}

extension Oracle {
  /// What is owed (rule 1): what opens while that policy reigns; the earlier of two equal keys.
  private static func owed(_ story: Story, _ oracle: Oracle) -> [Owed] {
    guard !oracle.facts.isEmpty else { return [] }
    // Reading: what stands under no policy is excused by the one that reigned when it opened.
    var owed = (oracle.promises().map(\.answer) + oracle.replies()).map { answer in
      Owed(
        answer: answer, expires: false,
        policy: story.reigns.last { $0.from <= answer.openingDay }?.policy)
    }
    for (index, reign) in story.reigns.enumerated() {
      let end = index + 1 < story.reigns.count ? story.reigns[index + 1].from : nil
      for answer in oracle.answers(reign.policy, from: reign.from) {
        if answer.openingDay < reign.from { continue }
        if let end, answer.openingDay >= end { continue }
        if owed.contains(where: { $0.answer.rule == answer.rule && $0.answer.key == answer.key }) {
          continue
        }
        let expires = reign.policy.rules.contains { $0.id == answer.rule && $0.expires }
        owed.append(Owed(answer: answer, expires: expires, policy: reign.policy))
      }
    }
    return owed.filter { owed in
      owed.answer.status(at: oracle.now, expires: owed.expires) != "upcoming"
        || owed.answer.opens.day <= oracle.last
    }
  }

  /// Both answers as lines of text, each in alphabetical order: every obligation, and what stands
  /// on the customer's line of the list.
  static func opinion(
    _ story: Story, now: Moment, horizon: Day
  ) -> (obligations: [String], list: [String]) {
    let oracle = Oracle(story, now: now, horizon: horizon)
    var lines: [String] = []
    var listed: [(answer: Answer, status: String)] = []
    for owed in owed(story, oracle) {
      let (answer, expires) = (owed.answer, owed.expires)
      let status = answer.status(at: now, expires: expires)
      let isExcused = oracle.isExcused(answer, status, expires: expires, owed.policy)
      let isOpen = status == "due" || status == "overdue"
      let isHidden = isOpen && oracle.isHidden(answer)
      lines.append(
        "\(answer.rule) [\(answer.key)] \(answer.opens)..\(answer.due) \(status)"
          + (isHidden ? " hidden" : "") + (isExcused ? " excused" : "")
          + (answer.member.map { " of \($0)" } ?? ""))
      if isOpen && !isHidden { listed.append((answer, status)) }
    }
    return (lines.sorted(), list(listed))
  }

  /// One reason a rule, but one each for a milestone, a festival, a promise, a birthday and a case
  /// ("each case is an occurrence of its own"); the oldest shows:
  /// `rule opens..due standing xMISSED`.
  private static func list(_ listed: [(answer: Answer, status: String)]) -> [String] {
    var groups: [String: [(answer: Answer, status: String)]] = [:]
    for (answer, status) in listed {
      groups["\(answer.rule) \(answer.reason)", default: []].append((answer, status))
    }
    return groups.values.map { members in
      let oldest = members.sorted { before($0.answer.due, $1.answer.due) }[0]
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
