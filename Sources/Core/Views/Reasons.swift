// From obligations to the reasons of a line.

extension Engine {
  /// Open obligations merged into reasons: one a rule, but one each for a milestone, a festival,
  /// a birthday, a case and a promise.
  package func reasons(
    _ obligations: [Obligation], _ state: Snapshot, at now: Moment,
    where isMeant: (Obligation) -> Bool = { _ in true }
  ) -> [Reason] {
    var groups: [ReasonGroup] = []
    for obligation in obligations where obligation.standing(at: now) != nil && isMeant(obligation) {
      // Undone slots of a cadence follow one another, by the dozen where nobody called.
      if let last = groups.indices.last, groups[last].isNeighbour(obligation) {
        groups[last].add(obligation)
        continue
      }
      let id = ReasonID(ready(obligation.rule), obligation, at: now)
      if let index = groups.firstIndex(where: { $0.id == id }) {
        groups[index].add(obligation)
      } else {
        groups.append(ReasonGroup(id: id, oldest: obligation))
      }
    }
    return groups.compactMap { reason($0.oldest, overdue: $0.overdue, state, at: now) }
  }

  private func reason(
    _ oldest: Obligation, overdue: Int, _ state: Snapshot, at now: Moment
  ) -> Reason? {
    guard let standing = oldest.standing(at: now) else { return nil }
    let ready = ready(oldest.rule)
    return Reason(
      rule: oldest.rule, standing: standing, opens: oldest.opens, due: oldest.due,
      daysOverdue: oldest.daysOverdue(at: now), missed: ready.isCadence ? overdue : 0,
      anchor: oldest.anchor, anchorFact: oldest.anchorFact, key: oldest.key,
      attempts: oldest.attempts, priority: ready.rule.priority,
      channel: state.isAverse ? ready.asksAverse : ready.asks)
  }
}

/// The open occurrences of one reason.
private struct ReasonGroup {
  let id: ReasonID
  private(set) var oldest: Obligation
  private(set) var overdue: Int

  init(id: ReasonID, oldest: Obligation) {
    self.id = id
    self.oldest = oldest
    overdue = oldest.undone
  }

  mutating func add(_ obligation: Obligation) {
    overdue += obligation.undone
    if obligation.due.isBefore(oldest.due) { oldest = obligation }
  }

  /// Whether it is certainly of the group, without a look at its rule.
  func isNeighbour(_ obligation: Obligation) -> Bool {
    guard obligation.rule == oldest.rule, case .slot = obligation.key, case .slot = oldest.key
    else { return false }
    return obligation.status.isOverdue && oldest.status.isOverdue
      && obligation.hiddenUntil == nil && oldest.hiddenUntil == nil
  }
}

/// What makes two obligations one reason.
private struct ReasonID: Hashable {
  let rule: ClauseID
  let isListed: Bool
  let occasion: AnchorKey?

  init(_ ready: ReadyRule, _ obligation: Obligation, at now: Moment) {
    rule = ready.name
    isListed = obligation.isListed(at: now)
    switch obligation.key {
    case .event, .slot: occasion = nil
    case .milestone, .festival, .promise, .companyHoliday, .birthday: occasion = obligation.key
    case .matter(let number, _): occasion = .matter(number, .first)
    }
  }
}

extension Obligation {
  /// How many occurrences it stands for that are overdue.
  fileprivate var undone: Int { status.isOverdue ? 1 + followers : 0 }

  /// How it stands on a list, or nil where it has no place on one any more.
  fileprivate func standing(at now: Moment) -> Reason.Standing? {
    switch status {
    case .due, .overdue:
      if let hiddenUntil, !isListed(at: now) {
        return .held(.promise(anchorFact ?? 0), until: hiddenUntil)
      }
      return status.isDue ? .due : .overdue
    case .upcoming: return .upcoming
    case .held(let hold, let until): return until.day > now.day ? .held(hold, until: until) : nil
    case .done, .missed, .skipped, .void: return nil
    }
  }
}
