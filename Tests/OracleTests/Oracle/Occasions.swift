import Core

/// A day that comes by itself: a festival, the company's holiday, a milestone, a birthday.
private struct Comes {
  var key: String
  var day: Day
  /// Its last day, where it takes several.
  var lastDay: Day
  /// Since when the office knows of it.
  var known = Day.first

  init(_ key: String, _ day: Day, until lastDay: Day? = nil) {
    self.key = key
    self.day = day
    self.lastDay = lastDay ?? day
  }
}

extension Oracle {
  func broadcasts(
    _ rule: Rule, _ policy: Policy, _ occasion: Occasion, _ offsets: (opens: Offset, due: Offset)
  ) -> [Answer] {
    comes(occasion, policy).flatMap { come -> [Answer] in
      // Reading: what is wanted after something that takes days counts from its last day
      // ("结束后第三天"), everything else from its first.
      let isAfter = day(come.day, plus: offsets.due) > come.day
      let anchor = isAfter ? come.lastDay : come.day
      let (opens, due) = (day(anchor, plus: offsets.opens), day(anchor, plus: offsets.due))
      let windows: [(key: String, opens: Day, due: Moment)]
      if rule.isDaily {
        windows = days(rule, opens, due).map {
          ("\(come.key) \(anchor - $0)", $0, Moment($0, rule.lastHour))
        }
      } else {
        let window = moved(rule, opens: opens, due: Moment(due, rule.lastHour), notBefore: nil)
        windows = [(come.key, window.opens, window.due)]
      }
      return windows.compactMap { window -> Answer? in
        if window.due.day < come.known { return nil }
        let duty = WindowDuty(
          rule: rule, policy: policy, key: window.key, anchor: anchor,
          opens: max(window.opens, come.known), due: window.due)
        var answer = walk(duty).answer
        answer?.reason = window.key
        answer?.start = Start(day: anchor, origin: Moment(anchor), isForAll: true)
        return answer
      }
    }
  }

  /// "A daily run-up to a milestone in one rule: one obligation a day from lead to eve." With a choice
  /// for days off, on working days alone.
  private func days(_ rule: Rule, _ opens: Day, _ due: Day) -> [Day] {
    var days: [Day] = []
    var day = opens
    while day <= due {
      if rule.dayOff == .leave || calendar.isWorkday(day) { days.append(day) }
      day = day + 1
    }
    return days
  }

  private func name(_ festival: Festival) -> String { festival.word(in: words).name }

  /// A festival of the policy's own is on its day of each year of its calendar.
  private func day(of festival: Festival, _ year: Int, _ policy: Policy) -> Day? {
    policy.festivalDays[festival].map { day(of: $0, year) } ?? festival.day(in: year)
  }

  private func comes(_ occasion: Occasion, _ policy: Policy) -> [Comes] {
    let years = first.year - 2...last.year + 2
    switch occasion {
    case .festivals(let festivals):
      return years.flatMap { year in
        festivals.elements.compactMap { festival in
          day(of: festival, year, policy).map { Comes("festival \(name(festival)) \(year)", $0) }
        }
      }
    case .companyHolidays(let festivals):
      return years.flatMap { year in
        festivals.elements.compactMap { festival in
          let span = day(of: festival, year, policy).flatMap(companyHoliday)
          return span.map { Comes("holiday \(name(festival)) \(year)", $0) }
        }
      }
    case .milestones(let kinds):
      return milestones.filter { kinds.contains($0.kind) }
        .map { Comes("milestone \($0.id)", $0.day, until: $0.lastDay) }
    case .birthdays(let owners): return years.flatMap { birthdays(owners, $0) }
    }
  }

  /// The first day of the company's own holiday that holds that day: of several the last entered.
  private func companyHoliday(_ day: Day) -> Day? {
    calendar.company.reversed().first { $0.isHoliday && $0.days.contains(day) }?.days.lowerBound
  }

  // MARK: Birthdays

  /// Reading: the newest entry says what the birthday is and was; nothing is owed for a day before
  /// that member's birthday was first known.
  private func birthdays(_ owners: TermSet<BirthdayOwner>, _ year: Int) -> [Comes] {
    var newest: [Int32: (fact: BirthdayFact, known: Day)] = [:]
    for fact in facts {
      guard case .birthday(let entry) = fact.body else { continue }
      newest[entry.member] = (entry, newest[entry.member]?.known ?? fact.day)
    }
    return newest.values.compactMap { entry, known in
      guard owners.contains(entry.member == 0 ? .own : .family),
        let birthday = entry.birthday, let day = day(of: birthday, year)
      else { return nil }
      var come = Comes("birthday \(entry.member) \(year)", day)
      come.known = known
      return come
    }
  }

  /// Its day in that year of its own calendar. 29 February is the 28th in a common year; what a
  /// lunar year lacks is as rule 6 of §3 has it.
  private func day(of birthday: Birthday, _ year: Int) -> Day? {
    guard birthday.isLunar else {
      return Day(
        year: year, month: birthday.month,
        day: min(birthday.day, Day.days(in: birthday.month, of: year)))
    }
    let leap = birthday.isLeapMonth
    let candidates = leap ? [(true, birthday.day), (true, birthday.day - 1)] : []
    let plain = [(false, birthday.day), (false, birthday.day - 1)]
    // A leap month that the year has is never passed over for a day that it lacks.
    for (isLeap, day) in candidates + plain {
      let date = LunarDate(year: year, month: birthday.month, isLeapMonth: isLeap, day: day)
      if let date { return date.solar }
    }
    return nil
  }
}
