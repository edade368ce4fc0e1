import Core
import Values

/// The columns of a file and the fields that they hold.
package struct HeaderMap: Sendable {
  /// The header cells as the file has them.
  package let columns: [String]
  /// Column index of a field.
  package let index: [Field: Int]
  /// The columns with the days of events that policies declare.
  package let events: [EventColumn]
  /// The columns with telephone numbers.
  let phoneColumns: [Int]
  /// What the cells of a column are to be read as, by the column's index.
  let values: [Int: [String: String]]
  /// Whether the column of the first day says that it was a visit.
  let isVisitDay: Bool
  /// The same by the number of the field, for it is asked twenty times a row.
  private let places: [Int?]
  /// Unknown columns, and advised ones that are absent.
  package let warnings: [Problem]

  /// Maps the header, or throws `IntakeFailure.header` with every problem of it.
  init(
    _ row: CSVRow, overrides: [ColumnOverride], values: [ValueOverride] = [],
    vocabulary: Vocabulary
  ) throws(IntakeFailure) {
    columns = row.cells.map { trimmed(FormulaGuard.takeOff($0)) }
    var draft = HeaderDraft(line: row.line, columns: columns, vocabulary)
    draft.apply(overrides)
    draft.recognise()
    draft.checkDuplicates()
    draft.checkRequired()
    draft.take(values)
    if !draft.errors.isEmpty { throw .header(draft.errors) }
    index = draft.index
    events = draft.events
    phoneColumns = draft.phoneColumns
    self.values = draft.values
    isVisitDay = draft.index[.firstDay].map { [columns] in Field.isVisit(columns[$0]) } ?? false
    places = Field.allCases.map { [index] in index[$0] }
    warnings = draft.warnings
  }

  /// The column that holds the field; nil where none does.
  func column(of field: Field) -> Int? { places[field.rawValue] }

  /// The header of that field, as the file has it.
  package func title(of field: Field) -> String {
    index[field].map { columns[$0] } ?? field.chinese
  }
}

/// A column with the day of a declared event: 装修进场 or 装修进场日期.
package struct EventColumn: Hashable, Sendable {
  let column: Int
  let kind: EventKind
}

/// `--map 列=field`: that column holds that field.
package struct ColumnOverride: Hashable, Sendable {
  package let column: String
  package let field: String

  package init(column: String, field: String) {
    self.column = column
    self.field = field
  }

  /// Reads `列=field`; nil without exactly one equals sign between two texts.
  package init?(_ text: String) {
    guard let pair = pair(text), !pair.value.isEmpty, Values.pair(pair.value) == nil else {
      return nil
    }
    self.init(column: pair.name, field: pair.value)
  }
}

/// `--map-value 列:值=词`: cells of that column that hold the value are read as the word.
package struct ValueOverride: Hashable, Sendable {
  package let column: String
  package let given: String
  package let meant: String

  package init(column: String, given: String, meant: String) {
    self.column = column
    self.given = given
    self.meant = meant
  }

  /// Reads `列:值=词`, either sign in either width; nil without all three.
  package init?(_ text: String) {
    guard let sign = text.firstIndex(where: { ":：".contains($0) }),
      let pair = pair(String(text[text.index(after: sign)...])), !pair.value.isEmpty
    else { return nil }
    let column = trimmed(String(text[..<sign]))
    guard !column.isEmpty else { return nil }
    self.init(column: column, given: pair.name, meant: pair.value)
  }
}

private struct HeaderDraft {
  let line: Int
  let columns: [String]
  var index: [Field: Int] = [:]
  var events: [EventColumn] = []
  private(set) var morePhones: [Int] = []
  /// In the order of the file: the first is the customer's number.
  var phoneColumns: [Int] { ((index[.phone].map { [$0] } ?? []) + morePhones).sorted() }
  private(set) var values: [Int: [String: String]] = [:]
  private let vocabulary: Vocabulary
  var errors: [Problem] = []
  var warnings: [Problem] = []
  /// Columns that an override has spoken for.
  private var settled: Set<Int> = []

  init(line: Int, columns: [String], _ vocabulary: Vocabulary) {
    self.line = line
    self.columns = columns
    self.vocabulary = vocabulary
  }

  /// The declared event whose days a column of that title holds.
  private func event(_ title: String) -> EventKind? {
    let plain = Field.plain(title)
    return vocabulary.events.elements.first { kind in
      ["", "日期"].contains { plain == Field.plain(kind.word(in: vocabulary).name) + $0 }
    }
  }

  mutating func apply(_ overrides: [ColumnOverride]) {
    for override in overrides {
      let wanted = override.column
      let column = columns.firstIndex { halfWidth($0) == halfWidth(wanted) }
      let event = event(override.field)
      if let column, let event {
        settled.insert(column)
        events.append(EventColumn(column: column, kind: event))
        continue
      }
      let field = Field(header: override.field)
      if column == nil { report(.mapColumnUnknown, wanted, near: columns) }
      if field == nil { report(.mapFieldUnknown, override.field, near: HeaderDraft.fieldNames) }
      guard let column, let field else { continue }
      settled.insert(column)
      assign(field, column)
    }
  }

  private mutating func assign(_ field: Field, _ column: Int) {
    if field == .ignore { return }
    if field == .phone, index[field] != nil {
      morePhones.append(column)
    } else if let other = index[field] {
      errors.append(
        Problem(
          line: line, column: columns[column], code: .columnDuplicate, value: columns[column],
          detail: .nearest(columns[other])))
    } else {
      index[field] = column
    }
  }

  /// A column that an override has taken a field from is unknown afterwards, not a duplicate.
  mutating func recognise() {
    let overridden = Set(index.keys)
    for (column, title) in columns.enumerated() where !settled.contains(column) {
      if let field = Field(header: title), !overridden.contains(field) {
        assign(field, column)
      } else if let kind = event(title) {
        events.append(EventColumn(column: column, kind: kind))
      } else {
        warnings.append(
          Problem(
            line: line, column: title, code: .columnUnknown,
            value: title.isEmpty ? "#\(column + 1)" : title,
            detail: nearest(to: title, among: HeaderDraft.headers).map { .nearest($0) }))
      }
    }
  }

  mutating func checkDuplicates() {
    var seen: Set<String> = []
    for title in columns where !title.isEmpty && !seen.insert(title).inserted {
      let isReported = errors.contains { $0.code == .columnDuplicate && $0.column == title }
      if !isReported {
        errors.append(Problem(line: line, column: title, code: .columnDuplicate, value: title))
      }
    }
  }

  mutating func checkRequired() {
    for field in Field.required where index[field] == nil {
      errors.append(
        Problem(
          line: line, column: field.chinese, code: .columnMissing, detail: .choices(field.headers)))
    }
    let isVisitDay = index[.firstDay].map { Field.isVisit(columns[$0]) } ?? false
    for field in Field.advised where index[field] == nil {
      if field == .source, isVisitDay { continue }
      warnings.append(Problem(line: line, column: field.chinese, code: .columnAbsent))
    }
  }

  mutating func take(_ overrides: [ValueOverride]) {
    for override in overrides {
      let column = columns.firstIndex { halfWidth($0) == halfWidth(override.column) }
      guard let column else {
        report(.mapColumnUnknown, override.column, near: columns)
        continue
      }
      values[column, default: [:]][override.given] = override.meant
    }
  }

  private mutating func report(_ code: ProblemCode, _ value: String, near: [String]) {
    errors.append(
      Problem(
        line: line, column: value, code: code, value: value,
        detail: nearest(to: value, among: near).map { .nearest($0) } ?? .choices(near)))
  }

  private static let fieldNames = Field.allCases.map(\.title)
  private static let headers = Field.allCases.flatMap(\.headers)
}
