package import Core
import SQLite

/// A fact with everything that is recorded about it.
package struct Record: Hashable, Sendable {
  package let fact: Fact
  /// The one who did it, where known; of a case that was given away, the one who got it.
  package let staff: StaffID?
  package let texts: FactTexts
  /// The operation that recorded it first.
  package let op: OpID
  package let command: String
  package let user: String
  package let recorded: Moment
  package let voidedBy: OpID?
  /// Why it was voided, where somebody said so.
  package let voidReason: String?
  /// The fact itself, or the one of a merged customer that it repeats.
  package let original: FactID

  /// Whether it was recorded on a later day than it happened (补录).
  package var isLate: Bool { recorded.day > fact.day }
}

/// What was written down with a fact.
package struct FactTexts: Hashable, Sendable {
  package var note: String?
  package var promise: String?
  /// What a policy may want recorded beside what was said: feedback, what follows, satisfaction from 1
  /// to 5, who signed.
  package var details: [RecordField: String]

  package init(
    note: String? = nil, promise: String? = nil, details: [RecordField: String] = [:]
  ) {
    self.note = note
    self.promise = promise
    self.details = details
  }
}

extension FactTexts {
  /// The details of a fact in one column.
  fileprivate static func details(_ fact: String) -> String {
    "(SELECT group_concat(d.field || d.value, char(31)) FROM detail d WHERE d.fact = \(fact))"
  }

  /// - Parameter column: the first of three: what was said, what was promised, the details.
  fileprivate init(_ row: Row, from column: Int) {
    let parts = row.optionalText(column + 2)?.split(separator: "\u{1F}") ?? []
    let fields = parts.compactMap { part in
      part.first?.wholeNumberValue.flatMap { RecordField(stored: $0) }
        .map { ($0, String(part.dropFirst())) }
    }
    self.init(
      note: row.optionalText(column), promise: row.optionalText(column + 1),
      details: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
  }
}

/// Where a fact lies.
struct FactPlace {
  let customer: CustomerID
  let day: Day
  let voidedBy: OpID?
}

extension Store {
  /// Every fact of a customer with its story, voided ones too, in the order of facts.
  package func records(of customer: CustomerID) throws -> [Record] {
    try reading { connection in
      let reader = try FactReader(connection, offset: Record.columnCount)
      let records = try connection.rows(
        text: """
          SELECT f.staff, v.id, o.id, o.command, o.user, o.recorded_day, o.recorded_minute, v.reason,
            n.said, n.promised, \(FactTexts.details("f.id")), coalesce(k.original, f.id),
            \(FactReader.columns)
          FROM fact f \(Store.firstRecording)
          LEFT JOIN op v ON v.id = \(known("f.voided_by"))
          LEFT JOIN note n ON n.fact = f.id
          WHERE f.customer = ? AND \(exists("f"))
          """, .integer(customer)
      ) { row in reader.fact(row).map { Record($0, row) } }
      return records.compactMap { $0 }.sorted { Fact.inOrder($0.fact, $1.fact) }
    }
  }

  /// Joins `fact f` with the operation `o` that recorded it first. A copy that a merge made tells of the
  /// operation that recorded its original, `k.original`.
  static let firstRecording = """
    LEFT JOIN copy k ON k.fact = f.id
    JOIN op o ON o.id = CASE WHEN k.original IS NULL THEN f.op ELSE (SELECT x.id FROM op x
      WHERE x.facts > 0 AND x.first_fact <= k.original ORDER BY x.first_fact DESC LIMIT 1) END
    """

  /// What was said in that contact.
  package func note(of fact: FactID) throws -> String? {
    try reading {
      try $0.first(
        "SELECT said FROM note WHERE fact = ? AND said IS NOT NULL", .integer(fact)
      ) { $0.text(0) }
    }
  }

  /// The texts of those facts, where there are any.
  package func texts(of facts: some Sequence<FactID>) throws -> [FactID: FactTexts] {
    try reading { connection in
      var texts: [FactID: FactTexts] = [:]
      for fact in facts {
        texts[fact] = try connection.first(
          text: "SELECT said, promised, \(FactTexts.details("fact")) FROM note WHERE fact = ?",
          .integer(fact)
        ) { FactTexts($0, from: 0) }
      }
      return texts
    }
  }

  /// Where a fact is. Its operation tells among which customers to look.
  func place(of fact: FactID) throws -> FactPlace? {
    try connection.first(
      """
      SELECT f.customer, f.day, f.voided_by FROM fact f
      WHERE f.id = ?1 AND f.customer BETWEEN
        (SELECT first_customer FROM op WHERE facts > 0 AND first_fact <= ?1
         ORDER BY first_fact DESC LIMIT 1)
        AND (SELECT last_customer FROM op WHERE facts > 0 AND first_fact <= ?1
         ORDER BY first_fact DESC LIMIT 1)
      """, .integer(fact)
    ) { row in
      FactPlace(
        customer: row.int64(0), day: Moment(day: row.int(1), minute: nil).day,
        voidedBy: row.optionalInt64(2))
    }
  }

  /// The customer that a fact is about.
  package func customer(ofFact fact: FactID) throws -> CustomerID? {
    try reading { _ in try place(of: fact)?.customer }
  }
}

extension Record {
  /// So many columns stand before those of the fact.
  fileprivate static let columnCount = 12

  fileprivate init(_ fact: Fact, _ row: Row) {
    self.init(
      fact: fact, staff: row.optionalInt64(0),
      texts: FactTexts(row, from: 8),
      op: row.int64(2), command: row.text(3), user: row.text(4),
      recorded: Moment(day: row.int(5), minute: row.optionalInt(6)),
      voidedBy: row.optionalInt64(1), voidReason: row.optionalText(7), original: row.int64(11))
  }
}
