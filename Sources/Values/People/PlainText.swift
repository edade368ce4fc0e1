import Core

/// How long the texts of a customer's profile may be, in characters.
package enum TextLimit {
  /// A person's name, a means of payment, a layout.
  package static let name = 100
  /// The name of a building.
  package static let building = 40
  /// What matters to a customer, what speaks against buying, and other remarks.
  package static let remark = 2000
  package static let note = 10_000
}

/// What is wrong with a name or another text.
package enum NameFault: Error, Hashable, Sendable {
  case blank
  case tooLong(limit: Int)
  /// A control or bidirectional character, as `U+202E`.
  case hidden(String)
  /// A character that stands for what an earlier conversion has lost (U+FFFD).
  case damaged
}

extension NameFault {
  package var words: FaultWords {
    switch self {
    case .blank: FaultWords(Bilingual("姓名是空的", "the name is blank"))
    case .tooLong(let limit):
      FaultWords(
        Bilingual("太长", "is too long"),
        right: Bilingual("最多 \(limit) 字", "at most \(limit) characters"))
    case .hidden(let code):
      FaultWords(
        Bilingual("含有看不见的字符 \(code)", "holds the invisible character \(code)"),
        right: Bilingual("去掉后再试", "remove it and try again"))
    case .damaged:
      FaultWords(
        Bilingual("有损坏的字", "holds a damaged character"),
        right: Bilingual("从原来的文件重新导出，或改正", "export it again, or correct it"))
    }
  }
}

/// A person's name, as `plainName` writes it: a line that is not blank, without damage.
package func readName(_ text: String) throws(NameFault) -> String {
  let line = try readLine(text, limit: TextLimit.name)
  if !line.isEmpty, isPlain(line) { return line }
  let name = plainName(line)
  if isDamaged(name) { throw .damaged }
  if name.isEmpty { throw .blank }
  return name
}

/// Whether an earlier conversion has lost a character of the text: U+FFFD, or 锟斤拷, which two of them
/// become when their bytes are read as GBK.
package func isDamaged(_ text: String) -> Bool {
  var last: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    if scalar == "\u{FFFD}" || scalar == "斤" && last == "锟" { return true }
    last = scalar
  }
  return false
}

/// A text of one line, without white space at its ends and without zero-width characters; empty where
/// nothing is left.
package func readLine(_ text: String, limit: Int) throws(NameFault) -> String {
  let line = withoutZeroWidth(trimmed(text))
  try check(line, limit, allowsLines: false)
  return line
}

/// A text of several lines, without white space at its ends, its line ends made `\n`; empty where
/// nothing is left.
package func readLines(_ text: String, limit: Int) throws(NameFault) -> String {
  let lines = withPlainLineEnds(trimmed(text))
  try check(lines, limit, allowsLines: true)
  return lines
}

private func check(_ text: String, _ limit: Int, allowsLines: Bool) throws(NameFault) {
  let hidden = text.unicodeScalars.first { scalar in
    isHidden(scalar) && !isZeroWidth(scalar) && !(allowsLines && (scalar == "\n" || scalar == "\t"))
  }
  if let hidden {
    let code = String(hidden.value, radix: 16, uppercase: true)
    throw .hidden("U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code)
  }
  // A character has at least one byte, so short texts need no counting; and one of very many bytes
  // is a pile of accents.
  if text.utf8.count > limit, text.count > limit || text.utf8.count > limit * 32 {
    throw .tooLong(limit: limit)
  }
}

/// `text` without zero-width characters, wherever they stand.
package func withoutZeroWidth(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isZeroWidth) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isZeroWidth($0) }))
}

private func withPlainLineEnds(_ text: String) -> String {
  guard text.utf8.contains(0x0D) else { return text }
  var bytes: [UInt8] = []
  var followsCR = false
  for byte in text.utf8 {
    if !(byte == 0x0A && followsCR) { bytes.append(byte == 0x0D ? 0x0A : byte) }
    followsCR = byte == 0x0D
  }
  return String(decoding: bytes, as: UTF8.self)
}
