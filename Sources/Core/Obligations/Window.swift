/// The stretch within which one occurrence of a rule can be settled.
struct Window {
  let key: AnchorKey
  let anchor: Anchor
  let opens: Moment
  var due: Moment
  /// Actions before that place among the actions came before it began.
  var first = 0
  /// Actions from that day on belong to the next occurrence.
  var end: Day?
  /// From when it is void, or, once overdue, no longer on the list.
  var leaves: Ending?
  var delay: Delay?
  /// Whose it is, where what it counts from says so; nil: as the rule says.
  var doer: Doer?

  /// Whether the edits of its opening day ended it: of what that day holds, only a contact counts.
  var isForContactOnly: Bool { leaves?.day == opens.day }
}

/// What its due moment waits for.
enum Delay {
  case promise(FactID)
  case postponement(FactID)
  /// The weekly cap.
  case cap

  func hold(_ ready: ReadyRule) -> Hold {
    switch self {
    case .promise(let fact): .promise(fact)
    case .postponement(let fact): .postponement(fact)
    case .cap: .cap(clause: ready.capClause)
    }
  }
}

/// What became of an occurrence by the actions that followed it.
enum Verdict {
  case open
  case done(Action, onTime: Bool)
  case skipped(Action)
  /// A newer promise took the place of this one.
  case superseded(Action)

  var isDone: Bool {
    if case .done = self { true } else { false }
  }

  /// Whether no day to come changes it.
  var isSettled: Bool {
    if case .open = self { false } else { true }
  }
}

extension Dossier {
  /// Goes through the actions from the window's opening on, in order: what moves the due moment, and
  /// what settles it. `excluded` are days on which a rule was settled that this one must differ
  /// from.
  ///
  /// | action | effect |
  /// |---|---|
  /// | conversation that counts, by whoever does it, by a channel that serves | done; on time up to the due moment |
  /// | text from the outbox that is about it, likewise | the same |
  /// | postponement, or 改期 with another day, before it is overdue | due then, if later; never what expires |
  /// | skip of this rule | skipped |
  /// | contact with a newer `--next`, before it is overdue | supersedes a promise |
  func settle(
    _ ready: ReadyRule, _ window: inout Window, excluded: [Day] = []
  ) -> Verdict {
    if ready.rule.settledBy != .contact { return settleOtherwise(ready, &window) }
    var missing: TermSet<Channel> = []
    if ready.rule.channels.allOf {
      missing = ready.rule.channels.wanted(averse: isAverse(on: window.opens.day))
    }
    for action in actions[window.first...] where action.day >= window.opens.day {
      if let end = window.end, action.day >= end { break }
      // On the day it leaves, a contact still settles what was open before the day's edits.
      if let leaves = window.leaves, action.day > leaves.day { break }
      let isLate = window.due.hasPassed(at: action.moment)
      if ready.rule.expires && isLate { break }
      // An announcement's anchor lies ahead; a contact is too early only on the anchor's own day.
      if action.day == window.anchor.day, action.moment.isSurelyBefore(window.anchor.moment) {
        continue
      }
      if settles(action, ready, window.key, since: window.anchor, by: window.doer),
        !excluded.contains(action.day),
        completes(action, ready, &missing)
      {
        return .done(action, onTime: !isLate)
      }
      if !window.isForContactOnly, action.skips(ready) { return .skipped(action) }
      if ready.ref == .next, !isLate, action.contact?.next != nil { return .superseded(action) }
      if let later = action.postponesTo, !ready.rule.expires, !isLate, window.due.isBefore(later) {
        window.due = later
        window.delay = action.contact == nil ? .postponement(action.fact) : .promise(action.fact)
      }
    }
    return .open
  }

  /// Ticks off the channels that `action` serves; whether none is missing any more.
  private func completes(
    _ action: Action, _ ready: ReadyRule, _ missing: inout TermSet<Channel>
  ) -> Bool {
    if missing.isEmpty { return true }
    guard let channel = action.contact?.channel else { return false }
    for wanted in missing.elements where channel.serves(as: wanted) { missing.remove(wanted) }
    return missing.isEmpty
  }
}

extension Moment {
  /// As deadlines: a day alone ends at its 24:00.
  package func isBefore(_ other: Moment) -> Bool {
    (day, time ?? .endOfDay) < (other.day, other.time ?? .endOfDay)
  }
}

extension Window {
  /// The obligation that the verdict makes of it at `dossier.now`.
  func obligation(_ ready: ReadyRule, _ verdict: Verdict, _ dossier: Dossier) -> Obligation {
    let status = status(ready, verdict, dossier)
    var obligation = Obligation(
      rule: ready.ref, doer: doer?.role ?? ready.doer, member: doer?.member, key: key,
      anchor: anchor.day, anchorFact: anchor.fact,
      // A slot opens on its due day, moved or not.
      opens: ready.isCadence && opens.day < due.day ? due : opens,
      due: due, status: status,
      attempts: dossier.attempts(since: attemptsSince, until: settledOn(verdict)).times,
      hiddenUntil: ready.rule.expires
        ? nil : dossier.hiding(opens: opens.day, anchor: anchor.moment))
    obligation.isExcused = status.isFailure && isExcused(ready, verdict, dossier)
    return obligation
  }

  /// Whether the customer was tried often enough while it could be done: until it was, until the next
  /// slot of a series came, until it was void; what expires until its due day.
  private func isExcused(_ ready: ReadyRule, _ verdict: Verdict, _ dossier: Dossier) -> Bool {
    guard let limit = dossier.engine.attemptLimit(of: ready, on: opens.day) else { return false }
    let last = [
      settledOn(verdict), end.map { $0 - 1 }, leaves?.day, ready.rule.expires ? due.day : nil,
    ].compactMap { $0 }.min()
    return dossier.attempts(since: attemptsSince, until: last).suffice(for: limit)
  }

  /// What waits for another day, and is neither due nor missed on its own. Who left before that
  /// day has nothing to wait for.
  func held(_ ready: ReadyRule, until moment: Moment, _ dossier: Dossier) -> Obligation {
    var status = delay.map { Status.held($0.hold(ready), until: moment) } ?? .upcoming
    if let leaves, leaves.day <= dossier.now.day, leaves.day <= moment.day {
      status = .void(ready.reason(of: leaves, dossier), on: leaves.day)
    }
    return Obligation(
      rule: ready.ref, doer: ready.doer, key: key, anchor: anchor.day, anchorFact: anchor.fact,
      opens: opens, due: due, status: status, attempts: 0, hiddenUntil: nil)
  }

  private var attemptsSince: Moment {
    opens.day == anchor.day ? anchor.moment : Moment(opens.day)
  }

  private func settledOn(_ verdict: Verdict) -> Day? {
    switch verdict {
    case .open: nil
    case .done(let action, _), .skipped(let action), .superseded(let action): action.day
    }
  }

  private func status(_ ready: ReadyRule, _ verdict: Verdict, _ dossier: Dossier) -> Status {
    let now = dossier.now
    switch verdict {
    case .done(let action, let onTime):
      return .done(by: action.fact, on: action.day, onTime: onTime)
    case .skipped(let action): return .skipped(by: action.fact)
    case .superseded(let action): return .void(.superseded(by: action.fact), on: action.day)
    case .open: break
    }
    if let leaves, leaves.day <= now.day {
      if due.day < leaves.day { return .missed }
      return .void(ready.reason(of: leaves, dossier), on: leaves.day)
    }
    let status = ready.status(opens: opens, due: due, at: now)
    if status.isDue, let delay, now.day < due.day, dossier.isInForce(delay) {
      return .held(delay.hold(ready), until: due)
    }
    return status
  }
}

extension ReadyRule {
  /// How it stands where nothing was done and nobody has left.
  func status(opens: Moment, due: Moment, at now: Moment) -> Status {
    if opens.day > now.day { return .upcoming }
    if due.hasPassed(at: now) { return rule.expires ? .missed : .overdue }
    return .due
  }
}

extension Dossier {
  /// A newer `--next` ends the hold of an older one at once.
  func isInForce(_ delay: Delay) -> Bool {
    guard case .promise(let fact) = delay else { return true }
    return promises.contains { $0.fact == fact && now.day < $0.endsHold }
  }

  /// Until when the list waits because the customer asked for another day: for what was open or
  /// overdue then, and for what opens until that day, unless something newer than the call started
  /// it.
  func hiding(opens: Day, anchor: Moment) -> Moment? {
    guard
      let promise = promises.last(where: { $0.hidesList && $0.covers(opens: opens, anchor: anchor) }
      ),
      now.day < promise.endsHold, now.day < promise.to.day
    else { return nil }
    return promise.to
  }
}

extension Promise {
  /// Whether it was made of what opened by then or had started by then. An announcement's anchor
  /// lies ahead; only on the anchor's own day may the call have come before it.
  fileprivate func covers(opens: Day, anchor: Moment) -> Bool {
    if made.day == anchor.day, made.isSurelyBefore(anchor) { return false }
    return made.day >= opens || made.day >= anchor.day
  }
}
