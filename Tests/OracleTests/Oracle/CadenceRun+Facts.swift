import Core

// What each fact makes of the slots of a cadence.
extension CadenceRun {
  mutating func take(_ fact: Fact) {
    // What expired is missed, and a later contact does not make up for it.
    if rule.expires, newest?.answer.isLate(fact.moment) ?? false { retire() }
    switch fact.body {
    case .contact(let contact):
      if settles(fact, contact) {
        // Reading: a call of the day on which they paid makes its slot count, and what is told is the payment.
        let paid = oracle.facts(on: fact.day).first {
          isPaid && newest?.isFleeting == true && $0.body == .event(.fullPayment)
            && Fact.inOrder($0, fact)
        }
        settleNewest {
          $0.end = .done((paid ?? fact).id, fact.day, onTime: !$0.isLate((paid ?? fact).moment))
        }
        cover = nil
        settleAhead { $0.end = .done(fact.id, fact.day, onTime: !$0.isLate(fact.moment)) }
        // "It resets no cadence."
        if mode == .lastDone, contact.text == nil, base.map({ $0 < fact.day }) ?? true {
          (base, reset) = (fact.day, fact.id)
        }
        return
      }
      waitAhead(fact)
      if let slot = newest, let wish = oracle.wish(fact, slot.answer),
        !slot.answer.isLate(fact.moment), slot.answer.due.day < wish.release
      {
        wait(slot, for: wish)
      }
    // Reading: an event that settles it resets the grid as a conversation would.
    case .event(let kind) where isSettled(by: kind, fact):
      if newest?.isFleeting != true {
        settleNewest { $0.end = .done(fact.id, fact.day, onTime: !$0.isLate(fact.moment)) }
        cover = nil
        settleAhead { $0.end = .done(fact.id, fact.day, onTime: !$0.isLate(fact.moment)) }
      }
      if mode == .lastDone, base.map({ $0 < fact.day }) ?? true {
        (base, reset) = (fact.day, fact.id)
      }
    // "It settles the open occurrence that the list shows, held slots or not." Reading: where the day's edits
    // closed the slot that came that day, the list shows none.
    case .skip(ClauseID(rule.id))
    where newest == nil && !rule.expires && !older.isEmpty && closedSlot != fact.day:
      newest = older.removeLast()
      settleNewest { $0.end = .skipped(fact.id) }
      skipAhead(fact)
    // Reading: what only a contact of the day can bring about is not open, and cannot be skipped.
    case .skip(ClauseID(rule.id)) where newest != nil && newest?.isFleeting == false:
      // Reading: the grid goes on, so that the next slot counts from the one that was skipped.
      settleNewest { $0.end = .skipped(fact.id) }
      skipAhead(fact)
    case .skip(ClauseID(rule.id)): skipAhead(fact)
    case .postponement(let to):
      postponements.append((fact, to))
      postponeAhead(fact, to)
      guard var slot = newest, !rule.expires, !slot.answer.isLate(fact.moment),
        slot.answer.due.day <= to.day
      else { return }
      move(&slot, to: to, by: "postponement \(fact.id)")
      newest = slot
    default: break
    }
  }

  /// "Cadence slots due from c to P are held and do not come back, the agreed call stands for them."
  mutating func wait(_ slot: Slot, for wish: Wish) {
    release()
    newest = nil
    cover = nil
    if slot.isFleeting { return }
    var slot = slot
    (slot.answer.opens, slot.answer.due) = (slot.own.opens, slot.own.due)
    hold(
      slot, "promise \(wish.id)",
      until: wish.release <= wish.to.day ? Moment(wish.release) : wish.to)
  }

  /// A contact settles the newest slot only; older ones stay missed.
  mutating func settleNewest(_ end: (inout Answer) -> Void) {
    release()
    for slot in older {
      var answer = slot.answer
      answer.end = .missed
      ended.append(answer)
    }
    if var slot = newest {
      cover = slot.answer.wait.map { ($0.by, slot.answer.due) }
      end(&slot.answer)
      ended.append(slot.answer)
    }
    older = []
    newest = nil
  }

  /// Whether a contact counts for this cadence: after its start, by a channel that does.
  func settles(_ fact: Fact, _ contact: Contact) -> Bool {
    guard rule.settledBy == .contact, oracle.counts(contact.outcome), let start, let since else {
      return false
    }
    if let text = contact.text {
      if !oracle.isAbout(series: rule, text) { return false }
    } else if !oracle.isMatter(start, fact, contact)
      || !oracle.isDoer(fact, contact, rule.by, of: start.caseNumber)
    {
      return false
    }
    if fact.day < since { return false }
    if let moment = start.moment, fact.moment.isSurelyBefore(moment) { return false }
    return !oracle.covered(rule, by: contact, on: fact.day).isEmpty
  }

  func isSettled(by kind: EventKind, _ fact: Fact) -> Bool {
    guard let since, fact.day >= since else { return false }
    if isPaid { return kind == .fullPayment }
    if case .event(let kinds) = rule.settledBy { return kinds.contains(kind) }
    return false
  }

  mutating func stop(_ day: Day) {
    if newest == nil && older.isEmpty && held.isEmpty && replaced.isEmpty && ahead.isEmpty {
      return
    }
    guard let bar = bar(day) else { return }
    stopAhead(day, bar)
    release()
    // Reading: who leaves before the day that a slot waits for has nothing to wait for.
    end(waitingOn: day, bar)
    for slot in older + [newest].compactMap({ $0 }) where !slot.isFleeting {
      var answer = slot.answer
      answer.isTried(until: day)
      answer.end = answer.due.day < day ? .missed : .void(bar, day)
      ended.append(answer)
    }
    // Reading: what only a contact of the day could have brought about is no slot to wait for.
    if let last = newest, !last.isFleeting, let wait = last.answer.wait {
      cover = (wait.by, last.answer.due)
    }
    older = []
    newest = nil
  }
}
