import ArgumentParser
import Core
import Store

/// `revisit` alone: the day of whoever runs it, and what to type next.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "today", "今天一页  The day on one page.", examples: "revisit", "revisit due")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    guard session.hasDatabase else {
      return try session.answer(session.say(TodayMessages.begin(session.databasePath)) + "\n")
    }
    try session.inOffice(readOnly: true) { office in
      let page = try office.store.snapshot { try office.today() }
      let lines = page.lines(session.language).map { visible($0) }
      // A terminal breaks prose that is longer than it is wide.
      try session.answer(
        lines.flatMap { Width.wrap($0, session.terminal.width) }.map { $0 + "\n" }.joined())
    }
  }
}
