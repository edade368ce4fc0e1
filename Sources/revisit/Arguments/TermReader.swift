import Core

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
