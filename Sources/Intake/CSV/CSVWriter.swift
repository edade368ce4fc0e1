/// Writes CSV (RFC 4180): cells with a comma, a quote, a line end or a space at an edge are
/// quoted, rows end with CRLF.
package struct CSVWriter: Sendable {
  /// The bytes EF BB BF, by which spreadsheets know UTF-8; they stand before the first row.
  package static let byteOrderMark = "\u{FEFF}"

  /// Puts `'` before what a spreadsheet would take for a formula. `Intake` takes it off again.
  package let neutralisesFormulas: Bool

  package init(neutralisesFormulas: Bool) { self.neutralisesFormulas = neutralisesFormulas }

  /// One row with its line end.
  package func row(_ cells: some Sequence<String>) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private func cell(_ text: String) -> String {
    let safe = neutralisesFormulas ? FormulaGuard.put(on: text) : text
    let needsQuotes =
      safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || safe.utf8.first == 0x20 || safe.utf8.last == 0x20
    guard needsQuotes else { return safe }
    var quoted: [UInt8] = [0x22]
    for byte in safe.utf8 {
      if byte == 0x22 { quoted.append(0x22) }
      quoted.append(byte)
    }
    quoted.append(0x22)
    return String(decoding: quoted, as: UTF8.self)
  }
}

/// The apostrophe that keeps a spreadsheet from running a cell.
///
/// A cell is dangerous if it begins with `= + - @`, tab or CR, also in full width. One apostrophe
/// goes before such a cell, and before one that already has apostrophes there; reading takes one
/// off. So what was written comes back unchanged.
package enum FormulaGuard {
  package static func put(on text: String) -> String {
    guardsFormula(text) || looksLikeFormula(text) ? "'" + text : text
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
