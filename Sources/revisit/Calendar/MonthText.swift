import Core

extension CalendarMonth {
  /// The page for a terminal: the grid, what stands in the month by name, and how to read it.
  func text(_ session: Session) -> String {
    guard session.terminal.width >= MonthGrid.width else {
      return brief(session).text(as: .table, session, ifEmpty: Bilingual("", ""))
    }
    let below = notes.map { visible(session.say($0)) + "\n" }.joined()
    return MonthGrid(month: self, session: session).text + below
  }

  private var notes: [Bilingual] {
    var notes: [Bilingual] = []
    if !isPublished { notes.append(CalendarMessages.unpublished(days.lowerBound.year)) }
    notes += runs.map { CalendarMessages.run($0.days, $0.kind) }
    notes += milestones.map(CalendarMessages.milestone)
    notes += leaves.filter { $0.days.overlaps(days) }
      .map { CalendarMessages.leave($0.name, $0.days) }
    let total = all.compactMap(load).reduce(0, +)
    if total > 0 { notes.append(CalendarMessages.load(total, withOverdue: days.contains(today))) }
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

  /// One row a day, for a narrow terminal.
  private func brief(_ session: Session) -> Listing {
    var list = Listing(
      "days",
      [
        .init("day", "日期", "Day", least: 5), .init("weekday", "星期", "Day", least: 4),
        .init("load", "应回访", "Due", right: true), .init("kind", "类别", "Kind", least: 8),
        .init("name", "节日", "Festival"),
      ])
    for day in all {
      let kind = work.kind(of: day)
      let festival = festivals(on: day).first.map(CalendarMessages.short)
      let lunar = LunarDate(day).map(CalendarMessages.lunar)
      let names =
        [festival ?? lunar].compactMap { $0 } + milestones(on: day).map(CalendarMessages.name)
      let words = names.map(session.say) + [kind.occasion].compactMap { $0 } + off(on: day)
      list.add([
        .string(String(day.description.dropFirst(5))),
        .string(session.say(day.weekday.bilingual)), load(on: day).map(JSON.int) ?? .null,
        .string(session.say(CalendarMessages.kind(kind))), .string(words.joined(separator: " ")),
      ])
    }
    return list
  }

  /// One row a day, for programs.
  var listing: Listing {
    let keys = [
      "day", "weekday", "week", "lunar", "workday", "kind", "occasion", "festivals", "milestones",
      "off", "load", "published",
    ]
    var list = Listing("days", keys.map { .init($0, $0, $0) })
    for day in all {
      let kind = work.kind(of: day)
      list.add([
        .string("\(day)"), .int(day.weekday.number), .string("\(day.isoWeek)"),
        .optional(LunarDate(day)?.monthAndDay.description), .bool(kind.isWorkday),
        .string(kind.name), .optional(kind.occasion),
        .array(festivals(on: day).map { .string($0.name) }),
        .array(milestones(on: day).map { .string($0.label) }),
        .array(off(on: day).map(JSON.string)), load(on: day).map(JSON.int) ?? .null,
        .bool(isPublished),
      ])
    }
    return list
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
  fileprivate var label: String { title.isEmpty ? kind.name : title }
}
