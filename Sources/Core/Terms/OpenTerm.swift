/// A vocabulary that policies may add words to: the closed set `BuiltIn`, and beside it what they
/// declare. It has 63 numbers, so that a set of its words is one machine word; the built-in ones
/// have the lowest.
///
/// A value is the number alone. What number a declared word has, and what name, only a `Vocabulary`
/// can tell.
package protocol OpenTerm: Term where AllCases == [Self] {
  associatedtype BuiltIn: ClosedTerm

  /// Which of the open vocabularies this is.
  static var vocabulary: OpenVocabulary { get }

  init(number: UInt8)
}

extension OpenTerm {
  /// Nil for a declared word.
  package var builtIn: BuiltIn? { BuiltIn(rawValue: rawValue) }

  /// The word of the built-in set.
  package init(_ builtIn: BuiltIn) { self.init(number: builtIn.rawValue) }

  /// Nil unless the number is 1 … 63.
  package init?(rawValue: UInt8) {
    guard 1...63 ~= rawValue else { return nil }
    self.init(number: rawValue)
  }

  /// The built-in words. What is declared is known only to its `Vocabulary`.
  package static var allCases: [Self] { BuiltIn.allCases.map { Self($0) } }

  /// The built-in words and those that the vocabulary declares.
  package static func known(to vocabulary: Vocabulary) -> [Self] {
    allCases + vocabulary[Self.self].elements
  }

  /// The numbers that built-in words leave.
  static var free: ClosedRange<UInt8> { UInt8(BuiltIn.allCases.count + 1)...63 }

  /// How many words can be declared.
  package static var room: Int { free.count }

  /// Whether a policy has declared it.
  package var isDeclared: Bool { builtIn == nil }

  /// A declared word is written in one way, in every language; by its number where the vocabulary
  /// does not know it.
  package func word(in vocabulary: Vocabulary) -> Word {
    if let builtIn { return builtIn.word }
    let name = vocabulary.name(of: self) ?? "#\(rawValue)"
    return Word(name, name)
  }
}

extension TermSet where Element: OpenTerm {
  /// The built-in words of these.
  package var builtIn: TermSet {
    TermSet(mask: mask & (1 << UInt64(Element.free.lowerBound) &- 2))
  }

  /// All that there can be, declared or not.
  package static var possible: TermSet { TermSet(mask: ~1) }

  /// The others.
  package var declared: TermSet { TermSet(mask: mask & ~builtIn.mask) }
}

/// The vocabularies that policies may add words to.
package enum OpenVocabulary: Hashable, Sendable {
  case events, tags, milestones, festivals, roles
}
