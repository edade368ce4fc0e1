import Core
import Store

extension FactTexts {
  /// From 1 to 5, where it was recorded.
  var satisfaction: Int? { details[.satisfaction].flatMap { Int($0) } }
}

/// What the facts of a customer come to on their last day, with the contacts counted.
struct ContactTotals {
  let state: Snapshot
  /// Since when the stage holds; nil while nothing has happened.
  let since: Day?
  /// Contacts that count, refusals among them.
  private(set) var contacts = 0
  private(set) var refusals = 0
  private(set) var unanswered = 0
  /// The newest contact.
  private(set) var last: Fact?

  /// Of facts in their order.
  init(_ facts: [Fact], source: Source? = nil) {
    let spans = Timeline(source: source, facts: facts[...]).spans
    let state = spans.last?.state ?? Snapshot(source: source)
    self.state = state
    since = spans.reversed().prefix { $0.state.stage == state.stage }.last?.from
    for fact in facts {
      guard case .contact(let contact) = fact.body else { continue }
      last = fact
      if contact.outcome.counts { contacts += 1 }
      if contact.outcome == .refused { refusals += 1 }
      if contact.outcome.isAttempt { unanswered += 1 }
    }
  }
}
