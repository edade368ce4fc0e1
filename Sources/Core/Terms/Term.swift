/// How one value of a closed vocabulary is written.
package struct Word: Sendable {
  /// Stable English name: JSON, CSV, policy files.
  package let name: String
  /// What the field says.
  package let chinese: String
  /// Other spellings that are read, never written.
  package let aliases: [String]

  /// A word with its stable English name, its Chinese and other spellings.
  package init(_ name: String, _ chinese: String, _ aliases: String...) {
    self.name = name
    self.chinese = chinese
    self.aliases = aliases
  }

  /// What an English page says: the words of the name, `show flat` for `show_flat`.
  package var english: String { String(name.map { $0 == "_" ? " " : $0 }) }

  /// As it is shown: what the field says, or the English words for it.
  package var bilingual: Bilingual { Bilingual(chinese, english) }
}

/// A vocabulary of the field: a `ClosedTerm` or an `OpenTerm`. The raw value is what the database
/// stores: never renumber.
package protocol Term: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {
  /// How it is written; a declared word has its name from the vocabulary.
  func word(in vocabulary: Vocabulary) -> Word

  /// What can be written where that vocabulary holds.
  static func known(to vocabulary: Vocabulary) -> [Self]
}

/// A vocabulary that nobody adds to.
package protocol ClosedTerm: Term {
  var word: Word { get }
}

extension ClosedTerm {
  package func word(in vocabulary: Vocabulary) -> Word { word }

  /// All of it.
  package static func known(to vocabulary: Vocabulary) -> [Self] { Array(allCases) }

  /// The stable English name.
  package var name: String { word.name }
  /// What the field says.
  package var chinese: String { word.chinese }
  /// What an English page says.
  package var english: String { word.english }
  /// As it is shown.
  package var bilingual: Bilingual { word.bilingual }
}

extension Term {
  /// The term of a stored number, or nil if there is none.
  @inlinable package init?(stored number: Int) {
    guard let raw = UInt8(exactly: number) else { return nil }
    self.init(rawValue: raw)
  }

  /// The value written as `text`: its English name, its Chinese word or an alias. ASCII case is
  /// ignored.
  ///
  /// - Parameter vocabulary: what is declared beside the built-in words.
  package init?(_ text: some StringProtocol, in vocabulary: Vocabulary = Vocabulary()) {
    let known = Self.known(to: vocabulary)
    // By places, as in a `TermSet`.
    func first(where isMeant: (Word) -> Bool) -> Self? {
      known.indices.first { isMeant(known[$0].word(in: vocabulary)) }.map { known[$0] }
    }
    // As it is nearly always written: faster, for folding makes a string of each spelling.
    if let term = first(where: { $0.name == text || $0.chinese == text }) {
      self = term
      return
    }
    // An English page says `show flat`.
    let wanted = String(text.lowercased().map { $0 == " " ? "_" : $0 })
    let near = first { word in
      word.name.lowercased() == wanted || word.chinese.lowercased() == wanted
        || word.aliases.contains { $0.lowercased() == wanted }
    }
    guard let near else { return nil }
    self = near
  }
}

/// A set of terms in one machine word, so that an audience is tested without allocation.
package struct TermSet<Element: Term>: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64

  /// No elements.
  package init() { bits = 0 }
  package init(arrayLiteral elements: Element...) { self.init(elements) }
  /// The set of these elements.
  // By their places: to walk over them, the runtime would look for the walk's conformances among all
  // of the program's, a tenth of a millisecond for each vocabulary.
  package init(_ elements: [Element]) {
    bits = elements.indices.reduce(0) { $0 | TermSet.bit(elements[$1]) }
  }
  /// The set of these elements.
  package init(_ elements: some Sequence<Element>) {
    bits = 0
    for element in elements { insert(element) }
  }

  /// The set as a number, and back: the bit of each element is that of its raw value.
  package var mask: UInt64 { bits }
  /// The elements whose bits are set.
  package init(mask: UInt64) { bits = mask }

  /// Every element of the vocabulary, of an open one the built-in words.
  package static var all: TermSet { TermSet(Element.allCases) }

  private static func bit(_ element: Element) -> UInt64 { 1 << UInt64(element.rawValue) }

  /// Whether it has no element.
  package var isEmpty: Bool { bits == 0 }
  /// How many elements it has.
  package var count: Int { bits.nonzeroBitCount }

  /// How many elements have no greater number than `last`.
  package func count(through last: Element) -> Int {
    (bits & (TermSet.bit(last) << 1 &- 1)).nonzeroBitCount
  }

  /// The element at that place (0 … `count` - 1) in the order of their numbers.
  package subscript(place: Int) -> Element {
    var rest = bits
    for _ in 0..<place { rest &= rest &- 1 }
    guard let element = Element(rawValue: UInt8(rest.trailingZeroBitCount)) else {
      preconditionFailure("place \(place) of \(count)")
    }
    return element
  }

  /// In the order of their numbers.
  package var elements: [Element] {
    var elements: [Element] = []
    var rest = bits
    while rest != 0 {
      if let element = Element(rawValue: UInt8(rest.trailingZeroBitCount)) {
        elements.append(element)
      }
      rest &= rest &- 1
    }
    return elements
  }

  /// Whether it has that element.
  package func contains(_ element: Element) -> Bool { bits & TermSet.bit(element) != 0 }
  /// Whether the two have no element in common.
  package func isDisjoint(with other: TermSet) -> Bool { bits & other.bits == 0 }
  /// Whether it has every element of the other.
  package func isSuperset(of other: TermSet) -> Bool { bits & other.bits == other.bits }

  /// Adds the element.
  package mutating func insert(_ element: Element) { bits |= TermSet.bit(element) }
  /// Takes the element out.
  package mutating func remove(_ element: Element) { bits &= ~TermSet.bit(element) }
  /// Adds the elements of the other.
  package mutating func formUnion(_ other: TermSet) { bits |= other.bits }
  /// The elements of either.
  package func union(_ other: TermSet) -> TermSet { TermSet(mask: bits | other.bits) }
  /// The elements of both.
  package func intersection(_ other: TermSet) -> TermSet { TermSet(mask: bits & other.bits) }
}
