import Core

extension DueText {
  /// The morning list as a page, for a terminal, a file or a sheet of paper. What programs read of a
  /// line is nested, and stands in `DueList.data`.
  var page: Listing {
    Listing(title: DailyMessages.title, heading: heading, sections)
  }

  /// The line that says whose list it is, and the hours that suit a call.
  var heading: [Bilingual] { [summary] + hours }

  /// The duties, and those who can be reached under no number, are a part of it where there are any.
  var sections: [Listing.Section] {
    [lines] + (list.reviews.isEmpty ? [] : [.reviews(list.reviews)])
      + (list.duties.isEmpty ? [] : [.duties(list.duties, at: list.asOf)])
      + (list.outOfReach.isEmpty ? [] : [.outOfReach(list.outOfReach, at: list.asOf)])
  }

  private var lines: Listing.Section {
    let all = groups.flatMap { group, lines in lines.map { (group: group, line: $0) } }
    var section = Listing.Section(
      "items", all, ifEmpty: DueMessages.empty, fields)
    section.overflow = .below
    section.isWorksheet = true
    section.notes = notes
    var index = 0
    for (group, lines) in groups {
      section.rows[index].heading = DueMessages.title(group, lines.count)
      for line in lines {
        section.rows[index].details = details(line)
        section.rows[index].emphasis = group == .overdue ? .alarm : .plain
        index += 1
      }
    }
    return section
  }
}

// MARK: - The columns

extension DueText {
  private typealias Line = (group: DueGroup, line: DueLine)

  private var fields: [Listing.Field<Line>] {
    switch layout {
    case .worksheet: sheetFields
    case .rows(_, narrow: false): rowFields
    case .rows(_, narrow: true): narrowFields
    }
  }

  private func details(_ line: DueLine) -> String {
    switch layout {
    case .worksheet: line.all
    case .rows(brief: true, _): line.details
    case .rows(brief: false, _): ""
    }
  }

  private var sheetFields: [Listing.Field<Line>] {
    [
      .init("mark", least: 1, shown: .page) { .text($0.group.mark) },
      .init("customer", DueMessages.customer, least: 14, shown: .page) { .text($0.line.customer) },
      .init("deadline", DueMessages.deadline, shown: .page) { .text($0.line.deadline) },
      .init("channel", DueMessages.channel, least: 4, shown: .page) { .text($0.line.channels) },
      .init("phone", DueMessages.phone, least: 11, shown: .page) { .text($0.line.phone) },
      .init("reasons", DueMessages.reasons, shown: .page) { .text($0.line.reasons) },
    ]
  }

  private var shared: [Listing.Field<Line>] {
    [
      .init("row", DueMessages.row, right: true, least: 4, shown: .page) {
        .text($0.group.mark + "\($0.line.row)")
      },
      .init("name", DueMessages.name, shown: .page) { .text($0.line.name) },
      .init("class", DueMessages.kind, shown: .page) { .text($0.line.kind) },
      .init("deadline", DueMessages.deadline, least: 10, shown: .page) { .text($0.line.deadline) },
    ]
  }

  /// Dates and numbers to dial keep their width.
  private var rowFields: [Listing.Field<Line>] {
    shared + [
      .init("channel", DueMessages.channel, least: 4, shown: .page) { .text($0.line.channel) },
      .init("phone", DueMessages.phone, least: 11, shown: .page) { .text($0.line.phone) },
      .init("last", DueMessages.lastTime, least: 10, shown: .page) { .text($0.line.last) },
      .init("reasons", DueMessages.reasons, shown: .page) { row in
        .text(Phrase([row.line.reasons, row.line.own], language).text)
      },
    ]
  }

  private var narrowFields: [Listing.Field<Line>] {
    shared + [
      .init("reasons", shown: .page) { row in
        let line = row.line
        return .text(
          Phrase(["\(line.channel) \(line.phone)", line.last, line.reasons, line.own], language)
            .text)
      }
    ]
  }
}

// MARK: - Above the lines

extension DueText {
  /// The role whose work it is, in words.
  private var role: Word? { list.role?.word(in: list.engine.vocabulary) }

  /// `2026-11-05 (周四)  顾问 李明`.
  private var who: Bilingual {
    let role = role
    let named = list.consultant.map { name in
      role.map { Bilingual("\($0.chinese) \(name)", "\($0.bilingual.en) \(name)") }
        ?? DueMessages.consultant(name)
    }
    return [DueMessages.dated(list.asOf), named ?? role?.bilingual]
      .compactMap { $0 }.joined(separator: "  ")
  }

  /// Tells whose list it is, how many stand in each group, and the policy.
  private var summary: Bilingual {
    var parts = [who]
    for (group, lines) in groups where group != .hidden {
      parts.append(DueMessages.tally(group, lines.count))
    }
    if !list.duties.isEmpty { parts.append(DutyMessages.tally(list.duties.count)) }
    if let policy = list.policy { parts.append(DueMessages.policy(policy.name)) }
    if list.isTraining { parts.append(DueMessages.training) }
    return parts.joined(separator: "  ")
  }

  private var hours: [Bilingual] {
    list.callHours.map { part, hours in
      let name = part.map { $0 + " " } ?? ""
      let text = DueMessages.windows(
        hours, hours.window(at: list.asOf, list.engine.calendar), today: list.asOf.day)
      return Bilingual(name + text.zh, name + text.en)
    }
      + [list.holiday.map(DueMessages.holiday), list.filter.map { LookupMessages.only($0.words) }]
      .compactMap { $0 }
  }
}

// MARK: - Below them

extension DueText {
  private var notes: [Bilingual] {
    list.waves.map { WaveMessages.share($0, list.engine, at: list.asOf) }
      + [surplus, unlisted].compactMap { $0 } + unplanned
  }

  /// How many more there are than the lines; nil where the list is whole.
  private var surplus: Bilingual? {
    guard list.surplus > 0 else { return nil }
    let whose =
      role.map { "--role \($0.chinese)" } ?? list.consultant.map { "--consultant \($0)" }
      ?? "--format csv"
    return DueMessages.surplus(list.surplus, listed: list.items.count, whose: whose)
  }

  /// `未列出 2 位：免打扰 1，本周已满 1（--all 显示）；无安排 3（revisit find --unplanned）`.
  private var unlisted: Bilingual? {
    guard list.unplanned.total > 0, list.unplannedItems.isEmpty else { return hiddenNote }
    return [hiddenNote, PlanMessages.tally(list.unplanned.total)].compactMap { $0 }
      .joined(separator: Bilingual("；", "; "))
  }

  /// Those for whom nothing is planned, where they are named.
  private var unplanned: [Bilingual] {
    guard !list.unplannedItems.isEmpty else { return [] }
    let shown = list.unplannedItems.prefix(Unplanned.namedOnList)
    let names = shown.map { PlanMessages.named($0.entry.customer, $0.name, $0.entry.gaps) }
    return [PlanMessages.named(names, of: list.unplanned.total)]
  }

  /// Tells who is not listed: by name where all were asked for, else how many.
  private var hiddenNote: Bilingual? {
    guard list.hidden.total > 0 else { return nil }
    guard !list.silent.isEmpty else {
      let areShown = list.items.contains { $0.hidden != nil }
      return areShown ? nil : DueMessages.hidden(list.hidden)
    }
    let title = DueMessages.title(HiddenBecause.doNotContact)
    return Bilingual(
      "\(title.zh)：\(list.silent.joined(separator: "、"))",
      "\(title.en): \(list.silent.joined(separator: ", "))")
  }

  /// The commands to go on with, for a person who reads it.
  func hint(on terminal: Terminal) -> String {
    guard terminal.isInteractive, list.items.first?.hidden == nil, !list.items.isEmpty else {
      return ""
    }
    let parts = DueMessages.next(row: 1).map { $0[language] }
    let line = parts.joined(separator: "  ")
    let isRoomy = Width.of(line) <= terminal.width
    return "\n" + (isRoomy ? line : parts.joined(separator: "\n")) + "\n"
  }
}
