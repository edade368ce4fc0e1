import Core
import PolicyFiles
import Testing

/// A seeded stream of numbers (SplitMix64), so that a failing case can be named by its seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A customer's story made up from a seed: ordinary things and nasty ones, over about two months.
struct GeneratedHistory: CustomTestStringConvertible {
  let seed: UInt64
  let history: History
  let milestones: [Milestone]
  /// The first day of the story.
  let start: Day

  var testDescription: String { "seed \(seed)" }

  /// Days on which calendars are easy to get wrong.
  private static let starts = [
    "2026-11-02", "2026-12-20", "2027-01-25", "2028-02-20", "2027-12-27", "2026-02-05",
  ]

  init(seed: UInt64) {
    var random = Seeded(seed)
    self.seed = seed
    let start =
      day(GeneratedHistory.starts.randomElement(using: &random) ?? "2026-11-02")
      + Int.random(in: 0...6, using: &random)
    self.start = start
    let source = Source.allCases.randomElement(using: &random)
    var facts = GeneratedHistory.opening(source, on: start, &random)
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      let day = start + Int.random(in: 0...60, using: &random)
      let time =
        Bool.random(using: &random)
        ? TimeOfDay(minute: Int.random(in: 480...1260, using: &random)) : nil
      facts.append(
        Fact(
          id: FactID(facts.count + 1), day: day, time: time,
          GeneratedHistory.body(on: day, &random)))
    }
    history = History(customer: 1, source: source, facts: facts)
    milestones = (1...3).map { id in
      Milestone(
        id: id, kind: MilestoneKind.allCases.randomElement(using: &random) ?? .launch,
        day: start + Int.random(in: 0...70, using: &random))
    }
  }

  private static func opening(
    _ source: Source?, on day: Day, _ random: inout Seeded
  ) -> [Fact] {
    var bodies: [Fact.Body] = source?.event.map { [.event($0)] } ?? []
    bodies.append(.grade(Grade.allCases.randomElement(using: &random)))
    if Int.random(in: 0..<3, using: &random) == 0 {
      bodies.append(.tag(Tag.allCases.randomElement(using: &random) ?? .key, true))
    }
    return bodies.enumerated().map { Fact(id: FactID($0 + 1), day: day, $1) }
  }

  private static func body(on day: Day, _ random: inout Seeded) -> Fact.Body {
    switch Int.random(in: 0..<24, using: &random) {
    case 0..<9: .contact(contact(on: day, &random))
    case 9..<12: .event(EventKind.allCases.randomElement(using: &random) ?? .visit)
    case 12, 13: .grade(Grade.allCases.randomElement(using: &random))
    case 14: .tag(Tag.allCases.randomElement(using: &random) ?? .key, Bool.random(using: &random))
    case 15: .averse(Bool.random(using: &random))
    case 16: .doNotContact(Bool.random(using: &random))
    case 17: .postponement(to: Moment(day + Int.random(in: 1...15, using: &random)))
    case 18: .skip(rule: "qnc-2.1.4")
    case 19: .birthday(birthday(round: day, &random))
    case 20..<23: .step(step(&random))
    default: .event(.visit)
    }
  }

  /// Of the customer or of one of the family, soon.
  private static func birthday(round day: Day, _ random: inout Seeded) -> BirthdayFact {
    let soon = (day + Int.random(in: -5...30, using: &random)).civil
    return BirthdayFact(
      of: Int32.random(in: 0...2, using: &random),
      try? Birthday(isLunar: false, year: nil, month: soon.month, day: soon.day))
  }

  private static func step(_ random: inout Seeded) -> CaseStep {
    CaseStep(
      Int32.random(in: 1...2, using: &random),
      CaseKind.allCases.randomElement(using: &random) ?? .complaint,
      [.opened, .opened, .handled, .closed].randomElement(using: &random) ?? .opened,
      urgency: Urgency.allCases.randomElement(using: &random) ?? .normal)
  }

  private static func contact(on day: Day, _ random: inout Seeded) -> Contact {
    let outcome = Outcome.allCases.randomElement(using: &random) ?? .reached
    let hasNext = outcome == .rescheduled || Int.random(in: 0..<5, using: &random) == 0
    return Contact(
      channel: Channel.allCases.randomElement(using: &random) ?? .phone, outcome: outcome,
      next: hasNext ? Moment(day + Int.random(in: 0...20, using: &random)) : nil)
  }
}

/// The shipped policies.
enum Shipped {
  static func policy(_ name: String) throws -> Policy {
    try #require(PolicyFile.load(named: name, Filling(takesSuggestions: true))).get().policy
  }

  /// All of them, and `qnc` with a cap.
  static func policies() throws -> [Policy] {
    var capped = try policy("qnc")
    capped.name = "qnc with a cap"
    capped.weeklyCap = Limit(value: 1, clause: "cap")
    return try PolicyFile.embeddedNames.map(policy) + [capped]
  }
}
