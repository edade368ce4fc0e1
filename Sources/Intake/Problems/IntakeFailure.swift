/// Why a file cannot be read on. Unlike a refused row, it ends the reading: what stands behind it
/// cannot be trusted.
package enum IntakeFailure: Error, Equatable, Sendable {
  case missing
  /// A directory, device or pipe.
  case notAFile
  case unreadable(errno: Int32)
  case empty
  /// XLSX (zip) or XLS bytes.
  case spreadsheet
  /// A byte that the encoding does not have; offset in bytes from 0, line from 1.
  case badBytes(TextEncoding, offset: Int, line: Int)
  /// A zero byte: no text, or UTF-16 without its mark.
  case nul(line: Int)
  /// The quote opened on that line is never closed.
  case unclosedQuote(line: Int)
  /// Something other than a comma or the line's end follows a closing quote.
  case textAfterQuote(line: Int)
  /// A carriage return alone does not end a line.
  case bareCarriageReturn(line: Int)
  /// The header's titles stand between Chinese commas or other signs that separate nothing.
  case otherSeparator(line: Int)
  /// A cell, row or number of cells beyond `CSVLimits`.
  case tooLarge(line: Int)
  /// The header cannot be used; every problem of it.
  case header([Problem])
}
