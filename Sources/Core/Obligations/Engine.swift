/// What is due of facts: a pure function of a customer's history, the policies in force, the
/// project's milestones and a moment. It reads no clock, keeps nothing and never fails. A class, so
/// that all who refer to it share one.
///
/// Rules are computed as if they had always been in force; owed is what opens while the policy
/// reigns. Policies adopted one after another do not disturb what opened before.
package final class Engine: Sendable {
  /// The policies in the order of their days, each in force until the next.
  package let reigns: [Reign]
  /// The project's milestones in the order of their days.
  package let milestones: [Milestone]
  /// The days on which the office works.
  package let calendar: WorkCalendar
  /// Where customers live: what is about one building concerns nobody of another.
  package let homes: Homes
  /// What audiences ask for that stands in profiles.
  package let traits: Traits
  /// The words that the office's policies have declared, with the numbers of its facts.
  package let vocabulary: Vocabulary
  /// The members of staff and their roles.
  package let staffing: Staffing
  /// Whether any rule spreads its customers over the days of its window.
  package let hasWaves: Bool
  /// Other roles than the customer's consultant that rules ask something of.
  package let roles: TermSet<Role>
  /// Those of whom rules of policies ask something, and not only the program: it asks about cases alone.
  package let rolesOfRules: TermSet<Role>
  /// Whether a policy wants callers and visitors graded.
  let asksForGrades: Bool
  let ready: [[ReadyRule]]
  /// Rules of each reign so that each stands after those it needs.
  let orders: [[ReadyRule]]
  /// Whether that is their order in the policies.
  let isInOrder: Bool
  static let next = ReadyRule(
    ref: .next, index: 0, rule: .next, terms: PolicyTerms(aversionFactor: 1, cap: nil))
  static let reply = ReadyRule(
    ref: .reply, index: 0, rule: .reply, terms: PolicyTerms(aversionFactor: 1, cap: nil))

  /// `reigns` and `milestones` in any order.
  package init(
    reigns: [Reign], milestones: [Milestone], calendar: WorkCalendar = .weekdays,
    homes: Homes = Homes(), traits: Traits = Traits(), vocabulary: Vocabulary = Vocabulary(),
    staffing: Staffing = Staffing()
  ) {
    self.calendar = calendar
    self.homes = homes
    self.traits = traits
    self.vocabulary = vocabulary
    self.staffing = staffing
    self.reigns = reigns.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    self.milestones = milestones.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    ready = self.reigns.enumerated().map { index, reign in
      reign.policy.readyRules(reign: index, traits, staffing)
    }
    roles = TermSet(ready.joined().compactMap(\.doer))
    rolesOfRules = TermSet(ready.joined().filter { $0.duty == nil }.compactMap(\.doer))
    hasWaves = ready.contains { $0.contains { $0.rule.spreads } }
    orders = zip(self.reigns, ready).map { reign, ready in
      let rules = reign.policy.rules
      return rules.inOrderOfNeed.map { ready[$0] } + ready[rules.count...]
    }
    asksForGrades = ready.contains { $0.contains(where: \.isGrading) }
    isInOrder = orders.allSatisfy { order in
      order.indices.allSatisfy { order[$0].index == $0 }
    }
  }

  /// The rule of an obligation that this engine computed.
  package func rule(_ ref: RuleRef) -> Rule { ready(ref).rule }

  /// The policy that the rule stands in; nil: it is the program's own.
  package func policy(of ref: RuleRef) -> Policy? {
    guard case .policy(let reign, let rule) = ref else { return nil }
    let policy = reigns[reign].policy
    return policy.rules.indices.contains(rule) ? policy : nil
  }

  /// The role whose work that rule is; nil: the customer's own consultant's.
  package func doer(of ref: RuleRef) -> Role? { ready(ref).doer }

  func ready(_ ref: RuleRef) -> ReadyRule {
    switch ref {
    case .policy(let reign, let rule): ready[reign][rule]
    case .next: Engine.next
    case .reply: Engine.reply
    }
  }

  /// How many attempts excuse a miss: by the rule's own policy; of what stands under none by that
  /// which reigned when it opened.
  func attemptLimit(of ready: ReadyRule, on opening: Day) -> AttemptLimit? {
    guard case .policy = ready.ref else { return reign(on: opening)?.policy.attempts }
    return ready.terms.attempts
  }

  /// The policy that reigns on `day`.
  package func reign(on day: Day) -> Reign? { reigns.last { $0.from <= day } }

  /// The last moment that is on time for a day that was agreed on or that something was put off to: its
  /// hour orders the day and does not judge it, unless the policy of that day says how long it may pass.
  func deadline(ofAgreed moment: Moment) -> Moment {
    guard moment.time != nil, let grace = reign(on: moment.day)?.policy.appointmentGrace else {
      return Moment(moment.day)
    }
    let last = moment.adding(Offset(hours: grace), calendar)
    return last.day == moment.day ? last : Moment(moment.day)
  }

  /// The days of a reign; nil if the next began with it.
  func days(ofReign index: Int) -> ClosedRange<Day>? {
    let first = reigns[index].from
    guard index + 1 < reigns.count else { return first...Day.last }
    let next = reigns[index + 1].from
    return first < next ? first...next - 1 : nil
  }

  /// Every obligation of the customer as of `now`: past ones with what became of them, open ones,
  /// and upcoming ones up to `horizon`. Greetings and announcements that ended before
  /// `broadcastsFrom` are left out, but not those that were put off to a day from then on.
  package func obligations(
    of history: History, at now: Moment, broadcastsFrom: Day, horizon: Day
  ) -> [Obligation] {
    let days = broadcastsFrom...max(broadcastsFrom, horizon)
    return EnginePass(self, at: now, days: days, since: .first).findings(of: history).obligations
  }
}

extension Policy {
  fileprivate func readyRules(
    reign: Int, _ traits: Traits, _ staffing: Staffing
  ) -> [ReadyRule] {
    let terms = PolicyTerms(
      aversionFactor: aversionFactor.value, cap: weeklyCap, beforeHoliday: beforeHoliday,
      attempts: attempts)
    let others = addOns.map {
      PolicyTerms(
        aversionFactor: $0.aversionFactor.value, cap: $0.weeklyCap,
        beforeHoliday: $0.beforeHoliday, attempts: attempts)
    }
    let followed = rules.flatMap(\.schedule.needs)
    let watched = rules.compactMap { rule in
      if case .missed(let index)? = rule.schedule.trigger { index } else { nil }
    }
    let distinguished = rules.compactMap(\.distinctFrom)
    let ready = rules.indices.map { index in
      ReadyRule(
        ref: .policy(reign: reign, rule: index), index: index, rule: rules[index],
        terms: rules[index].addOn.map { others[$0] } ?? terms,
        traits: traits, suppressors: segments.filter { $0.suppresses.contains(index) },
        isFollowed: followed.contains(index), isWatched: watched.contains(index),
        isDistinguished: distinguished.contains(index), root: rules.root(of: index),
        staffing: staffing)
    }
    return ready + ownRules(reign: reign, terms, behind: ready, staffing)
  }
}

/// What makes an obligation of a customer the same whatever policy text it stands in.
struct OwedKey: Hashable {
  let rule: ClauseID
  let key: AnchorKey

  init(_ obligation: Obligation, _ rule: ReadyRule) {
    self.rule = rule.name
    key = obligation.key
  }
}

extension Rule {
  /// The built-in rule of a day agreed with the customer (`--next`).
  package static let next = Rule(
    id: "agreed", schedule: .once(.event([]), opens: 0, due: 0), mandatory: false, priority: 100)
}

extension [Rule] {
  /// What starts the chain that ends in that rule. A validated policy has no cycle.
  fileprivate func root(of index: Int) -> Trigger? {
    var trigger = self[index].schedule.trigger
    while let before = trigger?.followed, indices.contains(before) {
      trigger = self[before].schedule.trigger
    }
    return trigger
  }

  /// Indices so that each rule stands after those it needs. A validated policy has no cycle.
  fileprivate var inOrderOfNeed: [Int] {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: count)
    func place(_ index: Int) {
      guard indices.contains(index), !isPlaced[index] else { return }
      isPlaced[index] = true
      self[index].schedule.needs.forEach(place)
      if let other = self[index].distinctFrom { place(other) }
      order.append(index)
    }
    indices.forEach(place)
    return order
  }
}
