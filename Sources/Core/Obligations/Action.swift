/// Something done about a customer that bears on obligations.
///
/// It owns nothing, so that a copy is a few words: a run over a customer makes many.
struct Action: Sendable {
  enum Body: Sendable {
    case contact(Contact)
    case postponement(to: Moment)
    case skip(ClauseID)
    /// An event or a step of a case that settled something.
    case event
  }

  let fact: FactID
  let moment: Moment
  let body: Body
  /// The roles for which its speaker speaks; of a conversation alone.
  var voices: TermSet<Role> = []

  var day: Day { moment.day }

  /// In the order of facts.
  func comes(before other: Action) -> Bool {
    let (own, others) = (moment.time?.minute ?? -1, other.moment.time?.minute ?? -1)
    return (day, own, fact) < (other.day, others, other.fact)
  }

  /// Whether it excuses from what that rule asks for.
  func skips(_ ready: ReadyRule) -> Bool {
    if case .skip(let rule) = body { rule == ready.name } else { false }
  }

  var contact: Contact? {
    if case .contact(let contact) = body { contact } else { nil }
  }

  /// The moment it moves open duties to: a postponement, or a contact that asked for another day.
  var postponesTo: Moment? {
    switch body {
    case .postponement(let to): to
    case .contact(let contact): contact.outcome == .rescheduled ? contact.next : nil
    case .skip, .event: nil
    }
  }

  /// The moment up to which it has any effect on duties of other days.
  var pointsTo: Moment? {
    switch body {
    case .postponement(let to): to
    case .contact(let contact): contact.next
    case .skip, .event: nil
    }
  }
}

/// A contact's `--next`: what it promises, and the days it holds back.
struct Promise: Sendable {
  let fact: FactID
  let made: Moment
  let to: Moment
  /// The customer asked for that day: everything on the list waits for it.
  let hidesList: Bool
  /// The first day on which the promise no longer holds anything back.
  let endsHold: Day
  /// Whose it is; nil: the customer's consultant's.
  let doer: Doer?

  static func all(
    of actions: [Action], _ timeline: Timeline, _ staffing: Staffing
  ) -> [Promise] {
    guard actions.contains(where: { $0.contact?.next != nil }) else { return [] }
    let promising = actions.filter { $0.contact?.next != nil }
    return promising.indices.compactMap { index in
      let action = promising[index]
      guard let contact = action.contact, let next = contact.next else { return nil }
      let newer = index + 1 < promising.count ? promising[index + 1].day : nil
      return Promise(
        fact: action.fact, made: action.moment, to: next,
        hidesList: contact.outcome == .rescheduled,
        endsHold: [next.day + 1, newer, timeline.stop(from: action.day)?.day].compactMap { $0 }
          .min()
          ?? next.day + 1,
        doer: staffing.doer(
          agreedBy: contact.speaker, owner: timeline.state(on: action.day)?.owner))
    }
  }

  /// Whether a cadence's slot due on `day` waits for it.
  func holds(_ day: Day) -> Bool { made.day < day && day < endsHold }
}

extension Promise {
  /// `--next`: open and due on the day promised, until a contact, a newer promise or a stop.
  func obligation(_ dossier: Dossier) -> Obligation {
    var window = Window(
      key: .promise(fact), anchor: Anchor(made, fact: fact, dossier: dossier),
      opens: Moment(to.day, to.time), due: to, leaves: dossier.timeline.stop(from: made.day),
      doer: doer)
    let verdict = settle(&window, dossier)
    return window.obligation(Engine.next, verdict, dossier)
  }

  /// A newer promise counts from the day it was made, even before this one opens. The contact that
  /// made the promise does not keep it.
  private func settle(_ window: inout Window, _ dossier: Dossier) -> Verdict {
    window.first = (dossier.actions.firstIndex { $0.fact == fact } ?? 0) + 1
    let newer = dossier.actions[window.first...].first { action in
      // A stop voids a promise for good.
      action.contact?.next != nil && action.day < to.day
        && window.leaves.map { action.day <= $0.day } ?? true
    }
    return newer.map { .superseded($0) } ?? dossier.settle(Engine.next, &window)
  }
}
