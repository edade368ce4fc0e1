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
    var batch = RowBatch(options)
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
  }
}

/// Rows on their way, not many at a time.
private struct RowBatch {
  private let options: IntakeOptions
  private var context: SheetContext?
  private var rows: [ReadRow] = []
  private var bytes = 0
  private var count = 0

  init(_ options: IntakeOptions) { self.options = options }

  mutating func add(_ row: CSVRow, _ body: (Piece) throws -> Void) throws {
    guard let context else {
      let header = try HeaderMap(
        row, overrides: options.columns, vocabulary: options.vocabulary)
      context = SheetContext(
        header: header, today: options.today, vocabulary: options.vocabulary)
      return try body(.header(header))
    }
    count += 1
    rows.append(ReadRow(reading: RowReading(row, number: count, in: context), cells: row.copy))
    bytes += row.byteCount
    if rows.count == 256 || bytes > 1 << 16 { try flush(body) }
  }

  mutating func flush(_ body: (Piece) throws -> Void) throws {
    guard !rows.isEmpty else { return }
    let batch = rows
    rows = []
    bytes = 0
    try body(.rows(batch))
  }
}

/// Spreadsheets save "Unicode text" as UTF-16 with tabs.
enum Delimiter {
  /// A tab if the first line has one and no comma, else a comma.
  static func sniff(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let line = text.prefix { $0 != 0x0A }
    let tab = UInt8(ascii: "\t"), comma = UInt8(ascii: ",")
    return line.contains(tab) && !line.contains(comma) ? tab : comma
  }
}
