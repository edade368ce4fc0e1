/// Calls by phone of each weekday and hour, and those of them that were answered. Counts add up.
package struct ReachHours: Sendable {
  /// By weekday, then hour.
  private var tried = Array(repeating: 0, count: 7 * 24)
  private var answered = Array(repeating: 0, count: 7 * 24)

  /// No calls.
  package init() {}

  /// The hours from 9 to 20, and those beside in which there were calls, in order.
  package var hours: [Int] {
    (0..<24).filter { hour in
      9...20 ~= hour || (0..<7).contains { tried[$0 * 24 + hour] > 0 }
    }
  }

  /// How many calls of that weekday and hour were answered.
  package subscript(weekday: Weekday, hour: Int) -> Share {
    let place = (Int(weekday.rawValue) - 1) * 24 + hour
    return Share(of: answered[place], among: tried[place])
  }

  /// Counts the calls of one customer on those days, as far as their hours are known.
  package mutating func add(_ findings: Findings, on days: ClosedRange<Day>) {
    for fact in findings.facts.reversed() {
      if fact.day < days.lowerBound { break }
      guard days.contains(fact.day), let time = fact.time,
        case .contact(let contact) = fact.body, contact.channel == .phone
      else { continue }
      let place = (Int(fact.day.weekday.rawValue) - 1) * 24 + min(23, Int(time.minute) / 60)
      tried[place] += 1
      if contact.outcome.isAnswer { answered[place] += 1 }
    }
  }

  package static func += (a: inout ReachHours, b: ReachHours) {
    for place in a.tried.indices {
      a.tried[place] += b.tried[place]
      a.answered[place] += b.answered[place]
    }
  }
}

extension Outcome {
  /// Whether somebody answered the call, be it to refuse.
  var isAnswer: Bool { [.reached, .refused, .rescheduled].contains(self) }
}
