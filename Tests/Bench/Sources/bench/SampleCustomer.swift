import Core

/// One made-up customer: who it is and everything that happened, in order.
struct SampleCustomer {
  struct Entry {
    let day: Day
    let body: Fact.Body
    var note: String?
  }

  /// How an acquaintance goes on.
  enum Fate { case prospect, buyer, delivered, lost }

  let fate: Fate
  let profile: Profile
  let source: Source
  let since: Day
  let entries: [Entry]
}

/// Makes customers in the proportion of a sales office some years old: three in ten are live, of
/// the old ones most are lost and the rest delivered; each has 3 to 15 facts, 9 in the mean.
struct SampleCustomers {
  private var random: Seeded
  private let today: Day
  private let count: Int
  private let consultants: Int

  /// - Parameter consultants: they have the numbers 1 to that; the next number is the service desk.
  init(seed: UInt64, today: Day, count: Int, consultants: Int) {
    random = Seeded(seed: seed)
    self.today = today
    self.count = count
    self.consultants = consultants
  }

  /// The `index`-th customer (from 0); they must be asked for in order, once.
  mutating func customer(_ index: Int) -> SampleCustomer {
    let fate = fate()
    let age = age(fate, index)
    let source = random.pick([Source.callIn, .visit, .visit, .leadList], else: .visit)
    let since = today - age
    let entries = entries(fate, source, since: since, life: life(fate, age))
    return SampleCustomer(
      fate: fate, profile: profile(index), source: source, since: since,
      entries: entries.sorted { $0.day < $1.day })
  }

  private mutating func fate() -> SampleCustomer.Fate {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<20: .prospect
    case 20..<30: .buyer
    case 30..<48: .delivered
    default: .lost
    }
  }

  /// Days since the first contact. Old customers have the low numbers.
  private mutating func age(_ fate: SampleCustomer.Fate, _ index: Int) -> Int {
    switch fate {
    case .prospect: Int.random(in: 0...90, using: &random)
    case .buyer: Int.random(in: 30...600, using: &random)
    case .delivered: 700 + (count - index) * 800 / max(1, count)
    case .lost: 60 + (count - index) * 1400 / max(1, count)
    }
  }

  /// Days from the first contact to the end, or to today.
  private mutating func life(_ fate: SampleCustomer.Fate, _ age: Int) -> Int {
    switch fate {
    case .prospect, .buyer: age
    case .delivered: 600
    case .lost: min(age, Int.random(in: 10...120, using: &random))
    }
  }
}

// MARK: - What happened

extension SampleCustomers {
  private mutating func entries(
    _ fate: SampleCustomer.Fate, _ source: Source, since: Day, life: Int
  ) -> [SampleCustomer.Entry] {
    var entries: [SampleCustomer.Entry] = []
    func add(_ offset: Int, _ body: Fact.Body) {
      entries.append(.init(day: since + offset, body: body))
    }
    add(0, .event(source.event ?? .callIn))
    add(0, .grade(random.pick([Grade.a, .b, .b, .b, .c, .c, .d], else: .b)))
    if random.happens(10) { add(0, .tag(.key, true)) }
    if random.happens(8) { add(0, .tag(.resistant, true)) }
    if random.happens(2) { add(0, .tag(random.happens(50) ? .vip : .leaderReferred, true)) }
    if random.happens(1) { add(min(life, 5), .averse(true)) }
    entries += contacts(since, active: min(life, 90))
    if random.happens(30) { add(life / 2, .grade(random.pick(Grade.allCases, else: .c))) }
    if fate == .buyer || fate == .delivered {
      add(min(life, 20), .event(.reservation))
      add(min(life, 30), .event(.signing))
    }
    if fate == .delivered {
      add(life, .event(.delivery))
      add(life, .owner(StaffID(consultants + 1)))
    }
    if fate == .lost { add(life, .event(.lost)) }
    return entries
  }

  private mutating func contacts(_ since: Day, active: Int) -> [SampleCustomer.Entry] {
    let most = min(7, active / 7 + 1)
    return (0..<Int.random(in: min(2, most)...most, using: &random)).map { _ in
      let outcome = random.pick([Outcome.reached, .reached, .reached, .noAnswer], else: .reached)
      let channel = random.pick([Channel.phone, .phone, .phone, .wechat], else: .phone)
      let contact = Contact(
        channel: channel, outcome: channel == .wechat ? .sent : outcome,
        intention: random.happens(30) ? .b : nil)
      return SampleCustomer.Entry(
        day: since + Int.random(in: 0...max(0, active), using: &random), body: .contact(contact),
        note: random.happens(20) ? "看中三室，嫌楼层低，周末再来" : nil)
    }
  }
}

// MARK: - Who it is

extension SampleCustomers {
  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹")
  private static let givenNames = Array("伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉萍红娟建文辉")

  private mutating func profile(_ index: Int) -> Profile {
    var name = String(random.pick(SampleCustomers.surnames, else: "王"))
    for _ in 0...Int.random(in: 0...1, using: &random) {
      name.append(random.pick(SampleCustomers.givenNames, else: "伟"))
    }
    // A step prime to 10⁹ visits every number once, in no order that an index could like.
    let tail = (index * 7_654_321 + 112_233_445) % 1_000_000_000
    var profile = Profile(name: name, phones: [String(13_000_000_000 + tail)])
    if random.happens(70) { profile.sex = random.happens(50) ? .male : .female }
    if random.happens(50) { profile.layout = random.pick(["三室两厅", "两室一厅"], else: "") }
    if random.happens(40) { profile.area = 89...random.pick([110, 120, 140], else: 120) }
    return profile
  }

  /// Who has the customer first.
  mutating func consultant() -> StaffID {
    StaffID(Int.random(in: 1...consultants, using: &random))
  }
}
