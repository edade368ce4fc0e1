import Core
import Store

/// Customers for whom nothing is planned (无安排), gathered on a pass: how many, why, and who first.
struct Unplanned: Sendable {
  struct Entry: Sendable {
    let customer: CustomerID
    let owner: StaffID?
    let kind: CustomerClass
    let gaps: TermSet<PlanGap>
  }

  /// How many there are.
  private(set) var total = 0
  /// How many for each reason; one customer may have two.
  private(set) var counts = KindCounts<PlanGap>()
  private var entries: [Entry] = []
  private let most: Int
  /// So many are named on a consultant's list and on the manager's page.
  static let namedOnList = 20
  static let namedOnPage = 200

  /// - Parameter most: so many are kept by number, those with the lowest.
  init(most: Int = 0) { self.most = most }

  /// Those with the lowest numbers, in their order.
  var first: [Entry] { Array(entries.sorted { $0.customer < $1.customer }.prefix(most)) }

  /// Takes the customer in where nothing is planned.
  mutating func add(_ findings: Findings, _ outlook: Outlook, _ given: CasesGiven = [:]) {
    let gaps = outlook.gaps(findings, given)
    if gaps.isEmpty { return }
    total += 1
    for gap in gaps.elements { counts[gap] += 1 }
    guard most > 0 else { return }
    let state = findings.state
    entries.append(
      Entry(
        customer: findings.history.customer, owner: state.owner, kind: CustomerClass(state),
        gaps: gaps))
    if entries.count >= max(1000, 4 * most) { entries = first }
  }

  static func += (a: inout Unplanned, b: Unplanned) {
    a.total += b.total
    a.counts += b.counts
    a.entries += b.entries
  }
}

extension Outlook {
  /// Nil in an office without a policy: there nobody has a plan, and everything says so.
  init?(of pass: EnginePass) {
    if pass.engine.reigns.isEmpty { return nil }
    self.init(pass)
  }
}

extension Office {
  /// Why nothing is planned for a customer.
  func gaps(of history: History) throws -> TermSet<PlanGap> {
    let pass = EnginePass(try engine(), at: session.now, days: session.today...session.today)
    let findings = pass.findings(of: history)
    let given = try OfficeCases.onDemand.given(findings, at: session.now, self)
    return Outlook(of: pass)?.gaps(findings, given) ?? []
  }
}

extension Office {
  /// Everybody of the office for whom nothing is planned.
  func unplanned() throws -> Unplanned {
    let now = session.now
    let shares = try pass(now.day...now.day, at: now, UnplannedShare()) { share, findings, office in
      if share.outlook == nil { share.outlook = Outlook(of: findings.pass) }
      guard let outlook = share.outlook else { return }
      let given = try OfficeCases.onDemand.given(findings, at: now, office)
      share.unplanned.add(findings, outlook, given)
    }
    return shares.reduce(into: Unplanned()) { $0 += $1.unplanned }
  }
}

/// What one thread has found.
private struct UnplannedShare: Sendable {
  var outlook: Outlook?
  var unplanned = Unplanned()
}

/// A customer without a plan, by name.
struct UnplannedItem: Sendable {
  let entry: Unplanned.Entry
  let name: String
  let consultant: String?
}

extension Office {
  func named(_ unplanned: Unplanned) throws -> [UnplannedItem] {
    let first = unplanned.first
    let names = try first.isEmpty ? [:] : staffNames()
    return try first.map { entry in
      UnplannedItem(
        entry: entry, name: try store.customer(entry.customer)?.name ?? "",
        consultant: entry.owner.flatMap { names[$0] })
    }
  }
}

extension Listing.Section {
  /// Customers without a plan, and why, at the end of the manager's page.
  static func unplanned(_ items: [UnplannedItem], of total: Int) -> Listing.Section {
    var section = Listing.Section(
      "unplanned", title: PlanMessages.title(total), items,
      [
        .init("customer", "编号", "No.", least: 7) { .text(number($0.entry.customer)) },
        .init("name", "姓名", "Name") { .text($0.name) },
        .init("class", "类别", "Class") { .word($0.entry.kind.name, $0.entry.kind.bilingual) },
        .init("consultant", "顾问", "Consultant") {
          $0.consultant.map { .text($0) } ?? .told(.null, DueMessages.nobody)
        },
        .init("reasons", "为什么", "Why") { .list($0.entry.gaps.elements.map { .term($0) }) },
      ])
    if total > items.count { section.leftOut = (total - items.count, "revisit find --unplanned") }
    return section
  }
}
