import Core

/// One cadence of one customer, walked day by day (rules 3, 8, 9 and 12).
struct CadenceRun {
  let oracle: Oracle
  let rule: Rule
  let policy: Policy
  let cadence: Cadence
  let mode: CadenceAnchor
  let starts: [Start]

  /// A slot that came, with the day of the grid it stands for.
  private struct Slot {
    var day: Day
    var answer: Answer
  }

  private var start: Start?
  /// What the grid counts from.
  private var base: Day?
  private var ended: [Answer] = []
  private var open: [Slot] = []
  /// Postponements: slots due after the first day and up to the moment's day are moved there.
  private var postponements: [(fact: Fact, to: Moment)] = []

  init(
    oracle: Oracle, rule: Rule, policy: Policy, cadence: Cadence, mode: CadenceAnchor,
    starts: [Start]
  ) {
    self.oracle = oracle
    self.rule = rule
    self.policy = policy
    self.cadence = cadence
    self.mode = mode
    self.starts = starts
  }

  mutating func answers() -> [Answer] {
    var day = oracle.first
    while day <= oracle.last {
      begin(day)
      slot(day)
      for fact in oracle.facts(on: day) { take(fact) }
      stop(day)
      day = day + 1
    }
    return ended + open.map(\.answer)
  }

  // MARK: The steps of a day

  /// A new trigger restarts the one cadence.
  private mutating func begin(_ day: Day) {
    guard let new = starts.last(where: { $0.day == day }) else { return }
    start = new
    base = day
  }

  private func bar(_ day: Day) -> Bar? {
    guard let start else { return .audience }
    if let closing = oracle.closing(start), closing <= day { return .lost }
    if let ending = oracle.ending(rule, start), ending <= day { return .until }
    return oracle.bar(rule, policy, day)
  }

  private mutating func slot(_ day: Day) {
    guard let base, day > base, falls(day, after: base) else { return }
    let answer = Answer(
      rule: rule.id, isCadence: true, key: "slot \(day)", opens: Moment(day, rule.hours?.from),
      due: Moment(day, rule.lastHour), openingDay: day)
    if bar(day) != nil {
      openForContact(Slot(day: day, answer: answer))
      return
    }
    var slot = Slot(day: day, answer: answer)
    if let promise = oracle.promise(holding: day) {
      slot.answer.end = .held("promise \(promise.id)", until: promise.to)
      ended.append(slot.answer)
      return
    }
    if let (fact, to) = postponements.last(where: { $0.fact.day < day && day <= $0.to.day }) {
      move(&slot, to: to, by: "postponement \(fact.id)")
    } else if isOverCap(day) {
      move(&slot, to: Moment(nextMonday(day)), by: "cap")
    }
    endWaiting()
    open.append(slot)
  }

  /// Open before the day's edits: it counts if a contact of that day settles it.
  private mutating func openForContact(_ slot: Slot) {
    guard slot.day > oracle.first, bar(slot.day - 1) == nil else { return }
    for fact in oracle.facts(on: slot.day) {
      guard let contact = settling(fact) else { continue }
      _ = contact
      var done = slot.answer
      done.end = .done(fact.id, slot.day, onTime: true)
      ended.append(done)
      return
    }
  }

  private func move(_ slot: inout Slot, to: Moment, by: String) {
    slot.answer.due = to
    slot.answer.opens = to
    slot.answer.wait = (by, to)
  }

  /// A slot ends when the next one comes: one that still waited was held, not missed.
  private mutating func endWaiting() {
    for index in open.indices.reversed() {
      guard let wait = open[index].answer.wait else { continue }
      _ = wait
    }
  }

  private mutating func take(_ fact: Fact) {
    switch fact.body {
    case .contact(let contact):
      if let next = contact.next {
        for index in open.indices {
          open[index].answer.hidden = contact.outcome == .rescheduled ? next : nil
        }
      }
      guard settling(fact) != nil else { return }
      settleNewest { $0.end = .done(fact.id, fact.day, onTime: !$0.due.isSurelyBefore(fact.moment)) }
      if mode == .lastDone { base = fact.day }
    case .skip(rule.id) where !rule.mandatory:
      guard let newest = open.last else { return }
      settleNewest { $0.end = .skipped(fact.id) }
      if mode == .lastDone { base = newest.day }
    case .postponement(let to):
      postponements.append((fact, to))
      for index in open.indices
      where !open[index].answer.due.isSurelyBefore(fact.moment)
        && oracle.isLater(to, open[index].answer.due)
      {
        move(&open[index], to: to, by: "postponement \(fact.id)")
      }
    default: break
    }
  }

  /// A contact settles the newest slot only; older ones stay missed.
  private mutating func settleNewest(_ end: (inout Answer) -> Void) {
    guard var newest = open.popLast() else { return }
    end(&newest.answer)
    for slot in open {
      var older = slot.answer
      older.end = .missed
      ended.append(older)
    }
    ended.append(newest.answer)
    open = []
  }

  /// The contact, if it counts for this cadence after its start.
  private func settling(_ fact: Fact) -> Contact? {
    guard case .contact(let contact) = fact.body, oracle.counts(contact.outcome), let start
    else { return nil }
    if let moment = start.moment, fact.moment.isSurelyBefore(moment) { return nil }
    let covered = oracle.covered(rule, by: contact, on: fact.day)
    let enough =
      rule.channels.allOf
      ? covered.isSuperset(of: oracle.needed(rule, on: fact.day)) : !covered.isEmpty
    return enough ? contact : nil
  }

  private mutating func stop(_ day: Day) {
    guard let bar = bar(day) else { return }
    for slot in open {
      var answer = slot.answer
      answer.end = answer.due.day < day ? .missed : .void(bar, day)
      ended.append(answer)
    }
    open = []
  }

  // MARK: The grid

  /// Whether a slot of the interval in force on that day falls on it.
  private func falls(_ day: Day, after base: Day) -> Bool {
    let averse = oracle.standing(day)?.averse ?? false
    let factor = averse ? policy.aversionFactor.value : 1
    switch cadence {
    case .days(let n): return (day - base) % (n * factor) == 0
    case .months(let n):
      let (a, b) = (base.civil, day.civil)
      let months = (b.year - a.year) * 12 + b.month - a.month
      return months > 0 && months % (n * factor) == 0
        && b.day == min(a.day, Day.days(in: b.month, of: b.year))
    default: return false
    }
  }

  private func isOverCap(_ day: Day) -> Bool {
    guard let cap = policy.weeklyCap, !rule.mandatory else { return false }
    var count = 0
    for fact in oracle.facts where fact.day < day && monday(fact.day) == monday(day) {
      if case .contact(let contact) = fact.body,
        contact.outcome == .reached || contact.outcome == .sent
      {
        count += 1
      }
    }
    return count >= cap.value
  }

  private func monday(_ day: Day) -> Day {
    var monday = day
    while monday.weekday != .monday { monday = monday - 1 }
    return monday
  }

  private func nextMonday(_ day: Day) -> Day { monday(day) + 7 }
}
