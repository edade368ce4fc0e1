import Core

/// A part of what a file holds, in its order.
enum Piece: Sendable {
  /// First of all.
  case header(HeaderMap)
  case rows([ReadRow])
  /// Bytes read so far.
  case progress(Int)
  /// Last of all.
  case failed(any Error)
}

/// A row read on its own, and its cells as they stand in the file.
struct ReadRow: Sendable {
  let reading: RowReading
  let cells: CSVRow
}

/// Turns bytes into rows, as far as that needs nothing but the row itself.
struct PieceReader: Sendable {
  let source: ByteSource
  let options: IntakeOptions
  let encoding: TextEncoding

  /// Gives the pieces to `body` in order. The rows before a failure are given before it is thrown.
  func readAll(_ body: (Piece) throws -> Void) throws {
    var batch = RowBatch(options, encoding)
    do {
      try read(&batch, body)
    } catch {
      try batch.flush(body)
      throw error
    }
    try batch.flush(body)
  }

  private func read(_ batch: inout RowBatch, _ body: (Piece) throws -> Void) throws {
    var decoder = try Decoder(source, as: encoding)
    var scanner: CSVScanner?
    var hasMore = true
    while hasMore {
      hasMore = try decoder.next { text in
        var current = scanner ?? CSVScanner(delimiter: Delimiter.sniff(text))
        // Held in two places the scanner would copy its row with every append.
        scanner = nil
        try current.scan(text) { try batch.add($0, body) }
        scanner = current
      }
      try batch.flush(body)
      try body(.progress(decoder.offset))
    }
    try scanner?.finish { try batch.add($0, body) }
    try batch.finish()
  }
}

/// Rows on their way, not many at a time.
private struct RowBatch {
  private let options: IntakeOptions
  private var context: SheetContext?
  private var rows: [ReadRow] = []
  private var bytes = 0
  private var count = 0
  /// What is wrong with the first row as a header, until one is found.
  private var failure: IntakeFailure?
  private var titles = 0
  private let encoding: TextEncoding

  /// The header stands among so many rows.
  private static let mostTitles = 10

  init(_ options: IntakeOptions, _ encoding: TextEncoding) {
    self.options = options
    self.encoding = encoding
  }

  mutating func add(_ row: CSVRow, _ body: (Piece) throws -> Void) throws {
    guard let context else { return try begin(row, body) }
    count += 1
    rows.append(ReadRow(reading: RowReading(row, number: count, in: context), cells: row.copy))
    bytes += row.byteCount
    if rows.count == 256 || bytes > 1 << 16 { try flush(body) }
  }

  /// The header is the first row that names a customer's name and phone; a title or a date of print may
  /// stand above it.
  private mutating func begin(_ row: CSVRow, _ body: (Piece) throws -> Void) throws {
    let header: HeaderMap
    do throws(IntakeFailure) {
      header = try HeaderMap(
        row, overrides: options.columns, values: options.values, vocabulary: options.vocabulary)
    } catch {
      try Delimiter.check(row)
      guard error.lacksColumns else { throw error }
      titles += 1
      let isForeign = encoding == .gb18030 && options.encoding == nil
      failure = failure ?? (isForeign ? foreign(row) : nil) ?? error
      if titles == RowBatch.mostTitles { try finish() }
      return
    }
    failure = nil
    context = SheetContext(header: header, options, encoding)
    try body(.header(header))
  }

  /// That the row looks like text of another encoding; nil where it does not.
  private func foreign(_ row: CSVRow) -> IntakeFailure? {
    row.cells.first(where: Mojibake.isForeign).map {
      .header([Problem(line: row.line, column: $0, code: .wrongEncoding, value: $0)])
    }
  }

  /// Throws why the file has no header, if so.
  func finish() throws(IntakeFailure) {
    if let failure { throw failure }
  }

  mutating func flush(_ body: (Piece) throws -> Void) throws {
    guard !rows.isEmpty else { return }
    let batch = rows
    rows = []
    bytes = 0
    try body(.rows(batch))
  }
}

/// What stands between the cells: spreadsheets save "Unicode text" as UTF-16 with tabs, and where a comma
/// is the decimal sign semicolons.
enum Delimiter {
  /// A tab or a semicolon if the first line that has any of them has no comma, else a comma.
  static func sniff(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let marks = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    for line in text.split(separator: 0x0A, maxSplits: 10) {
      if let mark = marks.first(where: line.contains) { return mark }
    }
    return marks[0]
  }

  /// Throws where the header is one cell with Chinese commas between its titles.
  static func check(_ row: CSVRow) throws(IntakeFailure) {
    guard row.count == 1 else { return }
    let titles = row.text(0).split { "，；、|".contains($0) }.filter {
      Field(header: String($0)) != nil
    }
    if titles.count >= 2 { throw .otherSeparator(line: row.line) }
  }
}

extension IntakeFailure {
  /// Whether a row is no header because columns are missing from it.
  fileprivate var lacksColumns: Bool {
    guard case .header(let problems) = self else { return false }
    return problems.contains { $0.code == .columnMissing }
  }
}
