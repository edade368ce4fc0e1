import ArgumentParser
import Core
import Values

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
  @Option(.format) var format = "table"
  @Flag(help: fieldsHelp) var fields = false

  func read() throws(Failure) -> Format { try readFormat(format, fields: fields) }
}

/// `--format` of a command whose page is no list: a text for people, or the same for programs.
struct PageOption: ParsableArguments {
  @Option("table 或 json  As text or for programs.", "FORMAT", completion: .list(["table", "json"]))
  var format: String = "table"
  @Flag(help: fieldsHelp) var fields = false

  func read() throws(Failure) -> Format {
    let format = try readFormat(format, fields: fields)
    guard format != .csv, format != .html else {
      throw .value(
        "--format", .unknownWord(self.format, nearest: nil, among: ["table", "json"]))
    }
    return format
  }
}

let fieldsHelp: ArgumentHelp = "只列出 --format json 的字段和含义  The fields of the JSON."

/// What `--format` and `--fields` say together.
func readFormat(_ text: String, fields: Bool) throws(Failure) -> Format {
  let format: Format = try readChoice(text, at: "--format")
  guard fields else { return format }
  if format == .csv || format == .html { throw .usage(.needs("--fields", "--format json")) }
  return .fields
}
