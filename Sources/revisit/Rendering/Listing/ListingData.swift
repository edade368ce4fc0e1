import Core
import Intake

extension Listing {
  /// The value for programs, version 1: the facts, then for each section its rows, its total and how
  /// many rows were left out.
  var json: JSON {
    .object(
      [("version", .int(1))] + facts.map { ($0.column.key, $0.value.json) }
        + sections.filter { $0.shown != .page }.flatMap(\.members))
  }

  /// Every section with a line of keys, its rows and its total; a blank line between two.
  var csv: String {
    let writer = CSVWriter(neutralisesFormulas: true)
    return sections.filter { $0.shown != .page }.map { $0.csv(writer) }.joined(separator: "\r\n")
  }
}

extension Listing.Section {
  /// The rows, each an object with a member for each column.
  var jsonRows: JSON { .array(rows.map { object($0.cells, kept) }) }

  /// The rows alone, as they stand between the brackets.
  var jsonItems: String {
    let kept = kept
    return rows.map { object($0.cells, kept).text }.joined(separator: ",")
  }

  private func object(_ cells: [Cell], _ places: some Sequence<Int>) -> JSON {
    .object(places.map { (columns[$0].key, cells[$0].json) })
  }

  private var kept: [Int] { columns.indices.filter { columns[$0].place != .page } }

  fileprivate var members: [(String, JSON)] {
    var members = [(key, jsonRows)]
    if let total { members.append(("total", object(total.cells, kept.dropFirst()))) }
    if let leftOut { members.append((key + "_left_out", .int(leftOut.count))) }
    return members
  }

  fileprivate func csv(_ writer: CSVWriter) -> String {
    let kept = kept
    var text = writer.row(kept.flatMap { columns[$0].keys })
    for cells in (rows + [total].compactMap { $0 }).map(\.cells) {
      writer.write(kept.flatMap { cells[$0].values(columns[$0].keys) }, to: &text)
    }
    return text
  }
}
