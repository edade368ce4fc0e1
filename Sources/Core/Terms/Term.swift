/// How one value of a closed vocabulary is written.
package struct Word: Sendable {
  /// Stable English name: JSON, CSV, policy files.
  package let name: String
  /// What the field says.
  package let chinese: String
  /// Other spellings that are read, never written.
  package let aliases: [String]

  package init(_ name: String, _ chinese: String, _ aliases: String...) {
    self.name = name
    self.chinese = chinese
    self.aliases = aliases
  }
}

/// A vocabulary of the field: closed, unless it is an `OpenTerm`. The raw value is what the database
/// stores: never renumber.
package protocol Term: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {
  var word: Word { get }

  /// What can be written where that vocabulary holds.
  static func known(to vocabulary: Vocabulary) -> [Self]
}

extension Term {
  package static func known(to vocabulary: Vocabulary) -> [Self] { Array(allCases) }

  package var name: String { word.name }
  package var chinese: String { word.chinese }
  /// What an English page says: the words of the name, `show flat` for `show_flat`.
  package var english: String { String(name.map { $0 == "_" ? " " : $0 }) }

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
    // As it is nearly always written: faster, for folding makes a string of each spelling.
    if let match = known.first(where: { $0.word.name == text || $0.word.chinese == text }) {
      self = match
      return
    }
    // An English page says `show flat`.
    let wanted = String(text.lowercased().map { $0 == " " ? "_" : $0 })
    let match = known.first { term in
      let word = term.word
      return word.name.lowercased() == wanted || word.chinese.lowercased() == wanted
        || word.aliases.contains { $0.lowercased() == wanted }
    }
    guard let match else { return nil }
    self = match
  }
}

/// A set of terms in one machine word, so that an audience is tested without allocation.
package struct TermSet<Element: Term>: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64

  package init() { bits = 0 }
  package init(arrayLiteral elements: Element...) { self.init(elements) }
  package init(_ elements: some Sequence<Element>) {
    bits = 0
    for element in elements { insert(element) }
  }

  /// The set as a number, and back: the bit of each element is that of its raw value.
  package var mask: UInt64 { bits }
  package init(mask: UInt64) { bits = mask }

  package static var all: TermSet { TermSet(Element.allCases) }

  private static func bit(_ element: Element) -> UInt64 { 1 << UInt64(element.rawValue) }

  package var isEmpty: Bool { bits == 0 }
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

  package func contains(_ element: Element) -> Bool { bits & TermSet.bit(element) != 0 }
  package func isDisjoint(with other: TermSet) -> Bool { bits & other.bits == 0 }
  package func isSuperset(of other: TermSet) -> Bool { bits & other.bits == other.bits }

  package mutating func insert(_ element: Element) { bits |= TermSet.bit(element) }
  package mutating func remove(_ element: Element) { bits &= ~TermSet.bit(element) }
  package mutating func formUnion(_ other: TermSet) { bits |= other.bits }
  package func union(_ other: TermSet) -> TermSet { TermSet(mask: bits | other.bits) }
  package func intersection(_ other: TermSet) -> TermSet { TermSet(mask: bits & other.bits) }
}
