import ArgumentParser
import Values

/// The commands of the program by their names.
enum CommandTree {
  /// The command that the command line asks for, with its options.
  ///
  /// To read a command line by the whole tree costs two or three times as much as a small command
  /// does, and its complaint of a word that is no command is of little help. So the command that
  /// the first words name is asked itself, and the tree where it cannot read the rest or takes it
  /// for a call for help: the tree tells what is wrong, or helps.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.isEmpty { return try TodayCommand.parse([]) }
    let arguments = arguments.first == LogCommand.name ? LogCommand.written(arguments) : arguments
    if let (command, rest) = leaf(arguments), let parsed = try? command.parseAsRoot(rest),
      type(of: parsed) == command
    {
      return parsed
    }
    if let failure = unknownCommand(in: arguments) { throw failure }
    return try Revisit.parseAsRoot(arguments)
  }

  /// A first word, or a second word under a command that has subcommands, that is none of them.
  static func unknownCommand(in arguments: [String]) -> Failure? {
    var command: any ParsableCommand.Type = Revisit.self
    for (index, word) in arguments.enumerated() {
      let below = command.configuration.subcommands
      if below.isEmpty { return nil }
      if word.hasPrefix("-") {
        let isFirst = command == Revisit.self && !["-h", "--help", "--version"].contains(word)
        return isFirst && !word.hasPrefix("--generate") ? .usage(.optionFirst(word)) : nil
      }
      if let next = below.first(where: { names($0).contains(word) }) {
        command = next
        continue
      }
      if word == "help", command == Revisit.self {
        return unknownCommand(in: Array(arguments[(index + 1)...]))
      }
      let near = nearest(to: word, among: below.flatMap(names))
      guard index > 0 else { return .usage(.unknownCommand(word, nearest: near)) }
      let above = (["revisit"] + arguments[..<index]).joined(separator: " ")
      return .usage(
        .unknownSubcommand(word, of: above, nearest: near, choices: below.map { $0._commandName }))
    }
    return nil
  }

  private static func names(_ command: any ParsableCommand.Type) -> [String] {
    [command._commandName] + command.configuration.aliases
  }

  /// The command that `arguments` name, as far as they name one, and how it is typed.
  private static func command(
    _ arguments: [String]
  ) -> (type: any ParsableCommand.Type, typed: String) {
    var command: any ParsableCommand.Type = Revisit.self
    var typed = "revisit"
    for word in arguments {
      guard let next = command.configuration.subcommands.first(where: { names($0).contains(word) })
      else { break }
      command = next
      typed += " " + word
    }
    return (command, typed)
  }

  /// The command without subcommands that `arguments` name, and what follows its name.
  private static func leaf(_ arguments: [String]) -> (any ParsableCommand.Type, rest: [String])? {
    var command: any ParsableCommand.Type = Revisit.self
    for (index, word) in arguments.enumerated() {
      guard let next = command.configuration.subcommands.first(where: { names($0).contains(word) })
      else { return nil }
      command = next
      if command.configuration.subcommands.isEmpty {
        return (command, Array(arguments[(index + 1)...]))
      }
    }
    return nil
  }

  /// How the command that `arguments` name is used.
  static func usage(_ arguments: [String]) -> CommandUsage {
    let command = command(arguments)
    let help = command.type.helpMessage(includeHidden: true, columns: 1000)
    let words = help.split { " \n,/[]()|".contains($0) }
    return CommandUsage(
      typed: command.typed,
      options: Set(words.filter { $0.hasPrefix("--") }.map(String.init)).sorted(),
      examples: command.type.configuration.examples)
  }
}

extension CommandConfiguration {
  /// A command that works, with two command lines that a newcomer can type.
  ///
  /// Told what stands above it, the parser does not look for a request of a completion script, which
  /// it answers for the whole program only: a tenth of the time that `due` takes.
  static func command(
    _ name: String, _ abstract: String, examples first: String, _ second: String,
    aliases: [String] = [], note: String = ""
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, _superCommandName: "revisit", abstract: abstract,
      discussion: (note.isEmpty ? "" : note + "\n\n") + "\(exampleTitle)\n  \(first)\n  \(second)",
      aliases: aliases)
  }

  private static let exampleTitle = "例子  Examples:"

  /// The command lines that its help shows.
  var examples: [String] {
    let lines = discussion.split(separator: "\n")
    return lines.drop { $0 != CommandConfiguration.exampleTitle }.dropFirst().map {
      String($0.drop { $0 == " " })
    }
  }
}

extension ParsableCommand {
  /// That the argument or option of this name was not given.
  static func lacks(_ name: String) -> Failure {
    .usage(.missing(name, example: example(of: name, in: configuration.examples)))
  }
}

/// The first of the command lines that has the option, if any has it.
private func example(of name: String, in examples: [String]) -> String {
  examples.first { $0.contains(" \(name) ") } ?? examples.first ?? "revisit --help"
}

/// What a complaint tells of a command.
struct CommandUsage {
  /// As `revisit case add`.
  let typed: String
  /// Its long options.
  let options: [String]
  /// Command lines that work.
  let examples: [String]

  /// The option that `word` was most likely meant to be. The hyphens, which all have, bring no two
  /// nearer to one another.
  fileprivate func nearestOption(to word: String) -> String? {
    let bare = { (option: String) in String(option.drop { $0 == "-" }) }
    return nearest(to: bare(word), among: options.map(bare)).map { "--" + $0 }
  }
}

extension UsageFault {
  /// Reads what the parser says of a command line that it refused.
  init(complaint: String, _ usage: CommandUsage) {
    let quoted = complaint.split(separator: "'", omittingEmptySubsequences: false)
    let values = stride(from: 1, to: quoted.count, by: 2).map { String(quoted[$0]) }
    guard let first = values.first else {
      self = .other(complaint)
      return
    }
    let name = String(first.prefix { $0 != " " })
    let starts = { (text: String) in complaint.hasPrefix(text) }
    self =
      if starts("Unknown option") {
        .unknownOption(first, of: usage.typed, nearest: usage.nearestOption(to: first))
      } else if starts("Missing expected argument") {
        .missing(name, example: example(of: name, in: usage.examples))
      } else if starts("Missing value for") {
        .missingValue(name)
      } else if starts("Unexpected argument") || complaint.contains("unexpected arguments") {
        .unexpected(values)
      } else if starts("The option") {
        .flagWithValue(name)
      } else {
        .other(complaint)
      }
  }
}
