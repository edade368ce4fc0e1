import Testing

@testable import PolicyFiles

private func mark(_ line: Int, _ column: Int) -> YAMLMark { YAMLMark(line: line, column: column) }

private func events(_ text: String) throws -> [YAMLEvent] {
  var parser = YAMLEvents(text)
  var events: [YAMLEvent] = []
  while events.last?.kind != .streamEnd { events.append(try parser.next()) }
  return events
}

private func tree(_ text: String) -> (tree: Tree?, problems: [String]) {
  var parser = TreeParser(SourceText(text, file: "me.yaml"))
  let tree = parser.tree()
  return (tree, parser.problems.map { "\($0.place.line):\($0.place.column) \($0.code)" })
}

struct YAMLTests {
  @Test func `Events keep what was written, and where`() throws {
    let events = try events("a: 12:30\n王: ['007', no]")
    #expect(
      events.map(\.kind) == [
        .streamStart, .documentStart, .map, .scalar("a", isQuoted: false),
        .scalar("12:30", isQuoted: false), .scalar("王", isQuoted: false), .list,
        .scalar("007", isQuoted: true), .scalar("no", isQuoted: false), .end, .end, .documentEnd,
        .streamEnd,
      ])
    #expect(
      events[3...8].map(\.mark)
        == [mark(1, 1), mark(1, 4), mark(2, 1), mark(2, 4), mark(2, 5), mark(2, 12)])
  }

  @Test(arguments: [
    ("", "1:1 P001"), ("# nothing\n", "1:1 P001"), ("a: [1, 2", "2:1 P001"),
    ("a: {b: *nobody}", "1:8 P001"), ("a: b: c", "1:5 P001"), ("a: b\n---\nc: d", "2:1 P001"),
    ("? [x]\n: y\n", "1:3 P101"), ("a: 王\nb: 王\u{0}", "2:5 P001"),
    ("a: 1\nb: 2\na: 3\n", "3:1 P202"), ("'a': 1\n\"a\": 3\n", "2:1 P202"),
  ])
  func `What is wrong is told with its place`(text: String, said: String) {
    #expect(tree(text).problems == [said])
  }

  /// Each at its own place, however many, and in maps within maps.
  @Test func `All repeated keys are told at once`() {
    let text = (0..<100).map { "k\($0 % 10): {a: 1, b: 2, a: 3}\n" }.joined()
    let outer = (11...100).map { "\($0):1 P202" }
    let inner = (1...100).map { "\($0):18 P202" }
    #expect(Set(tree(text).problems) == Set(outer + inner))
  }

  @Test func `Anchors are told once a line, and only where YAML reads one`() {
    #expect(
      tree("a: &a [&b 1, *b]\nb: *a\nc: !!str &c d\n").problems == ["1:4 P004", "3:10 P004"])
    let (root, problems) = tree("a: |\n  &b c\n  - &d e\nb: \"&x: &y\"\nc: A &b\nd: R&D\n")
    #expect(problems.isEmpty)
    #expect(root?.entries?["a"]?.text == "&b c\n- &d e\n")
  }

  /// Lists of lists of… each standing for two of the next: as nodes they would be 2^40.
  @Test func `An alias that stands for very many is refused at once`() {
    let text = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let problems = tree("a0: &a0 [x]\n" + text).problems
    #expect(problems.count == 41 && problems.allSatisfy { $0.hasSuffix("P004") })
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{"])
  func `What nests too deeply is refused at once`(opening: String) {
    #expect(
      !tree(String(repeating: opening, count: 490)).problems.contains { $0.hasSuffix("P003") })
    for count in [1001, 50_000] {
      #expect(
        tree(String(repeating: opening, count: count)).problems.map { $0.suffix(4) } == ["P003"])
    }
  }

  @Test func `A text as large as a file may be is one scalar`() {
    let text = String(repeating: "值", count: SourceText.largest / 3 - 10)
    #expect(tree("a: \(text)").tree?.entries?["a"]?.text == text)
    #expect(tree("a: '\(text)").problems.map { $0.suffix(4) } == ["P001"])
  }
}
