import Core
import ArgumentParser
import Glibc

/// A whole run: arguments in, exit code out.
enum Program {
  /// A run whose words come as the system hands them over.
  static func run(words: [[UInt8]], environment: Environment) -> ExitCode {
    do {
      let arguments = try ArgumentWords.text(words, environment: environment)
      return run(arguments: arguments, environment: environment)
    } catch {
      return tell(error, in: Language(arguments: [], environment: environment))
    }
  }

  static func run(arguments: [String], environment: Environment) -> ExitCode {
    // A reader that has gone shows as EPIPE, which is quiet, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      try perform(arguments)
      return .ok
    } catch {
      let language = Language(
        arguments: arguments, environment: environment, try? Settings(environment))
      return tell(error as? Failure ?? .system(.bug("\(error)")), in: language)
    }
  }

  private static func perform(_ arguments: [String]) throws {
    if arguments == ["--version"] { return try show(Revisit.configuration.version) }
    do {
      var command = try CommandTree.parse(arguments)
      try command.run()
    } catch let failure as Failure {
      throw failure
    } catch  where Revisit.exitCode(for: error) == .success {
      try show(Revisit.fullMessage(for: error))
    } catch  where Revisit.exitCode(for: error) == .validationFailure {
      throw Failure.usage(
        UsageFault(complaint: Revisit.message(for: error), CommandTree.usage(arguments)))
    }
  }

  /// Help and version.
  private static func show(_ text: String) throws(Failure) {
    do { try Output.standard.write(fitted(text) + "\n") } catch {
      switch error {
      case .closed: throw .system(.closed)
      case .failed(let number):
        throw .system(.output(String(cString: strerror(number)), recorded: false))
      }
    }
  }

  /// The help as wide as the window: the parser takes a Chinese character for one column.
  private static func fitted(_ text: String) -> String {
    let terminal = Terminal(environment: .ofProcess())
    guard terminal.isInteractive else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Width.hang(String(line), terminal.width, by: line.hasPrefix("  ") ? 26 : 2)
    }.joined(separator: "\n")
  }

  private static func tell(_ failure: Failure, in language: Language) -> ExitCode {
    let lines = failure.complaints.map { $0.line(in: language) + "\n" }
    // Where stderr is gone too, the exit code still tells.
    try? Output.problems.write(lines.joined())
    return failure.exitCode
  }
}
