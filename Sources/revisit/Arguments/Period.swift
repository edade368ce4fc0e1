import Core
import Values

extension Session {
  /// The days that `text` names: a week 2026-W45, a month 2026-11, a quarter 2026Q4, a year 2026;
  /// 本周 本月 本季 今年.
  func period(_ text: String, at place: String) throws(Failure) -> ClosedRange<Day> {
    let plain = halfWidth(text).uppercased()
    switch plain {
    case "本周", "WEEK": return today.isoWeek.days
    case "本月", "MONTH": return today.startOfMonth...today.endOfMonth
    case "本季", "QUARTER": return quarter(of: today)
    case "今年", "YEAR": return months(today.year, 1...12)
    default: break
    }
    if let week = ISOWeek(iso: plain) { return week.days }
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    let (whole, numbers) = (plain.split(separator: "Q"), parts.compactMap { Int($0) })
    let quarters = whole.count == 2 ? whole[0].filter { $0 != "-" } : ""
    if let year = Int(quarters), let number = Int(whole[1]), isYear(year), 1...4 ~= number {
      return months(year, number * 3 - 2...number * 3)
    }
    if numbers.count == parts.count, let year = numbers.first, isYear(year) {
      if numbers.count == 1 { return months(year, 1...12) }
      if numbers.count == 2, 1...12 ~= numbers[1] { return months(year, numbers[1]...numbers[1]) }
    }
    throw .value(place, .time(.unreadablePeriod(text)))
  }

  func quarter(of day: Day) -> ClosedRange<Day> {
    let first = (day.civil.month - 1) / 3 * 3 + 1
    return months(day.year, first...first + 2)
  }

  private func isYear(_ year: Int) -> Bool { 1900...2199 ~= year }

  private func months(_ year: Int, _ months: ClosedRange<Int>) -> ClosedRange<Day> {
    let last = Day.days(in: months.upperBound, of: year)
    guard let from = Day(year: year, month: months.lowerBound, day: 1),
      let to = Day(year: year, month: months.upperBound, day: last)
    else { return today...today }
    return from...to
  }
}
