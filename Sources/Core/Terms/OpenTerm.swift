import Synchronization

/// A vocabulary that policies may add words to: the closed set `BuiltIn`, and beside it what they
/// declare. It has 63 numbers, so that a set of its words is one machine word; the built-in ones
/// have the lowest.
package protocol OpenTerm: Term where AllCases == [Self] {
  associatedtype BuiltIn: Term

  /// Where the words that policies declare have their numbers.
  static var declared: DeclaredWords { get }

  /// Which of the open vocabularies this is.
  static var vocabulary: OpenVocabulary { get }

  init(number: UInt8)

  /// Nil for a declared word.
  var builtIn: BuiltIn? { get }
}

extension OpenTerm {
  /// The word of the built-in set.
  package init(_ builtIn: BuiltIn) { self.init(number: builtIn.rawValue) }

  /// Nil unless the number is 1 … 63.
  package init?(rawValue: UInt8) {
    guard 1...63 ~= rawValue else { return nil }
    self.init(number: rawValue)
  }

  /// A word that a policy declares; nil where no number is left for it.
  ///
  /// - Parameter number: the one that it has if nothing else has it.
  package init?(declaring name: String, preferring number: Int? = nil) {
    guard let number = Self.declared.number(of: name, preferring: number) else { return nil }
    self.init(number: UInt8(number))
  }

  /// The built-in words. What is declared is known only to its `Vocabulary`.
  package static var allCases: [Self] { BuiltIn.allCases.map { Self($0) } }

  /// The built-in words and those that the vocabulary declares.
  package static func known(to vocabulary: Vocabulary) -> [Self] {
    allCases + vocabulary[Self.self].elements
  }

  /// How many words can be declared.
  package static var room: Int { declared.free.count }

  /// Whether a policy has declared it.
  package var isDeclared: Bool { builtIn == nil }

  /// A declared word is written in one way, in every language.
  package var word: Word {
    if let builtIn { return builtIn.word }
    let name = Self.declared.name(of: Int(rawValue)) ?? "#\(rawValue)"
    return Word(name, name)
  }
}

extension TermSet where Element: OpenTerm {
  /// The built-in words of these.
  package var builtIn: TermSet {
    TermSet(mask: mask & (1 << UInt64(Element.declared.free.lowerBound) &- 2))
  }

  /// The others.
  package var declared: TermSet { TermSet(mask: mask & ~builtIn.mask) }
}

/// The numbers of the words that policies declare in one vocabulary.
///
/// A word gets its number when it is first read, from a policy file, from the form of an adopted
/// policy or from a database, and keeps it for as long as the process lives; nothing is ever taken
/// out. The table is the process's, not a value that is handed on, because a term is printed in a
/// hundred places that know nothing of policies: so a declared word is printed like a built-in one,
/// and a fact holds a byte. It gives names only to numbers: whether a word may be written somewhere
/// is asked of a `Vocabulary`, so what one policy declares is never understood in another.
///
/// A number means nothing outside the process. A database gives each word one of its own, for ever,
/// and translates at its edge (`Store`).
package final class DeclaredWords: Sendable {
  /// By number; nil where there is none.
  private let names = Mutex([String?](repeating: nil, count: 64))
  /// The numbers that built-in words leave.
  let free: ClosedRange<Int>

  /// - Parameter builtIn: how many words the vocabulary has of itself.
  init(beside builtIn: Int) { free = (builtIn + 1)...63 }

  func name(of number: Int) -> String? { names.withLock { $0[number] } }

  /// The highest number comes first, so that built-in words can grow from below.
  func number(of name: String, preferring wanted: Int?) -> Int? {
    names.withLock { [free] names in
      if let known = names.firstIndex(of: name) { return known }
      let free = free.filter { names[$0] == nil }
      let number = free.first { $0 == wanted } ?? free.last
      if let number { names[number] = name }
      return number
    }
  }
}

/// The vocabularies that policies may add words to.
package enum OpenVocabulary: Hashable, Sendable {
  case events, tags
}

/// The words that a policy declares itself, or several policies together.
package struct Vocabulary: Hashable, Sendable {
  private var masks: [OpenVocabulary: UInt64] = [:]

  /// No words beside the built-in ones.
  package init() {}

  /// The declared words of one kind.
  package subscript<T: OpenTerm>(_ kind: T.Type) -> TermSet<T> {
    get { TermSet(mask: masks[T.vocabulary] ?? 0) }
    set { masks[T.vocabulary] = newValue.isEmpty ? nil : newValue.mask }
  }

  /// Adds the words of another vocabulary.
  package mutating func formUnion(_ other: Vocabulary) {
    masks.merge(other.masks) { $0 | $1 }
  }
}
