import Core
import Testing

/// What is moved, held back or hidden, and what a contact settles meanwhile.
@Suite struct HoldsAndMoves {
  static let announcing = Policy(
    name: "p",
    rules: [
      Rule(
        id: "tell", schedule: .milestone([.launch], lead: 3), channels: Channels([.phone, .sms]),
        expires: true)
    ])

  @Test(arguments: ["11-25", "11-26", "11-27"])
  func anAnnouncementIsSettledInItsLead(on day: String) throws {
    var s = try SettledReadings.visitor(Self.announcing)
    s.milestones = [Milestone(id: 1, kind: .launch, day: CoreTests.day("2026-11-28"))]
    try s.call(day, .sent, by: .sms)
    #expect(try s.owed("11-28") == ["tell 11-27 done"])
  }

  /// Rule 2: nothing moves what expires.
  @Test(arguments: [true, false])
  func aGreetingIsMovedByNothing(byTheCustomer: Bool) throws {
    let policy = Policy(
      name: "p",
      rules: [
        Rule(
          id: "all", schedule: .festival([.christmas]), channels: Channels([.sms]), expires: true)
      ])
    var s = try SettledReadings.visitor(policy, "12-24")
    if byTheCustomer {
      try s.call("12-25", .rescheduled, next: "12-29")
    } else {
      try s.add("12-25", .postponement(to: moment("12-29")))
    }
    #expect(try s.list("12-25") == ["all 12-25..12-25 due"])
    #expect(try s.list("12-29") == (byTheCustomer ? ["agreed 12-29..12-29 due"] : []))
    var week = Report(days: CoreTests.day("2026-12-21")...CoreTests.day("2026-12-27"))
    week.add(s.history, s.engine, at: try moment("2026-12-30"))
    #expect(week.total.missed == 1)
  }

  @Test func whoLeavesHasNothingToWaitFor() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-05", next: "11-28")
    try s.event("11-14", .lost)
    #expect(try s.owed("11-15") == ["w 11-12 void", "agreed 11-28 void"])
    guard case .nothing = s.engine.agenda(of: s.history, at: try moment("11-15")) else {
      Issue.record("someone lost is counted")
      return
    }
  }

  /// One call settles the moved slot; the one that falls on the day of the cancellation has waited for
  /// it in vain and is not settled once more.
  @Test(arguments: [CadenceAnchor.lastDone, .schedule])
  func aSlotThatWaitsOnTheLastDayIsNotSettledBesideTheMovedOne(mode: CadenceAnchor) throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly(mode, days: 3))
    try s.add("11-05", .postponement(to: moment("11-15")))
    try s.call("11-11")
    try s.event("11-11", .cancellation)
    #expect(try s.owed("11-12") == ["w 11-08 void", "w 11-15 done"])
  }

  @Test func aNewerPromiseEndsTheOlderHoldAtOnce() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-05", next: "11-25")
    try s.call("11-15", .sent, by: .letter, next: "11-17")
    guard case .nothing = s.engine.agenda(of: s.history, at: try moment("11-16")) else {
      Issue.record("the ended hold is still counted")
      return
    }
    #expect(try s.list("11-19") == ["agreed 11-17..11-17 overdue +2", "w 11-19..11-19 due"])
  }

  @Test func whatIsHeldWaitsQuietlyBesideWhatIsDue() throws {
    var s = try SettledReadings.visitor(SettledReadings.chain)
    try s.call("11-03", next: "11-20")
    try s.event("11-12", .visit)
    #expect(try s.list("11-13") == ["three 11-13..11-15 due"])
  }

  @Test func aPromiseForTheSameDayIsNotKeptByTheCallThatMadeIt() throws {
    var s = try SettledReadings.visitor(Policy(name: "none"))
    try s.call("11-02 09:00", next: "11-02 16:00")
    #expect(try s.list("11-02 10:00") == ["agreed 11-02 16:00..11-02 16:00 due"])
    // An hour orders the day, it does not judge it.
    #expect(try s.list("11-02 16:30") == ["agreed 11-02 16:00..11-02 16:00 due"])
    #expect(try s.list("11-03") == ["agreed 11-02 16:00..11-02 16:00 overdue +1"])
    try s.call("11-02 15:55")
    #expect(try s.owed("11-02") == ["agreed 11-02 16:00 done"])
  }

  @Test func aSecondCallbackIsNeverDueBeforeItOpens() throws {
    let policy = Policy(
      name: "p",
      rules: [
        Rule(id: "first", schedule: .once(.first(.visit), opens: 0, due: 3)),
        Rule(
          id: "second", schedule: .onceAfter(.first(.visit), rule: 0, due: 15), distinctFrom: 0),
      ])
    var s = try SettledReadings.visitor(policy)
    try s.add("11-03", .postponement(to: moment("11-30")))
    #expect(try s.list("11-30") == ["first 11-30..11-30 due"])
    #expect(try s.list("12-01") == ["first 11-30..11-30 overdue +1", "second 12-01..12-01 due"])
    var twice = try SettledReadings.visitor(policy)
    try twice.call("11-06 10:00")
    try twice.call("11-06 16:00")
    #expect(try twice.owed("11-06") == ["first 11-05 late", "second 11-17 due"])
  }

  @Test func anotherDayHidesWhatOpensUntilThen() throws {
    let policy = Policy(
      name: "p",
      rules: [SettledReadings.once("today", 0, 0), SettledReadings.once("three", 1, 3)])
    var s = try SettledReadings.visitor(policy)
    try s.call("11-02", .rescheduled, next: "11-04")
    #expect(try s.list("11-03") == [])
    #expect(
      try s.list("11-04") == [
        "agreed 11-04..11-04 due", "today 11-04..11-04 due", "three 11-03..11-05 due",
      ])
    // A new visit ends the wait, and what it opens is due on its own days.
    try s.event("11-03", .visit)
    #expect(try s.list("11-03") == ["today 11-03..11-03 due", "three 11-03..11-05 due"])
  }

  @Test func aPostponedSlotOutlivesAChangeOfPolicy() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.adopt(Policy(name: "empty"), from: "11-15")
    try s.add("11-09", .postponement(to: moment("11-20")))
    #expect(try s.list("11-19") == [])
    #expect(try s.list("11-20") == ["w 11-20..11-20 due"])
    #expect(try s.list("11-21") == ["w 11-20..11-20 overdue +1 x1"])
  }

  @Test func aMovedSlotAndTheNextAreOneCall() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly(.schedule, cap: 1), "11-02")
    try s.call("11-09", .sent, by: .sms)
    try s.call("11-11", .sent, by: .wechat)
    try s.call("11-17", .sent, by: .sms)
    #expect(try s.owed("11-22") == ["w 11-09 overdue", "w 11-16 overdue"])
    var busy = try SettledReadings.visitor(DesignExamples.weekly(days: 3, cap: 1), "11-02")
    try busy.call("11-03", .sent, by: .sms)
    #expect(
      try busy.owed("11-09") == ["w 11-08 held", "w 11-09 due"])
    #expect(try busy.list("11-09") == ["w 11-09..11-09 due"])
    try busy.call("11-09")
    #expect(try busy.owed("11-09") == ["w 11-08 held", "w 11-09 done"])
  }

  @Test func aSecondCallbackOpensAfterTheFirstsDueDayEvenIfThatIsVoid() throws {
    let policy = Policy(
      name: "p",
      rules: [
        Rule(
          id: "first", audience: SettledReadings.prospects,
          schedule: .once(.first(.visit), opens: 0, due: 3)),
        Rule(
          id: "second", audience: SettledReadings.prospects,
          schedule: .onceAfter(.first(.visit), rule: 0, due: 15), distinctFrom: 0),
      ])
    var s = try SettledReadings.visitor(policy)
    try s.event("11-04", .cancellation)
    #expect(try s.owed("11-30") == ["first 11-05 void"])
  }

  @Test func whatADayEndedUnderAPromiseWaitsForNothing() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-05", .sent, by: .letter, next: "11-20")
    try s.grade("11-09", .d)
    try s.call("11-09")
    #expect(try s.owed("11-10", ahead: 10) == ["agreed 11-20 upcoming"])
  }

  @Test func aCallBesideAPromiseLeavesOlderSlotsMissed() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly(.schedule))
    try s.call("11-15", .sent, by: .letter, next: "11-20")
    #expect(try s.list("11-18") == ["w 11-09..11-09 overdue +9 x1"])
    try s.call("11-16")
    #expect(try s.list("11-18") == [])
    #expect(try s.owed("11-18") == ["w 11-09 missed", "w 11-16 held"])
  }

  @Test func anotherDayDoesNotHideTheVisitThatCameAfterTheCall() throws {
    let policy = Policy(name: "p", rules: [SettledReadings.once("today", 0, 0)])
    var s = Scenario()
    try s.adopt(policy, from: "01-01")
    try s.grade("11-02", .a)
    try s.call("11-02 09:00", .rescheduled, next: "11-06")
    try s.event("11-02 15:00", .visit)
    #expect(try s.list("11-02") == ["today 11-02..11-02 due"])
    #expect(try s.list("11-03") == ["today 11-02..11-02 overdue +1"])
  }

  @Test func aSkippedSlotHoldsNothingPastACall() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-09", .rescheduled, next: "11-23")
    try s.add("11-11", .skip(rule: "w"))
    try s.call("11-12")
    #expect(
      try s.owed("11-25", ahead: 5) == [
        "w 11-09 held", "w 11-19 held", "agreed 11-23 overdue", "w 11-26 upcoming",
      ])
  }

  /// A slot that the cap moved and that was skipped: a later call in the week ends the waiting.
  @Test func afterASkipACallCountsAsEver() throws {
    var s = Scenario()
    var policy = Policy(
      name: "p", rules: [Rule(id: "c", schedule: .every(.days(3), .event([.visit]), .schedule))])
    policy.weeklyCap = Limit(value: 1, clause: "c")
    try s.adopt(policy, from: "01-01")
    try s.event("2026-11-02", .visit)
    try s.call("11-04", by: .faceToFace)
    try s.add("11-05", .skip(rule: "c"))
    #expect(
      try s.owed("11-10", ahead: 2) == ["c 11-08 held", "c 11-09 skipped", "c 11-11 upcoming"])
    try s.call("11-05")
    #expect(
      try s.owed("11-10", ahead: 2) == ["c 11-09 skipped", "c 11-09 overdue", "c 11-11 upcoming"])
  }
}
