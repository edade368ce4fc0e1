import Core

// What the arithmetic of an occurrence counts from, and how far.

extension WhyPage {
  func occurrence(_ reason: Reason, _ rule: Rule) -> Occurrence {
    occurrence(
      reason.key, reason.anchor, reason.anchorFact, (reason.opens, reason.due), reason.planned, rule
    )
  }

  func occurrence(_ owed: Obligation, _ rule: Rule) -> Occurrence {
    occurrence(owed.key, owed.anchor, owed.anchorFact, (owed.opens, owed.due), owed.planned, rule)
  }

  private func occurrence(
    _ key: AnchorKey, _ anchor: Day, _ fact: FactID?, _ window: (opens: Moment, due: Moment),
    _ own: Day?, _ rule: Rule
  ) -> Occurrence {
    let (opens, due) = window
    // A customer who came before the policy reigned is graded from its first day on.
    let isAdopted =
      rule.isGrading && anchor < opens.day && engine.reigns.contains { $0.from == opens.day }
    let day = isAdopted ? opens.day : anchor
    return Occurrence(
      anchor: isAdopted ? WhyMessages.adoption : anchorName(fact, anchor, key, rule),
      day: day, opens: opens, distance: distance(key, rule),
      planned: own ?? planned(key, day, rule) ?? due.day, due: due)
  }

  /// The due day that the rule itself gives.
  private func planned(_ key: AnchorKey, _ anchor: Day, _ rule: Rule) -> Day? {
    if case .slot(let day) = key { return day }
    return distance(key, rule).map { anchor.adding($0, engine.calendar) }
  }

  /// How far from the anchor the rule has its due day; nil for a slot of a cadence, and for what is the
  /// program's own, whose day a fact or a parameter gives.
  private func distance(_ key: AnchorKey, _ rule: Rule) -> Offset? {
    if rule.orBy != nil { return nil }
    return switch (key, rule.schedule) {
    case (.slot, _): nil
    case (.event, .once(_, _, let due)), (.event, .onceAfter(_, _, let due)),
      (.ofCase, .once(_, _, let due)):
      due
    case (.runUp(_, let before), _): Offset(days: -before)
    case (_, .occasion(_, _, let due)):
      due
    case (.event, _), (.festival, _), (.milestone, _), (.promise, _), (.companyHoliday, _),
      (.birthday, _), (.ofCase, _):
      nil
    }
  }

  /// What stands on the left of the arithmetic.
  private func anchorName(
    _ id: FactID?, _ day: Day, _ key: AnchorKey, _ rule: Rule
  ) -> Bilingual {
    switch key {
    case .festival(let festival, _): return festival.word(in: vocabulary).bilingual
    case .milestone(let id), .runUp(let id, _):
      let milestone = engine.milestones.first { $0.id == id }
      return milestone.map { WhyMessages.milestone($0, in: vocabulary) }
        ?? Bilingual("节点", "milestone")
    case .companyHoliday(let festival, _):
      let word = festival.word(in: vocabulary)
      return Bilingual("\(word.chinese)公司放假", "company holiday at \(word.english)")
    case .birthday(let member, _): return WhyMessages.birthday(of: member, family[member])
    case .event, .slot, .promise, .ofCase: break
    }
    if let fact = history.facts.first(where: { $0.id == id }), fact.day == day {
      return WhyMessages.name(fact, in: vocabulary)
    }
    if case .missed(let index) = rule.schedule.trigger, let before = chained(index) {
      return WhyMessages.dayAfterMiss(of: before)
    }
    guard case .every(_, .rule(let index), _, _) = rule.schedule, let before = chained(index) else {
      return Bilingual("起算日", "anchor")
    }
    return WhyMessages.dueDay(of: before)
  }

  private func chained(_ index: Int) -> Rule? {
    guard let reign = engine.reign(on: now.day) else { return nil }
    return reign.policy.rules.indices.contains(index) ? reign.policy.rules[index] : nil
  }
}
