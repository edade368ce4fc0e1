/// The text of one policy file, checked so far that parsing it is bounded in stack, memory and
/// time whatever it holds.
struct SourceText {
  static let largest = 1 << 18

  let file: String
  /// Without a byte order mark.
  let text: String
  let lines: [Substring]

  init(_ text: String, file: String) {
    self.file = file
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    self.text = hasMark ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
    self.lines = self.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The line without its end; empty where it is too long to be shown.
  func excerpt(_ line: Int) -> String {
    guard lines.indices.contains(line - 1), lines[line - 1].utf8.count <= 600 else { return "" }
    return String(lines[line - 1])
  }

  func diagnostic(_ problem: Problem, line: Int, column: Int, length: Int = 1) -> Diagnostic {
    let place = Place(file: file, line: line, column: column, length: length)
    return Diagnostic(problem, at: place, excerpt: excerpt(line))
  }

  /// What forbids parsing: size, and anchors, because an alias may stand for a billion nodes. The
  /// depth is bounded by the parser itself, at 1,000 levels.
  func refusals() -> [Diagnostic] {
    guard text.utf8.count <= SourceText.largest else {
      let place = Place(file: file, line: 1, column: 1)
      return [Diagnostic(.file(.tooLarge(limit: SourceText.largest)), at: place)]
    }
    return anchors()
  }
}

// MARK: - Anchors

extension SourceText {
  /// The first `&name` of each line at a place where YAML would read an anchor. An alias without
  /// one is an error of its own, so that nothing shared is ever built.
  private func anchors() -> [Diagnostic] {
    lines.enumerated().compactMap { index, line in
      guard line.utf8.contains(UInt8(ascii: "&")) else { return nil }
      let scalars = Array(line.unicodeScalars)
      return scalars.indices.first { SourceText.isAnchor(scalars, at: $0) }.map {
        diagnostic(.file(.anchor), line: index + 1, column: $0 + 1)
      }
    }
  }

  /// An anchor begins a value: nothing but white space stands between it and the line's start, an
  /// indicator of YAML, or a tag.
  private static func isAnchor(_ line: [Unicode.Scalar], at index: Int) -> Bool {
    guard line[index] == "&", index + 1 < line.count, !isBlank(line[index + 1]) else {
      return false
    }
    guard let last = line[..<index].lastIndex(where: { !isBlank($0) }) else { return true }
    if "[{,:".unicodeScalars.contains(line[last]) { return true }
    guard last < index - 1 else { return false }
    let space = line[..<last].lastIndex(where: isBlank)
    let word = line[(space.map { $0 + 1 } ?? 0)...last]
    return word.first == "!" || "-?".unicodeScalars.contains(line[last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
