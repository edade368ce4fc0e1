/// Words that policies declare, by their numbers: those of one policy, or all of an office.
///
/// The database of an office gives each word its number at the first adoption, for ever, and all
/// that is read beside it has its numbers from there. So the words of one policy are part of those
/// of its office, and what one policy declares is still not understood in another. Without an
/// office, policies that meet one another have to be read one after the other, each with the words
/// of those before.
package struct Vocabulary: Hashable, Sendable {
  private var names: [OpenVocabulary: [UInt8: String]] = [:]

  /// No words beside the built-in ones.
  package init() {}

  /// The declared words of one kind.
  package subscript<T: OpenTerm>(_ kind: T.Type) -> TermSet<T> {
    guard let names = names[T.vocabulary] else { return [] }
    return TermSet(names.keys.map { T(number: $0) })
  }

  /// Nil where it is not of these.
  package func name<T: OpenTerm>(of term: T) -> String? { names[T.vocabulary]?[term.rawValue] }

  /// The word of that name; one that is new gets the highest free number, so that built-in words can
  /// grow from below. Nil where none is left.
  package mutating func declare<T: OpenTerm>(_ name: String) -> T? {
    let known = names[T.vocabulary] ?? [:]
    if let (number, _) = known.first(where: { $0.value == name }) { return T(number: number) }
    guard let number = T.free.last(where: { known[$0] == nil }) else { return nil }
    insert(T(number: number), named: name)
    return T(number: number)
  }

  /// Adds a word that has its number.
  package mutating func insert<T: OpenTerm>(_ term: T, named name: String) {
    names[T.vocabulary, default: [:]][term.rawValue] = name
  }

  /// Adds the words of another vocabulary with the same numbers.
  package mutating func formUnion(_ other: Vocabulary) {
    names.merge(other.names) { $0.merging($1) { known, _ in known } }
  }

  /// A word of these that the other has under another number, or whose number means another word
  /// there.
  package func conflict(with other: Vocabulary) -> String? {
    names.flatMap { kind, own in
      let theirs = other.names[kind] ?? [:]
      return own.filter { number, name in
        theirs[number].map { $0 != name } ?? theirs.values.contains(name)
      }.values
    }.min()
  }

  /// Those words of one kind alone, and of the others none.
  package func only<T: OpenTerm>(_ terms: TermSet<T>) -> Vocabulary {
    var part = Vocabulary()
    for term in terms.elements { if let name = name(of: term) { part.insert(term, named: name) } }
    return part
  }
}
