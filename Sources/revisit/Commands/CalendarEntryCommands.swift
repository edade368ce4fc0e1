import ArgumentParser
import Core
import Store
import Values

struct AddCompanyDays: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "add", "公司放假，或 --open 照常上班  Company holidays, or days worked.",
    examples: "revisit calendar add 公司年会 --from +3天",
    "revisit calendar add 春节放假 --from 2027-02-05 --to 2027-02-11")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("名称，如 春节放假  What it is called.", "名称") var name: String
  @Option("第一天  The first day.", "DAY") var from: String
  @Option("最后一天，默认只一天  The last day.", "DAY") var to: String?
  @Flag(help: "这几天照常上班  These days are worked.") var open = false

  func run(in office: Office) throws {
    let session = office.session
    let name = try readText(name, at: "名称", limit: 20)
    let days = try session.span(from, at: "--from", to, lean: .plan)
    let entry = CompanyDays(days, isHoliday: !open, name: name)
    let kind: DayKind = open ? .companyWorkday(name) : .companyHoliday(name)
    let words = session.say(CalendarMessages.kind(kind))
    try office.write(
      "calendar add", headline: "\(session.say(days))  \(words) \(visible(name))\n"
    ) { try $0.addCompanyDays(entry) }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}

struct AddLeave: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "off", "员工休假  A member of staff is off.",
    examples: "revisit calendar off 李明 --on 明天",
    "revisit calendar off 李明 --on 明天 --to +3天 --reason 年假")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("姓名  Who.", "姓名", completion: .staff) var name: String
  @Option("第一天  The first day.", "DAY") var on: String
  @Option("最后一天，默认只一天  The last day.", "DAY") var to: String?
  @Option("原因  Why.", "TEXT") var reason: String?

  func run(in office: Office) throws {
    let session = office.session
    let days = try session.span(on, at: "--on", to, lean: .plan)
    let reason = try reason.map { try readText($0, at: "--reason", limit: 100) } ?? ""
    let staff = try office.colleague(name, at: "姓名")
    let words = [session.say(CalendarMessages.leave), staff.name, reason].filter { !$0.isEmpty }
    let headline = "\(session.say(days))  \(visible(words.joined(separator: " ")))\n"
    try office.write("calendar off", headline: headline) {
      try $0.addLeave(Leave(staff.id, days, name: reason))
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}

struct SetRestDays: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "rest", "每周哪几天休息，默认周六周日  The weekly rest days.",
    examples: "revisit calendar rest 周一 周二", "revisit calendar rest 无")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("周六 周日…，或 无  Weekdays, or none.", "休息日") var days: [String]

  func run(in office: Office) throws {
    let session = office.session
    let isNone = days.count == 1 && ["无", "none"].contains(days[0].lowercased())
    let days =
      isNone ? [] : TermSet<Weekday>(try self.days.flatMap { try readTerms($0, at: "休息日") })
    guard days.count < 7 else { throw Failure.option("休息日", .noWorkday) }
    try office.write(
      "calendar rest", headline: session.say(CalendarMessages.restDays(days)) + "\n"
    ) { try $0.setRestDays(days) }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}

// MARK: - Reading days

extension Session {
  /// From one day to another, which stands at `--to`; the first alone without it.
  func span(
    _ from: String, at place: String, _ to: String?, lean: DayReader.Lean = .record
  ) throws(Failure) -> ClosedRange<Day> {
    let first = try day(from, at: place, lean: lean)
    guard let to else { return first...first }
    let last = try lastDay(to, from: first, lean: lean)
    guard last >= first else {
      throw .value("--to", .time(.past("\(last)", earliest: "\(first)")))
    }
    guard last - first < 366 else {
      throw .value("--to", .time(.longSpan(last - first + 1, most: 366)))
    }
    return first...last
  }

  /// The day at `--to`. What is recorded may be asked for to the end of a stretch that has begun.
  func lastDay(
    _ to: String, from first: Day?, lean: DayReader.Lean = .record
  ) throws(Failure) -> Day {
    let last = try day(to, at: "--to", lean: lean)
    guard let first, last < first else { return last }
    return try day(to, at: "--to", lean: .plan)
  }
}
