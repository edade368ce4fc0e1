import Testing

/// The console sessions of the README and of the page on policy files, run to the letter.
@Suite struct ReadmeTests {
  @Test(arguments: [("README.md", 11), ("rules/README.md", 1)])
  func everySessionSaysWhatThePageShows(_ page: String, _ least: Int) throws {
    let office = try Office(asOf: "2026-11-02")
    var environment = ["REVISIT_USER": ""]
    let steps = try Readme.steps(page)
    #expect(steps.count >= least)
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

/// A page of the repository as far as it can be run.
enum Readme {
  struct Step {
    let command: String
    /// What stands below the command.
    let answer: String
  }

  private static func content(of page: String) throws -> String {
    let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let content = text(ofFile: "/\(here)/\(page)")
    return try #require(content)
  }

  /// The steps of the `console` blocks of a page, in order.
  static func steps(_ page: String) throws -> [Step] {
    var steps: [Step] = []
    var isSession = false
    var command: String?
    var answer = ""
    func finish() {
      if let command { steps.append(Step(command: command, answer: answer)) }
      command = nil
      answer = ""
    }
    for line in try content(of: page).split(separator: "\n", omittingEmptySubsequences: false) {
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
