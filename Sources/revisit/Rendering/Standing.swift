import Core

/// What the facts of a customer come to: stage, grade, tags, how they may be called.
struct Standing: Equatable {
  var stage = Stage.prospect
  /// Since when the stage holds; nil while nothing has happened.
  var since: Day?
  var grade: Grade?
  var tags: [Tag] = []
  var isAverse = false
  var isOffLimits = false
  var hours: TimeRange?
  var contacts = 0
  var refusals = 0
  var unanswered = 0
  var last: Fact?

  /// Of facts in their order.
  init(_ facts: [Fact]) { for fact in facts { take(fact) } }

  private mutating func take(_ fact: Fact) {
    switch fact.body {
    case .event(let kind): move(kind, fact.day)
    case .grade(let grade): self.grade = grade
    case .tag(let tag, let on):
      tags.removeAll { $0 == tag }
      if on { tags.append(tag) }
    case .averse(let on): isAverse = on
    case .doNotContact(let on): isOffLimits = on
    case .hours(let range): hours = range
    case .contact(let contact): count(contact, fact)
    case .owner, .postponement, .skip: break
    }
  }

  private mutating func count(_ contact: Contact, _ fact: Fact) {
    last = fact
    switch contact.outcome {
    case .reached, .sent: contacts += 1
    case .refused:
      contacts += 1
      refusals += 1
    case .noAnswer: unanswered += 1
    case .rescheduled: break
    }
  }

  /// A stage only rises until a loss or a cancellation; after a loss, a call, visit or
  /// reservation begins anew.
  private mutating func move(_ kind: EventKind, _ day: Day) {
    switch kind {
    case .lost: set(.lost, day)
    case .cancellation: set(.prospect, day)
    case .callIn, .visit: if stage == .lost || since == nil { set(.prospect, day) }
    case .reservation: rise(.reserved, day)
    case .signing: rise(.signed, day)
    case .delivery, .moveIn: rise(.delivered, day)
    case .fullPayment, .filing, .titleIssued: break
    }
  }

  private mutating func rise(_ new: Stage, _ day: Day) {
    if stage == .lost || stage.rawValue < new.rawValue { set(new, day) }
  }

  private mutating func set(_ new: Stage, _ day: Day) {
    stage = new
    since = day
  }
}
