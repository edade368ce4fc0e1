import Core
import Values

/// The reading of one row: takes cells by field, collects what is wrong with them.
struct RowDraft {
  let sheet: SheetContext
  let row: CSVRow
  var problems: [Problem] = []
  /// What no field can hold, for the note: `预算：面议`.
  var remarks: [String] = []

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

  func given(column index: Int) -> String? {
    guard !row.isEmpty(index) else { return nil }
    let text = FormulaGuard.takeOff(row.text(index))
    guard !header.values.isEmpty, let words = header.values[index] else { return text }
    return words[trimmed(text)] ?? text
  }

  mutating func note(
    _ code: ProblemCode, _ field: Field, _ value: String = "", _ detail: Problem.Detail? = nil
  ) {
    note(code, in: header.title(of: field), value, detail)
  }

  private mutating func note(_ fault: ValueFault, _ field: Field, _ value: String) {
    note(fault, in: header.title(of: field), value)
  }

  mutating func note(_ fault: ValueFault, in column: String, _ value: String) {
    problems.append(Problem(line: row.line, column: column, fault: fault, value: value))
  }

  mutating func note(
    _ code: ProblemCode, in column: String, _ value: String, _ detail: Problem.Detail? = nil
  ) {
    problems.append(
      Problem(line: row.line, column: column, code: code, value: value, detail: detail))
  }
}

// MARK: - Text

extension RowDraft {
  /// A text of one line, or nil if blank.
  mutating func line(_ field: Field, limit: Int = TextLimit.name) -> String? {
    text(field) { given throws(NameFault) in try readLine(given, limit: limit) }
  }

  /// A text of several lines, or nil if blank.
  mutating func lines(_ field: Field, limit: Int = TextLimit.remark) -> String? {
    text(field, isBlock: true) { given throws(NameFault) in try readLines(given, limit: limit) }
  }

  private mutating func text(
    _ field: Field, isBlock: Bool = false, _ read: (String) throws(NameFault) -> String
  ) -> String? {
    guard let given = given(field) else { return nil }
    do {
      let text = try read(given)
      guard !text.isEmpty else { return nil }
      let trimmed = trimmed(given)
      if trimmed != given || !isBlock && trimmed != text { note(.trimmed, field, given) }
      if FormulaGuard.looksLikeFormula(text) { note(.formulaLike, field, given) }
      if isDamaged(text) { note(.damagedText, field, given) }
      return text
    } catch {
      note(.name(error), field, given)
      return nil
    }
  }

  mutating func name() -> String? {
    guard !isBlank(given(.name) ?? "") else {
      note(.name(.blank), .name, given(.name) ?? "")
      return nil
    }
    guard let name = personName(.name) else { return nil }
    if titleOfName(name) != nil { note(.titleOnlyName, .name, name) }
    if let meant = Mojibake.suspicion(name, isGB18030: sheet.isGB18030) {
      if meant.isEmpty {
        note(.wrongEncoding, .name, name)
      } else {
        note(.damagedText, .name, name, .nearest(meant))
      }
    }
    return name
  }

  /// The name of a person as it is stored, or nil if blank.
  mutating func personName(_ field: Field) -> String? {
    text(field) { given throws(NameFault) in
      isBlank(given) ? "" : try readName(given)
    }
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
    guard !isBlank(given) else { return nil }
    do throws(TimeFault) {
      let written = try WrittenDay(given)
      guard written.day <= today || mayBeFuture else {
        throw .future("\(written.day)", now: "\(today)")
      }
      if let repair = written.repair {
        let code = repair == .twoDigitYear ? ProblemCode.dateTwoDigitYear : .dateNormalised
        note(code, in: column, given, .readAs("\(written.day)"))
      }
      return written.day
    } catch {
      note(.time(error), in: column, given)
      return nil
    }
  }

  static func code(_ repair: Repair) -> ProblemCode {
    switch repair {
    case .several: .phoneMultiple
    case .landline: .phoneLandline
    case .foreign: .phoneForeign
    case .normalised, .twoDigitYear, .calendarInferred: .phoneNormalised
    }
  }

  mutating func amount(_ field: Field, _ unit: Amount.Unit) -> ClosedRange<Int>? {
    guard let given = given(field), !isBlank(given) else { return nil }
    do {
      let amount = try Amount(given, unit)
      if amount.repair != nil {
        let (low, high) = (amount.range.lowerBound, amount.range.upperBound)
        note(.numberNormalised, field, given, .readAs("\(low)-\(high)"))
      }
      return amount.range
    } catch {
      // A side matter: 面议, 120㎡以上.
      keep(given, field)
      return nil
    }
  }

  /// What cannot be read keeps nobody out.
  mutating func birthday() -> Birthday? {
    guard let given = given(.birthday), !isBlank(given) else { return nil }
    do {
      let calendar = try birthdayCalendar()
      let text = try BirthdayText(given, calendar: calendar, today: today, from: .file)
      let code: ProblemCode? =
        switch text.repair {
        case nil: nil
        case .twoDigitYear: .dateTwoDigitYear
        case .calendarInferred: .calendarInferred
        case .normalised, .several, .landline, .foreign: .dateNormalised
        }
      if let code { note(code, .birthday, given, .readAs("\(text.birthday)")) }
      return text.birthday
    } catch {
      let calendar = self.given(.birthdayCalendar).map(trimmed) ?? ""
      keep(calendar.isEmpty ? given : calendar + " " + given, .birthday)
      return nil
    }
  }

  private struct UnknownCalendar: Error {}

  private mutating func birthdayCalendar() throws(UnknownCalendar) -> BirthdayCalendar? {
    guard let given = given(.birthdayCalendar), !isBlank(given) else { return nil }
    guard let calendar = BirthdayCalendar(given) else { throw UnknownCalendar() }
    if given != calendar.words[0] { note(.enumAlias, .birthdayCalendar, given) }
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
    let trimmed = trimmed(given)
    guard !trimmed.isEmpty else { return nil }
    do {
      let term = try readTerm(given, as: T.self)
      let isOtherSpelling = spelling.term(trimmed) == nil || edgesAreSpelling
      if isOtherSpelling { note(.enumAlias, field, given, .readAs(spelling.word(of: term))) }
      if trimmed != given && !edgesAreSpelling { note(.trimmed, field, given) }
      return term
    } catch {
      note(error, field, given)
      return nil
    }
  }

  /// The tags of a list.
  mutating func tags() -> [Tag] {
    guard let given = given(.tags) else { return [] }
    var tags: [Tag] = []
    for word in listed(given) {
      do {
        let tag = try readTerm(word, in: sheet.vocabulary, as: Tag.self)
        if !tags.contains(tag) { tags.append(tag) }
      } catch {
        note(error, .tags, word)
      }
    }
    return tags
  }
}
