extension Width {
  /// `line` in lines of at most `width` columns; the second and further ones are indented by so many, by
  /// default two more than the first.
  static func hang(_ line: String, _ width: Int, by indent: Int? = nil) -> [String] {
    guard of(line) > width else { return [line] }
    let margin = line.prefix { $0 == " " }
    let first = margin + wrap(String(line.dropFirst(margin.count)), width - margin.count)[0]
    let rest = line.dropFirst(first.count).drop { $0 == " " }
    let indent = min(indent ?? margin.count + 2, width / 2)
    let blank = String(repeating: " ", count: indent)
    return [String(first)] + wrap(String(rest), width - indent).map { blank + $0 }
  }

  /// `text` broken into lines of at most `width` (2 or more) columns: after a space or a `；` where
  /// there is one, between characters where there is none, as Chinese has it; a line neither begins
  /// with a mark that closes nor ends with one that opens.
  static func wrap(_ text: String, _ width: Int) -> [String] {
    let plain = ofPlain(text)
    if let plain, plain <= width { return [text] }
    let glyphs = Glyph.of(text)
    var lines: [String] = []
    var start = 0
    var columns = plain ?? glyphs.reduce(0) { $0 + $1.width }
    while columns > width {
      var end = endOfLine(glyphs[start...], max(2, width))
      let last = glyphs[start..<end].lastIndex { !$0.isSpace } ?? start - 1
      lines.append(Glyph.text(text, glyphs, start..<last + 1))
      while end < glyphs.count, glyphs[end].isSpace { end += 1 }
      columns -= glyphs[start..<end].reduce(0) { $0 + $1.width }
      start = end
    }
    if start < glyphs.count || lines.isEmpty {
      lines.append(Glyph.text(text, glyphs, start..<glyphs.count))
    }
    return lines
  }

  /// Where the first line ends, with the space or the mark that it may end with.
  private static func endOfLine(_ glyphs: ArraySlice<Glyph>, _ width: Int) -> Int {
    var end = glyphs.startIndex
    var columns = 0
    /// The last space or `；` and the columns up to it.
    var rest: (end: Int, columns: Int)?
    while end < glyphs.endIndex, columns + glyphs[end].width <= width {
      columns += glyphs[end].width
      end += 1
      if glyphs[end - 1].isSpace || glyphs[end - 1].mark == .ofPart {
        rest = (end, columns)
      }
    }
    if end < glyphs.endIndex, glyphs[end].isSpace { return end }
    // A break far to the left wastes the line: a long word may be cut.
    if let rest, rest.columns * 2 > width { return rest.end }
    var cut = end
    while cut - 1 > glyphs.startIndex, cut < glyphs.endIndex,
      glyphs[cut].mark == .closing || glyphs[cut].mark == .ofPart
        || glyphs[cut - 1].mark == .opening
    {
      cut -= 1
    }
    return beginOfWord(glyphs, cut, width)
  }

  /// The beginning of the word or number that a cut there would part, unless that wastes half of the line.
  private static func beginOfWord(_ glyphs: ArraySlice<Glyph>, _ cut: Int, _ width: Int) -> Int {
    guard cut < glyphs.endIndex, glyphs[cut].isOfWord else { return cut }
    let word = glyphs[..<cut].reversed().prefix(while: \.isOfWord).count
    let start = glyphs[..<(cut - word)].last?.mark == .opening ? cut - word - 1 : cut - word
    let columns = glyphs[..<start].reduce(0) { $0 + $1.width }
    return columns * 2 > width ? start : cut
  }
}

extension Session {
  /// As `answerPage`, each line broken to fit the window.
  func answerLines(_ text: String) throws(Failure) {
    guard terminal.isInteractive else { return try answer(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try answerPage(
      lines.flatMap { Width.hang(String($0), terminal.width) }.joined(separator: "\n"))
  }
}

/// A character of a text as wrapping sees it.
private struct Glyph {
  /// Where it ends, in bytes from the beginning of the text.
  let end: Int
  let width: Int
  let isSpace: Bool
  var mark: Mark?

  /// A letter, a digit or a sign that stands close to its neighbours.
  var isOfWord: Bool { width == 1 && !isSpace }

  /// A mark that a line may not begin or end with.
  enum Mark {
    case opening, closing
    /// `；` ends a part: it may not begin a line, and a line likes to end with it.
    case ofPart

    init?(_ character: Character) {
      switch character {
      case "；": self = .ofPart
      case "，", "：", "、", "。", "？", "！", "）", "”", "》", "」", "】": self = .closing
      case "（", "“", "《", "「", "【": self = .opening
      default: return nil
      }
    }

    /// Of the plain character that begins there; the marks of three bytes begin with E3 or EF.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
      guard bytes[index] == 0xE3 || bytes[index] == 0xEF else { return nil }
      self.init(Character(String(decoding: bytes[index..<index + 3], as: UTF8.self)))
    }
  }

  static func of(_ text: String) -> [Glyph] {
    if let plain = ofPlain(text) { return plain }
    var end = 0
    return text.map { character in
      end += character.utf8.count
      return Glyph(
        end: end, width: Width.of(character), isSpace: character == " ", mark: Mark(character))
    }
  }

  private static func ofPlain(_ text: String) -> [Glyph]? {
    let glyphs = text.utf8.withContiguousStorageIfAvailable { bytes -> [Glyph]? in
      var glyphs: [Glyph] = []
      glyphs.reserveCapacity(bytes.count)
      var end = 0
      while end < bytes.count {
        let length = Width.plainLength(bytes, end)
        guard length > 0 else { return nil }
        let isSpace = bytes[end] == 0x20
        let mark = Mark(bytes, end)
        end += length
        glyphs.append(
          Glyph(end: end, width: length == 1 ? 1 : 2, isSpace: isSpace, mark: mark))
      }
      return glyphs
    }
    return glyphs ?? nil
  }

  /// The part of `text` that those glyphs stand for.
  static func text(_ text: String, _ glyphs: [Glyph], _ part: Range<Int>) -> String {
    let bytes = text.utf8
    let from = part.lowerBound == 0 ? 0 : glyphs[part.lowerBound - 1].end
    let to = part.isEmpty ? from : glyphs[part.upperBound - 1].end
    return String(
      text[
        bytes.index(bytes.startIndex, offsetBy: from)..<bytes.index(bytes.startIndex, offsetBy: to)]
    )
  }
}
