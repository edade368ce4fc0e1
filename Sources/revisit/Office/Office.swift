import Core
import Intake
import PolicyFiles
import Store
import Values

/// The open database of an office together with who works at it.
struct Office {
  let session: Session
  let store: Store
  let user: User
  /// What a write is done under, where `--op` was given.
  var claim: OperationClaim?
}

/// The same order has been carried out under the same `--op` by somebody who was quicker.
struct RepeatedOrder: Error {}

extension Session {
  /// Opens the database and does `body` with it. What the store refuses becomes a `Failure`.
  func inOffice<Result>(
    readOnly: Bool, under claim: OperationClaim? = nil, _ body: (Office) throws -> Result
  ) throws -> Result {
    do {
      let store = try Store.open(
        at: databasePath, readOnly: readOnly, policies: PolicyForm.coding)
      if let migrated = store.migrated { warn(migrated.told) }
      return try body(
        Office(session: self, store: store, user: try user(in: store), claim: claim))
    } catch let error as StoreError {
      throw Failure(error, path: databasePath)
    }
  }

  /// Whoever `--user`, REVISIT_USER or the login names. A name that no member of staff has stands
  /// for itself, unless it is nearly one.
  private func user(in store: Store) throws -> User {
    guard let userName else {
      let staff = try login.flatMap { try store.staff(login: $0) }
      return User(staff?.name ?? login ?? "-", staff: staff?.id)
    }
    if let staff = try store.staff(named: userName) { return User(staff.name, staff: staff.id) }
    if let near = nearest(to: userName, among: try store.staff().map(\.name)) {
      throw Failure.lookup(.noStaff(userName, place: "--user", nearest: near))
    }
    return User(try readName(userName, at: "--user"))
  }
}

// MARK: - Looking up

extension Office {
  /// The customer that `text` names: by number, phone, tail of a phone, or name.
  func customer(_ text: String) throws -> CustomerSummary {
    let wanted = Office.searched(text)
    let found = try store.customers(matching: wanted)
    guard let first = found.first else {
      throw Failure.lookup(.noCustomer(text, nearest: try nearestName(wanted)))
    }
    guard found.count == 1 else {
      let lines = try found.prefix(5).map(line)
      throw Failure.lookup(
        .manyCustomers(text, candidates: lines, more: found.count - lines.count))
    }
    if let target = first.mergedInto {
      throw Failure.refusal(.merged(number(first.id), into: number(target)))
    }
    return first
  }

  /// `text` as names and phones are stored.
  static func searched(_ text: String) -> String {
    let plain = halfWidth(text)
    guard let phone = try? PhoneText(plain), phone.numbers.count == 1 else { return plain }
    return phone.numbers[0]
  }

  private func nearestName(_ wanted: String) throws -> String? {
    var names: Set<String> = []
    try store.forEachCustomer { names.insert($0.name) }
    return nearest(to: wanted, among: names.sorted())
  }

  /// `C000001 王芳 138****0001`: a customer among several.
  func line(_ customer: CustomerSummary) throws -> String {
    let phone = try store.phones(of: customer.id).first.map { " " + masked($0) } ?? ""
    return "\(number(customer.id)) \(customer.name)\(phone)"
  }

  /// A phone as it may be shown: whole to the customer's own consultant, or on request.
  func shown(_ phone: String, of customer: CustomerSummary, reveal: Bool = false) -> String {
    let isOwn = user.staff != nil && customer.owner == user.staff
    return isOwn || reveal ? phone : masked(phone)
  }

  /// The first line of an answer about a customer.
  func heading(_ customer: CustomerSummary) throws -> String {
    let phones = try store.phones(of: customer.id).map { shown($0, of: customer) }
    return visible(([number(customer.id), customer.name] + phones).joined(separator: " "))
  }

  func staff(_ name: String, at place: String) throws -> Staff {
    let wanted = trimmed(name)
    if let staff = try store.staff(named: wanted) { return staff }
    let all = try store.staff()
    let begun = all.filter { !wanted.isEmpty && $0.name.hasPrefix(wanted) }
    if begun.count == 1 { return begun[0] }
    if begun.count > 1 {
      throw Failure.lookup(.manyStaff(name, place: place, candidates: begun.map(\.name)))
    }
    throw Failure.lookup(
      .noStaff(name, place: place, nearest: nearest(to: wanted, among: all.map(\.name))))
  }

  /// The policy that reigns on that day.
  func reign(on day: Day) throws -> Reign? {
    try store.reigns().last { $0.from <= day }
  }
}

// MARK: - Writing

extension Office {
  /// Carries out one operation and announces it: `headline` goes to stdout before the operation is
  /// committed, so that where nothing can be written nothing is recorded either. Where it would have to
  /// wait for whoever reads, it goes there afterwards: meanwhile nobody else could record anything.
  /// `isLoad`: it enters many customers.
  @discardableResult
  func write(
    _ command: String, headline: String, isLoad: Bool = false,
    _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    try warnOfClock()
    let operation = Operation(
      command: command, user: user, token: claim?.token, digest: claim?.digest ?? "",
      recorded: session.now)
    var isAnnounced = false
    let whole: (Transaction) throws -> Void = { transaction in
      try body(transaction)
      guard Output.standard.isReady(for: headline) else { return }
      try session.announce(headline)
      isAnnounced = true
    }
    let receipt = try isLoad ? store.load(operation, whole) : store.write(operation, whole)
    if receipt.isRepeat { throw RepeatedOrder() }
    if !isAnnounced { try session.announceRecorded(headline) }
    return receipt
  }

  /// A clock that stands before the last record is worth a word; `--as-of` means to.
  private func warnOfClock() throws {
    guard !session.isReplayed, let last = try store.lastRecorded(),
      session.now.isSurelyBefore(last)
    else { return }
    session.warn(
      Bilingual(
        "现在 \(session.now) 早于最近的记录 \(last)；检查系统时钟",
        "now, \(session.now), is before the last record, \(last); check the clock"))
  }
}
