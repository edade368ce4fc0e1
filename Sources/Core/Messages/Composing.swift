/// What a text needs and nobody has said; nothing of it is sent.
package struct Unfilled: Error, Hashable, Sendable {
  package let placeholders: [Placeholder]

  package init(placeholders: [Placeholder]) { self.placeholders = placeholders }
}

extension Template {
  /// The text for one customer, with the head and the tail that the policy wants. What already
  /// begins or ends as it should is left so.
  ///
  /// Who the customer is decides the head: by name and title, or, where the sex is not known, a
  /// head that needs none. Inside the text an unknown title is left out: 王芳您好 offends nobody.
  package func composed(
    in frame: Frame?, with values: [Placeholder: String]
  ) throws(Unfilled) -> String {
    var filling = TextFilling(values)
    var lenient = values
    if values[.name] != nil, values[.title] == nil { lenient[.title] = "" }
    filling.values = lenient
    var text = filling.fill(self.text)
    if let frame, !frame.hasHead(text) { text = filling.head(of: frame, values) + text }
    if let frame, !frame.hasTail(text) { text += filling.fill(frame.tail) }
    guard filling.missing.isEmpty else { throw Unfilled(placeholders: filling.missing) }
    return text
  }

  /// The text as a talk track: what nobody has said is left blank and named beside it.
  package func spoken(
    with values: [Placeholder: String]
  ) -> (text: String, missing: [Placeholder]) {
    var filling = TextFilling(values)
    let text = filling.fill(self.text)
    return (text, filling.missing)
  }
}

/// Puts values into the braces of texts and remembers which were not there.
private struct TextFilling {
  var values: [Placeholder: String]
  private(set) var missing: [Placeholder] = []

  init(_ values: [Placeholder: String]) { self.values = values }

  mutating func fill(_ text: String) -> String {
    var result = ""
    for piece in TextPiece.pieces(of: text) {
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

  /// A head with the customer's name if it can be filled, else one without, else the first.
  mutating func head(of frame: Frame, _ values: [Placeholder: String]) -> String {
    func isFilled(_ head: String) -> Bool {
      TextPiece.pieces(of: head).allSatisfy { $0.placeholder.map { values[$0] != nil } ?? true }
    }
    let named = frame.heads.first { head in
      TextPiece.pieces(of: head).contains { $0.placeholder != nil } && isFilled(head)
    }
    guard let head = named ?? frame.heads.first(where: isFilled) ?? frame.heads.first else {
      return ""
    }
    self.values[.title] = values[.title]
    let filled = fill(head)
    return filled + (filled.last?.isASCII == true ? ", " : "，")
  }
}

/// A text taken apart at its braces.
enum TextPiece: Hashable {
  case text(String)
  case placeholder(Placeholder)

  var placeholder: Placeholder? {
    if case .placeholder(let placeholder) = self { placeholder } else { nil }
  }

  /// Braces round an unknown name are text.
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
