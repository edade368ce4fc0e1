/// What of a customer's obligations is asked for.
struct Bounds {
  /// What was due before that day is left out once it has ended, or waited for a day before it.
  let since: Day
  /// What opened before that day cannot be due on or after `since`, whatever put it off.
  let reach: Day
  /// What opens after that day is left out.
  let horizon: Day

  /// A run of a cadence with its last slot before that day has nothing that is asked for, once it
  /// has ended: the weekly cap moves a slot by a week at most, to behind a holiday where it comes to one.
  let earliestEnd: Day

  init(since: Day, reach: Day, horizon: Day, _ closures: Closures) {
    self.since = since
    self.reach = reach
    self.horizon = horizon
    earliestEnd = closures.first(opening: reach) - 7
  }

  func isTooFar(_ obligation: Obligation) -> Bool {
    obligation.status.isUpcoming && obligation.opens.day > horizon
  }

  func isPast(_ obligation: Obligation) -> Bool {
    if case .held(_, let until) = obligation.status, until.day < since { return true }
    return obligation.due.day < since && obligation.status.isEnded
  }
}

/// The first days behind those that a pass asks about on which something of a customer's own opens.
struct Coming: Sendable {
  /// What is the consultant's; nil: nothing.
  private(set) var own: Day?
  /// What a role does; nil: nothing.
  private(set) var ofRoles: Day?

  mutating func add(_ day: Day, doer: Role?) {
    if doer == nil {
      own = min(own ?? day, day)
    } else {
      ofRoles = min(ofRoles ?? day, day)
    }
  }
}

/// What the rules gave for one customer: the obligations that are asked for, and, of the policy at
/// hand, what rules need to know of those before them.
struct Outcomes {
  let bounds: Bounds
  private(set) var obligations: [Obligation] = []
  /// What opens after the days that are asked about.
  private(set) var coming = Coming()
  /// The days on which the policy at hand reigns.
  private(set) var reign = Day.first...Day.last
  private var chain: [Link] = []
  private var misses: [Miss] = []
  private var settlements: [(rule: Int, day: Day)] = []
  /// The keys given so far, where several policies reigned one after another.
  private var known: Set<OwedKey>?
  /// What one rule after another has its anchors in.
  private var room: [Anchor] = []

  /// Where chained rules count from; nothing follows what was void before it was overdue.
  private struct Link {
    let rule: Int
    let origin: Day
    let next: Anchor
    let isVoid: Bool
  }

  init(_ bounds: Bounds, hasSeveralReigns: Bool) {
    self.bounds = bounds
    known = hasSeveralReigns ? [] : nil
  }

  /// Goes on with the next policy.
  mutating func begin(_ reign: ClosedRange<Day>) {
    self.reign = reign
    chain.removeAll(keepingCapacity: true)
    misses.removeAll(keepingCapacity: true)
    settlements.removeAll(keepingCapacity: true)
  }
}

// MARK: - Obligations

extension Outcomes {
  /// Takes in what came of a window.
  mutating func add(
    _ window: Window, _ ready: ReadyRule, _ verdict: Verdict, _ dossier: Dossier
  ) {
    if ready.isDistinguished, case .done(let action, _) = verdict {
      settlements.append((ready.index, action.day))
    }
    // Most of a long history is such; only its key may matter.
    if known == nil, verdict.isSettled, window.due.day < bounds.since { return }
    add(window.obligation(ready, verdict, dossier), ready)
  }

  /// Takes in an obligation that falls under the reign.
  mutating func add(_ obligation: Obligation, _ ready: ReadyRule) {
    guard reign.contains(obligation.openingDay) else { return }
    if bounds.isTooFar(obligation) { return foretell(obligation.opens.day, ready) }
    // Where two reigns give the same key, the earlier wins.
    guard known?.insert(OwedKey(obligation, ready)).inserted ?? true else { return }
    if bounds.isPast(obligation) { return }
    if obligations.isEmpty { obligations.reserveCapacity(8) }
    obligations.append(obligation)
  }

  /// Whether nothing of what opens within that span can be asked for: it opens under another reign or
  /// too late, or it expired.
  func lacks(_ span: Span, _ rule: Rule, _ now: Moment) -> Bool {
    span.due < reign.lowerBound || min(reign.upperBound, max(bounds.horizon, now.day)) < span.opens
      || rule.expires && span.due < bounds.earliestEnd
  }

  /// Whether any slot of a run of a cadence between those days can fall under the reign and be asked
  /// for.
  func mayHold(slotsAfter first: Day, to last: Day) -> Bool {
    max(bounds.earliestEnd, reign.lowerBound) <= last && first < reign.upperBound
  }

  /// Takes in promises: they stand under no policy.
  mutating func add(promises: [Obligation]) {
    obligations += promises.filter { !bounds.isTooFar($0) && !bounds.isPast($0) }
    for promise in promises where bounds.isTooFar(promise) {
      coming.add(promise.opens.day, doer: promise.doer)
    }
  }

  /// The rule asks for something from that day on, behind those that are asked about.
  mutating func foretell(_ day: Day, _ ready: ReadyRule) {
    if ready.isPersonal, reign.contains(day) { coming.add(day, doer: ready.doer) }
  }

  /// The undone slot of that key, from that place on, is excused: what was overdue when it was
  /// skipped, whatever took it off the list since.
  mutating func skip(_ key: AnchorKey, from place: Int, by action: Action) {
    for index in place..<obligations.count
    where obligations[index].key == key && obligations[index].status.isFailure {
      obligations[index].status = .skipped(by: action.fact)
      obligations[index].isExcused = false
    }
  }

  /// What is overdue from that place on stays a miss.
  mutating func giveUp(from place: Int) {
    for index in place..<obligations.count where obligations[index].status.isOverdue {
      obligations[index].status = .missed
      obligations[index].followers = 0
    }
  }
}

// MARK: - What rules know of those before them

extension Outcomes {
  /// The occurrence of `anchor` gives rules that follow `ready` the anchor `next`.
  mutating func link(_ ready: ReadyRule, _ anchor: Anchor, to next: Anchor, isVoid: Bool = false) {
    guard ready.isFollowed else { return }
    chain.append(Link(rule: ready.index, origin: anchor.day, next: next, isVoid: isVoid))
  }

  var hasNoChain: Bool { chain.isEmpty }
  var hasNoMiss: Bool { misses.isEmpty }

  /// What became of an occurrence gives rules that wait for a miss of it their anchor.
  mutating func note(
    _ ready: ReadyRule, _ window: Window, _ verdict: Verdict, _ dossier: Dossier
  ) {
    guard ready.isWatched, let miss = dossier.missed(ready, window, verdict) else { return }
    misses.append(miss)
  }

  /// Adds the day after each miss of that rule.
  func collect(missed rule: Int, into anchors: inout [Anchor]) {
    anchors += misses.filter { $0.rule == rule }.anchors
  }

  /// Adds what counts from that rule, by day; where one contact settled several of it, they are one, that of
  /// the newest event.
  func collect(after rule: Int, into anchors: inout [Anchor]) {
    for link in chain where link.rule == rule && !link.isVoid { anchors.append(link.next) }
    guard anchors.count > 1 else { return }
    anchors.sort { ($0.day, $0.origin.day) < ($1.day, $1.origin.day) }
    var kept: [Anchor] = []
    for anchor in anchors {
      let same = kept.lastIndex {
        $0.day == anchor.day && $0.caseNumber == anchor.caseNumber
      }
      if let same { kept[same] = anchor } else { kept.append(anchor) }
    }
    anchors = kept
  }

  /// An empty list that has its memory already.
  mutating func takeRoom() -> [Anchor] {
    var taken: [Anchor] = []
    swap(&taken, &room)
    return taken
  }

  mutating func giveBack(_ anchors: inout [Anchor]) {
    anchors.removeAll(keepingCapacity: true)
    swap(&anchors, &room)
  }

  /// When that rule's occurrence of `anchor` was resolved; nil if it was void before it was overdue.
  func resolution(of anchor: Anchor, by rule: Int) -> Day? {
    chain.first { $0.rule == rule && $0.origin == anchor.day && !$0.isVoid }?.next.day
  }

  /// Days on which a contact settled that rule. A second contact on such a day is recorded, and
  /// settles nothing that must be distinct from it.
  func settlements(of rule: Int) -> [Day] {
    settlements.isEmpty ? [] : settlements.filter { $0.rule == rule }.map(\.day)
  }
}
