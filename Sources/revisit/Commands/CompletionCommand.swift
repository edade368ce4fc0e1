import ArgumentParser
import Core
import Values

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "completion", "命令行补全：bash zsh fish  The completion script of a shell.",
    examples: "revisit completion bash", "revisit completion fish")

  @Argument("bash zsh fish  The shell.", "SHELL") var shell: String

  func run() throws {
    let known = CompletionShell.allCases.map(\.rawValue)
    guard let shell = CompletionShell(rawValue: shell) else {
      throw Failure.value(
        "SHELL",
        .unknownWord(
          shell, nearest: nearest(to: shell, among: known).map { Bilingual($0, $0) },
          choices: known.map { Bilingual($0, $0) }))
    }
    try Session(CommonOptions.parse([])).answer(Revisit.completionScript(for: shell) + "\n")
  }
}
