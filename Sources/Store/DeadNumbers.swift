package import Core

/// A number under which nobody can be reached (号码无效).
package struct DeadNumber: Hashable, Sendable {
  package let number: String
  /// As somebody met it, or the gateway said: 空号.
  package let reason: String
  package let since: Moment
  /// The entry of the ledger that says so.
  fileprivate let entry: LedgerID
}

/// The numbers that are dead, by whose they are. A number that somebody else has taken over since is
/// alive with them.
package struct DeadNumbers: Sendable {
  private var known: [CustomerID: [DeadNumber]] = [:]

  package subscript(customer: CustomerID) -> [DeadNumber] { known[customer] ?? [] }

  /// Those of the customer's numbers under which somebody may be reached.
  package func live(_ numbers: [String], of customer: CustomerID) -> [String] {
    let dead = self[customer].map(\.number)
    return dead.isEmpty ? numbers : numbers.filter { !dead.contains($0) }
  }

  package var isEmpty: Bool { known.isEmpty }

  /// The customers whose numbers they are.
  fileprivate var customers: [CustomerID] { known.keys.sorted() }

  fileprivate mutating func add(_ number: DeadNumber, of customer: CustomerID) {
    known[customer, default: []].append(number)
  }
}

extension DeadNumber {
  /// The kind of the entry; its text is the number, a space, and why.
  package static let entryKind = "号码无效"

  fileprivate init?(_ entry: LedgerEntry) {
    let words = entry.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard entry.closing == nil, let number = words.first else { return nil }
    self.init(
      number: number, reason: words.count > 1 ? words[1] : "", since: entry.moment,
      entry: entry.id)
  }
}

extension Store {
  /// What was known at that moment, of the numbers that are asked for.
  package func deadNumbers(
    asOf: Moment, among isAsked: (String) -> Bool = { _ in true }
  ) throws -> DeadNumbers {
    let entries = try ledger(DeadNumber.entryKind, from: .first, to: asOf.day, asOf: asOf)
    return try entries.reduce(into: DeadNumbers()) { found, entry in
      // One that was taken from the customer is nobody's; a merge has taken it along.
      guard let dead = DeadNumber(entry), isAsked(dead.number),
        let holder = try customer(phone: dead.number),
        try entry.customer == holder || entry.customer.flatMap(customer)?.mergedInto == holder
      else { return }
      found.add(dead, of: holder)
    }
  }

  /// Those of one customer: a number is nobody else's, so others' are not looked up.
  package func deadNumbers(of customer: CustomerID, asOf: Moment) throws -> [DeadNumber] {
    let own = try phones(of: customer)
    return try deadNumbers(asOf: asOf, among: own.contains)[customer]
  }

  /// The customer's numbers under which somebody may be reached.
  package func liveNumbers(of customer: CustomerID, asOf: Moment) throws -> [String] {
    let own = try phones(of: customer)
    return try deadNumbers(asOf: asOf, among: own.contains).live(own, of: customer)
  }

  /// The live customers whose every number is dead, in the order of their numbers.
  package func customersOutOfReach(_ dead: DeadNumbers) throws -> [CustomerSummary] {
    try dead.customers.compactMap { id in
      guard let customer = try customer(id), customer.isLive,
        try dead.live(phones(of: id), of: id).isEmpty
      else { return nil }
      return customer
    }
  }
}

extension Transaction {
  /// Marks a number of the customer's as dead, unless it is so already.
  package func markDead(
    _ number: String, of customer: CustomerID, because reason: String, at moment: Moment,
    staff: StaffID?
  ) throws {
    let known = try store.deadNumbers(of: customer, asOf: Moment(.last))
    guard !known.contains(where: { $0.number == number }) else { return }
    try addEntry(
      DeadNumber.entryKind, at: moment, staff: staff, customer: customer,
      text: "\(number) \(reason)")
  }

  /// Somebody can be reached under the number again.
  package func revive(_ number: DeadNumber, at moment: Moment, staff: StaffID?) throws {
    try closeEntry(number.entry, at: moment, staff: staff)
  }
}
