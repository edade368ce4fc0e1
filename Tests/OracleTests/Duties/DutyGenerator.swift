import Core

/// Makes offices from a seed, with policies of duties that no policy has and evidence for them.
struct DutyGenerator {
  private var random: Seeded
  let start: Day

  init(seed: UInt64) {
    random = Seeded(seed)
    let (year, month, day) = random.pick([
      (2026, 11, 2), (2026, 12, 20), (2027, 1, 25), (2028, 2, 20), (2026, 9, 24), (2027, 4, 20),
    ])
    start = (Day(year: year, month: month, day: day) ?? .first) + random.below(9)
  }

  mutating func story() -> DutyStory {
    let ids = ["d-1", "d-2", "d-3"].prefix(1 + random.below(3))
    var from = start - random.pick([0, 1, 30])
    var reigns: [Reign] = []
    for number: Int64 in 1...Int64(random.pick([1, 1, 2, 3])) {
      var policy = Policy(name: "p\(number)")
      policy.duties = ids.filter { _ in random.below(5) > 0 }.map { duty($0) }
      reigns.append(Reign(id: number, policy: policy, from: from))
      from = from + 1 + random.below(40)
    }
    var story = DutyStory(reigns: reigns, members: members())
    story.milestones = (0..<random.below(4)).map { index in
      Milestone(
        id: Int64(index + 1), kind: random.pick([.launch, .delivery, .activity]),
        day: start + random.below(80))
    }
    story.calendar = calendar()
    story.leaves = (0..<random.below(4)).map { _ in
      let first = start + random.below(70)
      return Leave(StaffID(1 + random.below(4)), first...first + random.below(12))
    }
    story.deeds = deeds(for: reigns.flatMap(\.policy.duties))
    return story
  }

  /// The days asked about, and as of when.
  mutating func probe() -> (days: ClosedRange<Day>, now: Moment) {
    let first = start - 5 + random.below(70)
    return (
      first...first + random.pick([0, 6, 30, 60]),
      Moment(start + random.below(95), random.below(3) > 0 ? nil : time())
    )
  }

  private mutating func members() -> [DutyMember] {
    (1...4).map { number in
      DutyMember(
        id: StaffID(number), role: random.pick([.consultant, .consultant, .service, .manager]),
        since: random.below(3) == 0 ? start + random.below(50) : start - 60)
    }
  }

  private mutating func duty(_ id: String) -> Duty {
    let evidence = random.pick([
      Evidence.ledger("巡查"), .ledger("巡查"), .ledger("客户描摹"), .report("周报"), .event(.visit),
    ])
    let holder = random.pick([
      DutyHolder.office, .role(.consultant, any: false), .role(.consultant, any: false),
      .role(.service, any: true), .role(.manager, any: false),
    ])
    if random.below(6) == 0 {
      return Duty(
        id: id, holder: holder,
        schedule: .milestone([.launch, .delivery], due: Offset(days: random.below(21) - 14)),
        dayOff: someDayOff(), evidence: evidence, count: random.pick([1, 1, 2]))
    }
    let cadence = random.pick(Self.cadences)
    var weekFrom: Weekday?
    if case .weekdays(let days, weeks: 1) = cadence, days.elements.count == 1, random.below(2) == 0
    {
      weekFrom = random.pick([.saturday, .monday])
    }
    return Duty(
      id: id, holder: holder, schedule: .series(cadence, workdaysOnly: random.below(4) == 0),
      dayOff: someDayOff(), until: random.below(3) == 0 ? time() : nil, evidence: evidence,
      count: random.pick([1, 1, 1, 2, 3]), weekFrom: weekFrom)
  }

  private static let cadences: [Cadence] = [
    .days(1), .days(1), .days(3), .days(10), .months(1), .monthEnds(1), .monthEnds(2), .halfMonths,
    .halfMonthEnds, .monthDays([3, 6, 9, 12], day: 31), .monthDays(.all, day: 1),
    .weekdays([.sunday], weeks: 1), .weekdays([.friday], weeks: 1),
    .weekdays([.monday, .thursday], weeks: 1), .weekdays([.monday], weeks: 2),
    .isoWeeks(odd: true, [.thursday]),
  ]

  private mutating func someDayOff() -> DayOffChoice { random.pick([.leave, .before, .after]) }

  private mutating func time() -> TimeOfDay? {
    TimeOfDay(minute: random.pick([540, 600, 720, 1020]))
  }

  private mutating func calendar() -> WorkCalendar {
    let company = (0..<random.below(3)).map { _ in
      let first = start + random.below(70)
      return CompanyDays(
        first...first + random.below(9), isHoliday: random.below(3) > 0, name: "公司")
    }
    return WorkCalendar(years: [], company: company)
  }

  /// Of the kinds that the duties ask for, and of others.
  private mutating func deeds(for duties: [Duty]) -> [Deed] {
    (0..<random.below(random.pick([4, 20, 60]))).map { _ in
      let kind =
        duties.isEmpty || random.below(6) == 0
        ? Deed.Kind.entry("罚款") : random.pick(duties).evidence.deed
      let staff = random.below(8) == 0 ? nil : StaffID(1 + random.below(4))
      return Deed(
        kind, Moment(start - 20 + random.below(110), random.below(2) == 0 ? time() : nil),
        by: staff,
        count: random.pick([1, 1, 1, 2]))
    }
  }
}
