import Core
import Store

/// The list that is asked for.
struct DueQuery: Sendable {
  var viewer: Viewer
  /// The member whose list it is, for its heading; nil: the whole office's, or a role's.
  var consultant: Staff?
  /// The role whose work it has, for its heading.
  var role: Role?
  /// Those alone, where it is known that nobody else is asked for.
  var customers: [CustomerID]?
  /// Those alone of whom it is true.
  var filter: CustomerFilter?
  /// Those whom the cases of customers were given to.
  var cases = OfficeCases.onDemand
  var now: Moment
  /// Days to look ahead.
  var ahead = 0
  /// Those who are hidden too.
  var all = false
  /// Only what falls into that holiday, of those who were not called in the week before it.
  var holiday: ComingHoliday?
  /// Whole numbers instead of masked ones.
  var showsPhones: Bool
  /// What a page has beside the data: promises and the last contact.
  var tellsMore = true
  /// What was said in it.
  var tellsNotes = true
  /// At most so many lines, the most urgent; nil: all.
  var most: Int?
  /// So many of those for whom nothing is planned are named.
  var unplanned = 0
}

extension DueQuery {
  /// Whether it goes through everybody whose consultant reads it, so that it can tell of whoever has no
  /// plan.
  fileprivate var isOfBook: Bool { holiday == nil && customers == nil }
}

extension Office {
  /// - Parameters:
  ///   - owner: whose customers are looked at; nil: anybody's.
  ///   - reign: one that is not adopted yet.
  func engine(for owner: Staff? = nil, with reign: Reign? = nil) throws -> Engine {
    let reigns = try store.reigns() + [reign].compactMap { $0 }
    let milestones = try store.milestones()
    let isOfBuildings = milestones.contains { !$0.building.isEmpty }
    return Engine(
      reigns: reigns, milestones: milestones,
      calendar: try workCalendar(for: reigns),
      homes: isOfBuildings ? try store.homes(of: owner?.id) : Homes(),
      traits: try traits(of: reigns), vocabulary: try store.vocabulary(),
      staffing: try store.staffing())
  }

  /// Read only where an audience asks for it.
  private func traits(of reigns: [Reign]) throws -> Traits {
    let audiences = reigns.flatMap(\.policy.traitAudiences)
    guard !audiences.isEmpty else { return Traits() }
    return Traits(
      asked: audiences, try store.sayings(), staff: try store.staff().map { ($0.id, $0.name) })
  }

  /// The list that is asked for.
  ///
  /// - Parameters:
  ///   - names: of the staff, where they are known already.
  ///   - pass: of more days than the list's, where another list is made on the way.
  ///   - seeing: is shown what was found of every customer of the viewer's own.
  func dueList(
    _ query: DueQuery, _ engine: Engine, names: [StaffID: String]? = nil, pass: EnginePass? = nil,
    seeing: (Findings) -> Void = { _ in }
  ) throws -> DueList {
    let now = query.now
    let pass = pass ?? EnginePass(engine, at: now, days: now.day...now.day + query.ahead)
    let decision = ListDecision(for: query.viewer, ahead: query.ahead, holiday: query.holiday)
    // Of one consultant's list others' names are seldom asked for, and a large office has many.
    let own = query.viewer.scope == .office ? nil : query.consultant
    let dead = try store.deadNumbers(asOf: now)
    let names = try names ?? own.map { [$0.id: $0.name] } ?? staffNames()
    // The day that falls to somebody cannot be known before all of them are.
    var lines = DueLines(query, most: engine.hasWaves ? nil : query.most)
    var waves = WaveBook()
    let outlook = query.isOfBook ? Outlook(of: pass) : nil
    var unplanned = Unplanned(most: query.unplanned)
    func look(_ history: History, isOwn: Bool) throws {
      let findings = pass.findings(of: history)
      guard isOwn || !query.viewer.sees(.consultant(findings.owner(on: now.day))) else { return }
      let given = try query.cases.given(findings, at: now, self)
      // The day that falls to each of a wave depends on all of them.
      if query.holiday == nil { waves.add(findings, ahead: query.ahead, for: query.viewer) }
      if let filter = query.filter,
        try !filter.admits(
          findings.state, history.facts, profile: { try store.profile(of: history.customer) })
      {
        return
      }
      try lines.add(decision.entry(findings, given), of: history.customer) { line, why in
        try item(line, history, query, names, dead, hidden: why)
      }
      if let outlook, query.viewer.sees(.consultant(findings.state.owner)) {
        unplanned.add(findings, outlook, given)
      }
      if isOwn { seeing(findings) }
    }
    let scope = query.viewer.scope(engine)
    try forEachHistory(query, in: scope) { try look($0, isOwn: true) }
    for customer in try customersGiven(query, beside: scope) {
      if let history = try store.history(of: customer, asOf: now) {
        try look(history, isOwn: false)
      }
    }
    let plans = try waves.isEmpty ? nil : wavePlans(waves, engine, on: now.day)
    if let plans { lines.spread(plans, ahead: query.ahead) }
    lines.sort()
    let reader = query.isOfBook && query.filter == nil ? query.consultant : nil
    return DueList(
      asOf: now, consultant: query.consultant?.name, role: query.role,
      policy: engine.reign(on: now.day)?.policy, isTraining: try isForTraining(),
      engine: engine, items: lines.items, counts: lines.counts, holiday: query.holiday,
      surplus: lines.surplus, hidden: lines.hidden, unplanned: unplanned,
      unplannedItems: try named(unplanned), silent: try silent(lines),
      waves: plans?.shares ?? [],
      outOfReach: try query.filter == nil
        ? outOfReach(dead, for: query.viewer, reveal: query.showsPhones) : [],
      filter: query.filter,
      reviews: try reader.map { try reviews(of: $0.id, at: now) } ?? [])
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

  /// Others' customers with a case that was given to the viewer or is the viewer's role's, or with whom
  /// the viewer agreed something: a book does not have them.
  private func customersGiven(_ query: DueQuery, beside scope: Scope) throws -> [CustomerID] {
    guard query.customers == nil, case .book(let member) = scope else { return [] }
    let given = try query.cases.customers(of: [member], self)
    // What a consultant agrees is of their own customers.
    if query.consultant?.role == .consultant { return given }
    let ofRole = query.viewer.scope == .office ? try store.customersWithCases() : []
    // What whoever has left agreed is their role's.
    let members = try [member] + store.staffing().leavers.map(\.id)
    return try Set(given + ofRole + store.customersAgreed(with: members)).sorted()
  }

  func staffNames() throws -> [StaffID: String] {
    Dictionary(try store.staff().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// One customer's line as the list has it now; nil: it has none.
  func dueItem(
    _ customer: CustomerID, _ query: DueQuery, _ engine: Engine
  ) throws -> DueItem? {
    guard let history = try store.history(of: customer, asOf: session.now) else { return nil }
    let own = try lists(of: history, engine, for: query.viewer).places.own
    guard let line = own.listed else { return nil }
    return try item(
      line, history, query, staffNames(), store.deadNumbers(asOf: session.now))
  }

  /// Asked for while the customer's rows have just been read: they still lie in memory.
  private func item(
    _ line: AgendaLine, _ history: History, _ query: DueQuery, _ names: [StaffID: String],
    _ dead: DeadNumbers, hidden: HiddenBecause? = nil
  ) throws -> DueItem {
    let (name, numbers) = try store.nameAndPhones(of: line.customer)
    let live = dead.live(numbers, of: line.customer)
    // Whoever has to call a colleague's customer, who was given the case, calls from the own list.
    let isOwn = user.staff != nil && query.consultant?.id == user.staff
    let isShown = query.showsPhones && (isOwn || handles(ofOwner: line.state.owner))
    func shown(_ numbers: [String]) -> [String] { isShown ? numbers : numbers.map(masked) }
    let last = query.tellsMore ? history.facts.last { $0.isConversation } : nil
    return DueItem(
      customer: line.customer, name: name,
      phones: shown(live), deadPhones: shown(numbers.filter { !live.contains($0) }),
      consultant: line.state.owner.flatMap { names[$0] }, line: line,
      lastContact: try last.flatMap { try lastContact($0, query) },
      promises: query.tellsMore ? try promises(line.reasons) : [],
      cases: try cases(line, history, names),
      relatives: try relatives(of: line.customer, line.reasons),
      hidden: hidden)
  }

  /// Those that a reason is about, and what the customer has asked and nobody has answered.
  private func cases(
    _ line: AgendaLine, _ history: History, _ names: [StaffID: String]
  ) throws -> [DueCase] {
    let wanted = line.reasons.compactMap(\.key.caseNumber) + history.openEnquiries
    guard !wanted.isEmpty else { return [] }
    let names = names.count > 1 ? names : try staffNames()
    return try store.cases(of: line.customer).filter { wanted.contains($0.record.own) }
      .map { file in
        DueCase(record: file.record, handlers: file.handlers.all.compactMap { names[$0] })
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

  private func lastContact(_ fact: Fact, _ query: DueQuery) throws -> LastContact? {
    guard case .contact(let contact) = fact.body else { return nil }
    return LastContact(
      day: fact.day, contact: contact, note: query.tellsNotes ? try store.note(of: fact.id) : nil)
  }

  private func silent(_ lines: DueLines) throws -> [String] {
    try lines.silent.map { customer in
      "\(number(customer)) \(try store.customer(customer)?.name ?? "")"
    }
  }
}

extension History {
  /// The numbers of enquiries (咨询) that are still open.
  fileprivate var openEnquiries: Set<Int32> {
    facts.reduce(into: []) { open, fact in
      guard case .step(let step) = fact.body, step.kind == .enquiry else { return }
      switch step.step {
      case .opened: open.insert(step.caseNumber)
      case .replied, .handled, .closed: open.remove(step.caseNumber)
      case .assigned, .agreed, .promised, .escalated, .told: break
      }
    }
  }
}

extension Fact {
  fileprivate var isConversation: Bool {
    if case .contact(let contact) = body { contact.isConversation } else { false }
  }
}
