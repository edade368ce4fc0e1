import Core
import Store

/// Which list is asked for.
struct DueQuery: Sendable {
  /// Nil: the whole office's.
  var consultant: Staff?
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
}

extension Desk {
  func engine() throws -> Engine {
    let reigns = try store.reigns()
    return Engine(
      reigns: reigns, milestones: try store.milestones(),
      calendar: reigns.contains { $0.policy.readsCalendar } ? try calendar().work : .weekdays)
  }

  /// The list that is asked for.
  ///
  /// - Parameters:
  ///   - names: of the staff, where they are known already.
  ///   - survey: of more days than the list's, where another list is made on the way.
  ///   - seeing: is shown what was found of every customer.
  func dueList(
    _ query: DueQuery, _ engine: Engine, names: [StaffID: String]? = nil, survey: Survey? = nil,
    seeing: (Findings) -> Void = { _ in }
  ) throws -> DueList {
    let now = query.now
    let scope = query.consultant.map { Scope.book($0.id) } ?? .office
    let survey = survey ?? Survey(engine, at: now, days: now.day...now.day + query.ahead)
    var found = FoundLines()
    try store.forEachHistory(in: scope, asOf: now) { history in
      let findings = survey.findings(of: history)
      let entry = findings.agenda(ahead: query.ahead)
      found.add(
        query.holiday.map { entry.of($0, history) } ?? entry, history, all: query.all)
      seeing(findings)
    }
    found.lines.sort { AgendaLine.inOrder($0.line, $1.line) }
    let names = try names ?? staffNames()
    return DueList(
      asOf: now, consultant: query.consultant?.name, policy: engine.reign(on: now.day)?.policy,
      engine: engine, items: try found.lines.map { try item($0, query, names) },
      holiday: query.holiday, unlisted: found.unlisted, silent: try silent(found),
      occasions: engine.milestones.filter { (0...7).contains($0.day - now.day) })
  }

  func staffNames() throws -> [StaffID: String] {
    Dictionary(try store.staff().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func item(
    _ found: FoundLines.Found, _ query: DueQuery, _ names: [StaffID: String]
  ) throws -> DueItem {
    let customer = found.line.customer
    let phones = try store.phones(of: customer)
    return DueItem(
      customer: customer, name: try store.customer(customer)?.name ?? "",
      phones: query.showsPhones ? phones : phones.map(masked),
      consultant: found.line.state.owner.flatMap { names[$0] }, line: found.line,
      lastContact: query.tellsMore ? try found.lastContact.flatMap(lastContact) : nil,
      promises: query.tellsMore ? try promises(found.line.reasons) : [],
      relatives: try relatives(of: customer, found.line.reasons), unlisted: found.unlisted)
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
      day: fact.day, contact: contact, note: try store.texts(of: [fact.id])[fact.id]?.note)
  }

  private func silent(_ found: FoundLines) throws -> [String] {
    try found.silent.map { customer in
      "\(number(customer)) \(try store.customer(customer)?.name ?? "")"
    }
  }
}

/// What a pass over histories gathers: integers only, names come after.
private struct FoundLines {
  struct Found {
    let line: AgendaLine
    let lastContact: Fact?
    var unlisted: Unlisted?
  }

  var lines: [Found] = []
  var unlisted: [Unlisted: Int] = [:]
  /// Not to be contacted.
  var silent: [CustomerID] = []

  mutating func add(_ entry: AgendaEntry, _ history: History, all: Bool) {
    let last = { history.facts.last { $0.isContact } }
    switch entry {
    case .nothing: break
    case .line(let line): lines.append(Found(line: line, lastContact: last()))
    case .unlisted(let why, let line):
      unlisted[why, default: 0] += 1
      guard all else { return }
      if let line {
        lines.append(Found(line: line, lastContact: last(), unlisted: why))
      } else {
        silent.append(history.customer)
      }
    }
  }
}

extension Fact {
  fileprivate var isContact: Bool {
    if case .contact = body { true } else { false }
  }
}
