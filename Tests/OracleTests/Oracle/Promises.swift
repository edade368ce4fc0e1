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
  func stopsPromises(_ day: Day) -> Bar? {
    let bodies = facts(on: day).map(\.body)
    if bodies.contains(.event(.lost)) { return .lost }
    if bodies.contains(.doNotContact(true)) { return .doNotContact }
    guard let standing = standing(day) else { return nil }
    return standing.doNotContact ? .doNotContact : standing.lost ? .lost : nil
  }

  /// Each `--next` with what became of it (rule 8).
  func promises() -> [Promised] {
    facts.enumerated().compactMap { position, fact in
      guard case .contact(let contact) = fact.body, let next = fact.next else { return nil }
      return promise(fact, agreed(fact, contact), position, next)
    }
  }

  private func promise(
    _ fact: Fact, _ member: StaffID?, _ position: Int, _ to: Moment
  ) -> Promised {
    var answer = Answer(
      rule: "agreed", key: "promise \(fact.id)", opens: to, due: to,
      anchor: fact.moment, openingDay: to.day, member: member, reason: "\(fact.id)")
    answer.isAgreed = true
    answer.grace = grace
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
      // "A call before P settles it all the same."
      let isOpen = fact.day >= answer.openingDay
      if isOpen, keeps(contact), isDoer(fact, contact, answer.member.flatMap { staff[$0] }) {
        answer.end = .done(fact.id, fact.day, onTime: !answer.isLate(fact.moment))
      } else if fact.next != nil {
        if !answer.isLate(fact.moment) { answer.end = .void(nil, fact.day) }
      }
    // "Or by the customer's visit on that day."
    case .event(.visit) where fact.day == answer.due.day:
      answer.end = .done(fact.id, fact.day, onTime: !answer.isLate(fact.moment))
    case .postponement(let to):
      if fact.day >= answer.openingDay, !answer.isLate(fact.moment) { answer.postpone(fact, to) }
    default: break
    }
  }

  /// "By a conversation, reached or refused, by voice, face to face or WeChat; a message that was only
  /// sent is none."
  private func keeps(_ contact: Contact) -> Bool {
    contact.text == nil && (contact.outcome == .reached || contact.outcome == .refused)
      && [.phone, .faceToFace, .homeVisit, .wechat].contains(contact.channel)
  }

  /// The first day on which what that `--next` held back is free: after its day, from the next day on
  /// when a newer one is made, or under a stop; 改期 also on a new visit, call-in or deal.
  private func release(_ position: Int, _ to: Moment) -> Day {
    let fact = facts[position]
    var day = fact.day
    let newer = facts.dropFirst(position + 1).first { $0.next != nil }?.day
    while day <= to.day {
      if day <= last && stopsPromises(day) != nil { return day }
      if let newer, newer < day { return day }
      if isWish(fact), facts(on: day).contains(where: { $0.begins && isNewer($0, fact) }) {
        return day
      }
      day = day + 1
    }
    return day
  }

  private func isNewer(_ event: Fact, _ fact: Fact) -> Bool {
    event.day > fact.day || fact.moment.isSurelyBefore(event.moment)
  }

  private func isWish(_ fact: Fact) -> Bool {
    if case .contact(let contact) = fact.body {
      contact.outcome == .rescheduled && fact.next != nil
    } else {
      false
    }
  }

  /// Every 改期, found once.
  func findWishes() -> [Wish] {
    facts.indices.compactMap { position in
      let fact = facts[position]
      guard isWish(fact), let to = fact.next else { return nil }
      return Wish(id: fact.id, made: fact.moment, to: to, release: release(position, to))
    }
  }

  /// The `--next` that holds a cadence slot of that day, made before it; and until when.
  func promise(holding day: Day, madeBefore opening: Day? = nil) -> (id: FactID, until: Moment)? {
    for position in facts.indices.reversed() {
      guard facts[position].day < opening ?? day, let to = facts[position].next else { continue }
      let release = release(position, to)
      if day < release { return (facts[position].id, release <= to.day ? Moment(release) : to) }
    }
    return nil
  }

  /// What the `--next` of that fact holds: up to that day, and until then.
  func promise(of fact: Fact) -> (release: Day, until: Moment)? {
    guard let to = fact.next, let position = facts.firstIndex(where: { $0.id == fact.id })
    else { return nil }
    let release = release(position, to)
    return (release, release <= to.day ? Moment(release) : to)
  }

  /// Whether 改期 keeps it from the list: what was open or overdue then, and what opens before its day.
  func isHidden(_ answer: Answer) -> Bool {
    answer.waits
      && wishes.contains { wish in
        now.day < wish.to.day && now.day < wish.release && wish.concerns(answer.news)
      }
  }
}

extension Fact {
  /// A call, a visit or a deal.
  var begins: Bool {
    [.event(.callIn), .event(.visit), .event(.reservation), .event(.signing)].contains(body)
  }

  /// The day agreed on. "`--next P` in a reached contact": an attempt agrees on nothing.
  var next: Moment? {
    guard case .contact(let contact) = body,
      [.reached, .refused, .sent, .rescheduled].contains(contact.outcome)
    else { return nil }
    return contact.next
  }
}
