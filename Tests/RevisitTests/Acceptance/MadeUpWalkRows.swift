import Testing

/// What somebody is told who does not ask for a list: the page of the day, the walk of `call`, those who
/// have no plan, a list with filters, the next day after a call. In made-up offices all of it is what
/// `due` says.
@Suite("One decision, without asking for a list")
struct MadeUpWalkRows {
  private static let thursday = "2027-04-08 10:00"

  @Test(
    "The page of the day, call, find --unplanned and filters agree with due",
    arguments: 5...7 as ClosedRange<UInt64>)
  func agree(_ seed: UInt64) throws {
    let made = try MadeUpOffice(seed: seed)
    for member in MadeUpOffice.members {
      let list = try made.office.due(Self.thursday, "--user \(member)")
      let listed = list.items.filter { $0.status != "held" }.map(\.name)
      let name = "seed \(seed), \(member)"
      #expect(try page(made.office, member) == listed.count, "\(name)")
      #expect(try walk(made.office, member, listed.count).sorted() == listed.sorted(), "\(name)")
      let unplanned = try made.office.at(
        Self.thursday, "find --unplanned --format csv --user \(member)"
      ).out
      let rows = unplanned.split(whereSeparator: \.isNewline).count - 1
      #expect(rows == list.unplanned.total, "\(name)")
      let filtered = try made.office.due(Self.thursday, "--user \(member) --stage 签约")
      let wanted = list.items.filter { $0.stage == "signed" }
      #expect(filtered.items.map(\.name) == wanted.map(\.name), "\(name)")
    }
    for customer in made.customers where !made.silent.contains(customer) {
      try next(made, customer)
    }
  }

  /// How many are to be contacted, as `revisit` alone says.
  private func page(_ office: Office, _ member: String) throws -> Int? {
    let page = try office.must(environment: environment(member)).out
    if page.contains("今天没有要回访的客户") { return 0 }
    let line = page.split(separator: "\n").first { $0.hasPrefix("要联系 ") }
    return line.flatMap { Int($0.dropFirst("要联系 ".count).prefix { $0.isNumber }) }
  }

  /// Whom a walk asks about that leaves everybody for later, each once.
  private func walk(_ office: Office, _ member: String, _ count: Int) throws -> [String] {
    let answer = try office.run(
      ["call"], environment: environment(member),
      typed: String(repeating: "\n", count: count))
    #expect(answer.code == 0, "\(answer.err)")
    return answer.lines.filter { $0.contains("/\(count)  C0") && !$0.hasPrefix("再问") }.compactMap {
      $0.split(separator: " ").drop { !$0.hasPrefix("C0") }.dropFirst().first.map(String.init)
    }
  }

  private func environment(_ member: String) -> [String: String] {
    ["REVISIT_USER": member, "REVISIT_AS_OF": Self.thursday, "COLUMNS": "200"]
  }

  /// The day that the answer to a record names stands on that day's list of whom it names.
  private func next(_ made: MadeUpOffice, _ customer: String) throws {
    let owner = made.owners[customer] ?? ""
    let told = try made.office.at(
      Self.thursday, "log \(customer) --by 短信 --note 收到 --user \(owner)"
    ).out
    for line in told.split(separator: "\n") {
      guard let (day, member) = nextDay(line, owner) else { continue }
      let list = try made.office.due(day, "--consultant \(member)")
      let item = list.item(customer)
      #expect(item.map { $0.status != "held" } == true, "\(customer), \(member): \(told)")
    }
  }

  /// `下一次：2027-04-09（周五）前，…` and `在 何欢 的名单上：2027-04-09…`; a list of a role is no member's.
  private func nextDay(_ line: Substring, _ owner: String) -> (day: String, member: String)? {
    let parts = line.split(separator: "：", maxSplits: 1).map { String($0) }
    guard parts.count == 2, parts[1].hasPrefix("2027-") else { return nil }
    let day = String(parts[1].prefix(10))
    if parts[0] == "下一次" { return (day, owner) }
    let member = parts[0].replacing("在 ", with: "").replacing(" 的名单上", with: "")
    return MadeUpOffice.members.contains(member) ? (day, member) : nil
  }
}
