import Core
import Intake
import PolicyFiles
import Store
import Values

/// The open database of an office together with who works at it.
struct Office {
  var session: Session
  let store: Store
  let worker: Worker
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
        at: databasePath, readOnly: readOnly, policies: PolicyForm.coding,
        backups: settings[.backup])
      store.today = today
      if let migrated = store.migrated { warn(migrated.told) }
      let office = Office(
        session: self, store: store, worker: try worker(in: store), claim: claim)
      try office.warnOfClock()
      return try body(office)
    } catch let error as StoreError {
      throw Failure(error, path: databasePath)
    }
  }
}

// MARK: - Looking up

extension Office {
  var user: User { worker.user }

  var rights: Rights { worker.rights }

  /// `C000001 王芳 138****0001`: a customer among several.
  func line(_ customer: CustomerSummary) throws -> String {
    let phone = try store.phones(of: customer.id).first.map { " " + masked($0) } ?? ""
    return "\(number(customer.id)) \(customer.name)\(phone)"
  }

  /// A phone as it may be shown: whole to the customer's own consultant, or on request.
  func shown(_ phone: String, of customer: CustomerSummary, reveal: Bool = false) -> String {
    let isOwn = user.staff != nil && customer.owner == user.staff
    return isOwn || reveal && handles(ofOwner: customer.owner) ? phone : masked(phone)
  }

  /// The first line of an answer about a customer.
  func heading(_ customer: CustomerSummary) throws -> String {
    let live = try store.liveNumbers(of: customer.id, asOf: session.now)
    let phones = try live.isEmpty ? store.phones(of: customer.id) : live
    let words = [number(customer.id), customer.name] + phones.map { shown($0, of: customer) }
    return visible(words.joined(separator: " "))
  }

  /// The member of staff who works, where the program knows one.
  var speaker: Staff? {
    get throws { try user.staff.flatMap { try store.staff($0) } }
  }

  /// One who works here: whoever has left is given nothing more.
  func colleague(_ name: String, at place: String) throws -> Staff {
    let member = try staff(name, at: place)
    if member.left != nil { throw Failure.refusal(.hasLeft(member.name, place: place)) }
    return member
  }

  func staff(_ name: String, at place: String) throws -> Staff {
    let wanted = plainName(trimmed(name))
    if let staff = try store.staff(named: wanted) { return staff }
    let all = try store.staff()
    let folded = foldedName(wanted)
    let same = all.filter { foldedName($0.name) == folded }
    if same.count == 1 { return same[0] }
    let begun = all.filter { !wanted.isEmpty && $0.name.hasPrefix(wanted) }
    if begun.count == 1 { return begun[0] }
    if begun.count > 1 {
      throw Failure.lookup(.manyStaff(name, place: place, candidates: begun.map(\.name)))
    }
    throw Failure.lookup(
      .noStaff(name, place: place, nearest: nearest(to: wanted, among: all.map(\.name))))
  }

  /// Whether its days are replayed, so that nothing in it is a record of what was.
  func isForTraining() throws -> Bool { try store.office(.training) != nil }

  /// The policy that reigns on that day.
  func reign(on day: Day) throws -> Reign? {
    try store.reigns().last { $0.from <= day }
  }
}

// MARK: - Writing

extension Office {
  /// Another day than today is recorded in an office for training alone.
  func refuseReplay() throws {
    if session.isReplayed, try !isForTraining() { throw Failure.usage(.replayed) }
  }

  /// Carries out one operation and announces it: `headline` goes to stdout before the operation is
  /// committed, so that where nothing can be written nothing is recorded either. Where it would have to
  /// wait for whoever reads, it goes there afterwards: meanwhile nobody else could record anything.
  /// `isLoad`: it enters many customers.
  @discardableResult
  func write(
    _ command: String, headline: String, isLoad: Bool = false,
    _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    try refuseReplay()
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

  /// A clock that stands before the last record, or long behind it, is worth a word: its lists are empty or
  /// full of what is overdue. `--as-of` means to.
  fileprivate func warnOfClock() throws {
    guard !session.isReplayed, let last = try store.lastRecorded() else { return }
    if session.now.isSurelyBefore(last) {
      session.warn(
        Bilingual(
          "现在 \(session.now) 早于最近的记录 \(last)；检查系统时钟",
          "now, \(session.now), is before the last record, \(last); check the clock"))
    } else if session.today - last.day > Office.longSilence {
      session.warn(
        Bilingual(
          "现在 \(session.now) 比最近的记录 \(last) 晚 \(session.today - last.day) 天；检查系统时钟",
          "now, \(session.now), is \(session.today - last.day) days after the last record, \(last); "
            + "check the clock"))
    }
  }

  /// So many days without any record are more than a closed office has.
  private static let longSilence = 100
}
