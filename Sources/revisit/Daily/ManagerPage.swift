import Core

/// What the manager finds in the morning: how much everyone has before them, and the week so far.
struct ManagerPage {
  /// Of everybody who gets a file, how many customers stand in each group of their list.
  let overview: [(String, KindCounts<DueGroup>)]
  let report: WeekReport
  /// What the office owes, and its manager.
  let duties: [DutyItem]
  /// Those whom the manager is to call: what a rule asks of managers, or of a role that nobody has.
  let calls: DueList
  /// Who is behind, what was promised, what waits.
  let waiting: [Listing.Section]
  /// The lists of those who are on leave today.
  let absent: [AbsentList]
  /// Those for whom nothing is planned.
  let unplanned: Listing.Section
  let now: Moment
  let language: Language

  /// The report stands at the end, as `report` has it.
  var page: Listing {
    let training = report.isTraining ? [DueMessages.training] : []
    let title = ([DailyMessages.overview, DueMessages.dated(now)] + training).joined(
      separator: "  ")
    let week = report.listing
    var sections = [counts] + waiting + sections(of: calls)
    for list in absent {
      let name = visible(list.name)
      let heading = [
        DailyMessages.absent(name, until: list.until),
        DailyMessages.noSubstitute(name, until: list.until),
      ]
      sections += self.sections(of: list.calls, heading: heading)
    }
    if !unplanned.isEmpty { sections.append(unplanned) }
    if !duties.isEmpty { sections.append(.duties(duties, at: now)) }
    for (index, section) in week.sections.enumerated() {
      sections.append(section)
      if index == 0 { sections[sections.count - 1].heading = week.heading }
    }
    return Listing(heading: [title], sections)
  }

  /// The parts of a list with its own heading or another; nothing where it is empty.
  private func sections(of list: DueList, heading: [Bilingual]? = nil) -> [Listing.Section] {
    if list.items.isEmpty { return [] }
    let page = DueText(list, language).page
    var sections = page.sections
    sections[0].heading = heading ?? page.heading
    return sections
  }

  /// What of it stands in a file of values: the period, who has no plan, and what waits.
  var values: Listing {
    var values = report.listing
    if !unplanned.isEmpty { values.sections.append(unplanned) }
    values.sections += waiting.filter { !$0.isEmpty }
    return values
  }

  private var counts: Listing.Section {
    let groups = DailyMessages.groups.map { group in
      Listing.Field<(String, KindCounts<DueGroup>)>(
        "\(group)", DueMessages.title(group), right: true, least: 4
      ) { .number($0.1[group]) }
    }
    return Listing.Section(
      "overview", overview, ifEmpty: DailyMessages.nobody,
      [.init("consultant", "顾问", "consultant", least: 4) { .text(named($0.0)) }] + groups)
  }

  private func named(_ name: String) -> String {
    let isAbsent = absent.contains { $0.name == name }
    return isAbsent ? name + language.bracketed(CalendarMessages.leave[language]) : name
  }
}

/// What somebody on leave would call today.
struct AbsentList {
  let name: String
  /// The last day away.
  let until: Day
  let calls: DueList
}
