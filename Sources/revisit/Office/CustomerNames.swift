import Core
import Store
import Values

/// A customer as the command line named them.
struct NamedCustomer {
  let customer: CustomerSummary
  /// The case that the row is about, as `K00001`.
  var matter: String?
  /// By what means the row asks for the customer.
  var channel: Channel?
}

extension Office {
  /// The customer that `text` names: by row, number, phone, tail of a phone, or name.
  func customer(_ text: String) throws -> CustomerSummary { try named(text).customer }

  /// The customer that `text` names; of a row what it asks for too.
  func named(_ text: String) throws -> NamedCustomer {
    if isBlank(text) { throw Failure.usage(.emptyValue("客户")) }
    guard let row = try row(text) else { return NamedCustomer(customer: try sought(text)) }
    guard let customer = try store.customer(row.customer) else {
      throw Failure.lookup(.noCustomer(text, nearest: nil))
    }
    return NamedCustomer(
      customer: try standing(customer), matter: row.matter.map(caseNumber), channel: row.channel)
  }

  private func standing(_ customer: CustomerSummary) throws -> CustomerSummary {
    if let target = customer.mergedInto {
      throw Failure.refusal(.merged(number(customer.id), into: number(target)))
    }
    return customer
  }

  private func sought(_ text: String) throws -> CustomerSummary {
    let wanted = Office.searched(text)
    let found = try nearer(try candidates(wanted))
    guard let first = found.first else {
      throw Failure.lookup(.noCustomer(text, nearest: try nearestName(wanted)))
    }
    guard found.count == 1 else {
      let lines = try found.prefix(5).map(line)
      throw Failure.lookup(
        .manyCustomers(text, candidates: lines, more: found.count - lines.count))
    }
    return try standing(first)
  }

  /// `text` as names and phones are stored.
  static func searched(_ text: String) -> String {
    let plain = halfWidth(text)
    guard let phone = try? PhoneText(plain), phone.numbers.count == 1 else { return plain }
    return phone.numbers[0]
  }

  // MARK: By name

  /// Those whom the text names beyond doubt; else those of one's own customers whose names it fits best,
  /// else those of the office.
  private func candidates(_ wanted: String) throws -> [CustomerSummary] {
    let found = try store.customers(matching: wanted)
    let folded = foldedName(wanted)
    guard found.isEmpty, !folded.isEmpty, !isDigits(folded) else { return found }
    var best = BestNames(folded)
    if let own = user.staff { try store.customers(of: own).forEach { best.consider($0) } }
    if best.found.isEmpty {
      // By the index: an office has many names.
      let begun = try store.customers(nameBeginning: wanted, 1000)
      if !begun.isEmpty { return begun }
      try store.forEachCustomer { best.consider($0) }
    }
    return best.found
  }

  /// Of several those on the user's list of today, else the user's own: whom one is about to call is
  /// meant before others of the name.
  private func nearer(_ found: [CustomerSummary]) throws -> [CustomerSummary] {
    guard found.count > 1, let staff = user.staff else { return found }
    let listed = try found.count > Office.mostLookedAt ? [] : onOwnList(found)
    if !listed.isEmpty { return listed }
    let own = found.filter { $0.owner == staff }
    return own.isEmpty ? found : own
  }

  /// Of more customers of a name nobody is meant.
  private static let mostLookedAt = 500

  /// What a search finds: by number or phone; else customers whose name begins so, holds the text or is
  /// read so; else those of whom it was written down.
  func search(_ text: String, limit: Int) throws -> [CustomerSummary] {
    let wanted = Office.searched(text)
    let found = try store.search(wanted, limit: limit)
    let folded = foldedName(wanted)
    guard found.isEmpty, !folded.isEmpty else { return found }
    if !isDigits(folded) {
      let pinyin = Pinyin()
      let isInLetters = folded.utf8.allSatisfy { 0x61...0x7A ~= $0 }
      var (holding, read): ([CustomerSummary], [CustomerSummary]) = ([], [])
      try store.forEachCustomer { customer in
        if foldedName(customer.name).contains(folded) {
          holding.append(customer)
        } else if isInLetters, pinyin.reads(customer.name, as: folded) {
          read.append(customer)
        }
      }
      let named = holding.isEmpty ? read : holding
      guard named.isEmpty else { return Array(named.prefix(limit)) }
    }
    return try store.customers(noted: wanted, limit: limit)
  }

  private func nearestName(_ wanted: String) throws -> String? {
    var names: Set<String> = []
    try store.forEachCustomer { names.insert($0.name) }
    return nearest(to: wanted, among: names.sorted())
  }
}

/// The customers whose names come closest to what was typed.
private struct BestNames {
  /// The closest first.
  private enum Closeness: Int {
    /// But for letter case, accents and how it is spaced.
    case same
    case given, begun
    /// By the letters of an input method, all of it or its beginning.
    case read, readAtFirst
  }

  private let folded: String
  private let pinyin = Pinyin()
  private var best: Closeness?
  private(set) var found: [CustomerSummary] = []

  init(_ folded: String) { self.folded = folded }

  mutating func consider(_ customer: CustomerSummary) {
    guard let closeness = closeness(of: foldedName(customer.name)) else { return }
    if let best, best.rawValue < closeness.rawValue { return }
    if best != closeness { found = [] }
    best = closeness
    found.append(customer)
  }

  private func closeness(of name: String) -> Closeness? {
    if name == folded { return .same }
    if name.utf8.starts(with: folded.utf8) { return .begun }
    if folded.utf8.first.map({ $0 >= 0x80 }) == true {
      return pinyin.givenName(of: name).map { $0 == folded } == true ? .given : nil
    }
    if pinyin.reads(name, as: folded, whole: true) { return .read }
    return pinyin.reads(name, as: folded) ? .readAtFirst : nil
  }
}
