import Core
import PolicyFiles
import Testing
import Values

@testable import revisit

/// A policy file reads a value as the command line does, and has the same fault with it.
@Suite struct PolicyDoorTests {
  private static let seed: UInt64 = 20_261_106

  /// Texts that can be a value of YAML and begin no parameter.
  private static func texts(_ pool: [String]) -> [String] {
    WrittenTexts.all(pool, more: 400, seed: seed).filter { text in
      !isBlank(text) && !text.hasPrefix("$") && !text.allSatisfy { $0 == "_" || $0 == " " }
    }
  }

  /// What comes of a rule with one more key.
  private static func read(_ key: String, _ text: String, _ value: (Rule) -> String) -> Reading {
    let quoted = text.unicodeScalars.map { scalar in
      let code = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - code.count) + code
    }.joined()
    let file = """
      rules:
        - {id: r, after: 来访, due: 1, \(key.replacing("VALUE", with: "\"\(quoted)\""))}

      """
    switch PolicyFile.read(text: file, file: "p.yaml") {
    case .success(let loaded): return .value(value(loaded.policy.rules[0]))
    case .failure(let problems):
      guard case .value(.fault(_, let fault))? = problems.diagnostics.first?.problem else {
        return .value("\(problems.diagnostics)")
      }
      return .fault(fault)
    }
  }

  private static func agree(_ text: String, _ typed: Reading, _ file: Reading) {
    switch (typed, file) {
    case (.fault, .fault):
      #expect(typed.wrong(at: .typed) == file.wrong(at: .file), "\(text.debugDescription)")
    default: #expect(typed == file, "\(text.debugDescription)")
    }
  }

  @Test func hours() {
    let pool = ["16:00-17:00", "16点到17点半", "晚上7点～8点", "9-11:30", "１９：００－２０：００", "20-19", "全天"]
    for text in Self.texts(pool) {
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          do throws(TimeFault) { return try readHours(text) } catch {
            throw .value("--hours", .time(error))
          }
        }, Self.read("at: VALUE", text) { $0.hours.map { "\($0)" } ?? "" })
    }
  }

  @Test func numbers() {
    for text in Self.texts(["3", "１２", "-5", "99", "100", "三", "1.5", "+3", "0x1"]) {
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readNumber(text, at: "--n", in: -99...99)
        }, Self.read("priority: VALUE", text) { "\($0.priority)" })
    }
  }

  /// Every vocabulary of which an option and a key take words.
  @Test func words() {
    let several = ["重点，VIP", "有抗性、ｖｉｐ", "key person", "A、B", "意向 签约"]
    Self.words("audience: {tag: VALUE}", WrittenTexts.words + several, \.audience.anyTag)
    Self.words("audience: {grade: VALUE}", WrittenTexts.words + several, \.audience.grades)
    Self.words("audience: {source: VALUE}", WrittenTexts.words, \.audience.sources)
    let stages = ["意向", "成交", "签约", "Ｓｉｇｎｅｄ", "入伙"] + several
    Self.words("audience: {stage: VALUE}", stages, \.audience.stages)
    Self.words("until: VALUE", ["成交", "签约、退房", "ｓｉｇｎｅｄ", "全款到账", "签月"], \.until)
    Self.words("channel: VALUE", WrittenTexts.channels, \.channels.allowed)
  }

  private static func words<Value: Term>(
    _ key: String, _ pool: [String], _ value: (Rule) -> TermSet<Value>
  ) {
    for text in texts(pool) {
      agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          names(TermSet(try readTerms(text, at: "--option", as: Value.self)))
        }, read(key, text) { names(value($0)) })
    }
  }

  private static func names<Value: Term>(_ values: TermSet<Value>) -> String {
    values.elements.map { $0.word(in: Vocabulary()).name }.joined(separator: " ")
  }
}
