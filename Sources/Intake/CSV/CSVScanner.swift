/// A strict reader of RFC 4180 over UTF-8 that arrives in pieces.
///
/// | input | reading |
/// |---|---|
/// | `a,b` LF or CRLF, or the end of the file | a row of two cells |
/// | `"a ""b"", c"` | `a "b", c`; commas and line ends inside quotes belong to the cell |
/// | an empty line, also a last one that has no line end but a comma | a row; `isEmpty` |
/// | `a"b` | a row with `hasStrayQuote`, for its reader to refuse |
/// | `"a"b`, a quote never closed, a CR without LF outside quotes, a zero byte | fails |
package struct CSVScanner: Sendable {
  private enum State { case cellStart, plain, quoted, closed, carriageReturn }

  private let delimiter: UInt8
  private var state = State.cellStart
  private var row = CSVRow()
  private var line = 1
  /// Line on which the open quote stands.
  private var quoteLine = 1
  /// Whether the row has anything: a cell, a byte or a quote.
  private var isOpen = false

  /// No sign that ends a plain cell is greater, which nearly every byte is.
  private let lastSign: UInt8

  package init(delimiter: UInt8 = UInt8(ascii: ",")) {
    self.delimiter = delimiter
    lastSign = max(delimiter, 0x2C)
  }

  /// Reads a piece; `each` gets every row that ends in it.
  package mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ each: (CSVRow) throws -> Void
  ) throws {
    var index = 0
    while index < bytes.count {
      switch state {
      case .cellStart: startCell(bytes[index], &index)
      case .plain: try plain(bytes, &index, each)
      case .quoted: try quoted(bytes, &index)
      case .closed: try closed(bytes[index], &index, each)
      case .carriageReturn:
        guard bytes[index] == 0x0A else { throw IntakeFailure.bareCarriageReturn(line: line) }
        index += 1
        try endRow(each)
      }
    }
  }

  /// Ends the input: the last row needs no line end.
  package mutating func finish(_ each: (CSVRow) throws -> Void) throws {
    switch state {
    case .quoted: throw IntakeFailure.unclosedQuote(line: quoteLine)
    case .cellStart where !isOpen: return
    case .cellStart, .plain, .closed, .carriageReturn: try endRow(each)
    }
  }

  private mutating func startCell(_ byte: UInt8, _ index: inout Int) {
    guard byte == UInt8(ascii: "\"") else {
      state = .plain
      return
    }
    state = .quoted
    quoteLine = line
    isOpen = true
    index += 1
  }

  private mutating func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ each: (CSVRow) throws -> Void
  ) throws {
    let start = index
    while index < bytes.count, !endsPlain(bytes[index]) { index += 1 }
    if index > start {
      isOpen = true
      try row.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "\"") {
      row.noteStrayQuote()
      row.appendQuote()
      index += 1
    } else {
      try endCell(at: bytes[index], &index, each)
    }
  }

  private func endsPlain(_ byte: UInt8) -> Bool {
    byte <= lastSign
      && (byte == delimiter || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "\"")
        || byte == 0)
  }

  private mutating func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(IntakeFailure) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0 {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
    try row.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    guard index < bytes.count else { return }
    if bytes[index] == 0 { throw .nul(line: line) }
    state = .closed
    index += 1
  }

  /// After a quote inside a quoted cell: a second one stands for itself, anything else ends it.
  private mutating func closed(
    _ byte: UInt8, _ index: inout Int, _ each: (CSVRow) throws -> Void
  ) throws {
    if byte == UInt8(ascii: "\"") {
      row.appendQuote()
      state = .quoted
      index += 1
    } else if byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0 {
      try endCell(at: byte, &index, each)
    } else {
      throw IntakeFailure.textAfterQuote(line: line)
    }
  }

  private mutating func endCell(
    at byte: UInt8, _ index: inout Int, _ each: (CSVRow) throws -> Void
  ) throws {
    index += 1
    switch byte {
    case delimiter:
      try row.endCell()
      isOpen = true
      state = .cellStart
    case 0x0A: try endRow(each)
    case 0x0D: state = .carriageReturn
    default: throw IntakeFailure.nul(line: line)
    }
  }

  private mutating func endRow(_ each: (CSVRow) throws -> Void) throws {
    try row.endCell()
    try each(row)
    line += 1
    row.begin(line: line)
    state = .cellStart
    isOpen = false
  }
}
