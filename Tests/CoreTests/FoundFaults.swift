import Core
import Testing

/// Stories on which the engine was wrong, as the second opinion found them.
@Suite struct FoundFaults {
  private static func policy(_ rules: [Rule], beforeHoliday: Bool = false) -> Policy {
    var policy = Policy(name: "p", rules: rules)
    policy.beforeHoliday = beforeHoliday
    return policy
  }

  private static func every(_ days: Int, settledBy: Settlement = .contact) -> Rule {
    var rule = Rule(
      id: "r", schedule: .every(.days(days), .event([.callIn, .visit]), .lastDone))
    rule.settledBy = settledBy
    return rule
  }

  private static func scenario(
    closed days: ClosedRange<Day>, _ rule: Rule, from: String
  ) throws -> Scenario {
    var s = Scenario()
    s.calendar = WorkCalendar(years: [], company: [CompanyDays(days, name: "")])
    try s.adopt(policy([rule], beforeHoliday: true), from: from)
    return s
  }

  /// It had excused the older ones too.
  @Test func aSkipExcusesTheNewestSlotOfWhatAnEventSettles() throws {
    var s = Scenario()
    try s.adopt(Self.policy([Self.every(7, settledBy: .event([.filing]))]), from: "01-01")
    try s.event("11-02", .visit)
    try s.add("11-24", .skip(rule: ClauseID("r")))
    #expect(try s.owed("11-25") == ["r 11-09 missed", "r 11-16 missed", "r 11-23 skipped"])
  }

  /// What was done before a holiday had moved the grid of a run that began in it.
  @Test func aRunThatBeginsInAHolidayHasItsOwnGrid() throws {
    var s = try Self.scenario(
      closed: day("2026-11-15")...day("2026-11-21"), Self.every(6), from: "01-01")
    try s.event("11-05", .visit)
    try s.call("11-08")
    try s.event("11-13", .callIn)
    try s.event("11-16", .visit)
    #expect(try s.list("11-22") == ["r 11-22..11-22 due"])
  }

  /// Where it was done before the policy reigned, it was asked for again.
  @Test func whatWasDoneAheadBeforeTheAdoptionIsDone() throws {
    var s = try Self.scenario(
      closed: day("2026-11-14")...day("2026-11-23"), Self.every(3), from: "11-09")
    try s.event("11-02", .callIn)
    try s.call("11-07")
    try s.event("11-08", .visit)
    #expect(try s.owed("11-16", ahead: 12) == ["r 11-11 overdue", "r 11-26 upcoming"])
  }

  /// What a void one had held went on being held.
  @Test func aCallEndsWhatAVoidSlotHeld() throws {
    var s = Scenario()
    try s.adopt(Self.policy([Self.every(2)]), from: "01-01")
    try s.event("11-02", .visit)
    try s.add("11-04", .postponement(to: moment("11-10")))
    try s.add("11-05", .doNotContact(true))
    try s.add("11-07", .doNotContact(false))
    try s.call("11-09")
    #expect(try s.owed("11-12").filter { $0.hasSuffix("held") } == ["r 11-08 held"])
    #expect(try s.list("11-11") == ["r 11-11..11-11 due"])
  }

  /// The visit had counted for nothing, so that the customer stayed lost.
  @Test func aDayIsReadInTheOrderOfItsHours() throws {
    var s = Scenario()
    try s.adopt(Self.policy([Self.every(2)]), from: "01-01")
    try s.event("11-02", .reservation)
    try s.event("11-05 11:00", .lost)
    try s.event("11-05 17:00", .visit)
    try s.event("11-05 20:00", .cancellation)
    let now = try moment("11-06")
    let state = s.history.timeline(at: now).state(on: now.day)
    #expect(state?.isLost == false && state?.isWaiting == true)
  }

  /// It had been told as void, though the day that would have opened it had closed it.
  @Test func whatWaitsDoesNotOpenOnTheDayThatClosesIt() throws {
    var s = try Self.scenario(
      closed: day("2026-11-12")...day("2026-11-12"), Self.every(6), from: "01-01")
    try s.event("11-05", .callIn)
    try s.add("11-05", .postponement(to: moment("11-12")))
    try s.event("11-06", .cancellation)
    try s.call("11-06")
    #expect(try s.owed("11-20") == [])
  }

  /// It had been told with the day to which it had been put off before.
  @Test func aSlotBeforeAHolidayIsHeldFromItsOwnDay() throws {
    var s = try Self.scenario(
      closed: day("2026-11-11")...day("2026-11-13"), Self.every(6), from: "01-01")
    try s.event("11-05", .visit)
    try s.add("11-09", .postponement(to: moment("11-12")))
    try s.call("11-10", .rescheduled, next: "11-18")
    #expect(try s.owed("11-11").filter { $0.hasPrefix("r") } == ["r 11-10 held"])
  }

  /// A postponement from before the call that made it had moved it.
  @Test func aSlotBeforeAHolidayBeginsWithTheCallThatMadeIt() throws {
    var s = try Self.scenario(
      closed: day("2026-11-12")...day("2026-11-14"), Self.every(6), from: "01-01")
    try s.event("11-05", .visit)
    try s.add("11-08", .postponement(to: moment("11-18")))
    try s.call("11-08")
    #expect(try s.owed("11-09") == ["r 11-11 done"])
  }

  /// It had been owed twice under one key.
  @Test func oneCallForTwoVisitsIsFollowedOnce() throws {
    var s = Scenario()
    let rules = [
      Rule(id: "a", schedule: .once(.event([.visit]), opens: 0, due: 3)),
      Rule(id: "b", schedule: .once(.rule(0), opens: 1, due: 2)),
    ]
    try s.adopt(Self.policy(rules), from: "01-01")
    try s.event("11-02", .visit)
    try s.event("11-03", .visit)
    try s.call("11-04")
    #expect(try s.owed("11-05") == ["a 11-05 done", "a 11-06 done", "b 11-06 due"])
  }

  /// Of two visits on the day of a cancellation the later had taken the place of the first, though it was
  /// closed as well.
  @Test func aCallOnTheDayOfTheCancellationIsOfTheFirstVisit() throws {
    var s = Scenario()
    try s.adopt(
      Self.policy([Rule(id: "a", schedule: .once(.event([.visit]), opens: 0, due: 3))]),
      from: "01-01")
    try s.call("11-08")
    try s.event("11-10", .cancellation)
    try s.event("11-10", .visit)
    try s.call("11-10 09:00", .refused)
    try s.event("11-10 14:00", .visit)
    #expect(try s.owed("11-12") == ["a 11-13 done"])
  }
}
