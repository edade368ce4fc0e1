import Yams

/// Turns the text of a file into a `Tree`, through the nodes of Yams and their marks alone.
struct Composer {
  private(set) var problems: [Diagnostic] = []
  private let source: SourceText
  /// The first of two equal keys, where Yams refused them: what stood in its first character.
  private var patched: [Spot: Unicode.Scalar] = [:]

  private struct Spot: Hashable {
    var line: Int
    var column: Int
  }

  init(_ source: SourceText) { self.source = source }

  /// The root of the file; nil if it cannot be parsed. What is wrong stands in `problems`.
  mutating func tree() -> Tree? {
    problems = source.refusals()
    guard problems.isEmpty, let node = root() else { return nil }
    return tree(node)
  }

  // MARK: Parsing

  /// Yams stops at a repeated key. So that all problems are told at once, the first of the two is
  /// marked with a private character in its place, and the text is parsed again; a long file
  /// with many of them is told the first ones only.
  private mutating func root() -> Node? {
    var text = Array(source.text.unicodeScalars)
    let most = max(1, min(20, 500_000 / max(1, text.count)))
    for attempt in 0...most {
      do {
        let parsed = String(String.UnicodeScalarView(text))
        if let node = try Parser(yaml: parsed, resolver: .basic, encoding: .utf8).singleRoot() {
          return node
        }
        report(.file(.syntax("empty")), line: 1, column: 1)
        return nil
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let mark = Spot(line: context.mark.line, column: context.mark.column)
        if attempt < most, patch(&text, at: mark, attempt: attempt) { continue }
        let problem = KeyProblem.duplicate(names.first ?? "", firstLine: mark.line)
        report(.key(problem), line: mark.line, column: mark.column)
      } catch {
        report(error)
      }
      return nil
    }
    return nil
  }

  private mutating func patch(
    _ text: inout [Unicode.Scalar], at mark: Spot, attempt: Int
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

  private static func index(of mark: Spot, in text: [Unicode.Scalar]) -> Int? {
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

  private mutating func report(_ error: any Error) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let isDepth = problem.hasPrefix("Maximum nesting level")
      report(
        .file(isDepth ? .tooDeep : .syntax(problem)), line: mark.line, column: mark.column)
    case YamlError.reader(let problem, let offset, _, _):
      let before = source.text.prefix(offset ?? 0)
      let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      report(.file(.syntax(problem)), line: line.count, column: (line.last?.count ?? 0) + 1)
    default:
      report(.file(.syntax("unreadable")), line: 1, column: 1)
    }
  }

  // MARK: Nodes

  private func place(_ node: Node) -> Place {
    let mark = node.mark
    var length = 1
    if case .scalar(let scalar) = node {
      let quotes = scalar.style == .doubleQuoted || scalar.style == .singleQuoted ? 2 : 0
      length = scalar.string.unicodeScalars.count + quotes
    }
    let (line, column) = (mark?.line ?? 1, mark?.column ?? 1)
    let rest = source.excerpt(line).unicodeScalars.count - column + 1
    return Place(
      file: source.file, line: line, column: column, length: max(1, min(length, rest)))
  }

  private mutating func tree(_ node: Node) -> Tree {
    switch node {
    case .scalar(let scalar): return Tree(.text(scalar.string), at: place(node))
    case .sequence(let sequence):
      return Tree(.list(sequence.map { tree($0) }), at: place(node))
    case .mapping(let mapping): return Tree(.map(entries(mapping)), at: place(node))
    case .alias: return Tree(.text(""), at: place(node))
    }
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [Entry] {
    var result: [Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        report(
          .value(.wrongShape(key: "key", wanted: .text, found: tree(keyNode).shape)),
          line: place(keyNode).line, column: place(keyNode).column)
        continue
      }
      let keyPlace = place(keyNode)
      let mark = Spot(line: keyPlace.line, column: keyPlace.column)
      let key = patched[mark].map { String($0) + scalar.string.dropFirst() } ?? scalar.string
      if let first = lines[key] {
        report(
          .key(.duplicate(key, firstLine: first)), line: keyPlace.line, column: keyPlace.column,
          length: keyPlace.length)
        continue
      }
      lines[key] = keyPlace.line
      result.append(Entry(key: key, place: keyPlace, value: tree(valueNode)))
    }
    return result
  }
}
