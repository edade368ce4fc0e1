import Core
import Values

// One line of a case: a day and what happened.
//
// | line | fact |
// |---|---|
// | `2026-11-02 10:00 来访` | an event, with its time |
// | `2026-11-02 级别 A` | the grade |
// | `2026-11-02 标签 重点`, `2026-11-20 去标签 重点` | a tag |
// | `2026-11-05 电话 接通`, `2026-11-05 电话 改期 约 2026-11-20 16:00` | a contact |
// | `2026-11-05 投诉 登记`, `2026-11-05 报修 登记 紧急 #2` | a step of a case |
// | `2026-11-05 生日 1990-11-20`, `2026-11-05 家属生日 农历八月十五` | a birthday |
// | `2026-11-05 反感`, `不再反感`, `免打扰`, `可以联系` | what the customer asked for |
// | `2026-11-05 延期 2026-11-23 16:00`, `2026-11-09 免做 qnc-2.1.4` | a postponement, a skip |

extension PolicyTestReader {
  mutating func fact(_ text: String, at place: Place) -> (Moment, Fact.Body)? {
    let words = text.split(separator: " ")
    let rest = PolicyTestReader.moment(words[...])?.rest ?? []
    if let (moment, rest) = PolicyTestReader.moment(words[...]), let body = body(Array(rest)) {
      return (moment, body)
    }
    let examples = ["2026-11-02 来访", "2026-11-05 电话 接通"]
    let meant = rest.count == 1 ? rest.first.flatMap(nearestEvent) : nil
    report(.unknownWord(text, nearest: meant, among: examples), at: place)
    return nil
  }

  private func nearestEvent(_ word: Substring) -> String? {
    nearest(
      to: String(word),
      among: EventKind.known(to: vocabulary).map { $0.word(in: vocabulary).chinese })
  }

  private func body(_ words: [Substring]) -> Fact.Body? {
    guard let first = words.first else { return nil }
    switch words.count {
    case 1: return state(first) ?? EventKind(first, in: vocabulary).map { .event($0) }
    default: return pair(first, words[1], words.dropFirst(2))
    }
  }

  /// What a fact of one word may say beside an event.
  static let states = ["反感", "不再反感", "免打扰", "可以联系"]

  private func state(_ word: Substring) -> Fact.Body? {
    switch word {
    case "反感": .averse(true)
    case "不再反感": .averse(false)
    case "免打扰": .doNotContact(true)
    case "可以联系": .doNotContact(false)
    default: nil
    }
  }

  private func pair(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    switch first {
    case "级别": Grade(second).map { .grade($0) }
    case "标签": Tag(second, in: vocabulary).map { .tag($0, true) }
    case "去标签": Tag(second, in: vocabulary).map { .tag($0, false) }
    case "生日": birthday(second).map { .birthday(BirthdayFact(of: 0, $0)) }
    case "家属生日": birthday(second).map { .birthday(BirthdayFact(of: 1, $0)) }
    case "延期": PolicyTestReader.moment([second] + rest).map { .postponement(to: $0.moment) }
    case "免做": .skip(rule: ClauseID(String(second)))
    default: contact(first, second, rest) ?? step(first, second, rest)
    }
  }

  private func birthday(_ text: Substring) -> Birthday? {
    (try? BirthdayText(String(text), today: .last, from: .typed))?.birthday
  }

  private func contact(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    guard let channel = Channel(first), let outcome = Outcome(second) else { return nil }
    var contact = Contact(channel: channel, outcome: outcome)
    if rest.first == "约" { contact.next = PolicyTestReader.moment(rest.dropFirst())?.moment }
    return rest.isEmpty || contact.next != nil ? .contact(contact) : nil
  }

  private func step(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    guard let kind = CaseKind(first), let step = CaseStepKind(second) else { return nil }
    let urgency = rest.compactMap { Urgency($0) }.first ?? .normal
    let number = rest.first { $0.hasPrefix("#") }.flatMap { Int32($0.dropFirst()) } ?? 1
    return .step(CaseStep(number, kind, step, urgency: urgency))
  }

  /// `2026-12-31 入伙 至 2027-01-03`.
  mutating func milestone(_ text: String, number: Int64, at place: Place) -> Milestone? {
    let words = text.split(separator: " ")
    if let (moment, rest) = PolicyTestReader.moment(words[...]),
      let kind = rest.first.flatMap({ MilestoneKind($0) })
    {
      let last = rest.dropFirst(2).first.flatMap { PolicyTestReader.day($0) }
      return Milestone(id: number, kind: kind, day: moment.day, until: last)
    }
    report(.unknownWord(text, nearest: nil, among: ["2026-12-31 入伙 至 2027-01-03"]), at: place)
    return nil
  }

  /// `2027-02-05 至 2027-02-12 春节放假`.
  mutating func holiday(_ text: String, at place: Place) -> CompanyDays? {
    let words = text.split(separator: " ")
    if words.count > 2, let from = PolicyTestReader.day(words[0]),
      let to = PolicyTestReader.day(words[2]), from <= to
    {
      return CompanyDays(from...to, name: words.dropFirst(3).joined(separator: " "))
    }
    report(.unknownWord(text, nearest: nil, among: ["2027-02-05 至 2027-02-12 春节放假"]), at: place)
    return nil
  }
}
