import ArgumentParser
import Core
import Store

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "周报与补录  The week's report, and late entries.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "一周的回访情况 (默认本周)  A week's callbacks; this week by default.")
  var week = false
  @Flag(help: "隔日才补录的记录  What was entered after its day.")
  var unlogged = false
  @Flag(help: "半月的回访登记表, 如 2026-11a  A half month's register of callbacks.")
  var half = false
  @Argument(help: ArgumentHelp("日期或 2026-W45  A day of the week, or the week.", valueName: "周"))
  var period: String?
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    if half {
      let days = try session.halfMonth(period)
      return try session.atDesk(readOnly: true) { desk in
        try session.answer(try desk.register(days, as: format))
      }
    }
    let days = try session.week(period)
    try session.atDesk(readOnly: true) { desk in
      if unlogged {
        try session.answer(try desk.lateEntries(days, as: format))
      } else {
        try session.answer(try text(desk, days, format))
      }
    }
  }

  private func text(_ desk: Desk, _ days: ClosedRange<Day>, _ format: Format) throws -> String {
    let session = desk.session
    let report = try desk.weekReport(days, at: session.now)
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
    if let week = ISOWeek(iso: text.uppercased()) { return week.days }
    return try day(text, at: "--week").isoWeek.days
  }
}

extension ISOWeek {
  var days: ClosedRange<Day> { monday...sunday }
}

extension Desk {
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
