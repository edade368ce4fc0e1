import ArgumentParser
import Core
import Store

/// Calls from standard input, a line each (`revisit log -`). Every line is an operation of its own: what is
/// wrong with one is told with its number, and the rest is recorded.
struct LogBatch {
  /// What is said of all lines: by what means, when, for whom.
  private let all: LogCommand

  init(_ command: LogCommand) throws(Failure) {
    if !command.words.isEmpty { throw .usage(.unexpected(command.words)) }
    let ofAll = ["customer", "by", "on", "time", "yes"]
    if let other = given(in: command).first(where: { !ofAll.contains($0) }) {
      throw .usage(.conflict("-", "--" + kebab(other)))
    }
    all = command
  }

  func run(in office: Office) throws {
    var lines = InputLines()
    var (number, recorded, failed) = (0, 0, 0)
    while let line = try lines.next() {
      number += 1
      do {
        if try log(line, number, office) { recorded += 1 }
      } catch let failure as Failure where failure.isOfOneLine {
        failed += 1
        for complaint in failure.complaints {
          let text = complaint.line(in: office.session.language, of: "-:\(number)")
          try? Output.problems.write(text + "\n")
        }
      }
    }
    try office.session.answer(
      office.session.say(LogMessages.recorded(recorded, failed: failed)) + "\n")
    if failed > 0 { throw Failure.several([], code: .data) }
  }

  /// Whether the line says anything.
  private func log(_ bytes: [UInt8], _ number: Int, _ office: Office) throws -> Bool {
    guard let text = Environment.ofProcess().text(bytes) else {
      throw Failure.usage(.lineNotUTF8)
    }
    let words = try CallLine.words(text)
    if words.isEmpty { return false }
    var command = try LogCommand.read(words)
    if command.customer == "-" { throw Failure.usage(.unexpected(["-"])) }
    command.by = command.by ?? all.by
    command.on = command.on ?? all.on
    command.time = command.time ?? all.time
    command.yes = command.yes || all.yes
    // A batch that is repeated under one id does nothing twice.
    if command.op == nil, let token = all.op {
      command.op = "\(token):\(number)"
    }
    var office = office
    office.claim = try OperationClaim(command.op, for: command)
    do { try command.carryOut(in: office) } catch let error as StoreError {
      throw Failure(error, path: office.session.databasePath)
    }
    return true
  }
}

extension LogCommand {
  /// The command that the words of a line ask for, which are those behind its name.
  static func read(_ words: [String]) throws(Failure) -> LogCommand {
    let parsed: any ParsableCommand
    do { parsed = try parseAsRoot(written(words)) } catch {
      throw .usage(
        UsageFault(complaint: message(for: error), CommandTree.usage([name])))
    }
    guard let command = parsed as? LogCommand else { throw .usage(.unexpected(["--help"])) }
    let common = command.common
    let ofCommand = [
      ("--db", common.database), ("--as-of", common.asOf), ("--user", common.user),
      ("--lang", common.lang),
    ]
    if let given = ofCommand.first(where: { $0.1 != nil }) { throw .usage(.notInLine(given.0)) }
    return command
  }
}

extension Failure {
  /// Whether another line may fare better.
  var isOfOneLine: Bool {
    switch self {
    case .database, .system, .setting: false
    case .usage, .value, .option, .lookup, .denied, .refusal, .text, .file, .intake, .row,
      .yearFile, .policy, .several:
      true
    }
  }
}

/// `followUp` as `follow-up`.
private func kebab(_ name: String) -> String {
  name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
}
