/// What people and spreadsheets do to text, and how it is undone.
enum CellText {
  /// Takes white space and invisible characters off both ends (space, tab, line ends, no-break
  /// and ideographic space, zero-width characters).
  static func trim(_ text: String) -> (text: String, changed: Bool) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return (text, false) }
    guard isBlank(first) || isBlank(last) else { return (text, false) }
    let head = scalars.drop(while: isBlank)
    guard let end = head.lastIndex(where: { !isBlank($0) }) else { return ("", true) }
    return (String(head[...end]), true)
  }

  /// Full-width forms as ASCII, so that `２０２６／３／５` reads like `2026/3/5`; white space and
  /// invisible characters at the ends taken off.
  static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return text }
    let trimmed = trim(text).text
    if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed }
    var folded = String.UnicodeScalarView()
    for scalar in trimmed.unicodeScalars { folded.append(narrow(scalar)) }
    return String(folded)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  /// Without zero-width characters, wherever they stand.
  static func withoutZeroWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isZeroWidth) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isZeroWidth($0) }))
  }

  /// CRLF and CR as LF.
  static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    var followsCR = false
    for byte in text.utf8 {
      if !(byte == 0x0A && followsCR) { bytes.append(byte == 0x0D ? 0x0A : byte) }
      followsCR = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Characters that do harm

extension CellText {
  /// Whether a terminal or a reader could be deceived by it: control characters and overrides of
  /// the writing direction. Line ends and tabs are allowed in a text of several lines.
  static func isHarmful(_ text: String, allowsLines: Bool) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A: !allowsLines
      case 0x20...0x7E: false
      default: isControl(scalar) || isDirectional(scalar)
      }
    }
  }

  /// For messages: harmful and invisible characters as escapes, at most 80 characters.
  static func printable(_ text: String) -> String {
    let start = text.prefix(81)
    var shown = ""
    for scalar in start.prefix(80).unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case _ where isControl(scalar) || isDirectional(scalar) || isHidden(scalar):
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return start.count > 80 ? shown + "…" : shown
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80, 0x3400...0x9FFF: false
    default: scalar.properties.isWhitespace || isZeroWidth(scalar)
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// Zero-width, but for the joiner that emoji need.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xA0 || scalar.value == 0x3000
      || (isZeroWidth(scalar) && scalar.value != 0x200D)
  }
}
