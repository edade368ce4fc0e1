import ArgumentParser
import Core

/// The manual page, for `man`: made from the same help as `--help` shows.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "man", "手册页  The manual page.", examples: "revisit man", "revisit man --lang en")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    try session.answer(ManualPage(session.language).text)
  }
}

/// The help of every command as a page of troff's man macros, in one language.
private struct ManualPage {
  let language: Language
  private var lines: [String]

  init(_ language: Language) {
    self.language = language
    let title = Revisit.configuration
    lines = [
      #".TH REVISIT 1 "" "\#(ManualPage.plain(title.version))""#,
      ".SH " + language.pick("名称", "NAME"),
      #"revisit \- \#(ManualPage.plain(language.half(title.abstract)))"#,
      ".SH " + language.pick("用法", "SYNOPSIS"),
      ".B revisit", ManualPage.plain(language.pick("命令 选项", "COMMAND OPTIONS")),
    ]
    for group in title.groupedSubcommands {
      lines.append(".SH " + ManualPage.plain(language.half(group.name)))
      for command in group.subcommands { add(command, typed: "revisit") }
    }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func add(_ command: any ParsableCommand.Type, typed: String) {
    let typed = "\(typed) \(command._commandName)"
    let below = command.configuration.subcommands
    guard below.isEmpty else { return below.forEach { add($0, typed: typed) } }
    lines += [".SS " + typed, ManualPage.plain(language.half(command.configuration.abstract))]
    lines += [".nf"]
    let help = command.helpMessage(columns: 1000).split(
      separator: "\n", omittingEmptySubsequences: false)
    lines += help.drop { !$0.hasPrefix("USAGE") }.map {
      ManualPage.plain(language.line(String($0)))
    }
    lines += [".fi"]
  }

  /// Signs that troff would read are written so that it shows them.
  private static func plain(_ text: String) -> String {
    let shown = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return shown.hasPrefix(".") || shown.hasPrefix("'") ? "\\&" + shown : shown
  }
}

extension Language {
  fileprivate func pick(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

  /// Of `中文  English` the half in this language.
  fileprivate func half(_ text: String) -> String {
    guard let gap = text.firstRange(of: "  ") else { return text }
    return pick(String(text[..<gap.lowerBound]), String(text[gap.upperBound...]))
  }

  /// A line of help, `  --on <DAY>   哪天  The day.`, with the half in this language behind its option.
  fileprivate func line(_ text: String) -> String {
    let gaps = text.ranges(of: "  ")
    guard let gap = gaps.last, text[gap.upperBound...].allSatisfy(\.isASCII),
      let option = gaps.dropLast().last?.upperBound,
      text[option..<gap.lowerBound].contains(where: { !$0.isASCII })
    else { return text }
    return text[..<option]
      + pick(String(text[option..<gap.lowerBound]), String(text[gap.upperBound...]))
  }
}
