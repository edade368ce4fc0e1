import Core

extension CalendarMonth {
  /// The page for a terminal: the grid, what stands in the month by name, and how to read it.
  func text(_ session: Session) -> String {
    let below = notes(isGrid: true).map { visible(session.say($0)) + "\n" }.joined()
    return MonthGrid(month: self, session: session).text + below
  }

  private func notes(isGrid: Bool) -> [Bilingual] {
    var notes: [Bilingual] = []
    if !isPublished { notes.append(CalendarMessages.unpublished(days.lowerBound.year)) }
    notes += runs.map { CalendarMessages.run($0.days, $0.kind) }
    notes += milestones.map { CalendarMessages.milestone($0, in: vocabulary) }
    notes += leaves.filter { $0.days.overlaps(days) }
      .map { CalendarMessages.leave($0.name, $0.days) }
    let total = all.compactMap(load).reduce(0, +)
    if total > 0 {
      notes.append(
        CalendarMessages.load(total, withOverdue: days.contains(today), isGrid: isGrid))
    }
    return notes
  }

  /// Days that follow one another and are the same; plain ones are left out.
  private var runs: [(days: ClosedRange<Day>, kind: DayKind)] {
    var runs: [(days: ClosedRange<Day>, kind: DayKind)] = []
    for day in all {
      let kind = work.kind(of: day)
      guard kind.occasion != nil else { continue }
      if let last = runs.last, last.kind == kind, day - last.days.upperBound == 1 {
        runs[runs.count - 1].days = last.days.lowerBound...day
      } else {
        runs.append((day...day, kind))
      }
    }
    return runs
  }

  /// One row a day: for programs, and where the grid has no room.
  var listing: Listing {
    let number = days.lowerBound.civil
    var section = Listing.Section(
      "days", all,
      [
        .init("date", "日期", "Day", least: 5, shown: .page) { .text(String("\($0)".dropFirst(5))) },
        .init("weekday", "星期", "Day", least: 4) {
          .told(.int($0.weekday.number), $0.weekday.bilingual)
        },
        .init("load", "应回访", "Due", right: true) { day in
          load(on: day).map { .number($0) } ?? .empty
        },
        .init("kind", "类别", "Kind", least: 8) { day in
          .word(work.kind(of: day).name, CalendarMessages.kind(work.kind(of: day)))
        },
        .init("names", "节日", "Festival", shown: .page) { .words(names(on: $0)) },
        .init("day", "日期", "day", shown: .data) { .day($0) },
        .init("week", "ISO 周", "ISO week", shown: .data) { .text("\($0.isoWeek)") },
        .init("lunar", "农历", "lunar day", shown: .data) {
          .optional(LunarDate($0)?.monthAndDay.description)
        },
        .init("workday", "是不是工作日", "whether it is a workday", shown: .data) {
          .flag(work.kind(of: $0).isWorkday)
        },
        .init("occasion", "哪个假期", "which holiday", shown: .data) {
          .optional(work.kind(of: $0).occasion)
        },
        .init("festivals", "节日", "festivals", shown: .data) {
          .list(festivals(on: $0).map { .text($0.word(in: vocabulary).name) })
        },
        .init("milestones", "项目节点", "milestones", shown: .data) {
          .list(milestones(on: $0).map { .text($0.label(in: vocabulary)) })
        },
        .init("off", "谁休假", "who is off", shown: .data) { .list(off(on: $0).map { .text($0) }) },
        .init("published", "这一年的放假安排公布了没有", "whether the year is published", shown: .data) { _ in
          .flag(isPublished)
        },
      ])
    section.notes = notes(isGrid: false)
    return Listing(
      title: CalendarMessages.month(number.year, number.month, workdays: workdays), [section])
  }

  /// The festival or the lunar day, then what is planned, who is off.
  private func names(on day: Day) -> Bilingual {
    let festival = festivals(on: day).first.map { CalendarMessages.short($0, in: vocabulary) }
    let lunar = LunarDate(day).map(CalendarMessages.lunar)
    let others = [work.kind(of: day).occasion].compactMap { $0 } + off(on: day)
    let parts =
      [festival ?? lunar].compactMap { $0 }
      + milestones(on: day).map { CalendarMessages.name($0, in: vocabulary) }
      + others.map { Bilingual($0, $0) }
    return parts.joined(separator: " ")
  }
}

extension DayKind {
  /// Stable name in JSON and CSV.
  var name: String {
    switch self {
    case .workday: "workday"
    case .restDay: "rest_day"
    case .holiday: "holiday"
    case .makeUpWorkday: "make_up_workday"
    case .companyHoliday: "company_holiday"
    case .companyWorkday: "company_workday"
    }
  }
}

extension Milestone {
  /// Its title, or the stable name of its kind.
  fileprivate func label(in vocabulary: Vocabulary) -> String {
    title.isEmpty ? kind.word(in: vocabulary).name : title
  }
}
