import Core

/// The morning list as a page for a terminal or a file.
struct DueTable: Sendable {
  let page: DueText
  let terminal: Terminal
  private var list: DueList { page.list }

  init(_ page: DueText, on terminal: Terminal) {
    self.page = page
    self.terminal = terminal
  }

  /// The whole page.
  var text: String {
    var parts = [heading]
    if page.groups.isEmpty {
      parts.append(page.say(DueMessages.empty) + "\n")
    } else {
      parts.append(table.text(on: terminal))
    }
    if !list.waves.isEmpty {
      let lines = list.waves.map {
        page.say(WaveMessages.share($0, list.engine, at: list.asOf)) + "\n"
      }
      parts.append(lines.joined())
    }
    if let surplus = page.surplus { parts.append(surplus + "\n") }
    if let footer { parts.append(footer + "\n") }
    if let duties = page.duties { parts.append(duties.text(on: terminal)) }
    if terminal.isInteractive, let hint { parts.append(hint + "\n") }
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    var first = [page.say(DueMessages.dated(list.asOf))]
    if let consultant = list.consultant {
      first.append(
        list.role.map { "\(page.say($0.bilingual)) \(consultant)" }
          ?? page.say(DueMessages.consultant(consultant)))
    } else if let role = list.role {
      first.append(page.say(role.bilingual))
    }
    for (group, lines) in page.groups where group != .unlisted {
      first.append("\(page.say(DueMessages.title(group))) \(lines.count)")
    }
    if let duties = page.duties { first.append(duties.title(withParentheses: false)) }
    if let policy = list.policy { first.append(page.say(DueMessages.policy(policy.name))) }
    let hours = list.callHours.map { part, hours in
      let name = part.map { $0 + " " } ?? ""
      return name + page.say(DueMessages.windows(hours, hours.window(at: list.asOf))) + "\n"
    }
    let holiday = list.holiday.map { page.say(DueMessages.holiday($0)) + "\n" } ?? ""
    return first.joined(separator: "  ") + "\n" + hours.joined() + holiday
  }

  private var table: Table {
    var table = Table(
      [
        .init("", least: 1), .init(page.say(DueMessages.customer), least: 14),
        .init(page.say(DueMessages.deadline)), .init(page.say(DueMessages.channel), least: 4),
        .init(page.say(DueMessages.phone), least: 11), .init(page.say(DueMessages.reasons)),
      ], overflow: .below)
    for (group, lines) in page.groups {
      var heading: String? = page.title(group, lines.count)
      for line in lines {
        table.add(
          heading: heading,
          [group.mark, line.customer, line.deadline, line.channel, line.phone, line.reasons],
          details: line.details.isEmpty ? [] : [line.details],
          group == .overdue ? .alarm : .plain)
        heading = nil
      }
    }
    return table
  }

  private var footer: String? {
    let hidden = list.unlisted.values.reduce(0, +)
    guard hidden > 0 else { return nil }
    guard !list.silent.isEmpty else {
      let areShown = list.items.contains { $0.unlisted != nil }
      return areShown ? nil : page.say(DueMessages.unlisted(list.unlisted))
    }
    return page.say(DueMessages.title(.doNotContact)) + page.language.colon
      + list.silent.map(visible).joined(separator: page.language.listMark)
  }

  private var hint: String? {
    list.items.first { $0.unlisted == nil }.map { page.say(DueMessages.next($0.name)) }
  }
}
