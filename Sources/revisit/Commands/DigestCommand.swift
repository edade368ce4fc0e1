import ArgumentParser
import Core
import Store

/// For which robot of a group chat a digest is written.
enum Robot: String, CaseIterable {
  case wecom, dingtalk, feishu

  /// The body that is posted to it.
  func body(_ title: String, _ lines: [String]) -> JSON {
    switch self {
    case .wecom:
      .object([
        ("msgtype", .string("markdown")),
        ("markdown", .object([("content", .string(lines.joined(separator: "\n")))])),
      ])
    case .dingtalk:
      .object([
        ("msgtype", .string("markdown")),
        (
          "markdown",
          .object([("title", .string(title)), ("text", .string(lines.joined(separator: "\n\n")))])
        ),
      ])
    case .feishu:
      .object([
        ("msg_type", .string("text")),
        ("content", .object([("text", .string(lines.joined(separator: "\n")))])),
      ])
    }
  }
}

struct DigestCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "digest", "今天的摘要，给企业微信、钉钉、飞书的机器人  The day for a chat's robot, as a JSON body.",
    examples: "revisit digest wecom", "revisit digest feishu --user 李明")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("wecom dingtalk feishu  Which.", valueName: "类别"))
  var robot: String

  /// A robot takes no more bytes.
  private static let most = 4096

  func run(in office: Office) throws {
    let session = office.session
    let robot: Robot = try readChoice(robot, at: "类别")
    // The last line says what to type next, which nobody does in a chat.
    var lines = try office.store.snapshot { try office.today() }.lines(session.language)
      .dropLast().map { visible($0) }
    let title = session.say(DailyMessages.title)
    var text = robot.body(title, lines).text
    while text.utf8.count > DigestCommand.most, lines.count > 1 {
      lines.removeLast()
      text = robot.body(title, lines + ["…"]).text
    }
    try session.answer(text + "\n")
  }
}
