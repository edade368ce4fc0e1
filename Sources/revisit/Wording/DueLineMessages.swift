import Core

// The words of one line of a list.

extension DueMessages {
  static func deadline(_ reason: Reason, at now: Moment, tonight: Bool) -> Bilingual {
    if let hour = reason.passedHour(at: now) { return past(hour) }
    switch reason.status {
    case .overdue: return Bilingual("逾期 \(reason.daysOverdue) 天", "\(reason.daysOverdue) d late")
    case .due where reason.due.day == now.day: return today(reason, at: now, tonight: tonight)
    case .due where reason.asked.day <= now.day:
      let last = shortDay(reason.due.day, now)
      return Bilingual("今天，最迟 \(last)", "today, by \(last) at the latest")
    case .due: return left(reason.due.day - now.day)
    case .upcoming:
      let day = shortDay(reason.opens.day, now)
      return Bilingual("\(day) 起", "from \(day)")
    case .held(_, let until):
      let day = shortDay(until.day, now)
      return Bilingual("等到 \(day)", "until \(day)")
    }
  }

  private static func today(_ reason: Reason, at now: Moment, tonight: Bool) -> Bilingual {
    if let hour = agreedHour(reason.opens, reason.due) {
      return Bilingual("今天 \(hour)", "today \(hour)")
    }
    if let from = reason.opens.time, reason.opens.day == now.day, let time = now.time, time < from {
      return Bilingual("今天 \(from)起", "today from \(from)")
    }
    if let until = reason.due.time { return Bilingual("今天 \(until)前", "by \(until)") }
    return tonight ? Bilingual("今晚", "tonight") : Bilingual("今天", "today")
  }

  static func past(_ hour: TimeOfDay) -> Bilingual { Bilingual("已过 \(hour)", "past \(hour)") }

  /// The hour that was agreed on: neither from nor until it, but then.
  static func agreedHour(_ opens: Moment, _ due: Moment) -> TimeOfDay? {
    opens == due ? due.time : nil
  }

  private static func left(_ days: Int) -> Bilingual {
    days == 1 ? Bilingual("明天为止", "1 d left") : Bilingual("还有 \(days) 天", "\(days) d left")
  }

  /// Month and day; the year too where it is not this one.
  static func shortDay(_ day: Day, _ now: Moment) -> String {
    day.year == now.day.year ? String(day.description.dropFirst(5)) : day.description
  }

  /// The rule that asks, by its name, and how far behind it is: `三日再访 漏 3 次`.
  static func reason(
    _ name: String, _ reason: Reason, isStrictest: Bool, at now: Moment, _ language: Language
  ) -> String {
    var text = name
    if reason.missed > 1 {
      switch language {
      case .zh: text += " 漏 \(reason.missed) 次"
      case .en: text += " missed \(reason.missed)"
      }
    }
    return isStrictest ? text : text + status(reason, at: now, language)
  }

  /// What sets a reason apart from the one that gives the line its deadline.
  private static func status(_ reason: Reason, at now: Moment, _ language: Language) -> String {
    if let hour = reason.passedHour(at: now) { return " " + past(hour)[language] }
    return switch (reason.status, language) {
    case (.overdue, .zh): " 逾期 \(reason.daysOverdue) 天"
    case (.overdue, .en): " \(reason.daysOverdue) d late"
    case (.held(_, let until), .zh): " 等到 \(until.day.description.dropFirst(5))"
    case (.held(_, let until), .en): " until \(until.day.description.dropFirst(5))"
    case (.due, _), (.upcoming, _): ""
    }
  }

  static let grading = Bilingual("定级", "grade")
  static let promised = Bilingual("与客户约定", "promised")

  /// The day that is meant, where a window lies around it.
  static func centre(_ day: Day, _ margin: Int, at now: Moment) -> Bilingual {
    let day = shortDay(day, now)
    return Bilingual("以 \(day) 为准，前后 \(margin) 天", "meant for \(day), \(margin) d either way")
  }

  /// Those whose birthday it is, beside the customer's own.
  static func birthday(_ relatives: [String]) -> Bilingual {
    Bilingual(
      "生日：\(relatives.joined(separator: "、"))",
      "birthday of \(relatives.joined(separator: ", "))")
  }

  static func doneBy(_ roles: [Word]) -> Bilingual {
    Bilingual(
      "由\(roles.map(\.chinese).joined(separator: "、"))做",
      "by \(roles.map(\.bilingual.en).joined(separator: ", "))")
  }

  /// Of customers without a consultant.
  static let nobody = Bilingual("未分配", "nobody")

  /// The managers, for a role that nobody has.
  static func instead(of role: Word) -> Bilingual {
    Bilingual("经理（没有\(role.chinese)）", "manager (there is no \(role.bilingual.en))")
  }

  /// A reason asks for a gift.
  static let gift = Bilingual("备礼", "bring a gift")

  /// `电话/短信`: the one that is asked for, then others that do; `微信+短信`: all of them.
  static func channels(_ channels: (needed: [Channel], others: [Channel])) -> Bilingual {
    if channels.needed.count == 1, channels.others.isEmpty { return channels.needed[0].bilingual }
    let needed = channels.needed.map(\.bilingual).joined(separator: "+")
    return ([needed] + channels.others.map(\.bilingual)).joined(separator: "/")
  }

  /// Those that do, where others do beside the one that is asked for.
  static func means(_ channels: String) -> Bilingual {
    Bilingual("方式：\(channels)", "by \(channels)")
  }

  static func topics(_ topics: [String]) -> Bilingual {
    Bilingual(
      "谈：\(topics.joined(separator: "，"))", "talk: \(topics.joined(separator: ", "))")
  }

  static func agreed(_ texts: [String]) -> Bilingual {
    Bilingual(
      "约定：\(texts.joined(separator: "；"))", "promised: \(texts.joined(separator: "; "))")
  }

  /// How to open the call (由头): milestones and festivals near the day, or what the policy suggests.
  static func opening(_ engine: Engine, on day: Day) -> Bilingual {
    let (policy, vocabulary) = (engine.reign(on: day)?.policy, engine.vocabulary)
    let days = day...day + nearDays
    let festivals = policy?.festivalOpenings(in: days) ?? []
    let names =
      engine.milestones.filter { days.contains($0.day) }
      .map { dated(CalendarMessages.name($0, in: vocabulary), $0.day, on: day) }
      + festivals.map { dated($0.festival.word(in: vocabulary).bilingual, $0.day, on: day) }
    let openings = policy?.openings.filter { $0 != Policy.festivalOpening } ?? []
    let all = names.isEmpty ? openings.map { Bilingual($0, $0) } : names
    guard !all.isEmpty else { return Bilingual("", "") }
    let told = all.joined(separator: Bilingual("、", ", "))
    return Bilingual("由头：\(told.zh)", "opening: \(told.en)")
  }

  /// For how many days ahead something is near enough to open a call with.
  private static let nearDays = 7

  private static func dated(_ name: Bilingual, _ its: Day, on day: Day) -> Bilingual {
    guard its != day else { return name }
    let date = String(its.description.dropFirst(5))
    return Bilingual("\(date) \(name.zh)", "\(date) \(name.en)")
  }

  static func last(
    _ contact: Contact, on day: Day, _ note: String?, at now: Moment, _ language: Language
  ) -> String {
    let day = shortDay(day, now)
    let (channel, outcome) = (contact.channel, contact.outcome)
    let note = note.map { " " + Width.beginning(of: $0, 24) } ?? ""
    return switch language {
    case .zh: "上次：\(day) \(channel.chinese)\(outcome.chinese)\(note)"
    case .en: "last: \(day) \(channel.english) \(outcome.english)\(note)"
    }
  }

  /// `11-03 接通`, `11-03 微信接通`, `11-03 短信`: the same without what was said.
  static func lastInShort(
    _ contact: Contact, on day: Day, at now: Moment, _ language: Language
  ) -> String {
    var told = shortDay(day, now) + " "
    if contact.channel != .phone { told += contact.channel.bilingual[language] }
    guard contact.outcome != .sent else { return told }
    if language == .en, contact.channel != .phone { told += " " }
    return told + contact.outcome.bilingual[language]
  }

  /// - Parameter isExcused: they are as many as excuse a miss.
  static func attempts(_ count: Int, isExcused: Bool) -> Bilingual {
    isExcused
      ? Bilingual("已试 \(count) 次未成，不算漏", "\(counted(count, "attempt")) without answer: no miss")
      : Bilingual("已试 \(count) 次未成", "\(counted(count, "attempt")) without answer")
  }

  static func morePhones(_ phones: [String]) -> Bilingual {
    Bilingual(
      "另一电话：\(phones.joined(separator: "、"))",
      "other phone: \(phones.joined(separator: ", "))")
  }

  static func ownHours(_ hours: TimeRange) -> Bilingual {
    Bilingual("客户方便 \(hours)", "prefers \(hours)")
  }
}
