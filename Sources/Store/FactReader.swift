import Core
import SQLite

/// Reads facts from rows of the table `fact f` whose columns from `offset` on are `columns`.
struct FactReader {
  /// Names of rules with their numbers: few, and looked for where something was skipped alone.
  private let words: [(number: Int64, id: ClauseID)]
  private let offset: Int
  // A pass over an office asks for millions, and to look into a list costs a tenth of asking the
  // vocabulary.
  private let channels = Channel.byStoredNumber
  private let outcomes = Outcome.byStoredNumber
  private let grades = Grade.byStoredNumber
  private let events = EventKind.byStoredNumber

  /// The last is what a text from the outbox was sent for.
  static let columns = """
    f.id, f.day, f.minute, f.kind, f.value, f.is_on, f.channel, f.outcome, f.until_day,
    f.until_minute, f.reference, f.case_kind, f.urgency, f.birth_year, f.birth_month, f.birth_day,
    CASE WHEN f.kind = \(FactKind.contact.rawValue) AND f.case_kind IS NULL
        AND f.reference IS NOT NULL
      THEN (SELECT m.occasion FROM message m WHERE m.id = f.reference) END,
    f.staff
    """

  init(_ connection: Connection, offset: Int = 0) throws {
    words = try connection.rows("SELECT id, text FROM word") {
      ($0.int64(0), ClauseID($0.text(1)))
    }
    self.offset = offset
  }

  /// Nil where the row means nothing to this program; `doctor` reports such rows.
  func fact(_ row: Row) -> Fact? {
    guard let day = Day(number: row.int(offset + 1)), let kind = FactKind(rawValue: int(row, 3)),
      let body = body(kind, row)
    else { return nil }
    return Fact(id: int(row, 0), day: day, time: time(row, 2), body)
  }

  private func body(_ kind: FactKind, _ row: Row) -> Fact.Body? {
    switch kind {
    case .event: term(events, int(row, 4)).map { .event($0) }
    case .grade: .grade(term(grades, int(row, 4)))
    case .tag: Tag(stored: Int(int(row, 4))).map { .tag($0, int(row, 5) == 1) }
    case .averse: .averse(int(row, 5) == 1)
    case .doNotContact: .doNotContact(int(row, 5) == 1)
    case .hours: .hours(hours(row))
    case .owner: .owner(int(row, 10))
    case .contact: contact(row).map { .contact($0) }
    case .postponement: until(row).map { .postponement(to: $0) }
    case .skip: rule(int(row, 10)).map { .skip(rule: $0) }
    case .birthday: .birthday(birthday(row))
    case .step: step(row).map { .step($0) }
    }
  }

  private func rule(_ number: Int64) -> ClauseID? { words.first { $0.number == number }?.id }

  private func contact(_ row: Row) -> Contact? {
    guard let channel = term(channels, int(row, 6)), let outcome = term(outcomes, int(row, 7))
    else { return nil }
    return Contact(
      channel: channel, outcome: outcome, next: until(row), promised: int(row, 5) == 1,
      intention: term(grades, int(row, 4)), about: about(row), text: sentText(row),
      speaker: staff(row))
  }

  private func about(_ row: Row) -> CaseOfContact? {
    CaseKind(stored: Int(int(row, 11))).map {
      CaseOfContact(Int32(truncatingIfNeeded: int(row, 10)), $0)
    }
  }

  private func sentText(_ row: Row) -> SentText? {
    row.optionalText(offset + 16).map { SentText(int(row, 10), occasion: $0) }
  }

  private func hours(_ row: Row) -> TimeRange? {
    guard let from = time(row, 4), let to = time(row, 9) else { return nil }
    return TimeRange(from: from, to: to)
  }

  private func birthday(_ row: Row) -> BirthdayFact {
    let calendar = BirthdayCalendar(rawValue: int(row, 4))
    let birthday = calendar.flatMap { calendar in
      try? Birthday(
        isLunar: calendar != .solar, year: row.optionalInt(offset + 13), month: Int(int(row, 14)),
        isLeapMonth: calendar == .lunarLeapMonth, day: Int(int(row, 15)))
    }
    return BirthdayFact(of: Int32(truncatingIfNeeded: int(row, 10)), birthday)
  }

  private func step(_ row: Row) -> CaseStep? {
    guard let kind = CaseKind(stored: Int(int(row, 11))),
      let step = CaseStepKind(stored: Int(int(row, 4))),
      let urgency = Urgency(stored: Int(int(row, 12)))
    else { return nil }
    return CaseStep(
      Int32(truncatingIfNeeded: int(row, 10)), kind, step, urgency: urgency, to: until(row)?.day,
      member: staff(row))
  }

  private func staff(_ row: Row) -> StaffID? { row.optionalInt64(offset + 17) }

  private func until(_ row: Row) -> Moment? {
    guard let number = row.optionalInt(offset + 8), let day = Day(number: number) else {
      return nil
    }
    return Moment(day, time(row, 9))
  }

  private func time(_ row: Row, _ column: Int) -> TimeOfDay? {
    row.optionalInt(offset + column).flatMap { TimeOfDay(minute: $0) }
  }

  private func int(_ row: Row, _ column: Int) -> Int64 { row.int64(offset + column) }

  /// Nil where the number is no term's.
  private func term<T>(_ terms: [T?], _ number: Int64) -> T? {
    0...63 ~= number ? terms[Int(number)] : nil
  }
}

extension Term {
  /// The terms of the vocabulary by their stored numbers, 0 … 63.
  fileprivate static var byStoredNumber: [Self?] { (0...63).map { Self(stored: $0) } }
}
