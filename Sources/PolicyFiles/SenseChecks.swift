import Core

// Rules that are written correctly and still can never ask for anything, or never end as they say.

/// What sense checks look at beside an item: the whole policy as it was read.
struct SenseContext {
  let policy: Policy
  /// In the order of the file; nil for what could not be read.
  let rules: [Rule?]
}

extension Reader {
  mutating func checkSense(_ context: SenseContext) {
    for (rule, item) in zip(context.rules, documents.flatMap(\.rules)) {
      if let rule { check(rule, by: Rule.keys, item, context) }
    }
    for (segment, item) in zip(context.policy.segments, documents.flatMap { $0[.segments] }) {
      check(segment, by: Segment.keys, item, context)
    }
  }

  // MARK: The start

  /// The events that can be at the beginning of the rule's chain; nil where it begins with
  /// something else, or where rules wait for one another.
  private func origins(of rule: Rule, _ rules: [Rule?]) -> TermSet<EventKind>? {
    var trigger = rule.schedule.trigger
    for _ in 0...rules.count {
      switch trigger {
      case .rule(let index), .missed(let index):
        trigger = rules.indices.contains(index) ? rules[index]?.schedule.trigger : nil
      case .event(let kinds): return kinds
      case .first(let kind): return [kind]
      case .deal: return [.reservation, .signing]
      case .all, .entry, .step, nil: return nil
      }
    }
    return nil
  }

  /// The losses and cancellations from which alone, or with which among others that must have happened,
  /// it counts. They close everything that began by their day, what counts from them too.
  private func endings(_ trigger: Trigger?, _ origins: TermSet<EventKind>?) -> [EventKind] {
    let ends: TermSet<EventKind> = [.lost, .cancellation]
    if case .all(let kinds)? = trigger { return kinds.intersection(ends).elements }
    guard let origins, !origins.isEmpty, ends.isSuperset(of: origins) else { return [] }
    return origins.elements
  }

  mutating func checkStart(_ rule: Rule, _ item: Item, _ context: SenseContext) {
    let origins = origins(of: rule, context.rules)
    let place = item.entries["after"]?.place ?? item.place
    if let end = endings(rule.schedule.trigger, origins).first {
      return report(.value(.neverOwed(rule: item.id, event: name(end))), at: place)
    }
    if case .all(let kinds)? = rule.schedule.trigger,
      let kind = kinds.elements.first(where: rule.audience.forbids)
    {
      return report(.value(.neverStarts(rule: item.id, event: name(kind))), at: place)
    }
    guard let origins, !origins.isEmpty else { return }
    let kinds = origins.elements
    // A loss and a cancellation clear away what happened before them.
    guard origins.isDisjoint(with: [.lost, .cancellation]) else { return }
    if kinds.allSatisfy(rule.audience.forbids), let kind = kinds.first {
      report(.value(.neverStarts(rule: item.id, event: name(kind))), at: place)
    } else if rule.untilSteps.isEmpty, kinds.allSatisfy(rule.until.contains),
      let until = item.entries["until"], let kind = kinds.first
    {
      report(.value(.endsAtOnce(rule: item.id, event: name(kind))), at: until.place)
    }
  }

  // MARK: The end

  mutating func checkStretch(_ rule: Rule, _ item: Item) {
    guard case .every(let cadence, _, _, let stretch) = rule.schedule, let ends = stretch.ends,
      let tree = item.entries["ends"]
    else { return }
    let first = stretch.starts.roughDays + (cadence.roughDays ?? 0)
    // Months are of unequal length.
    guard first > ends.roughDays + 3 + abs(ends.months) || stretch.starts.roughDays > ends.roughDays
    else { return }
    report(.value(.noSlot(rule: item.id, ends: "\(ends)")), at: tree.place)
  }

  mutating func checkUntil(_ rule: Rule, _ item: Item) {
    guard let tree = item.entries["until"],
      let kind = rule.until.elements.first(where: rule.audience.requires)
    else { return }
    warn(.untilRequired(rule: item.id, event: name(kind)), at: tree.place)
  }

  // MARK: The day

  mutating func checkHours(_ rule: Rule, _ policy: Policy, _ item: Item) {
    let windows = rule.addOn.map { policy.addOns[$0].callHours } ?? policy.callHours
    guard let hours = rule.hours, let tree = item.entries["at"], !windows.ranges.isEmpty,
      rule.settledBy == .contact, rule.channels.asked(averse: false) == .phone,
      !windows.ranges.contains(where: { $0.from < hours.to && hours.from < $0.to })
    else { return }
    warn(.outsideCallWindows(rule: item.id, hours: "\(hours)"), at: tree.place)
  }

  mutating func checkSpread(_ rule: Rule, _ item: Item) {
    guard rule.spreads, let tree = item.entries["spread"],
      case .occasion(_, let opens, let due) = rule.schedule, opens == due
    else { return }
    warn(.nothingToSpread(rule: item.id), at: tree.place)
  }

  /// What is due on the day of its trigger cannot be done before it.
  mutating func checkSwallowed(_ rule: Rule, _ item: Item) {
    guard rule.dayOff == .before, case .once(_, _, let due) = rule.schedule, due.roughDays <= 0,
      let tree = item.entries["if_day_off"]
    else { return }
    warn(.swallowed(item.id), at: tree.place)
  }

  // MARK: Segments

  mutating func checkSuppressed(by segment: Segment, _ item: Item, _ policy: Policy) {
    for index in segment.suppresses where policy.rules.indices.contains(index) {
      let rule = policy.rules[index]
      guard segment.audience.covers(rule.audience) else { continue }
      let place = item.entries["suppresses"]?.place ?? item.place
      warn(.suppressedForAll(rule: rule.id, segment: segment.id), at: place)
    }
  }
}

// MARK: - Audiences

extension Stage {
  /// What has not happened in this stage.
  private var without: TermSet<EventKind> {
    switch self {
    case .prospect: [.reservation, .signing, .delivery, .moveIn]
    case .reserved: [.signing, .delivery, .moveIn]
    case .signed: [.delivery, .moveIn]
    case .delivered, .lost: []
    }
  }

  /// What has happened in it for certain.
  fileprivate var with: TermSet<EventKind> {
    switch self {
    case .reserved: [.reservation]
    case .signed: [.signing]
    case .prospect, .delivered, .lost: []
    }
  }

  /// Whether a customer of the stage can have those events and lack the others.
  fileprivate func allows(_ has: TermSet<EventKind>, _ hasNot: TermSet<EventKind>) -> Bool {
    without.isDisjoint(with: has) && with.isDisjoint(with: hasNot)
      && !(self == .delivered && hasNot.isSuperset(of: [.delivery, .moveIn]))
  }
}

extension Audience {
  /// The stages that it asks for and that its events rule out, where they are all it asks for; nil
  /// where some customer can be in it. Nothing is owed to whoever is lost.
  var impossibleStages: TermSet<Stage>? {
    let isPossible = stages.elements.contains { $0 != .lost && $0.allows(has, hasNot) }
    return stages.isEmpty || isPossible ? nil : stages
  }

  /// Whether nobody of it can have that event behind them.
  fileprivate func forbids(_ event: EventKind) -> Bool {
    if hasNot.contains(event) { return true }
    var has = has
    has.insert(event)
    return !stages.isEmpty && !stages.elements.contains { $0.allows(has, hasNot) }
  }

  /// Whether everybody of it has that event behind them.
  fileprivate func requires(_ event: EventKind) -> Bool {
    has.contains(event)
      || !stages.isEmpty && stages.elements.allSatisfy { $0.with.contains(event) }
  }

  /// Whether everybody of `other` belongs to it.
  fileprivate func covers(_ other: Audience) -> Bool {
    func holds<T: Term>(_ wide: TermSet<T>, _ narrow: TermSet<T>) -> Bool {
      wide.isEmpty || !narrow.isEmpty && wide.isSuperset(of: narrow)
    }
    func holds(_ wide: [String], _ narrow: [String]) -> Bool {
      wide.isEmpty || !narrow.isEmpty && Set(wide).isSuperset(of: narrow)
    }
    return holds(payments, other.payments) && holds(layouts, other.layouts)
      && holds(consultants, other.consultants) && holds(sources, other.sources)
      && holds(grades, other.grades)
      && holds(stages, other.stages) && holds(anyTag, other.anyTag)
      && other.noTag.isSuperset(of: noTag) && other.has.isSuperset(of: has)
      && other.hasNot.isSuperset(of: hasNot)
  }
}

extension Cadence {
  /// About how many days from one slot to the next; nil where the calendar says it.
  fileprivate var roughDays: Int? {
    switch self {
    case .days(let count): count
    case .months(let count): count * 30
    case .years(let count, _): count * 360
    case .weekdays, .isoWeeks, .monthEnds, .monthDays, .halfMonths, .halfMonthEnds: nil
    }
  }
}
