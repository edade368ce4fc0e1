import Core

/// A story as commands that anybody can replay.
enum Script {
  static func commands(_ case: Disagreement) -> [String] {
    let story = `case`.story
    let words = story.reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
    var lines: [String] = []
    for (index, reign) in story.reigns.enumerated() {
      let name = reign.policy.name
      lines.append(
        index == 0
          ? "revisit init --office 甲 --policy \(name) --from \(reign.from)"
          : "revisit policy adopt \(name) --from \(reign.from)")
    }
    for milestone in story.milestones {
      lines.append(
        "revisit milestone add \(milestone.kind.word(in: words).chinese) --on \(milestone.day)"
          + (milestone.lastDay > milestone.day ? " --until \(milestone.lastDay)" : ""))
    }
    for days in story.calendar.company {
      lines.append(
        "# company \(days.isHoliday ? "holiday" : "works"): \(days.days.lowerBound)..."
          + "\(days.days.upperBound)")
    }
    if !story.calendar.publishedYears.isEmpty { lines.append("# with a published calendar") }
    for (member, role) in story.staff.sorted(by: { $0.key < $1.key }) {
      lines.append("revisit staff add \(member) --role \(role.word(in: words).chinese)")
    }
    lines.append("# customer 1, source \(story.source?.chinese ?? "-")")
    lines += story.facts.sorted(by: Fact.inOrder).map { command($0, words) }
    return lines
  }

  private static func command(_ fact: Fact, _ words: Vocabulary) -> String {
    let time = fact.time.map { " --time \($0)" } ?? ""
    return "revisit \(verb(fact.body, words)) --on \(fact.day)\(time)   # fact \(fact.id)"
  }

  private static func verb(_ body: Fact.Body, _ words: Vocabulary) -> String {
    switch body {
    case .event(let kind): "event 1 \(kind.word(in: words).chinese)"
    case .grade(let grade): "edit 1 --grade \(grade?.name ?? "-")"
    case .tag(let tag, let on):
      "edit 1 \(on ? "--tag" : "--untag") \(tag.word(in: words).chinese)"
    case .averse(let on): "edit 1 --averse \(on)"
    case .doNotContact(let on): "edit 1 --do-not-contact \(on)"
    case .hours(let range): "edit 1 --hours \(range.map { "\($0)" } ?? "-")"
    case .owner(let staff): "edit 1 --consultant \(staff)"
    case .contact(let contact): log(contact)
    case .postponement(let to): "postpone 1 --to \"\(to)\""
    case .birthday(let fact): "birthday of \(fact.member): \(fact.birthday.map { "\($0)" } ?? "-")"
    case .step(let step):
      "case \(step.caseNumber) \(step.kind.chinese) \(step.urgency.chinese) \(step.step.chinese)"
        + (step.member.map { " by or to \($0)" } ?? "")
    case .skip(let rule): "skip 1 --rule \(rule) --reason 免"
    }
  }

  private static func log(_ contact: Contact) -> String {
    "log 1 --by \(contact.channel.chinese) --outcome \(contact.outcome.chinese) --note 谈"
      + (contact.next.map { " --next \"\($0)\"" } ?? "")
      + (contact.about.map { " --about \($0.number)" } ?? "")
      + (contact.speaker.map { " --user \($0)" } ?? "")
  }
}
