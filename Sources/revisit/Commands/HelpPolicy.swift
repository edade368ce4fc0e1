import ArgumentParser
import Core
import PolicyFiles

struct HelpPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "制度文件每个键的意思和例子  The keys of a policy file.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("键, 如 after; 不写列出全部  The key.", valueName: "键"))
  var key: String?

  func run() throws {
    let session = try Session(common)
    guard let key else { return try session.answer(index(session)) }
    let entries = PolicyHelp.entries(halfWidth(key))
    guard !entries.isEmpty else {
      let near = nearest(to: key, among: PolicyHelp.keys).map { Bilingual($0, $0) }
      throw Failure.value(
        "KEY",
        .unknownWord(key, nearest: near, choices: PolicyHelp.keys.map { Bilingual($0, $0) }))
    }
    try session.answer(entries.map { page($0, session) }.joined(separator: "\n"))
  }

  private func index(_ session: Session) -> String {
    var table = Table([
      Table.Column(session.say("键", "Key")), Table.Column(session.say("意思", "Means")),
    ])
    for entry in PolicyHelp.all {
      table.add([entry.keys.joined(separator: " "), session.say(entry.says)])
    }
    return table.text(on: session.terminal)
      + session.say(
        "\n例子: revisit policy help 键\n", "\nan example: revisit policy help KEY\n")
  }

  private func page(_ entry: PolicyHelp, _ session: Session) -> String {
    var lines = ["\(entry.keys.joined(separator: " "))  \(session.say(entry.says))", ""]
    lines += entry.example.split(separator: "\n").map { "    \($0)" }
    if !entry.facts.isEmpty {
      let given = entry.facts + entry.milestones + entry.holidays
      lines += ["", "  " + given.joined(separator: "; ")]
      let owed =
        entry.owed.isEmpty
        ? session.say("没有要做的", "nothing is owed") : entry.owed.joined(separator: ", ")
      lines.append("  \(entry.on) -> \(owed)")
    }
    return lines.map { visible($0) + "\n" }.joined()
  }
}
