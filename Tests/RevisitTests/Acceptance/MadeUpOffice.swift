/// An office made up from a seed, through the program: six customers of two consultants in the week of
/// Monday 2027-04-05, with cases given and escalated, a wave, a day off, promises and postponements.
struct MadeUpOffice {
  static let consultants = ["李明", "周敏"]
  static let service = ["何欢", "许诺"]
  static let manager = "王经理"
  static let members = consultants + service + [manager]

  let office: Office
  let customers = (1...6).map { "客户\($0)" }
  private(set) var owners: [String: String] = [:]
  /// Those who are not to be contacted.
  private(set) var silent: Set<String> = []
  /// By customer and rule, whom the report must charge with what it asks about each of their cases.
  private(set) var charged: [String: [String]] = [:]
  /// Whether 客服 works through the wave, and not each consultant.
  let isWaveOfService: Bool
  private var random: Noise
  private var cases = 0

  init(seed: UInt64) throws {
    random = Noise(state: seed &* 7919)
    office = try Office()
    isWaveOfService = seed % 3 == 0
    try open(seed)
    try addCustomers()
    for name in customers { try live(name) }
  }

  private mutating func open(_ seed: UInt64) throws {
    let policy = """
      policy: made-up
      capacity: \(Int.random(in: 1...3, using: &random))
      rules:
        - {id: role-1, says: 次日前回电, after: {case: 登记, of: 投诉}, opens: 0, due: 1, channel: 电话, by: 客服}
        - {id: chief-1, after: {case: 登记, of: 投诉}, opens: 0, due: 2, channel: 电话, by: 经理}
        - {id: own-1, says: 看修得怎样, after: {case: 登记, of: 报修}, opens: 1, due: 3, channel: 电话}
        - {id: visit-1, after: 来访, opens: 1, due: 2, channel: 电话}
        - {id: wave-1, audience: {has: 签约}, milestones: [交房], lead: 7, channel: 电话,
           spread: true\(isWaveOfService ? ", by: 客服" : "")}

      """
    try office.write(policy, to: "made-up.yaml")
    let first = "2027-04-01"
    try office.at(first, "init --policy \(office.path("made-up.yaml")) --from \(first)")
    for name in Self.consultants { try office.at(first, "staff add \(name)") }
    for name in Self.service { try office.at(first, "staff add \(name) --role 客服") }
    try office.at(first, "staff add \(Self.manager) --role 经理")
    try office.at(first, "milestone add 交房 --on 2027-04-12")
    let off = "2027-04-0\(7 + seed % 3)"
    try office.at(
      first, seed % 2 == 0 ? "calendar add 团建 --from \(off)" : "calendar off 李明 --on \(off)")
  }

  private mutating func addCustomers() throws {
    var rows = ["姓名,手机号,来源渠道,首次日期,置业顾问,签约日期"]
    for (index, name) in customers.enumerated() {
      let owner = Self.consultants.randomElement(using: &random) ?? ""
      let deal = happens(2, of: 3) ? "2027-04-01" : ""
      owners[name] = owner
      rows.append("\(name),1390000000\(index),客资,2027-04-01,\(owner),\(deal)")
    }
    try office.write(rows.joined(separator: "\n") + "\n", to: "customers.csv")
    try office.at("2027-04-01", "import \(office.path("customers.csv"))")
  }

  private mutating func live(_ name: String) throws {
    if happens(1, of: 3) { try office.at(day(), "event \(name) 来访") }
    switch Int.random(in: 1...6, using: &random) {
    case 1: try office.at(day(), "log \(name) --by 电话 --note 约 --next 2027-04-09")
    case 2: _ = try office.attempt("2027-04-06", "postpone \(name) --to 2027-04-09")
    case 3 where happens(1, of: 2):
      try office.at("2027-04-07", "edit \(name) --do-not-contact")
      silent.insert(name)
    default: break
    }
    for kind in ["投诉", "投诉", "报修"] where happens(2, of: 5) {
      try addCase(kind, of: name)
    }
  }

  private mutating func addCase(_ kind: String, of name: String) throws {
    let day = day()
    try office.at(day, "case add \(name) \(kind)")
    cases += 1
    var given: String?
    for step in ["派单", "升级", "派单"] where happens(1, of: 3) {
      let member = Self.members.randomElement(using: &random) ?? ""
      if step == "派单" { given = member }
      try office.at(day, "case step K\(cases) \(step) --to \(member)")
    }
    let (rule, usual) = kind == "投诉" ? ("role-1", "客服") : ("own-1", owners[name] ?? "")
    charged["\(name) \(rule)", default: []].append(given ?? usual)
  }

  /// Monday to Wednesday.
  private mutating func day() -> String { "2027-04-0\(Int.random(in: 5...7, using: &random))" }

  private mutating func happens(_ count: Int, of all: Int) -> Bool {
    Int.random(in: 1...all, using: &random) <= count
  }
}
