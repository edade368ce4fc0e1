/// The stretch within which one occurrence of a rule can be settled.
struct Window {
  let key: AnchorKey
  let anchor: Anchor
  let opens: Moment
  var due: Moment
  /// Acts before that place among the acts came before it began.
  var first = 0
  /// Acts from that day on belong to the next occurrence.
  var end: Day?
  /// The day from which it is void, or, once overdue, no longer on the list.
  var leaves: (day: Day, why: VoidReason)?
  var hold: Hold?

  /// Whether the edits of its opening day ended it: of what that day holds, only a contact counts.
  var isForContactOnly: Bool { leaves?.day == opens.day }
}

/// What became of an occurrence by the acts that followed it.
enum Verdict {
  case open
  case done(Act, onTime: Bool)
  case skipped(Act)
  /// A newer promise took the place of this one.
  case superseded(Act)

  var isDone: Bool {
    if case .done = self { true } else { false }
  }
}

extension Course {
  /// Goes through the acts from the window's opening on, in order: what moves the due moment, and
  /// what settles it. `excluded` are days on which a rule was settled that this one must differ
  /// from.
  ///
  /// | act | effect |
  /// |---|---|
  /// | contact that counts, by a channel that serves | done; on time up to the due moment |
  /// | postponement, or 改期 with another day, before it is overdue | due then, if later |
  /// | skip of this rule | skipped |
  /// | contact with a newer `--next`, before it is overdue | supersedes a promise |
  func settle(
    _ ready: ReadyRule, _ window: inout Window, excluded: Set<Day> = []
  ) -> Verdict {
    let wanted = ready.rule.channels.wanted(averse: isAverse(on: window.opens.day))
    var missing = ready.rule.channels.allOf ? wanted : []
    for act in acts.dropFirst(window.first) where act.day >= window.opens.day {
      if let end = window.end, act.day >= end { break }
      // On the day it leaves, a contact still settles what was open before the day's edits.
      if let leaves = window.leaves, act.day > leaves.day { break }
      let isLate = window.due.hasPassed(at: act.moment)
      if ready.rule.expires && isLate { break }
      // An announcement's anchor lies ahead; a contact is too early only on the anchor's own day.
      if act.day == window.anchor.day, act.moment.isSurelyBefore(window.anchor.moment) { continue }
      if ready.accepts(act, self), !excluded.contains(act.day),
        completes(act, ready, &missing)
      {
        return .done(act, onTime: !isLate)
      }
      if case .skip(ready.rule.id) = act.body, !window.isForContactOnly { return .skipped(act) }
      if ready.ref == .next, !isLate, act.contact?.next != nil { return .superseded(act) }
      if let later = act.postponesTo, !isLate, window.due.isBefore(later) {
        window.due = later
        window.hold = act.contact == nil ? .postponement(act.fact) : .promise(act.fact)
      }
    }
    return .open
  }

  /// Ticks off the channels that `act` serves; whether none is missing any more.
  private func completes(
    _ act: Act, _ ready: ReadyRule, _ missing: inout TermSet<Channel>
  ) -> Bool {
    guard let channel = act.contact?.channel else { return false }
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
  /// The obligation that the verdict makes of it at `course.now`.
  func obligation(_ ready: ReadyRule, _ verdict: Verdict, _ course: Course) -> Obligation {
    let status = status(ready.rule, verdict, course)
    return Obligation(
      rule: ready.ref, key: key, anchor: anchor.day, anchorFact: anchor.fact,
      // A slot opens on its due day, moved or not.
      opens: ready.rule.schedule.isCadence && opens.day < due.day ? due : opens,
      due: due, status: status,
      attempts: course.attempts(since: attemptsSince, until: settledOn(verdict)),
      hiddenUntil: course.hiding(opens: opens.day, anchor: anchor.moment))
  }

  /// What waits for another day, and is neither due nor missed on its own. Who left before that
  /// day has nothing to wait for.
  func held(_ ready: ReadyRule, until moment: Moment, at now: Moment) -> Obligation {
    var status = hold.map { Status.held($0, until: moment) } ?? .upcoming
    if let leaves, leaves.day <= now.day, leaves.day <= moment.day {
      status = .void(leaves.why, on: leaves.day)
    }
    return Obligation(
      rule: ready.ref, key: key, anchor: anchor.day, anchorFact: anchor.fact, opens: opens,
      due: opens, status: status, attempts: 0, hiddenUntil: nil)
  }

  private var attemptsSince: Moment {
    opens.day == anchor.day ? anchor.moment : Moment(opens.day)
  }

  private func settledOn(_ verdict: Verdict) -> Day? {
    switch verdict {
    case .open: nil
    case .done(let act, _), .skipped(let act), .superseded(let act): act.day
    }
  }

  private func status(_ rule: Rule, _ verdict: Verdict, _ course: Course) -> Status {
    let now = course.now
    switch verdict {
    case .done(let act, let onTime): return .done(by: act.fact, on: act.day, onTime: onTime)
    case .skipped(let act): return .skipped(by: act.fact)
    case .superseded(let act): return .void(.superseded(by: act.fact), on: act.day)
    case .open: break
    }
    if let leaves, leaves.day <= now.day {
      return due.day < leaves.day ? .missed : .void(leaves.why, on: leaves.day)
    }
    if opens.day > now.day { return .upcoming }
    if due.hasPassed(at: now) { return rule.expires ? .missed : .overdue }
    if let hold, now.day < due.day, course.isInForce(hold) { return .held(hold, until: due) }
    return .due
  }
}

extension Course {
  /// A newer `--next` ends the hold of an older one at once.
  func isInForce(_ hold: Hold) -> Bool {
    guard case .promise(let fact) = hold else { return true }
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
