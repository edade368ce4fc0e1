import Core

/// An obligation with a window of days: a once-rule, a greeting or an announcement.
struct WindowDuty {
  var rule: Rule
  var policy: Policy
  var key: String
  /// Nil for greetings and announcements.
  var start: Start?
  var anchor: Day
  var opens: Day
  var due: Moment
  /// Days whose contacts may not settle it.
  var otherThan: Set<Day> = []
  /// Steps of its case that settle it as a conversation does.
  var answers: Set<CaseStepKind> = []
  /// The payment settles it as a conversation does.
  var isPaid = false
}

/// A window as it went: the answer, if it was ever owed, and what a chain counts from.
struct WindowCourse {
  var answer: Answer?
  var due: Moment

  /// The day a following rule counts from; nil where the chain is cut (rules 4 and 12).
  var link: Day? {
    switch answer?.end {
    case .void: nil
    case .done(_, let day, onTime: true): day
    case .done, .missed, .skipped, .held, nil: due.day
    }
  }
}

extension Oracle {
  /// Whether the duty may stand on that day: the audience holds, no stop, its anchor not closed.
  private func bar(_ duty: WindowDuty, _ day: Day) -> Bar? {
    if let start = duty.start, let bar = bar(duty.rule, start, day) { return bar }
    return bar(duty.rule, duty.policy, day)
  }

  /// Walks through the days of a window.
  func walk(_ duty: WindowDuty) -> WindowCourse {
    var course = WindowCourse(answer: nil, due: duty.due)
    var made: Set<Channel> = []
    var day = max(duty.opens, first)
    while day <= last {
      if course.answer == nil {
        if day > duty.due.day { return course }
        switch opening(duty, day) {
        case .never: return course
        case .notYet: break
        case .opens(let answer):
          course.answer = answer
          if answer.end != nil { return course }
        case .opensForContact(let answer):
          // Open before the day's edits: only a contact of that day makes it count.
          var called = answer
          called.end = nil
          settle(&called, duty, day, &made, contactsOnly: true)
          if case .done = called.end {
            course.answer = answer.end == nil ? called : answer
            return course
          }
          made = []
          if isStopped(duty, day) { return course }
        }
      }
      if var answer = course.answer {
        settle(&answer, duty, day, &made)
        if answer.end == nil, let bar = bar(duty, day) {
          answer.isTried(until: day)
          answer.end = answer.due.day < day ? .missed : .void(bar, day)
        }
        if answer.end == nil { answer.cut(day + 1) }
        course.answer = answer
        course.due = answer.due
        if answer.end != nil { return course }
      }
      day = day + 1
    }
    return course
  }

  private enum Opening {
    case never, notYet
    case opens(Answer)
    case opensForContact(Answer)
  }

  private func opening(_ duty: WindowDuty, _ day: Day) -> Opening {
    var answer = Answer(
      rule: duty.rule.id, key: duty.key, opens: Moment(day, duty.rule.firstHour),
      due: duty.due, anchor: duty.start?.moment ?? Moment(duty.anchor), openingDay: day,
      reason: duty.start?.caseNumber.map { "\($0)" } ?? "")
    answer.grace = grace
    answer.waits = duty.rule.settledBy == .contact && !duty.rule.expires
    if duty.start?.caseNumber != nil { answer.news = duty.start?.origin }
    settleBefore(&answer, duty, day)
    // "What opens before P" waits as well. Reading: what was answered before it opened waits for nothing.
    let wish = wishes.last { $0.waits(on: day, for: answer.news) }
    if let wish, answer.waits, answer.end == nil { answer.grant(wish) }
    // Reading: a timed message whose hours were over when its event came was never to be sent.
    if duty.rule.expires, let event = duty.start?.moment, duty.due.isSurelyBefore(event) {
      return .never
    }
    switch bar(duty, day) {
    case nil: return .opens(answer)
    case .some:
      // Not asked before its opening day, so only there can the edits of a day come in between.
      if day == duty.opens, day > first, self.bar(duty, day - 1) == nil {
        return .opensForContact(answer)
      }
      return isStopped(duty, day) ? .never : .notYet
    }
  }

  /// Reading: what would have opened but for a stop does not open when that is lifted; what waits
  /// for its audience, or for the day after a cancellation, still does.
  private func isStopped(_ duty: WindowDuty, _ day: Day) -> Bool {
    guard let standing = standing(day) else { return false }
    if standing.lost { return true }
    return standing.doNotContact
      && bar(duty.rule, duty.policy, day, butForDoNotContact: true) == nil
  }

  /// What the facts of one day make of an open window.
  ///
  /// - Parameter isOpen: otherwise only what settles it even before it opens counts.
  func settle(
    _ answer: inout Answer, _ duty: WindowDuty, _ day: Day, _ made: inout Set<Channel>,
    contactsOnly: Bool = false, isOpen: Bool = true
  ) {
    for fact in facts(on: day) where answer.end == nil {
      if !isOpen, !isAnswered(duty, by: fact) { continue }
      // Reading: too late, and yet a stop entered later that day began at 00:00.
      if duty.rule.expires && answer.isLate(fact.moment) { break }
      if let wish = wish(fact, answer), !answer.isLate(fact.moment) { answer.grant(wish) }
      // What came to pass before its anchor has nothing to do with it.
      if let moment = duty.start?.moment ?? duty.start?.settled,
        fact.moment.isSurelyBefore(moment)
      {
        continue
      }
      switch fact.body {
      case .contact(let contact):
        // Reading: what an event or a step settles is no call, and does not wait for one.
        if duty.rule.settledBy != .contact { continue }
        if settles(fact, contact, duty, &made) {
          answer.end = .done(fact.id, day, onTime: !answer.isLate(fact.moment))
        }
      // Reading: mandatory rules are refused where the skip is entered; a recorded one counts.
      case .skip(ClauseID(duty.rule.id)) where !contactsOnly: answer.end = .skipped(fact.id)
      case .postponement(let to):
        if !duty.rule.expires, !answer.isLate(fact.moment) { answer.postpone(fact, to) }
      case .event, .step, .grade:
        if isSettled(duty, by: fact) {
          answer.end = .done(fact.id, day, onTime: !answer.isLate(fact.moment))
        }
      default: break
      }
    }
    if duty.rule.expires && answer.end == nil && answer.due.day < min(day, now.day) {
      answer.end = .missed
    }
  }

  /// Reading: what an event or a step settles has nothing left to ask for once that has happened since
  /// the anchor, also before the customer came into the audience.
  private func settleBefore(_ answer: inout Answer, _ duty: WindowDuty, _ opening: Day) {
    let from = duty.start?.moment ?? Moment(duty.anchor)
    var day = max(from.day, first)
    while day < opening, answer.end == nil {
      for fact in facts(on: day) where answer.end == nil {
        if !fact.moment.isSurelyBefore(from), isSettled(duty, by: fact) {
          answer.end = .done(fact.id, day, onTime: true)
        }
      }
      day = day + 1
    }
  }

  /// Reading: the event or step plays the part of the contact, on a day of edits too.
  private func isSettled(_ duty: WindowDuty, by fact: Fact) -> Bool {
    if isAnswered(duty, by: fact) { return true }
    return switch (duty.rule.settledBy, fact.body) {
    case (.event(let kinds), .event(let kind)): kinds.contains(kind)
    case (_, .grade(let grade)) where duty.rule.isGrading: grade != nil
    case (.step(let wanted), .step(let step)):
      wanted.contains(step.step) && step.caseNumber == duty.start?.caseNumber
        && isDoer(ofStep: step, duty.rule.by, on: fact.day)
    default: false
    }
  }

  /// By the step that says so, or by the payment. Reading: a promise is not answered by what stands before
  /// it on its day.
  private func isAnswered(_ duty: WindowDuty, by fact: Fact) -> Bool {
    guard let start = duty.start, let moment = start.moment, fact.day >= start.day,
      !fact.moment.isSurelyBefore(moment)
    else { return false }
    if duty.rule.id == "reply", let promise = facts.first(where: { $0.id == start.fact }) {
      guard Fact.inOrder(promise, fact) else { return false }
    }
    switch fact.body {
    case .step(let step):
      return duty.answers.contains(step.step) && step.caseNumber == start.caseNumber
    case .event(let kind): return duty.isPaid && kind == .fullPayment
    default: return false
    }
  }

  /// The wish that a contact utters, where it has any effect on that.
  func wish(_ fact: Fact, _ answer: Answer) -> Wish? {
    guard answer.waits else { return nil }
    return wishes.first {
      $0.id == fact.id && fact.day < $0.release && $0.concerns(answer.news)
    }
  }

  private func settles(
    _ fact: Fact, _ contact: Contact, _ duty: WindowDuty, _ made: inout Set<Channel>
  ) -> Bool {
    guard counts(contact.outcome), !duty.otherThan.contains(fact.day) else { return false }
    if let text = contact.text {
      if !isAbout(duty, text) { return false }
    } else if !isMatter(duty.start, fact, contact)
      || !isDoer(fact, contact, duty.rule.by, of: duty.start?.caseNumber)
    {
      return false
    }
    let covered = covered(duty.rule, by: contact, on: fact.day)
    made.formUnion(covered)
    if !duty.rule.channels.allOf { return !covered.isEmpty }
    return made.isSuperset(of: needed(duty.rule, on: fact.day))
  }
}
