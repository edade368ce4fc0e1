import Core

/// What falls into a holiday of the company, where the policy has it done before (rule 15).
struct Ahead {
  let holiday: ClosedRange<Day>
  /// The last working day before it.
  let eve: Day
  /// The first day on which it may open, the contact that made it among what settles it.
  let opens: Day
  let base: Day
  let madeBy: FactID?
  /// Nil: it has not opened, or never will.
  var slot: CadenceRun.Slot?
  var isDead = false
  var hasArrived = false
  /// What became of it by the customer's own wish or by an agreed day before its day.
  var isHeld = false
  var wasOpen = false
  var isSettled = false
}

extension CadenceRun {
  /// Those that stand open beside the newest slot.
  var openAhead: [Slot] { ahead.compactMap(\.slot) }

  private var isBefore: Bool { terms.beforeHoliday && !rule.expires }

  /// "The grid goes on from the holiday's last day."
  mutating func goOn(_ day: Day) {
    guard isBefore, let base, oracle.isClosed(day) else { return }
    var first = day
    while oracle.isClosed(first - 1) { first = first - 1 }
    let holiday = first...oracle.opening(day) - 1
    guard base < holiday.upperBound else { return }
    if ahead.contains(where: { $0.holiday == holiday })
      || falling(into: holiday, after: base) != nil
    {
      (self.base, reset) = (holiday.upperBound, nil)
    }
  }

  /// "What falls into the holiday is one slot, open from 7 days before and due on the last working day
  /// before." Reading: it is one as soon as the grid in force falls into it; a grid that counts from a
  /// contact is settled by that contact, and any other opens nothing on the day that it counts from.
  mutating func foresee(_ day: Day) {
    guard isBefore, let start, var base else { return }
    let origin = oracle.day(start.day, plus: stretch.starts)
    let first = base
    let coming = base + 1...day + 60
    for holiday in holidays where coming.contains(holiday.lowerBound) {
      let known = ahead.contains { $0.holiday == holiday }
      guard known || falling(into: holiday, after: base) != nil else { continue }
      if !known, let eve = eve(of: holiday), origin < eve, base <= eve, day <= eve {
        let opens = min(max(holiday.lowerBound - 7, reset != nil ? first : origin + 1), eve)
        if opens <= day {
          ahead.append(
            Ahead(holiday: holiday, eve: eve, opens: opens, base: first, madeBy: reset))
          if opens == day, reset != nil, first == day { makeAtOnce() }
        }
      }
      base = holiday.upperBound
    }
  }

  private func eve(of holiday: ClosedRange<Day>) -> Day? {
    var day = holiday.lowerBound - 1
    while !oracle.calendar.isWorkday(day) { day = day - 1 }
    return day
  }

  /// The contact of the day that made it settles it.
  private mutating func makeAtOnce() {
    var made = ahead.removeLast()
    let isBarred = bar(made.opens) != nil
    if isBarred, made.opens == oracle.first || bar(made.opens - 1) != nil {
      made.isDead = isStopped(made.opens)
    } else {
      made.slot = slot(made, on: made.opens, isFleeting: isBarred)
      made.wasOpen = true
      if let end = waiting(made, on: made.opens) {
        if isBarred { made.slot = nil }
        made.slot?.answer.end = end
        made.isHeld = true
      }
      ahead.append(made)
      guard let id = made.madeBy, let fact = oracle.facts.first(where: { $0.id == id }) else {
        return
      }
      settleAhead { $0.end = .done(id, fact.day, onTime: true) }
      return
    }
    ahead.append(made)
  }

  private func slot(_ made: Ahead, on day: Day, isFleeting: Bool) -> Slot? {
    guard let start else { return nil }
    var slot = Slot(
      day: made.eve, base: made.base,
      answer: Answer(
        rule: rule.id, isCadence: true, key: "slot \(made.eve)",
        opens: Moment(day, day == made.opens ? rule.firstHour : nil),
        due: Moment(made.eve, rule.lastHour), anchor: Moment(made.base), openingDay: day,
        start: miss(of: start, made.base)),
      isFleeting: isFleeting)
    slot.answer.grace = oracle.grace
    slot.answer.waits = rule.settledBy == .contact
    if start.caseNumber != nil { slot.answer.news = start.origin }
    return slot
  }

  private func isStopped(_ day: Day) -> Bool {
    guard let standing = oracle.standing(day) else { return false }
    return standing.lost
      || standing.doNotContact && oracle.bar(rule, policy, day, butForDoNotContact: true) == nil
  }

  /// It opens on the first day on which it may; a stop meanwhile opens nothing for good.
  mutating func openAhead(_ day: Day) {
    for index in ahead.indices {
      let made = ahead[index]
      guard !made.isDead, !made.wasOpen, made.opens <= day, day <= made.eve else { continue }
      let isBarred = bar(day) != nil
      if isBarred {
        if day == made.opens, day > oracle.first, bar(day - 1) == nil {
          ahead[index].slot = slot(made, on: day, isFleeting: true)
          ahead[index].isDead = isStopped(day)
        } else if isStopped(day) || start.flatMap({ oracle.bar(rule, $0, day) }) != nil {
          ahead[index].isDead = true
        }
        continue
      }
      guard var slot = slot(made, on: day, isFleeting: false) else { continue }
      ahead[index].wasOpen = true
      if let end = waiting(made, on: day) {
        slot.answer.end = end
      } else if isOverCap(made.eve) {
        move(&slot, to: Moment(nextMonday(made.eve)), by: "cap")
      }
      ahead[index].isHeld = slot.answer.end != nil
      ahead[index].slot = slot
    }
  }

  /// What a slot before a holiday that opens on that day waits for.
  private func waiting(_ made: Ahead, on day: Day) -> Answer.End? {
    guard rule.settledBy == .contact, let start else { return nil }
    if let promise = oracle.promise(holding: made.eve, madeBefore: day) {
      return .held("promise \(promise.id)", until: promise.until)
    }
    return postponements.last { fact, to in
      start.origin.day <= fact.day && fact.day < day && made.eve <= to.day
    }.map { fact, to in .held("postponement \(fact.id)", until: to) }
  }

  /// Whether the day is that of a slot before a holiday: it comes then to stand with the others.
  mutating func arrives(_ day: Day) -> Bool {
    guard let index = ahead.firstIndex(where: { $0.eve == day && $0.wasOpen }) else { return false }
    if ahead[index].isSettled { return true }
    // What was moved to that day or beyond stays beside it.
    if let last = newest, last.answer.wait != nil, day <= last.answer.due.day {
      ahead[index].hasArrived = true
      if let slot = ahead[index].slot, case .held(let by, let until)? = slot.answer.end {
        ahead[index].slot = nil
        hold(slot, by, until: until)
      }
      return true
    }
    retire(by: day)
    ahead[index].hasArrived = true
    guard let slot = ahead[index].slot else { return true }
    ahead[index].slot = nil
    switch slot.answer.end {
    case .held(let by, let until): hold(slot, by, until: until)
    case nil: newest = slot
    default: ended.append(slot.answer)
    }
    return true
  }

  /// Those that stood beside the newest slot leave with it.
  mutating func companions(before day: Day?) -> [Slot] {
    var gone: [Slot] = []
    for index in ahead.indices where ahead[index].hasArrived {
      guard let slot = ahead[index].slot, slot.answer.end == nil else { continue }
      ahead[index].slot = nil
      gone.append(slot)
    }
    return gone
  }

  mutating func settleAhead(_ end: (inout Answer) -> Void) {
    for index in ahead.indices {
      guard var slot = ahead[index].slot, slot.answer.end == nil else { continue }
      end(&slot.answer)
      ended.append(slot.answer)
      ahead[index].slot = nil
      ahead[index].wasOpen = true
      ahead[index].isSettled = true
    }
  }

  mutating func skipAhead(_ fact: Fact) {
    for index in ahead.indices where ahead[index].slot?.isFleeting == true {
      ahead[index].slot = nil
    }
    settleAhead { $0.end = .skipped(fact.id) }
  }

  mutating func postponeAhead(_ fact: Fact, _ to: Moment) {
    for index in ahead.indices {
      guard var slot = ahead[index].slot, slot.answer.end == nil, !slot.answer.isLate(fact.moment),
        slot.answer.due.day <= to.day
      else { continue }
      move(&slot, to: to, by: "postponement \(fact.id)")
      ahead[index].slot = slot
    }
  }

  /// "Cadence slots in (c, P] are held", and those that 改期 asks to wait.
  mutating func waitAhead(_ fact: Fact) {
    for index in ahead.indices {
      guard var slot = ahead[index].slot, slot.answer.end == nil, !slot.answer.isLate(fact.moment)
      else { continue }
      var until: Moment?
      if let wish = oracle.wish(fact, slot.answer) {
        guard slot.answer.due.day < wish.release else { continue }
        until = wish.release <= wish.to.day ? Moment(wish.release) : wish.to
      } else if slot.answer.waits, let promise = oracle.promise(of: fact),
        fact.day < slot.answer.due.day, slot.answer.due.day < promise.release
      {
        until = promise.until
      }
      guard let until else { continue }
      if slot.isFleeting {
        ahead[index].slot = nil
        continue
      }
      (slot.answer.opens, slot.answer.due, slot.answer.wait) = (slot.own.opens, slot.own.due, nil)
      slot.answer.end = .held("promise \(fact.id)", until: until)
      ahead[index].slot = slot
      ahead[index].isHeld = true
    }
  }

  /// What is open when the rule ends or the audience is left is void, unless it was overdue.
  mutating func stopAhead(_ day: Day, _ bar: Bar) {
    for index in ahead.indices {
      guard var slot = ahead[index].slot else { continue }
      if slot.isFleeting {
        ahead[index].slot = nil
        continue
      }
      switch slot.answer.end {
      case nil:
        slot.answer.isTried(until: day)
        slot.answer.end = slot.answer.due.day < day ? .missed : .void(bar, day)
      case .held(_, let until) where day <= until.day: slot.answer.end = .void(bar, day)
      default: break
      }
      ahead[index].slot = slot
    }
  }

  /// A new run has its own slots before the holidays to come, but for those that were settled.
  mutating func giveOver(on day: Day) {
    // What stood beside the newest one goes with it.
    older += companions(before: day)
    ahead.removeAll { $0.eve < day || !$0.isSettled }
  }
}
