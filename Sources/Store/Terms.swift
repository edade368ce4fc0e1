package import Core
import SQLite

// The words that policies declare. A database gives each its number at its first adoption, for ever,
// and facts and policies have it everywhere.

/// The vocabulary that a row of `term` belongs to. It is stored: never renumber.
private enum TermKind: Int {
  case events = 1
  case tags = 3
  case milestones = 13
  case festivals = 14
  case roles = 15
}

extension Store {
  /// Every word that was ever declared here.
  ///
  /// To be given to whatever reads a policy file: so these keep their numbers, what the file declares
  /// beside them gets others, and what is beyond the room that is left is told at its place.
  package func vocabulary() throws -> Vocabulary {
    if let words { return words }
    let read = try declaredWords()
    words = read
    return read
  }

  /// As they stand in the database now.
  func declaredWords() throws -> Vocabulary {
    try reading { connection in
      var words = Vocabulary()
      for row in try connection.rows(
        "SELECT kind, number, name FROM term", read: { ($0.int(0), $0.int(1), $0.text(2)) })
      {
        guard let kind = TermKind(rawValue: row.0), 1...63 ~= row.1 else { continue }
        switch kind {
        case .events: words.insert(EventKind(number: UInt8(row.1)), named: row.2)
        case .tags: words.insert(Tag(number: UInt8(row.1)), named: row.2)
        case .milestones: words.insert(MilestoneKind(number: UInt8(row.1)), named: row.2)
        case .roles: words.insert(Role(number: UInt8(row.1)), named: row.2)
        case .festivals: words.insert(Festival(number: UInt8(row.1)), named: row.2)
        }
      }
      return words
    }
  }

  /// The policy of a stored form; what it declares is known from then on.
  func decoded(_ form: [UInt8]) throws -> PolicyCoding.Decoded {
    var known = try vocabulary()
    let policy = policyCoding.decode(form, &known)
    words = known
    return policy
  }
}

// MARK: - Writing

extension Transaction {
  /// Writes down what is new here, under the numbers with which the policy was read. Another policy
  /// may have been adopted since, with numbers of its own: then this one has to be read again.
  func declare(_ words: Vocabulary) throws {
    let known = try store.declaredWords()
    if let word = words.conflict(with: known) { throw StoreError.wordTaken(word) }
    try insert(words.events, of: words, .events, beside: known)
    try insert(words.tags, of: words, .tags, beside: known)
    try insert(words.milestones, of: words, .milestones, beside: known)
    try insert(words.roles, of: words, .roles, beside: known)
    try insert(words.festivals, of: words, .festivals, beside: known)
    store.words = nil
  }

  private func insert<T: OpenTerm>(
    _ terms: TermSet<T>, of words: Vocabulary, _ kind: TermKind, beside known: Vocabulary
  ) throws {
    for term in terms.elements where !known[T.self].contains(term) {
      try connection.run(
        "INSERT INTO term (kind, number, name) VALUES (?, ?, ?)", .int(kind.rawValue),
        .int(term.rawValue), .text(term.word(in: words).name))
    }
  }

  /// A fact of a word that nothing declares here could not be told.
  func requireDeclared(_ body: Fact.Body) throws {
    switch body {
    case .event(let kind): try requireDeclared(kind)
    case .tag(let tag, _): try requireDeclared(tag)
    default: break
    }
  }

  func requireDeclared<T: OpenTerm>(_ term: T) throws {
    guard term.isDeclared else { return }
    let known = try store.vocabulary()
    guard known[T.self].contains(term) else {
      throw StoreError.undeclaredWord(term.word(in: known).name)
    }
  }
}
