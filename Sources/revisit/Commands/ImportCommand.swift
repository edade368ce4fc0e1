import ArgumentParser
import Core
import Intake
import Store
import Values

struct ImportCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "import", "导入客户台账 CSV  Import customers from a CSV file.",
    examples: "revisit import 客户.csv --dry-run", "revisit import 客户.csv --skip-bad --reject 错误.csv")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("CSV 文件  The file.", "文件") var file: String
  @Option("编码，默认自动识别  utf-8, gb18030, utf-16.", "NAME") var encoding: String?
  @Option("列=字段，可多次  A column's field.", "COLUMN=FIELD") var map: [String] = []
  @Option("列里的值读作什么，可多次：获客渠道：自然到访=来访  What a value means.", "COLUMN:VALUE=WORD") var mapValue:
    [String] = []
  @Flag(help: "已有客户的新情况也记下  Record news of known customers.") var update = false
  @Flag(help: "名字相近也登记为新员工  Names near known ones are new staff.") var newStaff = false
  @Flag(help: "只检查，不写入  Check only.") var dryRun = false
  @Flag(help: "错误行另存，其余导入  Import the sound rows.") var skipBad = false
  @Option("错误行存到，默认 文件.refused.csv  Where refused rows go.", "FILE") var reject: String?
  @OptionGroup var format: PageOption

  func run(in office: Office) throws {
    try office.require(.importCustomers)
    let session = office.session
    let format = try format.read()
    if format == .fields {
      let nothing = ImportReport(file: file, isDryRun: dryRun).data(isRefused: false)
      return try session.answer(nothing, as: format)
    }
    var options = try options(session)
    try refuseConflicts(("--reject", reject != nil), ("--dry-run", dryRun))
    if reject != nil, !skipBad { throw Failure.usage(.needs("--reject", "--skip-bad")) }
    if file == "-", skipBad, reject == nil { throw Failure.usage(.needs("--skip-bad", "--reject")) }
    options.vocabulary = try office.vocabulary()
    let rejects = try skipBad && !dryRun ? RejectTarget(rejectPath, session.language) : nil
    let report = try carryOut(options, rejects, at: office)
    try tell(report, as: format, session)
  }

  private func options(_ session: Session) throws -> IntakeOptions {
    let columns = try map.map { text in
      guard let column = ColumnOverride(text) else {
        throw Failure.option("--map", .unreadablePair(text))
      }
      return column
    }
    let encoding = try encoding.map { try readEncoding($0) }
    var options = IntakeOptions(today: session.today, encoding: encoding, columns: columns)
    options.values = try mapValue.map { text in
      guard let value = ValueOverride(text) else {
        throw Failure.option("--map-value", .unreadableValueMap(text))
      }
      return value
    }
    return options
  }

  /// `客户台账.csv` → `客户台账.refused.csv`.
  private var rejectPath: String {
    if let reject { return reject }
    return (file.hasSuffix(".csv") ? String(file.dropLast(4)) : file) + ".refused.csv"
  }

  /// One transaction: it is called off where a row is refused and `--skip-bad` was not given, and
  /// always in a dry run.
  private func carryOut(
    _ options: IntakeOptions, _ rejects: RejectTarget?, at office: Office
  ) throws -> ImportReport {
    do {
      var report = ImportReport(file: file, isDryRun: dryRun)
      do {
        try office.write("import", headline: "", isLoad: true) { transaction in
          try FileAccess.ofProcess().checkReading(file)
          try ByteSource.withFile(file) { source in
            let run = try ImportRun(
              office: office, transaction: transaction, rejects: rejects,
              choices: ImportChoices(updates: update, takesNewStaff: newStaff))
            report = try run.read(source, options, into: report)
          }
          if dryRun || report.isRefused(skippingBad: skipBad) || !report.hasChanges {
            throw CallOff()
          }
        }
        report.isWritten = true
      } catch is CallOff {
        report.isSkipping = skipBad
      }
      return report
    } catch let failure as IntakeFailure {
      rejects?.abandon()
      throw Failure.intake(path: file, failure)
    } catch {
      rejects?.abandon()
      throw error
    }
  }

  private func tell(_ report: ImportReport, as format: Format, _ session: Session) throws {
    let isRefused = report.isRefused(skippingBad: skipBad)
    if format == .json {
      try session.answerRecorded(report.data(isRefused: isRefused).text(as: format, session))
    } else if !isRefused {
      try session.answerRecorded(report.text(session, rejects: skipBad ? rejectPath : nil))
    }
    guard isRefused else { return }
    let rows = report.errors.map { Failure.row(path: file, $0) }
    throw Failure.several(rows + [.refusal(report.refusal)], code: .data)
  }
}

/// The encoding that `--encoding` names.
func readEncoding(_ text: String) throws(Failure) -> TextEncoding {
  if let encoding = TextEncoding(name: halfWidth(text)) { return encoding }
  let names = TextEncoding.allCases.map(\.rawValue)
  throw .value("--encoding", .unknownWord(text, nearest: nil, among: names))
}

/// Rolls the transaction back without being an error.
private struct CallOff: Error {}
