/// Turns the text of a file into a `Tree`.
struct TreeParser {
  private(set) var problems: [Diagnostic] = []
  private let source: SourceText
  /// An alias may stand for a billion nodes, so that anchors are refused: the first of each line.
  private var anchors: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// The root of the file; nil if it cannot be parsed. What is wrong stands in `problems`.
  mutating func tree() -> Tree? {
    problems = source.refusals()
    guard problems.isEmpty else { return nil }
    let tree: Tree?
    do throws(YAMLFault) { tree = try root() } catch {
      report(error)
      tree = nil
    }
    guard anchors.isEmpty else {
      problems = anchors
      return nil
    }
    return tree
  }

  // MARK: Nodes

  private mutating func root() throws(YAMLFault) -> Tree {
    var events = YAMLEvents(source.text)
    _ = try events.next()
    guard try events.next().kind == .documentStart else {
      throw YAMLFault(problem: "empty", mark: YAMLMark(line: 1, column: 1))
    }
    let root = try tree(events.next(), &events)
    _ = try events.next()
    let rest = try events.next()
    guard rest.kind == .streamEnd else {
      throw YAMLFault(problem: "but found another document", mark: rest.mark)
    }
    return root
  }

  /// The node that begins with `event`; what else belongs to it is taken from `rest`. The parser
  /// bounds how deep this goes.
  private mutating func tree(
    _ event: YAMLEvent, _ rest: inout YAMLEvents
  ) throws(YAMLFault) -> Tree {
    let place = place(event)
    if event.isAnchored { refuseAnchor(at: place) }
    switch event.kind {
    case .scalar(let text, _): return Tree(.text(text), at: place)
    case .list: return Tree(.list(try items(&rest)), at: place)
    case .map: return Tree(.map(try entries(&rest)), at: place)
    case .alias where !anchors.isEmpty: return Tree(.text(""), at: place)
    case .alias: throw YAMLFault(problem: "found undefined alias", mark: event.mark)
    case .end, .documentStart, .documentEnd, .streamStart, .streamEnd:
      throw YAMLFault(problem: "did not find expected node content", mark: event.mark)
    }
  }

  private mutating func items(_ rest: inout YAMLEvents) throws(YAMLFault) -> [Tree] {
    var items: [Tree] = []
    while true {
      let event = try rest.next()
      if event.kind == .end { return items }
      items.append(try tree(event, &rest))
    }
  }

  private mutating func entries(_ rest: inout YAMLEvents) throws(YAMLFault) -> [Entry] {
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try rest.next()
      if event.kind == .end { return entries }
      let key = try tree(event, &rest)
      let value = try tree(rest.next(), &rest)
      guard let text = key.text else {
        report(.value(.wrongShape(key: "key", wanted: .text, found: key.shape)), at: key.place)
        continue
      }
      if let first = lines[text] {
        report(.key(.duplicate(text, firstLine: first)), at: key.place)
        continue
      }
      lines[text] = key.place.line
      checkComment(text, value)
      entries.append(Entry(key: text, place: key.place, value: value))
    }
  }

  private func place(_ event: YAMLEvent) -> Place {
    var length = 1
    if case .scalar(let text, let isQuoted) = event.kind {
      length = text.unicodeScalars.count + (isQuoted ? 2 : 0)
    }
    let (line, column) = (event.mark.line, event.mark.column)
    let rest = source.excerpt(line).unicodeScalars.count - column + 1
    return Place(
      file: source.file, line: line, column: column, length: max(1, min(length, rest)))
  }

  // MARK: Problems

  private mutating func report(_ problem: Problem, at place: Place) {
    problems.append(source.diagnostic(problem, at: place))
  }

  /// A `#` inside a text begins a comment, and the rest of the text is lost.
  private mutating func checkComment(_ key: String, _ value: Tree) {
    guard ForeignSign.textKeys.contains(key), value.text?.isEmpty == false else { return }
    let (line, end) = (value.place.line, value.place.column + value.place.length)
    guard let column = ForeignSign.comment(in: source.excerpt(line), behind: end) else { return }
    let place = Place(file: source.file, line: line, column: column)
    report(.file(.syntax(ForeignSign.comment.rawValue)), at: place)
  }

  /// The parser notices a sign of a Chinese keyboard only on the lines behind it.
  private func foreignSign(near line: Int) -> (sign: ForeignSign, place: Place)? {
    for number in stride(from: line, through: max(1, line - 2), by: -1) {
      if let (sign, column) = ForeignSign.first(in: source.excerpt(number)) {
        return (sign, Place(file: source.file, line: number, column: column))
      }
    }
    return nil
  }

  private mutating func report(_ fault: YAMLFault) {
    if !fault.isTooDeep, let (sign, place) = foreignSign(near: fault.mark.line) {
      return report(.file(.syntax(sign.rawValue)), at: place)
    }
    let place = Place(file: source.file, line: fault.mark.line, column: fault.mark.column)
    report(.file(fault.isTooDeep ? .tooDeep : .syntax(fault.problem)), at: place)
  }

  private mutating func refuseAnchor(at place: Place) {
    if anchors.last?.place.line == place.line { return }
    // Where a tag stands before it, the node begins with that.
    let rest = source.excerpt(place.line).unicodeScalars.dropFirst(place.column - 1)
    let before = rest.firstIndex(of: "&").map { rest.distance(from: rest.startIndex, to: $0) }
    let sign = Place(file: place.file, line: place.line, column: place.column + (before ?? 0))
    anchors.append(source.diagnostic(.file(.anchor), at: sign))
  }
}
