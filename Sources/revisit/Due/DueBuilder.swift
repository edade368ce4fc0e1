import Core
import Store

/// Which list is asked for.
struct DueQuery: Sendable {
  /// Nil: the whole office's.
  var consultant: Staff?
  /// Instead of whose customers: what that role does for anybody's.
  var role: Role?
  /// Those alone, where it is known that nobody else is asked for.
  var customers: [CustomerID]?
  var now: Moment
  /// Days to look ahead.
  var ahead = 0
  /// Those held back too.
  var all = false
  /// Only what falls into that holiday, of those who were not called in the week before it.
  var holiday: ComingHoliday?
  /// Whole numbers instead of masked ones.
  var showsPhones: Bool
  /// What a page has beside the data: promises and the last contact.
  var tellsMore = true
  /// At most so many lines, the most urgent; nil: all.
  var most: Int?
}

extension Office {
  /// - Parameter owner: whose customers are looked at; nil: anybody's.
  func engine(for owner: Staff? = nil) throws -> Engine {
    let reigns = try store.reigns()
    let milestones = try store.milestones()
    let isOfBuildings = milestones.contains { !$0.building.isEmpty }
    return Engine(
      reigns: reigns, milestones: milestones,
      calendar: reigns.contains { $0.policy.readsCalendar } ? try calendar().work : .weekdays,
      homes: isOfBuildings ? try store.homes(of: owner?.id) : Homes())
  }

  /// The list that is asked for.
  ///
  /// - Parameters:
  ///   - names: of the staff, where they are known already.
  ///   - pass: of more days than the list's, where another list is made on the way.
  ///   - seeing: is shown what was found of every customer.
  func dueList(
    _ query: DueQuery, _ engine: Engine, names: [StaffID: String]? = nil, pass: EnginePass? = nil,
    seeing: (Findings) -> Void = { _ in }
  ) throws -> DueList {
    let now = query.now
    let work = try work(of: query, engine)
    let pass = pass ?? EnginePass(engine, at: now, days: now.day...now.day + query.ahead)
    // Of one consultant's list others' names are seldom asked for, and a large office has many.
    let own = work.scope == .office ? nil : query.consultant
    let names = try names ?? own.map { [$0.id: $0.name] } ?? staffNames()
    var found = FoundLines()
    var waves = WaveBook()
    try forEachHistory(query, in: work.scope) { history in
      let findings = pass.findings(of: history)
      let scope = work.scope(for: findings, at: now)
      let entry =
        query.holiday.map { findings.batch(before: $0, engine, for: scope, at: now) }
        ?? findings.agenda(ahead: query.ahead, for: scope)
      switch entry {
      case .nothing: break
      case .line(let line):
        guard let line = try kept(line, of: work, engine), found.hasRoom(for: line, query.most)
        else { break }
        found.items.append(try item(line, history, query, names))
      case .unlisted(let why, let line):
        found.unlisted[why, default: 0] += 1
        guard query.all else { break }
        if let line {
          found.items.append(try item(line, history, query, names, unlisted: why))
        } else {
          found.silent.append(history.customer)
        }
      }
      if query.holiday == nil { waves.add(findings, ahead: query.ahead, for: scope) }
      seeing(findings)
    }
    let plans = try waves.isEmpty ? nil : wavePlans(waves, engine, on: now.day)
    if let plans { found.spread(plans, query) }
    if let member = query.consultant {
      try addCharged(to: member, query, pass, &found)
    }
    found.sort(most: query.most)
    return DueList(
      asOf: now, consultant: query.consultant?.name, role: work.role,
      policy: engine.reign(on: now.day)?.policy,
      engine: engine, items: found.items, holiday: query.holiday, surplus: found.surplus,
      unlisted: found.unlisted, silent: try silent(found), waves: plans?.shares ?? [],
      occasions: engine.milestones.filter { (0...7).contains($0.day - now.day) })
  }

  private func forEachHistory(
    _ query: DueQuery, in scope: Scope, _ body: (History) throws -> Void
  ) throws {
    guard let customers = query.customers else {
      return try store.forEachHistory(in: scope, asOf: query.now, body)
    }
    for customer in customers {
      if let history = try store.history(of: customer, asOf: query.now) { try body(history) }
    }
  }

  /// The days that fall to the customers of waves, round everybody's days off.
  func wavePlans(_ waves: WaveBook, _ engine: Engine, on day: Day) throws -> WavePlans {
    waves.plans(engine, DaysOff(try store.officeDays().leaves), on: day)
  }

  func staffNames() throws -> [StaffID: String] {
    Dictionary(try store.staff().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Asked for while the customer's rows have just been read: they still lie in memory.
  private func item(
    _ line: AgendaLine, _ history: History, _ query: DueQuery, _ names: [StaffID: String],
    unlisted: Unlisted? = nil
  ) throws -> DueItem {
    let (name, phones) = try store.nameAndPhones(of: line.customer)
    let last = query.tellsMore ? history.facts.last { $0.isContact } : nil
    return DueItem(
      customer: line.customer, name: name,
      phones: query.showsPhones ? phones : phones.map(masked),
      consultant: line.state.owner.flatMap { names[$0] }, line: line,
      lastContact: try last.flatMap(lastContact),
      promises: query.tellsMore ? try promises(line.reasons) : [],
      cases: try cases(line, names), relatives: try relatives(of: line.customer, line.reasons),
      unlisted: unlisted)
  }

  /// What cases ask for that the member of staff is charged with (升级, 派单), whoever's customers
  /// they are and whatever role a rule names: and nothing else of other people's customers.
  private func addCharged(
    to member: Staff, _ query: DueQuery, _ pass: EnginePass,
    _ found: inout FoundLines
  ) throws {
    let charged = try store.customersCharged(to: member.id)
    let names = charged.isEmpty ? [:] : try staffNames()
    for customer in charged {
      guard let history = try store.history(of: customer, asOf: query.now) else { continue }
      let findings = pass.findings(of: history)
      guard case .line(let line) = findings.agenda(ahead: query.ahead) else { continue }
      let own = try store.cases(of: customer, asOf: query.now)
        .filter { $0.handlers.contains(member.id) }.map(\.record.own)
      let charged = line.reasons.filter { $0.key.caseNumber.map(own.contains) ?? false }
      let place = found.items.firstIndex { $0.customer == customer && $0.unlisted == nil }
      let known = place.map { found.items[$0].line.reasons } ?? []
      let reasons = known + charged.filter { !known.contains($0) }
      guard reasons.count > known.count,
        let line = AgendaLine(customer: customer, state: line.state, reasons: reasons)
      else { continue }
      let item = try item(line, history, query, names)
      if let place { found.items[place] = item } else { found.items.append(item) }
    }
  }

  private func cases(_ line: AgendaLine, _ names: [StaffID: String]) throws -> [DueCase] {
    let wanted = line.reasons.compactMap(\.key.caseNumber)
    guard !wanted.isEmpty else { return [] }
    let names = names.count > 1 ? names : try staffNames()
    return try store.cases(of: line.customer).filter { wanted.contains($0.record.own) }
      .map { file in
        DueCase(record: file.record, handlers: file.handlers.compactMap { names[$0] })
      }
  }

  private func relatives(of customer: CustomerID, _ reasons: [Reason]) throws -> [Int32: String] {
    let members = reasons.compactMap { reason in
      if case .birthday(let member, _) = reason.key, member > 0 { member } else { Int32?.none }
    }
    return members.isEmpty ? [:] : try family(of: customer).filter { members.contains($0.key) }
  }

  /// The family by number: `配偶 陈平`.
  func family(of customer: CustomerID) throws -> [Int32: String] {
    Dictionary(
      try store.relatives(of: customer).map { relative in
        let words = [relative.relation, relative.name].filter { !$0.isEmpty }
        return (relative.number, words.joined(separator: " "))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func promises(_ reasons: [Reason]) throws -> [String] {
    let facts = reasons.compactMap { reason in
      if case .promise(let fact) = reason.key { fact } else { FactID?.none }
    }
    guard !facts.isEmpty else { return [] }
    let texts = try store.texts(of: facts)
    return facts.compactMap { texts[$0]?.promise }
  }

  private func lastContact(_ fact: Fact) throws -> LastContact? {
    guard case .contact(let contact) = fact.body else { return nil }
    return LastContact(
      day: fact.day, contact: contact, note: try store.note(of: fact.id))
  }

  private func silent(_ found: FoundLines) throws -> [String] {
    try found.silent.map { customer in
      "\(number(customer)) \(try store.customer(customer)?.name ?? "")"
    }
  }
}

/// What a pass over histories gathers.
private struct FoundLines {
  var items: [DueItem] = []
  var unlisted: [Unlisted: Int] = [:]
  /// Not to be contacted.
  var silent: [CustomerID] = []
  /// Lines that more urgent ones left no room for.
  private(set) var surplus = 0
  /// Of lines behind this place there are enough.
  private var bar: AgendaPlace?

  /// Puts the lines in the order in which to call. Their places are sorted, for a line is large.
  mutating func sort(most: Int? = nil) {
    let places = items.map(\.line.place)
    items = places.indices.sorted { places[$0] < places[$1] }.prefix(most ?? .max).map { items[$0] }
    surplus += places.count - items.count
  }

  /// Whether the line may be among the most urgent; one that is not is counted. Twice as many are
  /// gathered before the rest is left out.
  mutating func hasRoom(for line: AgendaLine, _ most: Int?) -> Bool {
    guard let most else { return true }
    if items.count >= 2 * most {
      sort(most: most)
      bar = items.last?.line.place
    }
    let isBehind = bar.map { $0 < line.place } ?? false
    if isBehind { surplus += 1 }
    return !isBehind
  }

  /// Puts off to their days those whose day in a wave is a later one.
  mutating func spread(_ plans: WavePlans, _ query: DueQuery) {
    items = items.compactMap { item in
      guard item.unlisted == nil else { return item }
      var item = item
      switch plans.entry(item.line, ahead: query.ahead) {
      case .nothing: return nil
      case .line(let line): item.line = line
      case .unlisted(let why, let line):
        unlisted[why, default: 0] += 1
        guard query.all, let line else { return nil }
        item.line = line
        item.unlisted = why
      }
      return item
    }
  }
}

extension AnchorKey {
  /// The case's number among the customer's, where it is about one.
  var caseNumber: Int32? {
    if case .ofCase(let number, _) = self { number } else { nil }
  }
}

extension Fact {
  fileprivate var isContact: Bool {
    if case .contact = body { true } else { false }
  }
}
