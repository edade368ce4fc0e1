import Core
import Values

// What stands beside the matters that make a customer: it never keeps one out.

extension RowDraft {
  /// Keeps a text that no field can hold for the note.
  mutating func keep(_ given: String, _ field: Field) {
    keep(given, in: header.title(of: field))
  }

  private mutating func keep(_ given: String, in column: String) {
    let text =
      (try? readLine(String(given.prefix(200)), limit: TextLimit.remark)) ?? printable(given)
    remarks.append(column + Language.zh.colon + text)
    problems.append(Problem(line: row.line, column: column, code: .keptAsNote, value: given))
  }

  // MARK: Telephones

  /// The numbers of all columns that hold some. What cannot be read beside a number that can is kept for the
  /// note.
  mutating func phones() -> [String] {
    var numbers: [String] = []
    var faults: [(column: Int, given: String, fault: PhoneFault)] = []
    for column in header.phoneColumns {
      guard let given = given(column: column), !isBlank(given) else { continue }
      do {
        let phone = try PhoneText(given)
        note(phone, given, in: header.columns[column])
        if numbers.isEmpty {
          numbers = phone.numbers
        } else {
          for number in phone.numbers where !numbers.contains(number) { numbers.append(number) }
        }
      } catch {
        faults.append((column, given, error))
      }
    }
    if numbers.isEmpty, faults.isEmpty { note(.phoneBlank, .phone) }
    for (column, given, fault) in faults {
      let title = header.columns[column]
      if numbers.isEmpty {
        note(.phone(given, fault), in: title, given)
      } else {
        keep(given, in: title)
      }
    }
    return numbers
  }

  private mutating func note(_ phone: PhoneText, _ given: String, in column: String) {
    guard let repair = phone.repair else { return }
    note(
      RowDraft.code(repair), in: column, given, .readAs(phone.numbers.joined(separator: " ")))
  }

  // MARK: Where the customer comes from

  /// The source; a day of visit without another source is one, and a channel that is no source goes into the
  /// note.
  mutating func source() -> Source? {
    var source: Source? = term(.source, sheet.sources)
    if let given = given(.channel), !isBlank(given) {
      if !has(.source), let read = try? readTerm(given, as: Source.self) {
        source = read
      } else {
        remarks.append(header.title(of: .channel) + Language.zh.colon + trimmed(given))
      }
    }
    if source == nil, !has(.source), header.isVisitDay, given(.firstDay).map(isBlank) == false {
      source = .visit
    }
    return source
  }

  // MARK: What came before

  /// The last contact of the row. Without a day of it what else is told goes into the note.
  mutating func lastContact() -> PastContact? {
    guard has(.lastContact) || has(.followUp) || has(.nextContact) else { return nil }
    let said = lines(.followUp)
    let day = sideDay(.lastContact)
    let next = sideDay(.nextContact, mayBeFuture: true)
    if let day {
      if let next, next <= day {
        keep(given(.nextContact) ?? "", .nextContact)
        return PastContact(day: day, note: said)
      }
      return PastContact(day: day, note: said, next: next)
    }
    if let said { remarks.append(header.title(of: .followUp) + Language.zh.colon + said) }
    if next != nil, let given = given(.nextContact) { keep(given, .nextContact) }
    return nil
  }

  /// A day that refuses nobody.
  private mutating func sideDay(_ field: Field, mayBeFuture: Bool = false) -> Day? {
    guard let given = given(field), !isBlank(given) else { return nil }
    guard let written = try? WrittenDay(given), written.day <= sheet.today || mayBeFuture else {
      keep(given, field)
      return nil
    }
    return written.day
  }
}
