import Core
import Store
import Values

extension Office {
  /// As `readTerm`, also for the words that the policies in force declare, now or from a later day.
  func term<Value: OpenTerm>(_ text: String, at place: String) throws -> Value {
    if let builtIn = Value(halfWidth(text)) { return builtIn }
    return try readTerm(text, at: place, in: vocabulary())
  }

  /// The values that the texts name, each a word or a list of words.
  func terms<Value: OpenTerm>(_ texts: [String], at place: String) throws -> [Value] {
    try texts.flatMap { text in
      if let whole = try? term(text, at: place) as Value { return [whole] }
      return try listed(text).map { try term($0, at: place) }
    }
  }

  /// What the policies in force declare.
  func vocabulary() throws -> Vocabulary {
    try store.reigns().reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
  }
}
