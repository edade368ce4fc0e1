/// Whether a rule applies to a customer, and why not.
enum Applicability: Hashable {
  case open
  case doNotContact, lost, cancelled, leftAudience
  /// By that one of the rule's suppressors.
  case suppressed(Int)
}

/// How long a rule applies to a customer, as far as is known.
enum Tenure {
  /// From that day on, to this day.
  case steady(Day)
  /// From that day on never again.
  case lapsed(Day)

  /// The day from which on the rule never applies again.
  var lapse: Day? { if case .lapsed(let day) = self { day } else { nil } }
}

/// What a policy says of all its rules.
struct PolicyTerms: Sendable {
  let aversionFactor: Int
  let cap: Limit?
  /// Whether what falls into a holiday of the company is done before it.
  var beforeHoliday = false
  /// How many attempts excuse a miss; nil: none do.
  var attempts: AttemptLimit?
}

/// A rule made ready for one customer after another.
///
/// A class, so that a run over a customer looks at it without copying its texts.
final class ReadyRule: Sendable {
  let ref: RuleRef
  /// Its place in its policy.
  let index: Int
  let rule: Rule
  /// Its id: the same in whatever policy it stands.
  let name: ClauseID
  let terms: PolicyTerms
  let capClause: ClauseID
  let accepts: TermSet<Channel>
  let acceptsAverse: TermSet<Channel>
  /// The channel to ask for.
  let asks: Channel
  let asksAverse: Channel
  let isCadence: Bool
  let isSelective: Bool
  /// Whether it is about the customer, and not what everybody gets on one day, as a festival's greeting
  /// to all is.
  let isPersonal: Bool
  /// The role whose work it is; nil: the customer's own consultant's.
  let doer: Role?
  /// The role for which one must speak to settle it; the consultants' for the sales side.
  let voice: Role
  /// Segments whose members it does not apply to.
  let suppressors: [Segment]
  private let suppressing: [(audience: Audience, needs: [UInt64])]
  /// Of each of these bits a customer must have one.
  private let needs: [UInt64]
  /// Whether other rules count from it.
  let isFollowed: Bool
  /// Whether other rules begin when it was missed.
  let isWatched: Bool
  /// Whether another rule must be settled by another contact.
  let isDistinguished: Bool
  /// What starts the chain at whose end it stands; nil for an occasion.
  let root: Trigger?
  /// What it asks for where it is the program's own; nil: it is a policy's.
  let duty: OwnDuty?

  init(
    ref: RuleRef, index: Int, rule: Rule, terms: PolicyTerms, traits: Traits = Traits(),
    suppressors: [Segment] = [], isFollowed: Bool = false, isWatched: Bool = false,
    isDistinguished: Bool = false, root: Trigger? = nil, staffing: Staffing = Staffing(),
    duty: OwnDuty? = nil
  ) {
    self.duty = duty
    self.ref = ref
    self.index = index
    let rule = rule.withGiftSettled
    self.rule = rule
    name = ClauseID(rule.id)
    self.terms = terms
    capClause = ClauseID(terms.cap?.clause ?? "")
    let takesContacts = rule.settledBy == .contact
    accepts = takesContacts ? rule.channels.satisfying(averse: false) : []
    acceptsAverse = takesContacts ? rule.channels.satisfying(averse: true) : []
    asks = rule.channels.asked(averse: false)
    asksAverse = rule.channels.asked(averse: true)
    isCadence = rule.schedule.isCadence
    doer = staffing.doer(of: rule.doer)
    voice = staffing.voice(of: rule.doer)
    isSelective = rule.audience.isSelective
    isPersonal = rule.audience.isSelective || rule.schedule.trigger != nil
    self.suppressors = suppressors
    suppressing = suppressors.map { ($0.audience, traits.needs(of: $0.audience)) }
    needs = traits.needs(of: rule.audience)
    self.isFollowed = isFollowed
    self.isWatched = isWatched
    self.isDistinguished = isDistinguished
    self.root = root
  }

  func gate(_ state: Snapshot) -> Applicability {
    if state.doNotContact { return .doNotContact }
    if state.isLost { return .lost }
    if state.isWaiting, isSelective || isGrading { return .cancelled }
    if case .grades(let graded) = duty {
      return graded.contains { $0.opensWithGrade(state) } ? .open : .leftAudience
    }
    if !rule.audience.describes(state) || !state.meets(needs) { return .leftAudience }
    for (index, segment) in suppressing.enumerated()
    where segment.audience.describes(state) && state.meets(segment.needs) {
      return .suppressed(index)
    }
    return .open
  }

  func applies(to state: Snapshot) -> Bool { gate(state) == .open }

  func applies(to dossier: Dossier, on day: Day) -> Bool {
    dossier.timeline.index(on: day).map { applies(to: dossier.timeline.spans[$0].state) } ?? false
  }

  /// Why it does not apply to a customer in that state; nil if it does.
  func closed(_ state: Snapshot) -> VoidReason? {
    switch gate(state) {
    case .open: nil
    case .doNotContact: .doNotContact
    case .lost: .lost
    case .cancelled: .cancelled
    case .leftAudience: .leftAudience
    case .suppressed(let index): .suppressed(clause: ClauseID(suppressors[index].id))
    }
  }

  func reason(of ending: Ending, _ dossier: Dossier) -> VoidReason {
    switch ending.cause {
    case .lost: .lost
    case .doNotContact: .doNotContact
    case .cancelled: .cancelled
    case .until(let kind): .until(kind)
    case .step(let step): .step(step)
    case .superseded(let fact): .superseded(by: fact)
    case .restarted(let fact): .restarted(by: fact)
    case .madeUp(let fact): .madeUp(by: fact)
    case .gate: dossier.timeline.state(on: ending.day).flatMap(closed) ?? .leftAudience
    }
  }

  /// Whether it would apply but for a stop. Who is lost is of no audience meanwhile.
  func isStopped(_ state: Snapshot) -> Bool {
    if state.isLost || !state.doNotContact { return state.isLost }
    var state = state
    state.doNotContact = false
    return applies(to: state)
  }

  /// Whether there is any day on which the rule applies to the customer.
  func everApplies(to dossier: Dossier) -> Bool {
    dossier.timeline.spans.contains { applies(to: $0.state) }
  }

  /// Since when the rule has applied without a break, or from when on it never applies again; nil
  /// where it never applies at all.
  func tenure(for dossier: Dossier) -> Tenure? {
    let spans = dossier.timeline.spans
    guard let last = spans.last else { return nil }
    let applies = applies(to: last.state)
    // The newest on which it was otherwise.
    let other = spans.dropLast().lastIndex { self.applies(to: $0.state) != applies }
    if applies { return .steady(spans[(other ?? -1) + 1].from) }
    return other.map { .lapsed(spans[$0 + 1].from) }
  }

  /// Whether the rule applied before the edits of `day`.
  func wasOpen(_ dossier: Dossier, before day: Day) -> Bool {
    day > .first && applies(to: dossier, on: day - 1)
  }

  /// The first day after `day` on which the rule no longer applies.
  func leaving(_ dossier: Dossier, after day: Day) -> Ending? {
    dossier.timeline.spans.first { $0.from > day && !applies(to: $0.state) }
      .map { Ending(day: $0.from, cause: .gate) }
  }

  /// Whether it waits where a call is put off: what no call settles does not, nor what expires.
  var waits: Bool { rule.settledBy == .contact && !rule.expires }

  /// Whether a contact's channel and outcome do for the rule, whatever it was about.
  func admits(_ action: Action, _ dossier: Dossier) -> Bool {
    guard let contact = action.contact, contact.outcome.counts else { return false }
    if ref == .next { return contact.keepsAgreements }
    return (dossier.isAverse(on: action.day) ? acceptsAverse : accepts).contains(contact.channel)
  }
}

extension Snapshot {
  /// Whether one of each of these bits holds.
  fileprivate func meets(_ needs: [UInt64]) -> Bool { needs.allSatisfy { traits & $0 != 0 } }
}
