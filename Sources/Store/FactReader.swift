import Core
import SQLite

/// Reads facts from rows whose columns from `offset` on are id, day, what.
struct FactReader {
  /// Names of rules by their numbers.
  let words: [Int64: ClauseID]
  /// Nil where the numbers of events and tags are the process's.
  private let terms: TermNumbers?
  let offset: Int

  init(_ connection: Connection, offset: Int = 0) throws {
    // One statement: every command that reads facts begins with it.
    let names = try connection.rows(
      "SELECT 0, id, text FROM word UNION ALL SELECT kind, number, name FROM term"
    ) { (kind: $0.int(0), number: $0.int64(1), text: $0.text(2)) }
    let rules = names.lazy.filter { $0.kind == 0 }.map { ($0.number, ClauseID($0.text)) }
    words = Dictionary(rules, uniquingKeysWith: { first, _ in first })
    terms = try TermNumbers(
      names.compactMap { TermRow(kind: $0.kind, number: Int($0.number), name: $0.text) })
    self.offset = offset
  }

  /// Nil where the row means nothing to this program; `doctor` reports such rows.
  func fact(_ row: Row) -> Fact? { fact(record(row)) }

  /// As `fact`, without those that were taken back.
  func standing(_ row: Row) -> Fact? {
    let record = record(row)
    return record.isVoided ? nil : fact(record)
  }

  func record(_ row: Row) -> FactRecord {
    FactRecord(
      id: row.int64(offset), day: row.int64(offset + 1), what: row.int64(offset + 2))
  }

  func fact(_ record: FactRecord) -> Fact? {
    let fact = Fact(id: record.id, day: record.day, what: record.what, words)
    guard let terms, let fact else { return fact }
    return terms.renumbered(fact)
  }
}

/// A fact as its row has it, not yet understood.
struct FactRecord {
  let id: FactID
  let day: Int64
  let what: Int64

  var isVoided: Bool { what & FactForm.voided != 0 }
}
