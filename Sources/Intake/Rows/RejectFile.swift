package import Core

/// The file of refused rows: the columns of the original and one more that names the problems,
/// which importing ignores. Corrected, it is imported like any other.
///
/// Formulas are neutralised, as in every file that a spreadsheet will open; reading takes the
/// apostrophes off again.
package struct RejectFile: Sendable {
  private let columnCount: Int
  /// Where the original already has the column, being a reject file itself.
  private let problemsColumn: Int?
  private let language: Language
  private let writer = CSVWriter(neutralisesFormulas: true)

  package init(_ header: HeaderMap, language: Language) {
    columnCount = header.columns.count
    problemsColumn = header.columns.firstIndex(of: Field.problemsHeader)
    self.language = language
  }

  /// Byte order mark and header row.
  package func head(_ header: HeaderMap) -> String {
    CSVWriter.byteOrderMark + writer.row(row(header.columns, Field.problemsHeader))
  }

  /// The row of a refusal, with its line end.
  package func row(_ refusal: Refusal) -> String {
    let problems = refusal.errors.map { problem in
      (problem.column.isEmpty ? "" : problem.column + language.colon) + problem.message(language)
    }
    return writer.row(
      row(refusal.cells.map(FormulaGuard.takeOff), problems.joined(separator: "\n")))
  }

  /// A ragged row must stay ragged, or a second import would take its cells from the wrong
  /// columns: nothing is padded, and what is too much stays behind the problems.
  private func row(_ cells: [String], _ problems: String) -> [String] {
    guard let problemsColumn else {
      return cells.prefix(columnCount) + [problems] + cells.dropFirst(columnCount)
    }
    var row = cells
    if problemsColumn < row.count { row[problemsColumn] = problems }
    return row
  }
}
