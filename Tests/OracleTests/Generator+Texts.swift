import Core

extension Generator {
  /// Texts from the outbox, most of them on days on which something else may wait for them.
  mutating func addTexts(to story: inout Story) {
    for number: Int64 in 1...Int64(1 + random.below(6)) {
      let (occasion, day) = occasion(in: story)
      story.occasions[number] = occasion
      let contact = Contact(
        channel: random.pick([.sms, .sms, .sms, .wechat, .email]), outcome: .sent,
        text: SentText(number, occasion: occasion))
      let time = random.below(2) == 0 ? someTime() : nil
      story.facts.append(
        Fact(id: FactID(story.facts.count + 1), day: day, time: time, .contact(contact)))
    }
  }

  /// What a text is sent for, and a day on which it may be.
  private mutating func occasion(in story: Story) -> (String, Day) {
    let late = random.pick([0, 0, 0, 1, 2, 7])
    let rule = random.below(3) > 0 ? someSender(story) : nil
    switch rule?.schedule {
    case .every:
      let day = start + random.below(length)
      return ("slot:\(day):\(rule?.message.usual ?? "")", day)
    case .once(let trigger, _, let due), .onceAfter(let trigger, _, let due):
      if let (words, day) = someStart(trigger, story) {
        return ("\(words):\(day):\(due)", day + random.pick([0, 1, due.roughDays]) + late)
      }
    case .occasion, nil: break
    }
    return broadcast(in: story, late)
  }

  private mutating func someSender(_ story: Story) -> Rule? {
    let senders = story.reigns.flatMap(\.policy.rules).filter { !$0.message.usual.isEmpty }
    return senders.isEmpty ? nil : random.pick(senders)
  }

  private mutating func someStart(_ trigger: Trigger, _ story: Story) -> (words: String, Day)? {
    let words = story.reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
    let starts = story.facts.compactMap { fact -> (String, Day)? in
      switch (fact.body, trigger) {
      case (.event(let kind), .event), (.event(let kind), .first), (.event(let kind), .deal),
        (.event(let kind), .all):
        ("event:" + (kind.isDeclared ? kind.word(in: words).name : "\(kind.rawValue)"), fact.day)
      case (.step(let step), .step): ("case:\(step.caseNumber)", fact.day)
      default: nil
      }
    }
    return starts.isEmpty ? nil : random.pick(starts)
  }

  /// A festival, a birthday or a milestone.
  private mutating func broadcast(in story: Story, _ late: Int) -> (String, Day) {
    let near = random.pick([-3, -1, 0, 0, 0, 1]) + late
    if random.below(3) == 0, let milestone = story.milestones.first {
      let words =
        milestone.kind == .weather
        ? "weather:\(milestone.day)"
        : "milestone:\(milestone.id):" + random.pick(["before", "on", "after"])
      return (words, milestone.day + near)
    }
    if words.asksForBirthdays, random.below(2) == 0 {
      let day = start + random.below(length)
      return ("birthday:\(random.below(3)):\(day.year)", day)
    }
    let coming = [start.year, start.year + 1].flatMap { year in
      Festival.allCases.compactMap { festival in festival.day(in: year).map { (festival, year, $0) }
      }
    }.filter { $0.2 >= start && $0.2 <= start + length }
    guard !coming.isEmpty else { return ("festival:christmas:\(start.year)", start) }
    let (festival, year, day) = random.pick(coming)
    return ("festival:\(festival.word(in: Vocabulary()).name):\(year)", day + near)
  }
}
