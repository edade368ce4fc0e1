import Core
import Store

/// The lists that an office finds in the morning, one a file: each consultant's, everybody else's, and
/// the managers' common one. The files and the dry run go by it.
struct MorningLists: Sendable {
  struct List: Sendable {
    /// Nil: the managers'.
    let member: Staff?
    let viewer: Viewer
    /// The folder with whoever's list it is for a name.
    let folder: String
    /// The logins of those whom it is for.
    let logins: [String]

    /// The file's name without what says its form: `2026-11-05-李明`.
    func file(on day: Day) -> String { "\(day)-\(folder)" }
  }

  /// The consultants in the order of the staff, then the others in it, last the managers.
  let lists: [List]
  /// Those whom the cases of customers were given to.
  let cases: OfficeCases
  private let places: [StaffID: Int]
  private let ofRoles: [Int]

  init(_ office: Office, _ engine: Engine, at now: Moment) throws {
    let everybody = try office.store.staff()
    let staff = everybody.filter { $0.left == nil }
    let managersName = DailyMessages.manager[office.session.language]
    let names = MorningLists.folders(staff, taken: managersName)
    let others = staff.filter { $0.role != .consultant && $0.role != .manager }
    let members = try (staff.filter { $0.role == .consultant } + others).map { member in
      List(
        member: member, viewer: try office.viewer(of: member, engine),
        folder: names[member.id] ?? managersName, logins: [member.login].compactMap { $0 })
    }
    let managers = List(
      member: nil, viewer: try office.viewer(ofManagers: everybody, engine), folder: managersName,
      logins: staff.filter { $0.role == .manager }.compactMap(\.login))
    let lists = members + [managers]
    self.lists = lists
    cases = try office.allCases(at: now)
    let last = lists.count - 1
    let places = Dictionary(
      members.enumerated().compactMap { place, list in list.member.map { ($0.id, place) } },
      uniquingKeysWith: { first, _ in first })
    // A customer who comes back to somebody who has left is the managers' to give away.
    self.places = everybody.reduce(into: places) { if $0[$1.id] == nil { $0[$1.id] = last } }
    ofRoles = lists.indices.filter { lists[$0].hasRoles }
  }

  /// The books of all staff, with the list on which each member finds them.
  var books: [(member: StaffID, list: List, place: Int)] {
    places.sorted { $0.key < $1.key }.map { ($0.key, lists[$0.value], $0.value) }
  }

  var managers: List { lists[lists.count - 1] }

  /// The list on which that member of staff finds own customers.
  func list(of member: StaffID) -> List? { places[member].map { lists[$0] } }

  /// Places of the lists that may have the customer: the owner's, those of roles of which something is
  /// asked, and those of whoever was given a case.
  func candidates(_ findings: Findings, _ given: CasesGiven, at now: Moment) -> [Int] {
    var found = findings.owner(on: now.day).flatMap { places[$0] }.map { [$0] } ?? []
    func add(_ place: Int) { if !found.contains(place) { found.append(place) } }
    if !ofRoles.isEmpty, !findings.asked(of: .possible).isEmpty { ofRoles.forEach(add) }
    for handlers in given.values { handlers.all.compactMap { places[$0] }.forEach(add) }
    findings.membersAsked.compactMap { places[$0] }.forEach(add)
    return found
  }

  /// Two threads must not write one file, and nobody's list is written over.
  private static func folders(_ staff: [Staff], taken: String) -> [StaffID: String] {
    var taken: Set<String> = [taken]
    var names: [StaffID: String] = [:]
    let others = staff.filter { $0.role != .consultant }
    for member in staff.filter({ $0.role == .consultant }) + others {
      let name = name(member)
      names[member.id] = taken.insert(name).inserted ? name : "\(name)-\(member.id)"
    }
    return names
  }

  /// What a file's name cannot have is left out.
  private static func name(_ staff: Staff) -> String {
    let safe = visible(String(staff.name.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 }))
    return safe.hasPrefix(".") ? "_" + safe : safe
  }
}

extension MorningLists.List {
  /// Whether it has the work of a role, for anybody's customers.
  var hasRoles: Bool {
    if case .members(_, let doing) = viewer { !doing.isEmpty } else { false }
  }

  /// Whether it is made from a consultant's book, in one go.
  var isBook: Bool { member?.role == .consultant }

}

/// Customers who may stand on others' lists than their consultant's, gathered on a pass over the
/// office, so that no list needs a pass of its own.
struct OthersCustomers: Sendable {
  /// Those of whom a role is asked something.
  private var ofRoles: [Role: Set<CustomerID>] = [:]
  /// Own ones of whoever is no consultant, and those with whom they agreed something.
  private var own: [StaffID: [CustomerID]] = [:]

  mutating func add(_ findings: Findings, _ lists: MorningLists, at now: Moment) {
    let customer = findings.history.customer
    for role in findings.asked(of: .possible).elements {
      ofRoles[role, default: []].insert(customer)
    }
    for member in findings.membersAsked { own[member, default: []].append(customer) }
    guard let owner = findings.owner(on: now.day), lists.list(of: owner)?.isBook == false,
      findings.mayHaveAPlace
    else { return }
    own[owner, default: []].append(customer)
  }

  static func += (a: inout OthersCustomers, b: OthersCustomers) {
    a.ofRoles.merge(b.ofRoles) { $0.union($1) }
    a.own.merge(b.own, uniquingKeysWith: +)
  }

  /// Those who may stand on that list.
  func customers(of list: MorningLists.List, _ cases: OfficeCases, _ office: Office) throws
    -> [CustomerID]
  {
    guard case .members(let members, let doing) = list.viewer else { return [] }
    var found = Set(members.flatMap { own[$0] ?? [] })
    for role in doing.elements { found.formUnion(ofRoles[role] ?? []) }
    found.formUnion(try cases.customers(of: members, office))
    return found.sorted()
  }
}

/// What stands on nobody's list: customers without a consultant by group, and those for whom nothing is
/// planned.
struct NobodysCustomers: Sendable {
  /// Of customers without a consultant.
  private(set) var counts = KindCounts<DueGroup>()
  var unplanned = Unplanned(most: Unplanned.namedOnPage)

  mutating func add(_ findings: Findings, _ outlook: Outlook?, _ given: CasesGiven) {
    if let outlook { unplanned.add(findings, outlook, given) }
    guard findings.state.owner == nil else { return }
    counts.add(ListDecision(for: .nobody).entry(findings, given), at: findings.pass.now)
  }

  static func += (a: inout NobodysCustomers, b: NobodysCustomers) {
    a.counts += b.counts
    a.unplanned += b.unplanned
  }
}

extension Office {
  /// A page that is nobody's own list, and a role's file, have so many lines at most: nobody reads or
  /// calls more in a day, and a large office has some for every customer.
  static let longestPage = 1000

  /// The list of whoever is no consultant, from the customers that the pass over the office found.
  func dueList(
    _ list: MorningLists.List, _ others: OthersCustomers, _ cases: OfficeCases, at now: Moment,
    _ engine: Engine
  ) throws -> DueList {
    var query = DueQuery(
      viewer: list.viewer, consultant: list.member,
      role: list.member.map { $0.workingRole(list.viewer) } ?? .manager,
      customers: try others.customers(of: list, cases, self), cases: cases, now: now,
      showsPhones: true)
    query.most = Office.longestPage
    return try dueList(query, engine)
  }

  /// What those would call today who are on leave: somebody else has to, or the manager knows.
  private func absentLists(_ lists: MorningLists, at now: Moment, _ engine: Engine) throws
    -> [AbsentList]
  {
    let daysOff = DaysOff(try store.officeDays().leaves)
    return try lists.lists.compactMap { list in
      guard let member = list.member,
        let leave = daysOff.spans(of: member.id).first(where: { $0.contains(now.day) })
      else { return nil }
      var query = DueQuery(
        viewer: list.viewer, consultant: member, cases: lists.cases, now: now, showsPhones: false)
      query.most = Office.longestPage
      return AbsentList(
        name: member.name, until: leave.upperBound, calls: try dueList(query, engine))
    }
  }

  /// What the managers find in the morning.
  ///
  /// - Parameter overview: of everybody else who gets a file, how many customers stand in each group.
  func managerPage(
    _ lists: MorningLists, _ others: OthersCustomers, _ nobody: NobodysCustomers,
    _ overview: [(String, KindCounts<DueGroup>)], _ query: ReportQuery, _ figures: MorningFigures,
    _ duties: DutyEvidence?, _ engine: Engine
  ) throws -> ManagerPage {
    let now = session.now
    var calls = try dueList(lists.managers, others, lists.cases, at: now, engine)
    // The week's report has them.
    calls.outOfReach = []
    let absent = try absentLists(lists, at: now, engine)
    let unassigned =
      nobody.counts.isEmpty ? [] : [(session.say(DueMessages.nobody), nobody.counts)]
    return ManagerPage(
      overview: overview + unassigned + [(session.say(DailyMessages.manager), calls.overview)],
      report: try report(query, figures.reports, engine, duties, at: now),
      duties: duties?.list(at: now, for: .manager(nil)) ?? [], calls: calls,
      waiting: try managersSections(figures, query, engine, at: now), absent: absent,
      unplanned: .unplanned(try named(nobody.unplanned), of: nobody.unplanned.total), now: now,
      language: session.language)
  }
}
