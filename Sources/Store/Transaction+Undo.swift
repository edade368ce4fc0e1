import Core
import SQLite

// It is known of every row which operation wrote it and which one took it back. To undo an
// operation is to void what it wrote and to make live again what it voided: the same for a log, a
// merge and an import. It is refused where anything that another operation did would then stand on
// nothing.

extension Transaction {
  /// Takes back everything that an earlier operation did.
  ///
  /// Refuses (`undoBlocked`) where another operation that is not taken back stands on it.
  package func undo(_ target: OpID) throws {
    guard let summary = try store.op(target) else { throw StoreError.noSuchOp(target) }
    if let earlier = summary.undoneBy { throw StoreError.alreadyUndone(target, by: earlier) }
    guard target > 1, target < op, summary.undoes == nil else {
      throw StoreError.notUndoable(target)
    }
    let range = try customers(of: target)
    try refuseIfBlocked(summary, range)
    if let range { try markStale(summary, range) }
    try takeBack(summary, range)
    try connection.run("UPDATE op SET undoes = ? WHERE id = ?", .integer(target), .integer(op))
  }

  /// The range in which the customers lie that an operation wrote to.
  private func customers(of op: OpID) throws -> ClosedRange<CustomerID>? {
    try connection.first(
      "SELECT first_customer, last_customer FROM op WHERE id = ? AND first_customer IS NOT NULL",
      .integer(op)
    ) { $0.int64(0)...max($0.int64(0), $0.int64(1)) }
  }

  /// The customers that the target wrote to without having added them: their caches change.
  private func markStale(_ target: OpSummary, _ range: ClosedRange<CustomerID>) throws {
    touch(range.lowerBound)
    touch(range.upperBound)
    let customers = try connection.rows(
      """
      SELECT customer FROM fact WHERE customer BETWEEN ?2 AND ?3 AND (op = ?1 OR voided_by = ?1)
      UNION SELECT customer FROM profile WHERE customer BETWEEN ?2 AND ?3 AND op = ?1
      UNION SELECT id FROM customer WHERE id BETWEEN ?2 AND ?3 AND merged_by = ?1
      UNION SELECT merged_into FROM customer WHERE id BETWEEN ?2 AND ?3 AND merged_by = ?1
      EXCEPT SELECT id FROM customer WHERE id BETWEEN ?2 AND ?3 AND op = ?1
      """, .integer(target.id), .integer(range.lowerBound), .integer(range.upperBound)
    ) { $0.int64(0) }
    stale.formUnion(customers)
  }

  /// What was written goes first, so that a number that was moved is free when it returns.
  private func takeBack(_ summary: OpSummary, _ range: ClosedRange<CustomerID>?) throws {
    let target = summary.id
    let bounds: [Value] = range.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? []
    let tables = Table.allCases.filter { !$0.hasCustomer || range != nil }
    for table in tables {
      let values: [Value] = [.integer(op), .integer(target)]
      try run(table.void, values + (table.hasCustomer ? bounds : []))
    }
    for table in tables {
      let values: [Value] = [.integer(target)]
      try run(table.revive, values + (table.hasCustomer ? bounds : []))
      revived += connection.changes
    }
    guard range != nil else { return }
    let withTarget: [Value] = [.integer(target)]
    try connection.run(
      """
      UPDATE customer SET merged_into = NULL, merged_by = NULL
      WHERE merged_by = ?1 AND id BETWEEN ?2 AND ?3
      """, withTarget + bounds)
    revived += connection.changes
    try connection.run(
      "UPDATE customer SET live = 0 WHERE op = ?1 AND id BETWEEN ?2 AND ?3", withTarget + bounds)
  }
}

// MARK: - What stands in the way

extension Transaction {
  private func refuseIfBlocked(_ summary: OpSummary, _ range: ClosedRange<CustomerID>?) throws {
    let target = summary.id
    try refuseIfVoided(summary, range)
    try refuseIfStaffIsInUse(target)
    try refuseIfEntryIsClosed(target)
    try refuseIfStepped(target)
    try refuseIfMonthIsClosed(target, range)
    guard let range else { return }
    try refuseIfCustomerHasMore(target, range)
    try refuseIfMerged(target, range)
    try refuseIfInLedger(target, range)
    try refuseIfCaseHasMore(target, range)
    try refuseIfTold(target, range)
    try refuse(
      by: """
        SELECT q.op, q.customer, q.number FROM phone p
        JOIN phone q ON q.tail = p.tail AND q.number = p.number
          AND q.voided_by IS NULL AND q.op <> ?1
        WHERE p.customer BETWEEN ?2 AND ?3 AND p.voided_by = ?1 LIMIT 1
        """, target, range
    ) { .phoneInUse(number: $0.text(2), by: $0.int64(1)) }
  }

  /// A customer whom the target entered has facts, a profile or numbers of later operations.
  private func refuseIfCustomerHasMore(
    _ target: OpID, _ range: ClosedRange<CustomerID>
  ) throws {
    try refuse(
      by: """
        SELECT f.op, f.id, f.customer FROM customer c JOIN fact f ON f.customer = c.id
        WHERE c.id BETWEEN ?2 AND ?3 AND c.op = ?1 AND f.op <> ?1
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = f.op) LIMIT 1
        """, target, range
    ) { .laterFact($0.int64(1), of: $0.int64(2)) }
    try refuse(
      by: """
        SELECT p.op, p.customer FROM customer c JOIN profile p ON p.customer = c.id
        WHERE c.id BETWEEN ?2 AND ?3 AND c.op = ?1 AND p.op <> ?1
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = p.op)
        UNION ALL
        SELECT p.op, p.customer FROM customer c JOIN phone p ON p.customer = c.id
        WHERE c.id BETWEEN ?2 AND ?3 AND c.op = ?1 AND p.op <> ?1
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = p.op) LIMIT 1
        """, target, range
    ) { .laterProfile(of: $0.int64(1)) }
  }

  /// A case that the target opened has steps or links of later operations.
  private func refuseIfCaseHasMore(_ target: OpID, _ range: ClosedRange<CustomerID>) throws {
    try refuse(
      by: """
        SELECT f.op, f.id, f.customer FROM customer_case k JOIN fact f ON f.customer = k.customer
          AND f.kind = 12 AND f.reference = k.number AND f.voided_by IS NULL AND f.op <> ?1
        WHERE k.customer BETWEEN ?2 AND ?3 AND k.op = ?1 LIMIT 1
        """, target, range
    ) { .laterFact($0.int64(1), of: $0.int64(2)) }
    try refuse(
      by: """
        SELECT l.op FROM customer_case k JOIN case_link l ON l.voided_by IS NULL
          AND l.op <> ?1 AND k.id IN (l.a, l.b)
        WHERE k.customer BETWEEN ?2 AND ?3 AND k.op = ?1 LIMIT 1
        """, target, range
    ) { _ in .changed }
  }

  /// Another operation took back or replaced something that the target wrote.
  private func refuseIfVoided(
    _ target: OpSummary, _ range: ClosedRange<CustomerID>?
  ) throws {
    for table in Table.allCases where !table.hasCustomer || range != nil {
      let statement = try connection.prepare(text: table.voider)
      try refuse(by: statement, target.id, table.hasCustomer ? range : nil) { row in
        row.optionalInt64(1).map { .voidedFact($0) } ?? .changed
      }
    }
  }

  /// A customer was merged after the target wrote to it.
  private func refuseIfMerged(_ target: OpID, _ range: ClosedRange<CustomerID>) throws {
    try refuse(
      by: """
        SELECT c.merged_by, c.id FROM customer c
        WHERE c.id BETWEEN ?2 AND ?3 AND c.merged_by <> ?1 AND c.merged_by > ?1 AND (c.op = ?1
          OR EXISTS (SELECT 1 FROM fact x
            WHERE x.customer = c.id AND ?1 IN (x.op, x.voided_by))
          OR EXISTS (SELECT 1 FROM profile x WHERE x.customer = c.id AND ?1 IN (x.op, x.voided_by))
          OR EXISTS (SELECT 1 FROM phone x WHERE x.customer = c.id AND ?1 IN (x.op, x.voided_by)))
        LIMIT 1
        """, target, range
    ) { .merged($0.int64(1)) }
    try refuse(
      by: """
        SELECT m.merged_by, m.id FROM customer c JOIN customer m ON m.merged_into = c.id
        WHERE c.id BETWEEN ?2 AND ?3 AND c.op = ?1 AND m.merged_by <> ?1 LIMIT 1
        """, target, range
    ) { .merged($0.int64(1)) }
  }

  /// Every fact is looked at, but only where the target added staff: the join's order is fixed.
  private func refuseIfStaffIsInUse(_ target: OpID) throws {
    try refuse(
      by: """
        SELECT o.id, s.id FROM staff s CROSS JOIN op o
        WHERE s.op = ?1 AND o.staff = s.id AND o.id <> ?1 AND o.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = o.id)
        UNION ALL
        SELECT f.op, s.id FROM staff s CROSS JOIN fact f
        WHERE s.op = ?1 AND (f.staff = s.id OR f.kind = 7 AND f.reference = s.id) AND f.op <> ?1
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = f.op)
        UNION ALL
        SELECT d.op, s.id FROM staff s CROSS JOIN special_day d
        WHERE s.op = ?1 AND d.staff = s.id AND d.op <> ?1
          AND NOT EXISTS (SELECT 1 FROM op u WHERE u.undoes = d.op)
        UNION ALL
        SELECT l.op, s.id FROM staff s CROSS JOIN ledger l
        WHERE s.op = ?1 AND l.staff = s.id AND l.op <> ?1 AND l.voided_by IS NULL
        UNION ALL
        SELECT c.op, s.id FROM staff s CROSS JOIN staff_change c
        WHERE s.op = ?1 AND c.staff = s.id AND c.op <> ?1 AND c.voided_by IS NULL LIMIT 1
        """, target, nil
    ) { .staffInUse($0.int64(1)) }
    // A name or login that was given up may be somebody else's by now.
    try refuse(
      by: """
        SELECT s.op, s.id FROM staff_change c JOIN staff s ON s.op > ?1 AND s.voided_by IS NULL
        WHERE c.op = ?1
        UNION ALL
        SELECT n.op, n.staff FROM staff_change c
        JOIN staff_change n ON n.op > ?1 AND n.voided_by IS NULL WHERE c.op = ?1 LIMIT 1
        """, target, nil
    ) { .staffInUse($0.int64(1)) }
  }

  private func refuseIfEntryIsClosed(_ target: OpID) throws {
    try refuse(
      by: """
        SELECT c.op, c.id FROM ledger e JOIN ledger c ON c.closes = e.id AND c.voided_by IS NULL
        WHERE e.op = ?1 AND c.op <> ?1 LIMIT 1
        """, target, nil
    ) { .laterEntry($0.int64(1)) }
  }

  private func refuseIfInLedger(_ target: OpID, _ range: ClosedRange<CustomerID>) throws {
    try refuse(
      by: """
        SELECT l.op, l.id FROM ledger l JOIN customer c ON c.id = l.customer
        WHERE c.id BETWEEN ?2 AND ?3 AND c.op = ?1 AND l.op <> ?1 AND l.voided_by IS NULL LIMIT 1
        """, target, range
    ) { .laterEntry($0.int64(1)) }
  }

  /// Throws if the query finds anything. Its first column is the operation in the way.
  private func run(_ sql: String, _ values: [Value]) throws {
    let statement = try connection.prepare(text: sql)
    try statement.bind(values)
    try statement.run()
  }

  func refuse(
    by query: StaticString, _ target: OpID, _ range: ClosedRange<CustomerID>?,
    _ blocker: (Row) -> Blocker
  ) throws {
    try refuse(by: try connection.statement(query), target, range, blocker)
  }

  private func refuse(
    by statement: Statement, _ target: OpID, _ range: ClosedRange<CustomerID>?,
    _ blocker: (Row) -> Blocker
  ) throws {
    defer { statement.reset() }
    try statement.bind(1, target)
    if let range {
      try statement.bind(2, range.lowerBound)
      try statement.bind(3, range.upperBound)
    }
    guard let row = try statement.step() else { return }
    let found = (op: row.int64(0), blocker: blocker(row))
    guard let summary = try store.op(found.op) else { return }
    throw StoreError.undoBlocked(by: summary, found.blocker)
  }
}
