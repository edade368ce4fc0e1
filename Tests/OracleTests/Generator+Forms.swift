import Core

/// What some rules speak of, so that stories are about it.
struct Words {
  var kinds: [EventKind] = []
  var tags: [Tag] = []
  /// Events of which a rule needs several.
  var together: [EventKind] = []
  var asksForBirthdays = false
  var asksForCases = false
  /// Whether something takes months.
  var isLong = false

  init(_ rules: [Rule]) {
    for rule in rules {
      kinds += rule.until.elements + rule.audience.has.elements + rule.audience.hasNot.elements
      tags += rule.audience.anyTag.elements + rule.audience.noTag.elements
      if case .event(let kinds) = rule.settledBy { self.kinds += kinds.elements }
      if rule.isWithGift { kinds.append(.gift) }
      read(rule.schedule)
    }
    kinds = TermSet(kinds).elements.filter { $0 != .lost && $0 != .cancellation }
    tags = TermSet(tags).elements
  }

  private mutating func read(_ schedule: Schedule) {
    switch schedule.trigger {
    case .event(let kinds): self.kinds += kinds.elements
    case .all(let kinds):
      self.kinds += kinds.elements
      together += kinds.elements
    case .first(let kind): kinds.append(kind)
    case .deal: kinds += [.reservation, .signing]
    case .step: asksForCases = true
    case .rule, .missed, .entry, nil: break
    }
    switch schedule {
    case .once(_, _, let due), .onceAfter(_, _, let due): if due.months != 0 { isLong = true }
    case .every(let cadence, _, _, let stretch):
      switch cadence {
      case .months, .years, .monthEnds, .monthDays, .halfMonths, .halfMonthEnds: isLong = true
      case .days(let n) where n > 14: isLong = true
      case .days, .weekdays, .isoWeeks: if stretch != Stretch() { isLong = true }
      }
    case .occasion(.birthdays, _, _): asksForBirthdays = true
    case .occasion: break
    }
  }
}

extension Policy {
  /// Whether it or a part of it has a weekly cap.
  var isCapped: Bool { weeklyCap != nil || addOns.contains { $0.weeklyCap != nil } }
}

extension Generator {
  /// Each of several events that a rule waits for, some of them twice, and now and then an end between.
  mutating func together() -> [(Day, TimeOfDay?, Fact.Body)] {
    guard !words.together.isEmpty, random.below(3) > 0 else { return [] }
    let more = (0..<random.below(3)).map { _ in random.pick(words.together) }
    let ends: [EventKind] = random.below(3) == 0 ? [.cancellation] : []
    return (words.together + more + ends).map { kind in
      (start + random.below(length), random.below(2) == 0 ? someTime() : nil, .event(kind))
    }
  }

  /// Several contacts that count within days of each other, as a weekly cap counts them.
  mutating func burst() -> [(Day, TimeOfDay?, Fact.Body)] {
    let first = start + random.below(length)
    return (0..<random.below(5)).map { _ in
      let channel = random.pick([Channel.phone, .phone, .sms, .faceToFace])
      let contact = Contact(channel: channel, outcome: channel == .sms ? .sent : .reached)
      return (first + random.below(6), random.below(3) == 0 ? someTime() : nil, .contact(contact))
    }
  }

  /// Calls without an answer within days of each other, some of them twice a day.
  mutating func tries() -> [(Day, TimeOfDay?, Fact.Body)] {
    let first = start + random.below(length)
    return (0..<random.below(6)).map { _ in
      let outcome = random.pick([Outcome.noAnswer, .noAnswer, .busy, .hungUp, .vacant])
      let contact = Contact(channel: .phone, outcome: outcome)
      return (first + random.below(9), random.below(3) == 0 ? someTime() : nil, .contact(contact))
    }
  }

  /// Some of the customer's and of the family's, some of them changed or taken back later.
  mutating func birthdays() -> [(Day, TimeOfDay?, Fact.Body)] {
    var facts: [(Day, TimeOfDay?, Fact.Body)] = []
    for member: Int32 in 0..<3 where random.below(4) > 0 {
      for _ in 0..<random.pick([1, 1, 1, 2]) {
        let day = random.below(3) > 0 ? start : start + random.below(length)
        let birthday = random.below(12) > 0 ? birthday() : nil
        facts.append((day, nil, .birthday(BirthdayFact(of: member, birthday))))
      }
    }
    return facts
  }

  private mutating func birthday() -> Birthday? {
    if random.below(8) == 0 { return try? Birthday(isLunar: false, year: 1992, month: 2, day: 29) }
    let day = start + (random.below(length + 30) - 5)
    let year = random.below(2) == 0 ? nil : 1950 + random.below(60)
    if random.below(2) == 0 {
      let civil = day.civil
      return try? Birthday(isLunar: false, year: year, month: civil.month, day: civil.day)
    }
    guard let lunar = LunarDate(day) else { return nil }
    let last = random.below(6) == 0
    return try? Birthday(
      isLunar: true, year: nil, month: lunar.month,
      isLeapMonth: lunar.isLeapMonth || random.below(8) == 0 && lunar.month == 5,
      day: last ? 30 : lunar.day)
  }

  /// A few cases with their steps, mostly in the usual order.
  mutating func cases(_ facts: [Fact]) -> [(Day, TimeOfDay?, Fact.Body)] {
    var steps: [(Day, TimeOfDay?, Fact.Body)] = []
    for caseNumber in 1..<Int32(2 + random.below(4)) {
      let kind = random.pick(CaseKind.allCases)
      let urgency = random.pick(Urgency.allCases)
      var day = someDay(facts)
      let course = random.pick([
        [CaseStepKind.opened], [.opened, .handled], [.opened, .handled, .closed],
        [.opened, .closed], [.opened, .told, .handled],
        [.opened, .handled, .handled], [.handled, .closed],
        [.opened, .assigned, .handled, .closed, .opened, .handled],
        [.opened, .assigned, .handled, .escalated], [.opened, .escalated, .handled, .assigned],
      ])
      for step in course {
        let time = random.below(2) == 0 ? someTime() : nil
        steps.append((day, time, .step(CaseStep(caseNumber, kind, step, urgency: urgency))))
        day = day + random.pick([0, 0, 1, 1, 2, 3, 5, 8])
      }
    }
    return steps
  }

  /// What was said of payment and layout, and whose customer it was.
  mutating func addSayings(to story: inout Story) {
    story.names = [(1, "李明"), (2, "周敏"), (3, "陈静")]
    for _ in 0..<random.below(5) {
      let kind = random.pick([Traits.Kind.payment, .layout])
      let texts: [String?] =
        kind == .payment
        ? ["按揭贷款", "一次性", "公积金 按揭", nil] : ["三室两厅", "3居", "四居", "两房", nil]
      story.sayings.append(
        Traits.Saying(1, from: someDay(story.facts), kind, random.pick(texts)))
    }
    story.sayings.sort { $0.day < $1.day }
    for _ in 0..<random.below(4) {
      story.facts.append(
        Fact(
          id: FactID(story.facts.count + 1), day: someDay(story.facts),
          .owner(StaffID(1 + random.below(3)))))
    }
  }

  /// Conversations of which most are about one of the cases.
  mutating func speaking(ofCase fact: Fact) -> Fact {
    guard case .contact(var contact) = fact.body, random.below(4) > 0 else { return fact }
    contact.about = CaseOfContact(Int32(1 + random.below(4)), .complaint)
    return Fact(id: fact.id, day: fact.day, time: fact.time, .contact(contact))
  }

  mutating func milestone(_ id: Int64) -> Milestone {
    let day = start + random.below(length)
    let kinds = MilestoneKind.known(to: vocabulary)
    let until = random.below(3) == 0 ? day + random.below(12) : nil
    return Milestone(id: id, kind: random.pick(kinds), day: day, until: until)
  }

  /// The published days, and some of the company's own; or weekdays alone.
  mutating func calendar() -> WorkCalendar {
    if random.below(3) == 0 { return .weekdays }
    let company = (0..<random.below(4)).map { _ in
      let festival = random.pick([Festival.springFestival, .newYear, .nationalDay, .labourDay])
      let round = festival.day(in: start.year + random.below(2)) ?? start
      let first = random.below(2) == 0 ? start + random.below(length) : round - random.below(9)
      return CompanyDays(
        first...first + random.below(12), isHoliday: random.below(4) > 0, name: "公司")
    }
    return WorkCalendar(years: Generator.years, company: company)
  }

  /// Holidays as the State Council published them for 2026; for 2027 and 2028 made up.
  private static let years: [CalendarYear] = [
    year(
      2026, [(1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7)],
      worked: [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]),
    year(
      2027, [(1, 1, 3), (2, 5, 12), (4, 4, 6), (5, 1, 5), (9, 15, 17), (10, 1, 7)],
      worked: [(2, 13), (2, 20), (5, 8), (9, 26), (10, 9)]),
    year(
      2028, [(1, 1, 2), (1, 25, 31), (4, 4, 6), (5, 1, 5), (10, 1, 8)],
      worked: [(2, 5), (2, 13), (5, 6), (10, 14)]),
  ]

  private static func year(
    _ year: Int, _ holidays: [(month: Int, from: Int, to: Int)], worked: [(month: Int, day: Int)]
  ) -> CalendarYear {
    let off = holidays.flatMap { span in
      (span.from...span.to).compactMap { Day(year: year, month: span.month, day: $0) }
    }
    let on = worked.compactMap { Day(year: year, month: $0.month, day: $0.day) }
    return CalendarYear(
      year,
      off.map { StatutoryDay($0, .holiday, "假") } + on.map { StatutoryDay($0, .makeUpWorkday, "假") }
    )
  }
}
