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

  /// A text about 元旦 2027 meets a cadence, a greeting and a weekly cap.
  @Test func aTextSettlesItsOccasionAloneAndCountsForTheCap() throws {
    let ninth = Rule(
      id: "ninth", schedule: .every(.days(9), .first(.visit), .lastDone))
    let greeting = Rule(
      id: "greeting", schedule: .occasion(.festivals([.newYear]), opens: 0, due: 0),
      channels: Channels([.sms]), expires: true)
    var policy = Policy(name: "p", rules: [ninth, greeting])
    policy.weeklyCap = Limit(value: 1, clause: "cap")
    var s = Scenario()
    try s.event("2026-12-25", .visit)
    try s.adopt(policy, from: "2026-12-01")
    try s.add(
      "2027-01-01",
      .contact(
        Contact(
          channel: .sms, outcome: .sent, text: SentText(1, occasion: "festival:new_year:2027"))))
    // The slot of Sunday 01-03 waits for Monday; a grid that the text reset would have none before 01-10.
    #expect(
      try s.owed("2027-01-03", ahead: 9) == [
        "greeting 2027-01-01 done", "ninth 2027-01-04 held", "ninth 2027-01-12 upcoming",
      ])
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
