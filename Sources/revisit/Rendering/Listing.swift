import Core
import Intake

/// A list that a command prints as table, JSON or CSV.
struct Listing {
  struct Column: Sendable {
    /// Stable English name: the key in JSON and the heading in CSV.
    let key: String
    let title: Bilingual
    let isRight: Bool
    /// Columns that it keeps on a narrow terminal.
    let least: Int

    init(_ key: String, _ zh: String, _ en: String, right: Bool = false, least: Int = 6) {
      self.key = key
      self.least = least
      title = Bilingual(zh, en)
      isRight = right
    }
  }

  /// The key of the list in JSON.
  let key: String
  let columns: [Column]
  private var rows: [[JSON]] = []

  init(_ key: String, _ columns: [Column]) {
    self.key = key
    self.columns = columns
  }

  /// One value a column.
  mutating func add(_ row: [JSON]) { rows.append(row) }

  /// - Parameter ifEmpty: what a table without rows says instead.
  func text(as format: Format, _ session: Session, ifEmpty: Bilingual) -> String {
    switch format {
    case .table where rows.isEmpty: session.say(ifEmpty) + "\n"
    case .table: table(session).text(on: session.terminal)
    case .json: json.text + "\n"
    case .csv: csv
    }
  }

  /// Without the columns in which nothing stands: a page is narrow.
  private func table(_ session: Session) -> Table {
    let cells = rows.map { $0.map(\.plain) }
    let shown = columns.indices.filter { column in
      cells.contains { !$0[column].isEmpty }
    }
    var table = Table(
      shown.map { column in
        let column = columns[column]
        return Table.Column(session.say(column.title), right: column.isRight, least: column.least)
      })
    for row in cells { table.add(shown.map { row[$0] }) }
    return table
  }

  private var json: JSON {
    let items = rows.map { row in JSON.object(zip(columns, row).map { ($0.key, $1) }) }
    return .object([("version", .int(1)), (key, .array(items))])
  }

  private var csv: String {
    let writer = CSVWriter(neutralisesFormulas: true)
    return writer.row(columns.map(\.key)) + rows.map { writer.row($0.map(\.plain)) }.joined()
  }
}

extension JSON {
  /// The value as a cell; a list with spaces between.
  fileprivate var plain: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let items): items.map(\.plain).joined(separator: " ")
    case .bool, .int, .double, .object: text
    }
  }
}
