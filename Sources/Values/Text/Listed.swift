/// The parts of a list that is written in one text, in order: between commas, 、, semicolons, slashes,
/// bars or white space, in either width. Nothing empty is a part: `重点，VIP`, `5, 4, 5`. A text without
/// any part is one itself, so that its reader refuses it.
package func listed(_ text: String) -> [String] {
  let parts = halfWidth(text).split { ",、;/|".contains($0) || $0.isWhitespace }
  return parts.isEmpty ? [text] : parts.map(String.init)
}

/// `名=值`: what stands on the two sides of the first equals sign, in either width. Nil where there is
/// no such sign, or nothing before it.
package func pair(_ text: String) -> (name: String, value: String)? {
  guard let sign = text.firstIndex(where: { "=＝".contains($0) }) else { return nil }
  let name = trimmed(String(text[..<sign]))
  return name.isEmpty ? nil : (name, trimmed(String(text[text.index(after: sign)...])))
}
