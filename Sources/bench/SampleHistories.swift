import Core

/// A seeded stream of numbers (SplitMix64): the same office for the same seed, everywhere.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Customers in realistic proportion: 3 to 15 facts each, most of the old ones lost or delivered.
struct SampleHistories {
  private var random: Seeded
  private let today: Day
  private var nextFact: FactID = 1

  init(seed: UInt64, today: Day) {
    random = Seeded(seed: seed)
    self.today = today
  }

  mutating func history(of customer: CustomerID) -> History {
    let age = Int.random(in: 0...900, using: &random)
    let isCall = Int.random(in: 0..<3, using: &random) == 0
    var day = today - age
    var facts: [Fact] = []
    func add(_ body: Fact.Body) {
      facts.append(Fact(id: nextFact, day: day, body))
      nextFact += 1
    }
    add(.event(isCall ? .callIn : .visit))
    add(.grade(Grade.allCases.randomElement(using: &random)))
    add(.owner(customer / 300 + 1))
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      day = min(today, day + Int.random(in: 1...12, using: &random))
      add(.contact(Contact(channel: .phone, outcome: .reached)))
    }
    if age > 60 {
      day = min(today, day + Int.random(in: 1...30, using: &random))
      add(.event(Int.random(in: 0..<5, using: &random) == 0 ? .delivery : .lost))
    }
    return History(customer: customer, source: isCall ? .callIn : .visit, facts: facts)
  }
}
