import Core
import Testing

/// Rule 6, the first principle: whose conversation settles what.
@Suite struct Doers {
  private static let staff: [StaffID: Role] = [
    1: .consultant, 2: .service, 3: .manager, 4: .service,
  ]

  private func policy(by role: Role?) -> Policy {
    var rule = Rule(
      id: "reply", schedule: .once(.step(CaseFilter(.opened)), opens: 0, due: 2))
    rule.by = role
    return Policy(name: "p", rules: [rule])
  }

  private func story(by role: Role?, _ staff: [StaffID: Role] = staff) throws -> Scenario {
    var story = Scenario(.visit)
    story.staff = staff
    try story.adopt(policy(by: role), from: "11-01")
    try story.event("11-02", .visit)
    try story.add("11-02", .owner(1))
    try story.add("11-02", .step(CaseStep(1, .repair, .opened)))
    return story
  }

  private func isDone(_ story: Scenario, by speaker: StaffID?) throws -> Bool {
    var story = story
    try story.add(
      "11-03", .contact(Contact(channel: .phone, outcome: .reached, speaker: speaker)))
    return try story.owed("11-03") == ["reply 11-04 done"]
  }

  private func doers(_ story: Scenario) throws -> [StaffID?] {
    try [nil, 1, 2, 3, 4, 9].filter { try isDone(story, by: $0) }
  }

  @Test func theRoleThatTheRuleNames() throws {
    #expect(try doers(story(by: .service)) == [2, 4])
    #expect(try doers(story(by: .manager)) == [3])
    // Nobody who is known to speak is the customer's consultant, and so is who is none of the staff.
    #expect(try doers(story(by: nil)) == [nil, 1, 3, 9])
  }

  @Test func whereNobodyHoldsIt() throws {
    #expect(try doers(story(by: .clerk)) == [3])
    #expect(try doers(story(by: .clerk, [1: .consultant, 2: .service])) == [nil, 1, 3, 4, 9])
    #expect(try doers(story(by: .clerk, [:])) == [nil, 1, 2, 3, 4, 9])
  }

  @Test func theMemberWhomTheCaseWasGivenTo() throws {
    var service = try story(by: .service)
    try service.add("11-02", .step(CaseStep(1, .repair, .assigned, member: 4)))
    #expect(try doers(service) == [4])
    try service.add("11-03", .step(CaseStep(1, .repair, .escalated, member: 3)))
    #expect(try doers(service) == [3, 4])
    try service.add("11-03", .step(CaseStep(1, .repair, .assigned, member: 1)))
    #expect(try doers(service) == [nil, 1, 3])
    var manager = try story(by: .manager)
    try manager.add("11-02", .step(CaseStep(1, .repair, .assigned, member: 2)))
    #expect(try doers(manager) == [3])
  }

  @Test func whoHasTheCustomerSpeaksForTheSalesSide() throws {
    var story = try story(by: nil)
    try story.add("11-03", .owner(4))
    #expect(try doers(story) == [nil, 1, 3, 4, 9])
  }

  @Test func aGridIsResetByWhoDoesItAlone() throws {
    var story = Scenario(.visit)
    story.staff = Self.staff
    try story.adopt(DesignExamples.weekly(), from: "11-01")
    try story.event("11-02", .visit)
    try story.grade("11-02", .a)
    try story.add("11-05", .contact(Contact(channel: .phone, outcome: .reached, speaker: 2)))
    let kept = try story.owed("11-05", ahead: 7)
    var called = story
    try called.add("11-05", .contact(Contact(channel: .phone, outcome: .reached, speaker: 3)))
    #expect(try called.owed("11-05", ahead: 7) != kept)
  }
}
