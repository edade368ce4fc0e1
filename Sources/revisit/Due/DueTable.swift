import Core

/// The morning list as a page for a terminal or a file.
struct DueTable: Sendable {
  let list: DueList
  let language: Language
  let terminal: Terminal

  /// The whole page.
  var text: String {
    var parts = [heading]
    if list.items.isEmpty {
      parts.append(DueMessages.empty[language] + "\n")
    } else {
      parts.append(table.text(on: terminal))
    }
    if let footer { parts.append(footer + "\n") }
    if terminal.isInteractive, let hint { parts.append(hint + "\n") }
    return parts.joined(separator: "\n")
  }

  private func say(_ text: Bilingual) -> String { text[language] }

  private var heading: String {
    let counts = DueGroup.allCases.compactMap { group -> String? in
      let count = list.items(in: group).count
      return count == 0 || group == .unlisted ? nil : "\(say(DueMessages.title(group))) \(count)"
    }
    var first = [say(DueMessages.dated(list.asOf))]
    if let consultant = list.consultant { first.append(say(DueMessages.consultant(consultant))) }
    first += counts
    if let policy = list.policy { first.append(say(DueMessages.policy(policy.name))) }
    let state = WindowState(list.policy?.callHours.ranges ?? [], at: list.asOf.time)
    let windows = DueMessages.windows(list.policy?.callHours.ranges ?? [], state)
    return first.joined(separator: "  ") + "\n" + (windows.map { say($0) + "\n" } ?? "")
  }

  private var table: Table {
    var table = Table(
      [
        .init("", least: 1), .init(say(DueMessages.customer), least: 14),
        .init(say(DueMessages.deadline)), .init(say(DueMessages.channel), least: 4),
        .init(say(DueMessages.phone), least: 11), .init(say(DueMessages.reasons)),
      ])
    for group in DueGroup.allCases {
      let items = list.items(in: group)
      guard !items.isEmpty else { continue }
      for (index, item) in items.enumerated() {
        let heading = "\(say(DueMessages.title(group))) (\(items.count))"
        add(item, in: group, heading: index == 0 ? heading : nil, to: &table)
      }
    }
    return table
  }

  private func add(
    _ item: DueItem, in group: DueGroup, heading: String?, to table: inout Table
  ) {
    let line = DueLine(item, list, language)
    table.add(
      heading: heading,
      [line.mark(group), line.customer, line.deadline, line.channel, line.phone, line.reasons],
      details: [line.details].filter { !$0.isEmpty }, group == .overdue ? .alarm : .plain)
  }

  private var footer: String? {
    let hidden = list.unlisted.values.reduce(0, +)
    guard hidden > 0 else { return nil }
    guard !list.silent.isEmpty else {
      let areShown = list.items.contains { $0.unlisted != nil }
      return areShown ? nil : say(DueMessages.unlisted(list.unlisted))
    }
    return say(DueMessages.title(.doNotContact)) + ": "
      + list.silent.map(visible).joined(separator: ", ")
  }

  private var hint: String? {
    list.items.first { $0.unlisted == nil }.map { say(DueMessages.next($0.name)) }
  }
}

/// One customer's line in words.
struct DueLine: Sendable {
  let item: DueItem
  let list: DueList
  let language: Language

  init(_ item: DueItem, _ list: DueList, _ language: Language) {
    self.item = item
    self.list = list
    self.language = language
  }

  private func say(_ text: Bilingual) -> String { text[language] }

  func mark(_ group: DueGroup) -> String {
    switch group {
    case .overdue: "!"
    case .today: "*"
    case .open, .upcoming, .unlisted: ""
    }
  }

  /// Number, name, and what says how close the customer is: grade, or the stage after a deal.
  var customer: String {
    var words = [number(item.customer), item.name]
    let state = item.line.state
    if state.stage == .prospect {
      if let grade = state.grade { words.append(grade.name) }
    } else {
      words.append(say(state.stage.bilingual))
    }
    if state.tags.contains(.key) { words.append(say(Tag.key.bilingual)) }
    return words.joined(separator: " ")
  }

  var deadline: String {
    let isTonight = item.line.channel == .phone && isOver
    return say(DueMessages.deadline(item.line.strictest, at: list.asOf, tonight: isTonight))
  }

  private var isOver: Bool {
    if case .over = WindowState(list.windows(for: item), at: list.asOf.time) { true } else { false }
  }

  var channel: String { say(item.line.channel.bilingual) }

  /// The first number; others stand among the details.
  var phone: String { item.phones.first ?? "" }

  /// Every reason by its rule.
  var reasons: String {
    item.line.reasons.map { reason in
      say(DueMessages.reason(list.rule(reason), reason, isStrictest: reason == item.line.strictest))
    }.joined(separator: "; ")
  }

  /// The articles, and what helps in the call: topics, the last contact, attempts, hours of the customer's own.
  var details: String {
    var parts: [Bilingual] = []
    let articles = item.line.reasons.map { list.rule($0).article }.filter { !$0.isEmpty }
    if !articles.isEmpty { parts.append(DueMessages.articles(articles)) }
    if !item.promises.isEmpty { parts.append(DueMessages.agreed(item.promises)) }
    let topics = list.topics(item)
    if !topics.isEmpty { parts.append(DueMessages.topics(topics)) }
    if item.line.channel == .phone {
      parts.append(
        DueMessages.opening(list.occasions, list.policy?.openings ?? [], on: list.asOf.day))
    }
    if let last = item.lastContact { parts.append(DueMessages.last(last, at: list.asOf)) }
    let attempts = item.line.attempts
    if attempts > 0 { parts.append(DueMessages.attempts(attempts)) }
    if item.phones.count > 1 {
      parts.append(DueMessages.morePhones(Array(item.phones.dropFirst())))
    }
    if let hours = item.line.state.hours { parts.append(DueMessages.ownHours(hours)) }
    if item.line.state.isAverse { parts.append(DueMessages.averse) }
    return parts.map(say).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
