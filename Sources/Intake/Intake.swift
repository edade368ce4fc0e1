package import Core
import Threads

// Bytes → sound rows or problems. Nothing here knows a database.
//
//   a thread of its own: ByteSource → Decoder (UTF-8) → CSVScanner (rows of bytes) →
//   HeaderMap, RowReading (values)
//   the caller's thread: PhoneClaims (repeats) → the caller
//
// A row is refused when one of its cells is unusable; reading goes on, so that every problem is
// found at once. What makes the rest of the file doubtful is an `IntakeFailure` and ends it.

package struct IntakeOptions: Sendable {
  /// The present day: calls, visits and deals lie not after it, birthdays neither.
  package var today: Day
  /// Nil: found by itself.
  package var encoding: TextEncoding?
  package var columns: [ColumnOverride]
  package var values: [ValueOverride] = []
  /// What the office's policies declare beside the built-in words.
  package var vocabulary: Vocabulary

  package init(
    today: Day, encoding: TextEncoding? = nil, columns: [ColumnOverride] = [],
    vocabulary: Vocabulary = Vocabulary()
  ) {
    self.today = today
    self.encoding = encoding
    self.columns = columns
    self.vocabulary = vocabulary
  }
}

/// What the beginning of the file has told.
package struct IntakeOpening: Sendable {
  package let encoding: TextEncoding
  package let header: HeaderMap
}

package enum IntakeEvent: Sendable {
  /// The header is usable. First of all events, once.
  case opened(IntakeOpening)
  /// A row is not imported.
  case refused(Refusal)
  /// Bytes read so far, of how many. After each quarter of a megabyte.
  case progress(Int, of: Int)
}

package struct IntakeSummary: Hashable, Sendable {
  package let encoding: TextEncoding
  /// Data rows, empty ones included: accepted + refused + empty.
  package var rows = 0
  package var accepted = 0
  /// Without the empty ones.
  package var refused = 0
  package var empty = 0
}

package enum Intake {
  /// Reads a customer export.
  ///
  /// `admit` gets every sound row, in the file's order, and says what becomes of it. A row that is
  /// refused, here or by `admit`, leaves its phones free for later rows.
  ///
  /// Throws `IntakeFailure`, and whatever the closures throw. Memory stays bounded by a row and
  /// by the file's phone numbers.
  package static func read(
    _ source: ByteSource, options: IntakeOptions,
    admit: (CustomerRow) throws -> Admission, report: (IntakeEvent) throws -> Void
  ) throws -> IntakeSummary {
    guard source.size > 0 else { throw IntakeFailure.empty }
    let encoding = try options.encoding ?? TextEncoding.detect(source)
    let reader = PieceReader(source: source, options: options, encoding: encoding)
    var sheet = Sheet(encoding: encoding, size: source.size)
    try reader.readAhead { try sheet.take($0, admit: admit, report: report) }
    guard sheet.header != nil else { throw IntakeFailure.empty }
    return sheet.summary
  }
}

extension PieceReader {
  /// Gives the pieces to `body` in order. Where there is more than one, they are read on a thread of
  /// their own, a few ahead.
  fileprivate func readAhead(_ body: (Piece) throws -> Void) throws {
    let queue = BoundedQueue<Piece>(places: 3)
    guard source.size > Decoder.chunkSize, let worker = WorkerThread({ sendAll(to: queue) }) else {
      return try readAll(body)
    }
    defer {
      queue.close()
      _ = worker.result()
    }
    while let piece = queue.receive() { try body(piece) }
  }

  private func sendAll(to queue: BoundedQueue<Piece>) {
    struct Stop: Error {}
    do {
      try readAll { piece in
        guard queue.send(piece) else { throw Stop() }
      }
    } catch {
      _ = queue.send(.failed(error))
    }
    queue.finish()
  }
}

/// What becomes of a sound row.
package enum Admission {
  /// What forbids taking it, such as a phone that another customer of the database has.
  case refused([Problem])
  /// It is taken, but for numbers that are another customer's: later rows may have those.
  case taken(without: [String] = [])
}

/// The rows of one file, as they come.
private struct Sheet {
  let size: Int
  var header: HeaderMap?
  var claims = PhoneClaims()
  /// Whether the claims have the room that the file will need.
  private var isSized = false
  var summary: IntakeSummary

  init(encoding: TextEncoding, size: Int) {
    self.size = size
    summary = IntakeSummary(encoding: encoding)
  }

  /// The rest of the file is taken to be as its beginning, with a tenth to spare.
  private mutating func makeRoom(after offset: Int) {
    isSized = true
    guard offset > 0 else { return }
    claims.reserve(Int(Double(summary.rows) * Double(size) / Double(offset) * 1.1))
  }

  mutating func take(
    _ piece: Piece, admit: (CustomerRow) throws -> Admission,
    report: (IntakeEvent) throws -> Void
  ) throws {
    switch piece {
    case .header(let header):
      self.header = header
      try report(.opened(IntakeOpening(encoding: summary.encoding, header: header)))
    case .rows(let rows):
      guard let header else { return }
      for row in rows { try take(row, header, admit: admit, report: report) }
    case .progress(let offset):
      if !isSized { makeRoom(after: offset) }
      try report(.progress(offset, of: size))
    case .failed(let error): throw error
    }
  }

  private mutating func take(
    _ row: ReadRow, _ header: HeaderMap, admit: (CustomerRow) throws -> Admission,
    report: (IntakeEvent) throws -> Void
  ) throws {
    summary.rows += 1
    // Nearly every row is new, and passed on as it came: a copy of a row counts many references.
    guard claims.problem(of: row.reading.customer.profile.phones) != nil else {
      return try judge(row.reading, row.cells, admit: admit, report: report)
    }
    var reading = row.reading
    for number in reading.customer.profile.phones.dropFirst() {
      guard let (code, earlier) = claims.problem(of: [number]), code == .phoneRepeated
      else { continue }
      reading.customer.keepAsNote(
        number, in: header.title(of: .phone), of: "第 \(earlier) 行的号码")
    }
    if let (code, earlier) = claims.problem(of: reading.customer.profile.phones) {
      reading = reading.adding(repeated(reading, code, earlier, header))
    }
    try judge(reading, row.cells, admit: admit, report: report)
  }

  private mutating func judge(
    _ reading: RowReading, _ cells: CSVRow, admit: (CustomerRow) throws -> Admission,
    report: (IntakeEvent) throws -> Void
  ) throws {
    let admission = reading.errors.isEmpty ? try admit(reading.customer) : .refused([])
    let phones = reading.customer.profile.phones
    switch admission {
    case .taken(let freed):
      let kept = freed.isEmpty ? phones : phones.filter { !freed.contains($0) }
      claims.claim(kept, line: cells.line, isAccepted: true)
      summary.accepted += 1
    case .refused(let objections):
      claims.claim(phones, line: cells.line, isAccepted: false)
      try refuse(cells, reading.errors + objections, reading.warnings, report)
    }
  }

  /// What the rows before have to say about a row's phones.
  private func repeated(
    _ reading: RowReading, _ code: ProblemCode, _ earlier: Int, _ header: HeaderMap
  ) -> Problem {
    Problem(
      line: reading.customer.line, column: header.title(of: .phone), code: code,
      value: reading.customer.profile.phones.joined(separator: " "),
      detail: .earlierLine(earlier))
  }

  private mutating func refuse(
    _ row: CSVRow, _ errors: [Problem], _ warnings: [Problem],
    _ report: (IntakeEvent) throws -> Void
  ) throws {
    let refusal = Refusal(
      line: row.line, row: summary.rows, errors: errors, warnings: warnings, cells: row.cells)
    if refusal.isEmptyRow { summary.empty += 1 } else { summary.refused += 1 }
    try report(.refused(refusal))
  }
}
