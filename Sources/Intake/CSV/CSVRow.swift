/// Bounds that keep a hostile file from filling the memory.
package enum CSVLimits {
  /// Bytes of one cell.
  package static let cell = 1 << 20
  /// Bytes of one row.
  package static let row = 4 << 20
  package static let columns = 1000
}

/// One record of a CSV file, as UTF-8 bytes; its storage is used again for the next record.
package struct CSVRow: Sendable {
  /// Physical line on which the record starts, from 1.
  package fileprivate(set) var line = 1
  /// An unquoted cell has a quote in it, which RFC 4180 forbids.
  package fileprivate(set) var hasStrayQuote = false
  fileprivate var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  fileprivate var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  /// Whether no cell has anything in it (`,,,` or an empty line).
  package var isEmpty: Bool { bytes.isEmpty }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  package func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

  /// The cell's text, quotes taken off.
  package func text(_ index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  /// The cell's bytes for the length of `body`.
  func withBytes<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(index)
    return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  package var cells: [String] { (0..<count).map(text) }

  /// The same in storage of its own, as large as it needs.
  var copy: CSVRow {
    var copy = CSVRow()
    copy.line = line
    copy.hasStrayQuote = hasStrayQuote
    copy.bytes = Array(bytes[...])
    copy.ends = Array(ends[...])
    return copy
  }

  var byteCount: Int { bytes.count }
}

// MARK: - Filling it

extension CSVRow {
  mutating func begin(line: Int) {
    self.line = line
    hasStrayQuote = false
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(IntakeFailure) {
    bytes.append(contentsOf: piece)
    if bytes.count - (ends.last ?? 0) > CSVLimits.cell || bytes.count > CSVLimits.row {
      throw .tooLarge(line: line)
    }
  }

  mutating func appendQuote() { bytes.append(UInt8(ascii: "\"")) }

  mutating func noteStrayQuote() { hasStrayQuote = true }

  mutating func endCell() throws(IntakeFailure) {
    ends.append(bytes.count)
    if ends.count > CSVLimits.columns { throw .tooLarge(line: line) }
  }
}
