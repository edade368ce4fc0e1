package import Core
package import Values

/// A year's statutory holidays and make-up workdays as a file: `rules/calendar/2026.csv`, or what an
/// office imports once the next year is published.
///
/// | line | reading |
/// |---|---|
/// | `# …`, before the header | a remark |
/// | `date,kind,name` | the header: these columns in any order, in English or Chinese |
/// | `2026-10-01,holiday,国庆节` | no work that day |
/// | `2026-10-10,workday,国庆节` | a Saturday or Sunday that is worked for that holiday |
/// | an empty line | nothing |
///
/// All dates are of one year, each once; the year is that of most of them.
package enum YearFile {
  /// Reads a file. Throws `YearFileProblems` with everything that is wrong with its rows, and
  /// `IntakeFailure` where it cannot be read to its end.
  package static func read(
    _ source: ByteSource, encoding: TextEncoding? = nil
  ) throws -> CalendarYear {
    guard source.size > 0 else { throw IntakeFailure.empty }
    guard source.size <= CSVLimits.cell else { throw IntakeFailure.tooLarge(line: 1) }
    var decoder = try Decoder(source, as: try encoding ?? TextEncoding.detect(source))
    var scanner: CSVScanner?
    var sheet = YearSheet()
    var hasMore = true
    while hasMore {
      hasMore = try decoder.next { text in
        var current = scanner ?? CSVScanner(delimiter: Delimiter.sniff(text))
        try current.scan(text) { sheet.take($0) }
        scanner = current
      }
    }
    try scanner?.finish { sheet.take($0) }
    return try sheet.year()
  }

  /// Reads text of which it is known that it is UTF-8.
  static func read(utf8 text: UnsafeBufferPointer<UInt8>) throws -> CalendarYear {
    var scanner = CSVScanner()
    var sheet = YearSheet()
    try scanner.scan(text) { sheet.take($0) }
    try scanner.finish { sheet.take($0) }
    return try sheet.year()
  }
}

/// Everything that is wrong with a year's file.
package struct YearFileProblems: Error, Hashable, Sendable {
  package let problems: [YearFileProblem]
}

/// One thing that is wrong, and where.
package struct YearFileProblem: Hashable, Sendable {
  package let line: Int
  /// The character of the line at which the cell begins, from 1, where no cell before it is quoted.
  package let column: Int
  package let fault: Fault

  package enum Fault: Hashable, Sendable {
    case columnMissing(YearColumn)
    case columnUnknown(String)
    case columnRepeated(String)
    /// So many cells in place of those of the header.
    case ragged(Int, expected: Int)
    case strayQuote
    case noDay(TimeFault)
    case otherYear(Day, expected: Int)
    case repeated(Day, earlier: Int)
    case unknownKind(String)
    /// A make-up workday that is no weekend day.
    case notWeekend(Day)
    case noName
    /// A name that is too long, or has characters that nobody can see.
    case unfitName(String)
    case noDays
  }

  package init(line: Int, column: Int = 1, _ fault: Fault) {
    self.line = line
    self.column = column
    self.fault = fault
  }
}

/// A column of a year's file.
package enum YearColumn: CaseIterable, Hashable, Sendable {
  case date, kind, name

  /// Every header it is known by.
  var headers: [String] {
    switch self {
    case .date: ["date", "日期"]
    case .kind: ["kind", "类别", "安排", "类型"]
    case .name: ["name", "名称", "节日", "假日"]
    }
  }
}
