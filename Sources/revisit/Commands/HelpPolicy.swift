import ArgumentParser
import Core
import PolicyFiles
import Values

struct HelpPolicy: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "help", "制度文件每个键的意思和例子  The keys of a policy file.",
    examples: "revisit policy help", "revisit policy help after")

  @OptionGroup var common: CommonOptions
  @Argument("键，如 after；不写列出全部  The key.", "键") var key: String?

  func run() throws {
    let session = try Session(common)
    guard let key else { return try session.answer(index(session)) }
    if ["all", "全部"].contains(key) {
      let pages = PolicyHelp.all.map { page($0, session) } + [words(session)]
      return try session.answer(pages.joined(separator: "\n"))
    }
    if ["words", "词"].contains(key) { return try session.answer(words(session)) }
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
    let width = session.terminal.width
    let entries = PolicyHelp.all.map { entry in
      let says = Width.wrap(session.say(entry.says), width - 4).map { "    \($0)\n" }
      return Width.wrap(entry.keys.joined(separator: " "), width).map { $0 + "\n" }.joined()
        + says.joined()
    }
    return entries.joined()
      + session.say(
        "\n例子：revisit policy help 键；全部：revisit policy help all；词表：revisit policy help words\n",
        "\nexamples: revisit policy help KEY, or all; vocabulary: revisit policy help words\n")
  }

  /// What may stand where a word of the field is asked for.
  private func words(_ session: Session) -> String {
    func row<T: Term>(_ title: Bilingual, _ type: T.Type) -> [String] {
      let words = T.allCases.map { $0.word(in: Vocabulary()) }
      let texts = words.map { session.language == .zh ? $0.chinese : $0.name }
      let lines = Width.wrap(texts.joined(separator: " "), session.terminal.width - 4)
      return [session.say(title)] + lines.map { "    \($0)" }
    }
    let rows = [
      row(Bilingual("事件（after、has、until）", "events (after, has, until)"), EventKind.self),
      row(Bilingual("标签（tag）", "tags (tag)"), Tag.self),
      row(Bilingual("来源（source）", "sources (source)"), Source.self),
      row(Bilingual("级别（grade）", "grades (grade)"), Grade.self),
      row(Bilingual("阶段（stage）", "stages (stage)"), Stage.self),
      row(Bilingual("方式（channel）", "channels (channel)"), Channel.self),
      row(Bilingual("节点（milestones）", "milestones (milestones)"), MilestoneKind.self),
      row(Bilingual("节日（festivals）", "festivals (festivals)"), Festival.self),
      row(Bilingual("事项（of）", "cases (of)"), CaseKind.self),
      row(Bilingual("事项的步骤（case）", "steps of a case (case)"), CaseStepKind.self),
      row(Bilingual("急缓（urgency）", "urgency (urgency)"), Urgency.self),
      row(Bilingual("由谁做（by、who）", "roles (by, who)"), Role.self),
    ]
    return rows.flatMap { $0 }.map { $0 + "\n" }.joined()
  }

  private func page(_ entry: PolicyHelp, _ session: Session) -> String {
    var lines = ["\(entry.keys.joined(separator: " "))  \(session.say(entry.says))", ""]
    lines += entry.example.split(separator: "\n").map { "    \($0)" }
    if !entry.facts.isEmpty {
      let given = entry.facts + entry.milestones + entry.holidays
      lines += ["", "  " + given.joined(separator: session.language.semicolon)]
      let owed =
        entry.owed.isEmpty
        ? session.say("没有要做的", "nothing is owed")
        : entry.owed.joined(separator: session.language.listMark)
      lines.append("  \(entry.on) -> \(owed)")
    }
    if !entry.steps.isEmpty { lines.append("") }
    lines += entry.steps.map { "  \($0.on)  revisit \($0.command) -> \($0.answer)" }
    return lines.map { visible($0) + "\n" }.joined()
  }
}
