import YAML

/// Turns the text of a file into a `Tree`.
struct Composer {
  private(set) var problems: [Diagnostic] = []
  private let source: SourceText
  private let yaml: YAMLReader
  /// The first of two equal keys, where Yams refused them: what stood in its first character.
  private var patched: [YAMLMark: Unicode.Scalar] = [:]

  init(_ source: SourceText, _ yaml: YAMLReader) {
    self.source = source
    self.yaml = yaml
  }

  /// The root of the file; nil if it cannot be parsed. What is wrong stands in `problems`.
  mutating func tree() -> Tree? {
    problems = source.refusals()
    guard problems.isEmpty, let node = root() else { return nil }
    return tree(node)
  }

  // MARK: Parsing

  /// The parser stops at a repeated key. So that all problems are told at once, the first of the
  /// two is marked with a private character in its place, and the text is parsed again; a long
  /// file with many of them is told the first ones only.
  private mutating func root() -> YAMLNode? {
    var text = Array(source.text.unicodeScalars)
    let most = max(1, min(20, 500_000 / max(1, text.count)))
    for attempt in 0...most {
      switch yaml.read(String(String.UnicodeScalarView(text))) {
      case .success(let node): return node
      case .failure(.repeatedKey(_, let mark))
      where attempt < most && patch(&text, at: mark, attempt: attempt): continue
      case .failure(let fault):
        report(fault)
        return nil
      }
    }
    return nil
  }

  private mutating func patch(
    _ text: inout [Unicode.Scalar], at mark: YAMLMark, attempt: Int
  ) -> Bool {
    guard var index = Composer.index(of: mark, in: text),
      let stand = Unicode.Scalar(UInt32(0xE000 + attempt))
    else { return false }
    if text[index] == "\"" || text[index] == "'" { index += 1 }
    guard index < text.count, !"\"'&*!\n".unicodeScalars.contains(text[index]) else { return false }
    patched[mark] = text[index]
    text[index] = stand
    return true
  }

  private static func index(of mark: YAMLMark, in text: [Unicode.Scalar]) -> Int? {
    var (line, index) = (1, 0)
    while line < mark.line {
      guard let end = text[index...].firstIndex(of: "\n") else { return nil }
      (line, index) = (line + 1, end + 1)
    }
    index += mark.column - 1
    return text.indices.contains(index) ? index : nil
  }

  // MARK: Problems

  private mutating func report(_ problem: Problem, line: Int, column: Int, length: Int = 1) {
    problems.append(source.diagnostic(problem, line: line, column: column, length: length))
  }

  private mutating func report(_ fault: YAMLFault) {
    switch fault {
    case .empty: report(.file(.syntax("empty")), line: 1, column: 1)
    case .repeatedKey(let name, let mark):
      let problem = KeyProblem.duplicate(name, firstLine: mark.line)
      report(.key(problem), line: mark.line, column: mark.column)
    case .syntax(let problem, let mark):
      let isDepth = problem.hasPrefix("Maximum nesting level")
      report(
        .file(isDepth ? .tooDeep : .syntax(problem)), line: mark.line, column: mark.column)
    case .character(let problem, let offset):
      let before = source.text.prefix(offset)
      let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      report(.file(.syntax(problem)), line: line.count, column: (line.last?.count ?? 0) + 1)
    case .unreadable: report(.file(.syntax("revisit-yaml gave no answer")), line: 1, column: 1)
    }
  }

  // MARK: Nodes

  private func place(_ node: YAMLNode) -> Place {
    var length = 1
    if case .scalar(let text, let isQuoted) = node.content {
      length = text.unicodeScalars.count + (isQuoted ? 2 : 0)
    }
    let (line, column) = (node.mark.line, node.mark.column)
    let rest = source.excerpt(line).unicodeScalars.count - column + 1
    return Place(
      file: source.file, line: line, column: column, length: max(1, min(length, rest)))
  }

  private mutating func tree(_ node: YAMLNode) -> Tree {
    switch node.content {
    case .scalar(let text, _): return Tree(.text(text), at: place(node))
    case .list(let nodes): return Tree(.list(nodes.map { tree($0) }), at: place(node))
    case .map(let pairs): return Tree(.map(entries(pairs)), at: place(node))
    }
  }

  private mutating func entries(_ pairs: [YAMLPair]) -> [Entry] {
    var result: [Entry] = []
    var lines: [String: Int] = [:]
    for pair in pairs {
      let keyPlace = place(pair.key)
      guard case .scalar(let text, _) = pair.key.content else {
        report(
          .value(.wrongShape(key: "key", wanted: .text, found: tree(pair.key).shape)),
          line: keyPlace.line, column: keyPlace.column)
        continue
      }
      let key = patched[pair.key.mark].map { String($0) + text.dropFirst() } ?? text
      if let first = lines[key] {
        report(
          .key(.duplicate(key, firstLine: first)), line: keyPlace.line, column: keyPlace.column,
          length: keyPlace.length)
        continue
      }
      lines[key] = keyPlace.line
      result.append(Entry(key: key, place: keyPlace, value: tree(pair.value)))
    }
    return result
  }
}
