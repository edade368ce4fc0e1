import Core
import Store

// Callbacks before a holiday (节前回访): what falls into it is done in the week before.

extension ComingHoliday {
  /// Days before the holiday from which it is called for.
  static let lead = 7

  /// Since when a call counts for it.
  var from: Day { days.lowerBound - ComingHoliday.lead }
}

extension Findings {
  /// What falls into the holiday, unless the customer was reached in the week before.
  func batch(
    before holiday: ComingHoliday, _ engine: Engine, for scope: WorkScope, at now: Moment
  ) -> AgendaEntry {
    guard let state = timeline.state(on: now.day), !state.isStopped,
      !history.isReached(since: holiday.from)
    else {
      return .nothing
    }
    let coming = obligations.filter {
      $0.status == .upcoming && holiday.days.contains($0.opens.day)
        && scope.hold($0.doer)
    }
    let reasons = engine.reasons(coming, state, at: now)
    return AgendaLine(customer: history.customer, state: state, reasons: reasons)
      .map { .line($0) } ?? .nothing
  }
}

extension History {
  fileprivate func isReached(since day: Day) -> Bool {
    for fact in facts.reversed() {
      if fact.day < day { return false }
      if case .contact(let contact) = fact.body, contact.outcome.counts { return true }
    }
    return false
  }
}

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
      "节前：\(holiday.name) \(first) 至 \(last) 里到期的，请在 \(short(holiday.eve))（\(weekday.zh)）以前联系",
      "due within \(holiday.name), \(first) to \(last): call by \(short(holiday.eve)) (\(weekday.en))"
    )
  }
}
