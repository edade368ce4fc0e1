/// A day on which a duty falls due for its role or the office.
struct DutyDay {
  let duty: Duty
  var day: Day
  /// Otherwise it only bounds the evidence of those beside it.
  var isOwed: Bool
  /// From when evidence counts where nothing lies before it.
  let earliest: Day
  /// Evidence counts from then on at the earliest: the day after the last day of the series before its
  /// reign.
  var since: Day?
}

/// An occurrence for one subject.
struct DutySlot {
  let duty: Duty
  let from: Day
  let due: Moment
  /// From that day on it cannot be made up for; nil: always.
  let closes: Day?
}

// MARK: - The days of a duty

extension DutyBook {
  /// The days of the duty of that id under every reign that has it, in order: of the stretch that
  /// matters for `days`, and those after them up to one that no leave takes away: it ends the time of
  /// the last one.
  func entries(of id: String, _ days: ClosedRange<Day>) -> [DutyDay] {
    let found = reigns.indices.flatMap { index -> [DutyDay] in
      guard let duty = reigns[index].policy.duties.first(where: { $0.id == id }) else { return [] }
      switch duty.schedule {
      case .series(let cadence, let workdaysOnly):
        return series(duty, cadence, workdaysOnly: workdaysOnly, reign: index, days)
      case .milestone(let kinds, let due):
        return nodes(duty, kinds, due, reign: index, days)
      }
    }
    return found.sorted { ($0.day, $0.isOwed ? 0 : 1) < ($1.day, $1.isOwed ? 0 : 1) }
      .reduce(into: []) { entries, entry in
        if entries.last?.day != entry.day { entries.append(entry) }
      }
  }

  private func lastDay(ofReign index: Int) -> Day {
    index + 1 < reigns.count ? reigns[index + 1].from - 1 : .last
  }

  private func series(
    _ duty: Duty, _ cadence: Cadence, workdaysOnly: Bool, reign index: Int,
    _ days: ClosedRange<Day>
  ) -> [DutyDay] {
    let (from, last) = (reigns[index].from, lastDay(ofReign: index))
    let first = max(from, days.lowerBound - DutyBook.memory)
    guard from <= last else { return [] }
    var entries: [DutyDay] = []
    var since: Day?
    let begins = !cadence.isFixed || cadence == .days(1) && first == from
    for own in cadence.occurrences(from: begins ? from : first - cadence.lead) {
      if own == from && !cadence.isFixed || workdaysOnly && !calendar.isWorkday(own) { continue }
      let day = moved(own, of: duty)
      if own < first {
        since = day + 1
        continue
      }
      // An office that begins today owes nothing of yesterday, and nothing of a week that has begun.
      let week = duty.weekFrom.map { day.last($0)...day }
      let isOwed =
        own <= last && (index > 0 || day >= from)
        && week.map { $0.lowerBound >= beginning(of: duty, to: index) && !isClosed($0) } ?? true
      entries.append(
        DutyDay(duty: duty, day: day, isOwed: isOwed, earliest: since ?? from, since: since))
      if day > days.upperBound && !daysOff.isAnybodyAway(on: day) || own > last { break }
    }
    return entries
  }

  private func nodes(
    _ duty: Duty, _ kinds: TermSet<MilestoneKind>, _ due: Offset, reign index: Int,
    _ days: ClosedRange<Day>
  ) -> [DutyDay] {
    let reign = reigns[index].from...max(reigns[index].from, lastDay(ofReign: index))
    return milestones.filter { kinds.contains($0.kind) }.compactMap { milestone in
      let own = milestone.day.adding(due, calendar)
      guard reign.contains(own), own >= days.lowerBound - DutyBook.memory else { return nil }
      let day = moved(own, of: duty)
      return DutyDay(duty: duty, day: day, isOwed: true, earliest: day - DutyBook.reach)
    }
  }

  /// The first day of the policies, one after the other, that have had the duty up to that one.
  private func beginning(of duty: Duty, to index: Int) -> Day {
    var first = index
    while first > 0, reigns[first - 1].policy.duties.contains(where: { $0.id == duty.id }) {
      first -= 1
    }
    return reigns[first].from
  }

  private func isClosed(_ week: ClosedRange<Day>) -> Bool {
    calendar.closures.closure(holding: week.lowerBound)?.contains(week.upperBound) ?? false
  }

  /// A week's quota keeps its day.
  private func moved(_ own: Day, of duty: Duty) -> Day {
    let day = calendar.day(own, duty.dayOff)
    return duty.weekFrom == nil ? calendar.closures.opening(onOrAfter: day) : day
  }
}

extension Cadence {
  /// Whether the calendar alone fixes its days, whatever day it is counted from.
  fileprivate var isFixed: Bool {
    switch self {
    case .days(let n): n == 1
    case .weekdays(_, let n), .monthEnds(let n): n == 1
    case .isoWeeks, .monthDays, .halfMonths, .halfMonthEnds: true
    case .months, .years: false
    }
  }

  /// Within so many days before any day lies one of the series, holidays left out.
  fileprivate var lead: Int { self == .days(1) ? 31 : DutyBook.reach }
}

// MARK: - The days of one subject

extension DutyBook {
  /// `member`: each of the role owes the duty alone.
  func slots(
    _ entries: [DutyDay], of subject: DutySubject, _ member: DutyMember?
  ) -> [DutySlot] {
    let own = member.map { member in
      entries.indices.compactMap { self.entry($0, of: entries, for: member) }
    }
    let days = own ?? entries.map { $0.shared(by: subject) }
    return days.indices.compactMap { index in
      let entry = days[index]
      guard entry.isOwed else { return nil }
      let due = Moment(entry.day, entry.duty.until)
      guard let first = entry.duty.weekFrom else {
        let before = index > 0 ? days[index - 1].day + 1 : entry.earliest
        let from = max(before, entry.since ?? before)
        let next = index + 1 < days.count ? days[index + 1].day : nil
        return DutySlot(duty: entry.duty, from: min(from, entry.day), due: due, closes: next)
      }
      return DutySlot(
        duty: entry.duty, from: entry.day.last(first), due: due, closes: entry.day + 1)
    }
  }

  /// The entry as a member has it; nil where leave takes it away.
  private func entry(_ index: Int, of entries: [DutyDay], for member: DutyMember) -> DutyDay? {
    var entry = entries[index]
    guard entry.isOwed else { return entry }
    guard entry.duty.holder == .role(member.role, any: false), member.isHere(on: entry.day) else {
      entry.isOwed = false
      return entry
    }
    if let first = entry.duty.weekFrom {
      let start = entry.day.last(first)
      return (0...(entry.day - start)).allSatisfy { isAway(member, start + $0) } ? nil : entry
    }
    guard daysOff.contains(entry.day, of: member.id) else { return entry }
    guard
      let day = entry.duty.dayOff == .before
        ? day(before: entry.day, of: member)
        : calendar.workday(onOrAfter: entry.day, of: member.id, daysOff)
    else { return nil }
    let before = index > 0 ? entries[index - 1].day : nil
    let next = index + 1 < entries.count ? entries[index + 1].day : nil
    guard before.map({ $0 < day }) ?? true, next.map({ day < $0 }) ?? true else { return nil }
    entry.day = day
    return entry
  }

  /// Whether the office is closed that day or the member on leave.
  private func isAway(_ member: DutyMember, _ day: Day) -> Bool {
    daysOff.contains(day, of: member.id) || calendar.closures.closure(holding: day) != nil
  }

  /// The last day before that on which the member is there and that is no holiday: what is due on one's
  /// rest day is done on the day before, whatever day of the week that is. Nil where the office or the
  /// member was not there yet.
  private func day(before day: Day, of member: DutyMember) -> Day? {
    var day = day - 1
    while daysOff.contains(day, of: member.id) || calendar.isHoliday(day) { day = day - 1 }
    return day >= max(member.since, reigns[0].from) ? day : nil
  }
}

extension DutyDay {
  /// As the office or a role has it: owed where its policy gives it to them.
  fileprivate func shared(by subject: DutySubject) -> DutyDay {
    var entry = self
    switch (subject, duty.holder) {
    case (.office, .office): break
    case (.role(let role), .role(let holder, any: true)) where role == holder: break
    default: entry.isOwed = false
    }
    return entry
  }
}

extension Day {
  /// The last such weekday up to this day.
  fileprivate func last(_ weekday: Weekday) -> Day {
    self - (self.weekday.number - weekday.number + 7) % 7
  }
}
