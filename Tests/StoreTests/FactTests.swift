import Core
import Store
import Testing

@Suite struct FactRoundTrips {
  /// Every body at least once, with and without its optional parts.
  static func bodies() throws -> [Fact.Body] {
    let next = try moment("2026-11-25 10:30")
    let range = TimeRange(
      from: try #require(TimeOfDay("10:00")), to: try #require(TimeOfDay("24:00")))
    var bodies: [Fact.Body] = EventKind.allCases.map { .event($0) }
    bodies += Grade.allCases.map { .grade($0) } + [.grade(nil)]
    bodies += Tag.allCases.flatMap { [.tag($0, true), .tag($0, false)] }
    bodies += [.averse(true), .averse(false), .doNotContact(true), .doNotContact(false)]
    bodies += [.hours(range), .hours(nil), .owner(2)]
    bodies += [.postponement(to: next), .postponement(to: Moment(next.day))]
    bodies += [.skip(rule: "qnc-2.1.3a"), .skip(rule: "yufu-1"), .skip(rule: "qnc-2.1.3a")]
    let lunar = try Birthday(isLunar: true, year: 1987, month: 6, isLeapMonth: true, day: 3)
    bodies += [
      .birthday(BirthdayFact(of: 0, lunar)), .birthday(BirthdayFact(of: 511, nil)),
      .birthday(
        BirthdayFact(of: 1, try Birthday(isLunar: true, year: nil, month: 8, day: 15))),
      .birthday(BirthdayFact(of: 3, try Birthday(isLunar: false, year: nil, month: 2, day: 29))),
    ]
    for kind in CaseKind.allCases {
      for step in CaseStepKind.allCases { bodies.append(.step(CaseStep(7, kind, step))) }
    }
    bodies += [
      .step(CaseStep(131_071, .service, .promised, urgency: .urgent, to: next.day))
    ]
    for channel in Channel.allCases {
      for outcome in Outcome.allCases {
        bodies.append(.contact(Contact(channel: channel, outcome: outcome)))
      }
    }
    bodies += [
      .contact(Contact(channel: .phone, outcome: .rescheduled, next: next)),
      .contact(
        Contact(
          channel: .wechat, outcome: .reached, next: Moment(next.day), promised: true,
          intention: .b)),
    ]
    return bodies
  }

  @Test func everyBodyComesBackAsItWasWritten() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let bodies = try Self.bodies()
    let day = try day("2026-11-03")
    let receipt = try office.write { tx in
      for body in bodies { try tx.append(to: customer, on: day, body) }
    }
    let facts = try #require(try office.store.history(of: customer)).facts
    #expect(facts.dropFirst().map(\.body) == bodies)
    #expect(facts.dropFirst().map(\.id) == Array(receipt.facts))
    #expect(receipt.facts == 2..<FactID(2 + bodies.count))
    // The cases and the relatives were never entered.
    let problems = try office.store.doctor().filter {
      switch $0 {
      case .orphanBirthday, .orphanStep: false
      default: true
      }
    }
    #expect(problems == [])
  }

  @Test func aFactKeepsItsTimeAndTexts() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let at = try moment("2026-11-03 18:05")
    let contact = Contact(
      channel: .phone, outcome: .reached, next: try moment("2026-11-05"), promised: true,
      speaker: office.zhou)
    let receipt = try office.write("log", at: "2026-11-04 09:15") { tx in
      try tx.append(
        to: customer, on: at.day, at: at.time, .contact(contact), staff: office.zhou,
        note: "想看130平", promise: "发户型图")
    }
    let record = try #require(try office.store.records(of: customer).last)
    #expect(record.fact == Fact(id: 2, day: at.day, time: at.time, .contact(contact)))
    #expect(record.texts == FactTexts(note: "想看130平", promise: "发户型图"))
    #expect(record.staff == office.zhou)
    #expect(record.command == "log")
    #expect(record.user == "李明")
    #expect(record.recorded.description == "2026-11-04 09:15")
    #expect(record.isLate)
    #expect(record.op == receipt.op)
    #expect(try office.store.texts(of: [1, 2]) == [2: record.texts])
    let late = try office.store.lateEntries(from: day("2026-11-02"), to: day("2026-11-08"))
    #expect(late.map(\.fact) == [record.fact])
    #expect(try office.store.lateEntries(from: day("2026-11-04"), to: day("2026-11-08")) == [])
  }

  @Test func factsComeInTheOrderOfTheirMoments() throws {
    let office = try Office()
    let customer = try office.add("王芳", on: "2026-11-01")
    let moments = ["2026-11-05 10:00", "2026-11-03", "2026-11-05 09:00", "2026-11-05"]
    for text in moments { try office.append(.averse(true), to: customer, on: text) }
    let facts = try #require(try office.store.history(of: customer)).facts
    #expect(
      facts.dropFirst().map(\.moment.description)
        == ["2026-11-03", "2026-11-05", "2026-11-05 09:00", "2026-11-05 10:00"])
  }

  @Test func aFactOnNobodyIsRefused() throws {
    let office = try Office()
    #expect(throws: StoreError.noSuchCustomer(9)) { try office.append(.averse(true), to: 9) }
    let customer = try office.add("王芳")
    #expect(throws: StoreError.noSuchStaff(7)) { try office.append(.owner(7), to: customer) }
    #expect(try office.store.counts().facts == 1)
  }
}
