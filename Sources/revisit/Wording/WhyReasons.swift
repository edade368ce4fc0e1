import Core

// How things ended, what ends them, and what would follow.

extension WhyMessages {
  /// What became of an occurrence that ended.
  static func outcome(
    _ obligation: Obligation, _ contact: Fact?, in vocabulary: Vocabulary
  ) -> Bilingual {
    let due = obligation.due.day
    if obligation.isExcused { return excused(obligation) }
    switch obligation.status {
    case .done(let fact, let day, let onTime):
      let by = contact.map { name($0, in: vocabulary) } ?? Bilingual("回访", "contact")
      return Bilingual(
        "应做日 \(due)，已由 \(day) \(by.zh)（记录 \(fact)）\(onTime ? "按时完成" : "补做，迟")",
        "due \(due), settled by the \(by.en) of \(day) (record \(fact)), \(onTime ? "on time" : "late")"
      )
    case .missed: return Bilingual("应做日 \(due)，漏做", "due \(due), missed")
    case .skipped(let fact):
      return Bilingual("应做日 \(due)，已免做（记录 \(fact)）", "due \(due), skipped (record \(fact))")
    case .void(let reason, let day):
      let why = closed(reason, in: vocabulary)
      return Bilingual("自 \(day) 起不再要求：\(why.zh)", "no longer asked from \(day): \(why.en)")
    case .held(let hold, let until):
      let why = self.hold(hold)
      return Bilingual("\(due) 暂缓：\(why.zh)，到 \(until)", "\(due) held: \(why.en), until \(until)")
    case .upcoming, .due, .overdue: return Bilingual("\(due)", "\(due)")
    }
  }

  /// Late or missed, after the customer had been tried often enough.
  private static func excused(_ obligation: Obligation) -> Bilingual {
    let (due, count) = (obligation.due.day, obligation.attempts)
    let tried = counted(count, "attempt")
    guard case .done(let fact, let day, _) = obligation.status else {
      return Bilingual("应做日 \(due)，已试 \(count) 次未成，不算漏", "due \(due), \(tried): no miss")
    }
    return Bilingual(
      "应做日 \(due)，试过 \(count) 次，\(day) 做成（记录 \(fact)），不算迟",
      "due \(due), \(tried), done \(day) (record \(fact)): not late")
  }

  static func closed(_ reason: VoidReason, in vocabulary: Vocabulary) -> Bilingual {
    switch reason {
    case .doNotContact: Bilingual("客户要求免打扰", "do not contact")
    case .lost: Bilingual("客户已流失", "the customer is lost")
    case .cancelled: Bilingual("已退房，等再次来电或来访", "cancelled, waits for a new call or visit")
    case .leftAudience: Bilingual("不在适用范围", "the customer is outside its audience")
    case .suppressed(let clause): Bilingual("由 \(clause) 排除", "suppressed by \(clause)")
    case .until(let kind): happened(kind.word(in: vocabulary))
    case .step(let step): Bilingual("事项已\(step.chinese)", "the case was \(step.english)")
    case .superseded(let fact):
      Bilingual("有了新的约定，记录 \(fact)", "a newer promise took its place, record \(fact)")
    case .restarted(let fact):
      Bilingual("从记录 \(fact) 重新算起", "counted anew from record \(fact)")
    case .madeUp(let fact):
      Bilingual("漏做的那条已补上，记录 \(fact)", "what was missed has been made up for, record \(fact)")
    }
  }

  private static func happened(_ event: Word) -> Bilingual {
    Bilingual("已\(event.chinese)", "\(event.english) happened")
  }

  /// By what a customer is graded.
  static let grading = Bilingual(
    "log 或 edit 的 --grade，别的都不算", "--grade of log or edit, and nothing else")

  static func channels(_ channels: Channels, averse: Bool) -> Bilingual {
    let names = channels.wantedInOrder(averse: averse).map(\.bilingual)
    guard !names.isEmpty else { return Bilingual("不限（信函除外）", "any but a letter") }
    return channels.allOf
      ? Bilingual(
        names.map(\.zh).joined(separator: " 和 ") + " 都要",
        names.map(\.en).joined(separator: " and "))
      : Bilingual(
        names.map(\.zh).joined(separator: " 或 "), names.map(\.en).joined(separator: " or "))
  }

  /// What would end the rule for the customer.
  static func ends(_ rule: Rule, in vocabulary: Vocabulary) -> Bilingual {
    func words(_ terms: TermSet<some OpenTerm>) -> [Bilingual] {
      terms.elements.map { $0.word(in: vocabulary).bilingual }
    }
    var parts = words(rule.until) + rule.untilSteps.elements.map(\.bilingual)
    switch rule.orBy {
    case .event(let kinds): parts += words(kinds).filter { !parts.contains($0) }
    case .step(let steps): parts += steps.elements.map(\.bilingual)
    case .contact, nil: break
    }
    let audience = rule.audience
    parts += words(audience.hasNot).filter { !parts.contains($0) }
    if audience.stages.contains(.prospect), !audience.stages.contains(.signed) {
      parts.append(Bilingual("成交", "a deal"))
    }
    if !audience.grades.isEmpty {
      let grades = audience.grades.elements.map(\.name).joined(separator: "/")
      parts.append(Bilingual("级别不再是 \(grades)", "a grade other than \(grades)"))
    }
    if !audience.anyTag.isEmpty {
      let tags = list(words(audience.anyTag))
      parts.append(Bilingual("取消标签 \(tags.zh)", "without the tag \(tags.en)"))
    }
    if !audience.noTag.isEmpty {
      let tags = list(words(audience.noTag))
      parts.append(Bilingual("标为 \(tags.zh)", "the tag \(tags.en)"))
    }
    for words in [audience.payments, audience.layouts, audience.consultants] where !words.isEmpty {
      let names = words.joined(separator: "、")
      parts.append(Bilingual("不再是\(names)", "no longer \(names)"))
    }
    parts.append(Bilingual("流失", "a loss"))
    parts.append(Bilingual("免打扰", "do not contact"))
    return list(parts)
  }

  /// What is said of each, once where it is the same.
  static func once(_ obligations: [Obligation], _ say: (Obligation) -> Bilingual) -> [Bilingual] {
    obligations.map(say).reduce(into: []) { told, text in
      if !told.contains(text) { told.append(text) }
    }
  }

  static func reached(
    _ change: Effect, _ later: [Obligation], _ engine: Engine, _ cases: CaseNames,
    at now: Moment
  ) -> Bilingual {
    let settled = once(change.settled) { obligation in
      let id =
        engine.rule(obligation.rule).id
        + cases.suffix(obligation, among: change.settled, engine)
      guard case .done(_, _, onTime: true) = obligation.status else {
        return Bilingual("\(id) 记为迟", "\(id) late")
      }
      return Bilingual("\(id) 按时", "\(id) on time")
    }
    let first =
      settled.isEmpty
      ? Bilingual("没有要结的事项", "settles nothing")
      : list(settled)
    let ofDays = later.reduce(into: [Obligation]()) { days, obligation in
      if days.last?.due.day != obligation.due.day { days.append(obligation) }
    }
    let days = days(Array(ofDays.prefix(5)), at: now)
    let rest =
      later.isEmpty
      ? Bilingual("之后没有安排", "nothing after it")
      : Bilingual("之后 \(days.zh)", "then \(days.en)")
    return joined([first, rest])
  }

  static func notReached(
    _ tomorrow: AgendaEntry, _ engine: Engine, _ cases: CaseNames
  ) -> Bilingual {
    guard case .line(let line) = tomorrow, line.strictest.status != .upcoming else {
      return Bilingual("明天也不在名单上", "not on tomorrow's list either")
    }
    let overdue = line.reasons.filter { $0.status == .overdue }
    guard !overdue.isEmpty else {
      return Bilingual("明天在名单上", "on tomorrow's list")
    }
    return list(
      overdue.map { reason in
        let rule = engine.rule(reason.rule)
        let name = rule.isGrading ? DueMessages.grading : Bilingual(rule.id, rule.id)
        let suffix = cases.suffix(reason, among: overdue, engine)
        return Bilingual(
          "明天 \(name.zh)\(suffix) 逾期 \(reason.daysOverdue) 天",
          "tomorrow \(name.en)\(suffix) is \(reason.daysOverdue) d overdue")
      })
  }
}
