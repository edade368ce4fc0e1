import Testing

/// What a morning of calls costs a consultant who types.
@Suite struct KeystrokeTests {
  struct Call {
    let name: String
    let phone: String
    let answer: String
    /// What is recorded of it.
    let record: String
  }

  private static func lines(_ file: String) throws -> [[String]] {
    try #require(text(ofFile: Fixture.folder + "/morning/" + file)).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
  }

  private static func calls() throws -> [Call] {
    try lines("calls.tsv").dropFirst().map {
      Call(name: $0[0], phone: $0[1], answer: $0[2], record: $0[3])
    }
  }

  private static func keyboard() throws -> Keyboard {
    Keyboard(
      letters: Dictionary(
        uniqueKeysWithValues: try lines("pinyin.tsv").map { (Character($0[0]), $0[1].count) }))
  }

  @Test(arguments: [
    ("", 0), ("w", 1), ("revisit call", 12), ("嫌楼层低", 17), ("@下周三", 14), ("占线", 11),
    ("想看A户型", 2 + 8 + 1 + 1 + 2 + 6 + 1), ("喜欢 中间", 2 + 6 + 1 + 1 + 2 + 9 + 1), ("嫌，低", 7 + 1 + 5),
    ("要和老公商量", 2 + 22 + 2),
  ])
  func theCounterCounts(_ line: String, _ keys: Int) throws {
    #expect(try Self.keyboard().strokes(line) == keys)
  }

  @Test func aCharacterThatNobodyCanTypeIsNoticed() throws {
    #expect(try Self.keyboard().strokes("龘") == nil)
  }

  @Test("Twenty calls take at most 510 keystrokes, and each is recorded as it was meant")
  func aMorning() throws {
    let calls = try Self.calls()
    #expect(calls.count == 20)
    let typed = ["revisit call"] + calls.map(\.answer)
    let keyboard = try Self.keyboard()
    // With the Enter behind each line.
    let strokes = try typed.map { try #require(keyboard.strokes($0), "\($0)") + 1 }
    let all = strokes.reduce(0, +)
    #expect(all <= 510 && all > 400, "\(all)")

    let office = try Office.open(asOf: "2026-11-05 10:05")
    try office.write(
      try #require(text(ofFile: Fixture.folder + "/morning/customers.csv")), to: "a.csv")
    try office.must("import", office.path("a.csv"))
    let answer = try office.run(
      ["call"], environment: ["REVISIT_USER": "李明", "COLUMNS": "200"],
      typed: calls.map { $0.answer + "\n" }.joined())
    #expect(answer.code == 0 && answer.err.isEmpty, "\(answer.err)")
    let steps = answer.out.components(between: "\n> ")
    try #require(steps.count == 21)
    for (index, call) in calls.enumerated() {
      let card = try #require(
        steps[index].split(separator: "\n").first { $0.hasPrefix("\(index + 1)/20  ") })
      #expect(card.contains(" \(call.name) ") && card.hasSuffix(call.phone), "\(card)")
      let told = steps[index + 1].split(separator: "\n")
      #expect(told[0] == call.answer)
      #expect(told[1].hasSuffix("10:05  " + call.record), "\(told[1])")
    }
    #expect(answer.out.contains("\n答了 20 位，还有 0 位；"))
  }
}

/// Counts keystrokes: an ASCII character 1, a run of Chinese 2 for the input method, its letters and 1
/// for each three characters begun, a full-width mark 1.
struct Keyboard {
  /// The letters of each character's pinyin.
  let letters: [Character: Int]

  /// Nil where the line has a character whose pinyin is not known.
  func strokes(_ line: String) -> Int? {
    var strokes = 0
    var run: [Int] = []
    func finish() {
      if !run.isEmpty { strokes += 2 + run.reduce(0, +) + (run.count + 2) / 3 }
      run = []
    }
    for character in line {
      if character.isLetter, !character.isASCII {
        guard let count = letters[character] else { return nil }
        run.append(count)
      } else {
        finish()
        strokes += 1
      }
    }
    finish()
    return strokes
  }
}

extension String {
  /// What stands between the marks.
  fileprivate func components(between mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
