import Core

/// What a write tells of its consequences.
enum AftermathMessages {
  /// - Parameter lists: to tell what of it stands on a list now, whose, and about which case; nil: all is
  ///   told.
  static func effect(
    _ effect: Effect, _ engine: Engine, _ lists: CustomerLists? = nil
  ) -> [Bilingual] {
    var lines: [Bilingual] = []
    if !effect.settled.isEmpty {
      let parts = WhyMessages.list(
        WhyMessages.once(effect.settled) {
          settled($0, name($0, among: effect.settled, engine, lists))
        })
      lines.append(Bilingual("已结：\(parts.zh)", "settled: \(parts.en)"))
    }
    if !effect.voided.isEmpty {
      let told = once(effect.voided, engine)
      let parts = WhyMessages.list(
        told.map { obligation in
          let name = name(obligation, among: told, engine, lists)
          guard case .void(let reason, _) = obligation.status else { return name }
          let why = WhyMessages.closed(reason, in: engine.vocabulary)
          return Bilingual("\(name.zh)（\(why.zh)）", "\(name.en) (\(why.en))")
        })
      lines.append(Bilingual("不再要求：\(parts.zh)", "no longer asked: \(parts.en)"))
    }
    if !effect.missed.isEmpty {
      let told = once(effect.missed, engine)
      let parts = WhyMessages.list(
        told.map { missed in
          let text = dated(missed, name(missed, among: told, engine, lists))
          let count = effect.missed.count {
            $0.rule == missed.rule && $0.key.caseNumber == missed.key.caseNumber
          }
          return count == 1
            ? text : Bilingual("\(text.zh) 起 \(count) 次", "\(text.en) and \(count - 1) more")
        })
      lines.append(Bilingual("不能再补，记为漏：\(parts.zh)", "stays missed: \(parts.en)"))
    }
    let opened = once(effect.opened.filter { lists?.isListed($0) ?? true }, engine)
    if !opened.isEmpty {
      let parts = WhyMessages.list(
        opened.map { self.opened($0, name($0, among: opened, engine, lists), lists) })
      lines.append(Bilingual("现在应做：\(parts.zh)", "now due: \(parts.en)"))
    }
    return lines
  }

  /// The oldest of each rule, and of each case: a stack of slots is told once.
  private static func once(_ obligations: [Obligation], _ engine: Engine) -> [Obligation] {
    var told: [String: Set<Int32?>] = [:]
    return obligations.sorted { $0.due.isBefore($1.due) }.filter { obligation in
      let id = engine.rule(obligation.rule).id
      return told[id, default: []].insert(obligation.key.caseNumber).inserted
    }
  }

  /// Duties that a contact left open though one might think that it settled them: somebody else does
  /// them, it was about no case or another, or its channel is too weak.
  static func unsettled(_ contact: Contact?, _ lists: CustomerLists) -> [Bilingual] {
    guard let contact, contact.isConversation, let line = lists.offices.listed else { return [] }
    let isAverse = line.state.isAverse
    let listed = line.reasons.filter {
      $0.isListed && lists.engine.rule($0.rule).settledBy == .contact
    }
    let weak = listed.filter { reason in
      let rule = lists.engine.rule(reason.rule)
      if rule.isPromise { return !contact.keepsAgreements }
      return !rule.channels.satisfying(averse: isAverse).contains(contact.channel)
    }
    let strong = listed.filter { !weak.contains($0) }
    let (own, others) = strong.divided {
      lists.findings.isDoer(contact.speaker, of: $0.rule, $0.key)
    }
    let ofCases = own.filter {
      $0.key.caseNumber.map { $0 != contact.about?.number } ?? false
    }
    return others.map { ofOthers($0, lists) } + ofCases.map { notAbout($0, lists) }
      + (weak.contains { lists.engine.rule($0.rule).isPromise } ? [agreementStands] : [])
      + tooWeak(
        weak.filter { !lists.engine.rule($0.rule).isPromise }, contact, isAverse, lists)
  }

  private static let agreementStands = Bilingual(
    "未结：与客户的约定；要电话、上门、面谈谈过，或微信接通",
    "still open: the promise; it takes a call, a visit or a WeChat answer")

  /// `未结：K00001 的 wx-5.3 五 方案 3；谈的是这件事就加 --about K00001`.
  private static func notAbout(_ reason: Reason, _ lists: CustomerLists) -> Bilingual {
    let rule = lists.engine.rule(reason.rule)
    let number =
      reason.key.caseNumber.flatMap { lists.cases.numbers[$0] }.map(caseNumber) ?? ""
    let name = rule.cited
    let space = name.zh.utf8.first.map { $0 < 0x80 } == true ? " " : ""
    return Bilingual(
      "未结：\(number) 的\(space)\(name.zh)；谈的是这件事就加 --about \(number)",
      "still open: \(name.en) of \(number); if it was about that, add --about \(number)")
  }

  /// `未结：gcs-3.2b 3 职责 2，归经理`.
  private static func ofOthers(_ reason: Reason, _ lists: CustomerLists) -> Bilingual {
    let rule = lists.engine.rule(reason.rule)
    let cases = lists.cases.names(of: [reason.key])
    let name = rule.cited
    let holders = lists.names(lists.holders(of: reason.rule, reason.key))
    return Bilingual(
      "未结：\(name.zh)\(cases.zh)，归\(holders.zh)",
      "still open: \(name.en)\(cases.en), for \(holders.en) to do")
  }

  private static func tooWeak(
    _ open: [Reason], _ contact: Contact, _ isAverse: Bool, _ lists: CustomerLists
  ) -> [Bilingual] {
    let rules = open.map { lists.engine.rule($0.rule) }
    return rules.indices.filter { place in
      rules.firstIndex { $0.id == rules[place].id } == place
    }.map { place in
      let rule = rules[place]
      let same = rules.indices.filter { rules[$0].id == rule.id }
      let cases = lists.cases.names(of: same.map { open[$0].key })
      let needed = WhyMessages.channels(rule.channels, averse: isAverse)
      let channel = contact.channel
      let name = rule.cited
      let space = name.zh.utf8.last.map { $0 < 0x80 } == true || !cases.zh.isEmpty ? " " : ""
      return Bilingual(
        "注意：\(name.zh)\(cases.zh)\(space)要求\(needed.zh)，\(channel.chinese)不算，仍未结",
        "note: \(name.en)\(cases.en) asks for \(needed.en); \(channel.english) does not settle it")
    }
  }

  /// What is overdue, each rule once: `qnc-2.1.1 逾期 3 天`.
  static func late(_ obligations: [Obligation], _ engine: Engine, at now: Moment) -> Bilingual {
    WhyMessages.list(
      once(obligations, engine).map { obligation in
        let (name, days) = (name(obligation, engine), obligation.daysOverdue(at: now))
        return Bilingual("\(name.zh) 逾期 \(days) 天", "\(name.en) \(days) d late")
      })
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
      let by =
        next.asked == obligation.due
        ? DueMessages.by(obligation.opens, next.asked) : DueMessages.before(next.asked)
      let day = by.zh.hasSuffix(" ") ? String(by.zh.dropLast()) : by.zh
      return Bilingual("\(day)，\(name.zh)", "\(by.en), \(name.en)")
    }
    let day = DueMessages.dated(next.asked)
    let last = DueMessages.shortDay(obligation.due.day, now)
    return Bilingual(
      "\(day.zh)，\(name.zh)（分批，最迟 \(last)）",
      "\(day.en), \(name.en) (its day in the wave, by \(last) at the latest)")
  }

  private static func settled(_ obligation: Obligation, _ name: Bilingual) -> Bilingual {
    switch obligation.status {
    case .done(_, _, onTime: true): return Bilingual("\(name.zh) 按时", "\(name.en) on time")
    case .done: return Bilingual("\(name.zh) 迟", "\(name.en) late")
    case .skipped: return Bilingual("\(name.zh) 免做", "\(name.en) skipped")
    case .upcoming, .due, .overdue, .missed, .held, .void: return name
    }
  }

  private static func dated(_ obligation: Obligation, _ name: Bilingual) -> Bilingual {
    Bilingual("\(name.zh) \(obligation.due)", "\(name.en) \(obligation.due)")
  }

  /// With whose list it stands on, where that is not the viewer's.
  private static func opened(
    _ obligation: Obligation, _ name: Bilingual, _ lists: CustomerLists?
  ) -> Bilingual {
    let text = dated(obligation, name)
    guard let lists, case let others = lists.others(obligation), !others.isEmpty else {
      return text
    }
    let names = lists.names(others)
    return Bilingual("\(text.zh)（\(names.zh)）", "\(text.en) (\(names.en))")
  }

  /// With the case, where the rule asks about several of them at once.
  private static func name(
    _ obligation: Obligation, among all: [Obligation], _ engine: Engine, _ lists: CustomerLists?
  ) -> Bilingual {
    let name = name(obligation, engine)
    let ofCase = lists?.cases.suffix(obligation, among: all, engine) ?? ""
    return Bilingual(name.zh + ofCase, name.en + ofCase)
  }

  private static func name(_ obligation: Obligation, _ engine: Engine) -> Bilingual {
    engine.rule(obligation.rule).cited
  }
}

extension [Reason] {
  /// Those for which it holds, and the rest.
  fileprivate func divided(_ holds: (Reason) -> Bool) -> (with: [Reason], without: [Reason]) {
    (filter(holds), filter { !holds($0) })
  }
}
