import Core

/// One cadence of one customer, walked day by day (rules 3, 8, 9 and 12).
struct CadenceRun {
  let oracle: Oracle
  let rule: Rule
  let policy: Policy
  let cadence: Cadence
  let mode: CadenceAnchor
  let stretch: Stretch
  let starts: [Start]
  /// Days of the trigger at the root of its chain: a new one ends the old run at 00:00 (rule 3).
  let roots: [Day]
  /// The payment settles it as a conversation does.
  var isPaid = false

  /// A slot that came, with the day of the grid it stands for.
  struct Slot {
    var day: Day
    /// What the grid of this slot counts from.
    var base: Day
    var answer: Answer
    /// Open before the day's edits and not after: gone unless a contact of the day settles it.
    var isFleeting = false
    /// When it opened and was due before anything moved it.
    let own: (opens: Moment, due: Moment)

    init(day: Day, base: Day, answer: Answer, isFleeting: Bool) {
      (self.day, self.base, self.answer, self.isFleeting) = (day, base, answer, isFleeting)
      own = (answer.opens, answer.due)
    }
  }

  var start: Start?
  /// What the grid counts from, and the contact that it does, if any.
  var base: Day?
  var reset: FactID?
  /// Contacts count from then on.
  private var since: Day?
  var ended: [Answer] = []
  /// The newest slot while it is undone; it ends when the next one comes.
  var newest: Slot?
  /// Undone slots before it: on the list until a contact, then missed.
  var older: [Slot] = []
  /// Slots before a holiday.
  var ahead: [Ahead] = []
  private(set) lazy var holidays = oracle.holidays(beginning: oracle.first - 400...oracle.last + 90)
  /// Slots that wait for the newest, which was moved to their day or beyond.
  private var followers: [Slot] = []
  /// Slots that are held, until those days.
  private var held: [(slot: Slot, until: Moment)] = []
  /// Undone slots of the grid before a restart.
  private var replaced: [Slot] = []
  /// A moved slot that ended without a contact still holds slots up to its day.
  private var cover: (by: String, until: Moment)?
  private var grid: (base: Day, days: [(own: Day, slot: Day)])?
  private(set) var postponements: [(fact: Fact, to: Moment)] = []

  init(
    oracle: Oracle, rule: Rule, policy: Policy, cadence: Cadence, mode: CadenceAnchor,
    stretch: Stretch, starts: [Start], roots: [Day]
  ) {
    self.oracle = oracle
    self.rule = rule
    self.policy = policy
    self.cadence = cadence
    self.mode = mode
    self.stretch = stretch
    // Reading: what would start after its root was taken over, or closed, starts nothing.
    self.starts = starts.filter { start in
      !roots.contains { start.origin.day < $0 && $0 <= start.day }
        && oracle.closing(start).map { start.day < $0 } ?? true
        && start.madeUp.map { start.day < $0 } ?? true
    }
    self.roots = roots
  }

  mutating func answers() -> [Answer] {
    var day = oracle.first
    while day <= oracle.last {
      // Reading: an event restarts the grid at 00:00; what counts from another rule leaves the
      // slot of its day as it is.
      replace(on: day)
      begin(day, chained: false)
      goOn(day)
      foresee(day)
      openAhead(day)
      slot(day)
      for fact in oracle.facts(on: day) { take(fact) }
      foresee(day)
      stop(day)
      begin(day, chained: true)
      day = day + 1
    }
    release()
    return ended
      + (replaced + older + [newest].compactMap { $0 } + held.map(\.slot) + openAhead)
      .map(\.answer)
  }

  // MARK: The steps of a day

  /// A new trigger: what is open, held or moved and not yet overdue is void; what is overdue stays a
  /// miss and leaves the list.
  private mutating func replace(on day: Day) {
    guard let start, start.origin.day < day, roots.contains(day) else { return }
    giveOver(on: day)
    release()
    end(waitingOn: day, .replaced)
    for slot in older + [newest].compactMap({ $0 }) {
      var answer = slot.answer
      // "Ends the old run at 00:00 of that day."
      answer.isTried(until: day - 1)
      answer.end = answer.due.day < day ? .missed : .void(.replaced, day)
      ended.append(answer)
    }
    for index in replaced.indices where replaced[index].answer.end == nil {
      replaced[index].answer.end = .missed
    }
    older = []
    newest = nil
    cover = nil
    base = nil
    self.start = nil
  }

  /// A new trigger restarts the one cadence; what is undone of the old one stays a miss.
  private mutating func begin(_ day: Day, chained: Bool) {
    guard let new = starts.last(where: { $0.day == day && ($0.moment == nil) == chained })
    else { return }
    let ending = start.flatMap { oracle.bar(rule, $0, day) }
    // A chain's anchor takes over on the day after.
    let takesOver = chained ? day + 1 : day
    giveOver(on: takesOver)
    start = new
    base = oracle.day(day, plus: stretch.starts)
    (since, reset) = (base, nil)
    release()
    for var slot in older + [newest].compactMap({ $0 }) {
      slot.answer.isReplaced = takesOver <= oracle.now.day
      slot.answer.isTried(until: takesOver - 1)
      replaced.append(slot)
    }
    older = []
    newest = nil
    cover = nil
    // Reading: what ended the old one on that day ended what waited of it, though a new one begins.
    if let ending { end(waitingOn: day, ending) }
  }

  /// What waits for that day or a later one has nothing to wait for any more.
  private mutating func end(waitingOn day: Day, _ bar: Bar) {
    for (slot, until) in held {
      var answer = slot.answer
      if day <= until.day { answer.end = .void(bar, day) }
      ended.append(answer)
    }
    held = []
    for index in replaced.indices where replaced[index].answer.due.day >= day {
      if replaced[index].answer.end == nil { replaced[index].answer.end = .void(bar, day) }
    }
  }

  func bar(_ day: Day) -> Bar? {
    guard let start else { return .audience }
    return oracle.bar(rule, start, day) ?? oracle.bar(rule, policy, day)
  }

  private mutating func slot(_ day: Day) {
    // "Those moved and one due there anyway are one."
    if arrives(day) { return }
    guard let base, let start, falls(day, after: base) else { return }
    let isBarred = bar(day) != nil
    if isBarred && (day == oracle.first || bar(day - 1) != nil) { return }
    var slot = Slot(
      day: day, base: base,
      answer: Answer(
        rule: rule.id, isCadence: true, key: "slot \(day)",
        opens: Moment(day, rule.firstHour), due: Moment(day, rule.lastHour), anchor: Moment(base),
        openingDay: day, start: miss(of: start, base)),
      isFleeting: isBarred)
    slot.answer.grace = oracle.grace
    slot.answer.waits = rule.settledBy == .contact && !rule.expires
    if start.caseNumber != nil { slot.answer.news = start.origin }
    // Reading: slots up to the day a slot was moved to wait for it: one call is owed, not several.
    if let last = newest, last.answer.wait != nil, day <= last.answer.due.day {
      if !isBarred { followers.append(slot) }
      return
    }
    if let cover, newest == nil, day <= cover.until.day {
      if !isBarred { hold(slot, cover.by, until: cover.until) }
      return
    }
    retire(by: day)
    if slot.answer.waits, let promise = oracle.promise(holding: day) {
      if !isBarred { hold(slot, "promise \(promise.id)", until: promise.until) }
      return
    }
    if rule.expires {
      newest = slot
      return
    }
    if slot.answer.waits,
      let (fact, to) = postponements.last(where: { fact, to in
        // Reading: what began after it was not put off by it.
        start.origin.day <= fact.day && fact.day < day && day <= to.day
      })
    {
      if !isBarred { hold(slot, "postponement \(fact.id)", until: to) }
      return
    }
    if isOverCap(day) { move(&slot, to: Moment(nextMonday(day)), by: "cap") }
    newest = slot
  }

  /// What a miss of its slot counts from; the kind of event only where no contact has come between.
  func miss(of start: Start, _ base: Day) -> Start {
    var origin = start
    if base != oracle.day(start.day, plus: stretch.starts) { origin.kind = nil }
    return origin
  }

  func move(_ slot: inout Slot, to: Moment, by: String) {
    (slot.answer.opens, slot.answer.due, slot.answer.wait) = (to, to, (by, to))
    slot.answer.isAgreed = by != "cap"
  }

  mutating func hold(_ slot: Slot, _ by: String, until: Moment) {
    var slot = slot
    slot.answer.end = .held(by, until: until)
    held.append((slot, until))
  }

  /// The slots that waited for the newest are held, by what it waited for in the end.
  private mutating func release() {
    if let last = newest, let wait = last.answer.wait {
      for slot in followers { hold(slot, wait.by, until: last.answer.due) }
    }
    followers = []
  }

  /// A slot ends when the next one comes; undone, it stays on the list.
  mutating func retire(by day: Day? = nil) {
    release()
    for var last in companions(before: day) + [newest].compactMap({ $0 }) {
      if let day { last.answer.isTried(until: day - 1) }
      older.append(last)
    }
    newest = nil
    cover = nil
  }

  private mutating func take(_ fact: Fact) {
    // What expired is missed, and a later contact does not make up for it.
    if rule.expires, newest?.answer.isLate(fact.moment) ?? false { retire() }
    switch fact.body {
    case .contact(let contact):
      if settles(fact, contact) {
        settleNewest {
          $0.end = .done(fact.id, fact.day, onTime: !$0.isLate(fact.moment))
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
      }
      if mode == .lastDone { base = fact.day }
    // "It settles the open occurrence that the list shows, held slots or not."
    case .skip(ClauseID(rule.id)) where newest == nil && !rule.expires && !older.isEmpty:
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
  private mutating func wait(_ slot: Slot, for wish: Wish) {
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
  private mutating func settleNewest(_ end: (inout Answer) -> Void) {
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
  private func settles(_ fact: Fact, _ contact: Contact) -> Bool {
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

  private func isSettled(by kind: EventKind, _ fact: Fact) -> Bool {
    guard let base, fact.day >= base else { return false }
    if isPaid { return kind == .fullPayment }
    if case .event(let kinds) = rule.settledBy { return kinds.contains(kind) }
    return false
  }

  private mutating func stop(_ day: Day) {
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

  // MARK: The grid

  /// Whether a slot of the interval in force on that day falls on it.
  private mutating func falls(_ day: Day, after base: Day) -> Bool {
    planned(after: base).contains { own, slot in slot == day && !isPastStretch(own) }
  }

  private func isPastStretch(_ day: Day) -> Bool {
    guard let ends = stretch.ends, let start else { return false }
    return day > oracle.day(start.day, plus: ends)
  }

  /// The days of the grid, each with where it stands: "cadence slots move to the first open day after it";
  /// where what falls into a holiday is done before it, none stands in it.
  private mutating func planned(after base: Day) -> [(own: Day, slot: Day)] {
    if let grid, grid.base == base { return grid.days }
    let days = Grid(cadence, base: base, last: oracle.last + 60).days
    let planned = days.enumerated().compactMap { index, day -> (own: Day, slot: Day)? in
      let own = oracle.workday(day, rule.dayOff)
      let isLeft = !rule.expires && oracle.isClosed(own) && terms.beforeHoliday
      let slot = rule.expires || isLeft ? own : oracle.opening(own)
      let averse = oracle.standing(slot)?.averse ?? false
      let isOut = slot <= base || averse && (index + 1) % terms.factor != 0
      return isOut ? nil : (own, isLeft ? .first : slot)
    }
    grid = (base, planned)
    return planned
  }

  /// The first day of the grid after `base` that falls into that holiday.
  mutating func falling(into holiday: ClosedRange<Day>, after base: Day) -> Day? {
    planned(after: base).first { holiday.contains($0.own) && !isPastStretch($0.own) }?.own
  }

  /// Those of the part of the policy that the rule came with.
  var terms: (factor: Int, cap: Limit?, beforeHoliday: Bool) {
    guard let index = rule.addOn else {
      // Reading: it is said of the policy's own rules.
      let isOfPolicy = policy.rules.contains { $0.id == rule.id }
      return (
        policy.aversionFactor.value, policy.weeklyCap, policy.beforeHoliday && isOfPolicy
      )
    }
    let part = policy.addOns[index]
    return (part.aversionFactor.value, part.weeklyCap, part.beforeHoliday)
  }

  func isOverCap(_ day: Day) -> Bool {
    guard let cap = terms.cap, !rule.mandatory else { return false }
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

  /// "A closed office owes nothing that day."
  func nextMonday(_ day: Day) -> Day { oracle.opening(monday(day) + 7) }
}
