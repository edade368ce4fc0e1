import Core

/// A day given to a customer with `--next`.
struct Promised {
  let id: FactID
  let made: Day
  let to: Moment
  var answer: Answer
}

extension Oracle {
  /// Whether a stop that ends promises is in force: do-not-contact or a loss.
  private func stopsPromises(_ day: Day) -> Bar? {
    guard let standing = standing(day) else { return nil }
    return standing.doNotContact ? .doNotContact : standing.lost ? .lost : nil
  }

  /// Each `--next` with what became of it (rule 8).
  func promises() -> [Promised] {
    facts.enumerated().compactMap { position, fact in
      guard case .contact(let contact) = fact.body, let next = contact.next else { return nil }
      return promise(fact, position, next)
    }
  }

  private func promise(_ fact: Fact, _ position: Int, _ to: Moment) -> Promised {
    var answer = Answer(
      rule: "next", key: "promise \(fact.id)", opens: to, due: to, openingDay: to.day,
      mergesWithOthers: false)
    var day = fact.day
    while day <= last && answer.end == nil {
      for (index, later) in facts.enumerated() where later.day == day && index > position {
        take(later, &answer)
      }
      if answer.end == nil, let bar = stopsPromises(day) {
        answer.end = answer.due.day < day ? .missed : .void(bar, day)
      }
      day = day + 1
    }
    return Promised(id: fact.id, made: fact.day, to: to, answer: answer)
  }

  private func take(_ fact: Fact, _ answer: inout Answer) {
    guard answer.end == nil else { return }
    switch fact.body {
    case .contact(let contact):
      let isOpen = fact.day >= answer.opens.day
      if isOpen, counts(contact.outcome), contact.channel != .letter {
        answer.end = .done(
          fact.id, fact.day, onTime: !answer.due.isSurelyBefore(fact.moment))
      } else if contact.next != nil {
        if answer.due.isSurelyBefore(fact.moment) {
          hide(&answer, fact, contact)
        } else {
          answer.end = .void(nil, fact.day)
        }
      }
    case .postponement(let to):
      if fact.day >= answer.opens.day { postpone(&answer, fact, to) }
    default: break
    }
  }

  /// The `--next` that holds a cadence slot of that day: made before it and for that day or a later
  /// one. Reading: a newer one ends the hold from 00:00 of its day, a stop likewise.
  func promise(holding day: Day) -> (id: FactID, to: Moment)? {
    guard
      let newest = facts.last(where: { $0.day <= day && $0.next != nil }),
      let to = newest.next, newest.day < day, day <= to.day
    else { return nil }
    var passed = newest.day
    while passed <= day {
      if stopsPromises(passed) != nil { return nil }
      passed = passed + 1
    }
    return (newest.id, to)
  }
}

extension Fact {
  var next: Moment? {
    if case .contact(let contact) = body { contact.next } else { nil }
  }
}
