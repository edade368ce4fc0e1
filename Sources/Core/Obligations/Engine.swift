/// What is due of facts: a pure function of a customer's history, the policies in force, the
/// project's milestones and a moment. It reads no clock, keeps nothing and never fails.
///
/// Rules are computed as if they had always been in force; owed is what opens while the policy
/// reigns. Policies adopted one after another do not disturb what opened before.
package struct Engine: Sendable {
  package let reigns: [Reign]
  package let milestones: [Milestone]
  private let ready: [[ReadyRule]]
  private let orders: [[Int]]
  /// The first day of each reign.
  private let starts: [Day]
  private let terms: [CadenceTerms]
  private static let next = ReadyRule(ref: .next, rule: .next)

  /// `reigns` and `milestones` in any order.
  package init(reigns: [Reign], milestones: [Milestone]) {
    self.reigns = reigns.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    self.milestones = milestones.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    ready = self.reigns.enumerated().map { index, reign in
      reign.policy.rules.indices.map { rule in
        ReadyRule(
          ref: .policy(reign: index, rule: rule), rule: reign.policy.rules[rule],
          suppressors: reign.policy.segments.filter { $0.suppresses.contains(rule) })
      }
    }
    orders = self.reigns.map(\.policy.rules.inOrderOfNeed)
    starts = self.reigns.map(\.from)
    terms = self.reigns.map { reign in
      CadenceTerms(
        aversionFactor: reign.policy.aversionFactor.value, cap: reign.policy.weeklyCap)
    }
  }

  /// The rule of an obligation that this engine computed.
  package func rule(_ ref: RuleRef) -> Rule {
    switch ref {
    case .policy(let reign, let rule): ready[reign][rule].rule
    case .next: .next
    }
  }

  /// The first day of the next reign.
  private func end(ofReign index: Int) -> Day? {
    index + 1 < starts.count ? starts[index + 1] : nil
  }

  /// The policy that reigns on `day`.
  package func reign(on day: Day) -> Reign? { reigns.last { $0.from <= day } }

  /// Every obligation of the customer as of `now`: past ones with what became of them, open ones,
  /// and upcoming ones up to `horizon`. Greetings and announcements that ended before
  /// `broadcastsFrom` are left out, but not those that were put off to a day from then on.
  package func obligations(
    of history: History, at now: Moment, broadcastsFrom: Day, horizon: Day
  ) -> [Obligation] {
    obligations(
      Course(history, now: now), broadcastsFrom: broadcastsFrom, horizon: horizon)
  }

  func obligations(
    _ course: Course, broadcastsFrom: Day, horizon: Day
  ) -> [Obligation] {
    var all = runPromises(course).filter { $0.isWithin(horizon) }
    var known: Set<OwedKey> = []
    for index in starts.indices {
      let until = end(ofReign: index)
      let span = course.reach(of: broadcastsFrom)...max(broadcastsFrom, horizon)
      for obligation in run(index, course, broadcasts: span) {
        guard obligation.isWithin(horizon), obligation.openingDay >= starts[index],
          until.map({ obligation.openingDay < $0 }) ?? true
        else { continue }
        // Where two reigns give the same key, the earlier wins.
        if starts.count > 1 {
          guard known.insert(OwedKey(obligation, self)).inserted else { continue }
        }
        all.append(obligation)
      }
    }
    return all
  }

  /// Whether a rule applies to a customer in that state.
  func gate(_ ref: RuleRef, _ state: Snapshot) -> Gate {
    switch ref {
    case .policy(let reign, let rule): ready[reign][rule].gate(state)
    case .next: Engine.next.gate(state)
    }
  }
}

/// What makes an obligation of a customer the same whatever policy text it stands in.
struct OwedKey: Hashable {
  let rule: String
  let key: AnchorKey

  init(_ obligation: Obligation, _ engine: Engine) {
    rule = engine.rule(obligation.rule).id
    key = obligation.key
  }
}

// MARK: - Passes

extension Engine {
  private func run(
    _ reign: Int, _ course: Course, broadcasts: ClosedRange<Day>
  ) -> [Obligation] {
    var outcomes = Array(repeating: Outcomes(), count: ready[reign].count)
    for index in orders[reign] {
      outcomes[index] = run(index, reign, course, broadcasts, after: outcomes)
    }
    return outcomes.flatMap(\.obligations)
  }

  private func run(
    _ index: Int, _ reign: Int, _ course: Course, _ broadcasts: ClosedRange<Day>,
    after outcomes: [Outcomes]
  ) -> Outcomes {
    let ready = ready[reign][index]
    let excluded = ready.rule.distinctFrom.map { outcomes[$0].settledOn } ?? []
    switch ready.rule.schedule {
    case .once(let trigger, let opens, let due):
      return course.runOnce(
        ready, anchors(trigger, course, outcomes), due: due, excluded: excluded
      ) { $0.day.adding(opens) }
    case .onceAfter(let trigger, let rule, let due):
      return course.runOnce(
        ready, anchors(trigger, course, outcomes), due: due, excluded: excluded
      ) { anchor in
        let resolved = outcomes[rule].chain.first { $0.origin.day == anchor.day }
        return (resolved?.next.day ?? anchor.day) + 1
      }
    case .every(let cadence, let trigger, let mode, let stretch):
      return course.runCadence(
        ready, cadence, anchors(trigger, course, outcomes), mode, stretch, terms[reign],
        horizon: broadcasts.upperBound, excluded: excluded)
    case .occasion(let occasion, let opens, let due):
      return runOccasion(ready, occasion, (opens, due), course, broadcasts)
    }
  }

  private func anchors(
    _ trigger: Trigger, _ course: Course, _ outcomes: [Outcomes]
  ) -> [Anchor] {
    guard case .rule(let index) = trigger else { return course.anchors(trigger) }
    return outcomes[index].chain.filter { !$0.isVoid }.map(\.next).sorted { $0.day < $1.day }
  }

  private func runOccasion(
    _ ready: ReadyRule, _ occasion: Occasion, _ offsets: (opens: Offset, due: Offset),
    _ course: Course, _ span: ClosedRange<Day>
  ) -> Outcomes {
    var outcomes = Outcomes()
    guard ready.everApplies(to: course) else { return outcomes }
    for (key, day) in days(of: occasion, in: span) {
      let window = (day.adding(offsets.opens), day.adding(offsets.due))
      guard !ready.rule.expires || window.1 >= span.lowerBound, window.0 <= span.upperBound
      else { continue }
      course.runOnce(ready, key, Anchor(day), window, [], &outcomes)
    }
    return outcomes
  }

  /// The days of an occasion that may concern `span`, with what makes each the same.
  private func days(
    of occasion: Occasion, in span: ClosedRange<Day>
  ) -> [(key: AnchorKey, day: Day)] {
    switch occasion {
    case .festivals(let festivals):
      (span.lowerBound.year...span.upperBound.year).flatMap { year in
        festivals.elements.compactMap { festival in
          festival.day(in: year).map { (.festival(festival, year: year), $0) }
        }
      }.filter { span.contains($0.day) }
    case .milestones(let kinds):
      milestones.filter { kinds.contains($0.kind) }.map { (.milestone($0.id), $0.day) }
    case .companyHolidays, .birthdays: []
    }
  }

  /// `--next`: open and due on the day promised, until a contact, a newer promise or a stop.
  private func runPromises(_ course: Course) -> [Obligation] {
    course.promises.map { promise in
      var window = Window(
        key: .promise(promise.fact),
        anchor: Anchor(promise.made, fact: promise.fact, course: course),
        opens: Moment(promise.to.day, promise.to.time), due: promise.to,
        leaves: course.timeline.stop(from: promise.made.day))
      let verdict = course.settlePromise(Engine.next, &window, made: promise)
      return window.obligation(Engine.next, verdict, course)
    }
  }
}

extension Course {
  /// A newer promise counts from the day it was made, even before this one opens. The contact that
  /// made the promise does not keep it.
  fileprivate func settlePromise(
    _ ready: ReadyRule, _ window: inout Window, made promise: Promise
  ) -> Verdict {
    window.first = (acts.firstIndex { $0.fact == promise.fact } ?? 0) + 1
    let newer = acts.dropFirst(window.first).first { act in
      // A stop voids a promise for good.
      act.contact?.next != nil && act.day < promise.to.day
        && window.leaves.map { act.day <= $0.day } ?? true
    }
    return newer.map { .superseded($0) } ?? settle(ready, &window)
  }
}

extension Obligation {
  fileprivate func isWithin(_ horizon: Day) -> Bool {
    status != .upcoming || opens.day <= horizon
  }

  /// The day that decides which policy it falls under: when it opened, before any hold.
  package var openingDay: Day {
    if case .slot(let day) = key { day } else { opens.day }
  }
}

extension Rule {
  /// The built-in rule of `--next`.
  package static let next = Rule(
    id: "next", schedule: .once(.event([]), opens: 0, due: 0), mandatory: false, priority: 100)
}

extension [Rule] {
  /// Indices so that each rule stands after those it needs. A validated policy has no cycle.
  fileprivate var inOrderOfNeed: [Int] {
    var order: [Int] = []
    var placed = Set<Int>()
    func place(_ index: Int) {
      guard indices.contains(index), placed.insert(index).inserted else { return }
      self[index].schedule.needs.forEach(place)
      if let other = self[index].distinctFrom { place(other) }
      order.append(index)
    }
    indices.forEach(place)
    return order
  }
}
