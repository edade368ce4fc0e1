import Core
import Store

/// What to know before a call, in six lines at most.
struct CallCard {
  /// Nil: the list asks nothing of the customer any more.
  let item: DueItem?
  let heading: String
  let position: (isAgain: Bool, number: Int, of: Int)

  /// Columns that a line may take, in the widest terminal too.
  private static let widest = 80

  /// Columns of what stands before a line.
  private static let margin = 8

  /// - Parameter list: of the day, by whose hours and policy a call is made.
  func text(_ list: DueList, _ session: Session) -> String {
    let width = min(session.terminal.width, CallCard.widest)
    return lines(list, session, width).map { visible(Width.truncate($0, width)) + "\n" }.joined()
  }

  private func lines(_ list: DueList, _ session: Session, _ width: Int) -> [String] {
    let place = session.say(CallMessages.position(position))
    guard let item else {
      return ["\(place)  \(heading)", session.say(CallMessages.nothingLeft)]
    }
    let language = session.language
    func row(_ title: Bilingual, _ text: String) -> String? {
      text.isEmpty ? nil : Width.fit(title[language], CallCard.margin) + text
    }
    return [
      who(item, list, place, language, width),
      row(CallMessages.why, why(item, list, session)),
      row(CallMessages.by, by(item, list, session)),
      row(CallMessages.last, item.lastContact.map { last($0, session) } ?? ""),
      row(CallMessages.promised, item.promises.joined(separator: language.semicolon)),
      row(CallMessages.topics, talk(item, list, session, width - CallCard.margin)),
    ].compactMap { $0 }
  }

  /// The phone is never cut.
  private func who(
    _ item: DueItem, _ list: DueList, _ place: String, _ language: Language, _ width: Int
  ) -> String {
    let tags = item.line.state.tags.elements.map { $0.word(in: list.engine.vocabulary).bilingual }
    let words =
      [number(item.customer), item.name, CustomerClass(item.line.state).bilingual[language]]
      + tags.map { $0[language] }
    let phones =
      item.phones.isEmpty ? NumberMessages.title[language] : item.phones.joined(separator: " ")
    let room = width - Width.of(place) - Width.of(phones) - 4
    return "\(place)  \(Width.truncate(words.joined(separator: " "), max(12, room)))  \(phones)"
  }

  /// Every reason by its rule, then what the strictest of them says, as far as there is room.
  private func why(_ item: DueItem, _ list: DueList, _ session: Session) -> String {
    let language = session.language
    let reasons = item.line.reasons.filter(\.isListed)
    let names = reasons.map { reason in
      let rule = list.rule(reason)
      let name = DueMessages.reason(
        session.say(rule.calledOnList), reason, isStrictest: reason == item.line.strictest,
        at: session.now, language)
      let matter = reason.key.caseNumber.flatMap { own in
        item.cases.first { $0.record.own == own }
      }
      let about = matter.map { session.say(CaseMessages.reason($0.record, $0.handlers)) } ?? ""
      return [name, rule.article, about].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let says = reasons.first.map { list.rule($0).says } ?? ""
    return names.joined(separator: language.semicolon)
      + (says.isEmpty ? "" : language.colon + says)
  }

  /// What to talk about, and how to begin, which stands there in any case.
  private func talk(
    _ item: DueItem, _ list: DueList, _ session: Session, _ width: Int
  ) -> String {
    var topics: [String] = []
    for topic in item.line.reasons.filter(\.isListed).flatMap({ list.rule($0).topics })
    where !topics.contains(topic) {
      topics.append(topic)
    }
    let text = topics.joined(separator: session.language.listMark)
    guard item.line.channel == .phone else { return text }
    let opening = session.say(DueMessages.opening(list.engine, on: session.today))
    if text.isEmpty || opening.isEmpty { return text + opening }
    let room = width - Width.of(opening) - Width.of(session.language.semicolon)
    return Width.truncate(text, max(width / 2, room)) + session.language.semicolon + opening
  }

  private func by(_ item: DueItem, _ list: DueList, _ session: Session) -> String {
    let isTonight = item.line.channel == .phone && list.isOver(for: item)
    var parts = [
      DueMessages.deadline(item.line.strictest, at: session.now, tonight: isTonight),
      DueMessages.channels(list.engine.channels(of: item.line)),
    ]
    if list.isOutOfHours(item, at: session.now), let hours = list.callHours(for: item) {
      let window = hours.window(at: session.now, list.engine.calendar)
      // The hours of the policy stand above the walk.
      parts.append(
        item.line.state.hours == nil
          ? DueMessages.now(hours, window, session.today)
          : DueMessages.windows(hours, window, today: session.today))
    } else if let hours = item.line.state.hours {
      parts.append(DueMessages.ownHours(hours))
    }
    if item.line.attempts > 0 {
      let isExcused = item.line.reasons.contains(where: \.isExcused)
      parts.append(DueMessages.attempts(item.line.attempts, isExcused: isExcused))
    }
    if item.line.state.isAverse { parts.append(DueMessages.averse) }
    return parts.map(session.say).joined(separator: session.language.semicolon)
  }

  private func last(_ last: LastContact, _ session: Session) -> String {
    let how = session.say(
      Bilingual(
        "\(last.contact.channel.chinese)\(last.contact.outcome.chinese)",
        "\(last.contact.channel.english) \(last.contact.outcome.english)"))
    return [DueMessages.shortDay(last.day, session.now), how, last.note ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension DueList {
  /// Whether the hours that suit a call are not now: the customer's own, or those of the policies.
  func isOutOfHours(_ item: DueItem, at now: Moment) -> Bool {
    guard item.line.state.hours != nil || (item.line.channel.strength ?? 0) > 1,
      let hours = callHours(for: item)
    else { return false }
    switch hours.window(at: now, engine.calendar) {
    case .none, .within: return false
    case .next, .over, .holiday: return true
    }
  }

  /// Whether others come first in a walk: its hours are not now, or a later hour was agreed on.
  func waits(_ item: DueItem, at now: Moment) -> Bool {
    let isAgreedLater = item.line.reasons.contains { reason in
      guard reason.due.day == now.day, let time = now.time,
        let hour = DueMessages.agreedHour(reason.opens, reason.due)
      else { return false }
      return time < hour
    }
    return isAgreedLater || isOutOfHours(item, at: now)
  }
}
