// Days that come for all customers alike: festivals, milestones, the company's holidays.

extension Engine {
  /// So many days before a policy reigns a festival, milestone or holiday that was missed starts
  /// nothing in it any more.
  private static let memory = 1100

  func passes(over days: ClosedRange<Day>) -> [ReignRules] {
    reigns.indices.compactMap { index in
      self.days(ofReign: index).map { reign in
        ReignRules(
          reign: reign,
          rules: orders[index].compactMap { ready in
            // What does not expire may be open since the reign began; what was missed before it may
            // start what opens in it.
            let first =
              ready.isWatched
              ? reign.lowerBound.adding(-Engine.memory) ?? .first
              : ready.rule.expires ? days.lowerBound : reign.lowerBound
            let occasions = occasions(
              of: ready, in: min(first, days.lowerBound)...days.upperBound)
            return occasions?.isEmpty == true ? nil : RuleOccasions(ready, occasions ?? [])
          })
      }
    }
  }

  /// Nil for a rule that counts from what happened to a customer.
  func occasions(of ready: ReadyRule, in days: ClosedRange<Day>) -> [OccasionDay]? {
    guard case .occasion(let occasion, let opens, let due) = ready.rule.schedule else {
      return nil
    }
    switch occasion {
    case .birthdays: return nil
    case .festivals(let festivals):
      return dates(festivals, around: days, ready).compactMap { festival, year, day in
        let found = self.day(.festival(festival, year: year), day, opens, due, ready)
        return found.span.touches(days) ? found : nil
      }
    case .companyHolidays(let festivals):
      return dates(festivals, around: days, ready).compactMap { festival, year, day in
        guard let holiday = holiday(around: day) else { return nil }
        let key = AnchorKey.companyHoliday(festival, year: year)
        let found = self.day(key, holiday, opens, due, ready)
        return found.span.touches(days) ? found : nil
      }
    case .milestones(let kinds):
      return milestones.filter { kinds.contains($0.kind) }.flatMap { milestone in
        let found = self.day(of: milestone, opens, due, ready)
        return (ready.rule.isDaily ? found.days(ready.rule, calendar) : [found]).filter { found in
          found.span.touches(days) || found.former.contains { $0.span.touches(days) }
            || !ready.rule.expires && found.span.opens <= days.upperBound
        }
      }
    }
  }

  private func day(
    of milestone: Milestone, _ opens: Offset, _ due: Offset, _ ready: ReadyRule
  ) -> OccasionDay {
    let key = AnchorKey.milestone(milestone.id)
    // What is due after it waits until it is over.
    func anchor(_ day: Day, _ last: Day) -> Day { due.roughDays > 0 ? last : day }
    var found = self.day(key, anchor(milestone.day, milestone.lastDay), opens, due, ready)
    found.building = Building(milestone.building)
    found.former = milestone.former.map { former in
      let old = self.day(key, anchor(former.day, former.lastDay), opens, due, ready)
      return (old.anchor, old.span, former.until)
    }
    return found
  }

  /// Festivals whose occasion may touch `days`, in the order of the years. A distance of a year at
  /// most reaches into the years beside.
  private func dates(
    _ festivals: TermSet<Festival>, around days: ClosedRange<Day>, _ ready: ReadyRule
  ) -> [(Festival, year: Int, day: Day)] {
    // A lunar year ends in the next civil year.
    let years = days.lowerBound.year - 2...days.upperBound.year + 1
    let policy = policy(of: ready)
    return years.flatMap { year in
      festivals.elements.compactMap { festival in
        let day = policy?.day(of: festival, in: year) ?? festival.day(in: year)
        return day.map { (festival, year, $0) }
      }
    }
  }

  private func policy(of ready: ReadyRule) -> Policy? {
    if case .policy(let reign, _) = ready.ref { reigns[reign].policy } else { nil }
  }

  private func day(
    _ key: AnchorKey, _ day: Day, _ opens: Offset, _ due: Offset, _ ready: ReadyRule
  ) -> OccasionDay {
    var span = Span(opens: day.adding(opens, calendar), due: day.adding(due, calendar))
    if !ready.rule.isDaily { span.move(ready.rule.dayOff, from: nil, calendar) }
    return OccasionDay(key: key, anchor: day, span: span)
  }

  /// The first day of the company's own holiday that holds `day`.
  private func holiday(around day: Day) -> Day? {
    calendar.company.last { $0.isHoliday && $0.days.contains(day) }?.days.lowerBound
  }
}

extension OccasionDay {
  /// Each day of its run-up. Where the rule moves what falls on a day off, such a day has none of its
  /// own: the days beside it ask already.
  fileprivate func days(_ rule: Rule, _ calendar: WorkCalendar) -> [OccasionDay] {
    guard let id = key.milestone else { return [self] }
    let distances = ([span] + former.map(\.span)).enumerated().flatMap { place, span in
      let anchor = place == 0 ? self.anchor : former[place - 1].anchor
      return anchor - span.due...max(anchor - span.due, anchor - span.opens)
    }
    return Set(distances).sorted(by: >).compactMap { before in
      func span(_ anchor: Day, _ whole: Span) -> Span? {
        let day = anchor - before
        guard (whole.opens...max(whole.opens, whole.due)).contains(day),
          rule.dayOff == .leave || calendar.isWorkday(day)
        else { return nil }
        return Span(opens: day, due: day)
      }
      let former = former.compactMap { old in
        span(old.anchor, old.span).map { (old.anchor, $0, old.until) }
      }
      guard let own = span(anchor, self.span) else { return nil }
      var day = OccasionDay(key: .runUp(id, before: before), anchor: anchor, span: own)
      day.former = former
      day.building = building
      return day
    }
  }
}

extension Span {
  fileprivate func touches(_ days: ClosedRange<Day>) -> Bool {
    due >= days.lowerBound && opens <= days.upperBound
  }
}

// MARK: - Birthdays

extension Dossier {
  /// Runs the windows around the birthdays of the years that are asked about.
  func runBirthdays(
    _ ready: ReadyRule, _ owners: TermSet<BirthdayOwner>, _ offsets: (opens: Offset, due: Offset),
    _ outcomes: inout Outcomes
  ) {
    let first =
      ready.rule.expires && !ready.isWatched
      ? outcomes.bounds.reach : max(timeline.spans[0].from, .first)
    let days = min(first, outcomes.bounds.horizon)...outcomes.bounds.horizon
    for (fact, known) in birthdays where owners.contains(fact.owner) {
      guard let birthday = fact.birthday else { continue }
      // Years of its own calendar: two days of one civil year have two keys.
      for year in (days.lowerBound.year - 2)...(days.upperBound.year + 1) {
        guard let day = birthday.day(ofYear: year) else { continue }
        var span = Span(
          opens: day.adding(offsets.opens, calendar), due: day.adding(offsets.due, calendar))
        span.move(ready.rule.dayOff, from: nil, calendar)
        span.opens = max(span.opens, known)
        guard span.due >= max(days.lowerBound, known), span.opens <= days.upperBound
        else { continue }
        runOnce(ready, .birthday(fact.member, year: year), Anchor(day), span, [], &outcomes)
      }
    }
  }
}
