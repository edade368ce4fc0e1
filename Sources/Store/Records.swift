package import Core
import SQLite

/// A fact with everything that is recorded about it.
package struct Record: Hashable, Sendable {
  package let fact: Fact
  /// Who did it, where known.
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

  package init(note: String? = nil, promise: String? = nil) {
    self.note = note
    self.promise = promise
  }
}

/// Which of a fact's texts a row of `note` is.
enum TextKind: Int64 {
  case note, promise

  func number(of fact: FactID) -> Int64 { fact &* 2 &+ rawValue }
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
      let reader = try FactReader(connection)
      // A copy that a merge made tells of the operation that recorded its original.
      let records = try connection.rows(
        """
        SELECT f.id, f.day, f.what, f.staff, d.op, o.id, o.command, o.user, o.recorded_day,
          o.recorded_minute, v.reason, (SELECT text FROM note WHERE id = f.id * 2),
          (SELECT text FROM note WHERE id = f.id * 2 + 1), coalesce(k.original, f.id)
        FROM fact f
        LEFT JOIN copy k ON k.fact = f.id
        LEFT JOIN void d ON d.fact = f.id
        LEFT JOIN op v ON v.id = d.op
        JOIN op o ON o.id = (SELECT x.id FROM op x
          WHERE x.facts > 0 AND x.first_fact <= coalesce(k.original, f.id)
          ORDER BY x.first_fact DESC LIMIT 1)
        WHERE f.customer = ?
        """, .integer(customer)
      ) { row in reader.fact(row).map { Record($0, row) } }
      return records.compactMap { $0 }.sorted { Fact.inOrder($0.fact, $1.fact) }
    }
  }

  /// What was said in that contact.
  package func note(of fact: FactID) throws -> String? {
    try reading {
      try $0.first(
        "SELECT text FROM note WHERE id = ?", .integer(TextKind.note.number(of: fact))
      ) { $0.text(0) }
    }
  }

  /// The texts of those facts, where there are any.
  package func texts(of facts: some Sequence<FactID>) throws -> [FactID: FactTexts] {
    try reading { connection in
      var texts: [FactID: FactTexts] = [:]
      for fact in facts {
        let number = TextKind.note.number(of: fact)
        let found = try connection.rows(
          "SELECT id, text FROM note WHERE id BETWEEN ?1 AND ?1 + 1", .integer(number)
        ) { ($0.int64(0), $0.text(1)) }
        guard !found.isEmpty else { continue }
        texts[fact] = FactTexts(
          note: found.first { $0.0 == number }?.1, promise: found.first { $0.0 != number }?.1)
      }
      return texts
    }
  }

  /// Where a fact is. Its operation tells among which customers to look.
  func place(of fact: FactID) throws -> FactPlace? {
    try connection.first(
      """
      SELECT f.customer, f.day, f.voided_by FROM fact_row f
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
  init(_ fact: Fact, _ row: Row) {
    self.init(
      fact: fact, staff: row.optionalInt64(3),
      texts: FactTexts(note: row.optionalText(11), promise: row.optionalText(12)),
      op: row.int64(5), command: row.text(6), user: row.text(7),
      recorded: Moment(day: row.int(8), minute: row.optionalInt(9)),
      voidedBy: row.optionalInt64(4), voidReason: row.optionalText(10), original: row.int64(13))
  }
}
