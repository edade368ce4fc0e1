/// The stretch within which one occurrence of a rule can be settled.
struct Window {
  let key: AnchorKey
  let anchor: Anchor
  let opens: Moment
  /// Where it is an hour agreed on, the hour orders the day and does not judge it.
  var due: Moment
  /// The day of it before a holiday of the company moved it; nil where none did.
  var planned: Day?
  /// Whether it is done before a holiday of the company in which it would be due.
  var isAhead = false
  /// Whether `due` was agreed on or put off to, and not given by the rule.
  var isAgreed = false
  /// The customer's wish that it waits for.
  var wish: Promise?
  /// Actions before that place among the actions came before it began.
  var first = 0
  /// Actions from that day on belong to the next occurrence.
  var end: Day?
  /// From when it is void, or, once overdue, no longer on the list.
  var leaves: Ending?
  var delay: Delay?
  /// The one who does it, where what it counts from says so; nil: as the rule says.
  var doer: Doer?

  /// Puts it off, unless it is due later anyway.
  mutating func postpone(to later: Moment, by fact: FactID) {
    guard due.day <= later.day else { return }
    due = later
    isAgreed = true
    delay = .postponement(fact)
  }

  /// Takes the day that it waits for as its own, once what became of it is known by `day`.
  mutating func settleWish(asOf day: Day) {
    guard let wish else { return }
    let moved = wish.moves(due, asOf: day)
    guard moved != due else { return }
    due = moved
    isAgreed = true
    delay = .promise(wish.fact)
  }

  /// Whether the edits of its opening day ended it: of what that day holds, only a contact counts.
  var isForContactOnly: Bool { leaves?.day == opens.day }

  /// Whether it was off the list before the day of that action.
  func hasLeft(by action: Action) -> Bool { leaves.map { $0.day < action.day } ?? false }
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
  /// A slot that the customer's wish made wait for the agreed call.
  case held(Promise)

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
  /// | visit, on the day of an agreement | done, likewise |
  /// | postponement, before it is overdue | due then, if later; never what expires |
  /// | 改期 before it is overdue | a slot is held, all else due on the day named, if later |
  /// | skip of this rule | skipped |
  /// | event or step that settles it too (`Rule.orBy`) | done, likewise, even before it opens |
  /// | contact with a newer `--next`, before it is overdue | supersedes a promise |
  func settle(
    _ ready: ReadyRule, _ window: inout Window, excluded: [Day] = []
  ) -> Verdict {
    if ready.rule.settledBy != .contact { return settleOtherwise(ready, &window) }
    // A slot waits as its run decides, and a day agreed on is never another's to wait for.
    window.wish = ready.isCadence || ready.ref == .next ? nil : wish(before: window, ready)
    var missing: TermSet<Channel> = []
    if ready.rule.channels.allOf {
      missing = ready.rule.channels.wanted(averse: isAverse(on: window.opens.day))
    }
    let answer = answer(ready, window)
    for action in actions[window.first...] where action.day >= window.opens.day {
      if let answer, answer.comes(before: action) { break }
      if let end = window.end, action.day >= end { break }
      // On the day it leaves, a contact still settles what was open before the day's edits.
      if let leaves = window.leaves, action.day > leaves.day { break }
      let isLate = isLate(window, at: action.moment)
      if ready.rule.expires && isLate { break }
      if let wish = wish(action, ready, window), !isLate {
        if !ready.isCadence {
          window.wish = wish
        } else if window.due.day < wish.endsHold {
          return .held(wish)
        }
      }
      // An announcement's anchor lies ahead; a contact is too early only on the anchor's own day.
      if action.day == window.anchor.day, action.moment.isSurelyBefore(window.anchor.moment) {
        continue
      }
      if settles(action, ready, window.key, since: window.anchor, by: window.doer),
        !excluded.contains(action.day),
        completes(action, ready, &missing)
      {
        window.settleWish(asOf: action.day)
        return .done(action, onTime: !isLate)
      }
      // The customer came: the appointment of that day is kept.
      if ready.ref == .next, action.isVisit, action.day == window.due.day {
        return .done(action, onTime: !isLate)
      }
      if !window.isForContactOnly, action.skips(ready) {
        window.settleWish(asOf: action.day)
        return .skipped(action)
      }
      if ready.ref == .next, !isLate, action.contact?.agreed != nil { return .superseded(action) }
      if window.isAhead, !isLate, let promise = promise(of: action, over: window) {
        return .held(promise)
      }
      if case .postponement(let later) = action.body, !ready.rule.expires, !isLate {
        window.postpone(to: later, by: action.fact)
      }
    }
    // What was answered before it opened waited for nothing.
    if answer.map({ $0.day >= window.opens.day }) ?? true {
      window.settleWish(asOf: answer?.day ?? window.leaves?.day ?? .last)
    }
    return answer.map { .done($0, onTime: !isLate(window, at: $0.moment)) } ?? .open
  }

  /// Whether it was late by then, as far as was known on that day.
  func isLate(_ window: Window, at moment: Moment) -> Bool {
    let due = window.wish?.moves(window.due, asOf: moment.day) ?? window.due
    let isAgreed = window.isAgreed || due != window.due
    return (isAgreed ? engine.deadline(ofAgreed: due) : due).hasPassed(at: moment)
  }

  /// What the customer wished before the window opened, where it opens at all, and before the day named.
  private func wish(before window: Window, _ ready: ReadyRule) -> Promise? {
    let isVoidBefore = window.leaves.map { $0.day < window.opens.day } ?? false
    guard ready.waits, !isVoidBefore else { return nil }
    return promises.last { promise in
      promise.isWish && promise.holds(window.opens.day) && window.opens.day < promise.to.day
        && promise.concerns(window.anchor)
    }
  }

  /// The wish that the action uttered, where the window waits for it.
  private func wish(_ action: Action, _ ready: ReadyRule, _ window: Window) -> Promise? {
    guard ready.waits, action.contact?.outcome == .rescheduled else { return nil }
    return promises.first {
      $0.fact == action.fact && action.day < $0.endsHold && $0.concerns(window.anchor)
    }
  }

  /// A day agreed on by that action, while the slot before a holiday was open: it waits for it.
  private func promise(of action: Action, over window: Window) -> Promise? {
    promises.first { $0.fact == action.fact && $0.holds(window.due.day) }
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
      // What is put off opens on its new day too.
      opens: isPutOff(ready) ? due : opens, openingDay: openingDay, due: due, status: status,
      attempts: dossier.attempts(since: attemptsSince, until: settledOn(verdict)).times,
      hiddenUntil: ready.waits ? dossier.hiding(anchor) : nil, planned: planned)
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
      opens: opens, openingDay: openingDay, due: due, status: status, attempts: 0,
      hiddenUntil: nil, planned: planned)
  }

  private func isPutOff(_ ready: ReadyRule) -> Bool {
    isAgreed ? opens.day <= due.day : ready.isCadence && delay != nil && opens.day < due.day
  }

  /// When it opened, before any hold: that decides which policy it falls under.
  private var openingDay: Day {
    if case .slot(let day) = key, !isAhead { day } else { opens.day }
  }

  private var attemptsSince: Moment {
    opens.day == anchor.day ? anchor.moment : Moment(opens.day)
  }

  private func settledOn(_ verdict: Verdict) -> Day? {
    switch verdict {
    case .open, .held: nil
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
    case .open, .held: break
    }
    if let leaves, leaves.day <= now.day {
      if due.day < leaves.day { return .missed }
      return .void(ready.reason(of: leaves, dossier), on: leaves.day)
    }
    let status = ready.status(
      opens: opens, due: isAgreed ? dossier.engine.deadline(ofAgreed: due) : due, at: now)
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
