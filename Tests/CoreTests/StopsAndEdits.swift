import Core
import Testing

/// What stops and the edits of a day open, end and keep shut.
@Suite struct StopsAndEdits {
  @Test func whatAStopVoidedIsNotSuperseded() throws {
    var s = try SettledReadings.visitor(Policy(name: "none"))
    try s.add("11-05", .doNotContact(true))
    try s.call("11-06", next: "11-12")
    try s.call("11-07", next: "11-13")
    #expect(try s.owed("11-20") == ["agreed 11-12 void", "agreed 11-13 void"])
    let promises = s.engine.obligations(
      of: s.history, at: try moment("11-20"), broadcastsFrom: .first, horizon: .first)
    #expect(promises.allSatisfy { $0.status.isVoid(by: .doNotContact) })
  }

  @Test func aCallBeforeTheVisitDoesNotOpenWhatTheDayEnded() throws {
    var s = Scenario()
    try s.adopt(
      Policy(name: "p", rules: [SettledReadings.once("today", 0, 0)]), from: "01-01")
    try s.event("11-02", .visit)
    try s.grade("11-02", .a)
    try s.call("11-02")
    try s.call("11-09 11:00")
    try s.grade("11-09", .d)
    try s.event("11-09 17:00", .visit)
    #expect(try s.owed("11-10") == ["today 11-02 done"])
  }

  @Test func whoComesBackInsideTheWindowIsOwedAfterAll() throws {
    let both = Channels([.wechat, .sms], allOf: true)
    let policy = Policy(name: "p", rules: [SettledReadings.once("three", 1, 3, both)])
    var s = try SettledReadings.visitor(policy)
    try s.grade("11-03", .c)
    try s.grade("11-04", .a)
    #expect(try s.list("11-04") == ["three 11-04..11-05 due"])
    try s.call("11-03", .sent, by: .wechat)
    #expect(try s.list("11-04") == ["three 11-04..11-05 due"])
    try s.call("11-03", .sent, by: .sms)
    #expect(try s.owed("11-04") == ["three 11-05 done"])
  }

  @Test func aStopKeepsShutOnlyWhatItAloneKeepsShut() throws {
    let policy = Policy(name: "p", rules: [SettledReadings.once("three", 1, 3)])
    var s = Scenario()
    try s.adopt(policy, from: "01-01")
    try s.event("11-02", .visit)
    try s.add("11-03", .doNotContact(true))
    try s.add("11-04", .doNotContact(false))
    try s.grade("11-04", .a)
    #expect(try s.list("11-04") == ["three 11-04..11-05 due"])
    try s.grade("11-03", .b)
    #expect(try s.list("11-04") == [])
  }

  @Test func aSkipIsNoContactForWhatTheDaysEditsEnded() throws {
    var s = try SettledReadings.visitor(DesignExamples.weekly())
    try s.grade("11-09", .d)
    try s.add("11-09 09:00", .skip(rule: "w"))
    #expect(try s.owed("11-10") == [])
    try s.call("11-09 10:00")
    #expect(try s.owed("11-10") == ["w 11-09 done"])
  }

  @Test func aVisitAfterTheDaysCancellationCounts() throws {
    var s = Scenario()
    try s.adopt(
      Policy(name: "p", rules: [SettledReadings.once("three", 1, 3)]), from: "01-01")
    try s.grade("11-02", .a)
    try s.event("11-02", .visit)
    try s.event("11-02 09:00", .cancellation)
    try s.event("11-02 15:00", .visit)
    #expect(try s.list("11-03") == ["three 11-03..11-05 due"])
  }
}

extension Status {
  fileprivate func isVoid(by reason: VoidReason) -> Bool {
    if case .void(reason, _) = self { true } else { false }
  }
}
