import FoundationEssentials
import Testing

/// What a program prints in its four forms, read back as far as they are to be compared.
struct FormsOfAReport {
  /// Rows of the tables of a page; the first of each has the titles.
  typealias Grid = [[String]]

  let json: Value
  /// Sections between blank lines: rows of cells, the first of them the keys.
  let csv: [Grid]
  let html: [Grid]
  /// Lines of the page that have more than one cell, and their cells.
  let table: Grid

  init(_ office: Office, _ asOf: String, _ line: String) throws {
    func text(_ format: String) throws -> String {
      try office.at(asOf, "\(line) --format \(format)", wide: true).out
    }
    json = try JSONDecoder().decode(Value.self, from: Data(text("json").utf8))
    csv = try text("csv").replacing("\r\n", with: "\n").components("\n\n").map(readCSV)
    html = try text("html").components("<table").dropFirst().map(readHTML)
    table = try text("table").components("\n").map { line in
      line.components("  ").map { $0.trimmed }.filter { !$0.isEmpty }
    }
  }

  /// The rows of a section, each a member for each column.
  func rows(_ key: String) -> [[String: Value]] {
    guard case .object(let whole) = json, case .array(let rows) = whole[key] else { return [] }
    return rows.map { row in if case .object(let members) = row { members } else { [:] } }
  }

  /// The member `total`, where the report has one.
  var total: [String: Value]? {
    guard case .object(let whole) = json, case .object(let members) = whole["total"] else {
      return nil
    }
    return members
  }

  /// JSON and CSV: the same keys, the same rows, the same values, the same total.
  func agree(
    _ csv: Grid, _ rows: [[String: Value]], _ name: Comment
  ) throws {
    let keys = try #require(csv.first, name)
    let lines = csv.dropFirst()
    let hasTotal = lines.last?.first == "total"
    #expect(lines.count == rows.count + (hasTotal ? 1 : 0), name)
    for (line, row) in zip(lines, rows + [hasTotal ? total ?? [:] : [:]]) {
      for (key, cell) in zip(keys, line) where row[key] != nil {
        let value = row[key]?.plain ?? ""
        let isNumber = Double(cell) != nil && Double(cell) == Double(value)
        #expect(
          cell == value || cell == "'" + value || isNumber, "\(name): \(key) \(cell) \(value)")
      }
      guard case .object(let counts)? = row["contacts"] else { continue }
      for (part, count) in counts {
        #expect(keys.firstIndex(of: part).map { line[$0] } == count.plain, name)
      }
    }
    for row in rows { #expect(Set(row.keys).subtracting(keys).isSubset(of: ["contacts"]), name) }
  }
}

/// A value of JSON.
enum Value: Decodable {
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([Value])
  case object([String: Value])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Value].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Value].self))
    }
  }

  /// As it stands in a cell.
  var plain: String {
    switch self {
    case .none, .object: ""
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): value
    case .array(let values): values.map(\.plain).joined(separator: " ")
    }
  }
}

private func readCSV(_ text: String) -> FormsOfAReport.Grid {
  var rows: [[String]] = [[""]]
  var isQuoted = false
  for character in text {
    let last = rows.count - 1
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: rows[last].append("")
    case "\n" where !isQuoted: rows.append([""])
    default: rows[last][rows[last].count - 1].append(character)
    }
  }
  return rows.filter { $0 != [""] }
}

/// The rows of a table, up to its end.
private func readHTML(_ text: String) -> FormsOfAReport.Grid {
  text.components("</table>")[0].components("<tr").dropFirst().map { row in
    row.replacing("<th", with: "<td").components("<td").dropFirst().map { cell in
      cell.components(">").dropFirst().joined(separator: ">").components("</t")[0]
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&").trimmed
    }
  }
}

extension String {
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
