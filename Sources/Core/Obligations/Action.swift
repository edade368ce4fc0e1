/// Something done about a customer that bears on obligations.
///
/// It owns nothing, so that a copy is a few words: a run over a customer makes many.
struct Action: Sendable {
  enum Body: Sendable {
    case contact(Contact)
    case postponement(to: Moment)
    case skip(ClauseID)
    /// A visit of the customer: it keeps an appointment of its day.
    case visit
    /// An event or a step of a case that settled something.
    case event
  }

  let fact: FactID
  let moment: Moment
  let body: Body
  /// The roles for which its speaker speaks; of a conversation alone.
  var voices: TermSet<Role> = []
  /// The number of the case that it was about; of a conversation alone.
  var about: Int32?

  var day: Day { moment.day }

  /// In the order of facts.
  func comes(before other: Action) -> Bool {
    let (own, others) = (moment.time?.minute ?? -1, other.moment.time?.minute ?? -1)
    return (day, own, fact) < (other.day, others, other.fact)
  }

  /// Whether it excuses from what that rule asks for.
  func skips(_ ready: ReadyRule) -> Bool {
    guard case .skip(let rule) = body else { return false }
    // An agreed day was known as `next` at first.
    return rule == ready.name || ready.ref == .next && rule == "next"
  }

  var isVisit: Bool {
    if case .visit = body { true } else { false }
  }

  var contact: Contact? {
    if case .contact(let contact) = body { contact } else { nil }
  }

  /// The moment up to which it has any effect on duties of other days.
  var pointsTo: Moment? {
    switch body {
    case .postponement(let to): to
    case .contact(let contact): contact.agreed
    case .skip, .visit, .event: nil
    }
  }
}

/// A contact's `--next`: what it promises, and the days it holds back.
struct Promise: Sendable {
  let fact: FactID
  let made: Moment
  let to: Moment
  /// The customer asked for that day (改期): everything on the list waits for it.
  let isWish: Bool
  /// The first day on which the promise no longer holds anything back.
  let endsHold: Day
  /// The one who does it; nil: the customer's consultant.
  let doer: Doer?

  /// Whether something ended its hold before its day.
  var isCut: Bool { endsHold <= to.day }

  /// `starts` are the calls, visits and deals: a new one ends the wait for the customer's own day.
  static func all(
    of actions: [Action], starts: [Moment], _ timeline: Timeline, _ staffing: Staffing
  ) -> [Promise] {
    guard actions.contains(where: { $0.contact?.agreed != nil }) else { return [] }
    let promising = actions.filter { $0.contact?.agreed != nil }
    return promising.indices.compactMap { index in
      let action = promising[index]
      guard let contact = action.contact, let next = contact.agreed else { return nil }
      let isWish = contact.outcome == .rescheduled
      let ends = [
        index + 1 < promising.count ? promising[index + 1].day + 1 : nil,
        timeline.stop(from: action.day)?.day,
        isWish
          ? starts.first { $0.day > action.day || action.moment.isSurelyBefore($0) }?.day : nil,
      ]
      return Promise(
        fact: action.fact, made: action.moment, to: next, isWish: isWish,
        endsHold: ends.compactMap { $0 }.reduce(next.day + 1, min),
        doer: staffing.doer(
          agreedBy: contact.speaker, owner: timeline.state(on: action.day)?.owner))
    }
  }

  /// Whether a cadence's slot due on `day` waits for it. What is due on the day of the call waits for the
  /// customer's wish alone.
  func holds(_ day: Day) -> Bool { made.day < day && day < endsHold }

  /// Until when it holds slots back.
  var holdsUntil: Moment { isCut ? Moment(endsHold) : to }

  /// Whether it concerns what counts from `anchor`: a case that was opened after the call is news.
  func concerns(_ anchor: Anchor) -> Bool {
    anchor.caseNumber == nil || made.day >= anchor.origin.day && !made.isSurelyBefore(anchor.origin)
  }

  /// The day on which what was due on `due` is due instead, as was known by `day`: on the day named, or,
  /// where something newer ended the wait, on the day it ended; never before its own.
  func moves(_ due: Moment, asOf day: Day) -> Moment {
    let moved = isCut && endsHold <= day ? Moment(endsHold) : to
    return due.day < moved.day ? moved : due
  }
}

extension Promise {
  /// `--next`: open and due on the day promised, until a contact, a newer promise or a stop.
  func obligation(_ dossier: Dossier) -> Obligation {
    var window = Window(
      key: .promise(fact), anchor: Anchor(made, fact: fact, dossier: dossier),
      opens: Moment(to.day, to.time), due: to, leaves: dossier.timeline.stop(from: made.day),
      doer: doer)
    window.isAgreed = true
    let verdict = settle(&window, dossier)
    return window.obligation(Engine.next, verdict, dossier)
  }

  /// A newer promise counts from the day it was made, even before this one opens. The contact that
  /// made the promise does not keep it.
  private func settle(_ window: inout Window, _ dossier: Dossier) -> Verdict {
    window.first = (dossier.actions.firstIndex { $0.fact == fact } ?? 0) + 1
    let newer = dossier.actions[window.first...].first { action in
      // A stop voids a promise for good.
      action.contact?.agreed != nil && action.day < to.day
        && window.leaves.map { action.day <= $0.day } ?? true
    }
    return newer.map { .superseded($0) } ?? dossier.settle(Engine.next, &window)
  }
}

extension Dossier {
  /// A newer `--next` ends the hold of an older one at once.
  func isInForce(_ delay: Delay) -> Bool {
    guard case .promise(let fact) = delay else { return true }
    return promises.contains { $0.fact == fact && now.day < $0.endsHold }
  }

  /// Until when the list waits because the customer asked for another day: for what was open or
  /// overdue then, and for what opens until that day.
  func hiding(_ anchor: Anchor) -> Moment? {
    promises.last { promise in
      promise.isWish && now.day < promise.endsHold && now.day < promise.to.day
        && promise.concerns(anchor)
    }?.to
  }
}
