@_spi(_Unicode) import Swift

/// A name as it is stored: spaces between Chinese characters, which only align a column, taken off;
/// other runs of white space one space; the dots between the parts of a foreign name `·`; letters with
/// their accents composed. So `王　芳` and `王 芳` are 王芳, and each name is written in one way.
package func plainName(_ line: String) -> String {
  if isPlain(line) { return line }
  var plain = String.UnicodeScalarView()
  var gap = false
  for scalar in line._nfc {
    if scalar.properties.isWhitespace {
      gap = true
      continue
    }
    let next = nameDots.contains(scalar) ? "·" : scalar
    if gap, let last = plain.last, !isOneWord(last, next) { plain.append(" ") }
    gap = false
    plain.append(next)
  }
  return String(plain)
}

/// Whether it is written so that nothing is to be done: nearly every name is, and needs no more.
func isPlain(_ name: String) -> Bool {
  name.unicodeScalars.allSatisfy { isHan($0) || 0x21...0x7E ~= $0.value }
}

/// A name as it is looked for: as stored, without spaces, dots and letter case.
package func foldedName(_ name: String) -> String {
  if name.unicodeScalars.allSatisfy(isHan) { return name }
  return plainName(halfWidth(name)).lowercased().filter { !" ·.'’".contains($0) }
}

/// Whether no space belongs between the two: Chinese characters, or a dot and what stands beside it.
private func isOneWord(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
  isHan(last) && isHan(next) || last == "·" || next == "·"
}

private let nameDots: Set<Unicode.Scalar> = ["•", "・", "･", "‧", "∙", "⋅", "．"]

/// Whether it is a Chinese character.
package func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3007: true
  default: false
  }
}

// MARK: - Titles

private let titles = [
  "先生", "女士", "小姐", "太太", "夫人", "阿姨", "叔叔", "老师", "医生", "教授", "律师", "经理", "主任", "老板",
  "大哥", "大姐", "总",
]

/// The form of address that the name ends in, as 张先生 does; nil where it ends in none.
package func titleOfName(_ name: String) -> String? {
  // The last character rules out nearly every name at once.
  guard let last = name.unicodeScalars.last, "生士姐太人姨叔师授理任板哥总".unicodeScalars.contains(last)
  else { return nil }
  return titles.first { name.hasSuffix($0) && 0...2 ~= name.count - $0.count }
}

// MARK: - Names that are near

/// The known name that `name` may have been meant to be: one character of two or three is another,
/// brackets or a title stand behind it, or names are joined.
///
/// - Parameter onlyWritten: what a slip of one character makes is no such name, for both may be people.
package func nearName(
  to name: String, among known: some Sequence<String>, onlyWritten: Bool = false
) -> String? {
  let letters = Array(name)
  return known.first { candidate in
    guard candidate != name, !candidate.isEmpty else { return false }
    if name.hasPrefix(candidate), isAddition(name.dropFirst(candidate.count)) { return true }
    guard !onlyWritten, 2...3 ~= letters.count, candidate.count == letters.count else {
      return false
    }
    return zip(letters, candidate).count { $0 != $1 } == 1
  }
}

/// Whether the text behind a name adds no name to it: （离职）, 先生, /陈静.
private func isAddition(_ rest: Substring) -> Bool {
  if let first = rest.first, "(（[【/／、,，;；&+＋和与 -—".contains(first) { return true }
  return titles.contains(String(rest)) && rest != "总" || rest == "经理"
}
