import SQLite

extension Store {
  /// As `write`, for an operation that enters many customers.
  ///
  /// While it runs, foreign keys and CHECKs are not asked row by row: every number it writes was
  /// either made in the same transaction or looked up in it, and typed values have no others.
  /// Where it enters an office's first customers, the indexes are made when all of them are there,
  /// which sorts once instead of searching every time; a number that two of them have then fails
  /// there, and with it the whole operation.
  package func load(
    _ operation: Operation, _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    try reading { connection in
      try connection.execute(
        """
        PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA cache_size = -8000
        """)
      defer {
        try? connection.execute(
          """
          PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF;
          PRAGMA cache_size = -2000
          """)
      }
      return try connection.immediate {
        if let earlier = try receipt(ofRepeated: operation) { return earlier }
        let indexes = try hasCustomers() ? [] : takeIndexesAway()
        let receipt = try apply(operation, isFirstLoad: !indexes.isEmpty, body)
        // Sorting goes by pieces as large as the cache, fastest where they fit the processor's own.
        try connection.execute("PRAGMA cache_size = -1000; PRAGMA threads = 1")
        for index in indexes { try connection.execute(index) }
        return receipt
      }
    }
  }

  private func hasCustomers() throws -> Bool {
    try connection.first("SELECT 1 WHERE EXISTS (SELECT 1 FROM customer)") { _ in true } ?? false
  }

  /// Drops the indexes of customers and phones; returns what makes them again.
  private func takeIndexesAway() throws -> [String] {
    let indexes = try connection.rows(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('customer', 'phone') ORDER BY name
      """
    ) { (name: $0.text(0), sql: $0.text(1)) }
    for index in indexes { try connection.execute("DROP INDEX \(index.name)") }
    return indexes.map(\.sql)
  }
}
