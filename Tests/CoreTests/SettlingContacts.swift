import Core
import Testing

/// Which contacts settle a reason: the strength of channels, several of them, another contact, attempts.
@Suite struct SettlingContacts {
  @Test(arguments: [
    (Channel.phone, true), (.faceToFace, true), (.homeVisit, true), (.sms, true),
    (.wechat, false), (.email, false), (.letter, false),
  ])
  func strongerSettlesWeaker(channel: Channel, settles: Bool) throws {
    var s = try SettledReadings.visitor(
      Policy(name: "p", rules: [SettledReadings.once("r", 0, 3, Channels([.sms]))]))
    try s.call("11-02", .sent, by: channel)
    #expect(try s.owed("11-02") == ["r 11-05 \(settles ? "done" : "due")"])
  }

  @Test(arguments: [(Channel.letter, "due"), (.online, "done"), (.phone, "done")])
  func anyChannelDoesNotIncludeALetter(channel: Channel, status: String) throws {
    var s = try SettledReadings.visitor(
      Policy(name: "p", rules: [SettledReadings.once("r", 0, 3, Channels())]))
    try s.call("11-02", .sent, by: channel)
    #expect(try s.owed("11-02") == ["r 11-05 \(status)"])
  }

  @Test func allOfNeedsEach() throws {
    var s = try SettledReadings.visitor(
      Policy(
        name: "p", rules: [SettledReadings.once("r", 0, 3, Channels([.wechat, .sms], allOf: true))])
    )
    try s.call("11-02", .sent, by: .wechat)
    #expect(try s.owed("11-02") == ["r 11-05 due"])
    try s.call("11-06", .sent, by: .sms)
    #expect(try s.owed("11-06") == ["r 11-05 late"])
  }

  @Test func distinctFromNeedsAnotherContact() throws {
    let visitors = SettledReadings.audience { $0.stages = [.prospect] }
    let policy = Policy(
      name: "p",
      rules: [
        Rule(
          id: "first", audience: visitors, schedule: .once(.first(.visit), opens: 0, due: 3)),
        Rule(
          id: "second", audience: visitors,
          schedule: .onceAfter(.first(.visit), rule: 0, due: 15), distinctFrom: 0),
      ])
    var s = try SettledReadings.visitor(policy)
    #expect(try s.list("11-05") == ["first 11-02..11-05 due"])
    #expect(
      try s.list("11-06") == ["first 11-02..11-05 overdue +1", "second 11-06..11-17 due"])
    try s.call("11-06")
    #expect(try s.list("11-06") == ["second 11-06..11-17 due"])
    try s.call("11-17")
    #expect(try s.owed("11-17") == ["first 11-05 late", "second 11-17 done"])
    var prompt = try SettledReadings.visitor(policy)
    try prompt.call("11-02")
    try prompt.call("11-02")
    #expect(try prompt.list("11-03") == ["second 11-03..11-17 due"])
  }

  @Test func attemptsLeaveItOpenAndAreCounted() throws {
    var s = try SettledReadings.visitor(SettledReadings.chain)
    try s.call("11-03", .noAnswer)
    try s.call("11-04", .noAnswer)
    guard case .line(let line) = s.engine.agenda(of: s.history, at: try moment("11-04")) else {
      Issue.record("not listed")
      return
    }
    #expect(line.strictest.attempts == 2)
    #expect(line.strictest.status == .due)
  }
}
