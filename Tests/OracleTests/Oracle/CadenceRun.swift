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
  var since: Day?
  var ended: [Answer] = []
  /// The newest slot while it is undone; it ends when the next one comes.
  var newest: Slot?
  /// Undone slots before it: on the list until a contact, then missed.
  var older: [Slot] = []
  /// Slots before a holiday.
  var ahead: [Ahead] = []
  lazy var holidays = oracle.holidays(beginning: oracle.first - 400...oracle.last + 90)
  /// Slots that wait for the newest, which was moved to their day or beyond.
  var followers: [Slot] = []
  /// Slots that are held, until those days.
  var held: [(slot: Slot, until: Moment)] = []
  /// Undone slots of the grid before a restart.
  var replaced: [Slot] = []
  /// A moved slot that ended without a contact still holds slots up to its day.
  var cover: (by: String, until: Moment)?
  var grid: (base: Day, days: [(own: Day, slot: Day)])?
  var postponements: [(fact: Fact, to: Moment)] = []
  /// The day on which a slot came that the edits of that day closed.
  var closedSlot: Day?

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
  mutating func replace(on day: Day) {
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
  mutating func begin(_ day: Day, chained: Bool) {
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
  mutating func end(waitingOn day: Day, _ bar: Bar) {
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

  mutating func slot(_ day: Day) {
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
    if isBarred { closedSlot = day }
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
  mutating func release() {
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
}
