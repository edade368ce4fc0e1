import ArgumentParser
import Core
import Intake
import Store
import Values

struct ReportCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "report", "日报 周报 月报 季报，与上期对照；补录、统计、结账  Reports, beside the period before.",
    examples: "revisit report --week", "revisit report --month 上月 --by source",
    note: """
      单独一节写在前面：stats 统计，missed 漏做，birthdays 生日名单，staff 员工成绩，policy 制度评估，
      forms 该交的表单，quota 指标，callbacks 回访报告，coverage 覆盖率，loans，survey；
      结账：report close 2026-10，report open 2026-10
      A section alone stands first: forms, quota, stats, missed, birthdays, staff, policy, callbacks,
      coverage, loans, survey;
      report close 2026-10 closes a month. --format xlsx --out FILE writes a workbook.
      """)

  @OptionGroup var common: CommonOptions
  @Flag(help: "一天（默认今天）  A day; today by default.") var day = false
  @Flag(help: "一周的回访情况（默认本周）  A week's callbacks; this week by default.")
  var week = false
  @Flag(help: "一个月（默认本月）  A month; this month by default.") var month = false
  @Flag(help: "一季（默认本季）  A quarter; this quarter by default.") var quarter = false
  @Flag(help: "四月、十月的半年分析，如 2026-10  The half year before April or October.")
  var halfYear = false
  @Flag(help: "隔日才补录的记录  What was entered after its day.")
  var unlogged = false
  @Flag(help: "事项的回访率（默认本月）  How many cases were called back; this month by default.")
  var callbackRate = false
  @Flag(help: "满意度调查的进度（默认本季）  How far the survey has come; this quarter by default.")
  var survey = false
  @Flag(help: "办理贷款客户清单  Buyers who pay by mortgage.")
  var loans = false
  @Flag(help: "半月的回访登记表，如 2026-11a  A half month's register of callbacks.")
  var half = false
  @Argument(
    help: ArgumentHelp(
      "哪一节；日期，2026-W45、2026-11、2026Q4  A section; a day of the week, or a stretch.",
      valueName: "时段"))
  var words: [String] = []
  @Option(
    parsing: .unconditional, help: ArgumentHelp("自哪天起  From which day.", valueName: "DAY"))
  var from: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("到哪天，默认今天  To which day.", valueName: "DAY"))
  var to: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("只看这几位顾问  Of these consultants alone.", valueName: "姓名"), completion: .staff)
  var consultant: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("按 source grade consultant 分  What divides it.", valueName: "BY"),
    completion: .list(ReportDivision.asked.map(\.rawValue)))
  var by: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "一个数字由哪些应回访和记录得出，如 missed  What lies behind a figure.", valueName: "FIGURE"),
    completion: .list(ReportFigure.allCases.map(\.rawValue)))
  var explain: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("missed：漏做超过几天，默认 7  Missed by more days than that.", valueName: "N"))
  var older: String?
  @Flag(help: "漏做与迟做全部列出  All that was missed or late, not the oldest alone.")
  var all = false
  @Option(
    parsing: .unconditional, help: ArgumentHelp("写到这个文件  The file to write to.", valueName: "FILE"))
  var out: String?
  @OptionGroup var format: FormatOption

  func run() throws {
    let part = words.first.flatMap { ReportPart(rawValue: $0) }
    let isChange = part == .close || part == .open
    try Session(common).inOffice(readOnly: !isChange) { try run(in: $0) }
  }

  func run(in office: Office) throws {
    let isWorkbook = format.format == "xlsx"
    if isWorkbook, out == nil { throw Failure.usage(.needs("--format xlsx", "--out")) }
    let format = try isWorkbook ? Format.table : format.read()
    try refuseConflicts(
      ("--day", day), ("--week", week), ("--month", month), ("--quarter", quarter),
      ("--half-year", halfYear), ("--from", from != nil), ("--unlogged", unlogged),
      ("--callback-rate", callbackRate), ("--survey", survey), ("--loans", loans), ("--half", half))
    let part = words.first.flatMap { ReportPart(rawValue: $0) }
    let rest = part == nil ? words : Array(words.dropFirst())
    let query = ReportParts(part: part, words: rest, command: self)
    switch part {
    case .close, .open: try office.changeMonth(rest.first, isOpening: part == .open)
    default:
      if !isWorkbook, let text = try office.closedReport(query, format) {
        return try write(text, office, format)
      }
      let listing = try office.store.snapshot { try query.listing(office) }
      if let out, isWorkbook {
        return try office.session.answer(
          Workbook(listing, office.session.language).bytes, toFile: out)
      }
      guard out != nil else { return try office.session.answer(listing, as: format) }
      try write(listing.text(as: format, office.session), office, format)
    }
  }

  /// Whether nothing but a period is asked for.
  var isPlain: Bool {
    !(unlogged || callbackRate || survey || loans || half) && by == nil && consultant == nil
      && explain == nil
  }

  /// To stdout, or to the file; a file of values is marked as UTF-8 for spreadsheets.
  private func write(_ text: String, _ office: Office, _ format: Format) throws {
    if out == nil, format == .table { return try office.session.answerPage(text) }
    let mark = out != nil && format == .csv ? CSVWriter.byteOrderMark : ""
    try office.session.answer(mark + text, toFile: out)
  }
}
