import ArgumentParser
import Core

/// The options that every command takes.
///
/// Values are read as text here and made into what they mean by `Session`, which knows the present
/// day and the language.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), parsing: .unconditional,
    help: ArgumentHelp("数据库文件  The database file.", valueName: "FILE"))
  var database: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("当作现在的日子  The day that stands for now.", valueName: "DAY"))
  var asOf: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("谁在操作  Who is working.", valueName: "NAME"), completion: .staff)
  var user: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("语言 zh 或 en  The language of the answer.", valueName: "zh|en"))
  var lang: String?
}

/// `--rewrite-past` of what changes days that are over.
struct RewritePastOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "已结的周报会变也照做  Even if the reports of weeks that are over change."))
  var rewritePast = false
}

/// `--format` of the commands that list.
struct FormatOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("table, json, csv 或 html  How the list is written.", valueName: "FORMAT"),
    completion: .list(Format.names))
  var format: String = "table"

  func read() throws(Failure) -> Format { try readChoice(format, at: "--format") }
}
