import ArgumentParser
import Core
import Intake
import Store

struct ImportYear: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "import", "导入一年的放假安排  Import the holidays of a published year.",
    examples: "revisit calendar import 2027.csv",
    "revisit calendar import 2027.csv --encoding utf-8",
    note: """
      CSV，表头 date,kind,name；kind 为 holiday 放假 或 workday 调休上班；未列的日子按星期。
      A CSV file: date, kind (holiday, workday), name. Days that are not listed are what their weekday says.
      """)

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("CSV 文件  The file.", "文件") var file: String
  @Option("编码，默认自动识别  utf-8, gb18030, utf-16.", "NAME") var encoding: String?

  func run(in office: Office) throws {
    let session = office.session
    let encoding = try encoding.map { try readEncoding($0) }
    let year = try readYear(encoding)
    let calendar = try office.calendar()
    let isImported = calendar.imported.contains(year.year)
    let known = calendar.work.year(year.year)
    guard known != year else {
      return try session.answer(
        session.say(CalendarMessages.same(year.year, isImported: isImported)) + "\n")
    }
    let headline = session.say(CalendarMessages.imported(year)) + "\n"
    try office.write("calendar import", headline: headline) { try $0.importYear(year) }
    if let missing = CalendarMessages.missing(year) { session.warn(missing) }
    let replaced = known.map {
      session.say(CalendarMessages.replaced(year.differences(from: $0), isImported: isImported))
        + "\n"
    }
    try session.answerRecorded((replaced ?? "") + Aftermath.undoHint(session))
  }

  private func readYear(_ encoding: TextEncoding?) throws -> CalendarYear {
    try FileAccess.ofProcess().checkReading(file)
    do {
      return try ByteSource.withFile(file) { try YearFile.read($0, encoding: encoding) }
    } catch let failure as IntakeFailure {
      throw Failure.intake(path: file, failure)
    } catch let refused as YearFileProblems {
      throw Failure.yearFile(path: file, refused.problems)
    }
  }
}

extension CalendarYear {
  /// Days that only one of the two has, or that are not the same in both.
  fileprivate func differences(from other: CalendarYear) -> Int {
    Set(Set(days).symmetricDifference(other.days).map(\.day)).count
  }
}
