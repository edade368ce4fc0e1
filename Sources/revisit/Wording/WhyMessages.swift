import Core

/// The words of `revisit why`.
enum WhyMessages {
  static let cause = Bilingual("起因", "cause")
  static let sum = Bilingual("计算", "arithmetic")
  /// What grading counts from for whoever came before the policy reigned.
  static let adoption = Bilingual("制度施行", "adoption")
  static let status = Bilingual("现状", "standing")
  static let channel = Bilingual("方式", "channel")
  static let ends = Bilingual("止于", "ends with")
  static let after = Bilingual("之后", "coming")
  static let calendar = Bilingual("日历", "calendar")
  static let by = Bilingual("谁做", "done by")
  static let wave = Bilingual("分批", "wave")
  static let others = Bilingual("以后会到期的条款", "Rules that come later")
  static let notNow = Bilingual("现在不要求回访的条款", "Rules that ask for nothing now")
  static let ifReached = Bilingual("若今天接通", "if reached")
  static let ifNot = Bilingual("若今天没做", "if not")

  static func closed(
    _ reason: VoidReason, of rules: [String], in vocabulary: Vocabulary
  ) -> Bilingual {
    let why = closed(reason, in: vocabulary)
    let (zh, en) = (rules.joined(separator: "、"), rules.joined(separator: ", "))
    guard reason != .leftAudience else {
      return Bilingual("\(why.zh)：\(zh)", "for other customers: \(en)")
    }
    return Bilingual("\(why.zh)：\(zh)", "\(why.en): \(en)")
  }

  static func joined(_ parts: [Bilingual]) -> Bilingual {
    Bilingual(
      parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: "；"),
      parts.map(\.en).filter { !$0.isEmpty }.joined(separator: "; "))
  }

  static func list(_ parts: [Bilingual]) -> Bilingual {
    Bilingual(
      parts.map(\.zh).joined(separator: "、"), parts.map(\.en).joined(separator: ", "))
  }

  // MARK: Heading

  static func state(_ state: Snapshot, in vocabulary: Vocabulary) -> Bilingual {
    var parts = [state.stage.bilingual]
    if let grade = state.grade { parts.append(Bilingual("\(grade.name) 类", "grade \(grade.name)")) }
    parts += state.tags.elements.map { $0.word(in: vocabulary).bilingual }
    if state.isAverse { parts.append(Bilingual("反感来电", "dislikes calls")) }
    if state.isWaiting { parts.append(Bilingual("已退房", "cancelled")) }
    if state.doNotContact { parts.append(Bilingual("免打扰", "do not contact")) }
    return Bilingual(
      parts.map(\.zh).joined(separator: " "), parts.map(\.en).joined(separator: ", "))
  }

  /// That the customer is on no list of the viewer's.
  static let notOnYours = Bilingual("今天不在你的名单上", "not on your list today")

  static func onList(of holder: Bilingual, _ verdict: Bilingual) -> Bilingual {
    Bilingual("在 \(holder.zh) 的名单上：\(verdict.zh)", "on the list of \(holder.en): \(verdict.en)")
  }

  static func stands(on holders: Bilingual) -> Bilingual {
    Bilingual("在 \(holders.zh) 的名单上", "on the list of \(holders.en)")
  }

  static func verdict(_ entry: AgendaEntry, at now: Moment) -> Bilingual {
    switch entry {
    case .line(let line) where line.strictest.status == .upcoming: return idle
    case .line(let line): return verdict(line.strictest, at: now)
    case .hidden(.doNotContact, _):
      return Bilingual("免打扰：什么都不应做", "do not contact: nothing is owed")
    case .hidden(_, let line):
      guard let line, case .held(let hold, let until) = line.strictest.status else { return idle }
      return Bilingual(
        "今天不列出：\(self.hold(hold).zh)，等到 \(until)",
        "not listed today: \(self.hold(hold).en), until \(until)")
    case .nothing: return idle
    }
  }

  private static let idle = Bilingual("今天不用回访", "nothing is due today")

  private static func verdict(_ reason: Reason, at now: Moment) -> Bilingual {
    let by = DueMessages.by(reason.opens, reason.due)
    if reason.status == .due, let day = reason.waveDay, reason.due.day > now.day {
      let (asked, last) = (
        DueMessages.shortDay(day, now), DueMessages.shortDay(reason.due.day, now)
      )
      return Bilingual(
        "今天回访：分批排在 \(asked)，最迟 \(last)",
        "call today: its day in the wave is \(asked), by \(last) at the latest")
    }
    if reason.status == .overdue, reason.daysOverdue > 0 {
      return Bilingual(
        "应在 \(by.zh)回访，已逾期 \(reason.daysOverdue) 天",
        "was due \(by.en), \(reason.daysOverdue) d overdue")
    }
    let past = reason.passedHour(at: now).map(DueMessages.past)
    return Bilingual(
      "应在 \(by.zh)回访" + (past.map { "，\($0.zh)" } ?? ""),
      "due \(by.en)" + (past.map { ", \($0.en)" } ?? ""))
  }

  // MARK: One rule

  static func title(_ rule: Rule) -> Bilingual {
    if let name = rule.ownName {
      let from = rule.isPromise ? " (log --next)" : ""
      return Bilingual("\(rule.id)  \(name.zh)\(from)", "\(rule.id)  \(name.en)\(from)")
    }
    let parts = [rule.id, rule.name, rule.article, rule.says].filter { !$0.isEmpty }
      .joined(separator: "  ")
    return Bilingual(parts, parts)
  }

  static func name(_ fact: Fact, in vocabulary: Vocabulary) -> Bilingual {
    switch fact.body {
    case .event(let kind): kind.word(in: vocabulary).bilingual
    case .contact(let contact):
      Bilingual("\(contact.channel.chinese)回访", "\(contact.channel.english) contact")
    case .step(let step): FactWords.tell(step)
    case .grade, .tag, .averse, .doNotContact, .hours, .owner, .postponement, .skip, .birthday:
      Bilingual("记录", "record")
    }
  }

  /// `2026-11-02 来访 (记录 381)`.
  static func fact(_ fact: Fact, in vocabulary: Vocabulary) -> Bilingual {
    let name = name(fact, in: vocabulary)
    return Bilingual(
      "\(fact.moment) \(name.zh)（记录 \(fact.id)）", "\(fact.moment) \(name.en) (record \(fact.id))")
  }

  static func birthday(of member: Int32, _ relative: String?) -> Bilingual {
    if member == 0 { return Bilingual("生日", "birthday") }
    guard let relative else {
      return Bilingual("家属 \(member) 生日", "birthday of relative \(member)")
    }
    return Bilingual("\(relative) 生日", "birthday of \(relative)")
  }

  static func milestone(_ milestone: Milestone, in vocabulary: Vocabulary) -> Bilingual {
    let title = milestone.title.isEmpty ? "" : " \(milestone.title)"
    let kind = milestone.kind.word(in: vocabulary).bilingual
    return Bilingual(kind.zh + title, kind.en + title)
  }

  static func dueDay(of rule: Rule) -> Bilingual {
    Bilingual("\(rule.id) 到期日", "due day of \(rule.id)")
  }

  static func dayAfterMiss(of rule: Rule) -> Bilingual {
    Bilingual("\(rule.id) 漏做次日", "the day after \(rule.id) was missed")
  }

  static func status(_ reason: Reason, at now: Moment) -> Bilingual {
    switch reason.status {
    case .held(let hold, let until):
      Bilingual(
        "暂缓：\(self.hold(hold).zh)，到 \(until)", "held: \(self.hold(hold).en), until \(until)")
    case .overdue, .due, .upcoming:
      joined([
        DueMessages.deadline(reason, at: now, tonight: false),
        reason.missed > 0
          ? Bilingual("漏 \(reason.missed) 次", "missed \(reason.missed)") : Bilingual("", ""),
        reason.attempts > 0
          ? DueMessages.attempts(reason.attempts, isExcused: reason.isExcused)
          : Bilingual("", ""),
      ])
    }
  }

  /// A rule that waits for a holiday which nobody has entered.
  static func noHoliday(
    _ festivals: TermSet<Festival>, in vocabulary: Vocabulary
  ) -> Bilingual {
    let names = list(festivals.elements.map { $0.word(in: vocabulary).bilingual })
    return Bilingual(
      "还没有登记含\(names.zh)的公司放假，所以不安排；revisit calendar add 名称 --from 日期 --to 日期",
      "no company holiday round \(names.en) has been entered, so nothing is sent; "
        + "revisit calendar add NAME --from DAY --to DAY")
  }

  /// `公司放假 04-30 至 05-05，顺延到放假后头一天`.
  static func moved(by holiday: ClosedRange<Day>, isBefore: Bool) -> Bilingual {
    func short(_ day: Day) -> Substring { day.description.dropFirst(5) }
    let (first, last) = (short(holiday.lowerBound), short(holiday.upperBound))
    return isBefore
      ? Bilingual(
        "公司放假 \(first) 至 \(last)，假期里到期的放假前做一次",
        "closed \(first) to \(last): what falls into the holiday is done once before it")
      : Bilingual(
        "公司放假 \(first) 至 \(last)，顺延到放假后头一天",
        "closed \(first) to \(last): moved to the first open day")
  }

  /// `来访 2026-12-08 20:30 在时段 13:00-20:00 之后，当日的不再发`.
  static func tooLate(_ event: Fact, for hours: TimeRange, in vocabulary: Vocabulary) -> Bilingual {
    let name = name(event, in: vocabulary)
    return Bilingual(
      "\(name.zh) \(event.moment) 在时段 \(hours) 之后，当日的不再发",
      "\(name.en) \(event.moment) came after \(hours): nothing is sent that day")
  }

  static func by(_ role: Word) -> Bilingual {
    Bilingual(
      "\(role.chinese)，不在顾问的名单上（revisit due --role \(role.chinese)）",
      "\(role.bilingual.en), not on the consultant's list (revisit due --role \(role.name))")
  }

  /// The case was given or escalated to them.
  static func given(to members: Bilingual) -> Bilingual {
    Bilingual("\(members.zh)（派单或升级）", "\(members.en) (given the case)")
  }

  static func hold(_ hold: Hold) -> Bilingual {
    switch hold {
    case .promise: Bilingual("与客户另有约定", "promised another day")
    case .postponement: Bilingual("已延期", "postponed")
    case .cap(let clause):
      Bilingual("本周联系已满（\(clause)）", "weekly cap reached (\(clause))")
    case .wave: Bilingual("分批通知，排在以后", "a later day of the wave")
    }
  }

  static func days(_ coming: [Obligation], at now: Moment) -> Bilingual {
    let days = coming.map { DueMessages.shortDay($0.due.day, now) }
    return Bilingual(days.joined(separator: "、"), days.joined(separator: ", "))
  }

  static func other(_ rule: Rule, _ text: Bilingual) -> Bilingual {
    let name = rule.ownName ?? Bilingual(rule.article, rule.article)
    func head(_ name: String) -> String { name.isEmpty ? rule.id : "\(rule.id) \(name)" }
    return Bilingual("\(head(name.zh))  \(text.zh)", "\(head(name.en))  \(text.en)")
  }
}
