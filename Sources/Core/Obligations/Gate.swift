/// Whether a rule applies to a customer, and why not.
enum Gate: Hashable {
  case open
  case closed(VoidReason)

  var isOpen: Bool { self == .open }
}

/// A rule made ready for one customer after another.
///
/// A class, so that a run over a customer looks at it without copying its texts.
final class ReadyRule: Sendable {
  let ref: RuleRef
  let rule: Rule
  let accepts: TermSet<Channel>
  let acceptsAverse: TermSet<Channel>
  /// Segments whose members it does not apply to.
  let suppressors: [Segment]

  init(ref: RuleRef, rule: Rule, suppressors: [Segment] = []) {
    self.ref = ref
    self.rule = rule
    self.suppressors = suppressors
    accepts = rule.channels.satisfying(averse: false)
    acceptsAverse = rule.channels.satisfying(averse: true)
  }

  func gate(_ state: Snapshot) -> Gate {
    if state.doNotContact { return .closed(.doNotContact) }
    if state.isLost { return .closed(.lost) }
    if state.isWaiting, rule.audience.isSelective { return .closed(.cancelled) }
    if !rule.audience.describes(state) { return .closed(.leftAudience) }
    for segment in suppressors where segment.audience.describes(state) {
      return .closed(.suppressed(clause: segment.id))
    }
    return .open
  }

  func gate(_ course: Course, on day: Day) -> Gate {
    course.timeline.state(on: day).map(gate) ?? .closed(.leftAudience)
  }

  /// Whether it would apply but for a stop. Who is lost is of no audience meanwhile.
  func isStopped(_ state: Snapshot) -> Bool {
    if state.isLost || !state.doNotContact { return state.isLost }
    var state = state
    state.doNotContact = false
    return gate(state).isOpen
  }

  /// Whether there is any day on which the rule applies to the customer.
  func everApplies(to course: Course) -> Bool {
    course.timeline.spans.contains { gate($0.state).isOpen }
  }

  /// The day from which on the rule never applies again; nil while it still does.
  func lapse(for course: Course) -> Day? {
    let spans = course.timeline.spans
    let next = (spans.lastIndex { gate($0.state).isOpen } ?? -1) + 1
    return next < spans.count ? spans[next].from : nil
  }

  /// Whether the rule applied before the edits of `day`.
  func wasOpen(_ course: Course, before day: Day) -> Bool {
    day > .first && gate(course, on: day - 1).isOpen
  }

  /// The first day after `day` on which the rule no longer applies.
  func leaving(_ course: Course, after day: Day) -> (day: Day, why: VoidReason)? {
    for span in course.timeline.spans where span.from > day {
      if case .closed(let why) = gate(span.state) { return (span.from, why) }
    }
    return nil
  }

  /// Whether a contact's channel and outcome settle the rule.
  func accepts(_ act: Act, _ course: Course) -> Bool {
    guard let contact = act.contact, contact.outcome.counts else { return false }
    let averse = course.isAverse(on: act.day)
    return (averse ? acceptsAverse : accepts).contains(contact.channel)
  }
}
