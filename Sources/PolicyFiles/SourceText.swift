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

  func diagnostic(_ problem: Problem, at place: Place) -> Diagnostic {
    Diagnostic(problem, at: place, excerpt: excerpt(place.line))
  }

  /// What forbids parsing: its size. The depth is bounded by the parser itself, at 1,000 levels.
  func refusals() -> [Diagnostic] {
    guard text.utf8.count > SourceText.largest else { return [] }
    let place = Place(file: file, line: 1, column: 1)
    return [Diagnostic(.file(.tooLarge(limit: SourceText.largest)), at: place)]
  }
}
