import Core

/// What has found faults, each as a short course of events that is woven into a story.
enum Situation: CaseIterable {
  /// Another day is asked for on the day of a greeting, or the greeting's day is put off.
  case greetingMoved
  /// Something is put off or wished for another day, and the customer comes before that.
  case visitBeforeMovedDay
  /// Lost or cancelled, and back on the same day.
  case thereAndBack
  /// To be left in peace from a day on which something is due.
  case leftInPeace
  /// Calls, promises and moves that stand on both sides of an adoption.
  case acrossAdoption
  /// Several calls in the week before a slot, which waits for Monday, and one before that.
  case fullWeek
}

extension Generator {
  mutating func situation(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    switch random.pick(Situation.allCases) {
    case .greetingMoved: greetingMoved()
    case .visitBeforeMovedDay: visitBeforeMovedDay(facts, reigns)
    case .thereAndBack: thereAndBack(facts, reigns)
    case .leftInPeace: leftInPeace(facts, reigns)
    case .acrossAdoption: acrossAdoption(facts, reigns)
    case .fullWeek: fullWeek(facts, reigns)
    }
  }

  private mutating func greetingMoved() -> [(Day, TimeOfDay?, Fact.Body)] {
    let days = [start.year, start.year + 1].flatMap { year in
      Festival.allCases.compactMap { $0.day(in: year) }
    }.filter { start < $0 && $0 <= start + length }
    let greeted = days.isEmpty ? start + random.below(length) : random.pick(days)
    let day = greeted - random.pick([0, 0, 0, 1, 3])
    var course = [(day, hour(), plan(later(than: greeted)))]
    if random.below(2) == 0 { course.append((greeted, hour(), talk())) }
    if random.below(2) == 0 {
      course.append((greeted + random.pick([1, 2, 5]), hour(), talk()))
    }
    return course
  }

  private mutating func visitBeforeMovedDay(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    let made = someDue(facts, reigns) - random.pick([0, 0, 1, 2])
    let to = later(than: made)
    let visit = made + random.below(to.day - made + 1)
    let event = random.pick([EventKind.visit, .visit, .callIn, .reservation, .signing])
    var course = [
      (made, hour(), plan(to)), (visit, hour(), Fact.Body.event(event)),
    ]
    for day in [visit, visit + 1, to.day] where random.below(3) == 0 {
      course.append((day, hour(), talk()))
    }
    if random.below(4) == 0 {
      course.append((visit + random.below(3), hour(), .skip(rule: ClauseID(someRule(reigns)))))
    }
    return course
  }

  private mutating func thereAndBack(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    let day = random.below(2) == 0 ? someDue(facts, reigns) : someDay(facts)
    let end = random.pick([EventKind.lost, .lost, .cancellation])
    var course = [
      (day - random.pick([1, 2, 4]), hour(), plan(later(than: day - 1))),
      (day, hour(), Fact.Body.event(end)),
      (day, hour(), .event(random.pick([.visit, .visit, .callIn, .reservation]))),
    ]
    if random.below(3) == 0 { course.remove(at: 0) }
    for offset in [0, 1, 3] where random.below(3) == 0 {
      course.append((day + offset, hour(), talk()))
    }
    return course
  }

  private mutating func leftInPeace(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    let day = someDue(facts, reigns)
    var course = [(day, hour(), Fact.Body.doNotContact(true))]
    if random.below(2) == 0 { course.append((day, hour(), talk())) }
    if random.below(2) == 0 {
      course.append((day + random.pick([0, 0, 1, 2, 7]), hour(), .doNotContact(false)))
    }
    return course
  }

  private mutating func acrossAdoption(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    let day = reigns[reigns.count - 1].from
    guard day > start else { return thereAndBack(facts, reigns) }
    let before = max(start, day - random.pick([1, 1, 2, 5]))
    var course = [(before, hour(), random.below(3) == 0 ? plan(later(than: day - 1)) : talk())]
    if random.below(2) == 0 {
      course.append((before, hour(), .event(random.pick([.visit, .callIn]))))
    }
    if random.below(2) == 0 {
      course.append((day, hour(), random.below(3) == 0 ? .averse(true) : talk()))
    }
    if random.below(2) == 0 { course.append((day + random.pick([0, 1, 3]), hour(), talk())) }
    return course
  }

  private mutating func fullWeek(
    _ facts: [Fact], _ reigns: [Reign]
  ) -> [(Day, TimeOfDay?, Fact.Body)] {
    let slot = someDue(facts, reigns)
    let monday = slot.isoWeek.monday
    return (0..<1 + random.below(3)).map { _ in
      (monday + random.below(slot - monday + 1), hour(), talk())
    } + (random.below(2) == 0 ? [(monday + 6, hour(), talk())] : [])
  }

  /// A day on which something that some rule asks for may be due: so long after one of the facts.
  private mutating func someDue(_ facts: [Fact], _ reigns: [Reign]) -> Day {
    let rules = random.pick(reigns).policy.rules
    let distance =
      switch rules.isEmpty ? nil : random.pick(rules).schedule {
      case .once(_, _, let due), .onceAfter(_, _, let due): due.roughDays
      case .every(.days(let days), _, _, _): days * (1 + random.below(3))
      case .every, .occasion, nil: random.pick([3, 7, 14])
      }
    let from = random.pick(facts).day
    return min(max(start, from + distance), start + length)
  }

  private mutating func later(than day: Day) -> Moment {
    Moment(day + random.pick([1, 2, 4, 7, 12]), random.below(2) == 0 ? someTime() : nil)
  }

  private mutating func hour() -> TimeOfDay? { random.below(2) == 0 ? someTime() : nil }

  private mutating func talk() -> Fact.Body {
    .contact(
      random.pick([
        Contact(channel: .phone, outcome: .reached), Contact(channel: .phone, outcome: .reached),
        Contact(channel: .wechat, outcome: .reached), Contact(channel: .sms, outcome: .sent),
        Contact(channel: .phone, outcome: .refused), Contact(channel: .phone, outcome: .noAnswer),
      ]))
  }
}
