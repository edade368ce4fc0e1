import Core

/// Writes what is known of a customer as a case, without names, phones and notes.
struct CaseText {
  let history: History
  let engine: Engine
  let now: Moment

  /// Nil where no policy reigns.
  var text: String? {
    guard let policy = engine.reign(on: now.day)?.policy else { return nil }
    let facts = history.facts.filter { !now.isSurelyBefore($0.moment) }
    var lines = ["cases:", "  - name: 客户在 \(now) 的情形"]
    lines.append("    policy: [\(policy.name.split(separator: "+").joined(separator: ", "))]")
    lines += parameters(policy)
    if let source = history.source { lines.append("    source: \(source.chinese)") }
    lines += list("facts", facts.compactMap(line))
    lines += list("milestones", milestones)
    lines += list("holidays", engine.calendar.company.filter(\.isHoliday).map(line))
    lines.append("    from: \(engine.reign(on: now.day)?.from.description ?? "")")
    lines.append("    on: \(now)")
    lines += list("owed", owed)
    lines.append("    not: all")
    return lines.joined(separator: "\n") + "\n"
  }

  private func parameters(_ policy: Policy) -> [String] {
    let given = policy.parameters.filter { !$0.isOurs && $0.value != nil }
    let pairs = given.map { "\($0.name): \"\($0.value ?? "")\"" }
    return pairs.isEmpty ? [] : ["    set: {\(pairs.joined(separator: ", "))}"]
  }

  private func list(_ key: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["    \(key):"] + items.map { "      - \"\($0)\"" }
  }

  /// Those that concern the customer: a case knows no buildings.
  private var milestones: [String] {
    engine.milestones.filter {
      engine.homes.concerns(history.customer, Building($0.building))
    }.map { milestone in
      let until = milestone.lastDay > milestone.day ? " 至 \(milestone.lastDay)" : ""
      return "\(milestone.day) \(milestone.kind.chinese)\(until)"
    }
  }

  private func line(_ days: CompanyDays) -> String {
    "\(days.days.lowerBound) 至 \(days.days.upperBound) 公司放假"
  }

  private var owed: [String] {
    guard case .line(let line) = engine.agenda(of: history, at: now) else { return [] }
    return line.reasons.filter(\.isListed)
      .map { "\(engine.rule($0.rule).id) \($0.opens)..\($0.due)" }
  }

  /// As the file of cases has it; nil for what no case needs.
  private func line(_ fact: Fact) -> String? {
    words(fact.body).map { "\(fact.moment) \($0)" }
  }

  private func words(_ body: Fact.Body) -> String? {
    switch body {
    case .event(let kind): kind.word(in: engine.vocabulary).chinese
    case .grade(let grade): grade.map { "级别 \($0.name)" }
    case .tag(let tag, let on): "\(on ? "标签" : "去标签") \(tag.word(in: engine.vocabulary).chinese)"
    case .averse(let on): on ? "反感" : "不再反感"
    case .doNotContact(let on): on ? "免打扰" : "可以联系"
    case .contact(let contact):
      "\(contact.channel.chinese) \(contact.outcome.chinese)"
        + (contact.next.map { " 约 \($0)" } ?? "")
    case .postponement(let moment): "延期 \(moment)"
    case .skip(let rule): "免做 \(rule)"
    case .birthday(let fact):
      fact.birthday.map { "\(fact.owner == .own ? "生日" : "家属生日") \($0)" }
    case .step(let step):
      "\(step.kind.chinese) \(step.step.chinese) \(step.urgency.chinese) #\(step.caseNumber)"
    case .hours, .owner: nil
    }
  }
}
