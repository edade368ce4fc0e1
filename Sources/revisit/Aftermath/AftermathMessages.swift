import Core

/// What a write tells of its consequences.
enum AftermathMessages {
  /// - Parameter lists: to tell what of it stands on a list now, and whose; nil: all is told.
  static func effect(
    _ effect: Effect, _ engine: Engine, _ lists: CustomerLists? = nil
  ) -> [Bilingual] {
    var lines: [Bilingual] = []
    if !effect.settled.isEmpty {
      let parts = WhyMessages.list(effect.settled.map { settled($0, engine) })
      lines.append(Bilingual("已结：\(parts.zh)", "settled: \(parts.en)"))
    }
    if !effect.voided.isEmpty {
      let parts = WhyMessages.list(
        once(effect.voided, engine).map { obligation in
          guard case .void(let reason, _) = obligation.status else {
            return name(obligation, engine)
          }
          let (name, why) = (
            name(obligation, engine), WhyMessages.closed(reason, in: engine.vocabulary)
          )
          return Bilingual("\(name.zh)（\(why.zh)）", "\(name.en) (\(why.en))")
        })
      lines.append(Bilingual("不再要求：\(parts.zh)", "no longer asked: \(parts.en)"))
    }
    if !effect.missed.isEmpty {
      let parts = WhyMessages.list(once(effect.missed, engine).map { dated($0, engine) })
      lines.append(Bilingual("不能再补，记为漏：\(parts.zh)", "stays missed: \(parts.en)"))
    }
    let opened = effect.opened.filter { lists?.isListed($0) ?? true }
    if !opened.isEmpty {
      let parts = WhyMessages.list(once(opened, engine).map { self.opened($0, engine, lists) })
      lines.append(Bilingual("现在应做：\(parts.zh)", "now due: \(parts.en)"))
    }
    return lines
  }

  /// The oldest of each rule: a stack of slots is told once.
  private static func once(_ obligations: [Obligation], _ engine: Engine) -> [Obligation] {
    var told: Set<String> = []
    return obligations.sorted { $0.due.isBefore($1.due) }
      .filter { told.insert(engine.rule($0.rule).id).inserted }
  }

  /// Duties that a contact left open because its channel is too weak for them.
  static func unsettled(_ contact: Contact?, _ lists: CustomerLists) -> [Bilingual] {
    guard let contact, let line = lists.offices.listed else { return [] }
    let engine = lists.engine
    return line.reasons.filter { reason in
      guard reason.isListed else { return false }
      let channels = engine.rule(reason.rule).channels
      return !channels.satisfying(averse: line.state.isAverse).contains(contact.channel)
    }.map { reason in
      let rule = engine.rule(reason.rule)
      let needed = WhyMessages.channels(rule.channels, averse: line.state.isAverse)
      return Bilingual(
        "注意：\(cited(rule)) 要求\(needed.zh)，\(contact.channel.chinese)不算，仍未结",
        "note: \(rule.id) asks for \(needed.en); \(contact.channel.english) does not settle it")
    }
  }

  static func next(_ next: NextCall?, _ engine: Engine, at now: Moment) -> Bilingual {
    guard let next else { return Bilingual("下一次：没有安排", "next: nothing planned") }
    let told = told(next, engine, at: now)
    return next.isListed && next.obligation.status == .overdue
      ? Bilingual("先补：\(told.zh)", "first: \(told.en)")
      : Bilingual("下一次：\(told.zh)", "next: \(told.en)")
  }

  /// What stands on the lists of others, where it comes before what is next on the viewer's.
  static func nextOfOthers(_ lists: CustomerLists, at now: Moment) -> [Bilingual] {
    let own = lists.next
    return lists.nextOfOthers.filter { own.map($0.call.isBefore) ?? true }
      .map { holder, call in
        WhyMessages.onList(of: lists.name(holder), told(call, lists.engine, at: now))
      }
  }

  /// `2026-11-11 (周三) 前, c-1`; what fell to a day of a wave has its last day too.
  private static func told(_ next: NextCall, _ engine: Engine, at now: Moment) -> Bilingual {
    let obligation = next.obligation
    let name = name(obligation, engine)
    if next.isListed, obligation.status == .overdue {
      let days = obligation.daysOverdue(at: now)
      return Bilingual("\(name.zh)，已逾期 \(days) 天", "\(name.en), \(days) d overdue")
    }
    guard next.asked.isBefore(obligation.due) else {
      let by = DueMessages.before(next.asked)
      return Bilingual("\(by.zh)，\(name.zh)", "\(by.en), \(name.en)")
    }
    let day = DueMessages.dated(next.asked)
    let last = DueMessages.shortDay(obligation.due.day, now)
    return Bilingual(
      "\(day.zh)，\(name.zh)（分批，最迟 \(last)）",
      "\(day.en), \(name.en) (its day in the wave, by \(last) at the latest)")
  }

  private static func settled(_ obligation: Obligation, _ engine: Engine) -> Bilingual {
    let name = name(obligation, engine)
    switch obligation.status {
    case .done(_, _, onTime: true): return Bilingual("\(name.zh) 按时", "\(name.en) on time")
    case .done: return Bilingual("\(name.zh) 迟", "\(name.en) late")
    case .skipped: return Bilingual("\(name.zh) 免做", "\(name.en) skipped")
    case .upcoming, .due, .overdue, .missed, .held, .void: return name
    }
  }

  private static func dated(_ obligation: Obligation, _ engine: Engine) -> Bilingual {
    let name = name(obligation, engine)
    return Bilingual("\(name.zh) \(obligation.due)", "\(name.en) \(obligation.due)")
  }

  /// With whose list it stands on, where that is not the viewer's.
  private static func opened(
    _ obligation: Obligation, _ engine: Engine, _ lists: CustomerLists?
  ) -> Bilingual {
    let text = dated(obligation, engine)
    guard let lists, case let others = lists.others(obligation), !others.isEmpty else {
      return text
    }
    let names = lists.names(others)
    return Bilingual("\(text.zh)（\(names.zh)）", "\(text.en) (\(names.en))")
  }

  private static func name(_ obligation: Obligation, _ engine: Engine) -> Bilingual {
    let rule = engine.rule(obligation.rule)
    if let name = rule.ownName { return name }
    return Bilingual(cited(rule), rule.id)
  }

  /// The rule with its article, where it has one.
  private static func cited(_ rule: Rule) -> String {
    rule.article.isEmpty ? rule.id : "\(rule.id) \(rule.article)"
  }
}
