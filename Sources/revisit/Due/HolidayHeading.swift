import Core
import Store

// Callbacks before a holiday (节前回访): which one is near, and what the page says of it.

extension Office {
  /// The holiday for which customers are called today; an error where none is near.
  func comingHoliday() throws -> ComingHoliday {
    let work = try calendar().work
    let today = session.today
    guard let holiday = work.holiday(after: today, within: ComingHoliday.lead) else {
      throw Failure.refusal(.noHoliday("\(today)", days: ComingHoliday.lead))
    }
    session.warnOfUnpublished(today...holiday.days.upperBound, work)
    return holiday
  }
}

extension DueMessages {
  /// `节前: 春节放假 02-05 至 02-12, 请在 02-04 (周四) 以前联系`.
  static func holiday(_ holiday: ComingHoliday) -> Bilingual {
    func short(_ day: Day) -> Substring { day.description.dropFirst(5) }
    let (first, last) = (short(holiday.days.lowerBound), short(holiday.days.upperBound))
    let weekday = holiday.eve.weekday.bilingual
    return Bilingual(
      "节前: \(holiday.name) \(first) 至 \(last) 里到期的, 请在 \(short(holiday.eve)) (\(weekday.zh)) 以前联系",
      "due within \(holiday.name), \(first) to \(last): call by \(short(holiday.eve)) (\(weekday.en))"
    )
  }
}
