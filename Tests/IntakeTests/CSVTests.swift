import Intake
import Testing

/// Rows of `text`, read in pieces of `size` bytes.
private func rows(_ text: String, pieces size: Int = 1 << 16) throws -> [(Int, [String])] {
  var scanner = CSVScanner()
  var rows: [(Int, [String])] = []
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: size) {
    try bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer { piece in
      try scanner.scan(piece) { rows.append(($0.line, $0.cells)) }
    }
  }
  try scanner.finish { rows.append(($0.line, $0.cells)) }
  return rows
}

private func scanFailure(_ text: String) -> IntakeFailure? {
  do {
    _ = try rows(text)
    return nil
  } catch {
    return error as? IntakeFailure
  }
}

@Suite struct CSVTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let rows: [[String]]
    let lines: [Int]

    init(_ name: String, _ text: String, _ rows: [[String]], _ lines: [Int]) {
      (self.testDescription, self.text, self.rows, self.lines) = (name, text, rows, lines)
    }
  }

  static let cases = [
    Case("plain, LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]], [1, 2]),
    Case("plain, CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]], [1, 2]),
    Case("no last line end", "a,b\nc,d", [["a", "b"], ["c", "d"]], [1, 2]),
    Case("a last comma", "a,", [["a", ""]], [1]),
    Case("only commas", ",,\n", [["", "", ""]], [1]),
    Case("an empty line", "a\n\nb\n", [["a"], [""], ["b"]], [1, 2, 3]),
    Case("a quoted empty cell", "\"\"", [[""]], [1]),
    Case("a quoted cell at the end", "a,\"b\"", [["a", "b"]], [1]),
    Case("doubled quotes", "\"say \"\"hi\"\"\",x\n", [["say \"hi\"", "x"]], [1]),
    Case("only doubled quotes", "\"\"\"\"\n", [["\""]], [1]),
    Case("a comma in quotes", "\"a,b\",c\n", [["a,b", "c"]], [1]),
    Case("LF in quotes", "\"a\nb\",c\nd,e\n", [["a\nb", "c"], ["d", "e"]], [1, 3]),
    Case("CRLF in quotes", "\"a\r\nb\"\r\nc\r\n", [["a\r\nb"], ["c"]], [1, 3]),
    Case("CR in quotes", "\"a\rb\"\nc\n", [["a\rb"], ["c"]], [1, 2]),
    Case("spaces are kept", " a , b\n", [[" a ", " b"]], [1]),
    Case("wide characters", "𠮷,👨‍👩‍👧\n", [["𠮷", "👨‍👩‍👧"]], [1]),
    Case("nothing", "", [], []),
  ]

  @Test(arguments: cases) func reads(_ example: Case) throws {
    for size in [1, 2, 3, 7, 1 << 16] {
      let found = try rows(example.text, pieces: size)
      #expect(found.map(\.1) == example.rows, "pieces of \(size)")
      #expect(found.map(\.0) == example.lines, "pieces of \(size)")
    }
  }

  @Test(arguments: [
    ("a\n\"b\nc\nd", IntakeFailure.unclosedQuote(line: 2)),
    ("a\n\"b\"c\n", .textAfterQuote(line: 2)),
    ("\"b\" ,c\n", .textAfterQuote(line: 1)),
    ("a\rb\n", .bareCarriageReturn(line: 1)),
    ("\"a\"\rb\n", .bareCarriageReturn(line: 1)),
    ("a\nb\u{0}c\n", .nul(line: 2)),
    ("a\n\"b\n\u{0}c\"\n", .nul(line: 3)),
  ]) func refuses(text: String, failure: IntakeFailure) {
    #expect(scanFailure(text) == failure)
  }

  /// Not arguments: the runner would print them whole.
  @Test func refusesWhatIsTooLarge() {
    let cell = CSVLimits.cell
    #expect(
      scanFailure(String(repeating: ",", count: CSVLimits.columns)) == .tooLarge(line: 1))
    #expect(scanFailure("a\n" + String(repeating: "x", count: cell + 1)) == .tooLarge(line: 2))
    #expect(scanFailure("a\n\"" + String(repeating: "x\n", count: cell)) == .tooLarge(line: 2))
  }

  @Test func aCellMayHaveAMebibyte() throws {
    let cell = String(repeating: "x", count: CSVLimits.cell)
    #expect(try rows(cell + ",b").map(\.1) == [[cell, "b"]])
  }

  @Test(arguments: [
    (["a", "b"], "a,b\r\n"),
    (["", ""], ",\r\n"),
    (["a,b", "c\"d", "e\nf", "g\rh"], "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\r\n"),
    ([" a", "b "], "\" a\",\"b \"\r\n"),
  ]) func writes(cells: [String], text: String) throws {
    #expect(CSVWriter(neutralisesFormulas: false).row(cells) == text)
    #expect(try rows(text).map(\.1) == [cells])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86优惠", "'+86优惠"), ("-5万才买", "'-5万才买"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("＝1", "'＝1"), ("'=1", "''=1"), ("''=1", "'''=1"), ("'a", "'a"),
    ("a=1", "a=1"),
    ("", ""), ("'", "'"),
  ]) func guardsFormulas(text: String, written: String) {
    #expect(FormulaGuard.put(on: text) == written)
    #expect(FormulaGuard.takeOff(written) == text)
    #expect(CSVWriter(neutralisesFormulas: true).row([text]) == "\(written)\r\n")
  }
}
