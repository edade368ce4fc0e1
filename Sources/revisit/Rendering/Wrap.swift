extension Width {
  /// `text` broken into lines of at most `width` (2 or more) columns: after a space where there
  /// is one, between characters where there is none, as Chinese has it.
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

  /// Where the first line ends, the space that it may end with included.
  private static func endOfLine(_ glyphs: ArraySlice<Glyph>, _ width: Int) -> Int {
    var end = glyphs.startIndex
    var columns = 0
    /// The last space and the columns up to it.
    var space: (end: Int, columns: Int)?
    while end < glyphs.endIndex, columns + glyphs[end].width <= width {
      columns += glyphs[end].width
      end += 1
      if glyphs[end - 1].isSpace { space = (end, columns) }
    }
    if end < glyphs.endIndex, glyphs[end].isSpace { return end }
    // A break far to the left wastes the line: a long word may be cut.
    guard let space, space.columns * 2 > width else { return end }
    return space.end
  }
}

/// A character of a text as wrapping sees it.
private struct Glyph {
  /// Where it ends, in bytes from the beginning of the text.
  let end: Int
  let width: Int
  let isSpace: Bool

  static func of(_ text: String) -> [Glyph] {
    if let plain = ofPlain(text) { return plain }
    var end = 0
    return text.map { character in
      end += character.utf8.count
      return Glyph(end: end, width: Width.of(character), isSpace: character == " ")
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
        end += length
        glyphs.append(Glyph(end: end, width: length == 1 ? 1 : 2, isSpace: isSpace))
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
