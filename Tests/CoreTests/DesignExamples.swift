import Core
import Testing

/// The dated examples of the design's normative rules, each by its number.
@Suite struct DesignExamples {
  /// Callers and visitors in the shape of the first policies, without their segments.
  static let rules: [Rule] = {
    var grades = Audience()
    grades.grades = [.a, .b]
    grades.stages = [.prospect]
    return [
      Rule(
        id: "today", audience: grades, schedule: .once(.event([.visit]), opens: 0, due: 0),
        channels: Channels([.phone])),
      Rule(
        id: "three", audience: grades, schedule: .once(.event([.visit]), opens: 1, due: 3),
        channels: Channels([.phone])),
      Rule(
        id: "weekly", audience: grades, schedule: .every(.days(7), .rule(1), .lastDone),
        channels: Channels([.phone])),
    ]
  }()

  /// One weekly rule from the visit on.
  static func weekly(
    _ mode: CadenceAnchor = .lastDone, days: Int = 7, cap: Int? = nil
  ) -> Policy {
    var grades = Audience()
    grades.grades = [.a, .b]
    return Policy(
      name: "weekly",
      rules: [
        Rule(
          id: "w", audience: grades, schedule: .every(.days(days), .event([.visit]), mode),
          channels: Channels([.phone]))
      ],
      weeklyCap: cap.map { Limit(value: $0, clause: "cap") })
  }

  static func visitor(_ when: String, _ policy: Policy, from: String = "01-01") throws -> Scenario {
    var scenario = Scenario()
    try scenario.adopt(policy, from: from)
    try scenario.event(when, .visit)
    try scenario.grade(when, .b)
    return scenario
  }

  @Test func rule1GradeLeavesAndReturns() throws {
    var s = try Self.visitor("11-02", Self.weekly())
    try s.call("11-05")
    try s.grade("11-10", .d)
    try s.grade("11-24", .b)
    #expect(
      try s.owed("11-30", ahead: 10)
        == ["w 11-26 overdue", "w 12-03 upcoming", "w 12-10 upcoming"])
  }

  @Test func rule1AdoptionBringsNoOldDebt() throws {
    var s = try Self.visitor("11-02", Self.weekly(), from: "12-01")
    try s.call("11-20")
    #expect(try s.owed("12-01", ahead: 4) == ["w 12-04 upcoming"])
    #expect(try s.list("12-05") == ["w 12-04..12-04 overdue +1 x1"])
  }

  @Test func rule1AudienceBeginsInsideTheWindow() throws {
    var s = Scenario()
    try s.adopt(Policy(name: "p", rules: Self.rules), from: "11-01")
    try s.event("11-02", .visit)
    try s.grade("11-04", .a)
    #expect(try s.owed("11-04", ahead: 5) == ["three 11-05 due"])
    #expect(try s.list("11-04") == ["three 11-04..11-05 due"])
  }

  @Test func rule3MissedSlotsStackInOneLine() throws {
    var s = try Self.visitor("11-05", Self.weekly())
    #expect(try s.list("12-03") == ["w 11-12..11-12 overdue +21 x3"])
    #expect(try s.list("11-12") == ["w 11-12..11-12 due"])
    #expect(try s.list("11-13") == ["w 11-12..11-12 overdue +1 x1"])
    try s.call("11-28")
    #expect(
      try s.owed("12-03", ahead: 2)
        == ["w 11-12 missed", "w 11-19 missed", "w 11-26 late", "w 12-05 upcoming"])
  }

  @Test(arguments: [(CadenceAnchor.lastDone, "11-17"), (.schedule, "11-12")])
  func rule3EarlyContact(mode: CadenceAnchor, next: String) throws {
    var s = try Self.visitor("11-05", Self.weekly(mode))
    try s.call("11-10")
    #expect(try s.owed("11-10", ahead: 8).first == "w \(next) upcoming")
  }

  @Test func rule4LateLinkAnchorsOnItsDueDay() throws {
    var s = Scenario()
    try s.adopt(Policy(name: "p", rules: Self.rules), from: "11-01")
    try s.event("11-02", .visit)
    try s.grade("11-02", .a)
    try s.call("11-14")
    #expect(
      try s.owed("11-14", ahead: 10) == [
        "today 11-02 late", "three 11-05 late", "weekly 11-12 late", "weekly 11-21 upcoming",
      ])
  }

  @Test func rule6OneCallSettlesTwo() throws {
    var s = Scenario()
    try s.adopt(Policy(name: "p", rules: Self.rules), from: "11-01")
    try s.event("11-02", .visit)
    try s.grade("11-02", .a)
    try s.call("11-03")
    #expect(
      try s.owed("11-03", ahead: 7) == [
        "today 11-02 late", "three 11-05 done", "weekly 11-10 upcoming",
      ])
  }

  @Test func rule8NextHoldsTheGrid() throws {
    var s = try Self.visitor("11-02", Self.weekly())
    try s.call("11-05", next: "11-25")
    #expect(try s.list("11-19") == [])
    #expect(
      try s.owed("11-24", ahead: 3) == [
        "w 11-12 held", "w 11-19 held", "agreed 11-25 upcoming", "w 11-26 upcoming",
      ])
    var kept = s
    try kept.call("11-25")
    #expect(
      try kept.owed("11-25", ahead: 7) == [
        "w 11-12 held", "w 11-19 held", "agreed 11-25 done", "w 12-02 upcoming",
      ])
    #expect(
      try s.list("11-27") == ["agreed 11-25..11-25 overdue +2", "w 11-26..11-26 overdue +1 x1"])
  }

  @Test func rule9AversionDoublesFromTheSameAnchor() throws {
    var s = try Self.visitor("11-02", Self.weekly())
    try s.call("11-05")
    try s.add("11-08", .averse(true))
    #expect(try s.owed("11-18", ahead: 15) == ["w 11-19 upcoming", "w 12-03 upcoming"])
    guard case .line(let line) = s.engine.agenda(of: s.history, at: try moment("11-19")) else {
      Issue.record("not listed")
      return
    }
    #expect(line.channel == .sms)
  }

  @Test func rule9CapMovesTheSlotToMonday() throws {
    var s = try Self.visitor("11-01", Self.weekly(days: 3, cap: 2))
    try s.call("11-02")
    try s.call("11-04")
    #expect(try s.owed("11-07") == ["w 11-09 held"])
    #expect(try s.list("11-07") == [])
    #expect(try s.list("11-09") == ["w 11-09..11-09 due"])
  }

  @Test func rule10SundayDoneOnMonday() throws {
    var s = try Self.visitor("11-01", Self.weekly())
    try s.call("11-09")
    var week = Report(days: day("2026-11-02")...day("2026-11-08"))
    week.add(s.history, s.engine, at: try moment("11-09"))
    #expect(week.total.late == 1)
    #expect(week.total.contacts.byChannel == [:])
    var next = Report(days: day("2026-11-09")...day("2026-11-15"))
    next.add(s.history, s.engine, at: try moment("11-09"))
    #expect(next.total.contacts.byChannel == [.phone: 1])
    #expect(next.total.due == 0)
  }
}
