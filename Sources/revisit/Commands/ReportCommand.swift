import ArgumentParser
import Core
import Store

struct ReportCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "report", "周报与补录  The week's report, and late entries.",
    examples: "revisit report --week", "revisit report --loans --format csv")

  @OptionGroup var common: CommonOptions
  @Flag(help: "一周的回访情况（默认本周）  A week's callbacks; this week by default.")
  var week = false
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
      "日期，2026-W45、2026-11、2026Q4  A day of the week, or a stretch.", valueName: "时段"))
  var period: String?
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    if half {
      return try session.answer(try office.register(try session.halfMonth(period), as: format))
    }
    let days = try days(session)
    try session.answer(try office.store.snapshot { try answer(office, days, format) })
  }

  private func days(_ session: Session) throws(Failure) -> ClosedRange<Day> {
    guard callbackRate || survey else { return try session.week(period) }
    if let period { return try session.period(period, at: "时段") }
    let today = session.today
    return survey ? session.quarter(of: today) : today.startOfMonth...today.endOfMonth
  }

  private func answer(_ office: Office, _ days: ClosedRange<Day>, _ format: Format) throws -> String
  {
    if unlogged { return try office.lateEntries(days, as: format) }
    if callbackRate { return try office.rateReport(days).text(as: format, office.session) }
    if survey { return try office.surveyRound(days).text(as: format, office.session) }
    if loans { return try office.loanList(as: format) }
    return try text(office, days, format)
  }

  private func text(_ office: Office, _ days: ClosedRange<Day>, _ format: Format) throws -> String {
    let session = office.session
    let report = try office.weekReport(days, at: session.now)
    switch format {
    case .table: return report.text(session.language, session.terminal)
    case .json: return report.json.text + "\n"
    case .csv: return report.csv
    }
  }
}

extension Session {
  /// The ISO week that `text` names: `2026-W45`, or any day of it; this week without a text.
  func week(_ text: String?) throws(Failure) -> ClosedRange<Day> {
    guard let text else { return today.isoWeek.days }
    let plain = text.uppercased()
    if let week = ISOWeek(iso: plain) { return week.days }
    if plain.contains("-W") { throw .value("--week", .time(.unreadableWeek(text))) }
    return try day(text, at: "--week").isoWeek.days
  }
}

extension ISOWeek {
  var days: ClosedRange<Day> { monday...sunday }
}

extension Office {
  /// Contacts and events of those days that were entered later (日清日结).
  fileprivate func lateEntries(_ days: ClosedRange<Day>, as format: Format) throws -> String {
    var listing = Listing(
      "late_entries",
      [
        .init("day", "日期", "day"), .init("recorded", "录入", "recorded"),
        .init("customer", "客户", "customer"), .init("name", "姓名", "name"),
        .init("record", "记录", "record", right: true), .init("what", "内容", "what"),
        .init("user", "录入人", "user"),
      ])
    let words = try FactWords(store)
    for entry in try store.lateEntries(from: days.lowerBound, to: days.upperBound)
    where entry.fact.body.isOfTheDay {
      listing.add([
        .string(entry.fact.moment.description), .string(entry.recorded.description),
        .string(number(entry.customer)), .string(try store.customer(entry.customer)?.name ?? ""),
        .int(Int(entry.fact.id)), .string(session.say(words.tell(entry.fact.body))),
        .string(entry.user),
      ])
    }
    return listing.text(as: format, session, ifEmpty: WeekMessages.noLateEntries)
  }
}

extension Fact.Body {
  /// Something that happened with the customer, rather than what is known of them.
  fileprivate var isOfTheDay: Bool {
    switch self {
    case .event, .contact, .step: true
    case .grade, .tag, .averse, .doNotContact, .hours, .owner, .postponement, .skip, .birthday:
      false
    }
  }
}
