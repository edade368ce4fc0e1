// Anchors of what is not a single event: the last of several, the first fact, steps of cases.

extension Course {
  /// The day by which each of `wanted` has happened since the last loss or cancellation. A later
  /// one of them moves it: the older anchor ends there.
  func anchors(ofAll wanted: TermSet<EventKind>) -> [Anchor] {
    guard kinds.isSuperset(of: wanted) else { return [] }
    var anchors: [Anchor] = []
    var seen: TermSet<EventKind> = []
    for (kind, moment, fact) in events {
      if kind == .lost || kind == .cancellation { seen = [] }
      guard wanted.contains(kind) else { continue }
      seen.insert(kind)
      guard seen.isSuperset(of: wanted), anchors.last?.day != moment.day else { continue }
      if let last = anchors.indices.last {
        anchors[last].closes = .earliest(
          anchors[last].closes, Ending(day: moment.day, cause: .superseded(fact)))
      }
      anchors.append(Anchor(moment, fact: fact, course: self))
    }
    return anchors
  }

  /// The customer's first day, and the first event after each loss or cancellation.
  var entries: [Anchor] {
    var anchors = [Anchor(Moment(timeline.spans[0].from), fact: nil, course: self)]
    for closure in timeline.closures {
      let next = events.first { event in
        event.kind != .lost && event.kind != .cancellation
          && closure.isSurelyBefore(event.moment)
      }
      guard let next, anchors.last.map({ $0.day < next.moment.day }) ?? true else { continue }
      anchors.append(Anchor(next.moment, fact: next.fact, course: self))
    }
    return anchors
  }

  /// That step of each case that `filter` means.
  func anchors(_ filter: CaseFilter) -> [Anchor] {
    steps.filter { filter.holds($0.step) }.map { step in
      var anchor = Anchor(step.moment, fact: step.fact, course: self)
      anchor.matter = step.step.matter
      return anchor
    }
  }

  /// The first step of the anchor's case that ends the rule; a case that was closed asks for
  /// nothing that began when it was opened.
  func stepEnding(_ anchor: Anchor, _ rule: Rule) -> Ending? {
    guard let matter = anchor.matter else { return nil }
    var ends = rule.untilSteps
    if case .step(let filter) = rule.schedule.trigger, filter.step != .closed,
      filter.step != .handled
    {
      ends.insert(.closed)
    }
    return steps.first { step in
      step.step.matter == matter && ends.contains(step.step.step)
        && !step.moment.isSurelyBefore(anchor.origin) && step.moment.day >= anchor.origin.day
    }.map { Ending(day: $0.moment.day, cause: .step($0.step.step)) }
  }
}

extension CaseFilter {
  fileprivate func holds(_ fact: CaseFact) -> Bool {
    fact.step == step && (kinds.isEmpty || kinds.contains(fact.kind))
      && (urgencies.isEmpty || urgencies.contains(fact.urgency))
  }
}
