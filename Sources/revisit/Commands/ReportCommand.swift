import ArgumentParser
import Core
import Store
import Values

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
  @Argument("日期，2026-W45、2026-11、2026Q4  A day of the week, or a stretch.", "时段") var period:
    String?
  @Flag(help: "漏做与迟做全部列出  All that was missed or late, not the oldest alone.")
  var all = false
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    try refuseConflicts(
      ("--week", week), ("--unlogged", unlogged), ("--callback-rate", callbackRate),
      ("--survey", survey), ("--loans", loans), ("--half", half))
    if loans, let period { throw Failure.usage(.conflict("--loans", period)) }
    let days = try days(session)
    let listing = try office.store.snapshot { try report(of: days, office) }
    try session.answer(listing, as: format)
  }

  private func days(_ session: Session) throws(Failure) -> ClosedRange<Day> {
    if half { return try session.halfMonth(period, at: "--half") }
    guard callbackRate || survey else {
      return try session.week(period, at: week ? "--week" : "时段")
    }
    if let period { return try session.period(period, at: "时段") }
    let today = session.today
    return survey ? today.quarter : today.startOfMonth...today.endOfMonth
  }

  private func report(of days: ClosedRange<Day>, _ office: Office) throws -> Listing {
    if half { return try office.register(days) }
    if unlogged { return try office.lateEntries(days) }
    if callbackRate { return try office.rateReport(days).listing }
    if survey { return try office.surveyRound(days).listing }
    if loans { return try office.loanList() }
    return try office.weekReport(days, at: office.session.now, all: all).listing
  }
}

extension Office {
  /// Contacts and events of those days that were entered later (日清日结).
  fileprivate func lateEntries(_ days: ClosedRange<Day>) throws -> Listing {
    let words = try FactWords(store)
    let entries = try store.lateEntries(from: days.lowerBound, to: days.upperBound)
      .filter { $0.fact.body.isOfTheDay }
      .map { (entry: $0, name: try store.customer($0.customer)?.name ?? "") }
    let span = (days.lowerBound, days.upperBound)
    let title = Bilingual(
      "隔天补录  \(span.0) 至 \(span.1)", "Entered on a later day  \(span.0) to \(span.1)")
    return Listing(
      title: title,
      [
        Listing.Section(
          "late_entries", entries, ifEmpty: WeekMessages.noLateEntries,
          [
            .init("day", "日期", "day") { .moment($0.entry.fact.moment) },
            .init("recorded", "录入", "recorded") { .moment($0.entry.recorded) },
            .init("customer", "客户", "customer") { .text(number($0.entry.customer)) },
            .init("name", "姓名", "name") { .text($0.name) },
            .init("record", "记录", "record", right: true) { .number(Int($0.entry.fact.id)) },
            .init("what", "内容", "what") { .text(session.say(words.tell($0.entry.fact.body))) },
            .init("user", "录入人", "user") { .text($0.entry.user) },
          ])
      ])
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
