import Testing

/// What the programs of older schemas said of their offices, kept in Tests/Fixtures beside them: each
/// line that begins with $ is a command, the next ones its answer. The same is said of them now that
/// their rows have other columns, except where the rules have been said anew since: a case that was given is
/// charged to whom it was given to, a conversation settles only what its speaker does and no promised reply,
/// 改期 is no attempt and makes all wait for its day, an hour agreed on does not judge its day, rows of one
/// day stand by grade, a case that no rule asks about is to be answered, and the payment of a deal that was
/// cancelled before its day was never owed.
@Suite("Offices of older schemas")
struct MigratedTests {
  struct Answer {
    let words: [String]
    var lines: [Substring] = []
  }

  private func answers(_ path: String) throws -> [Answer] {
    let whole = text(ofFile: fixture("\(path).golden"))
    let text = try #require(whole)
    return text.split(whereSeparator: \.isNewline).reduce(into: []) { answers, line in
      if line.hasPrefix("$ ") {
        answers.append(Answer(words: line.dropFirst(2).split(separator: " ").map(String.init)))
      } else {
        answers[answers.count - 1].lines.append(line)
      }
    }
  }

  private func open(_ path: String) throws -> Office {
    let office = try Office(asOf: "2026-11-19 09:00")
    let bytes = try #require(contents(fixture("\(path).db")))
    try office.write(bytes, to: "office.db")
    return office
  }

  @Test(arguments: [(1, "qnc"), (2, "own"), (3, "own"), (4, "staff"), (5, "moved")])
  func whoOnlyReadsIsToldWhatToRun(schema: Int, name: String) throws {
    let office = try open("schema-\(schema)/\(name)")
    for command in ["due", "doctor", "", "find 王", "report --week"] {
      let answer = try office.run(command.split(separator: " ").map(String.init))
      #expect(answer.code == 65, "\(command)")
      #expect(answer.out == "")
      #expect(
        answer.err.contains("格式 \(schema)") && answer.err.contains("revisit doctor --migrate"))
    }
    let told = try office.must("doctor", "--migrate")
    #expect(told.err.contains("office.db.schema-\(schema).bak"))
    #expect(told.out.contains("格式 6"))
    #expect(try office.must("doctor").err == "")
    // Its policy is of a time without names, which a policy that is adopted now has; one of a file
    // is adopted from there.
    guard name != "own" else { return }
    let again = "revisit policy adopt qnc --from 2026-11-19"
    #expect(told.out.contains(again))
    #expect(try office.must("policy", "show").lines[1].hasSuffix(again))
  }

  @Test func whoRecordsBringsItUp() throws {
    let office = try open("schema-1/qnc")
    // It is no office for training: only the clock's day is written under.
    let refused = try office.run("staff", "add", "赵新")
    #expect(refused.code == 64 && refused.err.contains("revisit init --training"))
    #expect(refused.err.contains("office.db.schema-1.bak"))
    try office.must("staff", "add", "赵新", environment: ["REVISIT_AS_OF": ""])
    #expect(try office.must("staff", "list").out.contains("赵新"))
  }

  @Test(arguments: [
    "schema-1/qnc", "schema-1/composition", "schema-1/merged", "schema-2/own", "schema-3/own",
    "schema-4/staff", "schema-5/moved",
  ])
  func theOfficeIsWhatItWas(name: String) throws {
    let office = try open(name)
    try office.must("doctor", "--migrate")
    let kept = try answers(name)
    #expect(kept.count > 3)
    for answer in kept {
      let now = try office.run(answer.words)
      #expect(now.code == 0)
      let lines = plain(now.out).split(whereSeparator: \.isNewline)
      let before = answer.lines.map(plain)
      #expect(lines.count == before.count, "\(answer.words)")
      for (line, old) in zip(lines, before) {
        #expect(tells(String(line), old), "\(answer.words): \(line) instead of \(old)")
      }
    }
  }

  /// The same line, of CSV with what columns there are behind by now; of JSON, every key with its
  /// value, in whatever order and with whatever else.
  private func tells(_ line: String, _ old: String) -> Bool {
    guard old.hasPrefix("{") else { return line == old || line.hasPrefix(old + ",") }
    func pieces(_ text: String) -> [Substring: Int] {
      text.split { ",{}[]".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let now = pieces(line)
    return pieces(old).allSatisfy { now[$0.key, default: 0] >= $0.value }
  }

  /// Chinese punctuation is set as Chinese by now, and English words are words.
  private func plain(_ text: some StringProtocol) -> String {
    let pairs: [Character: String] = [
      "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "、": ",", "“": "\"", "”": "\"",
    ]
    return text.reduce(into: "") { plain, sign in
      if sign != " ", sign != "_" { plain += pairs[sign] ?? String(sign) }
    }
  }
}
