import Core

extension Generator {
  /// A day agreed on, wished or put off to, often with an hour, and what comes between: attempts, weaker
  /// channels, a newer day, a new visit, an excuse, a call before, on and after the day.
  mutating func plans(_ reigns: [Reign]) -> [(Day, TimeOfDay?, Fact.Body)] {
    let made = start + random.below(length)
    let to = Moment(made + random.pick([1, 2, 3, 7, 10]), random.below(2) == 0 ? someTime() : nil)
    var facts = [(made, random.below(3) == 0 ? someTime() : nil, plan(to))]
    for _ in 0..<random.below(4) {
      let day = made + random.below(to.day - made + 4)
      let time = random.below(2) == 0 ? someTime() : nil
      facts.append((day, time, meanwhile(day, reigns)))
    }
    return facts
  }

  mutating func plan(_ to: Moment) -> Fact.Body {
    switch random.below(4) {
    case 0: .postponement(to: to)
    case 1: .contact(Contact(channel: .wechat, outcome: .sent, next: to))
    case 2: .contact(Contact(channel: .phone, outcome: .reached, next: to))
    default: .contact(Contact(channel: .phone, outcome: .rescheduled, next: to))
    }
  }

  private mutating func meanwhile(_ day: Day, _ reigns: [Reign]) -> Fact.Body {
    switch random.below(7) {
    case 0: .event(random.pick([.visit, .callIn, .reservation]))
    case 1: .skip(rule: ClauseID(someRule(reigns)))
    case 2: plan(Moment(day + random.pick([0, 1, 3, 8]), random.below(2) == 0 ? someTime() : nil))
    case 3: .contact(Contact(channel: .phone, outcome: .noAnswer, next: Moment(day + 3)))
    case 4: .contact(Contact(channel: .sms, outcome: .sent))
    default: .contact(Contact(channel: .phone, outcome: .reached))
    }
  }
}
