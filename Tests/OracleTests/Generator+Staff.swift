import Core

extension Generator {
  /// An office in which some roles are held and others are not; who spoke, who took the steps of cases
  /// and whom they were given to, and now and then another consultant for the customer.
  mutating func addStaff(to story: inout Story) {
    let roles = random.pick([
      [Role.consultant, .service, .manager],
      [.consultant, .service, .manager, .service, .consultant], [.consultant, .service],
      [.consultant, .manager], [.consultant, .consultant, .clerk, .manager], [.consultant], [],
    ])
    for (index, role) in roles.enumerated() { story.staff[StaffID(index + 1)] = role }
    for index in story.facts.indices { story.facts[index] = speaking(story.facts[index]) }
    for _ in 0..<random.below(3) {
      let day = random.below(2) == 0 ? start : start + random.below(length)
      story.facts.append(
        Fact(id: FactID(story.facts.count + 1), day: day, .owner(StaffID(1 + random.below(3)))))
    }
  }

  private mutating func speaking(_ fact: Fact) -> Fact {
    var body = fact.body
    switch body {
    case .contact(var contact):
      contact.speaker = someone()
      body = .contact(contact)
    case .step(let step):
      body = .step(
        CaseStep(
          step.caseNumber, step.kind, step.step, urgency: step.urgency, to: step.to,
          member: someone()))
    default: return fact
    }
    return Fact(id: fact.id, day: fact.day, time: fact.time, body)
  }

  /// One of the staff, somebody who is none of them, or nobody who is known.
  private mutating func someone() -> StaffID? {
    random.pick([nil, 1, 1, 2, 2, 3, 3, 4, 5, 9].map { $0.map { StaffID($0) } })
  }
}
