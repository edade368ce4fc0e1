import ArgumentParser
import Core

/// The options that every command takes.
///
/// Values are read as text here and made into what they mean by `Session`, which knows the present
/// day and the language.
struct CommonOptions: ParsableArguments {
  @Option("数据库文件  The database file.", "FILE", name: .customLong("db")) var database: String?

  @Option("当作现在的日子  The day that stands for now.", "DAY") var asOf: String?

  @Option("谁在操作  Who is working.", "NAME", completion: .staff) var user: String?

  @Option("语言 zh 或 en  The language of the answer.", "zh|en") var lang: String?
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
