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
  /// Those for whom nothing is planned.
  let unplanned: Listing.Section
  let now: Moment
  let language: Language

  /// The week's report stands at the end, as `report --week` has it.
  var page: Listing {
    let training = report.isTraining ? [DueMessages.training] : []
    let title = ([DailyMessages.overview, DueMessages.dated(now)] + training).joined(
      separator: "  ")
    let calls = calls.items.isEmpty ? nil : DueText(calls, language).page
    let week = report.listing
    var sections = [counts] + (calls?.sections ?? [])
    if !unplanned.isEmpty { sections.append(unplanned) }
    if !duties.isEmpty { sections.append(.duties(duties, at: now)) }
    for (index, section) in week.sections.enumerated() {
      sections.append(section)
      if index == 0 { sections[sections.count - 1].heading = week.heading }
    }
    if let calls { sections[1].heading = calls.heading }
    return Listing(heading: [title], sections)
  }

  /// What of it stands in a file of values: the week, and who has no plan.
  var values: Listing {
    var values = report.listing
    if !unplanned.isEmpty { values.sections.append(unplanned) }
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
      [.init("consultant", "顾问", "consultant", least: 4) { .text($0.0) }] + groups)
  }
}
