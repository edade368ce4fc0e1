import Core

// "A text from the outbox is about its occasion and settles that alone."

extension Oracle {
  /// "Every rule of that customer for the same festival, birthday, milestone …, or the one obligation
  /// that it was drafted for."
  func isAbout(_ duty: WindowDuty, _ text: SentText) -> Bool {
    let words = (occasions[text.message] ?? "").split(separator: ":").map(String.init)
    guard words.count > 1 else { return false }
    switch words[0] {
    case "festival":
      // The company's holiday is greeted as the festival that it lies around.
      return ["festival", "holiday"].contains { duty.key == "\($0) \(words[1]) \(words[2])" }
    case "birthday": return duty.key == "birthday \(words[1]) \(words[2])"
    // Reading: a notice before it, on its day, after it and of another day are all about it.
    case "milestone":
      // "One obligation a day" of a run-up: each is about the milestone.
      let key = duty.key.split(separator: " ")
      return key.first == "milestone" && key[1] == words[1] && alert(duty) == nil
    case "weather": return alert(duty).map { "\($0.day)" } == words[1]
    case "event":
      return duty.key == "event \(words[2])" && name(duty.start?.kind) == words[1]
        && sends(duty.rule) && distance(duty.rule) == words[3]
    case "case":
      return duty.key == "case \(words[1]) \(words[2])" && sends(duty.rule)
        && distance(duty.rule) == words[3]
    default: return false
    }
  }

  /// Reading: a series that fell behind is made up for with one text, whichever slot it names.
  func isAbout(series rule: Rule, _ text: SentText) -> Bool {
    let words = (occasions[text.message] ?? "").split(separator: ":").map(String.init)
    return words.count == 3 && words[0] == "slot" && rule.message.usual == words[2]
  }

  /// "What follows a case: … by a conversation about it."
  func isMatter(_ start: Start?, _ fact: Fact, _ contact: Contact) -> Bool {
    guard let number = start?.caseNumber else { return true }
    return (contact.about?.number ?? unsaid(fact.moment)) == number
  }

  /// Reading: where no case was named, it was about the only one not closed by then; were all closed,
  /// about the one closed last.
  private func unsaid(_ moment: Moment) -> Int32? {
    var states: [(number: Int32, isClosed: Bool)] = []
    for fact in facts where !moment.isSurelyBefore(fact.moment) {
      guard case .step(let step) = fact.body, step.caseNumber != 0 else { continue }
      states.removeAll { $0.number == step.caseNumber }
      states.append((step.caseNumber, step.step == .closed))
    }
    let open = states.filter { !$0.isClosed }
    return open.isEmpty ? states.last?.number : open.count == 1 ? open[0].number : nil
  }

  private func alert(_ duty: WindowDuty) -> Milestone? {
    milestones.first { $0.kind == .weather && duty.key == "milestone \($0.id)" }
  }

  private func sends(_ rule: Rule) -> Bool { !rule.message.names.isEmpty }

  private func name(_ kind: EventKind?) -> String {
    guard let kind else { return "-" }
    return kind.isDeclared ? kind.word(in: words).name : "\(kind.rawValue)"
  }

  private func distance(_ rule: Rule) -> String {
    switch rule.schedule {
    case .once(_, _, let due), .onceAfter(_, _, let due): "\(due)"
    case .every, .occasion: "0"
    }
  }
}
