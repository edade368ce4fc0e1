/// What a policy file writes behind a key.
package enum FileValue: Hashable, Sendable {
  case text(String)
  case list([String])
  /// - Parameter shown: what people are shown instead of the keys.
  case map([KeyValue], shown: String? = nil)

  /// As people are shown it: lists with spaces, maps with commas.
  package var text: String {
    switch self {
    case .text(let text): text
    case .list(let texts): texts.joined(separator: " ")
    case .map(_, let shown?): shown
    case .map(let pairs, nil):
      pairs.compactMap { pair in pair.text.map { "\(pair.key): \($0)" } }.joined(separator: ", ")
    }
  }
}

/// A key of a policy with its value, in the words of the field: for people and for a file.
package struct KeyValue: Hashable, Sendable {
  package let key: String
  /// What people are shown; nil where another key's text says it.
  package let text: String?
  /// What a file would write; nil where another key's value says it.
  package let file: FileValue?

  package init(_ key: String, shown text: String?, file: FileValue?) {
    self.key = key
    self.text = text
    self.file = file
  }

  package init(_ key: String, _ value: FileValue) {
    self.init(key, shown: value.text, file: value)
  }

  package init(_ key: String, _ text: String) { self.init(key, .text(text)) }
}

extension Array {
  /// What a file would say of an item that has these keys.
  func written<Owner>(_ owner: Owner, naming: Naming) -> [KeyValue]
  where Element == KeyDescription<Owner> {
    flatMap { $0.write(owner, naming) }
  }
}
