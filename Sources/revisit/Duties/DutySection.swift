import Core

/// The duties at the end of a morning list (内部事项).
struct DutySection: Sendable {
  let items: [DutyItem]
  let now: Moment
  let language: Language

  private func say(_ text: Bilingual) -> String { text[language] }

  /// `内部事项 2`, `内部事项（2）`.
  func title(withParentheses: Bool = true) -> String {
    say(DutyMessages.title)
      + (withParentheses ? language.bracketed("\(items.count)") : " \(items.count)")
  }

  private var columns: [String] {
    [
      "", say(DutyMessages.duty), say(DueMessages.deadline), say(DutyMessages.found),
      say(DutyMessages.what),
    ]
  }

  private func cells(_ item: DutyItem) -> [String] {
    [
      item.mark(at: now), item.obligation.duty.id,
      say(DutyMessages.deadline(item.obligation, at: now)),
      "\(item.obligation.found)/\(item.obligation.duty.count)",
      say(DutyMessages.what(item.obligation, of: item.staff)),
    ]
  }

  func text(on terminal: Terminal) -> String {
    var table = Table(columns.enumerated().map { Table.Column($1, least: $0 == 0 ? 1 : 6) })
    for item in items {
      let isAlarm = item.obligation.status == .overdue
      table.add(cells(item), isAlarm ? .alarm : .plain)
    }
    return title() + "\n" + table.text(on: terminal)
  }

  /// With boxes to tick.
  var html: String {
    let head = columns.map { "<th>\(escapedHTML($0))</th>" }.joined()
    let rows = items.map { item in
      let cells = cells(item).dropFirst().map { "<td>\(escapedHTML($0))</td>" }
      return "<tr><td class=\"box\">&#9744;</td>\(cells.joined())</tr>\n"
    }
    return "<h1>\(escapedHTML(title()))</h1>\n<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table>\n"
  }
}

extension DutyItem {
  fileprivate func mark(at now: Moment) -> String {
    switch obligation.status {
    case .overdue: "!"
    case .due where obligation.due.day == now.day: "*"
    case .due, .upcoming, .done, .missed: ""
    }
  }

  var json: JSON {
    let obligation = obligation
    return .object([
      ("duty", .string(obligation.duty.id)), ("article", .string(obligation.duty.article)),
      ("says", .string(obligation.duty.says)), ("holder", .string(obligation.subject.name)),
      ("staff", .optional(staff)), ("status", .string(obligation.status.name)),
      ("opens", .string(obligation.opens.description)),
      ("due", .string(obligation.due.description)), ("found", .int(obligation.found)),
      ("count", .int(obligation.duty.count)), ("short", .int(obligation.short)),
      ("missed", .int(obligation.missedBefore)),
    ])
  }
}

extension DutySubject {
  /// Stable name in JSON.
  fileprivate var name: String {
    switch self {
    case .office: "office"
    case .role(let role): role.name
    case .staff: "staff"
    }
  }
}

extension DutyStatus {
  /// Stable name in JSON.
  fileprivate var name: String {
    switch self {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(_, onTime: true): "done"
    case .done(_, onTime: false): "late"
    case .missed: "missed"
    }
  }
}
