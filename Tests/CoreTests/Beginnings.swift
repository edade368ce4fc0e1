import Core
import Testing

/// What rules count from where it is not plain.
@Suite struct Beginnings {
  /// What ended before it could open was never owed: what follows it counts from its due day.
  @Test func whatEndsBeforeItOpensStillCarriesItsChain() throws {
    var s = Scenario()
    var first = SettledReadings.once("first", 2, 4, audience: Audience())
    first.until = [.signing]
    let next = Rule(
      id: "next", schedule: .every(.days(7), .rule(0), .lastDone))
    try s.adopt(Policy(name: "p", rules: [first, next]), from: "01-01")
    try s.event("11-02", .visit)
    try s.event("11-03", .signing)
    #expect(try s.owed("11-13", ahead: 7) == ["next 11-13 due", "next 11-20 upcoming"])
  }

  /// 流失 without an hour beside 退房 and a visit of the day: nobody knows whether the visit came after
  /// it, so the next call begins anew, whatever the order of the day.
  @Test func beginningsStandInTheOrderOfTheirDays() throws {
    var s = Scenario()
    try s.adopt(
      Policy(name: "p", rules: [Rule(id: "e", schedule: .every(.days(5), .entry, .lastDone))]),
      from: "01-01")
    try s.grade("11-01", .a)
    try s.event("11-02", .lost)
    try s.event("11-02 11:00", .cancellation)
    try s.event("11-02 14:00", .visit)
    try s.event("11-10", .callIn)
    #expect(try s.owed("11-20", ahead: 0) == ["e 11-15 overdue", "e 11-20 due"])
  }

  /// However long nobody called, the list counts every slot since the last contact that counts.
  @Test func yearsOfSilenceAreCountedFromTheLastCall() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.call("11-16")
    #expect(try s.list("2029-11-19") == ["w 11-23..11-23 overdue +1092 x156"])
    try s.call("2029-11-19")
    #expect(try s.list("2029-11-26") == ["w 2029-11-26..2029-11-26 due"])
  }
}
