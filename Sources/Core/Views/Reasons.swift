// From obligations to the reasons of a line.

extension Engine {
  /// Open obligations merged into reasons: one a rule, but one each for a milestone, a festival,
  /// a birthday, a case and a promise.
  package func reasons(
    _ obligations: [Obligation], _ state: Snapshot, at now: Moment,
    where isMeant: (Obligation) -> Bool = { _ in true }
  ) -> [Reason] {
    var groups: [ReasonGroup] = []
    for (place, obligation) in obligations.enumerated()
    where obligation.listStatus(at: now) != nil && isMeant(obligation) {
      let id = ReasonID(ready(obligation.rule), obligation, at: now)
      if let group = groups.firstIndex(where: { $0.id == id }) {
        groups[group].overdue += obligation.undone
        if obligation.due.isBefore(obligations[groups[group].oldest].due) {
          groups[group].oldest = place
        }
      } else {
        groups.append(ReasonGroup(id: id, oldest: place, overdue: obligation.undone))
      }
    }
    return groups.compactMap {
      reason(obligations[$0.oldest], overdue: $0.overdue, state, at: now)
    }
  }

  private func reason(
    _ oldest: Obligation, overdue: Int, _ state: Snapshot, at now: Moment
  ) -> Reason? {
    guard let status = oldest.listStatus(at: now) else { return nil }
    let ready = ready(oldest.rule)
    return Reason(
      rule: oldest.rule, status: status, opens: oldest.opens, due: oldest.due,
      daysOverdue: oldest.daysOverdue(at: now),
      missed: ready.isCadence || ready.isPayment ? overdue : 0,
      anchor: oldest.anchor, anchorFact: oldest.anchorFact, key: oldest.key,
      planned: oldest.planned,
      attempts: oldest.attempts, isExcused: oldest.isExcused, priority: ready.rule.priority,
      channel: state.isAverse ? ready.asksAverse : ready.asks)
  }
}

/// The open occurrences of one reason.
private struct ReasonGroup {
  let id: ReasonID
  /// Its place among the obligations.
  var oldest: Int
  var overdue: Int
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
    case .milestone, .runUp, .festival, .promise, .companyHoliday, .birthday:
      occasion = obligation.key
    case .ofCase(let number, _): occasion = .ofCase(number, .first)
    }
  }
}

extension Obligation {
  /// How many occurrences it stands for that are overdue.
  fileprivate var undone: Int { status.isOverdue ? 1 + followers : 0 }

  /// How it stands on a list, or nil where it has no place on one any more.
  func listStatus(at now: Moment) -> ListStatus? {
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
