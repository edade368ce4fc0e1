package import Core

/// The value of a vocabulary that `text` names: its English name, its Chinese word or another spelling
/// of it. Letter case and width make no difference; a miss names the nearest word.
///
/// - Parameter vocabulary: what can be written there beside the built-in words.
package func readTerm<Value: Term>(
  _ text: String, in vocabulary: Vocabulary = Vocabulary(), as type: Value.Type = Value.self
) throws(ValueFault) -> Value {
  let plain = halfWidth(text)
  if let value = Value(plain, in: vocabulary) { return value }
  // An English name of several words is told with spaces and stored with underscores.
  let name = String(plain.map { $0 == " " ? "_" : $0 })
  if let value = Value(name, in: vocabulary) { return value }
  let known = Value.known(to: vocabulary)
  let words = known.map { $0.word(in: vocabulary) }
  let spellings = words.flatMap { [$0.name, $0.chinese] + $0.aliases }
  // Half of a word of two characters is shared by words of quite other meanings: 付款 is not 放款 alone.
  let isBegun = spellings.contains { $0.hasPrefix(plain) }
  let kin =
    plain.count == 2 && !isBegun
    ? words.filter { $0.chinese.contains { plain.contains($0) } } : []
  guard kin.count < 2 else {
    throw .unknownWord(text, nearest: nil, choices: kin.map(\.bilingual))
  }
  let meant: Value? = nearest(to: plain, among: spellings).flatMap { Value($0, in: vocabulary) }
  throw .unknownWord(
    text, nearest: meant?.word(in: vocabulary).bilingual, choices: words.map(\.bilingual))
}

/// The values that a word or a list of words names, each once.
package func readTerms<Value: Term>(
  _ text: String, in vocabulary: Vocabulary = Vocabulary(), as type: Value.Type = Value.self
) throws(ValueFault) -> [Value] {
  // A name of several words is no list.
  if let whole = try? readTerm(text, in: vocabulary, as: type) { return [whole] }
  var values: [Value] = []
  for word in listed(text) {
    let value = try readTerm(word, in: vocabulary, as: type)
    if !values.contains(value) { values.append(value) }
  }
  return values
}

/// As `readTerm`, for a small vocabulary that no database stores.
package func readChoice<Choice: RawRepresentable<String> & CaseIterable>(
  _ text: String, as type: Choice.Type = Choice.self
) throws(ValueFault) -> Choice {
  let plain = halfWidth(text).lowercased()
  if let value = Choice(rawValue: plain) { return value }
  throw .unknownWord(text, among: Choice.allCases.map(\.rawValue))
}
