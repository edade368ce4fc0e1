// Anchors of what is not a single event: the last of several, the first fact, steps of cases.

extension Dossier {
  /// The day by which each of `wanted` has happened since the last loss or cancellation. A later
  /// one of them moves it: the older anchor ends there.
  func anchors(ofAll wanted: TermSet<EventKind>) -> [Anchor] {
    guard kinds.isSuperset(of: wanted) else { return [] }
    var anchors: [Anchor] = []
    var seen: TermSet<EventKind> = []
    var latest: Moment?
    for (kind, moment, fact) in events where wanted.contains(kind) {
      if let latest, !isSameEpoch(latest, moment) { seen = [] }
      latest = moment
      seen.insert(kind)
      guard seen.isSuperset(of: wanted) else { continue }
      if let last = anchors.indices.last, anchors[last].day < moment.day {
        anchors[last].closes = .earliest(
          anchors[last].closes, Ending(day: moment.day, cause: .restarted(fact)))
      }
      anchors.add(Anchor(moment, fact: fact, dossier: self))
    }
    return anchors
  }

  /// The customer's first day, and the next call, visit or deal after each loss or cancellation.
  var entries: [Anchor] {
    var anchors = [Anchor(Moment(timeline.spans[0].from), fact: nil, dossier: self)]
    for closure in timeline.closures {
      let next = events.first { $0.kind.startsAnew && closure.isSurelyBefore($0.moment) }
      if let next { anchors.add(Anchor(next.moment, fact: next.fact, dossier: self)) }
    }
    // Of a loss without an hour nobody knows whether it came before the visit of its day.
    if anchors.count > 2 { anchors.sort { $0.day < $1.day } }
    return anchors
  }

  /// That step of each case that `filter` means.
  func anchors(_ filter: CaseFilter) -> [Anchor] {
    var anchors: [Anchor] = []
    for step in steps where filter.holds(step.step) {
      var anchor = Anchor(step.moment, fact: step.fact, dossier: self)
      anchor.caseNumber = step.step.caseNumber
      anchors.add(anchor)
    }
    return anchors
  }

  /// The first step of the anchor's case that ends the rule; a case that was closed asks for
  /// nothing that began when it was opened.
  func stepEnding(_ anchor: Anchor, _ rule: Rule) -> Ending? {
    guard let caseNumber = anchor.caseNumber else { return nil }
    var ends = rule.untilSteps
    switch rule.schedule.trigger {
    case .step(let filter) where filter.step != .closed && filter.step != .handled:
      ends.insert(.closed)
    case .missed: ends.insert(.closed)
    default: break
    }
    return steps.first { step in
      step.step.caseNumber == caseNumber && ends.contains(step.step.step)
        && !step.moment.isSurelyBefore(anchor.origin) && step.moment.day >= anchor.origin.day
    }.map { Ending(day: $0.moment.day, cause: .step($0.step.step)) }
  }
}

extension [Anchor] {
  /// Of several on one day, for a case of its own, the first counts, unless the day closed it and
  /// not the later one.
  mutating func add(_ anchor: Anchor) {
    let same = lastIndex { $0.day == anchor.day && $0.caseNumber == anchor.caseNumber }
    guard let same else { return append(anchor) }
    let isClosed = self[same].closes?.day == anchor.day
    if isClosed, anchor.closes?.day != anchor.day { self[same] = anchor }
  }
}

extension CaseFilter {
  /// Whether it means that step. A payment's day is no case.
  func holds(_ fact: CaseStep) -> Bool {
    fact.step == step && fact.caseNumber != CaseStep.payment
      && (kinds.isEmpty || kinds.contains(fact.kind))
      && (urgencies.isEmpty || urgencies.contains(fact.urgency))
  }
}
