import Core
import Values

/// One row read on its own: whether its phones are free is not known yet.
struct RowReading: Sendable {
  var customer: CustomerRow
  private(set) var errors: [Problem]

  var warnings: [Problem] { customer.warnings }

  func adding(_ problem: Problem) -> RowReading {
    var copy = self
    if problem.code.isWarning {
      copy.customer.warnings.append(problem)
    } else {
      copy.errors.append(problem)
    }
    return copy
  }
}

extension RowReading {
  init(_ row: CSVRow, number: Int, in sheet: SheetContext) {
    var draft = RowDraft(row, in: sheet)
    if let problem = RowReading.structural(row, sheet.header) {
      draft.problems = [problem]
      customer = CustomerRow(line: row.line, row: number, profile: Profile(name: ""))
    } else {
      customer = RowReading.customer(&draft, number)
    }
    errors = draft.problems.filter { !$0.code.isWarning }
    customer.warnings = draft.problems.filter(\.code.isWarning)
  }

  /// What makes a row's cells meaningless.
  private static func structural(_ row: CSVRow, _ header: HeaderMap) -> Problem? {
    if row.isEmpty || hasNothing(row) { return Problem(line: row.line, code: .rowEmpty) }
    if row.count != header.columns.count {
      return Problem(
        line: row.line, code: .rowRagged,
        detail: .count(row.count, expected: header.columns.count))
    }
    guard row.hasStrayQuote else { return nil }
    let cell = row.cells.first { $0.contains("\"") } ?? ""
    return Problem(line: row.line, code: .quoteInCell, value: cell)
  }

  private static func hasNothing(_ row: CSVRow) -> Bool {
    // A row with a visible ASCII character has content; that settles nearly all of them.
    let hasInk = (0..<row.count).contains { cell in
      row.withBytes(cell) { $0.contains { 0x21...0x7E ~= $0 } }
    }
    return !hasInk && row.cells.allSatisfy { isBlank($0) }
  }

  private static func customer(_ draft: inout RowDraft, _ number: Int) -> CustomerRow {
    let profile = profile(&draft)
    let source = draft.source()
    var customer = CustomerRow(line: draft.row.line, row: number, profile: profile)
    customer.source = source
    customer.firstDay = draft.day(.firstDay)
    demandFirstContact(&draft, source)
    customer.grade = draft.term(.grade, draft.sheet.grades)
    customer.tags = draft.tags()
    customer.consultant = draft.personName(.consultant)
    customer.reservation = draft.day(.reservation)
    customer.signing = draft.day(.signing)
    customer.delivery = draft.day(.delivery, mayBeFuture: true)
    customer.events = draft.events()
    customer.lastContact = draft.lastContact()
    if !draft.remarks.isEmpty {
      // What is no part of a field is not lost.
      let note = [customer.profile.note].compactMap { $0 } + draft.remarks
      customer.profile.note = note.joined(separator: "\n")
    }
    return customer
  }

  private static func profile(_ draft: inout RowDraft) -> Profile {
    let name = draft.name() ?? ""
    var profile = Profile(name: name, phones: draft.phones())
    profile.sex = draft.term(.sex, draft.sheet.sexes, edgesAreSpelling: true)
    profile.birthday = draft.birthday()
    profile.layout = draft.line(.layout)
    profile.area = draft.amount(.area, .squareMetre)
    profile.budget = draft.amount(.budget, .yuan)
    profile.concerns = draft.lines(.concerns)
    profile.objections = draft.lines(.objections)
    profile.payment = draft.line(.payment)
    profile.note = draft.lines(.note, limit: TextLimit.note)
    profile.building = draft.line(.building, limit: TextLimit.building).flatMap {
      Building($0) == nil ? nil : halfWidth($0)
    }
    return profile
  }

  /// A hole in the source or first-day column is a customer whom no rule would ever reach. Leads
  /// (客资) have had no first contact yet.
  private static func demandFirstContact(_ draft: inout RowDraft, _ source: Source?) {
    if draft.has(.source), lacks(draft, .source) {
      draft.note(.enumBlank, .source, "", .choices(Source.allCases.map(\.chinese)))
    }
    if draft.has(.firstDay), source != .leadList, lacks(draft, .firstDay) {
      draft.note(.dateBlank, .firstDay)
    }
  }

  private static func lacks(_ draft: RowDraft, _ field: Field) -> Bool {
    draft.given(field).map { isBlank($0) } ?? true
  }
}
