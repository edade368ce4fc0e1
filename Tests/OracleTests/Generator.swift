import Core

/// Makes customers' stories from a seed: ordinary things and nasty ones.
struct Generator {
  var random: Seeded
  private let policies: Policies
  private(set) var start: Day
  private(set) var length = 60
  /// What the policies of the story speak of.
  private(set) var words = Words([])
  private(set) var vocabulary = Vocabulary()

  /// Month and year ends, 29 February 2028, ISO weeks 53 and 1.
  private static let starts = [
    (2026, 11, 2), (2026, 12, 20), (2027, 1, 25), (2028, 2, 20), (2027, 12, 27), (2026, 2, 5),
    (2026, 8, 25), (2028, 1, 28), (2026, 4, 20), (2027, 9, 20),
  ]

  init(seed: UInt64, policies: Policies) {
    random = Seeded(seed)
    self.policies = policies
    let (year, month, day) = random.pick(Generator.starts)
    start = Day(year: year, month: month, day: day) ?? .first
    start = start + random.below(7)
  }

  mutating func story() -> (policies: [String], story: Story) {
    let source = random.pick(Source.allCases)
    length = random.pick([10, 25, 60])
    let (names, reigns) = reigns()
    words = Words(reigns.flatMap(\.policy.rules))
    vocabulary = reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
    if words.isLong { length = random.pick([25, 60, 60, 130, 400]) }
    var facts: [Fact] = []
    let asksForGrades = reigns.contains { $0.policy.classify != nil }
    for body in opening(source, ungraded: asksForGrades ? 3 : 8) {
      facts.append(Fact(id: FactID(facts.count + 1), day: start, time: nil, body))
    }
    let time = random.below(3) == 0 ? someTime() : nil
    facts = facts.map { Fact(id: $0.id, day: $0.day, time: time, $0.body) }
    for _ in 0..<random.below(random.pick([3, 8, 16])) {
      let day = someDay(facts)
      let time = random.below(2) == 0 ? someTime() : nil
      let body = body(day, reigns)
      facts.append(Fact(id: FactID(facts.count + 1), day: day, time: time, body))
    }
    add(together(), &facts)
    if random.below(3) == 0 { add(plans(reigns), &facts) }
    for _ in 0..<random.pick([0, 0, 1, 1, 2]) { add(situation(facts, reigns), &facts) }
    if reigns.contains(where: \.policy.isCapped) { add(burst(), &facts) }
    if reigns.contains(where: { $0.policy.attempts != nil }) { add(tries(), &facts) }
    if words.asksForBirthdays { add(birthdays(), &facts) }
    if random.below(4) == 0 { add(payments(), &facts) }
    if words.asksForCases || random.below(4) == 0 {
      add(cases(facts), &facts)
      add(promisedReplies(facts), &facts)
      for index in facts.indices { facts[index] = speaking(ofCase: facts[index]) }
    }
    let milestones = (0..<random.below(4)).map { index in
      milestone(Int64(index + 1))
    }
    var story = Story(
      source: source, facts: facts, milestones: milestones, calendar: calendar(), reigns: reigns)
    if random.below(2) == 0 { addTexts(to: &story) }
    if random.below(3) > 0 { addStaff(to: &story) }
    if reigns.contains(where: { !$0.policy.traitAudiences.isEmpty }) { addSayings(to: &story) }
    return (names, story)
  }

  /// Days and moments at which both opinions are asked.
  mutating func probes(_ story: Story) -> [(now: Moment, horizon: Day)] {
    (0..<2).map { _ in
      // Now and then nobody has called for long.
      let silence = random.below(5) == 0 ? random.pick([40, 150, 500]) : 0
      let day = start + silence + random.below(length + 12)
      let time = random.below(4) == 0 ? someTime() : nil
      return (Moment(day, time), day + random.pick([0, 0, 10, 35, length > 60 ? 120 : 20]))
    }
  }

  private mutating func reigns() -> (names: [String], reigns: [Reign]) {
    var names: [String] = []
    var reigns: [Reign] = []
    var from =
      random.below(5) == 0 ? start + random.below(random.pick([20, length])) : start - 30
    for index in 0..<(random.below(3) == 0 ? 2 : 1) {
      // Often to the policy of the same ids that opens later.
      let repeats = index == 1 && names[0] == "qnc" && random.below(2) == 0
      let (name, policy) =
        repeats ? policies.late : random.pick(policies.all)
      names.append(name)
      reigns.append(Reign(id: Int64(index + 1), policy: policy, from: from))
      from = max(from, start) + 1 + random.below(random.pick([4, length]))
    }
    return (names, reigns)
  }

  /// One of so many is not graded.
  private mutating func opening(_ source: Source, ungraded: Int) -> [Fact.Body] {
    var bodies: [Fact.Body] = source.event.map { [.event($0)] } ?? []
    if random.below(ungraded) > 0 { bodies.append(.grade(someGrade())) }
    if random.below(3) == 0 { bodies.append(.tag(someTag(), true)) }
    return bodies.isEmpty ? [.grade(.a)] : bodies
  }

  private mutating func someGrade() -> Grade { random.pick([.a, .a, .b, .b, .c, .c, .d]) }

  private mutating func someTag() -> Tag {
    if !words.tags.isEmpty, random.below(3) > 0 { return random.pick(words.tags) }
    return random.pick([
      .key, .key, .leaderReferred, .leaderReferred, .vip, .vip, .resistant, .major,
    ])
  }

  mutating func someTime() -> TimeOfDay? {
    TimeOfDay(minute: random.pick([540, 600, 660, 780, 840, 900, 1020, 1200]))
  }

  /// Often a day that has facts already, or the one after.
  mutating func someDay(_ facts: [Fact]) -> Day {
    switch random.below(5) {
    case 0: random.pick(facts).day
    case 1: random.pick(facts).day + random.pick([1, 2, 3, 7])
    default: start + random.below(length)
    }
  }

  private mutating func body(_ day: Day, _ reigns: [Reign]) -> Fact.Body {
    switch random.below(24) {
    case 0..<10: .contact(contact(day))
    case 10..<13: .event(random.pick(words.kinds + [.visit, .visit, .callIn]))
    case 13: .event(random.pick(words.kinds + [.reservation, .signing, .delivery, .moveIn]))
    case 14: .event(random.pick([.lost, .cancellation, .cancellation]))
    case 15..<17: .grade(someGrade())
    case 17: .tag(someTag(), random.below(3) > 0)
    case 18: .averse(random.below(3) > 0)
    case 19: .doNotContact(random.below(3) > 0)
    case 20, 21: .postponement(to: Moment(day + random.below(16), someOptionalTime()))
    case 22: .skip(rule: ClauseID(someRule(reigns)))
    default: .event(random.pick(words.kinds + [.visit]))
    }
  }

  private mutating func add(_ more: [(Day, TimeOfDay?, Fact.Body)], _ facts: inout [Fact]) {
    for (day, time, body) in more {
      facts.append(Fact(id: FactID(facts.count + 1), day: day, time: time, body))
    }
  }

  private mutating func someOptionalTime() -> TimeOfDay? {
    random.below(4) == 0 ? someTime() : nil
  }

  mutating func someRule(_ reigns: [Reign]) -> String {
    let rules = random.pick(reigns).policy.rules
    return random.pick(rules.filter { !$0.mandatory } + [rules[0]]).id
  }

  private mutating func contact(_ day: Day) -> Contact {
    let outcome = random.pick([
      Outcome.reached, .reached, .reached, .sent, .sent, .noAnswer, .refused, .rescheduled, .busy,
      random.pick([.hungUp, .switchedOff, .vacant, .suspended, .wrongNumber]),
    ])
    let channel = random.pick([
      Channel.phone, .phone, .phone, .sms, .sms, .wechat, .letter, .faceToFace, .homeVisit,
      .email, .online,
    ])
    let hasNext = outcome == .rescheduled || random.below(6) == 0
    let next = Moment(day + random.pick([0, 1, 2, 3, 5, 7, 10, 14, 20]), someOptionalTime())
    return Contact(channel: channel, outcome: outcome, next: hasNext ? next : nil)
  }
}
