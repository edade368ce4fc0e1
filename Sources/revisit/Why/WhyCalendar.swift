import Core

// What the office's calendar, and the hours of the day, make of a rule.

extension WhyPage {
  /// What the calendar lacks for the rule, and what it moved.
  func calendarRemarks(_ rule: Rule, _ explanation: Explanation) -> [String] {
    let reasons = explanation.reasons.map(\.due)
    let dues = reasons.isEmpty ? explanation.coming.prefix(1).map(\.due) : reasons
    var remarks: [Bilingual] = []
    if case .occasion(.companyHolidays(let festivals), _, _) = rule.schedule, dues.isEmpty {
      remarks.append(WhyMessages.noHoliday(festivals, in: vocabulary))
    }
    remarks += moved(explanation)
    if rule.dayOff != .leave || rule.schedule.countsWorkdays {
      let years = Set(dues.map(\.day.year)).filter { !engine.calendar.isPublished($0) }
      remarks += years.sorted().map(CalendarMessages.unpublished)
    }
    return remarks.map { row(WhyMessages.calendar, $0) }
      + [late(explanation)].compactMap { $0 }.map { row(WhyMessages.status, $0) }
  }

  /// Each holiday of the company that moved what is told of.
  private func moved(_ explanation: Explanation) -> [Bilingual] {
    let reasons = explanation.reasons.map { ($0.planned, $0.due.day) }
    let others = ([explanation.last].compactMap { $0 } + explanation.coming.prefix(1))
      .map { ($0.planned, $0.due.day) }
    return (reasons.isEmpty ? others : reasons).compactMap { planned, due in
      planned.flatMap(engine.calendar.closures.closure)
        .map { WhyMessages.moved(by: $0, isBefore: due < $0.lowerBound) }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A timed message that nobody could send: its hours were over when its event came.
  private func late(_ explanation: Explanation) -> Bilingual? {
    let rule = engine.rule(explanation.rule)
    guard explanation.reasons.isEmpty, explanation.last == nil, explanation.closed == nil,
      rule.expires, let hours = rule.hours, case .once(.event(let kinds), _, due: 0) = rule.schedule,
      let event = history.facts.last(where: { fact in
        guard case .event(let kind) = fact.body else { return false }
        return kinds.contains(kind) && !now.isSurelyBefore(fact.moment)
      }),
      let time = event.time, hours.to < time
    else { return nil }
    return WhyMessages.tooLate(event, for: hours, in: vocabulary)
  }

  /// Whether something can be said of what became of it.
  func tells(_ explanation: Explanation) -> Bool {
    explanation.last != nil || late(explanation) != nil
  }

  func tooLate(_ explanation: Explanation) -> String? {
    late(explanation).map {
      "  " + WhyMessages.other(engine.rule(explanation.rule), $0)[language]
    }
  }
}
