import Core
import Store

/// The value of a vocabulary that `text` names, in Chinese or English; a miss names the nearest
/// word. `place` is the option or argument it was given to, `vocabulary` what can be written there
/// beside the built-in words.
func readTerm<Value: Term>(
  _ text: String, at place: String, in vocabulary: Vocabulary = Vocabulary(),
  as type: Value.Type = Value.self
) throws(Failure) -> Value {
  if let value = Value(halfWidth(text), in: vocabulary) { return value }
  let known = Value.known(to: vocabulary)
  let near = nearest(to: halfWidth(text), among: known.flatMap(spellings))
  let meant = near.flatMap { Value($0, in: vocabulary) }
  throw .value(
    place,
    .unknownWord(text, nearest: meant.map(\.bilingual), choices: known.map(\.bilingual)))
}

extension Office {
  /// As `readTerm`, also for the words that the policies in force declare, now or from a later day.
  func term<Value: OpenTerm>(_ text: String, at place: String) throws -> Value {
    if let builtIn = Value(halfWidth(text)) { return builtIn }
    return try readTerm(text, at: place, in: vocabulary())
  }

  /// What the policies in force declare.
  func vocabulary() throws -> Vocabulary {
    try store.reigns().reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
  }
}

private func spellings(_ value: some Term) -> [String] {
  [value.name, value.chinese] + value.word.aliases
}

/// As `readTerm`, for the few vocabularies of the command line itself.
func readChoice<Choice: RawRepresentable<String> & CaseIterable>(
  _ text: String, at place: String, as type: Choice.Type = Choice.self
) throws(Failure) -> Choice {
  if let value = Choice(rawValue: text.lowercased()) { return value }
  let words = Choice.allCases.map(\.rawValue)
  let near = nearest(to: text, among: words)
  throw .value(
    place,
    .unknownWord(
      text, nearest: near.map { Bilingual($0, $0) }, choices: words.map { Bilingual($0, $0) }))
}

extension Term {
  /// As it is shown: what the field says, or the stable English name.
  var bilingual: Bilingual { Bilingual(chinese, english) }
}
