import Core
import Values

/// The rows of a year's file, as they come.
struct YearSheet {
  private var columns: [YearColumn?]?
  private var days: [StatutoryDay] = []
  /// Where each day stands that was read.
  private var places: [(day: Day, line: Int, column: Int)] = []
  private var problems: [YearFileProblem] = []
  private var lastLine = 1
  /// As they were written and what that means: a year has two kinds.
  private var kinds: [(text: String, kind: StatutoryKind)] = []
  /// The last one as it was written and what that means: the days of a holiday follow one another.
  private var name: (text: String, name: String)?

  /// Throws every problem of the rows.
  func year() throws -> CalendarYear {
    guard columns != nil else { throw IntakeFailure.empty }
    let year = commonYear
    let strays = places.filter { $0.day.year != year }.map { day, line, column in
      YearFileProblem(line: line, column: column, .otherYear(day, expected: year ?? 0))
    }
    let problems = (problems + strays).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    guard problems.isEmpty, let year else {
      let none = [YearFileProblem(line: lastLine, .noDays)]
      throw YearFileProblems(problems: problems.isEmpty ? none : problems)
    }
    return CalendarYear(year, days)
  }

  /// The year of most of the days; the earlier of two that have as many.
  private var commonYear: Int? {
    guard let first = places.first?.day.year else { return nil }
    if places.allSatisfy({ $0.day.year == first }) { return first }
    let counts = places.reduce(into: [Int: Int]()) { $0[$1.day.year, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  mutating func take(_ row: CSVRow) {
    lastLine = row.line
    if row.isEmpty || columns == nil && row.text(0).hasPrefix("#") { return }
    if row.hasStrayQuote { return report(row, .strayQuote) }
    guard let columns else { return readHeader(row) }
    // Where the header is wrong its problems are enough.
    guard YearColumn.allCases.allSatisfy(columns.contains) else { return }
    guard row.count == columns.count else {
      return report(row, .ragged(row.count, expected: columns.count))
    }
    readDay(row, columns)
  }

  private func column(_ row: CSVRow, _ cell: Int) -> Int {
    (0..<cell).reduce(1) { $0 + row.text($1).count + 1 }
  }

  private mutating func report(
    _ row: CSVRow, cell: Int = 0, _ fault: YearFileProblem.Fault
  ) {
    problems.append(YearFileProblem(line: row.line, column: column(row, cell), fault))
  }

  private mutating func readHeader(_ row: CSVRow) {
    var found: [YearColumn?] = []
    for cell in 0..<row.count {
      let title = halfWidth(row.text(cell))
      let column = YearColumn.allCases.first { $0.headers.contains(title.lowercased()) }
      if column == nil { report(row, cell: cell, .columnUnknown(printable(title))) }
      if let column, found.contains(column) {
        report(row, cell: cell, .columnRepeated(printable(title)))
      }
      found.append(column)
    }
    for column in YearColumn.allCases where !found.contains(column) {
      report(row, .columnMissing(column))
    }
    columns = found
  }

  private mutating func readDay(_ row: CSVRow, _ columns: [YearColumn?]) {
    let known = problems.count
    var day: Day?
    var kind: StatutoryKind?
    var name = ""
    for (cell, column) in columns.enumerated() {
      let text = row.text(cell)
      switch column {
      case .date: day = readDate(text, row, cell)
      case .kind: kind = readKind(text, row, cell)
      case .name: name = readName(text, row, cell)
      case nil: break
      }
    }
    guard let day, let kind else { return }
    if kind == .makeUpWorkday, !WorkCalendar.weekend.contains(day.weekday) {
      report(row, cell: columns.firstIndex(of: .date) ?? 0, .notWeekend(day))
    }
    if problems.count == known { days.append(StatutoryDay(day, kind, name)) }
  }

  private mutating func readDate(_ text: String, _ row: CSVRow, _ cell: Int) -> Day? {
    let day: Day
    do throws(TimeFault) {
      let written = try WrittenDay(text)
      if written.repair == .twoDigitYear { throw .ambiguousDay(text) }
      day = written.day
    } catch {
      report(row, cell: cell, .noDay(error))
      return nil
    }
    // A year has some forty, nearly always in their order.
    if let last = places.last, day <= last.day,
      let earlier = places.first(where: { $0.day == day })
    {
      report(row, cell: cell, .repeated(day, earlier: earlier.line))
      return nil
    }
    places.append((day, row.line, column(row, cell)))
    return day
  }

  private mutating func readKind(
    _ text: String, _ row: CSVRow, _ cell: Int
  ) -> StatutoryKind? {
    if let known = kinds.first(where: { $0.text == text }) { return known.kind }
    let folded = halfWidth(text)
    guard let kind = StatutoryKind(folded) else {
      report(row, cell: cell, .unknownKind(printable(folded)))
      return nil
    }
    kinds.append((text, kind))
    return kind
  }

  private mutating func readName(_ text: String, _ row: CSVRow, _ cell: Int) -> String {
    if let known = self.name, known.text == text { return known.name }
    let name = halfWidth(text)
    if name.isEmpty {
      report(row, cell: cell, .noName)
    } else if (try? readLine(name, limit: 20)) == nil {
      report(row, cell: cell, .unfitName(printable(name)))
    } else {
      self.name = (text, name)
    }
    return name
  }
}
