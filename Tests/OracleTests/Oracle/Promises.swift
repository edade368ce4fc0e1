import Core

/// A day given to a customer with `--next`.
struct Promised {
  let id: FactID
  let made: Day
  let to: Moment
  var answer: Answer
}

extension Oracle {
  /// Whether a stop that ends promises is in force: do-not-contact or a loss, also one that the same
  /// day took back.
  private func stopsPromises(_ day: Day) -> Bar? {
    let bodies = facts(on: day).map(\.body)
    if bodies.contains(.event(.lost)) { return .lost }
    if bodies.contains(.doNotContact(true)) { return .doNotContact }
    guard let standing = standing(day) else { return nil }
    return standing.doNotContact ? .doNotContact : standing.lost ? .lost : nil
  }

  /// Each `--next` with what became of it (rule 8).
  func promises() -> [Promised] {
    facts.enumerated().compactMap { position, fact in
      guard case .contact(let contact) = fact.body, let next = contact.next else { return nil }
      return promise(fact, agreed(fact, contact), position, next)
    }
  }

  private func promise(
    _ fact: Fact, _ member: StaffID?, _ position: Int, _ to: Moment
  ) -> Promised {
    var answer = Answer(
      rule: "next", key: "promise \(fact.id)", opens: to, due: to,
      anchor: fact.moment, openingDay: to.day, member: member, reason: "\(fact.id)")
    var day = fact.day
    while day <= last && answer.end == nil {
      for (index, later) in facts.enumerated() where later.day == day && index > position {
        take(later, &answer)
      }
      if answer.end == nil, let bar = stopsPromises(day) {
        answer.isTried(until: day)
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
      if isOpen, contact.text == nil, counts(contact.outcome), contact.channel != .letter,
        isDoer(fact, contact, answer.member.flatMap { staff[$0] })
      {
        answer.end = .done(
          fact.id, fact.day, onTime: !answer.due.isSurelyBefore(fact.moment))
      } else if contact.next != nil {
        if !answer.due.isSurelyBefore(fact.moment) { answer.end = .void(nil, fact.day) }
      }
    case .postponement(let to):
      if fact.day >= answer.opens.day { postpone(&answer, fact, to) }
    default: break
    }
  }

  /// The first day on which what that `--next` held back is free: after its day, when a newer one
  /// is made (reading: from 00:00 of that day), or under a stop.
  private func release(_ position: Int, _ to: Moment) -> Day {
    var day = facts[position].day
    let newer = facts.dropFirst(position + 1).first { $0.next != nil }?.day
    while day <= to.day {
      if day <= last && stopsPromises(day) != nil || day == newer { return day }
      day = day + 1
    }
    return day
  }

  /// The `--next` that holds a cadence slot of that day, made before it; and until when.
  func promise(holding day: Day) -> (id: FactID, until: Moment)? {
    guard let position = facts.lastIndex(where: { $0.day < day && $0.next != nil }),
      let to = facts[position].next
    else { return nil }
    let release = release(position, to)
    guard day < release else { return nil }
    return (facts[position].id, release <= to.day ? Moment(release) : to)
  }

  /// Whether 改期 keeps it from the list. Reading: what was open or overdue then, and what opens
  /// until the day named, unless something newer than the call started it.
  func isHidden(_ answer: Answer) -> Bool {
    guard let position = facts.lastIndex(where: { $0.next != nil }),
      case .contact(let contact) = facts[position].body, contact.outcome == .rescheduled,
      let to = contact.next, now.day < to.day, now.day < release(position, to)
    else { return false }
    let fact = facts[position]
    if fact.moment.isSurelyBefore(answer.anchor) && fact.day == answer.anchor.day { return false }
    return fact.day >= answer.openingDay || fact.day >= answer.anchor.day
  }
}

extension Fact {
  var next: Moment? {
    if case .contact(let contact) = body { contact.next } else { nil }
  }
}
