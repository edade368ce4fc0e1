import Core
import SQLite

/// One state of the office, the one after operation `op`, as it is read slice by slice.
///
/// A slice is a short read transaction of its own, so that no writer waits for a long reader. In each,
/// rows of later operations are passed over and what a later operation voided still stands. The caches
/// of customers say what is true now: of those that a later operation wrote to they are not believed.
struct Horizon {
  let op: OpID
  /// The highest number of a customer at that time.
  let lastCustomer: CustomerID
  /// Through which moment a change of owner or a loss had been recorded by then.
  let through: Moment
  /// Whether `op` is still the newest operation.
  private(set) var isCurrent = true
  /// Where the customers lie that later operations wrote to.
  private(set) var changed: [ClosedRange<CustomerID>] = []
  fileprivate(set) var sliceEnd = 0
  /// Whether a pass is under way: between its rows nothing else ends a slice.
  fileprivate(set) var isPassing = false
  /// Whether a slice stays open from one read to the next, which is so until the first pass is over:
  /// what comes after it may take long, and reads little.
  fileprivate(set) var lasts = true

  func hasChanged(_ customer: CustomerID) -> Bool {
    !isCurrent && changed.contains { $0.contains(customer) }
  }

  /// More than that are not looked at one by one.
  private static let most = 20_000

  /// Looks at what was done after `op`.
  fileprivate mutating func look(_ connection: Connection) throws {
    let later = try connection.rows(
      """
      SELECT first_customer, last_customer, undoes <= ?1 AND revived > 0 FROM op WHERE id > ?1
      """, .integer(op)
    ) { (first: $0.optionalInt64(0), last: $0.int64(1), revives: $0.int(2) == 1) }
    isCurrent = later.isEmpty
    changed = later.compactMap { row in
      guard let first = row.first, first <= lastCustomer else { return nil }
      return first...max(first, min(row.last, lastCustomer))
    }
    let count = changed.reduce(0) { $0 + $1.count }
    if count > Horizon.most || later.contains(where: \.revives) { throw HorizonLost() }
  }
}

/// What was undone meanwhile cannot be seen any more as it was, or too much has changed: whoever reads
/// begins again with a newer state.
struct HorizonLost: Error {}

extension Store {
  /// Runs a read so that everything in it sees one state of the office; nested calls join it. No
  /// writer waits for it longer than for one slice.
  ///
  /// `body` may be run again, where an operation was undone while it ran.
  package func snapshot<T>(_ body: () throws -> T) throws -> T {
    try oneState(attempts: 3, body)
  }

  /// As `snapshot`, for a body that must not be run again.
  package func pinned<T>(_ body: () throws -> T) throws -> T { try oneState(attempts: 1, body) }

  private func oneState<T>(attempts: Int, _ body: () throws -> T) throws -> T {
    guard horizon == nil, !connection.isInTransaction else { return try body() }
    for _ in 0..<attempts {
      do {
        return try storeErrors(path) {
          try pin()
          defer {
            horizon = nil
            try? endSlice()
          }
          return try body()
        }
      } catch is HorizonLost {
        continue
      }
    }
    throw StoreError.busy
  }

  private func pin() throws {
    let end = try openSlice()
    words = nil
    members = nil
    do {
      horizon = try connection.first(
        """
        SELECT (SELECT max(id) FROM op), (SELECT max(id) FROM customer), through_day, through_minute
        FROM state
        """
      ) { row in
        Horizon(
          op: row.int64(0), lastCustomer: row.int64(1),
          through: Moment(day: row.int(2), minute: row.int(3)))
      }
      horizon?.sliceEnd = end
    } catch {
      try endSlice()
      throw error
    }
  }

  /// Sees the same state as another store of the same file.
  func join(_ other: Horizon, _ slices: SharedSlices) {
    horizon = other
    self.slices = slices
    horizon?.isPassing = false
    horizon?.lasts = true
    horizon?.sliceEnd = 0
  }

  // MARK: Slices

  /// Does one read of a pinned state in a slice.
  func inSlice<T>(_ body: () throws -> T) throws -> T {
    guard let horizon, !horizon.isPassing else { return try body() }
    try beginSlice()
    defer { if !horizon.lasts { try? endSlice() } }
    return try body()
  }

  /// Does reads of a pinned state together, in one slice while it lasts.
  package func together<T>(_ body: () throws -> T) throws -> T {
    horizon?.lasts = true
    defer {
      horizon?.lasts = false
      try? endSlice()
    }
    return try body()
  }

  private func beginSlice() throws {
    if isInSlice, monotonicNow() < horizon?.sliceEnd ?? 0 { return }
    try endSlice()
    horizon?.sliceEnd = try openSlice()
    try horizon?.look(connection)
  }

  /// When it ends.
  private func openSlice() throws -> Int {
    try connection.execute("BEGIN")
    isInSlice = true
    return slices.begin()
  }

  /// Ends a slice that lasts.
  func releaseSlice() throws {
    horizon?.lasts = false
    try endSlice()
  }

  private func endSlice() throws {
    guard isInSlice else { return }
    isInSlice = false
    defer { slices.end() }
    if connection.isInTransaction { try connection.execute("COMMIT") }
  }

  /// Goes through many rows. `steps` is called again and again until it says that it is done; each
  /// time in a slice, which it leaves, with all statements reset, when `isOver`.
  func pass(_ steps: (_ isOver: () -> Bool) throws -> Bool) throws {
    guard horizon?.isPassing == false else {
      while try !steps({ false }) {}
      return
    }
    defer {
      horizon?.isPassing = false
      horizon?.lasts = false
      try? endSlice()
    }
    repeat {
      horizon?.isPassing = false
      try beginSlice()
      horizon?.isPassing = true
    } while try !steps({ monotonicNow() >= horizon?.sliceEnd ?? .max })
  }
}

// MARK: - What stands

extension Store {
  /// The condition that a row of the table of that name stands.
  func stands(_ table: String) -> String {
    guard let horizon, !horizon.isCurrent else { return "\(table).voided_by IS NULL" }
    return """
      (\(table).op <= \(horizon.op) AND (\(table).voided_by IS NULL OR \(table).voided_by > \(horizon.op)))
      """
  }

  /// The condition that a row is there, whether it stands or not.
  func exists(_ table: String) -> String {
    guard let horizon, !horizon.isCurrent else { return "1" }
    return "\(table).op <= \(horizon.op)"
  }

  /// The newest operation that is seen; all of them where no state is held fast.
  var newestOp: OpID { horizon?.op ?? .max }

  /// A column with the number of an operation, null where that one is still to come.
  func known(_ column: String) -> String {
    guard let horizon, !horizon.isCurrent else { return column }
    return "CASE WHEN \(column) <= \(horizon.op) THEN \(column) END"
  }
}
