import Core

/// What all rows of a file have in common.
struct SheetContext {
  let header: HeaderMap
  let today: Day
  let vocabulary: Vocabulary
  let sources = Spelling<Source>(\.chinese)
  let grades = Spelling<Grade>(\.name)
  let sexes = Spelling<Sex>(\.chinese)
}

/// The usual spelling of each term, looked up once a file: `Term.word` makes its words anew at
/// every call.
struct Spelling<T: ClosedTerm> {
  private let pairs: [(word: String, term: T)]

  init(_ usual: (T) -> String) { pairs = T.allCases.map { (usual($0), $0) } }

  var words: [String] { pairs.map(\.word) }

  /// The term whose usual spelling is exactly `text`.
  func term(_ text: String) -> T? { pairs.first { $0.word == text }?.term }

  func word(of term: T) -> String { pairs.first { $0.term == term }?.word ?? term.chinese }
}
