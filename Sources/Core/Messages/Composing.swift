/// What a text needs and nobody has said; nothing of it is sent.
package struct Unfilled: Error, Hashable, Sendable {
  /// The braces for which nothing is known.
  package let placeholders: [Placeholder]

  /// The text lacks these.
  package init(placeholders: [Placeholder]) { self.placeholders = placeholders }
}

/// A template with the frame that its policy puts around it, taken apart once for many customers.
package struct TextComposer: Sendable {
  private let pieces: [TextPiece]
  private let frame: PreparedFrame?

  /// - Parameter frame: what the policy wants texts to begin and end with; nil: nothing.
  package init(_ template: Template, in frame: Frame?) {
    pieces = TextPiece.pieces(of: template.text)
    self.frame = frame.map(PreparedFrame.init)
  }

  /// The text for one customer, with the head and the tail that the policy wants. What already
  /// begins or ends as it should is left so.
  ///
  /// The customer decides the head: by name and title, or, where the sex is not known, a
  /// head that needs none. Inside the text an unknown title is left out: 王芳您好 offends nobody.
  package func text(with values: [Placeholder: String]) throws(Unfilled) -> String {
    var filling = TextFilling(values)
    if values[.name] != nil, values[.title] == nil { filling.values[.title] = "" }
    var text = filling.fill(pieces)
    if let frame, !frame.hasHead(text) {
      filling.values[.title] = values[.title]
      if let head = frame.head(for: values).map({ filling.fill($0) }) {
        text = head + (head.last?.isASCII == true ? ", " : "，") + text
      }
    }
    if let frame, !frame.hasTail(text) { text += filling.fill(frame.tail) }
    guard filling.missing.isEmpty else { throw Unfilled(placeholders: filling.missing) }
    return text
  }

  /// The text as a talk track: what nobody has said is left blank and named beside it.
  package func spoken(
    with values: [Placeholder: String]
  ) -> (text: String, missing: [Placeholder]) {
    var filling = TextFilling(values)
    let text = filling.fill(pieces)
    return (text, filling.missing)
  }
}

extension Template {
  /// The text for one customer; of many, make one `TextComposer`.
  package func composed(
    in frame: Frame?, with values: [Placeholder: String]
  ) throws(Unfilled) -> String {
    try TextComposer(self, in: frame).text(with: values)
  }

  /// The text as a talk track; see `TextComposer.spoken`.
  package func spoken(
    with values: [Placeholder: String]
  ) -> (text: String, missing: [Placeholder]) {
    TextComposer(self, in: nil).spoken(with: values)
  }
}

/// Puts values into the braces of texts and remembers which were not there.
private struct TextFilling {
  var values: [Placeholder: String]
  private(set) var missing: [Placeholder] = []

  init(_ values: [Placeholder: String]) { self.values = values }

  mutating func fill(_ pieces: [TextPiece]) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .placeholder(let placeholder):
        if values[placeholder] == nil, !missing.contains(placeholder) {
          missing.append(placeholder)
        }
        result += values[placeholder] ?? "____"
      }
    }
    return result
  }
}

/// A text taken apart at its braces.
enum TextPiece: Hashable {
  case text(String)
  case placeholder(Placeholder)

  var placeholder: Placeholder? {
    if case .placeholder(let placeholder) = self { placeholder } else { nil }
  }

  /// Braces around an unknown name are text.
  static func pieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      plain += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let placeholder = Placeholder(rawValue: name) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.placeholder(placeholder))
      } else {
        plain += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }
}
