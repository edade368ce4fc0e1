/// What a stretch of text is to the reader; colour on a terminal, nothing elsewhere.
enum Emphasis: Sendable {
  case plain, alarm, attention, faint, bold

  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .alarm: "31"
    case .attention: "33"
    case .faint: "2"
    case .bold: "1"
    }
  }
}

extension Terminal {
  /// `text` with that emphasis if the terminal shows colour.
  func paint(_ text: String, _ emphasis: Emphasis) -> String {
    guard hasColour, let code = emphasis.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// Adds a line with that emphasis to `text`: what `body` writes, and its end.
  func line(_ emphasis: Emphasis, in text: inout String, _ body: (inout String) -> Void) {
    let code = hasColour ? emphasis.code : nil
    if let code { text += "\u{1B}[\(code)m" }
    body(&text)
    text += code == nil ? "\n" : "\u{1B}[0m\n"
  }
}
