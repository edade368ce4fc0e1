import Core
import SQLite

/// Reads facts from rows whose columns from `offset` on are id, day, what.
struct FactReader {
  /// Names of rules by their numbers.
  let words: [Int64: ClauseID]
  let offset: Int

  init(_ connection: Connection, offset: Int = 0) throws {
    let pairs = try connection.rows("SELECT id, text FROM word") {
      ($0.int64(0), ClauseID($0.text(1)))
    }
    words = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
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
    Fact(id: record.id, day: record.day, what: record.what, words)
  }
}

/// A fact as its row has it, not yet understood.
struct FactRecord {
  let id: FactID
  let day: Int64
  let what: Int64

  var isVoided: Bool { what & FactForm.voided != 0 }
}
