import Core
import Testing

/// Rules 2, 3, 4, 8 and 12: nothing is owed that no call can settle, and nothing is lost.
@Suite struct FairTime {
  /// Weekly texts that end with their day.
  private static let texts: Policy = {
    var policy = Policy(
      name: "p",
      rules: [
        Rule(
          id: "text", schedule: .every(.days(7), .event([.visit]), .lastDone),
          channels: Channels([.sms]), expires: true)
      ])
    policy.weeklyCap = Limit(value: 1, clause: "cap")
    return policy
  }()

  @Test func aTimedSeriesIsMovedByNothing() throws {
    var s = try SettledReadings.visitor(Self.texts)
    try s.call("11-08", .rescheduled, next: "11-20")
    try s.add("11-09", .postponement(to: moment("11-13")))
    #expect(try s.list("11-09") == ["text 11-09..11-09 due"])
    try s.call("11-16", .sent, by: .sms)
    try s.call("11-23", .refused, by: .letter)
    #expect(
      try s.owed("11-24").filter { $0.hasPrefix("text") } == [
        "text 11-09 missed", "text 11-16 done", "text 11-23 missed",
      ])
  }

  @Test func aNewVisitVoidsWhatItsOldRunHeld() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-08", .rescheduled, next: "11-20")
    try s.event("11-16", .visit)
    #expect(
      try s.owed("11-16", ahead: 7) == [
        "w 11-09 void", "agreed 11-20 upcoming", "w 11-23 upcoming",
      ])
    #expect(try s.list("11-20") == ["agreed 11-20..11-20 due"])
    try s.call("11-20")
    #expect(try s.owed("11-20", ahead: 7).last == "w 11-27 upcoming")
    #expect(try s.list("11-26") == [])
  }

  @Test func aNewVisitLeavesWhatWasOverdueAMiss() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.event("11-11", .visit)
    #expect(try s.list("11-10") == ["w 11-09..11-09 overdue +1 x1"])
    #expect(try s.list("11-11") == [])
    #expect(try s.owed("11-11", ahead: 7) == ["w 11-09 missed", "w 11-18 upcoming"])
  }

  /// The root of the chain ends the run, though the new one begins days later.
  @Test func neverTwoRunsInParallel() throws {
    var s = try SettledReadings.visitor(SettledReadings.chain)
    try s.call("11-04")
    try s.add("11-11", .postponement(to: moment("11-20")))
    try s.event("11-17", .visit)
    try s.call("11-18")
    #expect(
      try s.owed("11-20", ahead: 7) == [
        "three 11-05 done", "three 11-20 done", "weekly 11-20 void", "weekly 11-25 upcoming",
      ])
  }

  @Test(arguments: ["11-11 09:00", "11-11"])
  func aReturnStartsTheRulesAnew(loss: String) throws {
    var s = try SettledReadings.visitor(SettledReadings.chain)
    try s.event("11-10", .visit)
    try s.call("11-10 10:00", next: "11-25")
    try s.event(loss, .lost)
    try s.event(loss == "11-11" ? "11-12" : "11-11 15:00", .visit)
    try s.call("11-13")
    let owed = try s.owed("11-13", ahead: 8)
    #expect(owed.filter { $0.hasPrefix("weekly") } == ["weekly 11-20 upcoming"])
    #expect(owed.contains("agreed 11-25 void"))
  }

  @Test func aStopEndsThePromisesOfItsDayForGood() throws {
    var s = try SettledReadings.visitor(Policy(name: "none"))
    try s.event("11-11 09:00", .lost)
    try s.event("11-11 10:00", .visit)
    try s.call("11-11 11:00", next: "11-12")
    try s.add("11-20 09:00", .doNotContact(true))
    try s.add("11-20 10:00", .doNotContact(false))
    try s.call("11-20 11:00", next: "11-21")
    try s.call("11-22 11:00", next: "11-23")
    #expect(
      try s.owed("11-23") == ["agreed 11-12 void", "agreed 11-21 void", "agreed 11-23 due"])
  }

  @Test func nothingOpensAfterWhatIsVoid() throws {
    let policy = Policy(
      name: "p",
      rules: [
        Rule(
          id: "first", audience: SettledReadings.prospects,
          schedule: .once(.first(.visit), opens: 0, due: 3)),
        Rule(id: "second", schedule: .onceAfter(.first(.visit), rule: 0, due: 15)),
      ])
    var s = try SettledReadings.visitor(policy)
    try s.grade("11-04", .d)
    #expect(try s.owed("11-20") == ["first 11-05 void"])
    var late = try SettledReadings.visitor(policy)
    try late.grade("11-06", .d)
    #expect(try late.owed("11-20") == ["first 11-05 missed", "second 11-17 overdue"])
  }

  /// Rule 8: what the customer asked to leave until a day is due on it, and no miss.
  @Test func anotherDayMovesWhatIsOpenAndWhatOpens() throws {
    let policy = Policy(
      name: "p",
      rules: [SettledReadings.once("today", 0, 0), SettledReadings.once("three", 1, 3)])
    var s = try SettledReadings.visitor(policy)
    try s.call("11-02 19:00", .rescheduled, next: "11-09")
    #expect(try s.list("11-08") == [])
    #expect(
      try s.list("11-09") == [
        "agreed 11-09..11-09 due", "today 11-09..11-09 due", "three 11-09..11-09 due",
      ])
    try s.call("11-09")
    #expect(try s.owed("11-09") == ["agreed 11-09 done", "three 11-09 done", "today 11-09 done"])
  }

  @Test func slotsWaitForTheAgreedCallAndDoNotComeBack() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-09", .rescheduled, next: "11-18")
    #expect(try s.list("11-18") == ["agreed 11-18..11-18 due"])
    #expect(try s.list("11-19") == ["agreed 11-18..11-18 overdue +1"])
    #expect(
      try s.owed("11-19", ahead: 4) == [
        "w 11-09 held", "w 11-16 held", "agreed 11-18 overdue", "w 11-23 upcoming",
      ])
  }
}
