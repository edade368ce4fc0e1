/// Writes CSV (RFC 4180): cells with a comma, a quote, a line end or a space at an edge are
/// quoted, rows end with CRLF.
package struct CSVWriter: Sendable {
  /// The bytes EF BB BF, by which spreadsheets know UTF-8; they stand before the first row.
  package static let byteOrderMark = "\u{FEFF}"

  /// Puts `'` before what a spreadsheet would take for a formula. `Intake` takes it off again.
  package let neutralisesFormulas: Bool

  package init(neutralisesFormulas: Bool) { self.neutralisesFormulas = neutralisesFormulas }

  /// One row with its line end.
  package func row(_ cells: [String]) -> String {
    var text = ""
    write(cells, to: &text)
    return text
  }

  /// Adds one row with its line end to `text`.
  package func write(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      write(neutralisesFormulas ? FormulaGuard.put(on: cell) : cell, to: &text)
    }
    text += "\r\n"
  }

  private func write(_ cell: String, to text: inout String) {
    let needsQuotes = cell.utf8.withContiguousStorageIfAvailable(CSVWriter.needsQuotes) ?? true
    guard needsQuotes else {
      text += cell
      return
    }
    text += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.last else { return false }
    if bytes[0] == 0x20 || last == 0x20 { return true }
    return bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  }
}

/// The apostrophe that keeps a spreadsheet from running a cell.
///
/// A cell is dangerous if it begins with `= + - @`, tab or CR, also in full width. One apostrophe
/// goes before such a cell, and before one that already has apostrophes there; reading takes one
/// off. So what was written comes back unchanged.
package enum FormulaGuard {
  package static func put(on text: String) -> String {
    // A letter, a digit or a Han character begins nearly every cell: no look at scalars is needed.
    switch text.utf8.first ?? 0x30 {
    case 0x30...0x39, 0x41...0x7E, 0xE4...0xE9: return text
    default: break
    }
    return guardsFormula(text) || looksLikeFormula(text) ? "'" + text : text
  }

  package static func takeOff(_ text: String) -> String {
    guardsFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  package static func looksLikeFormula(_ text: some StringProtocol) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func guardsFormula(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "'") else { return false }
    return looksLikeFormula(Substring(text.unicodeScalars.drop { $0 == "'" }))
  }
}
