/// What starts a rule for a customer. Several events each start it anew.
package enum Trigger: Hashable, Sendable {
  /// Each event of one of these kinds.
  case event(TermSet<EventKind>)
  /// The first event of that kind ever (首次).
  case first(EventKind)
  /// The first of reservation and signing (成交).
  case deal
  /// The day that rule was done if on time, else its due day. An index into `Policy.rules`.
  case rule(Int)
  /// The last of these: the day by which each of them has happened. A later one of them moves it.
  case all(TermSet<EventKind>)
  /// The customer's first fact (入档).
  case entry
  /// That step of each case.
  case step(CaseFilter)
  /// The day after that rule was missed: its due day passed while it was neither done, excused nor
  /// void. An index into `Policy.rules`. Who makes up for it ends what that day started.
  case missed(Int)
}

extension Trigger {
  /// The rule (an index) that it counts from.
  package var followed: Int? {
    switch self {
    case .rule(let index), .missed(let index): index
    case .event, .first, .deal, .all, .entry, .step: nil
    }
  }
}

/// Which step of which cases starts a rule. An empty set asks nothing.
package struct CaseFilter: Hashable, Sendable {
  /// The step that starts it.
  package var step: CaseStepKind
  /// Cases of these kinds; empty: of any.
  package var kinds: TermSet<CaseKind>
  /// Cases of these urgencies; empty: of any.
  package var urgencies: TermSet<Urgency>

  package init(
    _ step: CaseStepKind, of kinds: TermSet<CaseKind> = [], urgencies: TermSet<Urgency> = []
  ) {
    self.step = step
    self.kinds = kinds
    self.urgencies = urgencies
  }
}

/// Where a cadence counts from after a contact (回访周期的起点).
package enum CadenceAnchor: String, Hashable, Sendable {
  /// From the last contact that counts.
  case lastDone = "last_done"
  /// A fixed grid from the trigger.
  case schedule
}

/// The part of a customer's time in which a cadence asks: its grid counts from D+`starts`, and no
/// slot after D+`ends` is owed. Cadences by age (一年内、两年内) are one rule for each stretch.
package struct Stretch: Hashable, Sendable {
  /// The distance from the trigger at which it begins.
  package var starts: Offset
  /// The distance from the trigger at which it ends; nil: never.
  package var ends: Offset?

  /// A stretch that begins and ends at these distances from its trigger.
  package init(starts: Offset = .zero, ends: Offset? = nil) {
    self.starts = starts
    self.ends = ends
  }
}

/// A day that comes for many customers at once, or every year.
package enum Occasion: Hashable, Sendable {
  case festivals(TermSet<Festival>)
  /// The first day of the company's own holiday around one of these festivals, where the office's
  /// calendar has one (公司放假).
  case companyHolidays(TermSet<Festival>)
  case milestones(TermSet<MilestoneKind>)
  case birthdays(TermSet<BirthdayOwner>)
}

/// When a rule asks for a contact. Offsets count from the anchor's day D: 0 is D.
package enum Schedule: Hashable, Sendable {
  /// Once after each anchor: from D+opens to D+due.
  case once(Trigger, opens: Offset, due: Offset)
  /// Once after each anchor until D+due, opening the day after that rule (an index) was resolved.
  case onceAfter(Trigger, rule: Int, due: Offset)
  /// Again and again after the newest anchor.
  case every(Cadence, Trigger, CadenceAnchor, Stretch = Stretch())
  /// Around each of these days: from D+opens to D+due.
  case occasion(Occasion, opens: Offset, due: Offset)
}

extension Schedule {
  /// On the day of each of these festivals.
  package static func festival(_ festivals: TermSet<Festival>) -> Schedule {
    .occasion(.festivals(festivals), opens: 0, due: 0)
  }

  /// On the day of a milestone of these kinds, or, with a lead, from that long before it to its eve.
  package static func milestone(_ kinds: TermSet<MilestoneKind>, lead: Offset) -> Schedule {
    .occasion(.milestones(kinds), opens: -lead, due: Offset(days: lead == .zero ? 0 : -1))
  }

  /// Whether it asks again and again.
  package var isCadence: Bool {
    if case .every = self { true } else { false }
  }

  /// What an event starts, or nil for an occasion.
  package var trigger: Trigger? {
    switch self {
    case .once(let trigger, _, _), .onceAfter(let trigger, _, _), .every(_, let trigger, _, _):
      trigger
    case .occasion: nil
    }
  }

  /// Whether a distance of it counts working days.
  package var countsWorkdays: Bool {
    let distances: [Offset] =
      switch self {
      case .once(_, let opens, let due), .occasion(_, let opens, let due): [opens, due]
      case .onceAfter(_, _, let due): [due]
      case .every(_, _, _, let stretch): [stretch.starts] + [stretch.ends].compactMap { $0 }
      }
    return distances.contains { $0.workdays != 0 }
  }

  /// Whether its days are those of holidays that the company gives.
  fileprivate var isOfCompanyHolidays: Bool {
    if case .occasion(.companyHolidays, _, _) = self { true } else { false }
  }

  /// Rules (indices) that must be computed before this one.
  package var needs: [Int] {
    var needs: [Int] = []
    if let index = trigger?.followed { needs.append(index) }
    if case .onceAfter(_, let rule, _) = self { needs.append(rule) }
    return needs
  }
}

/// What becomes of a due day that is no working day (遇休息日).
package enum DayOffChoice: String, Hashable, Sendable, CaseIterable {
  /// The day stays.
  case leave
  /// The last working day before it.
  case before
  /// The next working day.
  case after
}

/// What settles a rule (如何算完成).
package enum Settlement: Hashable, Sendable {
  /// A contact by a channel that does.
  case contact
  /// An event of one of these kinds since the rule opened.
  case event(TermSet<EventKind>)
  /// One of these steps of the case that started it.
  case step(TermSet<CaseStepKind>)
}

extension Policy {
  /// Whether a rule or duty of it asks which days are worked, of days that may be long past. Otherwise the
  /// calendar tells of the days around the present one alone, where a call has its hours.
  package var asksForWorkdays: Bool {
    beforeHoliday || !duties.isEmpty
      || rules.contains { rule in
        rule.dayOff != .leave || rule.spreads || rule.schedule.countsWorkdays
          || rule.schedule.isOfCompanyHolidays
      }
  }
}
