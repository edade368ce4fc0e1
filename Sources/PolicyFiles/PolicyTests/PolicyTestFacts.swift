import Core
import Values

// One line of a case: a day and what happened.
//
// | line | fact |
// |---|---|
// | `2026-11-02 10:00 来访` | an event, with its time |
// | `2026-11-02 入档` | nothing but that the customer was known |
// | `2026-11-02 级别 A`, `2026-11-20 级别 无` | the grade, or that it was taken back |
// | `2026-11-02 标签 重点`, `2026-11-20 去标签 重点` | a tag |
// | `2026-11-05 电话 接通`, `2026-11-05 电话 改期 约 2026-11-20 16:00` | a contact |
// | `2026-11-05 电话 接通 由 小陈`, `2026-11-05 投诉 派单 由 孙强` | who spoke; whom a case was given to |
// | `2026-11-20 短信 已发送 为 birthday:0:2026` | a text from the outbox, and what it was sent for |
// | `2026-11-05 电话 接通 投诉 #2` | a contact about a case |
// | `2026-11-05 投诉 登记`, `2026-11-05 报修 登记 紧急 #2` | a step of a case |
// | `2026-11-05 投诉 承诺 约 2026-11-09` | the day by which a reply was promised |
// | `2026-11-05 生日 1990-11-20`, `2026-11-05 家属生日 农历八月十五 #2` | a birthday; 无: taken back |
// | `2026-11-02 付款 按揭`, `2026-11-02 户型 三居` | what was said of payment and layout |
// | `2026-11-02 顾问 李明` | whose customer it is |
// | `2026-11-05 反感`, `不再反感`, `免打扰`, `可以联系` | what the customer asked for |
// | `2026-11-05 延期 2026-11-23 16:00`, `2026-11-09 免做 qnc-2.1.4` | a postponement, a skip |

extension PolicyTestReader {
  /// The words that only cases have; `PolicyTestText` writes them.
  static let nothing = "无"
  static let entered = "入档"
  static let promised: Substring = "约"
  static let sentFor: Substring = "为"
  static let moved: Substring = "改到"
  static let told: Substring = "告知"
  static let closed = "公司放假"
  static let open = "公司上班"

  /// `2026-11-02 付款 按揭`, `2026-11-02 户型 三居`.
  func saying(_ text: String) -> Traits.Saying? {
    guard let (moment, rest) = PolicyTestReader.moment(text.split(separator: " ")[...]),
      rest.count > 1, let kind = PolicyTestReader.sayings.first(where: { $0.key == rest.first })
    else { return nil }
    let said = rest.dropFirst().joined(separator: " ")
    return Traits.Saying(
      1, from: moment.day, kind.value, said == PolicyTestReader.nothing ? nil : said)
  }

  static let sayings: KeyValuePairs<Substring, Traits.Kind> = ["付款": .payment, "户型": .layout]
  static let owner: Substring = "顾问"
  static let by: Substring = "由"
  /// Before the last day of a member who has left.
  static let left = "离职"

  /// - Parameter members: those who have stood so far; a member's place is the number.
  mutating func fact(
    _ text: String, at place: Place, _ members: inout [String]
  ) -> (Moment, Fact.Body)? {
    func number(_ name: Substring) -> StaffID {
      if !members.contains(String(name)) { members.append(String(name)) }
      return StaffID((members.firstIndex(of: String(name)) ?? 0) + 1)
    }
    var words = text.split(separator: " ")
    var member: StaffID?
    if let by = words.firstIndex(of: PolicyTestReader.by), by + 1 < words.count {
      member = number(words[by + 1])
      words.removeSubrange(by...by + 1)
    }
    let rest = PolicyTestReader.moment(words[...])?.rest ?? []
    if let (moment, rest) = PolicyTestReader.moment(words[...]), rest.count == 2,
      rest.first == PolicyTestReader.owner, let name = rest.last
    {
      return (moment, .owner(number(name)))
    }
    if let (moment, rest) = PolicyTestReader.moment(words[...]), let body = body(Array(rest)) {
      return (moment, body.done(by: member))
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
  static let states = ["反感", "不再反感", "免打扰", "可以联系", entered]

  private func state(_ word: Substring) -> Fact.Body? {
    switch word {
    case "反感": .averse(true)
    case "不再反感": .averse(false)
    case "免打扰": .doNotContact(true)
    case "可以联系": .doNotContact(false)
    case _ where word == PolicyTestReader.entered: .hours(nil)
    default: nil
    }
  }

  private func pair(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    switch first {
    case "级别": grade(second)
    case "标签": Tag(second, in: vocabulary).map { .tag($0, true) }
    case "去标签": Tag(second, in: vocabulary).map { .tag($0, false) }
    case "生日": birthday(of: 0, second)
    case "家属生日": birthday(of: number(rest) ?? 1, second)
    case "延期": PolicyTestReader.moment([second] + rest).map { .postponement(to: $0.moment) }
    case "免做": .skip(rule: ClauseID(String(second)))
    default: contact(first, second, rest) ?? step(first, second, rest)
    }
  }

  private func grade(_ word: Substring) -> Fact.Body? {
    if word == PolicyTestReader.nothing { return .grade(nil) }
    return Grade(word).map { .grade($0) }
  }

  private func birthday(of member: Int32, _ text: Substring) -> Fact.Body? {
    if text == PolicyTestReader.nothing { return .birthday(BirthdayFact(of: member, nil)) }
    let read = try? BirthdayText(String(text), today: .last, from: .typed)
    return (read?.birthday).map { .birthday(BirthdayFact(of: member, $0)) }
  }

  /// `#2`: which of several.
  private func number(_ words: ArraySlice<Substring>) -> Int32? {
    words.first { $0.hasPrefix("#") }.flatMap { Int32($0.dropFirst()) }
  }

  private func contact(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    guard let channel = Channel(first), let outcome = Outcome(second) else { return nil }
    var contact = Contact(channel: channel, outcome: outcome)
    var rest = rest
    if let kind = rest.first.flatMap({ CaseKind($0) }) {
      rest = rest.dropFirst()
      let named = number(rest.prefix(1))
      if named != nil { rest = rest.dropFirst() }
      contact.about = CaseOfContact(named ?? 1, kind)
    }
    if rest.first == PolicyTestReader.promised {
      guard let (next, more) = PolicyTestReader.moment(rest.dropFirst()) else { return nil }
      contact.next = next
      rest = more
    }
    if rest.first == PolicyTestReader.sentFor, rest.count == 2, let occasion = rest.last {
      // A case has no messages, and nothing asks for their numbers.
      contact.text = SentText(0, occasion: String(occasion))
      rest = []
    }
    return rest.isEmpty ? .contact(contact) : nil
  }

  private func step(
    _ first: Substring, _ second: Substring, _ rest: ArraySlice<Substring>
  ) -> Fact.Body? {
    guard let kind = CaseKind(first), let step = CaseStepKind(second) else { return nil }
    let urgency = rest.compactMap { Urgency($0) }.first ?? .normal
    let until = rest.firstIndex(of: PolicyTestReader.promised)
    let to = until.flatMap { rest[($0 + 1)...].first }.flatMap(PolicyTestReader.day)
    return .step(CaseStep(number(rest) ?? 1, kind, step, urgency: urgency, to: to))
  }

  /// `2026-12-31 入伙 至 2027-01-03`, `2026-11-28 开盘 改到 2026-12-05 告知 2026-11-20`.
  mutating func milestone(_ text: String, number: Int64, at place: Place) -> Milestone? {
    let words = text.split(separator: " ")
    if let (moment, rest) = PolicyTestReader.moment(words[...]),
      let kind = rest.first.flatMap({ MilestoneKind($0, in: vocabulary) })
    {
      var rest = rest.dropFirst()
      let last = PolicyTestReader.lastDay(&rest)
      var milestone = Milestone(id: number, kind: kind, day: moment.day, until: last)
      while rest.first == PolicyTestReader.moved, PolicyTestReader.move(&milestone, &rest) {}
      if rest.isEmpty { return milestone }
    }
    report(.unknownWord(text, nearest: nil, among: ["2026-12-31 入伙 至 2027-01-03"]), at: place)
    return nil
  }

  /// `至 2027-01-03`.
  private static func lastDay(_ words: inout ArraySlice<Substring>) -> Day? {
    guard words.first == "至", let day = words.dropFirst().first.flatMap(day) else { return nil }
    words = words.dropFirst(2)
    return day
  }

  /// Takes another day of a milestone; whether there is one.
  private static func move(
    _ milestone: inout Milestone, _ words: inout ArraySlice<Substring>
  ) -> Bool {
    guard let new = words.dropFirst().first.flatMap(day) else { return false }
    var rest = words.dropFirst(2)
    let last = lastDay(&rest)
    guard rest.first == told, let (moment, more) = self.moment(rest.dropFirst()) else {
      return false
    }
    milestone.move(to: new, until: last ?? new, at: moment)
    words = more
    return true
  }

  /// `2027-02-05 至 2027-02-12 春节放假`.
  mutating func holiday(_ text: String, at place: Place) -> CompanyDays? {
    let words = text.split(separator: " ")
    if words.count > 2, let from = PolicyTestReader.day(words[0]),
      let to = PolicyTestReader.day(words[2]), from <= to
    {
      let name = words.dropFirst(3).joined(separator: " ")
      return CompanyDays(from...to, isHoliday: name != PolicyTestReader.open, name: name)
    }
    report(.unknownWord(text, nearest: nil, among: ["2027-02-05 至 2027-02-12 春节放假"]), at: place)
    return nil
  }
}

extension Fact.Body {
  /// The same with the one who did it, or to whom a case was given.
  fileprivate func done(by member: StaffID?) -> Fact.Body {
    switch self {
    case .contact(var contact):
      contact.speaker = member
      return .contact(contact)
    case .step(let step):
      return .step(
        CaseStep(
          step.caseNumber, step.kind, step.step, urgency: step.urgency, to: step.to,
          member: member))
    default: return self
    }
  }
}
