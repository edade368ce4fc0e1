import Core

/// A month as weeks of seven cells, Monday to Sunday.
struct MonthGrid {
  let month: CalendarMonth
  let session: Session

  /// Columns of a cell, the blank behind it included.
  private static let cell = 10
  private static let label = 5
  /// A narrower terminal gets a list of days.
  static let width = label + 7 * cell - 1

  var text: String {
    ([heading, weekdays] + weeks.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let (year, number, _) = month.days.lowerBound.civil
    return session.say(CalendarMessages.month(year, number, workdays: month.workdays))
  }

  private var weekdays: String {
    let names = Weekday.allCases.map { " " + session.say($0.bilingual) }
    return session.terminal.paint(line("", names), .faint)
  }

  private var weeks: [Day] {
    let (first, last) = (month.days.lowerBound.monday, month.days.upperBound)
    return (0...(last - first) / 7).map { first + 7 * $0 }
  }

  /// Numbers and marks, then festivals and lunar days, then what is planned if anything is.
  private func lines(_ monday: Day) -> [String] {
    let days = (0..<7).map { offset in
      monday.adding(offset).flatMap { month.days.contains($0) ? $0 : nil }
    }
    let week = monday.isoWeek
    let plans = days.map { $0.map(plan) ?? "" }
    let number = "W\(week.number < 10 ? "0" : "")\(week.number)"
    return [line(number, days.map { $0.map(head) ?? "" })]
      + [line("", days.map { $0.map { " " + name($0) } ?? "" })]
      + (plans.contains { !$0.isEmpty } ? [line("", plans.map { " " + $0 })] : []) + [""]
  }

  private func line(_ label: String, _ cells: [String]) -> String {
    var line = Width.fit(label, MonthGrid.label)
    for cell in cells { line += Width.fit(cell, MonthGrid.cell - 1) + " " }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// `*12班   34`: today, the day, its mark and its load.
  private func head(_ day: Day) -> String {
    let number = day.civil.day
    let flag = day == month.today ? "*" : " "
    let mark = CalendarMessages.mark(month.work.kind(of: day)).map(session.say) ?? ""
    let load = month.load(on: day).map(MonthGrid.short) ?? ""
    return flag + (number < 10 ? " " : "") + String(number) + Width.fit(mark, 2)
      + Width.fit(load, 4, right: true)
  }

  /// Four columns: `9999`, `123k`.
  static func short(_ count: Int) -> String {
    count == 0 ? "" : count < 10_000 ? String(count) : "\(count / 1000)k"
  }

  private func name(_ day: Day) -> String {
    if let festival = month.festivals(on: day).first {
      return session.say(CalendarMessages.short(festival, in: month.vocabulary))
    }
    return LunarDate(day).map { session.say(CalendarMessages.lunar($0)) } ?? ""
  }

  private func plan(_ day: Day) -> String {
    if let milestone = month.milestones(on: day).first {
      return visible(session.say(CalendarMessages.name(milestone, in: month.vocabulary)))
    }
    switch month.work.kind(of: day) {
    case .companyHoliday(let name), .companyWorkday(let name): return visible(name)
    case .workday, .restDay, .holiday, .makeUpWorkday: return ""
    }
  }
}
