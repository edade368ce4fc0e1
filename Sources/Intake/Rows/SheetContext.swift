import Core

/// What all rows of a file have in common.
struct SheetContext {
  let header: HeaderMap
  let today: Day
  let vocabulary: Vocabulary
  /// Whether the file was read as GB18030 because it is no UTF-8.
  let isGB18030: Bool
  let sources = Spelling<Source>(\.chinese)
  let grades = Spelling<Grade>(\.name)
  let sexes = Spelling<Sex>(\.chinese)

  init(header: HeaderMap, _ options: IntakeOptions, _ encoding: TextEncoding) {
    self.header = header
    today = options.today
    vocabulary = options.vocabulary
    isGB18030 = encoding == .gb18030 && options.encoding == nil
  }
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
