import Testing

/// The console sessions of the README, run to the letter.
@Suite struct ReadmeTests {
  @Test func everySessionSaysWhatTheReadmeShows() throws {
    let office = try Office(asOf: "2026-11-02")
    var environment = ["REVISIT_USER": ""]
    let steps = try Readme.steps()
    #expect(steps.count >= 12)
    for step in steps {
      let words = Readme.words(step.command)
      if words.first == "export", let pair = words.last?.split(separator: "=", maxSplits: 1) {
        environment[String(pair[0])] = String(pair[1])
        continue
      }
      try #require(words.first == "revisit", "\(step.command)")
      let answer = try office.run(Array(words.dropFirst()), environment: environment)
      let shown = answer.out.replacing(office.path("office.db"), with: "revisit.db") + answer.err
      #expect(shown == step.answer, "\(step.command)")
    }
  }
}

/// The README as far as it can be run.
enum Readme {
  struct Step {
    let command: String
    /// What stands below the command.
    let answer: String
  }

  private static func page() throws -> String {
    let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = text(ofFile: "/\(here)/README.md")
    return try #require(page)
  }

  /// The steps of the `console` blocks, in order.
  static func steps() throws -> [Step] {
    var steps: [Step] = []
    var isSession = false
    var command: String?
    var answer = ""
    func finish() {
      if let command { steps.append(Step(command: command, answer: answer)) }
      command = nil
      answer = ""
    }
    for line in try page().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        finish()
        isSession = line == "```console"
      } else if isSession, line.hasPrefix("$ ") {
        finish()
        command = String(line.dropFirst(2))
      } else if isSession {
        answer += line + "\n"
      }
    }
    return steps
  }

  /// The words of a command line with double quotes.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
