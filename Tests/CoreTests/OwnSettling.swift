import Core
import Testing

/// Rule 6, the third principle: some things are settled by nothing but themselves.
@Suite struct OwnSettling {
  private func visitor() throws -> Scenario {
    try SettledReadings.visitor(Policy(name: "none"))
  }

  @Test func anAgreedDayIsKeptByWhatWasSaidAndByTheVisit() throws {
    var story = try visitor()
    try story.call("11-03", next: "11-10 10:00")
    for (channel, outcome, keeps) in [
      (Channel.phone, Outcome.reached, true), (.phone, .refused, true), (.wechat, .reached, true),
      (.wechat, .sent, false), (.sms, .sent, false), (.email, .refused, false),
      (.letter, .sent, false), (.online, .reached, false), (.homeVisit, .reached, true),
    ] {
      var spoken = story
      try spoken.call("11-10 09:00", outcome, by: channel)
      let status = keeps ? "done" : "due"
      #expect(try spoken.owed("11-10 09:30") == ["agreed 11-10 10:00 \(status)"], "\(channel)")
    }
    var came = story
    try came.event("11-10 09:58", .visit)
    #expect(try came.owed("11-10 10:05") == ["agreed 11-10 10:00 done"])
    var early = story
    try early.event("11-09", .visit)
    #expect(try early.owed("11-10 09:00") == ["agreed 11-10 10:00 due"])
  }

  @Test func anEarlierConversationKeepsNoAgreedDay() throws {
    var story = try visitor()
    try story.call("11-03", next: "11-10")
    try story.call("11-09")
    #expect(try story.owed("11-10") == ["agreed 11-10 due"])
    try story.add("11-09", .averse(true))
    try story.call("11-10", .sent, by: .sms)
    #expect(try story.owed("11-10") == ["agreed 11-10 due"])
  }

  private func complainant(_ cases: Int32) throws -> Scenario {
    let rule = Rule(id: "back", schedule: .once(.step(CaseFilter(.opened)), opens: 0, due: 2))
    var story = try SettledReadings.visitor(Policy(name: "p", rules: [rule]))
    for number in 1...cases {
      try story.add("11-03", .step(CaseStep(number, .complaint, .opened)))
    }
    return story
  }

  private func speak(_ story: inout Scenario, about number: Int32?, on day: String) throws {
    let about = number.map { CaseOfContact($0, .complaint) }
    try story.add(day, .contact(Contact(channel: .phone, outcome: .reached, about: about)))
  }

  @Test func whatFollowsACaseIsSettledByAConversationAboutIt() throws {
    var story = try complainant(2)
    try speak(&story, about: nil, on: "11-04")
    #expect(try story.owed("11-04") == ["back 11-05 due", "back 11-05 due"])
    try speak(&story, about: 2, on: "11-04")
    #expect(try story.owed("11-04") == ["back 11-05 due", "back 11-05 done"])
    try story.add("11-04", .step(CaseStep(2, .complaint, .closed)))
    // The only one that is left is what an unnamed conversation is about.
    try speak(&story, about: nil, on: "11-05")
    #expect(try story.owed("11-05").sorted() == ["back 11-05 done", "back 11-05 done"])
  }

  @Test func aPromisedReplyIsGivenByItsStepOrAConversationAboutTheCase() throws {
    var story = try visitor()
    try story.add("11-03", .step(CaseStep(1, .complaint, .opened)))
    try story.add("11-03", .step(CaseStep(2, .repair, .opened)))
    let promised = CaseStep(1, .complaint, .promised, to: try moment("11-06").day)
    try story.add("11-03", .step(promised))
    for step in [CaseStepKind.handled, .closed] {
      try story.add("11-04", .step(CaseStep(1, .complaint, step)))
    }
    try speak(&story, about: 2, on: "11-06")
    #expect(try story.owed("11-06") == ["case 11-06 done", "reply 11-06 due"])
    var told = story
    try told.add("11-06", .step(CaseStep(1, .complaint, .replied)))
    #expect(try told.owed("11-06") == ["case 11-06 done", "reply 11-06 done"])
    try speak(&story, about: 1, on: "11-06")
    #expect(try story.owed("11-06") == ["case 11-06 done", "reply 11-06 done"])
  }
}
