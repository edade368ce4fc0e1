import Core

/// What a write tells of its consequences.
enum AftermathMessages {
  static func effect(_ effect: Effect, _ engine: Engine) -> [Bilingual] {
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
          let (name, why) = (name(obligation, engine), WhyMessages.closed(reason))
          return Bilingual("\(name.zh)（\(why.zh)）", "\(name.en) (\(why.en))")
        })
      lines.append(Bilingual("不再要求：\(parts.zh)", "no longer asked: \(parts.en)"))
    }
    if !effect.missed.isEmpty {
      let parts = WhyMessages.list(once(effect.missed, engine).map { dated($0, engine) })
      lines.append(Bilingual("不能再补，记为漏：\(parts.zh)", "stays missed: \(parts.en)"))
    }
    if !effect.opened.isEmpty {
      let parts = WhyMessages.list(once(effect.opened, engine).map { dated($0, engine) })
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
  static func unsettled(
    _ contact: Contact?, _ history: History, _ engine: Engine, at now: Moment
  ) -> [Bilingual] {
    guard let contact, case .line(let line) = engine.agenda(of: history, at: now) else { return [] }
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

  static func next(_ obligation: Obligation?, _ engine: Engine, at now: Moment) -> Bilingual {
    guard let obligation else {
      return Bilingual("下一次：没有安排", "next: nothing planned")
    }
    let by = DueMessages.before(obligation.due)
    let name = name(obligation, engine)
    if obligation.status == .overdue {
      let days = obligation.daysOverdue(at: now)
      return Bilingual("先补：\(name.zh)，已逾期 \(days) 天", "first: \(name.en), \(days) d overdue")
    }
    return Bilingual("下一次：\(by.zh)，\(name.zh)", "next: \(by.en), \(name.en)")
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
