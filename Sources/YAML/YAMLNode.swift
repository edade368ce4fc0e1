/// A node of a YAML text: what was written and where, without YAML's readings of `12:30` or `no`.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Without its quotes.
    case scalar(String, isQuoted: Bool)
    case list([YAMLNode])
    case map([YAMLPair])
  }

  package var mark: YAMLMark
  package var content: Content

  package init(_ content: Content, at mark: YAMLMark) {
    self.content = content
    self.mark = mark
  }
}

/// A key with its value. Keys may be any node.
package struct YAMLPair: Hashable, Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A place in a text, both from 1; columns count Unicode scalars.
package struct YAMLMark: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a text is no YAML that we take.
package enum YAMLFault: Error, Hashable, Sendable {
  /// There is no node in it.
  case empty
  /// The parser stops at it: where the key stands first.
  case repeatedKey(String, first: YAMLMark)
  /// In the parser's words.
  case syntax(String, at: YAMLMark)
  /// A character that cannot be; so many before it.
  case character(String, offset: Int)
  /// The parser gave no answer that can be understood.
  case unreadable
}
