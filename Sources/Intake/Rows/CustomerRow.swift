package import Core

/// A customer as one sound row of the file describes them.
package struct CustomerRow: Hashable, Sendable {
  /// Physical line on which the row starts; the header is line 1.
  package let line: Int
  /// Number of the row among the data rows, from 1, empty ones included.
  package let row: Int
  package var profile: Profile
  /// Nil only where the file has no such column.
  package var source: Source?
  /// Day of the first call or visit. Nil where the file has no such column, or for a lead.
  package var firstDay: Day?
  package var grade: Grade?
  package var tags: [Tag]
  /// The consultant's name; whether anyone is called so is not known here.
  package var consultant: String?
  package var reservation: Day?
  package var signing: Day?
  /// May lie in the future: the day agreed on.
  package var delivery: Day?
  /// Of kinds that policies declare, in the order of the columns.
  package var events: [EventDay] = []
  /// The last contact that the file tells of.
  package var lastContact: PastContact?
  package var warnings: [Problem]

  package init(
    line: Int, row: Int, profile: Profile, source: Source? = nil, firstDay: Day? = nil,
    grade: Grade? = nil, tags: [Tag] = [], consultant: String? = nil, reservation: Day? = nil,
    signing: Day? = nil, delivery: Day? = nil, warnings: [Problem] = []
  ) {
    self.line = line
    self.row = row
    self.profile = profile
    self.source = source
    self.firstDay = firstDay
    self.grade = grade
    self.tags = tags
    self.consultant = consultant
    self.reservation = reservation
    self.signing = signing
    self.delivery = delivery
    self.warnings = warnings
  }
}

extension CustomerRow {
  /// Takes out a further number that somebody else has: a side matter, which stands in the note.
  package mutating func keepAsNote(_ number: String, in column: String, of whose: String) {
    profile.phones.removeAll { $0 == number }
    let text = column + Language.zh.colon + number + Language.zh.bracketed(whose)
    profile.note = [profile.note, text].compactMap { $0 }.joined(separator: "\n")
    warnings.append(Problem(line: line, column: column, code: .keptAsNote, value: number))
  }
}

/// A contact before the file was written.
package struct PastContact: Hashable, Sendable {
  package var day: Day
  /// What was said in it.
  package var note: String?
  /// When the next one is agreed.
  package var next: Day?
}

/// A declared event and its day.
package struct EventDay: Hashable, Sendable {
  package let kind: EventKind
  package let day: Day
}

/// A row that is not imported.
package struct Refusal: Hashable, Sendable {
  package let line: Int
  /// Number of the row among the data rows, from 1, empty ones included.
  package let row: Int
  /// Why; at least one.
  package let errors: [Problem]
  package let warnings: [Problem]
  /// The cells as the file has them.
  package let cells: [String]

  /// A row without any content. It is refused (and counted so), but nothing is lost by it: it
  /// belongs in no reject file and is no reason to refuse the file.
  package var isEmptyRow: Bool { errors.contains { $0.code == .rowEmpty } }
}
