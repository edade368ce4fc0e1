import Testing
import YAMLParser

@testable import YAML

private let texts = [
  "", "# nothing\n", "a: 1", "a: \"12:30\"\nb: [no, 007, {c: '王芳'}]\n", "a: 1\nb: 2\na: 3\n",
  "a: [1, 2", "a: {b: *nobody}", "\u{FEFF}a: b", "a: b: c", "? [x]\n: y\n", "a: \u{0}",
  "- 重点\n- 𠮷田",
  String(repeating: "[", count: 2000), String(repeating: "k: v\n", count: 3),
  (0..<5000).map { "k\($0): \"值 \($0)\"" }.joined(separator: "\n"),
]

struct YAMLTests {
  @Test(arguments: texts)
  func `The program beside answers as the parser within does`(text: String) {
    #expect(YAMLReader.beside.read(text) == YAMLReader.inProcess.read(text))
  }

  @Test func `Nodes keep what was written, and where`() throws {
    let root = try YAMLReader.beside.read("a: 12:30\nb: '007'").get()
    guard case .map(let pairs) = root.content else { return #expect(Bool(false)) }
    #expect(
      pairs.map(\.key.content) == [
        .scalar("a", isQuoted: false), .scalar("b", isQuoted: false),
      ])
    #expect(
      pairs.map(\.value) == [
        YAMLNode(.scalar("12:30", isQuoted: false), at: YAMLMark(line: 1, column: 4)),
        YAMLNode(.scalar("007", isQuoted: true), at: YAMLMark(line: 2, column: 4)),
      ])
  }

  /// Cut anywhere, or with a number that lies about what follows.
  @Test func `A damaged answer is no answer`() {
    let whole = YAMLForm.encode(YAMLReader.inProcess.read("a: [b, {c: \"d\"}]"))
    #expect(YAMLForm.decode(whole) != nil)
    for count in 0..<whole.count { #expect(YAMLForm.decode(Array(whole[..<count])) == nil) }
    #expect(YAMLForm.decode(whole + [0]) == nil)
    #expect(YAMLForm.decode([2] + whole.dropFirst()) == nil)
    for index in whole.indices {
      var bytes = whole
      bytes[index] = 0xFF
      _ = YAMLForm.decode(bytes)
    }
  }

  @Test func `A program that is missing or fails gives nothing`() {
    #expect(YAMLProcess.answer(to: "a: b", from: "/nonexistent/revisit-yaml") == nil)
    #expect(YAMLProcess.answer(to: "a: b", from: "/bin/false") == nil)
    // It goes before it has read everything.
    let large = String(repeating: "x", count: 1 << 22)
    #expect(YAMLProcess.answer(to: large, from: "/bin/true") == nil)
  }
}
