import Core

/// The morning list in words, made once for every form that it is written in.
struct DueText: Sendable {
  let list: DueList
  let language: Language
  /// Groups that have lines, in the order of the page.
  let groups: [(group: DueGroup, lines: [DueLine])]

  init(_ list: DueList, _ language: Language) {
    self.list = list
    self.language = language
    let opening = DueMessages.opening(
      list.occasions, list.policy, on: list.asOf.day, in: list.engine.vocabulary)[language]
    var rules = RuleTexts(list.engine, language)
    var groups = DueGroup.allCases.map { (group: $0, lines: [DueLine]()) }
    for item in list.items {
      groups[item.group(at: list.asOf).rawValue].lines.append(
        DueLine(item, list, &rules, opening: opening, language))
    }
    self.groups = groups.filter { !$0.lines.isEmpty }
  }

}

/// One customer's line in words.
struct DueLine: Sendable {
  /// Number, name, and the customer's class with the tags.
  let customer: String
  let deadline: String
  let channel: String
  /// The first number; others stand among the details.
  let phone: String
  /// Every reason by its rule.
  let reasons: String
  /// The articles, and what helps in the call.
  let details: String

  /// - Parameter opening: how to open a call on the day of the list; may be empty.
  init(
    _ item: DueItem, _ list: DueList, _ rules: inout RuleTexts, opening: String,
    _ language: Language
  ) {
    let line = item.line
    let texts = rules[line.reasons]
    let asked = line.channel
    customer = DueLine.customer(item, list.engine.vocabulary, language)
    let isTonight = asked == .phone && list.isOver(for: item)
    deadline = DueMessages.deadline(line.strictest, at: list.asOf, tonight: isTonight)[language]
    channel = DueMessages.channels(list.engine.channels(of: line))[language]
    phone =
      item.phones.first ?? (item.deadPhones.isEmpty ? "" : NumberMessages.title[language])
    var names = Phrase(language)
    for (index, reason) in line.reasons.enumerated() {
      names.add(
        DueMessages.reason(
          texts.ids[index], reason, isStrictest: index == 0, at: list.asOf, language))
    }
    reasons = names.text
    var parts = DueLine.details(
      item, list, texts, opening: asked == .phone ? opening : "", at: list.asOf, language)
    parts.add(DueLine.ownHours(item, list, language))
    details = parts.text
  }

  private static func customer(
    _ item: DueItem, _ vocabulary: Vocabulary, _ language: Language
  ) -> String {
    var text = number(item.customer)
    func add(_ word: String) {
      text += " "
      text += word
    }
    add(item.name)
    add(CustomerClass(item.line.state).bilingual[language])
    for tag in item.line.state.tags.elements {
      add(tag.word(in: vocabulary).bilingual[language])
    }
    return text
  }

  /// Articles, topics, the last contact, attempts, hours of the customer's own.
  private static func details(
    _ item: DueItem, _ list: DueList, _ rules: RuleTexts.Text, opening: String, at now: Moment,
    _ language: Language
  ) -> Phrase {
    var parts = Phrase(language)
    func add(_ text: Bilingual) { parts.add(text[language]) }
    parts.add(rules.cited)
    item.cases.forEach { add(CaseMessages.reason($0.record, $0.handlers)) }
    if !item.promises.isEmpty { add(DueMessages.agreed(item.promises)) }
    for (reason, margin) in zip(item.line.reasons, rules.margins) where margin > 0 {
      add(DueMessages.centre(reason.due.day - margin, margin, at: now))
    }
    if list.role == nil, let doers = item.doers(list.engine) { add(DueMessages.doneBy(doers)) }
    if item.isOfUnknownBuilding(list.engine) { add(DueMessages.unknownBuilding) }
    let birthdays = item.relatives.sorted { $0.key < $1.key }.map(\.value)
    if !birthdays.isEmpty { add(DueMessages.birthday(birthdays)) }
    if item.line.reasons.contains(where: { $0.isListed && list.rule($0).isWithGift }) {
      add(DueMessages.gift)
    }
    parts.add(rules.topics)
    parts.add(opening)
    if let last = item.lastContact {
      parts.add(DueMessages.last(last.contact, on: last.day, last.note, at: now, language))
    }
    let attempts = item.line.attempts
    if attempts > 0 {
      let isExcused = item.line.reasons.contains(where: \.isExcused)
      add(DueMessages.attempts(attempts, isExcused: isExcused))
    }
    if item.phones.count > 1 { add(DueMessages.morePhones(Array(item.phones.dropFirst()))) }
    if item.line.state.isAverse { add(DueMessages.averse) }
    return parts
  }

  /// When to call this customer, where that differs from what the page says of all.
  private static func ownHours(
    _ item: DueItem, _ list: DueList, _ language: Language
  ) -> String {
    if let hours = item.line.state.hours { return DueMessages.ownHours(hours)[language] }
    guard list.policy?.addOns.isEmpty == false else { return "" }
    guard let hours = list.callHours(for: item) else {
      return DueMessages.neverTogether[language]
    }
    return hours.isAny || hours == list.policy?.callHours
      ? "" : DueMessages.windows(hours, hours.window(at: list.asOf, list.engine.calendar), today: list.asOf.day)[language]
  }
}

/// What the rules of a line say of themselves. A list has many lines and few sets of rules: the text of
/// each set is made once.
struct RuleTexts {
  /// Of the rules of one line, in the order of its reasons.
  struct Text {
    fileprivate let rules: [RuleRef]
    let ids: [String]
    let articles: [String]
    let margins: [Int]
    /// The articles as a line names them.
    let cited: String
    /// What to talk about, each topic once; may be empty.
    let topics: String

    fileprivate func isOf(_ reasons: [Reason]) -> Bool {
      rules.count == reasons.count && zip(rules, reasons).allSatisfy { $0 == $1.rule }
    }
  }

  private let engine: Engine
  private let language: Language
  private var known: [Text] = []

  init(_ engine: Engine, _ language: Language) {
    self.engine = engine
    self.language = language
  }

  subscript(reasons: [Reason]) -> Text {
    mutating get {
      if let found = known.first(where: { $0.isOf(reasons) }) { return found }
      let text = text(of: reasons)
      known.append(text)
      return text
    }
  }

  private func text(of reasons: [Reason]) -> Text {
    let rules = reasons.map { engine.rule($0.rule) }
    var topics: [String] = []
    for topic in rules.flatMap(\.topics) where !topics.contains(topic) { topics.append(topic) }
    return Text(
      rules: reasons.map(\.rule), ids: rules.map(\.id), articles: rules.map(\.article),
      margins: rules.map(\.margin),
      cited: rules.map(\.article).filter { !$0.isEmpty }.joined(separator: language.listMark),
      topics: topics.isEmpty ? "" : DueMessages.topics(topics)[language])
  }
}

/// What is said of a line, part by part, with a semicolon between those that say something.
private struct Phrase {
  let language: Language
  private(set) var text = ""

  init(_ language: Language) { self.language = language }

  mutating func add(_ part: String) {
    if part.isEmpty { return }
    if !text.isEmpty { text += language.semicolon }
    text += part
  }
}

extension DueItem {
  /// The roles that do what is not the consultant's; nil where there is nothing of that.
  fileprivate func doers(_ engine: Engine) -> [Word]? {
    guard !engine.roles.isEmpty else { return nil }
    let roles = TermSet(line.reasons.compactMap { engine.doer(of: $0.rule) })
    return roles.isEmpty ? nil : roles.elements.map { $0.word(in: engine.vocabulary) }
  }

  /// Whether a reason is about one building and nobody knows the customer's.
  fileprivate func isOfUnknownBuilding(_ engine: Engine) -> Bool {
    line.reasons.contains { reason in
      guard let id = reason.key.milestone else { return false }
      return engine.milestones.contains { $0.id == id && !$0.building.isEmpty }
        && !engine.homes.isKnown(customer)
    }
  }
}

extension DueGroup {
  /// What stands before a line of the group.
  var mark: String {
    switch self {
    case .overdue: "!"
    case .today: "*"
    case .open, .upcoming, .hidden: ""
    }
  }
}
