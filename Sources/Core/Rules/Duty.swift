/// Those who owe a duty of the office (由谁负责).
package enum DutyHolder: Hashable, Sendable {
  /// The office as a whole (案场).
  case office
  /// Each member of staff in that role; with `any`, one of them is enough.
  case role(Role, any: Bool)
}

/// When a duty is due.
package enum DutySchedule: Hashable, Sendable {
  /// On the days of a series, counted from the policy's first day. Without `daysOff`, a day that is
  /// no working day has none.
  case series(Cadence, workdaysOnly: Bool)
  /// At that distance from each milestone of these kinds.
  case milestone(TermSet<MilestoneKind>, due: Offset)
}

/// What shows that a duty was done (完成的凭据).
package enum Evidence: Hashable, Sendable {
  /// An entry of that kind in the ledger (台账), made by `revisit done`.
  case ledger(String)
  /// A report of that name was handed in.
  case report(String)
  /// Events of that kind with customers of that member of staff.
  case event(EventKind)
}

/// What staff or the office owes, beside calls to customers: reports, registers, patrols, portraits.
package struct Duty: Hashable, Sendable {
  /// The id that lists and reports cite.
  package var id: String
  /// What people call it (简称), in at most six characters; empty: by its id.
  package var name = ""
  /// The same in English.
  package var englishName = ""
  /// The article of the source.
  package var article: String
  /// What it asks for, in short.
  package var says: String
  /// The members of staff that owe it.
  package var holder: DutyHolder
  /// When it is owed.
  package var schedule: DutySchedule
  /// Where it goes when its due day is a day off.
  package var dayOff: DayOffChoice
  /// The hour by which it is due; nil: the day's end.
  package var until: TimeOfDay?
  /// What shows that it was done.
  package var evidence: Evidence
  /// How much of the evidence is needed, 1 or more.
  package var count: Int
  /// The weekday on which a week of its own begins; nil: evidence counts from the day after the
  /// last slot.
  package var weekFrom: Weekday?

  package init(
    id: String, article: String = "", says: String = "", holder: DutyHolder,
    schedule: DutySchedule, dayOff: DayOffChoice = .leave, until: TimeOfDay? = nil,
    evidence: Evidence, count: Int = 1, weekFrom: Weekday? = nil
  ) {
    self.id = id
    self.article = article
    self.says = says
    self.holder = holder
    self.schedule = schedule
    self.dayOff = dayOff
    self.until = until
    self.evidence = evidence
    self.count = count
    self.weekFrom = weekFrom
  }
}
