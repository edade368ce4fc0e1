import Core

extension Oracle {
  /// The anchors that facts give, one a day, oldest first; for cases one a case and day.
  func starts(_ trigger: Trigger) -> [Start] {
    switch trigger {
    case .event, .first, .deal: events(trigger)
    case .all(let kinds): lastOf(kinds)
    case .entry: entries()
    case .step(let filter): steps(filter)
    case .rule, .missed: []
    }
  }

  /// "The day after that rule was missed: its due day passed while it was neither done, excused nor
  /// void. Who makes up for it ends what that day started."
  func miss(_ start: Start, _ answer: Answer, of rule: Rule) -> Start? {
    let due = answer.due.day
    guard due < now.day else { return nil }
    var madeUp: Day?
    switch answer.end {
    case .void, .held: return nil
    case .done(_, let day, _): madeUp = day
    case .skipped(let id): madeUp = facts.first { $0.id == id }?.day
    // A slot that stays a miss is made up for by what settles a newer one.
    case .missed, nil:
      madeUp = answer.isCadence ? nextDone(rule, after: due, of: start.caseNumber) : nil
    }
    if let madeUp, madeUp <= due { return nil }
    var miss = start
    (miss.day, miss.moment) = (due + 1, nil)
    // Reading: where what was missed had itself been asked for after a miss, making up for that one
    // ends both.
    miss.madeUp = [start.madeUp, madeUp].compactMap { $0 }.min()
    return miss
  }

  private func nextDone(_ rule: Rule, after day: Day, of caseNumber: Int32?) -> Day? {
    facts.first { fact in
      guard fact.day > day else { return false }
      switch fact.body {
      case .skip(ClauseID(rule.id)): return true
      case .contact(let contact):
        return counts(contact.outcome) && rule.settledBy == .contact
          && (contact.text.map { isAbout(series: rule, $0) }
            ?? isDoer(fact, contact, rule.by, of: caseNumber))
          && !covered(rule, by: contact, on: fact.day).isEmpty
      default: return false
      }
    }?.day
  }

  private func events(_ trigger: Trigger) -> [Start] {
    var starts: [Start] = []
    var dealt: Int?
    var seen = false
    for fact in changes {
      guard case .event(let kind) = fact.body else { continue }
      var counts = false
      switch trigger {
      case .event(let kinds): counts = kinds.contains(kind)
      case .first(let wanted):
        counts = kind == wanted && !seen
        if kind == wanted { seen = true }
      case .deal:
        counts = (kind == .reservation || kind == .signing) && dealt != closed(before: fact)
        if counts { dealt = closed(before: fact) }
      case .rule, .missed, .all, .entry, .step: break
      }
      if counts {
        add(Start(day: fact.day, moment: fact.moment, kind: kind, origin: fact.moment), &starts)
      }
    }
    return starts
  }

  /// How many losses and cancellations are surely before it. Reading: one of its day that is not parts it from
  /// what comes later.
  private func closed(before fact: Fact) -> Int {
    facts.count { $0.closes && $0.moment.isSurelyBefore(fact.moment) }
  }

  /// Events of one day are one anchor, the first of them, unless it is closed by then.
  private func add(_ start: Start, _ starts: inout [Start]) {
    if let index = starts.lastIndex(where: { $0.key == start.key }) {
      if closing(starts[index]) == start.day && closing(start) != start.day {
        starts[index] = start
      }
    } else {
      starts.append(start)
    }
  }

  /// The day by which each has happened since the last loss or cancellation, and each later one of
  /// them, which takes the place of what was before.
  private func lastOf(_ kinds: TermSet<EventKind>) -> [Start] {
    var starts: [Start] = []
    var missing = Set(kinds.elements)
    var known = 0
    for fact in changes {
      guard case .event(let kind) = fact.body, kinds.contains(kind) else { continue }
      if known != closed(before: fact) { missing = Set(kinds.elements) }
      known = closed(before: fact)
      missing.remove(kind)
      if missing.isEmpty {
        add(Start(day: fact.day, moment: fact.moment, kind: kind, origin: fact.moment), &starts)
      }
    }
    for index in starts.indices.dropLast() { starts[index].replaced = starts[index + 1].day }
    return starts
  }

  /// The first fact. Reading: after a loss or a cancellation, the next call, visit or deal, for
  /// "only later calls, visits and deals start rules again".
  private func entries() -> [Start] {
    guard let entry = facts.first else { return [] }
    var starts = [Start(day: entry.day, moment: Moment(entry.day), origin: Moment(entry.day))]
    for closure in facts where closure.closes {
      let next = facts.first { fact in
        guard case .event(let kind) = fact.body else { return false }
        return [.callIn, .visit, .reservation, .signing].contains(kind)
          && closure.moment.isSurelyBefore(fact.moment)
      }
      guard let next, case .event(let kind) = next.body else { continue }
      add(Start(day: next.day, moment: next.moment, kind: kind, origin: next.moment), &starts)
    }
    return starts
  }

  func steps(_ filter: CaseFilter) -> [Start] {
    var starts: [Start] = []
    for fact in facts {
      guard case .step(let step) = fact.body, step.step == filter.step, step.caseNumber != 0,
        filter.kinds.isEmpty || filter.kinds.contains(step.kind),
        filter.urgencies.isEmpty || filter.urgencies.contains(step.urgency)
      else { continue }
      add(
        Start(
          day: fact.day, moment: fact.moment, fact: fact.id, origin: fact.moment,
          caseNumber: step.caseNumber),
        &starts)
    }
    return starts
  }

  /// The day on which a loss or cancellation closes that anchor (rule 12). Reading: one of the same
  /// day closes what is not surely later.
  func closing(_ start: Start) -> Day? {
    if start.isForAll { return nil }
    return facts.first { fact in
      fact.closes && fact.day >= start.origin.day && !fact.moment.isSurelyBefore(start.origin)
    }?.day
  }

  /// The first day on which one of the rule's `until` events, or a step of the case that ends it,
  /// has happened since the anchor. Reading: for a chain, since the event at its start.
  func ending(_ rule: Rule, _ start: Start) -> Day? {
    facts.first { fact in
      ends(rule, start, fact.body) && fact.day >= start.origin.day
        && !fact.moment.isSurelyBefore(start.origin)
    }?.day
  }

  private func ends(_ rule: Rule, _ start: Start, _ body: Fact.Body) -> Bool {
    switch body {
    case .event(let kind): return rule.until.contains(kind)
    case .step(let step):
      if step.caseNumber != start.caseNumber { return false }
      // "A rule after 登记 ends at 关闭 by itself."
      var isOpening = false
      switch rule.schedule.trigger {
      case .step(let filter): isOpening = filter.step == .opened
      case .missed: isOpening = true
      default: break
      }
      return rule.untilSteps.contains(step.step) || isOpening && step.step == .closed
    default: return false
    }
  }

  /// Why what that start gave may not stand on that day, whatever is known of the customer.
  func bar(_ rule: Rule, _ start: Start, _ day: Day) -> Bar? {
    if let closing = closing(start), closing <= day { return .lost }
    if let ending = ending(rule, start), ending <= day { return .until }
    if let replaced = start.replaced, replaced <= day { return .replaced }
    if let madeUp = start.madeUp, madeUp <= day { return .madeUp }
    return nil
  }
}
