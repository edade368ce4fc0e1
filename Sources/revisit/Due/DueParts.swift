import Core

/// What is said of a line beside its reasons, part by part.
struct DueParts {
  /// What is so of this customer alone: whom to greet, what was promised, how to call.
  let own: String
  /// What the rules say, what was said last, other numbers.
  let details: String
  /// Both, as a sheet of paper has them.
  let all: String

  /// - Parameters:
  ///   - opening: how to open the call; may be empty.
  ///   - channels: those that do beside the one that is asked for; may be empty.
  ///   - tellsAll: false where nothing but what is the customer's own is asked for.
  init(
    _ item: DueItem, _ list: DueList, _ rules: RuleTexts.Text, opening: String, channels: String,
    tellsAll: Bool, _ language: Language
  ) {
    let now = list.asOf
    var own = Phrase(language)
    var details = Phrase(language)
    var all = Phrase(language)
    func add(_ text: @autoclosure () -> String, isOwn: Bool) {
      guard isOwn || tellsAll else { return }
      let text = text()
      if tellsAll { all.add(text) }
      if isOwn { own.add(text) } else { details.add(text) }
    }
    func tell(_ text: Bilingual) { add(text[language], isOwn: true) }
    add(rules.cited, isOwn: false)
    item.cases.forEach { tell(CaseMessages.reason($0.record, $0.handlers)) }
    if !item.promises.isEmpty { tell(DueMessages.agreed(item.promises)) }
    for (reason, margin) in zip(item.line.reasons, rules.margins) where margin > 0 {
      tell(DueMessages.centre(reason.due.day - margin, margin, at: now))
    }
    if list.role == nil, let doers = item.doers(list.engine) { tell(DueMessages.doneBy(doers)) }
    if item.isOfUnknownBuilding(list.engine) { tell(DueMessages.unknownBuilding) }
    let birthdays = item.relatives.sorted { $0.key < $1.key }.map(\.value)
    if !birthdays.isEmpty { tell(DueMessages.birthday(birthdays)) }
    if item.line.reasons.contains(where: { $0.isListed && list.rule($0).isWithGift }) {
      tell(DueMessages.gift)
    }
    details.add(channels)
    add(rules.topics, isOwn: false)
    add(opening, isOwn: false)
    if let last = item.lastContact {
      add(
        DueMessages.last(last.contact, on: last.day, last.note, at: now, language), isOwn: false)
    }
    let attempts = item.line.attempts
    if attempts > 0 {
      let isExcused = item.line.reasons.contains(where: \.isExcused)
      tell(DueMessages.attempts(attempts, isExcused: isExcused))
    }
    if item.phones.count > 1 {
      add(DueMessages.morePhones(Array(item.phones.dropFirst()))[language], isOwn: false)
    }
    if item.line.state.isAverse { tell(DueMessages.averse) }
    add(DueParts.ownHours(item, list, language), isOwn: true)
    (self.own, self.details, self.all) = (own.text, details.text, all.text)
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
      ? ""
      : DueMessages.windows(
        hours, hours.window(at: list.asOf, list.engine.calendar), today: list.asOf.day)[language]
  }
}

/// What is said of a line, part by part, with a semicolon between those that say something.
struct Phrase {
  let language: Language
  private(set) var text = ""

  init(_ language: Language) { self.language = language }

  /// Each part once, with how often it stands there: `答复事项 ×3`.
  init(_ parts: [String], _ language: Language) {
    self.init(language)
    for (index, part) in parts.enumerated() where !part.isEmpty && !parts[..<index].contains(part) {
      let count = parts.count { $0 == part }
      add(count > 1 ? "\(part) ×\(count)" : part)
    }
  }

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
