package import Core

// Bytes → sound rows or problems. Nothing here knows a database.
//
//   ByteSource → Decoder (UTF-8, iconv) → CSVScanner (rows of bytes) → HeaderMap, RowReading
//   (values) → PhoneClaims (repeats) → the caller
//
// A row is refused when one of its cells is unusable; reading goes on, so that every problem is
// found at once. What makes the rest of the file doubtful is an `IntakeFailure` and ends it.

package struct IntakeOptions: Sendable {
  /// The present day: calls, visits and deals lie not after it, birthdays neither.
  package var today: Day
  /// Nil: found by itself.
  package var encoding: TextEncoding?
  package var columns: [ColumnOverride]

  package init(today: Day, encoding: TextEncoding? = nil, columns: [ColumnOverride] = []) {
    self.today = today
    self.encoding = encoding
    self.columns = columns
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
  /// `admit` gets every sound row, in the file's order, and returns what forbids taking it (a
  /// phone that another customer of the database has, an unknown consultant); an empty answer
  /// takes it. A row that is refused, here or by `admit`, leaves its phones free for later rows.
  ///
  /// Throws `IntakeFailure`, and whatever the closures throw. Memory stays bounded by a row and
  /// by the file's phone numbers.
  package static func read(
    _ source: ByteSource, options: IntakeOptions,
    admit: (CustomerRow) throws -> [Problem], report: (IntakeEvent) throws -> Void
  ) throws -> IntakeSummary {
    guard source.size > 0 else { throw IntakeFailure.empty }
    let encoding = try options.encoding ?? TextEncoding.detect(source)
    var decoder = try Decoder(source, as: encoding)
    var sheet = Sheet(options: options, encoding: encoding)
    var scanner: CSVScanner?
    var hasMore = true
    while hasMore {
      hasMore = try decoder.next { text in
        var current = scanner ?? CSVScanner(delimiter: Delimiter.sniff(text))
        // Held in two places the scanner would copy its row with every append.
        scanner = nil
        try current.scan(text) { try sheet.take($0, admit: admit, report: report) }
        scanner = current
      }
      try report(.progress(decoder.offset, of: source.size))
    }
    try scanner?.finish { try sheet.take($0, admit: admit, report: report) }
    guard sheet.context != nil else { throw IntakeFailure.empty }
    return sheet.summary
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

/// The rows of one file, as they come.
private struct Sheet {
  let options: IntakeOptions
  var context: SheetContext?
  var claims = PhoneClaims()
  var summary: IntakeSummary

  init(options: IntakeOptions, encoding: TextEncoding) {
    self.options = options
    self.summary = IntakeSummary(encoding: encoding)
  }

  mutating func take(
    _ row: CSVRow, admit: (CustomerRow) throws -> [Problem], report: (IntakeEvent) throws -> Void
  ) throws {
    guard let context else {
      let header = try HeaderMap(row, overrides: options.columns)
      context = SheetContext(header: header, today: options.today)
      return try report(.opened(IntakeOpening(encoding: summary.encoding, header: header)))
    }
    summary.rows += 1
    let reading = RowReading(row, number: summary.rows, in: context)
    let judged = judge(reading, context.header)
    let objections = judged.errors.isEmpty ? try admit(judged.customer) : []
    let errors = judged.errors + objections
    claims.claim(judged.customer.profile.phones, line: row.line, isAccepted: errors.isEmpty)
    if errors.isEmpty {
      summary.accepted += 1
    } else {
      try refuse(row, errors, judged.warnings, report)
    }
  }

  /// Adds what the rows before have to say about its phones.
  private func judge(_ reading: RowReading, _ header: HeaderMap) -> RowReading {
    let phones = reading.customer.profile.phones
    guard let (code, earlier) = claims.problem(of: phones) else { return reading }
    let problem = Problem(
      line: reading.customer.line, column: header.title(of: .phone), code: code,
      value: phones.joined(separator: " "), detail: .earlierLine(earlier))
    return reading.adding(problem)
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
