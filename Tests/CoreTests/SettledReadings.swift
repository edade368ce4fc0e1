import Core
import Testing

/// The settled readings of the design's rule 12, and the normative rules without a dated example.
@Suite struct SettledReadings {
  static func audience(_ change: (inout Audience) -> Void) -> Audience {
    var audience = Audience()
    change(&audience)
    return audience
  }

  static let prospects = audience {
    $0.stages = [.prospect]
    $0.grades = [.a, .b]
  }

  static func once(
    _ id: String, _ opens: Int, _ due: Int, _ channels: Channels = Channels([.phone]),
    audience: Audience = prospects
  ) -> Rule {
    Rule(
      id: id, audience: audience,
      schedule: .once(.event([.visit]), opens: Offset(days: opens), due: Offset(days: due)),
      channels: channels)
  }

  /// `three` within three days of a visit, then `weekly`.
  static let chain = Policy(
    name: "chain",
    rules: [
      once("three", 1, 3),
      Rule(
        id: "weekly", audience: prospects, schedule: .every(.days(7), .rule(0), .lastDone),
        channels: Channels([.phone])),
    ])

  static func visitor(_ policy: Policy, _ when: String = "11-02") throws -> Scenario {
    var scenario = Scenario()
    try scenario.adopt(policy, from: "01-01")
    try scenario.event(when, .visit)
    try scenario.grade(when, .b)
    return scenario
  }

  @Test func oneContactSettlesAllAnchorsAndTheListShowsTheOldest() throws {
    var s = try Self.visitor(Self.chain)
    try s.event("11-04", .visit)
    #expect(try s.list("11-05") == ["three 11-03..11-05 due"])
    try s.call("11-05")
    #expect(
      try s.owed("11-05", ahead: 7) == [
        "three 11-05 done", "three 11-07 done", "weekly 11-12 upcoming",
      ])
  }

  @Test func twoMilestonesAreTwoReasons() throws {
    var s = try Self.visitor(
      Policy(
        name: "p",
        rules: [
          Rule(
            id: "tell", schedule: .milestone([.launch, .toppingOut], lead: 3),
            channels: Channels([.sms]), expires: true)
        ]))
    s.milestones = [
      Milestone(id: 1, kind: .launch, day: day("2026-11-28")),
      Milestone(id: 2, kind: .toppingOut, day: day("2026-11-29")),
    ]
    #expect(try s.list("11-24") == [])
    #expect(try s.list("11-25") == ["tell 11-25..11-27 due"])
    #expect(try s.list("11-27") == ["tell 11-25..11-27 due", "tell 11-26..11-28 due"])
    #expect(try s.list("11-28") == ["tell 11-26..11-28 due"])
    #expect(try s.owed("11-29") == ["tell 11-27 missed", "tell 11-28 missed"])
  }

  @Test func anUnkeptPromiseStandsBesideANewOne() throws {
    var s = try Self.visitor(Policy(name: "none"))
    try s.call("11-03", next: "11-05")
    try s.call("11-07", .sent, by: .letter, next: "11-09")
    #expect(
      try s.list("11-09") == ["agreed 11-05..11-05 overdue +4", "agreed 11-09..11-09 due"])
  }

  @Test func aNewerPromiseVoidsAnEarlierOneNotPastDue() throws {
    var s = try Self.visitor(Policy(name: "none"))
    try s.call("11-03", next: "11-10")
    try s.call("11-05", next: "11-07")
    #expect(try s.owed("11-10") == ["agreed 11-07 overdue", "agreed 11-10 void"])
    try s.call("11-10")
    #expect(try s.owed("11-10") == ["agreed 11-07 late", "agreed 11-10 void"])
  }

  @Test func anOverdueOnceRuleWhoseAudienceIsLeftStaysAMiss() throws {
    var s = try Self.visitor(Self.chain)
    try s.grade("11-10", .d)
    #expect(try s.owed("11-10") == ["three 11-05 missed"])
    #expect(try s.list("11-09") == ["three 11-03..11-05 overdue +4"])
    #expect(try s.list("11-10") == [])
    try s.grade("11-11", .b)
    #expect(try s.list("11-11") == [])
    #expect(try s.list("11-12") == ["weekly 11-12..11-12 due"])
  }

  @Test func aVoidOnOrBeforeTheDueDayCarriesNoChain() throws {
    var s = try Self.visitor(Self.chain)
    try s.grade("11-05", .d)
    try s.grade("11-06", .b)
    #expect(try s.owed("11-30") == ["three 11-05 void"])
  }

  @Test func whatWasNeverOwedCountsAsMissedOnItsDueDay() throws {
    var s = Scenario()
    try s.adopt(Self.chain, from: "01-01")
    try s.event("11-02", .visit)
    try s.grade("11-02", .c)
    try s.grade("11-10", .a)
    #expect(try s.owed("11-12", ahead: 7) == ["weekly 11-12 due", "weekly 11-19 upcoming"])
  }

  @Test func aPostponedLinkAnchorsOnItsNewDay() throws {
    var s = try Self.visitor(Self.chain)
    try s.add("11-04", .postponement(to: moment("11-09")))
    #expect(try s.list("11-08") == [])
    #expect(try s.list("11-09") == ["three 11-09..11-09 due"])
    #expect(
      try s.owed("11-10", ahead: 6) == ["three 11-09 overdue", "weekly 11-16 upcoming"])
  }

  @Test func postponingHoldsSlotsAndBringsNothingForward() throws {
    var s = try Self.visitor(DesignExamples.weekly())
    try s.add("11-05", .postponement(to: moment("11-17 16:00")))
    #expect(
      try s.owed("11-16", ahead: 10) == [
        "w 11-09 held", "w 11-16 held", "w 11-23 upcoming",
      ])
    var open = try Self.visitor(DesignExamples.weekly())
    try open.add("11-09", .postponement(to: moment("11-17 16:00")))
    #expect(try open.owed("11-16") == ["w 11-16 held", "w 11-17 16:00 held"])
    #expect(try open.list("11-17 16:01") == ["w 11-17 16:00..11-17 16:00 due"])
    #expect(try open.list("11-18") == ["w 11-17 16:00..11-17 16:00 overdue +1 x1"])
    var earlier = try Self.visitor(DesignExamples.weekly())
    try earlier.add("11-05", .postponement(to: moment("11-06")))
    #expect(try earlier.list("11-09") == ["w 11-09..11-09 due"])
  }

  @Test func postponingLeavesOverdueLate() throws {
    var s = try Self.visitor(Self.chain)
    try s.add("11-07", .postponement(to: moment("11-10")))
    #expect(try s.list("11-08") == ["three 11-03..11-05 overdue +3"])
  }

  @Test func anotherDayHidesTheListAndTheMissStays() throws {
    var s = try Self.visitor(Self.chain)
    try s.call("11-07", .rescheduled, next: "11-10")
    #expect(try s.list("11-09") == [])
    #expect(try s.owed("11-09").first == "three 11-05 overdue")
    #expect(
      try s.list("11-10") == ["three 11-03..11-05 overdue +5", "agreed 11-10..11-10 due"])
    try s.call("11-08", .sent, by: .letter, next: "11-20")
    #expect(try s.list("11-09") == ["three 11-03..11-05 overdue +4"])
  }

  @Test func aLossClosesEveryAnchorUntilANewVisit() throws {
    var s = try Self.visitor(Self.chain)
    try s.event("11-04", .lost)
    #expect(try s.owed("12-01") == ["three 11-05 void"])
    try s.event("11-20", .visit)
    #expect(
      try s.owed("11-20", ahead: 20) == [
        "three 11-05 void", "three 11-23 upcoming", "weekly 11-30 upcoming",
        "weekly 12-07 upcoming",
      ])
  }

  @Test func afterACancellationOnlyBroadcastsToAllAndPromisesGoOn() throws {
    var vip = Rule(
      id: "vip", audience: Self.audience { $0.anyTag = [.vip] },
      schedule: .festival([.nationalDay]), channels: Channels([.sms]), expires: true)
    vip.priority = 1
    let all = Rule(
      id: "all", schedule: .festival([.nationalDay]), channels: Channels([.sms]), expires: true)
    var s = try Self.visitor(Policy(name: "p", rules: [vip, all]), "09-01")
    try s.add("09-01", .tag(.vip, true))
    try s.event("09-05", .reservation)
    #expect(try s.list("10-01") == ["vip 10-01..10-01 due", "all 10-01..10-01 due"])
    try s.call("09-10", next: "09-25")
    try s.event("09-20", .cancellation)
    #expect(try s.list("10-01") == ["agreed 09-25..09-25 overdue +6", "all 10-01..10-01 due"])
    try s.event("09-28", .callIn)
    #expect(try s.list("10-01").count == 3)
  }

  @Test func aStopVoidsAPromiseForGood() throws {
    var s = try Self.visitor(Policy(name: "none"))
    try s.call("11-03", next: "11-10")
    try s.add("11-05", .doNotContact(true))
    try s.add("11-07", .doNotContact(false))
    #expect(try s.owed("11-12") == ["agreed 11-10 void"])
  }

  @Test func whatWouldOpenUnderAStopIsNotOpenedByLiftingIt() throws {
    var s = try Self.visitor(Self.chain)
    try s.add("11-03", .doNotContact(true))
    try s.add("11-04", .doNotContact(false))
    #expect(try s.list("11-05") == [])
    #expect(try s.owed("11-12", ahead: 0) == ["weekly 11-12 due"])
  }

  @Test func aContactSettlesWhatWasOpenBeforeItsDaysEdits() throws {
    var s = try Self.visitor(Self.chain)
    try s.call("11-04")
    try s.grade("11-04", .d)
    #expect(try s.owed("11-30") == ["three 11-05 done"])
    var slot = try Self.visitor(DesignExamples.weekly())
    try slot.grade("11-09", .d)
    #expect(try slot.owed("11-30") == [])
    try slot.call("11-09")
    #expect(try slot.owed("11-30") == ["w 11-09 done"])
  }

  @Test func whoIsEnteredOnAFestivalIsGreetedThatDay() throws {
    let policy = Policy(
      name: "p",
      rules: [Rule(id: "all", schedule: .festival([.nationalDay, .christmas]), expires: true)])
    let onTheDay = try Self.visitor(policy, "10-01")
    #expect(try onTheDay.list("10-01") == ["all 10-01..10-01 due"])
    let after = try Self.visitor(policy, "10-02")
    #expect(try after.owed("10-02") == [])
  }

  @Test func aSkipSettlesTheOpenSlotAndTheNextCountsFromItsDueDay() throws {
    var s = try Self.visitor(DesignExamples.weekly())
    try s.add("11-10", .skip(rule: "w"))
    #expect(try s.owed("11-10", ahead: 6) == ["w 11-09 skipped", "w 11-16 upcoming"])
  }

  @Test func restoredCadencesKeepTheirAnchor() throws {
    var s = try Self.visitor(DesignExamples.weekly(), "11-05")
    try s.add("11-14", .averse(true))
    try s.add("11-20", .averse(false))
    #expect(
      try s.owed("11-26", ahead: 7) == [
        "w 11-12 overdue", "w 11-19 overdue", "w 11-26 due", "w 12-03 upcoming",
      ])
  }

  @Test func aContactEarlierThanItsAnchorNeverCounts() throws {
    let policy = Policy(name: "p", rules: [Self.once("today", 0, 0)])
    var s = Scenario()
    try s.adopt(policy, from: "01-01")
    try s.event("11-02 14:00", .visit)
    try s.grade("11-02", .a)
    try s.call("11-02 13:59")
    #expect(try s.owed("11-02") == ["today 11-02 due"])
    try s.call("11-02 14:01")
    #expect(try s.owed("11-02") == ["today 11-02 done"])
  }

  @Test func aLaterPolicyChangesNothingThatOpenedBefore() throws {
    var s = try Self.visitor(Self.chain)
    try s.adopt(DesignExamples.weekly(), from: "11-06")
    #expect(
      try s.owed("11-16") == ["three 11-05 overdue", "w 11-09 overdue", "w 11-16 due"])
    #expect(
      try s.list("11-16") == ["three 11-03..11-05 overdue +11", "w 11-09..11-09 overdue +7 x1"])
  }
}
