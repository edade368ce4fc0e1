/// Whether a reader cannot see the character, or a terminal would obey it: control characters,
/// separators of lines, marks of the writing direction, zero-width characters. The joiner inside
/// emoji (U+200D) is none.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0x3400...0x9FFF: return false
  case 0..<0x20: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return true
  case .format: return scalar.value != 0x200D
  default: return false
  }
}

/// Whether the character has no width and steers nothing: copying from a chat or a page brings it.
package func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xAD, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: true
  default: false
  }
}

/// Whether the character turns the direction of what follows it.
func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// The beginning of `text` as a message can show it, in one line: at most `limit` characters, those
/// that are hidden or look like a space as `\n`, `\t` or `\u{1B}`; what is cut off shows as `…`.
package func printable(_ text: String, limit: Int = 80) -> String {
  // A character can have any number of scalars; sixteen a piece are more than any script needs.
  let most = limit * 16
  var shown = ""
  var scalars = 0
  for (index, character) in text.enumerated() {
    guard index < limit else { return shown + "…" }
    for scalar in character.unicodeScalars {
      guard scalars < most else { return shown + "…" }
      scalars += 1
      append(scalar, to: &shown)
    }
  }
  return shown
}

private func append(_ scalar: Unicode.Scalar, to shown: inout String) {
  switch scalar {
  case "\n": shown += "\\n"
  case "\r": shown += "\\r"
  case "\t": shown += "\\t"
  case _ where isHidden(scalar) || scalar.value == 0xA0 || scalar.value == 0x3000:
    shown += code(scalar)
  default: shown.unicodeScalars.append(scalar)
  }
}

private func code(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}
