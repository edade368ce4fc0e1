import Core

/// The text as a grammar reads it: full-width forms (U+FF01 … U+FF5E) as ASCII, the ideographic and
/// the no-break space as a space, and neither white space nor anything invisible at its ends. So
/// `２０２６／３／５` reads like `2026/3/5`, wherever it was written.
package func halfWidth(_ text: String) -> String {
  if text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return text }
  let trimmed = trimmed(text)
  if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed }
  var plain = String.UnicodeScalarView()
  for scalar in trimmed.unicodeScalars { plain.append(scalar.halfWidth) }
  return String(plain)
}

/// `text` without white space and invisible characters at its ends: space, tab, line ends, no-break
/// and ideographic space, zero-width characters. What is left is otherwise as it was written.
package func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last)
  else { return text }
  let head = scalars.drop(while: isBlank)
  guard let end = head.lastIndex(where: { !isBlank($0) }) else { return "" }
  return String(head[...end])
}

/// Whether nothing of the text can be seen.
package func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isBlank) }

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D: true
  case 0..<0x80, 0x3400...0x9FFF: false
  default: scalar.properties.isWhitespace || isZeroWidth(scalar)
  }
}

/// Whether the text is ASCII digits, at least one.
package func isDigits(_ text: some StringProtocol) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
}
