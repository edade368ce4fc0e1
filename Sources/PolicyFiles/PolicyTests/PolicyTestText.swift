package import Core

/// Writes what is known of a customer as a case, without names, phones and notes: what
/// `PolicyTestFile` reads.
package struct PolicyTestText {
  let history: History
  let engine: Engine
  let now: Moment
  /// Whether the names of the policy mean, wherever the case is read, the one text that ever reigned;
  /// else the case refers to the day from which the office adopted what reigns, after what it had before.
  let isNamed: Bool
  /// What a text from the outbox was sent for.
  let occasion: (Int64) -> String?

  package init(
    _ history: History, _ engine: Engine, at now: Moment, isNamed: Bool,
    occasion: @escaping (Int64) -> String?
  ) {
    self.history = history
    self.engine = engine
    self.now = now
    self.isNamed = isNamed
    self.occasion = occasion
  }

  /// Nil where no policy reigns.
  package var text: String? {
    guard let reign = engine.reign(on: now.day) else { return nil }
    let names = Self.names(of: reign.policy)
    var lines = ["cases:", "  - name: 客户在 \(now) 的情形"]
    lines.append("    policy: [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]")
    if !isNamed { lines.append("    adopted: \(reign.from)") }
    lines += isNamed ? parameters(reign.policy) : []
    lines += list("staff", staff)
    lines.append("    source: \(history.source?.chinese ?? PolicyTestReader.nothing)")
    lines += list("facts", facts(vocabulary) + sayings)
    lines += list("milestones", milestones.map(line))
    lines += list("holidays", engine.calendar.company.map(line))
    lines.append("    from: \(reign.from)")
    lines.append("    on: \(now)")
    lines += list("owed", owed)
    lines.append("    not: all")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Those that were adopted side by side.
  package static func names(of policy: Policy) -> [String] {
    policy.name.split(separator: "+").map(String.init)
  }

  /// What the office filled into the blanks.
  package static func values(of policy: Policy) -> [String: String] {
    policy.parameters.filter { !$0.isOurs }.reduce(into: [:]) { $0[$1.name] = $1.value }
  }

  private func parameters(_ policy: Policy) -> [String] {
    let pairs = Self.values(of: policy).sorted { $0.key < $1.key }.map { "\($0): \"\($1)\"" }
    return pairs.isEmpty ? [] : ["    set: {\(pairs.joined(separator: ", "))}"]
  }

  private func list(_ key: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["    \(key):"] + items.map { "      - \"\($0)\"" }
  }

  private var owed: [String] {
    guard case .line(let line) = engine.agenda(of: history, at: now) else { return [] }
    return line.reasons.filter(\.isListed)
      .map { "\(engine.rule($0.rule).id) \($0.opens)..\($0.due)" }
  }

  // MARK: Days

  /// Those that concern the customer: a case knows no buildings.
  private var milestones: [Milestone] {
    let known = vocabulary.milestones
    return engine.milestones.filter {
      (!$0.kind.isDeclared || known.contains($0.kind))
        && engine.homes.concerns(history.customer, Building($0.building))
    }
  }

  /// The words of the policies that the case is about.
  private var vocabulary: Vocabulary {
    let own = engine.reign(on: now.day)?.policy.vocabulary ?? Vocabulary()
    return isNamed ? own : engine.vocabulary
  }

  private func line(_ milestone: Milestone) -> String {
    func until(_ day: Day, _ last: Day) -> String { last > day ? " 至 \(last)" : "" }
    var days = milestone.former.map { ($0.day, $0.lastDay) }
    days.append((milestone.day, milestone.lastDay))
    var line =
      "\(days[0].0) \(milestone.kind.word(in: vocabulary).chinese)" + until(days[0].0, days[0].1)
    for (old, new) in zip(milestone.former, days.dropFirst()) {
      line += " \(PolicyTestReader.moved) \(new.0)" + until(new.0, new.1)
      line += " \(PolicyTestReader.told) \(old.until)"
    }
    return line
  }

  private func line(_ days: CompanyDays) -> String {
    "\(days.days.lowerBound) 至 \(days.days.upperBound) "
      + (days.isHoliday ? PolicyTestReader.closed : PolicyTestReader.open)
  }

  // MARK: Facts

  /// A word that no policy of the case declares is nothing to it, and neither is who has the customer; but
  /// the first day counts, whatever was known of it.
  private func facts(_ words: Vocabulary) -> [String] {
    let visible = history.facts.filter { !now.isSurelyBefore($0.moment) }
    var lines = visible.compactMap { fact in
      self.words(fact.body, words).map { "\(fact.moment) \($0)" }
    }
    if let first = visible.first, self.words(first.body, words) == nil {
      lines.insert("\(first.moment) \(PolicyTestReader.entered)", at: 0)
    }
    return lines
  }

  /// What was said that the audiences ask for, in the words that they ask for.
  private var sayings: [String] {
    PolicyTestReader.sayings.flatMap { word, kind in
      engine.traits.told(of: history.customer, kind).filter { $0.day <= now.day }.map {
        let words = $0.words.joined(separator: "、")
        return "\($0.day) \(word) \(words.isEmpty ? PolicyTestReader.nothing : words)"
      }
    }
  }

  private var staff: [String] {
    func line(_ id: StaffID, _ role: Role) -> String {
      "\(name(of: id)) \(role.word(in: engine.vocabulary).chinese)"
    }
    return engine.staffing.members.map { line($0.id, $0.role) }
      + engine.staffing.leavers.map { id, leaver in
        "\(line(id, leaver.role)) \(PolicyTestReader.left) \(leaver.day)"
      }
  }

  /// By name where an audience asks for it, else by number alone.
  private func name(of member: StaffID) -> String {
    engine.traits.name(of: member) ?? "员工\(member)"
  }

  private func by(_ member: StaffID?) -> String {
    member.map { " \(PolicyTestReader.by) \(name(of: $0))" } ?? ""
  }

  private func words(_ body: Fact.Body, _ words: Vocabulary) -> String? {
    let nothing = PolicyTestReader.nothing
    switch body {
    case .event(let kind): return name(kind, words)
    case .grade(let grade): return "级别 \(grade?.name ?? nothing)"
    case .tag(let tag, let on): return name(tag, words).map { "\(on ? "标签" : "去标签") \($0)" }
    case .averse(let on): return on ? "反感" : "不再反感"
    case .doNotContact(let on): return on ? "免打扰" : "可以联系"
    case .contact(let contact): return line(contact)
    case .postponement(let moment): return "延期 \(moment)"
    case .skip(let rule): return "免做 \(rule)"
    case .birthday(let fact):
      let birthday = fact.birthday.map { "\($0)" } ?? nothing
      return fact.owner == .own ? "生日 \(birthday)" : "家属生日 \(birthday) #\(fact.member)"
    case .step(let step):
      let to = step.to.map { " \(PolicyTestReader.promised) \($0)" } ?? ""
      return
        "\(step.kind.chinese) \(step.step.chinese) \(step.urgency.chinese) #\(step.caseNumber)\(to)\(by(step.member))"
    case .owner(let member): return "\(PolicyTestReader.owner) \(name(of: member))"
    case .hours: return nil
    }
  }

  private func name<T: OpenTerm>(_ term: T, _ words: Vocabulary) -> String? {
    guard term.isDeclared, !words[T.self].contains(term) else {
      return term.word(in: words).chinese
    }
    return nil
  }

  private func line(_ contact: Contact) -> String {
    let next = contact.next.map { " \(PolicyTestReader.promised) \($0)" } ?? ""
    let text = contact.text.map { text in
      " \(PolicyTestReader.sentFor) \(occasion(text.message).map(numbered) ?? "-")"
    }
    let about = contact.about.map { " \($0.kind.chinese) #\($0.number)" } ?? ""
    let by = by(contact.speaker)
    return "\(contact.channel.chinese) \(contact.outcome.chinese)\(about)\(next)\(text ?? "")\(by)"
  }

  /// Milestones are counted anew in a case.
  private func numbered(_ occasion: String) -> String {
    var parts = occasion.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts[0] == "milestone", let id = Int64(parts[1]) else {
      return occasion
    }
    parts[1] = milestones.firstIndex { $0.id == id }.map { "\($0 + 1)" } ?? "0"
    return parts.joined(separator: ":")
  }
}
