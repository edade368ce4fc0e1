import Core

/// What stands in a column of a row: one value that programs and people read alike.
enum Cell: Sendable {
  /// Nothing is known, or nothing is to be said.
  case empty
  case text(String)
  case number(Int)
  case day(Day)
  case moment(Moment)
  /// Whole per cent, rounded half up, and nothing of nothing.
  case percent(Share)
  /// The same; programs read a part of 1.
  case share(Share)
  /// What programs read, and what people read in its stead.
  case told(JSON, Bilingual)
  case list([Cell])
  /// How many there are of each part of the column; parts without any may be missing.
  case counts([(part: String, count: Int)])
  /// Nested members, for programs alone.
  case data(JSON)
}

extension Cell {
  static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

  static func optional(_ number: Int?) -> Cell { number.map { .number($0) } ?? .empty }

  static func optional(_ day: Day?) -> Cell { day.map { .day($0) } ?? .empty }

  static func optional(_ moment: Moment?) -> Cell { moment.map { .moment($0) } ?? .empty }

  /// A word of the field: its stable English name for programs.
  static func term(_ term: some ClosedTerm) -> Cell { word(term.word) }

  static func word(_ word: Word) -> Cell { self.word(word.name, word.bilingual) }

  static func optional(_ term: (some ClosedTerm)?) -> Cell { term.map { .term($0) } ?? .empty }

  /// What only people read.
  static func words(_ words: Bilingual) -> Cell { .told(.null, words) }

  static func word(_ name: String, _ words: Bilingual) -> Cell { .told(.string(name), words) }

  static func flag(_ holds: Bool) -> Cell { .data(.bool(holds)) }

  /// People read the words where it holds, and nothing where it does not.
  static func yes(_ holds: Bool, _ words: Bilingual) -> Cell {
    .told(.bool(holds), holds ? words : Bilingual("", ""))
  }
}

extension Cell {
  var json: JSON {
    switch self {
    case .empty: .null
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .day(let day): .string("\(day)")
    case .moment(let moment): .string("\(moment)")
    case .percent(let share): share.percent.map { .int($0) } ?? .null
    case .share(let share): share.value.map { .double($0) } ?? .null
    case .told(let json, _), .data(let json): json
    case .list(let cells): .array(cells.map(\.json))
    case .counts(let counts): .object(counts.map { ($0.part, .int($0.count)) })
    }
  }

  /// As it stands on a page.
  func text(_ language: Language) -> String {
    switch self {
    case .empty, .data: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .day(let day): "\(day)"
    case .moment(let moment): "\(moment)"
    case .percent(let share), .share(let share): share.percent.map { "\($0)%" } ?? "–"
    case .told(_, let words): words[language]
    case .list(let cells): cells.map { $0.text(language) }.joined(separator: " ")
    case .counts(let counts): counts.map { "\($0.part) \($0.count)" }.joined(separator: " ")
    }
  }

  /// As it stands in a file of values, one for each part of the column.
  func values(_ parts: [String]) -> [String] {
    guard case .counts(let counts) = self else { return [json.plain] }
    return parts.map { part in String(counts.first { $0.part == part }?.count ?? 0) }
  }
}

extension JSON {
  /// The value as a cell of a file; a list with spaces between.
  fileprivate var plain: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let items): items.map(\.plain).joined(separator: " ")
    case .bool, .int, .double, .object: text
    }
  }
}
