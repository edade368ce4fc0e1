import Testing

/// Offices made up from a seed: every command that says who has which customer, and why, says the
/// same.
@Suite("One decision, made-up offices")
struct MadeUpOfficeRows {
  /// One reason on a list.
  private struct Told: Hashable {
    let customer: String
    let rule: String
    let due: String
  }

  /// What the lists of a moment have.
  private struct Lists {
    let whole: DueAnswer
    var own: [String: DueAnswer] = [:]

    init(_ office: Office, _ asOf: String) throws {
      whole = try office.due(asOf, "--all")
      for member in MadeUpOffice.members {
        own[member] = try office.due(asOf, "--consultant \(member) --all")
      }
    }

    func told(_ member: String) -> Set<Told> { own[member].map(Lists.told) ?? [] }

    /// What is listed, held back lines left out.
    static func told(_ list: DueAnswer) -> Set<Told> {
      Set(
        list.items.filter { $0.status != "held" }.flatMap { item in
          item.reasons.filter { ["due", "overdue"].contains($0.status) }
            .map { Told(customer: item.name, rule: $0.rule, due: $0.due) }
        })
    }
  }

  private static let thursday = "2027-04-08 10:00"
  private static let nextMonday = "2027-04-12 10:00"

  @Test(
    "due of each, daily and its dry run, why, brief and the week agree",
    arguments: 1...4 as ClosedRange<UInt64>)
  func agree(_ seed: UInt64) throws {
    let made = try MadeUpOffice(seed: seed)
    let lists = try Lists(made.office, Self.thursday)
    let together = MadeUpOffice.members.map(lists.told).reduce(into: Set()) { $0.formUnion($1) }
    #expect(together == Lists.told(lists.whole), "seed \(seed)")
    #expect(!together.isEmpty)
    try daily(made, lists)
    for (index, customer) in made.customers.enumerated() {
      for user in [MadeUpOffice.members[index % 5], MadeUpOffice.members[(index + 2) % 5]] {
        try answers(made, lists, customer, user)
      }
    }
    try week(made, lists, Self.thursday)
    try week(made, Lists(made.office, Self.nextMonday), Self.nextMonday)
  }

  /// The files and the dry run have what `due` has, line by line and in the same numbers.
  private func daily(_ made: MadeUpOffice, _ lists: Lists) throws {
    let office = made.office
    let dry = try office.must(
      "daily", "--dry-run", "--as-of", Self.thursday, environment: ["COLUMNS": "100"]
    ).out
    try office.at(Self.thursday, "daily --out \(office.folder)")
    for member in MadeUpOffice.members {
      let list = try #require(lists.own[member])
      let listed = list.items.filter { $0.status != "held" }
      let row = dry.split(separator: "\n").first {
        let name = member == MadeUpOffice.manager ? "经理" : member
        return $0.hasPrefix(name + " ") || $0.hasPrefix(name + "（休假）")
      }
      let counts = row?.split(separator: " ").dropFirst().compactMap { Int($0) } ?? [0, 0, 0, 0]
      #expect(counts.prefix(3).reduce(0, +) == listed.count, "\(member): \(dry)")
      #expect(counts.last == list.unlisted.values.reduce(0, +), "\(member): \(dry)")
      guard member != MadeUpOffice.manager else {
        let page = office.read("2027-04-08-经理.txt")
        #expect(page == dry, "\(page ?? "")\n\(dry)")
        #expect(listed.allSatisfy { dry.contains($0.name) })
        continue
      }
      let file = office.read("2027-04-08-\(member).csv") ?? ""
      let rows = file.split(whereSeparator: \.isNewline)
      let cells = rows.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let filed = cells.map { "\($0[1]) \($0[6]) \($0[12])" }
      let wanted = listed.map { item in
        "\(item.name) \(item.status) \(item.reasons.map(\.rule).joined(separator: " "))"
      }
      #expect(filed == wanted, "\(member)")
    }
  }

  /// `why` and `brief` of one customer, for one user.
  private func answers(
    _ made: MadeUpOffice, _ lists: Lists, _ customer: String, _ user: String
  ) throws {
    let why = try made.office.at(Self.thursday, "why \(customer) --user \(user)").out
    let brief = try made.office.at(Self.thursday, "brief \(customer) --user \(user)").out
    let name = "\(customer), \(user):\n\(why)\n\(brief)"
    let heading = why.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.dropFirst()
    let verdict = heading.first ?? ""
    // What a manager asks about is the whole office's list.
    let mine = user == MadeUpOffice.manager ? lists.whole : try #require(lists.own[user])
    let own = mine.item(customer)
    let isListed = own.map { $0.status != "held" } ?? false
    let isHidden = own?.status == "held"
    #expect((verdict.hasPrefix("应在") || verdict.hasPrefix("今天回访")) == isListed, "\(name)")
    #expect(verdict.hasPrefix("今天不列出") == isHidden, "\(name)")
    let reasons = section(brief, from: "这次为什么打", to: ["在别人的名单上", ""])
      .filter { !$0.hasPrefix("  由头") && !$0.hasPrefix("  方式") }.map(rule)
    #expect(reasons == (isListed ? own?.reasons.map(\.rule) ?? [] : [""]), "\(name)")
    let others = section(brief, from: "在别人的名单上", to: [""])
    let ofOthers = Set(others.map { rule($0.drop { $0 == " " }.drop { $0 != " " }) })
    let rest = Set(
      Lists.told(lists.whole).subtracting(Lists.told(mine)).filter { $0.customer == customer }
        .map(\.rule))
    #expect(rest.isSubset(of: ofOthers), "\(name)")
    for member in MadeUpOffice.members where member != user {
      let hers = lists.told(member).subtracting(Lists.told(mine))
      guard hers.contains(where: { $0.customer == customer }) else { continue }
      let holders = [member, MadeUpOffice.service.contains(member) ? "客服" : "销售经理"]
      #expect(holders.contains { why.contains("在 \($0) 的名单上：") }, "\(member): \(name)")
    }
  }

  /// The lines between a heading and the next.
  private func section(_ text: String, from heading: String, to ends: [String]) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    return Array(lines.drop { $0 != heading }.dropFirst().prefix { !ends.contains($0) })
  }

  /// The rule that a line of a brief begins with.
  private func rule(_ line: some StringProtocol) -> String {
    let word = line.drop { $0 == " " }.prefix { $0 != " " }
    if word.hasPrefix("（无") || word.hasPrefix("今天不列出") { return "" }
    return word == "约定" ? "agreed" : String(word)
  }

  /// The week's report has as missed what the lists have as overdue, and charges it to somebody on
  /// whose list it stands.
  private func week(_ made: MadeUpOffice, _ lists: Lists, _ asOf: String) throws {
    let week = try made.office.week("2027-W14", asOf: asOf)
    let days = "2027-04-05"..."2027-04-11"
    func isOverdue(_ told: DueAnswer.Reason) -> Bool {
      told.status == "overdue" && days.contains(String(told.due.prefix(10)))
    }
    let overdue = lists.whole.items.flatMap { item in
      item.reasons.filter(isOverdue).map { "\(item.name) \($0.rule) \($0.due)" }
    }
    // Of those who are to be left alone what was missed stays so, and nobody's list has it.
    let misses = week.misses.filter { $0.result == "missed" && !made.silent.contains($0.name) }
    #expect(misses.map { "\($0.name) \($0.rule) \($0.due)" }.sorted() == overdue.sorted())
    var charged = made.charged
    for miss in misses {
      let wanted =
        switch miss.rule {
        case "role-1", "own-1": miss.consultant
        case "chief-1": "销售经理"
        case "wave-1" where made.isWaveOfService: "客服"
        default: made.owners[miss.name]
        }
      #expect(miss.consultant == wanted, "\(miss)")
      let cases = "\(miss.name) \(miss.rule)"
      if charged[cases] != nil {
        let place = charged[cases]?.firstIndex(of: miss.consultant)
        let index = try #require(place, "\(miss): \(made.charged)")
        charged[cases]?.remove(at: index)
      }
      let having =
        switch miss.consultant {
        case "客服": MadeUpOffice.service
        case "销售经理": [MadeUpOffice.manager]
        default: [miss.consultant]
        }
      let told = Told(customer: miss.name, rule: miss.rule, due: miss.due)
      #expect(having.allSatisfy { lists.told($0).contains(told) }, "\(miss)")
    }
    let rows = Dictionary(week.consultants.map { ($0.consultant ?? "", $0.missed) }) { $0 + $1 }
    for (name, count) in rows {
      let own = week.misses.count { $0.result == "missed" && $0.consultant == name }
      #expect(count == own, "\(name)")
    }
    #expect(week.total.missed == rows.values.reduce(0, +))
  }
}
