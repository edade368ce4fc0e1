import Core

/// The reading of one row: takes cells by field, collects what is wrong with them.
struct RowDraft {
  let sheet: SheetContext
  let row: CSVRow
  var problems: [Problem] = []

  init(_ row: CSVRow, in sheet: SheetContext) {
    self.row = row
    self.sheet = sheet
  }

  var header: HeaderMap { sheet.header }
  var today: Day { sheet.today }

  /// Whether the file has a column for it.
  func has(_ field: Field) -> Bool { header.column(of: field) != nil }

  /// The cell as given; nil where the file has no such column or the cell has nothing.
  func given(_ field: Field) -> String? {
    header.column(of: field).flatMap { given(column: $0) }
  }

  private func given(column index: Int) -> String? {
    row.isEmpty(index) ? nil : FormulaGuard.takeOff(row.text(index))
  }

  mutating func note(
    _ code: ProblemCode, _ field: Field, _ value: String = "", _ detail: Problem.Detail? = nil
  ) {
    note(code, in: header.title(of: field), value, detail)
  }

  private mutating func note(
    _ code: ProblemCode, in column: String, _ value: String, _ detail: Problem.Detail? = nil
  ) {
    problems.append(
      Problem(line: row.line, column: column, code: code, value: value, detail: detail))
  }
}

// MARK: - Text

extension RowDraft {
  /// Characters that a text may have.
  private static func limit(_ field: Field) -> Int {
    switch field {
    case .name, .consultant, .payment, .layout: 100
    case .note: 10_000
    default: 1000
    }
  }

  /// A text of one line, or nil if blank.
  mutating func line(_ field: Field) -> String? { text(field, allowsLines: false) }

  /// A text of several lines, or nil if blank.
  mutating func lines(_ field: Field) -> String? { text(field, allowsLines: true) }

  private mutating func text(_ field: Field, allowsLines: Bool) -> String? {
    guard let given = given(field) else { return nil }
    let trimmed = CellText.trim(given)
    let visible = allowsLines ? trimmed.text : CellText.withoutZeroWidth(trimmed.text)
    let text = CellText.withPlainLineEnds(visible)
    guard !text.isEmpty else { return nil }
    // A character has at least one byte, so short texts need no counting.
    if text.utf8.count > RowDraft.limit(field), text.count > RowDraft.limit(field) {
      note(.tooLong, field, given, .count(text.count, expected: RowDraft.limit(field)))
    }
    if CellText.isHarmful(text, allowsLines: allowsLines) { note(.controlCharacter, field, given) }
    if trimmed.changed || visible != trimmed.text { note(.trimmed, field, given) }
    if FormulaGuard.looksLikeFormula(text) { note(.formulaLike, field, given) }
    return text
  }

  mutating func name() -> String? {
    guard let name = line(.name) else {
      note(.nameBlank, .name, given(.name) ?? "")
      return nil
    }
    if RowDraft.isTitleOnly(name) { note(.titleOnlyName, .name, name) }
    return name
  }

  /// 傅先生: a surname of one or two characters with a form of address.
  private static func isTitleOnly(_ name: String) -> Bool {
    // The last character rules out nearly every name at once.
    guard let last = name.unicodeScalars.last, "生士姐太姨师哥".unicodeScalars.contains(last)
    else { return false }
    let titles = ["先生", "女士", "小姐", "太太", "阿姨", "老师", "大哥", "大姐"]
    return titles.contains { name.hasSuffix($0) && 0...2 ~= name.count - $0.count }
  }
}

// MARK: - Days, numbers, telephones

extension RowDraft {
  mutating func day(_ field: Field, mayBeFuture: Bool = false) -> Day? {
    given(field).flatMap { day($0, in: header.title(of: field), mayBeFuture: mayBeFuture) }
  }

  /// The days of the events that policies declare.
  mutating func events() -> [EventDay] {
    header.events.compactMap { event in
      given(column: event.column).flatMap { day($0, in: header.columns[event.column]) }
        .map { EventDay(kind: event.kind, day: $0) }
    }
  }

  private mutating func day(
    _ given: String, in column: String, mayBeFuture: Bool = false
  ) -> Day? {
    switch DayReading(given) {
    case .blank: return nil
    case .problem(let code):
      note(code, in: column, given)
      return nil
    case .day(let day, _) where day > today && !mayBeFuture:
      note(.dateFuture, in: column, given, .readAs("\(day)"))
      return nil
    case .day(let day, let remark):
      if let remark { note(remark, in: column, given, .readAs("\(day)")) }
      return day
    }
  }

  mutating func phones() -> [String] {
    let given = given(.phone) ?? ""
    switch PhoneReading(given) {
    case .numbers(let numbers, let remark):
      if let remark { note(remark, .phone, given, .readAs(numbers.joined(separator: " "))) }
      return numbers
    case .blank: note(.phoneBlank, .phone)
    case .lostPrecision: note(.phoneLostPrecision, .phone, given)
    case .invalid(let fault): note(.phoneInvalid, .phone, given, .phone(fault))
    }
    return []
  }

  mutating func amount(_ field: Field, _ unit: Amount.Unit) -> ClosedRange<Int>? {
    guard let given = given(field) else { return nil }
    let folded = CellText.fold(given)
    guard !folded.isEmpty else { return nil }
    switch Amount.read(folded, unit) {
    case .invalid:
      note(.numberInvalid, field, given)
      return nil
    case .amount(let range, let isPlain):
      if !isPlain || folded != given {
        note(.numberNormalised, field, given, .readAs("\(range.lowerBound)-\(range.upperBound)"))
      }
      return range
    }
  }

  mutating func birthday() -> Birthday? {
    let calendar = birthdayCalendar()
    guard let given = given(.birthday) else { return nil }
    let folded = CellText.fold(given)
    guard !folded.isEmpty else { return nil }
    switch BirthdayReading(folded, calendar: calendar, today: today) {
    case .problem(let code):
      note(code, .birthday, given)
      return nil
    case .birthday(let birthday, let remark):
      let repaired = remark ?? (folded == given ? nil : .dateNormalised)
      if let repaired { note(repaired, .birthday, given, .readAs("\(birthday)")) }
      return birthday
    }
  }

  private mutating func birthdayCalendar() -> BirthdayCalendar? {
    guard let given = given(.birthdayCalendar) else { return nil }
    let folded = CellText.fold(given)
    guard !folded.isEmpty else { return nil }
    guard let calendar = BirthdayCalendar(folded) else {
      note(.enumInvalid, .birthdayCalendar, given, .choices(["公历", "农历"]))
      return nil
    }
    if !calendar.isUsual(given) { note(.enumAlias, .birthdayCalendar, given) }
    return calendar
  }
}

// MARK: - Closed vocabularies

extension RowDraft {
  /// White space at the edges is remarked as such, or, for `edgesAreSpelling`, like any other
  /// spelling.
  mutating func term<T: Term>(
    _ field: Field, _ spelling: Spelling<T>, edgesAreSpelling: Bool = false
  ) -> T? {
    guard let given = given(field) else { return nil }
    if let term = spelling.term(given) { return term }
    let trimmed = CellText.trim(given)
    guard !trimmed.text.isEmpty else { return nil }
    guard let term = T(CellText.fold(given)) else {
      note(.enumInvalid, field, given, .choices(spelling.words))
      return nil
    }
    let isOtherSpelling = spelling.term(trimmed.text) == nil || edgesAreSpelling
    if isOtherSpelling { note(.enumAlias, field, given, .readAs(spelling.word(of: term))) }
    if trimmed.changed && !edgesAreSpelling { note(.trimmed, field, given) }
    return term
  }

  /// Tags between commas, semicolons, slashes or spaces.
  mutating func tags() -> [Tag] {
    guard let given = given(.tags) else { return [] }
    var tags: [Tag] = []
    for word in CellText.fold(given).split(whereSeparator: { ",、;/| ".contains($0) }) {
      if let tag = Tag(word, in: sheet.vocabulary) {
        if !tags.contains(tag) { tags.append(tag) }
      } else {
        let known = Tag.known(to: sheet.vocabulary)
        note(.enumInvalid, .tags, String(word), .choices(known.map(\.chinese)))
      }
    }
    return tags
  }
}
