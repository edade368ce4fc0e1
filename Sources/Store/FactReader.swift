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
  func fact(_ row: Row) -> Fact? { fact(row, what: row.int64(offset + 2)) }

  /// As `fact`, without those that were taken back.
  func standing(_ row: Row) -> Fact? {
    let what = row.int64(offset + 2)
    return what & FactForm.voided == 0 ? fact(row, what: what) : nil
  }

  private func fact(_ row: Row, what: Int64) -> Fact? {
    let fact = Fact(id: row.int64(offset), day: row.int64(offset + 1), what: what, words)
    guard let terms, let fact else { return fact }
    return terms.renumbered(fact)
  }
}
