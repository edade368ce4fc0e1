import Core

/// A second reading of what staff and office owe (rule 11 and the words of `duties:`), made from the
/// text alone: it looks at every day of the office and at every piece of evidence.
struct DutyOracle {
  let story: DutyStory
  let now: Moment

  /// A day on which a duty falls; not `isOwed` where it belongs to another policy's time or to others,
  /// and only tells where the time of its neighbours begins or ends.
  private struct Turn {
    var duty: Duty
    var day: Day
    var isOwed: Bool
    /// From when evidence counts where no turn lies before it.
    var start: Day
    /// Reading: a day of a series from before its policy's time tells where the time of the policy's
    /// first one begins, and ends nothing of another policy's.
    var least = Day.first
  }

  func answers(_ days: ClosedRange<Day>) -> [String] {
    var ids: [String] = []
    for duty in story.reigns.flatMap(\.policy.duties) where !ids.contains(duty.id) {
      ids.append(duty.id)
    }
    return ids.flatMap { id in
      let turns = turns(id, until: days.upperBound)
      let holders = story.reigns.flatMap(\.policy.duties).filter { $0.id == id }.map(\.holder)
      return subjects(holders).flatMap { subject, member in
        lines(member.map { own(turns, $0) } ?? shared(turns, subject), subject, days)
      }
    }.sorted()
  }

  private func subjects(_ holders: [DutyHolder]) -> [(DutySubject, DutyMember?)] {
    var subjects: [(DutySubject, DutyMember?)] = holders.contains(.office) ? [(.office, nil)] : []
    for role in Role.allCases where holders.contains(.role(role, any: true)) {
      subjects.append((.role(role), nil))
    }
    for member in story.members where holders.contains(.role(member.role, any: false)) {
      subjects.append((.staff(member.id), member))
    }
    return subjects
  }

  // MARK: The days

  /// Under each policy that has the duty, in order; of two on one day that which is owed, the earlier
  /// policy's.
  private func turns(_ id: String, until last: Day) -> [Turn] {
    var turns: [Turn] = []
    for (index, reign) in story.reigns.enumerated() {
      guard let duty = reign.policy.duties.first(where: { $0.id == id }) else { continue }
      let next = index + 1 < story.reigns.count ? story.reigns[index + 1].from : nil
      switch duty.schedule {
      case .series(let cadence, let workdaysOnly):
        turns += series(duty, cadence, workdaysOnly, reign.from, next, isFirst: index == 0, last)
      case .milestone(let kinds, let due):
        for milestone in story.milestones where kinds.contains(milestone.kind) {
          let own = plus(milestone.day, due)
          if own < reign.from || next.map({ own >= $0 }) ?? false { continue }
          let day = moved(own, duty)
          turns.append(Turn(duty: duty, day: day, isOwed: true, start: day - 370))
        }
      }
    }
    var one: [Turn] = []
    for turn in turns {
      guard let place = one.firstIndex(where: { $0.day == turn.day }) else {
        one.append(turn)
        continue
      }
      if turn.isOwed && !one[place].isOwed { one[place] = turn }
    }
    return one.sorted { $0.day < $1.day }
  }

  /// One that the calendar fixes is as if it had always been in force; others count from the reign's
  /// first day.
  private func series(
    _ duty: Duty, _ cadence: Cadence, _ workdaysOnly: Bool, _ from: Day, _ next: Day?,
    isFirst: Bool, _ last: Day
  ) -> [Turn] {
    // "Every day begins with it."
    let base = cadence == .days(1) ? from - 1 : isFixed(cadence) ? from - 800 : from
    var turns: [Turn] = []
    var before: Day?
    for own in Grid(cadence, base: base, last: last + 400).days {
      if workdaysOnly, !story.calendar.isWorkday(own) { continue }
      let day = moved(own, duty)
      let isOfReign = own >= from && next.map { own < $0 } ?? true
      // "An office that begins today owes nothing of yesterday", nor of a week that has begun.
      let isOld = duty.weekFrom.map { isOver(begin(day, $0)...day, began(duty, from)) } ?? false
      let isOwed = isOfReign && !(isFirst && day < from) && !isOld
      if own < from {
        before = day
        continue
      }
      let start = before.map { $0 + 1 }
      turns.append(
        Turn(
          duty: duty, day: day, isOwed: isOwed, start: start ?? from, least: start ?? .first))
      // And of those after it the first one tells where its last one ends.
      if next.map({ own >= $0 }) ?? false { break }
    }
    return turns
  }

  private func isFixed(_ cadence: Cadence) -> Bool {
    switch cadence {
    case .weekdays(_, weeks: 1), .monthEnds(1): true
    case .isoWeeks, .monthDays, .halfMonths, .halfMonthEnds: true
    case .days, .weekdays, .monthEnds, .months, .years: false
    }
  }

  private func moved(_ own: Day, _ duty: Duty) -> Day {
    var day = own
    while duty.dayOff != .leave, !story.calendar.isWorkday(day) {
      day = duty.dayOff == .before ? day - 1 : day + 1
    }
    // "A closed office owes nothing that day"; a week's quota keeps its day.
    while duty.weekFrom == nil, story.calendar.closes(day) { day = day + 1 }
    return day
  }

  /// Whether a week of its own began before that day, or the office is closed throughout.
  private func isOver(_ week: ClosedRange<Day>, _ first: Day) -> Bool {
    week.lowerBound < first
      || (0...week.upperBound - week.lowerBound).allSatisfy {
        story.calendar.closes(week.lowerBound + $0)
      }
  }

  /// Since when policies without a break have had the duty that one from that day has.
  private func began(_ duty: Duty, _ from: Day) -> Day {
    var began = from
    for reign in story.reigns.reversed() where reign.from < began {
      if !reign.policy.duties.contains(where: { $0.id == duty.id }) { break }
      began = reign.from
    }
    return began
  }

  /// Days alone: duties count no months and no hours from a milestone.
  private func plus(_ day: Day, _ offset: Offset) -> Day { day + offset.days }

  // MARK: Whose they are

  /// What the office or a role owes, where the policy of the day gives it to them.
  private func shared(_ turns: [Turn], _ subject: DutySubject) -> [Turn] {
    turns.map { turn in
      var turn = turn
      switch (subject, turn.duty.holder) {
      case (.office, .office): break
      case (.role(let role), .role(let holder, any: true)) where role == holder: break
      default: turn.isOwed = false
      }
      return turn
    }
  }

  /// What one member owes: from the day on which the office knows them, not on a leave.
  private func own(_ turns: [Turn], _ member: DutyMember) -> [Turn] {
    var own: [Turn] = []
    for (index, turn) in turns.enumerated() {
      var turn = turn
      if turn.duty.holder != .role(member.role, any: false) || turn.day < member.since {
        turn.isOwed = false
      }
      if turn.isOwed, let weekday = turn.duty.weekFrom {
        // "A week's quota stays, unless the whole week is off."
        var day = begin(turn.day, weekday)
        while day <= turn.day, isAway(member, day) || story.calendar.closes(day) { day = day + 1 }
        if day <= turn.day { own.append(turn) }
        continue
      }
      guard turn.isOwed, isAway(member, turn.day) else {
        own.append(turn)
        continue
      }
      if turn.duty.dayOff == .before {
        repeat {
          turn.day = turn.day - 1
        } while isAway(member, turn.day) || story.calendar.hasHoliday(turn.day)
        if turn.day < max(member.since, story.reigns[0].from) { continue }
      } else {
        while isAway(member, turn.day) || !story.calendar.isWorkday(turn.day) {
          turn.day = turn.day + 1
        }
      }
      // "Where that reaches the next occurrence or the one before, there is none."
      if index > 0, turn.day <= turns[index - 1].day { continue }
      if index + 1 == turns.count || turn.day < turns[index + 1].day { own.append(turn) }
    }
    return own
  }

  private func isAway(_ member: DutyMember, _ day: Day) -> Bool {
    story.leaves.contains { $0.staff == member.id && $0.days.contains(day) }
  }

  private func begin(_ day: Day, _ weekday: Weekday) -> Day {
    var day = day
    while day.weekday != weekday { day = day - 1 }
    return day
  }

  // MARK: What became of them

  private func lines(
    _ turns: [Turn], _ subject: DutySubject, _ days: ClosedRange<Day>
  ) -> [String] {
    var lines: [String] = []
    var rest = evidence(subject)
    var missed = 0
    for (index, turn) in turns.enumerated() where turn.isOwed {
      let duty = turn.duty
      let due = Moment(turn.day, duty.until)
      var from = max(turn.least, index > 0 ? turns[index - 1].day + 1 : turn.start)
      var end = index + 1 < turns.count ? turns[index + 1].day : nil
      if let weekday = duty.weekFrom {
        (from, end) = (begin(turn.day, weekday), turn.day + 1)
      }
      from = min(from, turn.day)
      let (found, settled) = take(&rest, duty, from: from, due: due, end: end)
      var status: String
      if let settled {
        status = due.isSurelyBefore(settled) ? "late \(settled)" : "done \(settled)"
      } else if due.isSurelyBefore(now) {
        status = end.map { now.day >= $0 } ?? false ? "missed" : "overdue"
      } else {
        status = "upcoming"
      }
      let opens = takesTime(duty) ? max(from, turn.day - 6) : turn.day
      if status == "upcoming", now.day >= opens { status = "due" }
      if days.contains(turn.day) {
        lines.append(
          DutyAnswer.line(
            duty, subject, from: from, opens: opens, due: due, found: found, status: status,
            missedBefore: missed))
      }
      missed = status == "missed" ? missed + 1 : 0
    }
    return lines
  }

  /// "What takes more than one sitting (several, visits, before a milestone)."
  private func takesTime(_ duty: Duty) -> Bool {
    if case .milestone = duty.schedule { return true }
    if case .event = duty.evidence { return true }
    return duty.count > 1
  }

  /// What is known now and may count for them, in the order of its moments.
  private func evidence(_ subject: DutySubject) -> [(deed: Deed, left: Int)] {
    story.deeds.filter { deed in
      guard !now.isSurelyBefore(deed.moment) else { return false }
      if case .staff(let id) = subject { return deed.staff == id }
      return true
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element.moment, b.element.moment)
      let (p, q) = (x.time?.minute ?? 1440, y.time?.minute ?? 1440)
      return (x.day, p, a.offset) < (y.day, q, b.offset)
    }.map { ($0.element, $0.element.count) }
  }

  /// What lies in its own time counts; late evidence, up to the next one's day, while it is short. What
  /// it takes counts for nothing else, but one entry of the ledger that comes late for its own time too.
  private func take(
    _ rest: inout [(deed: Deed, left: Int)], _ duty: Duty, from: Day, due: Moment, end: Day?
  ) -> (found: Int, settled: Moment?) {
    var found = 0
    var settled: Moment?
    for index in rest.indices {
      let deed = rest[index].deed
      guard isEvidence(deed, duty), deed.moment.day >= from, rest[index].left > 0 else { continue }
      let isLate = due.isSurelyBefore(deed.moment)
      if deed.moment.day > due.day, let end, deed.moment.day >= end { continue }
      if isLate, found >= duty.count { continue }
      let taken = isLate ? min(rest[index].left, duty.count - found) : rest[index].left
      if found < duty.count, found + taken >= duty.count { settled = deed.moment }
      found += taken
      var isLog = false
      if case .ledger = duty.evidence { isLog = duty.count == 1 }
      if !(isLate && isLog) { rest[index].left -= taken }
    }
    return (found, settled)
  }

  private func isEvidence(_ deed: Deed, _ duty: Duty) -> Bool {
    switch (duty.evidence, deed.kind) {
    case (.ledger(let wanted), .entry(let kind)), (.report(let wanted), .entry(let kind)):
      wanted == kind
    case (.event(let wanted), .event(let kind)): wanted == kind
    default: false
    }
  }
}
