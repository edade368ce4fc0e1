package import Core
import SQLite

// The words that policies declare, where they enter and leave a database. It gives each a number of
// its own at its first adoption, for ever; the process has another (`DeclaredWords`).

/// What facts hold, where the numbers of a database are not the process's. Mostly they are: the
/// process takes over those of the first database that it reads.
struct TermNumbers {
  /// By the database's numbers.
  private var events = (0...63).map { EventKind(number: $0) }
  private var tags = (0...63).map { Tag(number: $0) }

  /// Nil where every fact means what its row says.
  init?(_ terms: [TermRow]) throws {
    if terms.isEmpty { return nil }
    for term in terms {
      switch term.kind {
      case .events: events[term.number] = try term.own()
      case .tags: tags[term.number] = try term.own()
      }
    }
    let isSame =
      zip(events, 0...).allSatisfy { $0.rawValue == $1 }
      && zip(tags, 0...).allSatisfy { $0.rawValue == $1 }
    if isSame { return nil }
  }

  /// The fact with the process's numbers, of one with the database's.
  func renumbered(_ fact: Fact) -> Fact {
    switch fact.body {
    case .event(let kind): fact.with(.event(events[Int(kind.rawValue)]))
    case .tag(let tag, let on): fact.with(.tag(tags[Int(tag.rawValue)], on))
    default: fact
    }
  }
}

extension Fact {
  fileprivate func with(_ body: Body) -> Fact { Fact(id: id, day: day, time: time, body) }
}

/// A row of `term`.
struct TermRow {
  /// Stored: never renumber.
  enum Kind: Int {
    case events = 1
    case tags = 3
  }

  let kind: Kind
  let number: Int
  let name: String

  /// Nil where the numbers are no term's.
  init?(kind: Int, number: Int, name: String) {
    guard let kind = Kind(rawValue: kind), 1...63 ~= number else { return nil }
    self.kind = kind
    self.number = number
    self.name = name
  }

  static func all(_ connection: Connection) throws -> [TermRow] {
    try connection.rows("SELECT kind, number, name FROM term") {
      TermRow(kind: $0.int(0), number: $0.int(1), name: $0.text(2))
    }.compactMap { $0 }
  }

  func own<T: OpenTerm>() throws -> T {
    guard let own = T(declaring: name, preferring: number) else {
      throw StoreError.corrupt(detail: "term \(name)")
    }
    return own
  }
}

extension Store {
  /// Every word that was ever declared here.
  ///
  /// To be asked before a policy file is read that may declare further ones: so these have their
  /// numbers first, and what the file declares beyond the room that is left is told at its place.
  package func vocabulary() throws -> Vocabulary {
    try reading { connection in
      var vocabulary = Vocabulary()
      for term in try TermRow.all(connection) {
        switch term.kind {
        case .events: vocabulary.events.insert(try term.own())
        case .tags: vocabulary.tags.insert(try term.own())
        }
      }
      return vocabulary
    }
  }
}

// MARK: - Writing

extension Transaction {
  /// Gives each word its number in this database, unless it has one.
  func declare(_ vocabulary: Vocabulary) throws {
    for event in vocabulary.events.elements { try declare(event, .events) }
    for tag in vocabulary.tags.elements { try declare(tag, .tags) }
  }

  /// The process's number where it is free, else the highest that is.
  private func declare<T: OpenTerm>(_ term: T, _ kind: TermRow.Kind) throws {
    guard try number(of: term.name, kind) == nil else { return }
    let taken = try connection.rows(
      "SELECT number FROM term WHERE kind = ?", .int(kind.rawValue)
    ) { $0.int(0) }
    let free = [Int(term.rawValue)] + (64 - T.room...63).reversed()
    guard let number = free.first(where: { !taken.contains($0) }) else {
      throw StoreError.noNumberLeft(term.name)
    }
    try connection.run(
      "INSERT INTO term (kind, number, name) VALUES (?, ?, ?)", .int(kind.rawValue),
      .int(number), .text(term.name))
  }

  private func number(of name: String, _ kind: TermRow.Kind) throws -> Int? {
    try connection.first(
      "SELECT number FROM term WHERE kind = ? AND name = ?", .int(kind.rawValue), .text(name)
    ) { $0.int(0) }
  }

  /// What a fact is stored as: a declared word by its number here.
  func stored(_ body: Fact.Body) throws -> Fact.Body {
    switch body {
    case .event(let kind) where kind.builtIn == nil: .event(try stored(kind, .events))
    case .tag(let tag, let on) where tag.builtIn == nil: .tag(try stored(tag, .tags), on)
    default: body
    }
  }

  private func stored<T: OpenTerm>(_ term: T, _ kind: TermRow.Kind) throws -> T {
    guard let number = try number(of: term.name, kind) else {
      throw StoreError.undeclaredWord(term.name)
    }
    return T(number: UInt8(number))
  }
}
