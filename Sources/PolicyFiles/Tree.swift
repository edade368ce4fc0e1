/// A node of a policy file: only text, lists and maps, each with its place. YAML's own readings
/// of `12:30`, `no` or `007` never happen: a scalar is the text that was written.
struct Tree: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case text(String)
    case list([Tree])
    case map([Entry])
    /// A parameter that has no value yet. That was told where it is declared.
    case unset
  }

  var place: Place
  var content: Content

  init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  var shape: Shape {
    switch content {
    case .text, .unset: .text
    case .list: .list
    case .map: .map
    }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The items of a list; anything else is a list of one.
  var listed: [Tree] {
    if case .list(let trees) = content { trees } else { [self] }
  }

  /// `key: none` takes away what a base policy has there.
  var isNone: Bool { text == "none" || text == "无" }
}

/// A key of a map with its value.
struct Entry: Hashable, Sendable {
  var key: String
  var place: Place
  var value: Tree
}

extension [Entry] {
  subscript(key: String) -> Tree? { first { $0.key == key }?.value }

  /// These entries with those of `changes` in their stead; `none` takes one away.
  func overlaid(with changes: [Entry]) -> [Entry] {
    var result = self
    for change in changes {
      if let index = result.firstIndex(where: { $0.key == change.key }) {
        result[index] = change
      } else {
        result.append(change)
      }
    }
    return result.filter { !$0.value.isNone }
  }
}
