import ArgumentParser
import Core
import Store
import Values

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "工作日历：节假日 调休 公司放假 休假  Workdays and days off.",
    subcommands: [
      ShowMonth.self, ImportYear.self, AddCompanyDays.self, AddLeave.self, SetRestDays.self,
      ListCalendar.self, ExportCalendar.self,
    ], defaultSubcommand: ShowMonth.self)
}

struct ShowMonth: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "show", "一个月：节日 调休 节点 每天要回访几位  A month and its load.",
    examples: "revisit calendar show", "revisit calendar show 下月 --consultant 李明")

  @OptionGroup var common: CommonOptions
  @Argument("2026-10，下月，或其中一天；默认本月  The month.", "月份") var month: String?
  @Option("只算这位顾问的客户  Whose customers are counted.", "NAME", completion: .staff) var consultant:
    String?
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let days = try session.month(month, at: "月份")
    let consultant = try consultant.map { try office.staff($0, at: "--consultant") }
    let month = try office.month(days, of: consultant)
    guard format == .table, session.terminal.width >= MonthGrid.width else {
      return try session.answer(month.listing, as: format)
    }
    try session.answerPage(month.text(session))
  }
}

struct ListCalendar: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "list", "已知的年份，公司的日子和休假  What the calendar holds.",
    examples: "revisit calendar list", "revisit calendar list --format csv")

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    try session.answer(try office.calendarEntries(), "放假、休假与休息日", "Days off", as: format)
  }
}

extension Office {
  private typealias Line = (
    days: ClosedRange<Day>, kind: Cell, name: Cell, staff: String?
  )

  fileprivate func calendarEntries() throws -> Listing.Section {
    let calendar = try calendar()
    let years = calendar.work.publishedYears.compactMap { year -> Line? in
      guard let first = Day(year: year, month: 1, day: 1),
        let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      let origin: Cell =
        calendar.imported.contains(year)
        ? .word("imported", CalendarMessages.importedYear)
        : .word("built_in", CalendarMessages.builtIn)
      return (first...last, .word("year", CalendarMessages.year), origin, nil)
    }
    let company = calendar.work.company.map { days -> Line in
      let kind: DayKind = days.isHoliday ? .companyHoliday(days.name) : .companyWorkday(days.name)
      return (days.days, .word(kind.name, CalendarMessages.kind(kind)), .text(days.name), nil)
    }
    let names = try staffNames()
    let leaves = calendar.leaves.map { leave -> Line in
      (leave.days, .word("leave", CalendarMessages.leave), .text(leave.name), names[leave.staff])
    }
    return Listing.Section(
      "entries", years + company + leaves,
      [
        .init("from", "自", "From", least: 10) { .day($0.days.lowerBound) },
        .init("to", "至", "To", least: 10) { .day($0.days.upperBound) },
        .init("kind", "类别", "Kind") { $0.kind },
        .init("name", "名称", "Name") { $0.name },
        .init("staff", "员工", "Staff") { .optional($0.staff) },
      ])
  }
}
